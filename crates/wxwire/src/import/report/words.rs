//! The words of a report: what was mended and why something was left out, once in each language.

use super::{Fix, Why};
use crate::lang::Words;

impl Fix {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::ByteOrderMark => "byte_order_mark",
            Self::WhiteSpace => "white_space",
            Self::LinesInTurn => "lines_in_turn",
            Self::Records => "records",
            Self::DumpedRows => "dumped_rows",
            Self::Dollars => "dollars",
            Self::Colours => "colours",
            Self::HexDump => "hex_dump",
            Self::QuotedPrintable => "quoted_printable",
            Self::HtmlEscaped => "html_escaped",
            Self::JsonEscaped => "json_escaped",
            Self::Doubled => "doubled_quotes",
            Self::LinesLost => "lines_lost",
            Self::Quotes => "quotes",
            Self::BareQuote => "bare_quote",
            Self::ControlCharacter => "control_character",
            Self::Escape => "escape",
            Self::UnquotedKey => "unquoted_key",
            Self::WidePunctuation => "wide_punctuation",
            Self::CommaForColon => "comma_for_colon",
            Self::TrailingComma => "trailing_comma",
            Self::MissingComma => "missing_comma",
            Self::ExtraBracket => "extra_bracket",
            Self::Number => "number",
            Self::PythonWord => "python_word",
            Self::Joined => "joined",
            Self::XmlEscaped => "xml_escaped",
            Self::CutOff => "cut_off",
        }
    }

    /// What was mended, for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Encoding => Words::new("从这种编码转为 UTF-8", "read from this encoding"),
            Self::ByteOrderMark => Words::new("去掉字节顺序标记（BOM）", "byte order mark taken away"),
            Self::WhiteSpace => Words::new("特殊空白改为普通空格", "special white space made plain"),
            Self::LinesInTurn => Words::new(
                "按程序分开日志行，并接上被拆开的行",
                "each program's lines by themselves, parted lines joined",
            ),
            Self::Records => Words::new("接上多条日志记录中的文本", "the texts of a log's records joined"),
            Self::DumpedRows => {
                Words::new("还原数据库导出行中的反斜杠转义", "unescaped from the rows of a database's dump")
            }
            Self::Dollars => Words::new("Docker Compose 中的 $$ 改为 $", "$$ made $, as Docker Compose has it"),
            Self::Colours => Words::new("去掉终端颜色", "a terminal's colours taken off"),
            Self::HexDump => Words::new("由十六进制转储还原", "read from the rows of a hex dump"),
            Self::QuotedPrintable => Words::new("还原 quoted-printable 编码", "unescaped from quoted-printable"),
            Self::HtmlEscaped => Words::new("还原 HTML 转义", "unescaped from HTML"),
            Self::JsonEscaped => Words::new("还原多余的一层 JSON 转义", "unescaped from a JSON string"),
            Self::Doubled => Words::new(
                "还原成对的引号（CSV、YAML、SQL 的写法）",
                "doubled quotes made single, as CSV, YAML and SQL have them",
            ),
            Self::LinesLost => Words::new("请求头的换行丢失，已重新分开", "the lines of the head were parted again"),
            Self::Quotes => Words::new("引号改为双引号", "made a double quote"),
            Self::BareQuote => Words::new("字符串内的引号加上转义", "a quote inside a string escaped"),
            Self::ControlCharacter => Words::new(
                "字符串内的换行或控制字符加上转义",
                "a line break or control character inside a string escaped",
            ),
            Self::Escape => Words::new("改写 JSON 不支持的转义", "an escape that JSON lacks written anew"),
            Self::UnquotedKey => Words::new("字段名加上双引号", "the key put in quotes"),
            Self::WidePunctuation => Words::new("全角标点改为半角", "full-width punctuation made JSON's"),
            Self::CommaForColon => Words::new("字段名后的逗号改为冒号", "the comma behind the key made a colon"),
            Self::TrailingComma => Words::new("去掉多余的逗号", "a comma too many taken away"),
            Self::MissingComma => Words::new("补上缺少的逗号", "a missing comma put in"),
            Self::ExtraBracket => Words::new("去掉末尾多余的括号", "a bracket too many at the end taken away"),
            Self::Number => Words::new("数字改为 JSON 的写法", "a number written as JSON has it"),
            Self::PythonWord => Words::new("Python 的写法改为 JSON 的写法", "Python's word made JSON's"),
            Self::Joined => Words::new("用 + 连接的字符串合为一个", "strings joined by + made one"),
            Self::XmlEscaped => Words::new("还原整段被转义的 XML", "XML that was escaped as a whole, unescaped"),
            Self::CutOff => Words::new(
                "末尾被截断，已补上括号；其后是否还有内容无从得知",
                "the end was cut off and the brackets were closed; whether more followed is not known",
            ),
        }
    }
}

impl Why {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Header => "header",
            Self::Parameter => "parameter",
            Self::Repeated => "repeated",
            Self::Option => "option",
            Self::Around => "around",
            Self::Rest => "rest",
            Self::UserInfo => "user_info",
            Self::Method => "method",
            Self::Path => "path",
            Self::Secret => "secret",
            Self::Received => "received",
            Self::Unsent => "unsent",
            Self::Unknown => "unknown",
        }
    }

    /// Why, for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Comment => Words::new("注释", "a comment"),
            Self::Header => Words::new("用不到的请求头", "a header that is not needed"),
            Self::Parameter => Words::new("用不到的查询参数", "a query parameter that is not needed"),
            Self::Repeated => Words::new("给出多次，以最后一次为准", "given more than once; the last one counts"),
            Self::Option => Words::new("与请求内容无关的选项", "an option that says nothing about the request"),
            Self::Around => Words::new("请求之外的文字", "text around the request"),
            Self::Rest => Words::new("第一个请求之后的内容", "what follows the first request"),
            Self::UserInfo => Words::new("用户名和密码", "user and password"),
            Self::Method => Words::new("与该操作不同的请求方法", "a method other than the operation's"),
            Self::Path => Words::new("不属于已知操作的路径", "a path that is no known call's"),
            Self::Received => Words::new("回调中的其他内容", "what else the callback says"),
            Self::Unsent => Words::new("实际不会发送的内容", "what is not sent"),
            Self::Unknown => Words::new("值未知的变量或代码", "a variable or code whose value is not known"),
            Self::Secret => Words::new("密钥不显示，以 ••• 代替", "a secret, which is not shown: ••• stands for it"),
        }
    }
}
