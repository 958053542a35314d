//! Mentions. Each needs the wxid in a list, `@nick` in the text, and a room.

use crate::layer::json::Value;
use crate::problem::{Code, Problem, Source};
use crate::schema::{IdSort, MAX_PROBLEMS};

/// The parts of a message that make a mention.
pub(super) struct Mentions<'v> {
    /// The receiver.
    pub(super) receiver: Option<Value<'v>>,
    /// The name of the list of wxids.
    pub(super) name: &'static str,
    /// The list: an array, or a text with commas.
    pub(super) list: Option<Value<'v>>,
    /// The text.
    pub(super) content: Option<Value<'v>>,
}

impl Mentions<'_> {
    /// Adds what keeps the mentions from working.
    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        let named = self.list.is_some_and(|list| !list.is_str("") && (list.as_str().is_some() || names(list)));
        let receiver = self.receiver.and_then(Value::as_str).unwrap_or_default();
        let is_room = IdSort::of(&receiver) == Some(IdSort::Room);
        if let Some(list) = self.list.filter(|_| named) {
            self.check_ids(list, problems);
            if matches!(IdSort::of(&receiver), Some(IdSort::User | IdSort::OpenIm)) {
                let problem = Problem::new(Code::Ignored).expected(&*receiver);
                problems.push(problem.on(list).source(Source::Inferred));
            }
        }
        let Some((content, text)) = self.content.and_then(|content| Some((content, content.as_str()?))) else { return };
        if named && !text.contains('@') {
            let problem = Problem::new(Code::Incomplete).expected("@nick");
            problems.push(problem.on(content).source(Source::Documented));
        }
        if !named && is_room && mentions(&text) {
            // The `@` may be plain text, so this is only likely.
            let problem = Problem::new(Code::Incomplete).expected(self.name);
            problems.push(problem.on(content).source(Source::Inferred));
        }
    }

    /// The list takes ids; nicks belong in the text.
    fn check_ids(&self, list: Value<'_>, problems: &mut Vec<Problem>) {
        let mut look = |ids: &str, value: Value<'_>| {
            let strange = ids.split(',').find(|id| !id.is_empty() && *id != EVERYBODY && !is_id(id));
            if let Some(id) = strange {
                let problem = Problem::new(Code::WrongForm).expected("wxid_…").found(id);
                problems.push(problem.on(value).source(Source::Inferred));
            }
        };
        match list.as_str() {
            Some(ids) => look(&ids, list),
            None => list.items().take(MAX_PROBLEMS).for_each(|item| look(&item.as_str().unwrap_or_default(), item)),
        }
    }
}

/// Mentions everybody; only the owner and admins may.
const EVERYBODY: &str = "notify@all";

/// Whether a list has an item that is not empty.
fn names(list: Value<'_>) -> bool {
    list.items().any(|item| !item.is_str(""))
}

/// Whether a text can be the id of a person: letters, digits, `_`, `-` and `.`, with `@openim` behind a WeCom contact's.
fn is_id(id: &str) -> bool {
    let name = id.strip_suffix("@openim").unwrap_or(id);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

/// Whether a text seems to mention somebody: an `@` that follows no letter or digit, with a name right behind it.
fn mentions(text: &str) -> bool {
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        if char == '@' && !before.is_ascii_alphanumeric() && chars.peek().is_some_and(|next| !next.is_whitespace()) {
            return true;
        }
        before = char;
    }
    false
}
