//! What came of a send, as the reader tells it: to it the page hands all that is answered.

use wxwire::lang::Lang;
use wxwire::layer::json::{Tree, Value};
use wxwire::verdict::Level;

use crate::question::Said;

/// What came back, and after how many milliseconds.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// An answer.
    Answer(Answer, u32),
    /// None that may be read.
    Nothing(Option<u32>),
    /// It was not sent; why not.
    Refused(String),
    /// It was not sent, for the reader, which sends, did not load; why not.
    NotLoaded(String),
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
    /// What the reader tells of it.
    pub(crate) told: Option<Told>,
    /// It could not be sent; why not.
    pub(crate) error: Option<String>,
    /// An answer of this HTTP status came, and the reader did not load; why not.
    pub(crate) unread: Option<(u16, String)>,
    /// The browser did not get or did not show an answer.
    pub(crate) unanswered: bool,
    pub(crate) milliseconds: Option<u32>,
}

/// What the reader tells.
#[derive(Debug)]
pub(crate) struct Told {
    /// The stable name of the level.
    pub(crate) level: String,
    /// What the level is called, and markup of all the rest, in which everything from outside is text: in each language.
    zh: [String; 2],
    en: [String; 2],
}

impl Reply {
    /// Reads what the reader says of a send.
    pub(crate) fn read(said: Said) -> Self {
        match said {
            Ok(said) => said.and_then(|said| Self::told(&said)).unwrap_or(Self::Nothing(None)),
            Err(error) => Self::NotLoaded(error),
        }
    }

    fn told(said: &str) -> Option<Self> {
        let tree = Tree::parse(said).ok()?;
        let text = |name| Some(tree.root().get(name).and_then(Value::as_str)?.into_owned());
        let number = |name| tree.root().get(name).map(Value::source);
        if let Some(error) = text("error") {
            return Some(Self::Refused(error));
        }
        let milliseconds = number("milliseconds")?.parse().ok()?;
        Some(match number("status") {
            None => Self::Nothing(Some(milliseconds)),
            Some(status) => {
                let (status, retry_after, body) = (status.parse().ok()?, text("retry_after"), text("body")?);
                Self::Answer(Answer { status, retry_after, body }, milliseconds)
            }
        })
    }
}

impl Told {
    /// Reads what the reader says.
    pub(crate) fn read(said: &str) -> Option<Self> {
        let tree = Tree::parse(said).ok()?;
        let text = |name| Some(tree.root().get(name).and_then(Value::as_str)?.into_owned());
        Some(Self { level: text("level")?, zh: [text("title_zh")?, text("zh")?], en: [text("title_en")?, text("en")?] })
    }

    /// What the level is called, and the markup.
    pub(crate) fn get(&self, lang: Lang) -> &[String; 2] {
        if lang == Lang::Zh { &self.zh } else { &self.en }
    }
}

impl Outcome {
    /// The stable name of the level; what came back and was not told may mean anything.
    pub(crate) fn level(&self) -> &str {
        match &self.told {
            Some(told) => &told.level,
            None if self.error.is_some() => "none",
            None => Level::Unknown.name(),
        }
    }

    /// Whether nothing has left.
    pub(crate) fn is_unsent(&self) -> bool {
        let unsent = [Level::Invalid, Level::NotSent].map(Level::name);
        self.error.is_some() || unsent.contains(&self.level())
    }
}
