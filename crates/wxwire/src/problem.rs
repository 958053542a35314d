//! What is wrong with a payload, as data: where, what, how much, and who says so. The words come last.

mod closely;
mod sources;
mod words;

use std::ops::Range;

use crate::lang::Lang;

/// What kind of mistake it is. The names are stable: programs compare them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Code {
    /// There is nothing to read.
    Empty,
    /// More bytes than are read at all.
    TooLarge,
    /// Nested deeper than is read at all.
    TooDeep,
    /// Not UTF-8.
    NotUtf8,
    /// Not JSON.
    Syntax,
    /// A required field is absent.
    Required,
    /// Of several ways to fill in a group of fields, none is complete.
    RequiredOneOf,
    /// Another JSON type than the field has.
    WrongType,
    /// `null` where a field is better left out.
    Null,
    /// Not one of the values that the field knows.
    UnknownValue,
    /// A field that the operation does not have.
    UnknownField,
    /// The same field twice.
    DuplicateField,
    /// The same item twice, in a list of which no two may be the same.
    DuplicateItem,
    /// Text below its least length.
    TooShort,
    /// Text above its greatest length.
    TooLong,
    /// Fewer items than the least.
    TooFew,
    /// More items than the greatest.
    TooMany,
    /// A number below the least.
    TooSmall,
    /// A number above the greatest.
    TooBig,
    /// A character that the field may not hold.
    BadCharacter,
    /// Half of a surrogate pair: no text at all.
    LoneSurrogate,
    /// A value that works only together with something that is not there.
    Incomplete,
    /// A field that has no effect beside the other values.
    Ignored,
    /// The vendor's document does not say what this holds; it is passed on unchecked.
    Undocumented,
    /// A credential among the values: it is taken out, and comes from the profile or the environment.
    CredentialInValues,
    /// Not well-formed XML.
    XmlSyntax,
    /// A document type declaration in XML.
    XmlDoctype,
    /// XML with another root than the field wants.
    XmlRoot,
    /// Not base64.
    NotBase64,
    /// Not a protobuf message.
    NotProtobuf,
    /// Not well-formed YAML.
    YamlSyntax,
    /// Not a document of OpenAPI.
    NotOpenApi,
    /// A part of a document that is not understood.
    NotUnderstood,
    /// A reference that leads back to itself.
    Circle,
    /// An id that another call has.
    IdTaken,
    /// A host that is none of the gateway's, whose credentials would go there.
    OtherHost,
    /// A path that leads to no value, or one that is not the call's.
    NoSuchPath,
    /// A value that cannot be written at its place.
    CannotHold,
    /// There were so many problems that the check stopped.
    Stopped,
    /// A broken text that can be read in more than one way.
    Ambiguous,
    /// A text that ends in the middle of a value.
    CutOff,
    /// A variable, or code, where a value has to be.
    Variable,
    /// A body that does not look like the operation's.
    NotItsBody,
    /// What the source itself would send is not what it shows; `expected` says why.
    SentOtherwise,
    /// A body that stands in a file.
    FileNeeded,
    /// A text that is no request, and holds none.
    NoRequest,
    /// A text that does not look as such a value does.
    WrongForm,
    /// A text that was escaped once more than its place wants.
    Escaped,
    /// Text that was left to be filled in.
    Placeholder,
    /// A moment that is over, where one must be still to come.
    Past,
    /// An id that was probably rounded on its way through JavaScript.
    Rounded,
}

/// How bad it is. There are no others.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// Worth knowing; nothing to do.
    Note,
    /// Probably not what was meant; it can be sent.
    Warning,
    /// It is not sent.
    Error,
}

/// What a limit counts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Unit {
    /// Bytes of UTF-8.
    Bytes,
    /// Unicode characters.
    Characters,
    /// Items of a list.
    Items,
    /// Levels of nesting.
    Levels,
    /// Seconds.
    Seconds,
    /// Milliseconds.
    Milliseconds,
}

/// Where a limit, or a whole operation, is known from.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Source {
    /// The vendor's own page says so.
    #[default]
    Documented,
    /// Seen in real traffic or in a client's code.
    Observed,
    /// Concluded from a sibling product or from the data.
    Inferred,
}

/// One mistake, at its place.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// The path to the value: a JSON pointer that goes on into inner layers. Of XML that was read by itself, as
    /// [`appmsg`](crate::appmsg) does, it begins with the root element: `/msg/appmsg/url`.
    /// [`Document`](crate::layer::document::Document) takes it so, and as `!xml/msg/appmsg/url` too.
    pub path: String,
    /// What kind of mistake.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// The bytes of the checked text that it is about, where there is such a place.
    pub span: Option<Range<usize>>,
    /// What would have been right: names, a type, a token.
    pub expected: String,
    /// What stands there instead, shortened.
    pub found: String,
    /// The limit that was crossed.
    pub limit: Option<i64>,
    /// What was measured.
    pub actual: Option<i64>,
    /// What limit and measure count.
    pub unit: Option<Unit>,
    /// Where the rule comes from.
    pub source: Option<Source>,
}

impl Problem {
    /// A problem with the whole, of the severity that its code has by nature.
    pub fn new(code: Code) -> Self {
        let severity = match code {
            Code::Undocumented => Severity::Note,
            Code::Null
            | Code::UnknownField
            | Code::Incomplete
            | Code::Ignored
            | Code::CredentialInValues
            | Code::Rounded => Severity::Warning,
            _ => Severity::Error,
        };
        Self {
            path: String::new(),
            code,
            severity,
            span: None,
            expected: String::new(),
            found: String::new(),
            limit: None,
            actual: None,
            unit: None,
            source: None,
        }
    }

    /// The same, at a path.
    #[must_use]
    pub fn at(self, path: impl Into<String>) -> Self {
        Self { path: path.into(), ..self }
    }

    /// The same, about these bytes.
    #[must_use]
    pub fn span(self, span: Range<usize>) -> Self {
        Self { span: Some(span), ..self }
    }

    /// The same, with what would have been right.
    #[must_use]
    pub fn expected(self, expected: impl Into<String>) -> Self {
        Self { expected: expected.into(), ..self }
    }

    /// The same, with what stands there: the first 40 characters of it.
    #[must_use]
    pub fn found(self, found: &str) -> Self {
        let mut short: String = found.chars().take(40).collect();
        if short.len() < found.len() {
            short.push('…');
        }
        Self { found: short, ..self }
    }

    /// The same, with a limit and the measure that crosses it.
    #[must_use]
    pub fn measured(self, limit: usize, actual: usize, unit: Unit) -> Self {
        let number = |size: usize| i64::try_from(size).ok();
        Self { limit: number(limit), actual: number(actual), unit: Some(unit), ..self }
    }

    /// The same, known from `source`. Only what the vendor documents refuses a payload: what was observed or inferred
    /// warns.
    #[must_use]
    pub fn source(self, source: Source) -> Self {
        let severity = match source {
            Source::Documented => self.severity,
            Source::Observed | Source::Inferred => self.severity.min(Severity::Warning),
        };
        Self { source: Some(source), severity, ..self }
    }

    /// The same, but not so bad.
    #[must_use]
    pub fn severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// Whether it keeps the payload from being sent.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The problem in words.
    pub fn message(&self, lang: Lang) -> String {
        self.plain_message(lang).unwrap_or_else(|| closely::message(self, lang))
    }

    /// The problem in words, be it one of values or of a text that values come from.
    pub(crate) fn message_of_source(&self, lang: Lang) -> String {
        let told = sources::message(self, lang);
        if told == self.code.name() { self.message(lang) } else { told }
    }

    /// The problem in words, where it is one that JSON itself or a schema has, as [`Entry::check_schema`] finds it.
    ///
    /// [`Entry::check_schema`]: crate::operation::Entry::check_schema
    pub fn plain_message(&self, lang: Lang) -> Option<String> {
        words::plain(self, lang)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.path.is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        out.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for Problem {}
