//! Gathers what a reply says, and draws the verdict.

use super::{Id, Level, Reason, Received, Verdict, Why};
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value};

/// Gathers what a reply says. The gateway and the operation look at it in turn; neither can undo what the other saw.
#[derive(Debug)]
pub struct Judge {
    verdict: Verdict,
    /// Every part has an id, and a callback will settle it.
    queued: bool,
}

impl Judge {
    /// Draws the verdict on an answer: first HTTP, then `look` at the JSON of its body.
    pub(crate) fn verdict(answer: Received<'_>, look: impl FnOnce(Value<'_>, &mut Self)) -> Verdict {
        let mut judge = Self { verdict: Verdict::bare(Level::Accepted), queued: false };
        let Received { status, body, .. } = answer;
        match Tree::read(body) {
            // A server error is no answer, whatever its body says: the call may have had its effect.
            _ if status >= 500 => judge.say(Why::HttpStatus, status.to_string()),
            Ok(tree) if tree.root().kind() == Kind::Object => {
                let root = tree.root();
                look(root, &mut judge);
                // Of a key that stands twice, nobody can say which one was meant.
                let twice = |(key, value): &(Value<'_>, Value<'_>)| {
                    key.as_str().is_some_and(|name| root.get(&name).is_some_and(|last| last.span() != value.span()))
                };
                if let Some((_, value)) = root.members().take(100).find(twice) {
                    judge.at(value, Why::NoCode, "");
                }
            }
            // 408 and 425 may be a proxy's.
            _ if matches!(status, 408 | 425) => {}
            _ if (400..500).contains(&status) && body.trim_ascii().is_empty() => {
                judge.say(Why::Code, status.to_string())
            }
            Ok(_) => judge.say(Why::NoCode, ""),
            Err(problem) => judge.say(Why::NotJson, problem.code.name()),
        }
        judge.status(answer);
        judge.close()
    }

    fn status(&mut self, answer: Received<'_>) {
        let refused = self.verdict.reasons.iter().any(|reason| reason.why.level() == Some(Level::Refused));
        match answer.status {
            429 => {
                let detail = answer.retry_after.map_or("429".into(), |wait| format!("429, Retry-After {wait}"));
                self.verdict.reasons.retain(|reason| reason.why != Why::NotJson && reason.why != Why::NoCode);
                self.say(Why::RateLimited, detail);
            }
            status @ (401 | 403) => self.say(Why::Credentials, status.to_string()),
            status @ 400..500 if !refused => self.say(Why::HttpStatus, status.to_string()),
            status @ 300..400 => self.say(Why::HttpStatus, status.to_string()),
            _ => {}
        }
    }

    fn close(self) -> Verdict {
        let Self { mut verdict, queued } = self;
        let forced: Vec<Level> = verdict.reasons.iter().filter_map(|reason| reason.why.level()).collect();
        verdict.level = match () {
            () if forced.contains(&Level::Refused) => Level::Refused,
            () if forced.contains(&Level::Unknown) => Level::Unknown,
            () if queued && !verdict.has(Why::NoId) => Level::Queued,
            () => Level::Accepted,
        };
        if !matches!(verdict.level, Level::Accepted | Level::Queued) && verdict.ids.is_empty() {
            verdict.settled_by = None;
        }
        verdict
    }

    fn say(&mut self, why: Why, detail: impl Into<String>) {
        self.verdict.reasons.push(Reason::new(why, detail));
    }

    /// Something seen at a value of the reply.
    pub fn at(&mut self, value: Value<'_>, why: Why, detail: impl Into<String>) {
        self.verdict.reasons.push(Reason { path: value.pointer(), ..Reason::new(why, detail) });
    }

    /// A code of the vendor's, with what it means.
    pub fn code(&mut self, value: Value<'_>, why: Why, meaning: Option<Words>) {
        let path = value.pointer();
        self.verdict.reasons.push(Reason { path, meaning, ..Reason::new(why, plain(value)) });
    }

    /// Something that is not there, though it should be, inside a value of the reply.
    pub fn absent(&mut self, value: Value<'_>, key: &str, why: Why) {
        let path = format!("{}/{key}", value.pointer());
        self.verdict.reasons.push(Reason { path, ..Reason::new(why, key) });
    }

    /// The vendor's code and words.
    pub fn vendor(&mut self, code: Option<Value<'_>>, message: Option<Value<'_>>) {
        self.verdict.code = code.map(plain).or(self.verdict.code.take());
        self.verdict.message = message.map(plain).filter(|text| !text.is_empty()).or(self.verdict.message.take());
    }

    /// An id inside an object of the reply; absent, 0 or empty is worth a reason.
    pub fn id(&mut self, object: Value<'_>, key: &str) -> bool {
        match object.get(key).map(|value| (value, plain(value))) {
            Some((value, text)) if is_id(value, &text) => {
                self.verdict.ids.push(Id { name: key.to_owned(), value: text, path: value.pointer() });
                true
            }
            Some((value, _)) => {
                self.at(value, Why::NoId, key);
                false
            }
            None => {
                self.absent(object, key, Why::NoId);
                false
            }
        }
    }

    /// Every part has an id.
    pub fn queued(&mut self) {
        self.queued = true;
    }

    /// What would settle it.
    pub fn settled_by(&mut self, name: &'static str, how: Words) {
        self.verdict.settled_by = Some((name, how));
    }
}

/// Whether a value can be an id: text that says something, or a positive integer.
fn is_id(value: Value<'_>, text: &str) -> bool {
    match value.kind() {
        Kind::String => !text.trim().is_empty() && text != "0" && !text.contains(char::is_control),
        Kind::Number => text != "0" && text.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

/// A scalar as text: a string resolved, a number as it was written.
fn plain(value: Value<'_>) -> String {
    value.as_str().map_or_else(|| value.source().to_owned(), std::borrow::Cow::into_owned)
}
