//! The words of problems: every code, once in each language.

use std::fmt::Arguments;

use super::{Code, Problem, Severity, Source, Unit};
use crate::lang::{Lang, Words};

impl Code {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too_large",
            Self::TooDeep => "too_deep",
            Self::NotUtf8 => "not_utf8",
            Self::Syntax => "syntax",
            Self::Required => "required",
            Self::RequiredOneOf => "required_one_of",
            Self::WrongType => "wrong_type",
            Self::Null => "null",
            Self::UnknownValue => "unknown_value",
            Self::UnknownField => "unknown_field",
            Self::DuplicateField => "duplicate_field",
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
            Self::TooFew => "too_few",
            Self::TooMany => "too_many",
            Self::TooSmall => "too_small",
            Self::TooBig => "too_big",
            Self::BadCharacter => "bad_character",
            Self::LoneSurrogate => "lone_surrogate",
            Self::Incomplete => "incomplete",
            Self::Ignored => "ignored",
            Self::Undocumented => "undocumented",
            Self::CredentialInValues => "credential_in_values",
            Self::XmlSyntax => "xml_syntax",
            Self::XmlDoctype => "xml_doctype",
            Self::XmlRoot => "xml_root",
            Self::NotBase64 => "not_base64",
            Self::NotProtobuf => "not_protobuf",
            Self::NotOpenApi => "not_openapi",
            Self::NotUnderstood => "not_understood",
            Self::IdTaken => "id_taken",
            Self::NoSuchPath => "no_such_path",
            Self::CannotHold => "cannot_hold",
            Self::Stopped => "stopped",
            Self::Ambiguous => "ambiguous",
            Self::CutOff => "cut_off",
            Self::Variable => "variable",
            Self::NotItsBody => "not_its_body",
            Self::FileNeeded => "file_needed",
            Self::NoRequest => "no_request",
            Self::WrongForm => "wrong_form",
            Self::Escaped => "escaped",
        }
    }
}

impl Severity {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The name for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Note => Words::new("提示", "note"),
            Self::Warning => Words::new("警告", "warning"),
            Self::Error => Words::new("错误", "error"),
        }
    }
}

impl Unit {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Characters => "characters",
            Self::Items => "items",
            Self::Levels => "levels",
            Self::Seconds => "seconds",
        }
    }

    /// The unit behind a number, for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Bytes => Words::new("字节", "bytes"),
            Self::Characters => Words::new("个字符", "characters"),
            Self::Items => Words::new("项", "items"),
            Self::Levels => Words::new("层", "levels"),
            Self::Seconds => Words::new("秒", "seconds"),
        }
    }
}

impl Source {
    /// The source of a stable name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Documented, Self::Observed, Self::Inferred].into_iter().find(|source| source.name() == name)
    }

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Observed => "observed",
            Self::Inferred => "inferred",
        }
    }

    /// The name for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Documented => Words::new("文档", "documented"),
            Self::Observed => Words::new("实测", "observed"),
            Self::Inferred => Words::new("推断", "inferred"),
        }
    }
}

pub(super) fn message(problem: &Problem, lang: Lang) -> String {
    let Problem { expected, found, .. } = problem;
    let (limit, actual) = (amount(problem.limit, problem, lang), amount(problem.actual, problem, lang));
    let say = |zh: Arguments<'_>, en: Arguments<'_>| std::fmt::format(if lang == Lang::Zh { zh } else { en });
    let hint = |zh: &str, en: &str| match expected.is_empty() {
        true => String::new(),
        false => say(format_args!("{zh}{expected}"), format_args!("{en}{expected}")),
    };
    let cut = match problem.severity {
        Severity::Warning => say(format_args!("，超出部分会被截断"), format_args!("; the rest is cut off")),
        _ => String::new(),
    };
    match problem.code {
        Code::Empty => say(format_args!("内容为空"), format_args!("there is nothing to read")),
        Code::TooLarge => {
            say(format_args!("太大：{actual}，最多 {limit}"), format_args!("{actual}; at most {limit} are read"))
        }
        Code::TooDeep => say(format_args!("嵌套太深，最多 {limit}"), format_args!("nested deeper than {limit}")),
        Code::NotUtf8 => say(format_args!("不是 UTF-8 编码"), format_args!("not UTF-8")),
        Code::Syntax => {
            let expected = token(expected, lang);
            say(format_args!("不是合法的 JSON：此处应为{expected}"), format_args!("not JSON: expected {expected} here"))
        }
        Code::Required => say(format_args!("必填字段缺失"), format_args!("required, and absent")),
        Code::RequiredOneOf => {
            say(format_args!("至少填写一组：{expected}"), format_args!("fill in one of: {expected}"))
        }
        Code::WrongType => {
            let (expected, found) = (types(expected, lang), types(found, lang));
            say(format_args!("类型应为{expected}，实际为{found}"), format_args!("should be {expected}, is {found}"))
        }
        Code::Null => {
            say(format_args!("值为 null；不需要时请省略该字段"), format_args!("is null; leave the field out instead"))
        }
        Code::UnknownValue => {
            say(format_args!("{found} 不在取值范围：{expected}"), format_args!("{found} is none of: {expected}"))
        }
        Code::UnknownField => {
            say(format_args!("未知字段"), format_args!("unknown field")) + &hint("，是否想写 ", "; did you mean ")
        }
        Code::DuplicateField => say(format_args!("字段重复"), format_args!("the field stands twice")),
        Code::TooShort | Code::TooSmall | Code::TooFew => {
            say(format_args!("{actual}，至少 {limit}"), format_args!("{actual}; at least {limit}"))
        }
        Code::TooLong | Code::TooBig | Code::TooMany => {
            say(format_args!("{actual}，最多 {limit}"), format_args!("{actual}; at most {limit}")) + &cut
        }
        Code::BadCharacter => say(
            format_args!("含有不允许的字符 {found}，只允许 {expected}"),
            format_args!("may not hold {found}; only {expected}"),
        ),
        Code::LoneSurrogate => {
            say(format_args!("\\u 转义只有半个字符"), format_args!("a \\u escape holds half a character"))
        }
        Code::Incomplete => say(format_args!("还缺少 {expected}"), format_args!("takes {expected} too")),
        Code::Ignored => {
            say(format_args!("该字段在此不起作用"), format_args!("has no effect here")) + &hint("：", ": ")
        }
        Code::Undocumented => {
            say(
                format_args!("文档没有说明其内容，原样发送"),
                format_args!("its content is not documented; passed on as it is"),
            ) + &hint("，是否想写 ", "; did you mean ")
        }
        Code::CredentialInValues => say(
            format_args!("凭据不属于消息内容，已取出；请改用环境变量 {expected} 或配置文件"),
            format_args!("a credential is no part of the values and was taken out; set {expected} or use a profile"),
        ),
        Code::XmlSyntax => say(format_args!("XML 不合法：{expected}"), format_args!("not well-formed XML: {expected}")),
        Code::XmlDoctype => say(format_args!("不允许 <!DOCTYPE>"), format_args!("<!DOCTYPE> is not allowed")),
        Code::XmlRoot => say(
            format_args!("根节点应为 <{expected}>，实际为 <{found}>"),
            format_args!("the root should be <{expected}>, is <{found}>"),
        ),
        Code::NotBase64 => say(format_args!("不是 base64"), format_args!("not base64")),
        Code::NoSuchPath => say(format_args!("没有这个路径"), format_args!("no such path")),
        Code::CannotHold => say(format_args!("此处不能写入该值"), format_args!("this value cannot be written here")),
        Code::Ambiguous => say(
            format_args!("有不止一种读法，不作猜测；请手工改正此处"),
            format_args!("can be read in more than one way, and is not guessed; mend it by hand"),
        ),
        Code::CutOff => say(
            format_args!("内容在一个值的中间被截断，其余部分无从得知"),
            format_args!("the text is cut off inside a value; the rest of it is not known"),
        ),
        Code::Variable => say(
            format_args!("此处是变量或代码（{found}），不是值；请填入具体的值"),
            format_args!("a variable or code ({found}), not a value; put the value here"),
        ),
        Code::NotItsBody => {
            say(format_args!("内容不像 {expected} 的内容"), format_args!("does not look like the values of {expected}"))
        }
        Code::FileNeeded => say(
            format_args!("内容在文件 {found} 中，没有读取"),
            format_args!("the body is in the file {found}, which was not read"),
        ),
        Code::WrongForm => say(
            format_args!("应形如 {expected}，实际为 {found}"),
            format_args!("should look like {expected}, is {found}"),
        ),
        Code::Escaped => say(
            format_args!("多转义了一层：应以 {expected} 开头"),
            format_args!("escaped once more than it should be: should begin with {expected}"),
        ),
        Code::NoRequest => say(format_args!("其中没有请求，也没有 JSON"), format_args!("holds no request and no JSON")),
        Code::Stopped => {
            say(format_args!("问题太多，检查在 {limit}后停止"), format_args!("the check stopped after {limit}"))
        }
        Code::NotOpenApi if expected.is_empty() => {
            say(format_args!("不是 OpenAPI 3.1 文档"), format_args!("not a document of OpenAPI 3.1"))
        }
        Code::NotOpenApi => say(
            format_args!("不是 OpenAPI 3.1 文档：缺少 {expected}"),
            format_args!("not a document of OpenAPI 3.1: {expected} is absent"),
        ),
        Code::NotUnderstood => say(
            format_args!("看不懂，已略过；应为：{expected}"),
            format_args!("not understood and left out; expected: {expected}"),
        ),
        Code::IdTaken => say(
            format_args!("另一个操作已使用 {found}，已略过"),
            format_args!("another call is called {found}; left out"),
        ),
        Code::NotProtobuf => say(format_args!("不是 protobuf：{expected}"), format_args!("not protobuf: {expected}")),
    }
}

/// A number with its unit.
fn amount(number: Option<i64>, problem: &Problem, lang: Lang) -> String {
    let number = match number {
        Some(number) => number.to_string(),
        None => problem.found.clone(),
    };
    match problem.unit {
        Some(unit) if number == "1" && lang == Lang::En => format!("1 {}", unit.words().en.trim_end_matches('s')),
        Some(unit) => format!("{number} {}", unit.words().get(lang)),
        None => number,
    }
}

/// JSON's types by name: as JSON Schema names them, or in Chinese. What is no such name stays: a number, a list of
/// values.
fn types(names: &str, lang: Lang) -> String {
    let zh = |name: &str| {
        let known = match name {
            "boolean" => "布尔值",
            "integer" => "整数",
            "number" => "数字",
            "string" => "字符串",
            "array" => "数组",
            "object" => "对象",
            other => return format!(" {other}"),
        };
        known.to_owned()
    };
    match lang {
        Lang::En => names.to_owned(),
        Lang::Zh => names.split(" | ").map(zh).collect::<Vec<_>>().join("、"),
    }
}

/// What the parser of JSON looked for.
fn token(what: &str, lang: Lang) -> String {
    let words = match what {
        "value" => Words::new("一个值", "a value"),
        "end" => Words::new("结尾", "the end"),
        "\"key\"" => Words::new("带双引号的字段名", "a key in double quotes"),
        ":" => Words::new("冒号 :", "a colon"),
        ", }" => Words::new("逗号或 }", "a comma or }"),
        ", ]" => Words::new("逗号或 ]", "a comma or ]"),
        "\"" => Words::new("结束的双引号", "the closing double quote"),
        "digit" => Words::new("数字", "a digit"),
        "\\escape" => Words::new("转义，如 \\n", "an escape such as \\n"),
        other => return format!(" {other}"),
    };
    words.get(lang).to_owned()
}
