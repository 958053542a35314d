//! What came of a send: as the command tells it, or the reader, to which the page hands what it was answered itself.

use wxwire::layer::json::{Tree, Value};
use wxwire::operation::Entry;
use wxwire::verdict::Level;

use crate::pretty::pretty;

/// The levels, to find one by its name.
const LEVELS: [Level; 9] = [
    Level::Invalid,
    Level::NotSent,
    Level::Unknown,
    Level::Refused,
    Level::Partial,
    Level::Accepted,
    Level::Queued,
    Level::Delivered,
    Level::Failed,
];

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

/// The verdict and the reply, as they are shown.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    /// The operation that it is about.
    pub(crate) operation: &'static str,
    /// Method and URL, as the one who sent says it.
    pub(crate) request: Option<String>,
    pub(crate) level: Option<Level>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) ids: Vec<Id>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) settled_by: Option<String>,
    /// How that settles it, in words.
    pub(crate) settled_how: Option<String>,
    /// The reply laid out.
    pub(crate) reply: Option<String>,
    /// No verdict came; why not.
    pub(crate) error: Option<String>,
    /// The command's answer, of this HTTP status, could not be read.
    pub(crate) unreadable: Option<u16>,
    /// The gateway answered with this HTTP status, and the reader did not load; why not.
    pub(crate) unread: Option<(u16, String)>,
    /// The browser did not get or did not show an answer.
    pub(crate) unanswered: bool,
    pub(crate) milliseconds: Option<u32>,
}

/// One reason.
#[derive(Clone, Debug)]
pub(crate) struct Reason {
    pub(crate) path: String,
    pub(crate) message: String,
}

/// An id that the gateway gave.
#[derive(Clone, Debug)]
pub(crate) struct Id {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) path: String,
}

impl Outcome {
    /// Reads what the command answers: request, verdict and reply, or why it refused before anything left. Whatever else
    /// comes, broken JSON or a proxy's page, does not tell whether the request left.
    pub(crate) fn read(entry: &Entry, answer: &Answer) -> Self {
        Self::told(entry, answer).unwrap_or_else(|| Self {
            operation: entry.id,
            level: Some(Level::Unknown),
            unreadable: Some(answer.status),
            reply: Some(answer.body.chars().take(400).collect()).filter(|text: &String| !text.is_empty()),
            ..Self::default()
        })
    }

    /// What the answer tells, if it can be read.
    fn told(entry: &Entry, answer: &Answer) -> Option<Self> {
        let tree = Tree::parse(&answer.body).ok()?;
        let root = tree.root();
        if let Some(refused) = Self::refusal(entry, answer.status, root) {
            return Some(refused);
        }
        let verdict = root.get("verdict").filter(|_| answer.status == 200)?;
        let level = verdict.get("level").and_then(Value::as_str)?;
        let level = LEVELS.into_iter().find(|one| one.name() == level)?;
        let request = root.get("request");
        let request = request.and_then(|request| {
            Some(format!("{} {}", request.get("method").and_then(string)?, request.get("url").and_then(string)?))
        });
        let list = |name| verdict.get(name).into_iter().flat_map(Value::items);
        let part = |value: Value<'_>, name| value.get(name).and_then(string).unwrap_or_default();
        Some(Self {
            operation: entry.id,
            request,
            level: Some(level),
            reasons: list("reasons")
                .map(|one| Reason { path: part(one, "path"), message: part(one, "message") })
                .collect(),
            ids: list("ids")
                .map(|one| Id { name: part(one, "name"), value: part(one, "value"), path: part(one, "path") })
                .collect(),
            code: verdict.get("code").and_then(string),
            message: verdict.get("message").and_then(string),
            settled_by: verdict.get("settled_by").and_then(string),
            settled_how: verdict.get("settled_how").and_then(string),
            reply: root.get("reply").filter(|reply| reply.source() != "null").map(shown),
            ..Self::default()
        })
    }

    /// What the command itself said no to, on the level that it says.
    fn refusal(entry: &Entry, status: u16, root: Value<'_>) -> Option<Self> {
        let code = root.find("/error/code").filter(|_| (400..500).contains(&status))?.as_str()?;
        let level = match &*code {
            "invalid" => Level::Invalid,
            "not_sent" | "token" => Level::NotSent,
            _ => return None,
        };
        let error = root.find("/error/message").and_then(string);
        Some(Self { operation: entry.id, level: Some(level), error, ..Self::default() })
    }
}

/// A scalar as text: a string's content, a number as it was written.
fn string(value: Value<'_>) -> Option<String> {
    Some(value.as_str().map_or_else(|| value.source().to_owned(), |text| text.into_owned()))
}

/// A reply: laid out when it is JSON, else its text.
fn shown(reply: Value<'_>) -> String {
    match reply.as_str() {
        Some(text) => pretty(&text),
        None => pretty(reply.source()),
    }
}
