//! What an import changed and what it left out: every repair and everything dropped, with its place.

mod places;
mod words;

pub use places::Places;

use std::ops::Range;

use super::text::Text;
use crate::lang::Lang;
use crate::layer::json::Object;

/// The most characters of a source that a report repeats.
const SHOWN: usize = 80;

/// What was mended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Fix {
    /// The text was in another encoding than UTF-8.
    Encoding,
    /// A byte order mark was taken away.
    ByteOrderMark,
    /// White space that is none of JSON's became a space.
    WhiteSpace,
    /// The lines of one program were taken out of those of several, and parted lines were joined.
    LinesInTurn,
    /// The texts of a log's records were joined.
    Records,
    /// The rows of a database's dump lost their escapes.
    DumpedRows,
    /// In a file of Docker Compose, `$$` became `$`.
    Dollars,
    /// A terminal's colours were taken off.
    Colours,
    /// The text was in rows of bytes.
    HexDump,
    /// The text was in quoted-printable.
    QuotedPrintable,
    /// The text was escaped for HTML.
    HtmlEscaped,
    /// The text was escaped as the inside of a JSON string.
    JsonEscaped,
    /// The text stood between quotes that are doubled inside, as in a cell of CSV.
    Doubled,
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
    /// A comma that parts nothing was taken away.
    TrailingComma,
    /// A comma between two members or items was put in.
    MissingComma,
    /// A closing bracket behind the whole was taken away.
    ExtraBracket,
    /// A number of JavaScript's became JSON's.
    Number,
    /// `True`, `False` or `None` became JSON's word.
    PythonWord,
    /// Strings with a sign between them became one.
    Joined,
    /// XML that was escaped as a whole became XML.
    XmlEscaped,
    /// The end was cut off; what was open was closed.
    CutOff,
}

/// One repair. What was escaped as a whole counts as one.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
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

    pub(super) fn to_json(&self, place: (usize, usize), lang: Lang) -> String {
        let mut out = placed(&self.span, place)
            .text("code", self.fix.name())
            .text("before", &self.before)
            .text("after", &self.after);
        if self.count > 1 {
            out = out.number("count", self.count as i64);
        }
        out.text("message", self.fix.words().get(lang)).end()
    }
}

/// Why something was left out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Why {
    /// A comment; JSON has none.
    Comment,
    /// A header that the operation does not take.
    Header,
    /// A parameter of the query that the operation does not take.
    Parameter,
    /// A value that is given more than once; the last one counts.
    Repeated,
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
    /// A path other than the operation's.
    Path,
    /// A secret among the values; what stands for it is no value.
    Secret,
    /// What else a callback says than the message that was taken out of it.
    Received,
    /// What stands there, and is not sent.
    Unsent,
    /// A variable, or code that is not followed, where nothing hangs on it.
    Unknown,
}

/// Something that was left out.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
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

    pub(super) fn to_json(&self, place: (usize, usize), lang: Lang) -> String {
        let out = placed(&self.span, place).text("code", self.why.name()).text("what", &self.what);
        out.text("message", self.why.words().get(lang)).end()
    }
}

fn placed(span: &Range<usize>, (line, column): (usize, usize)) -> Object {
    let out = Object::new().json("span", &format!("[{},{}]", span.start, span.end));
    out.number("line", line as i64).number("column", column as i64)
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
