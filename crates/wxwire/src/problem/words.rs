//! The words of problems: every code, once in each language.

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
            Self::DuplicateItem => "duplicate_item",
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
            Self::YamlSyntax => "yaml_syntax",
            Self::NotOpenApi => "not_openapi",
            Self::NotUnderstood => "not_understood",
            Self::Circle => "circle",
            Self::IdTaken => "id_taken",
            Self::OtherHost => "other_host",
            Self::NoSuchPath => "no_such_path",
            Self::CannotHold => "cannot_hold",
            Self::Stopped => "stopped",
            Self::Ambiguous => "ambiguous",
            Self::CutOff => "cut_off",
            Self::Variable => "variable",
            Self::NotItsBody => "not_its_body",
            Self::SentOtherwise => "sent_otherwise",
            Self::FileNeeded => "file_needed",
            Self::NoRequest => "no_request",
            Self::WrongForm => "wrong_form",
            Self::Escaped => "escaped",
            Self::Placeholder => "placeholder",
            Self::Past => "past",
            Self::Rounded => "rounded",
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
            Self::Milliseconds => "milliseconds",
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
            Self::Milliseconds => Words::new("毫秒", "milliseconds"),
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

/// The words of what JSON itself or a schema has, as the page's first module checks it: `None` of what takes a closer look.
pub(super) fn plain(problem: &Problem, lang: Lang) -> Option<String> {
    let Problem { expected, found, .. } = problem;
    let (limit, actual) = (amount(problem.limit, problem, lang), amount(problem.actual, problem, lang));
    let say = |zh: String, en: String| if lang == Lang::Zh { zh } else { en };
    let hint = |zh: &str, en: &str| match expected.is_empty() {
        true => String::new(),
        false => say(format!("{zh}{expected}"), format!("{en}{expected}")),
    };
    // What is only inferred or observed warns, too, and nothing says that it is cut.
    let cut = match (problem.severity, problem.source) {
        (_, Some(Source::Inferred | Source::Observed)) => String::new(),
        (Severity::Warning, _) => say("，超出部分会被截断".into(), "; the rest is cut off".into()),
        _ => String::new(),
    };
    Some(match problem.code {
        Code::Empty => say("内容为空".into(), "there is nothing to read".into()),
        // What is too long is not read to its end.
        Code::TooLarge if problem.limit.zip(problem.actual).is_some_and(|(limit, actual)| actual == limit + 1) => {
            say(format!("太大，最多 {limit}"), format!("too large; at most {limit} are read"))
        }
        Code::TooLarge => say(format!("太大：{actual}，最多 {limit}"), format!("{actual}; at most {limit} are read")),
        Code::TooDeep => say(format!("嵌套太深，最多 {limit}"), format!("nested deeper than {limit}")),
        Code::Syntax => {
            let zh = format!("不是合法的 JSON：此处应为{}", token(expected, lang));
            say(zh, format!("not JSON: expected {} here", token(expected, lang).trim_start()))
        }
        Code::Required => say("必填字段缺失".into(), "required, and absent".into()),
        Code::WrongType => {
            let (expected, found) = (types(expected, lang), types(found, lang));
            say(format!("类型应为{expected}，实际为{found}"), format!("should be {expected}, is {found}"))
        }
        Code::Null => say("值为 null；不需要时请省略该字段".into(), "is null; leave the field out instead".into()),
        Code::UnknownValue => {
            say(format!("{found} 不在取值范围：{expected}"), format!("{found} is none of: {expected}"))
        }
        Code::UnknownField => say("未知字段".into(), "unknown field".into()) + &hint("，是否想写 ", "; did you mean "),
        Code::DuplicateField => say("字段重复".into(), "the field stands twice".into()),
        Code::TooShort | Code::TooSmall | Code::TooFew => {
            say(format!("{actual}，至少 {limit}"), format!("{actual}; at least {limit}"))
        }
        Code::TooLong | Code::TooBig | Code::TooMany => {
            say(format!("{actual}，最多 {limit}"), format!("{actual}; at most {limit}")) + &cut
        }
        Code::BadCharacter => say(
            format!("含有不允许的字符 {found}，只允许 {expected}"),
            format!("may not hold {found}; only {expected}"),
        ),
        Code::LoneSurrogate => say("\\u 转义只有半个字符".into(), "a \\u escape holds half a character".into()),
        Code::Undocumented => {
            say("文档没有说明其内容，原样发送".into(), "its content is not documented; passed on as it is".into())
                + &hint("，是否想写 ", "; did you mean ")
        }
        Code::CredentialInValues => say(
            format!("凭据不属于消息内容，已取出；请改用环境变量 {expected} 或配置文件"),
            format!("a credential is no part of the values and was taken out; set {expected} or use a profile"),
        ),
        Code::WrongForm if found.is_empty() => {
            say(format!("应形如 {expected}，实际为空"), format!("should look like {expected}, is empty"))
        }
        Code::WrongForm => {
            say(format!("应形如 {expected}，实际为 {found}"), format!("should look like {expected}, is {found}"))
        }
        Code::Rounded => say(
            format!("{found} 可能已被 JavaScript 舍入（超过 2^53），不再是原来的 id"),
            format!("{found} was probably rounded by JavaScript, beyond 2^53, and is no longer the id"),
        ),
        Code::Stopped => say(format!("问题太多，检查在 {limit}后停止"), format!("the check stopped after {limit}")),
        Code::XmlSyntax if expected == "<…>" => say(
            "XML 不合法：此处应为元素，如 <msg>…</msg>".into(),
            "not well-formed XML: an element stands here, such as <msg>…</msg>".into(),
        ),
        Code::XmlSyntax if expected == "</…>" => say(
            "XML 不合法：此处应为结束标签，前面的元素还没有结束".into(),
            "not well-formed XML: an end tag stands here, for an element above is not closed".into(),
        ),
        Code::XmlSyntax => say(format!("XML 不合法：{expected}"), format!("not well-formed XML: {expected}")),
        Code::XmlDoctype => say("不允许 <!DOCTYPE>".into(), "<!DOCTYPE> is not allowed".into()),
        Code::XmlRoot => say(
            format!("根节点应为 <{expected}>，实际为 <{found}>"),
            format!("the root should be <{expected}>, is <{found}>"),
        ),
        _ => return None,
    })
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
    let zh = |name: &str| match name {
        "null" => " null".to_owned(),
        "boolean" => "布尔值".to_owned(),
        "integer" => "整数".to_owned(),
        "number" => "数字".to_owned(),
        "string" => "字符串".to_owned(),
        "array" => "数组".to_owned(),
        "object" => "对象".to_owned(),
        "text" => "文字".to_owned(),
        other => format!(" {other}"),
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
        "quote" => Words::new("双引号", "a double quote"),
        "chunk" => Words::new("与这个长度相符的分块", "a chunk that is as long as this says"),
        "digit" => Words::new("数字", "a digit"),
        "\\escape" => Words::new("转义，如 \\n", "an escape such as \\n"),
        other => return format!(" {other}"),
    };
    words.get(lang).to_owned()
}
