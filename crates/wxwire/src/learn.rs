//! A gateway's document out of what people have: other documents, exports of tools, pages as they were copied.
//!
//! Each source is read into the same [`Learned`]: an OpenAPI 3.1 document as the catalog reads them, and a note for all that
//! was guessed or left out. Pure: nothing that a source refers to is fetched.
//!
//! | source | form |
//! |---|---|
//! | OpenAPI 3.0 or 3.1 | JSON |
//! | a collection of Postman's, 2.0 or 2.1 | JSON |
//! | a page of a vendor's documentation: tables of fields, samples of requests and replies | HTML, or its text as it was copied |
//!
//! YAML is not read: make JSON of it first, as the command `wxwire learn` does. A document of OpenAPI 2, which is called
//! Swagger too, has to be converted to 3.0 first.
//!
//! [`catalog::learn`](crate::catalog::learn) takes the document in, and from then on its calls are like any other;
//! [`missing`] says what it still lacks. The [`cookbook`](crate::cookbook#learn-a-gateway) has the whole way.
//!
//! # What a document may say beyond OpenAPI
//!
//! Each of these members may be absent, but for `x-gateway`, which [`learn()`] writes. What is not there is not known: without
//! `x-reply` the HTTP status alone decides a verdict.
//!
//! | member | stands on | value | what it says |
//! |---|---|---|---|
//! | `x-gateway` | `info` | `[a-z][a-z0-9_]{0,31}` | whose document it is: the first part of ids. One of a gateway that is known adds calls to it |
//! | `x-section` | `info` | a name | which part of the calls it holds; without it, a call's first tag is its part |
//! | `x-title-zh` | `info`, a call, an example | text | the title in Chinese; `title` and `summary` are English |
//! | `x-help-zh` | a call, a field, a scheme | text | the description in Chinese |
//! | `x-reply` | the document, a call | `{"code": "/errcode", "ok": [0], "message": "/errmsg", "expired": [42001]}` | how replies tell success: pointers to code and words, the codes of a success, and those that refuse a call for its token alone, so that another is fetched; `{}` where the HTTP status alone decides |
//! | `x-examples` | a call | examples by name | values of the whole call, where it has parameters; those of a body alone stand there |
//! | `x-ids` | a call | pointers | the ids of what was taken; `*` stands for every item of a list |
//! | `x-not-taken` | a call | pointers | where the reply names what was not taken |
//! | `x-settled-by` | a call | `{"name", "how", "x-how-zh", "callback"}` | what settles what it began |
//! | `x-yields` | a call | `[{"credential", "pointer", "seconds"}]` | the credentials that its reply brings |
//! | `x-rate` | a call | `[{"times", "seconds", "per", "x-per-zh"}]` | how often it may be called |
//! | `x-idempotency` | a call | a field's name | the field that makes a repeat harmless |
//! | `x-source` | a call, a field | `documented`, `observed`, `inferred` | where the call, or a field's limits, are known from; only what is documented refuses values |
//! | `x-credential` | a member of a body | `true` | a credential, and no value |
//!
//! OpenAPI has one call of a method at a path. Further ones stand under the path with a `#` behind it, which no server sees:
//! `/api#delete`. A member of the body or a parameter of the query that has another `const` in each tells them apart.
//!
//! What a field may say beside JSON Schema:
//!
//! | member | value | what it says |
//! |---|---|---|
//! | `x-in` | `query`, `path`, `header`, `filename` | where a member of the body's schema travels instead; parameters say it themselves |
//! | `x-type-source` | as `x-source` | where its type, and that it is required, is known from |
//! | `x-null` | `true` | `null` is a value as good as any |
//! | `x-join` | a text | what stands between the items of a list that travels as one text |
//! | `x-layer` | `xml`, `base64`, `base64!protobuf`, … | what is inside the text, one in the other |
//! | `x-root` | a name | the root element of that XML |
//! | `x-id` | `wxid`, `chatroom`, `openim`, `gh`, `mini_program`, `appid`, `device`, `message`, with blanks between | the sorts of ids that it takes |
//! | `x-unit` | `seconds`, `milliseconds` | what the number counts |
//! | `x-cut` | `true` | the vendor cuts off what is too much, so it is a warning |
//! | `x-undocumented` | `true` | the vendor does not say what it holds: noted, passed on unchecked |
//! | `x-others` | `true` | on an object with a tag: there are more variants than are documented |
//! | `x-receiver` | `true` | names who receives the message |
//! | `x-messages` | `true` | each item is a message of its own |
//! | `x-moment` | `any`, `future` | it is a moment in Unix seconds, and whether it must be still to come |
//! | `x-when` | `field=one\|another` | it has an effect only where another field of its object says one of these |
//! | `x-needed` | as `x-when`, or a list of such | it must be there where one of these holds |
//! | `x-one-of` | `url \| appid + pagepath` | of an object: one of these ways to fill it in must be complete |
//! | `minBytes`, `maxBytes` | number | least and most bytes of UTF-8 |

mod apifox;
mod call;
mod field;
mod missing;
mod name;
mod notes;
mod openapi;
mod page;
mod postman;
mod sample;
mod schema;
mod twins;
mod types;
mod write;

pub use crate::document::is_name;
pub use apifox::apifox;
pub use missing::{Missing, missing};
pub use page::page;
pub use postman::postman;

use std::ops::Range;

use crate::import::{self, Sample};
use crate::lang::Words;
use crate::layer::json::{Kind, Tree};
use crate::operation::Entry;
use crate::problem::{Code, Problem};

/// All requests of a text, in its order: those of a HAR or a collection, the samples of a vendor's page, or the only one.
///
/// # Errors
/// The one problem that keeps the text from being read at all, as with [`import`](crate::import::import).
pub fn requests(bytes: &[u8], operation: Option<&'static Entry>) -> Result<Vec<Sample>, Problem> {
    import::all(bytes, operation, page::samples)
}

/// Those of [`requests`] that a command or a program sends, or that a tool kept.
pub(crate) fn written(bytes: &[u8]) -> Vec<Sample> {
    import::written(bytes, page::samples)
}

/// How many requests [`requests`] finds, at less cost.
pub fn request_count(bytes: &[u8]) -> usize {
    import::count(bytes, page::samples)
}

/// Learns a gateway from a source, whatever sort it is of. `name` is the gateway's; without it, the source's own or one that
/// is made of its title.
///
/// # Errors
/// The one problem that keeps the source from being read, at its place: YAML, OpenAPI 2, or nothing that tells of a call.
pub fn learn(source: &[u8], name: Option<&str>) -> Result<Learned, Problem> {
    if let Some(name) = name.filter(|name| !is_name(name)) {
        return Err(name::wrong(name));
    }
    let text = std::str::from_utf8(source).unwrap_or_default();
    // The one place that tells sources apart.
    let tree = Tree::read(source);
    let made = match &tree {
        Ok(tree) if apifox::is_project(tree.root()) => apifox(text)?,
        Ok(tree) if tree.root().get("item").is_some() => postman(text)?,
        Ok(tree) if tree.root().kind() == Kind::Object => return openapi::openapi(tree.root(), name),
        Err(problem) if text.trim_start().starts_with(['{', '[']) || text.is_empty() => return Err(problem.clone()),
        _ => page(text).map_err(|problem| match is_yaml(text) {
            true => Problem::new(Code::WrongForm).expected("JSON").found("YAML"),
            false => problem,
        })?,
    };
    // Such a document is one of another author's: how its replies tell success is not in it.
    let document = Tree::parse(&made.document)?;
    let learned = openapi::openapi(document.root(), name)?;
    let more = learned.notes.into_iter().map(|note| Note { span: 0..0, ..note });
    Ok(Learned { notes: made.notes.into_iter().chain(more).collect(), ..learned })
}

/// The same of a file, which names the gateway where nothing in it does.
///
/// # Errors
/// As [`learn()`].
pub fn learn_file(source: &[u8], name: Option<&str>, file: &str) -> Result<Learned, Problem> {
    let learned = learn(source, name)?;
    let is_nameless = name.is_none() && learned.gateway == name::NAMELESS;
    match name::of_file(file).filter(|_| is_nameless) {
        Some(of_file) => learn(source, Some(&of_file)),
        None => Ok(learned),
    }
}

/// Whether a text is OpenAPI in YAML.
fn is_yaml(text: &str) -> bool {
    let keys = ["openapi:", "swagger:", "\"openapi\":", "'openapi':"];
    !text.trim_start().starts_with('<') && text.lines().any(|line| keys.iter().any(|key| line.starts_with(key)))
}

/// The most bytes of a source.
const MAX_BYTES: usize = 4 << 20;

/// The most fields of a source.
const MAX_ROWS: usize = 5000;

/// The most calls of a source.
const MAX_CALLS: usize = 500;

/// How deep fields may stand in one another.
const MAX_DEPTH: usize = 32;

/// What a source taught.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Learned {
    /// The name of the gateway.
    pub gateway: String,
    /// The document, OpenAPI 3.1 as JSON.
    pub document: String,
    /// What was guessed and what was left out, in the order of the source.
    pub notes: Vec<Note>,
}

/// Something that whoever teaches should know.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Note {
    /// Whether it was guessed, or left out.
    pub kind: NoteKind,
    /// Where in the source, in bytes.
    pub span: Range<usize>,
    /// What stands there, cut short.
    pub what: String,
    /// Why.
    pub words: Words,
}

impl NoteKind {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Guessed => "guessed",
            Self::LeftOut => "left_out",
        }
    }

    /// The name for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Guessed => Words::new("推测", "guessed"),
            Self::LeftOut => Words::new("已略去", "left out"),
        }
    }
}

/// What became of something in a source.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum NoteKind {
    /// It was taken in, as it most likely is meant.
    Guessed,
    /// It was not taken in.
    LeftOut,
}
