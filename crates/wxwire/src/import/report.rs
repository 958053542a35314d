//! What an import changed and what it left out: every repair and everything dropped, with its place.

use std::ops::Range;

use serde_json::{Map, Value, json};

use super::text::Text;
use crate::lang::{Lang, Words};

/// The most characters of a source that a report repeats.
const SHOWN: usize = 80;

/// What was mended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fix {
    /// A byte order mark was taken away.
    ByteOrderMark,
    /// White space that is none of JSON's became a space.
    WhiteSpace,
    /// The text was escaped for HTML.
    HtmlEscaped,
    /// The text was escaped as the inside of a JSON string.
    JsonEscaped,
    /// The lines of a request's head stand on one line.
    LinesLost,
    /// Quotes of another kind became double quotes.
    Quotes,
    /// A quote inside a string was escaped.
    BareQuote,
    /// A line break or another control character inside a string was escaped.
    ControlCharacter,
    /// An escape that JSON does not have was written anew.
    Escape,
    /// A key got its quotes.
    UnquotedKey,
    /// Punctuation of full width became JSON's.
    WidePunctuation,
    /// A comma behind a key became a colon.
    CommaForColon,
    /// A comma before a closing bracket was taken away.
    TrailingComma,
    /// A comma between two lines was put in.
    MissingComma,
    /// `True`, `False` or `None` became JSON's word.
    PythonWord,
    /// The end was cut off; what was open was closed.
    CutOff,
}

impl Fix {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::ByteOrderMark => "byte_order_mark",
            Self::WhiteSpace => "white_space",
            Self::HtmlEscaped => "html_escaped",
            Self::JsonEscaped => "json_escaped",
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
            Self::PythonWord => "python_word",
            Self::CutOff => "cut_off",
        }
    }

    /// What was mended, for a person.
    pub fn words(self) -> Words {
        match self {
            Self::ByteOrderMark => Words::new("去掉字节顺序标记（BOM）", "byte order mark taken away"),
            Self::WhiteSpace => Words::new("特殊空白改为普通空格", "special white space made plain"),
            Self::HtmlEscaped => Words::new("还原 HTML 转义", "unescaped from HTML"),
            Self::JsonEscaped => Words::new("还原多余的一层 JSON 转义", "unescaped from a JSON string"),
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
            Self::PythonWord => Words::new("Python 的写法改为 JSON 的写法", "Python's word made JSON's"),
            Self::CutOff => Words::new(
                "末尾被截断，已补上括号；其后是否还有内容无从得知",
                "the end was cut off and the brackets were closed; whether more followed is not known",
            ),
        }
    }
}

/// One repair. What was escaped as a whole counts as one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Repair {
    /// What was mended.
    pub fix: Fix,
    /// The bytes of the source.
    pub span: Range<usize>,
    /// What stood there, shortened.
    pub before: String,
    /// What stands there now, shortened.
    pub after: String,
    /// How often; more than once only where a whole text was unescaped.
    pub count: usize,
}

impl Repair {
    /// A repair of some bytes of a text.
    pub(crate) fn new(fix: Fix, text: &Text, range: Range<usize>, after: &str) -> Self {
        let before = short(text.as_str().get(range.clone()).unwrap_or_default());
        Self { fix, span: text.span(range), before, after: short(after), count: 1 }
    }

    /// A text that was unescaped as a whole: the first and the last escape, and how many there were.
    pub(crate) fn whole(fix: Fix, span: Range<usize>, before: &str, after: &str, count: usize) -> Self {
        Self { fix, span, before: short(before), after: short(after), count }
    }

    pub(super) fn to_json(&self, place: (usize, usize), lang: Lang) -> Value {
        let mut out = placed(&self.span, place);
        out.insert("code".into(), self.fix.name().into());
        out.insert("before".into(), self.before.as_str().into());
        out.insert("after".into(), self.after.as_str().into());
        if self.count > 1 {
            out.insert("count".into(), self.count.into());
        }
        out.insert("message".into(), self.fix.words().get(lang).into());
        Value::Object(out)
    }
}

/// Why something was left out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Why {
    /// A comment; JSON has none.
    Comment,
    /// A header that the operation does not take.
    Header,
    /// A parameter of the query that the operation does not take.
    Parameter,
    /// An option of the tool that says nothing about the request.
    Option,
    /// Text around the request.
    Around,
    /// Another request, or the rest of a script.
    Rest,
    /// User and password in the address.
    UserInfo,
    /// A method other than the operation's.
    Method,
}

impl Why {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Header => "header",
            Self::Parameter => "parameter",
            Self::Option => "option",
            Self::Around => "around",
            Self::Rest => "rest",
            Self::UserInfo => "user_info",
            Self::Method => "method",
        }
    }

    /// Why, for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Comment => Words::new("注释", "a comment"),
            Self::Header => Words::new("用不到的请求头", "a header that is not needed"),
            Self::Parameter => Words::new("该操作没有的查询参数", "a query parameter that the operation does not have"),
            Self::Option => Words::new("与请求内容无关的选项", "an option that says nothing about the request"),
            Self::Around => Words::new("请求之外的文字", "text around the request"),
            Self::Rest => Words::new("第一个请求之后的内容", "what follows the first request"),
            Self::UserInfo => Words::new("网址中的用户名和密码", "user and password in the address"),
            Self::Method => Words::new("与该操作不同的请求方法", "a method other than the operation's"),
        }
    }
}

/// Something that was left out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Dropped {
    /// Why.
    pub why: Why,
    /// The bytes of the source.
    pub span: Range<usize>,
    /// What: a comment's text, the name of a header; never a header's value. Shortened.
    pub what: String,
}

impl Dropped {
    pub(crate) fn new(why: Why, span: Range<usize>, what: &str) -> Self {
        Self { why, span, what: short(what) }
    }

    pub(super) fn to_json(&self, place: (usize, usize), lang: Lang) -> Value {
        let mut out = placed(&self.span, place);
        out.insert("code".into(), self.why.name().into());
        out.insert("what".into(), self.what.as_str().into());
        out.insert("message".into(), self.why.words().get(lang).into());
        Value::Object(out)
    }
}

fn placed(span: &Range<usize>, (line, column): (usize, usize)) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("span".into(), json!([span.start, span.end]));
    out.insert("line".into(), line.into());
    out.insert("column".into(), column.into());
    out
}

/// Lines and columns of places in a text, both from 1, columns in characters. Asked in rising order, it is linear.
#[derive(Debug)]
pub struct Places<'s> {
    source: &'s str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'s> Places<'s> {
    /// Of a source.
    pub fn of(source: &'s str) -> Self {
        Self { source, at: 0, line: 1, column: 1 }
    }

    /// The line and column of a byte.
    pub fn find(&mut self, at: usize) -> (usize, usize) {
        if at < self.at {
            *self = Self::of(self.source);
        }
        for char in self.source[self.at..].chars() {
            if self.at >= at {
                break;
            }
            self.at += char.len_utf8();
            (self.line, self.column) = if char == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        (self.line, self.column)
    }
}

pub(super) fn short(text: &str) -> String {
    let mut short: String = text.trim().chars().take(SHOWN).collect();
    if text.trim().is_empty() {
        short = text.chars().take(SHOWN).collect();
    } else if short.len() < text.trim().len() {
        short.push('…');
    }
    short
}
