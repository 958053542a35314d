//! What came of a send, as the reader tells it: to it the page hands all that is answered.

use wxwire::layer::json::{Tree, Value};
use wxwire::verdict::Level;

/// What came back.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    /// The answer, if there was one.
    pub(crate) answer: Option<Answer>,
    /// How long it took.
    pub(crate) milliseconds: u32,
}

/// An HTTP answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) retry_after: Option<String>,
    pub(crate) body: String,
}

/// What came of the last send, as far as it is known.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The operation that it is about.
    pub(crate) operation: &'static str,
    pub(crate) level: Option<Level>,
    /// All that the reader tells of it.
    pub(crate) told: Option<Told>,
    /// It could not be sent; why not.
    pub(crate) error: Option<String>,
    /// An answer of this HTTP status came, and the reader did not load; why not.
    pub(crate) unread: Option<(u16, String)>,
    /// The browser did not get or did not show an answer.
    pub(crate) unanswered: bool,
    pub(crate) milliseconds: Option<u32>,
}

/// Markup of the reader's in each language, in which everything from outside is text.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl Outcome {
    /// What the reader says.
    pub(crate) fn read(operation: &'static str, said: &str) -> Option<Self> {
        let tree = Tree::parse(said).ok()?;
        let text = |name| tree.root().get(name).and_then(Value::as_str);
        let told = Told { zh: text("zh")?.into_owned(), en: text("en")?.into_owned() };
        Some(Self { operation, level: Level::named(&text("level")?), told: Some(told), ..Self::default() })
    }
}
