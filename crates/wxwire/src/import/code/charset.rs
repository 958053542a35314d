//! In which bytes a text is sent: by the character set that a call is told, or by the one that it takes where it is told none.

use super::Expr;

/// What bytes a text is made into.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Charset {
    /// Those of UTF-8.
    Utf8,
    /// The same, as long as all of it is ASCII.
    Ascii,
    /// Those of whatever machine runs it.
    Machine,
    /// Others, whatever it is.
    Other,
}

/// What the names of character sets begin with, in small letters and digits alone.
const NAMES: [(&str, Charset); 25] = [
    ("utf8", Charset::Utf8),
    ("gbk", Charset::Ascii),
    ("gb2312", Charset::Ascii),
    ("gb18030", Charset::Ascii),
    ("936", Charset::Ascii),
    ("cp936", Charset::Ascii),
    ("ms936", Charset::Ascii),
    ("big5", Charset::Ascii),
    ("shiftjis", Charset::Ascii),
    ("euc", Charset::Ascii),
    ("iso8859", Charset::Ascii),
    ("latin", Charset::Ascii),
    ("isolatin", Charset::Ascii),
    ("ascii", Charset::Ascii),
    ("usascii", Charset::Ascii),
    ("nonlossyascii", Charset::Other),
    ("windows12", Charset::Ascii),
    ("windowscp12", Charset::Ascii),
    ("cp12", Charset::Ascii),
    ("defaultcharset", Charset::Machine),
    ("utf16", Charset::Other),
    ("utf32", Charset::Other),
    ("utf7", Charset::Other),
    ("ucs2", Charset::Other),
    ("base64", Charset::Other),
];

/// The same, whole.
const WORDS: [(&str, Charset); 4] = [
    ("default", Charset::Machine),
    ("unicode", Charset::Other),
    ("bigendianunicode", Charset::Other),
    ("hex", Charset::Other),
];

/// The longest name that is looked at.
const MAX_NAME: usize = 60;

/// Calls that make bytes of a text, in small letters; what else they are told may be a character set.
const ENCODES: [&str; 9] = [
    "stringentity",
    "stringcontent",
    "getbytes",
    "tobytearray",
    "ofstring",
    "create",
    "data",
    "encode",
    "torequestbody",
];

/// Calls that give a character set, or a type of media with one.
const GIVES: [&str; 7] = ["forname", "getencoding", "create", "parse", "withcharset", "defaultcharset", "get"];

/// Types of media that a library of Java's has with a character set of their own, which is UTF-8 for these.
const IN_UTF8: [&str; 3] = ["APPLICATION_JSON", "APPLICATION_JSON_UTF8", "APPLICATION_GRAPHQL"];

fn last(name: &str) -> &str {
    name.rsplit(['.', ':']).next().unwrap_or(name)
}

/// The character set of a name: `GB2312`, `StandardCharsets.UTF_8`, `.isoLatin1`.
fn charset(name: &str) -> Option<Charset> {
    if name.len() > MAX_NAME {
        return None;
    }
    let plain: String = last(name).chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let word = WORDS.iter().find(|(word, _)| *word == plain);
    word.or_else(|| NAMES.iter().find(|(begins, _)| plain.starts_with(begins))).map(|(_, charset)| *charset)
}

/// The character set that a value says.
fn charset_in(value: &Expr) -> Option<Charset> {
    match value {
        Expr::Text(text) => match text.as_str().split_once("charset=") {
            Some((_, name)) => charset(name.trim_matches(['"', ' '])),
            None => charset(text.as_str()),
        },
        Expr::Name(name, _) => charset(name),
        Expr::Other(code) => charset(code.as_str()),
        Expr::Call(name, given, _) if GIVES.contains(&last(name).to_ascii_lowercase().as_str()) => {
            given.iter().find_map(|(_, value)| charset_in(value)).or_else(|| charset(name))
        }
        _ => None,
    }
}

/// The character set that some arguments say, be it in a type of media.
pub(crate) fn charset_among<'e>(mut arguments: impl Iterator<Item = &'e Expr>) -> Option<Charset> {
    arguments.find_map(charset_in)
}

/// In which bytes a call gives a text, as far as it says; `asks`: it is one of the text itself.
pub(crate) fn charset_of(call: &str, arguments: &[&Expr], asks: bool) -> Option<Charset> {
    let own = last(call);
    if !ENCODES.contains(&own.to_ascii_lowercase().as_str()) {
        return None;
    }
    // `Encoding.ASCII.GetBytes(text)`, `latin1.encode(text)`
    let class = call.strip_suffix(own).map(|class| class.trim_end_matches('.')).filter(|class| !class.is_empty());
    let told = class.filter(|_| !asks).and_then(charset).or_else(|| charset_among(arguments.iter().copied()));
    let is_told_nothing = arguments.len() == usize::from(!asks);
    match own {
        "StringEntity" => told.or_else(|| of_entity(arguments.get(1).copied())),
        "getBytes" if is_told_nothing => Some(Charset::Machine),
        _ => told,
    }
}

/// The character set of an entity of Java's, by its type: where that has none, it is not UTF-8.
fn of_entity(kind: Option<&Expr>) -> Option<Charset> {
    match kind {
        None => Some(Charset::Ascii),
        Some(Expr::Name(name, _)) if name.contains("ContentType.") => {
            let is_utf8 = IN_UTF8.contains(&last(name));
            Some(if is_utf8 { Charset::Utf8 } else { Charset::Ascii })
        }
        Some(Expr::Call(name, given, _)) if name.contains("ContentType.") => {
            given.iter().all(|(_, value)| matches!(value, Expr::Text(_))).then_some(Charset::Ascii)
        }
        _ => None,
    }
}
