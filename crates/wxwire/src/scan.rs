//! The payloads in a text of any shape: in lines of logs, behind words, in strings that were escaped once more, as programs
//! print their objects.
//!
//! Not here: what a payload means (`explain`), and mending (`import`). What stands there as it is stays as it is; what was
//! printed in another language's manner is read as JSON, and what its print left out is told.
//!
//! ```
//! let log = "10:00 INFO got {'errcode': 0, 'errmsg': 'ok'}\n10:01 sent body=\"{\\\"touser\\\":\\\"a\\\"}\" cost=3";
//! let found = wxwire::scan::payloads(log);
//! assert_eq!(found[0].text, r#"{"errcode":0,"errmsg":"ok"}"#);
//! assert_eq!(found[1].text, r#"{"touser":"a"}"#);
//! ```

mod brackets;
pub(crate) mod carried;
mod escaped;
mod java;
mod json;
mod markup;
mod objects;
mod php;
pub(crate) mod prefixed;
mod printed;
mod string;

use std::borrow::Cow;
use std::ops::Range;

use crate::lang::Words;
use crate::problem::Problem;

/// How a payload stands in its text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Form {
    /// As JSON.
    Json,
    /// As XML.
    Xml,
    /// As Python prints its objects.
    Python,
    /// As JavaScript prints its objects.
    JavaScript,
    /// As PHP prints its arrays and objects.
    Php,
    /// As Ruby, Perl or Elixir print theirs, with an arrow behind each key.
    Ruby,
    /// As Rust prints JSON that was read.
    Rust,
    /// As Java prints its maps, or Go: where a text ends is not to be told.
    Java,
    /// As Python, Kotlin, Go, Swift and others print an object with the names of its fields.
    Object,
    /// In a text that was escaped once more.
    Escaped,
    /// Between quotes that are doubled inside, as in the cell of a table.
    Doubled,
    /// Over several lines, each behind what a tool put there.
    Prefixed,
    /// In lines of several programs in turn, each behind its name.
    InTurn,
    /// Over several records of a log.
    Records,
    /// In the rows of a table that a database dumped.
    Copy,
    /// In a file of Docker Compose, where a dollar is written twice.
    Compose,
    /// In a terminal's colours.
    Coloured,
    /// In rows of bytes.
    Rows,
    /// In quoted-printable.
    Mail,
}

impl Form {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xml => "xml",
            Self::Python => "python",
            Self::JavaScript => "javascript",
            Self::Php => "php",
            Self::Ruby => "ruby",
            Self::Rust => "rust",
            Self::Java => "java",
            Self::Object => "object",
            Self::Escaped => "escaped",
            Self::Doubled => "doubled",
            Self::Prefixed => "prefixed",
            Self::InTurn => "in_turn",
            Self::Records => "records",
            Self::Copy => "copy",
            Self::Compose => "compose",
            Self::Coloured => "coloured",
            Self::Rows => "hex_dump",
            Self::Mail => "quoted_printable",
        }
    }

    /// Whether it is a print that only `explain` reads: what is sent is not printed so.
    pub(crate) fn is_only_explained(self) -> bool {
        matches!(self, Self::Php | Self::Ruby | Self::Rust | Self::Object)
    }

    /// The name for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Json => Words::new("JSON", "JSON"),
            Self::Xml => Words::new("XML", "XML"),
            Self::Python => Words::new("Python 打印的对象", "as Python prints it"),
            Self::JavaScript => Words::new("JavaScript 打印的对象", "as JavaScript prints it"),
            Self::Php => Words::new("PHP 打印的数组或对象", "as PHP prints it"),
            Self::Ruby => Words::new("Ruby、Perl 或 Elixir 打印的对象", "as Ruby, Perl or Elixir prints it"),
            Self::Rust => Words::new("Rust 打印的 JSON", "as Rust prints it"),
            Self::Java => Words::new("Java 或 Go 打印的对象", "as Java or Go prints it"),
            Self::Object => Words::new("程序打印的对象", "as a program prints an object"),
            Self::Escaped => Words::new("多转义了一层", "escaped once more"),
            Self::Doubled => {
                Words::new("引号成对的文本，如 CSV 单元格", "a text whose quotes are doubled, as in a cell of CSV")
            }
            Self::Prefixed => Words::new("每行带有日志前缀", "with a log's prefix on each line"),
            Self::InTurn => {
                Words::new("多个程序交替输出的日志", "in lines of several programs in turn, or in parts of lines")
            }
            Self::Records => Words::new("分散在多条日志记录中", "over several records of a log"),
            Self::Copy => Words::new("数据库导出的行（COPY、\\N）", "in rows that a database dumped (COPY, \\N)"),
            Self::Compose => Words::new("Docker Compose 文件（$$ 即 $）", "in a file of Docker Compose, where $$ is $"),
            Self::Coloured => Words::new("带有终端颜色", "in a terminal's colours"),
            Self::Rows => Words::new("十六进制转储（xxd、hexdump）", "rows of bytes, as xxd and hexdump write them"),
            Self::Mail => Words::new("quoted-printable 编码", "in quoted-printable, as mail carries it"),
        }
    }
}

/// A payload in a text.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Payload<'t> {
    /// Where it stands: of one that was escaped, the text that holds it.
    pub span: Range<usize>,
    /// It, as JSON or XML; what is broken is as it stands.
    pub text: Cow<'t, str>,
    /// How it stands there.
    pub form: Form,
    /// What is wrong with it, so that it is no JSON: with its place in the whole text.
    pub fault: Option<Problem>,
    /// It ends before its brackets close.
    pub is_cut: bool,
    /// What a print left out, as it stands: `[Object]`, `... 3 more items`.
    pub left: Vec<String>,
}

impl<'t> Payload<'t> {
    fn new(span: Range<usize>, text: impl Into<Cow<'t, str>>, form: Form) -> Self {
        Self { span, text: text.into(), form, fault: None, is_cut: false, left: vec![] }
    }

    /// The same, wherever it stands in a text that holds the one that it was found in.
    fn within<'o>(self, span: &Range<usize>, around: Form) -> Payload<'o> {
        let form = if self.form == Form::Json { around } else { self.form };
        let fault = self.fault.map(|fault| fault.span(span.clone()));
        Payload { span: span.clone(), text: self.text.into_owned().into(), form, fault, ..Payload::new(0..0, "", form) }
            .with(self.is_cut, self.left)
    }

    fn with(self, is_cut: bool, left: Vec<String>) -> Self {
        Self { is_cut, left, ..self }
    }
}

/// What comes next in a text.
#[derive(Debug)]
pub enum Step<'t> {
    /// Payloads that stand in one place, and where to go on.
    Found(Vec<Payload<'t>>, usize),
    /// Something begins here that may go on in what is still to come.
    Open(usize),
    /// There is none.
    End,
}

/// What stands at a sign.
enum Reading<'t> {
    Found(Vec<Payload<'t>>, usize),
    /// No payload up to here.
    None(usize),
    Open,
    /// The same, with a head before the sign.
    OpenFrom(usize),
}

/// How often a text may be escaped, one time in the other.
const MAX_ESCAPED: usize = 4;

/// The payloads in a text, in its order.
pub fn payloads(text: &str) -> Vec<Payload<'_>> {
    inside(text, MAX_ESCAPED)
}

/// The next payload from a place on. Where `is_all` is not told, the text goes on, and what is not closed may be closed there.
pub fn next(text: &str, from: usize, is_all: bool) -> Step<'_> {
    step(text, from, is_all, MAX_ESCAPED)
}

fn inside(text: &str, levels: usize) -> Vec<Payload<'_>> {
    let (mut all, mut at) = (Vec::new(), 0);
    while let Step::Found(found, next) = step(text, at, true, levels) {
        all.extend(found);
        at = next;
        if all.len() >= MAX_PAYLOADS {
            break;
        }
    }
    all
}

/// So many payloads of one text are kept; a stream has no such bound.
pub const MAX_PAYLOADS: usize = 10_000;

fn step(text: &str, from: usize, is_all: bool, levels: usize) -> Step<'_> {
    let mut at = from;
    loop {
        let found = text.as_bytes().get(at..).and_then(|rest| memchr::memchr3(b'{', b'[', b'<', rest));
        let sign = found.map_or(text.len(), |found| at + found);
        // What PHP exports may have none of these signs.
        if let Some(read) = php::exported(text, at.min(sign), sign) {
            let start = read.0;
            match json::printed_as(read, start, is_all) {
                Reading::Found(found, next) => return Step::Found(found, next),
                Reading::None(_) => {}
                Reading::Open | Reading::OpenFrom(_) => return Step::Open(start),
            }
        }
        if let Some(Reading::Found(found, next)) = objects::of_class(text, at.min(sign), sign) {
            return Step::Found(found, next);
        }
        if found.is_none() {
            return Step::End;
        }
        let reading = match text.as_bytes()[sign] {
            b'<' => escaped::in_cell_of_xml(text, sign, levels).unwrap_or_else(|| markup::read(text, sign, is_all)),
            b'[' => json::list(text, sign, is_all, levels),
            _ => json::object(text, sign, is_all, levels),
        };
        match reading {
            Reading::Found(found, next) => return Step::Found(found, next),
            Reading::None(next) => match objects::read(text, sign) {
                Reading::Found(found, next) => return Step::Found(found, next),
                _ => at = next.max(sign + 1),
            },
            Reading::Open => return Step::Open(sign),
            Reading::OpenFrom(start) => return Step::Open(start),
        }
    }
}

/// What is cut or unsure is looked at no further than so: a line may be as long as the text, and hold nothing but beginnings.
const NEAR: usize = 64 << 10;

/// The end of the line that a place stands in; the line break is not of it.
fn line_end(text: &str, at: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length)
}

/// The boundary at a place, or the last one before it.
pub(crate) fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where the line ends that a place is in.
pub(crate) fn end_of_line(text: &str, at: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |end| at + end)
}

#[cfg(test)]
mod tests;
