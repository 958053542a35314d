//! A problem of the text as the page shows it, whoever found it: the schema, here, or the rules, in the reader.

use std::borrow::Cow;
use std::ops::Range;

use wxwire::lang::Lang;
use wxwire::layer::json::{Tree, Value};
use wxwire::problem::{Problem, Severity, Source};

/// A problem of the text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Finding {
    pub(crate) path: String,
    /// The stable name of its kind.
    pub(crate) code: Cow<'static, str>,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) source: Option<Source>,
    /// The bytes of the text that it is about.
    pub(crate) span: Option<Range<usize>>,
}

impl Finding {
    /// What the schema found.
    pub(crate) fn of(problem: Problem, lang: Lang) -> Self {
        let code = problem.code.name();
        let message = problem.plain_message(lang);
        debug_assert!(message.is_some(), "{code}");
        let (message, code) = (message.unwrap_or_default(), code.into());
        let Problem { path, severity, source, span, .. } = problem;
        Self { path, code, severity, message, source, span }
    }

    /// What the reader found, as it tells it.
    pub(crate) fn read(said: &str) -> Vec<Self> {
        let tree = Tree::parse(said).ok();
        tree.iter().flat_map(|tree| tree.root().items()).filter_map(Self::read_one).collect()
    }

    fn read_one(told: Value<'_>) -> Option<Self> {
        let text = |name: &str| told.get(name).and_then(Value::as_str);
        let severities = [Severity::Note, Severity::Warning, Severity::Error];
        let severity = text("severity").and_then(|name| severities.into_iter().find(|one| one.name() == name))?;
        let mut span = told.get("span").into_iter().flat_map(Value::items).filter_map(|at| at.source().parse().ok());
        Some(Self {
            path: text("path")?.into(),
            code: text("code")?.into_owned().into(),
            severity,
            message: text("message")?.into(),
            source: text("source").and_then(|name| Source::named(&name)),
            span: span.next().zip(span.next()).map(|(start, end)| start..end),
        })
    }

    pub(crate) fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Where it stands in the text.
    pub(crate) fn place(&self) -> usize {
        self.span.as_ref().map_or(0, |span| span.start)
    }
}
