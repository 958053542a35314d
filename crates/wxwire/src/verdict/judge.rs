//! Gathers what a reply says, and draws the verdict.

use super::code::{as_text, is_id, scalar, shown};
use super::parts::name;
use super::settled::Settled;
use super::words::MESSAGES;
use super::{Id, Level, NotTaken, Reason, Received, Verdict, Why};
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value};

/// The most characters of such words, where no rule says that they are.
const MAX_WORDS: usize = 500;

pub(super) const NOT_KNOWN: Words =
    Words::new("不知道这个接口的回复如何表示成败", "how these replies tell success is not known");
const TWICE: Words = Words::new(
    "字段出现两次，读取 JSON 的程序多数取最后一个，也有的取第一个或拒绝",
    "the field stands twice; most readers of JSON take the last, some the first, and some refuse it",
);
const BARE: Words = Words::new("文档写明没有正文", "without a body, as its document says");

/// So many reasons are kept, and so many ids. Further ones still count for the level.
const MAX_KEPT: usize = 1000;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Gathers what a reply says. The gateway and the operation look at it in turn; neither can undo what the other saw.
#[derive(Debug)]
pub struct Judge {
    pub(super) verdict: Verdict,
    /// The worst level that a reason forces.
    forced: Option<Level>,
    /// Every part has an id, and a callback will settle it.
    queued: bool,
    /// What became of messages that were sent before.
    settled: Settled,
}

impl Judge {
    fn new() -> Self {
        Self { verdict: Verdict::bare(Level::Accepted), forced: None, queued: false, settled: Settled::default() }
    }

    /// Draws the verdict on an answer: `look` at the JSON of its body, then HTTP.
    pub(crate) fn verdict(answer: Received<'_>, look: impl FnOnce(Value<'_>, &mut Self)) -> Verdict {
        let mut judge = Self::new();
        // Some servers write a byte order mark; no reader of JSON has to mind it.
        let answer = Received { body: answer.body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(answer.body), ..answer };
        match Tree::read(answer.body) {
            Ok(tree) if tree.root().kind() == Kind::Object => {
                let root = tree.root();
                look(root, &mut judge);
                judge.inside(root);
                // Of a key that stands twice, nobody can say which one was meant.
                let twice = |(key, value): &(Value<'_>, Value<'_>)| {
                    key.as_str().is_some_and(|name| root.get(&name).is_some_and(|last| last.span() != value.span()))
                };
                if let Some((_, value)) = root.members().take(100).find(twice) {
                    // Where one of the two is a no, and nothing else is, neither can be believed.
                    let path = judge.path(value);
                    let is_no = |reason: &Reason| reason.path == path && reason.why.level() == Some(Level::Refused);
                    let own = judge.verdict.reasons.iter().filter(|reason| is_no(reason)).count();
                    let all =
                        judge.verdict.reasons.iter().filter(|one| one.why.level() == Some(Level::Refused)).count();
                    judge.twice(value);
                    if own > 0 && own == all {
                        judge.forced = Some(Level::Unknown);
                    }
                }
            }
            Ok(_) => judge.say(Why::NoCode, "", None),
            Err(problem) => judge.unreadable(answer, &problem),
        }
        judge.http(answer);
        judge.close()
    }

    /// Draws the verdict on a success that has no body, as its document says.
    pub(crate) fn bare(status: u16) -> Verdict {
        let mut judge = Self::new();
        judge.say(Why::StatusOnly, &status.to_string(), Some(BARE));
        judge.close()
    }

    /// Draws the verdict on an answer of which nothing is known but what HTTP says; `look` at what JSON there may be.
    pub(crate) fn by_status(answer: Received<'_>, look: impl FnOnce(Value<'_>, &mut Self)) -> Verdict {
        let mut judge = Self::new();
        match answer.status {
            200..300 => {
                judge.say(Why::StatusOnly, &answer.status.to_string(), Some(NOT_KNOWN));
                if let Ok(tree) = Tree::read(answer.body) {
                    look(tree.root(), &mut judge);
                }
            }
            // A body beside it may say anything.
            _ => {
                judge.words(answer.body);
                judge.http_alone(answer);
                judge.say(Why::StatusOnly, "", Some(NOT_KNOWN));
            }
        }
        judge.close()
    }

    /// Draws the verdict that a callback brings; none where it tells nothing of a message that was sent.
    pub(crate) fn callback(root: Value<'_>, look: impl FnOnce(Value<'_>, &mut Self)) -> Option<Verdict> {
        let mut judge = Self::new();
        look(root, &mut judge);
        let verdict = judge.close();
        (!verdict.reasons.is_empty() || !verdict.ids.is_empty()).then_some(verdict)
    }

    /// Forgets all but the vendor's code and words.
    pub(super) fn forget(&mut self) {
        let Verdict { code, message, retry_after, .. } =
            std::mem::replace(&mut self.verdict, Verdict::bare(Level::Accepted));
        *self =
            Self { verdict: Verdict { code, message, retry_after, ..Verdict::bare(Level::Accepted) }, ..Self::new() };
    }

    /// Whether something was seen that is a no.
    pub(super) fn is_refused(&self) -> bool {
        self.forced == Some(Level::Refused)
    }

    /// Whether something was taken in, all of it or a part, as far as the body says.
    pub(crate) fn is_success(&self) -> bool {
        self.forced.is_none() || self.verdict.has(Why::Missing) || self.forced == Some(Level::Failed)
    }

    /// Whether the reply gave an id of what was taken in.
    pub(crate) fn has_ids(&self) -> bool {
        !self.verdict.ids.is_empty()
    }

    /// A no beside a yes: nobody can say which of them is true.
    pub(super) fn contradict(&mut self, no: Reason) {
        self.keep(no);
        self.say(Why::Contradiction, "", None);
        self.forced = Some(Level::Unknown);
    }

    fn close(self) -> Verdict {
        let Self { mut verdict, forced, queued, settled } = self;
        verdict.level = match (forced, settled.level()) {
            // What failed, failed; what else was sent is beside it.
            (None | Some(Level::Failed), Some(level)) | (Some(level), _) => level,
            (None, None) if queued && !verdict.has(Why::NoId) => Level::Queued,
            (None, None) => Level::Accepted,
        };
        if !matches!(verdict.level, Level::Accepted | Level::Queued) && verdict.ids.is_empty() {
            verdict.settled_by = None;
        }
        verdict
    }

    /// Keeps a reason, unless there are too many.
    fn keep(&mut self, reason: Reason) {
        match reason.why {
            Why::Sent => self.settled.sent += 1,
            Why::SendFailed => self.settled.failed += 1,
            _ => {}
        }
        if let Some(level) = reason.why.level() {
            let worse = |forced: Level| rank(level) > rank(forced);
            self.forced = if self.forced.is_none_or(worse) { Some(level) } else { self.forced };
        }
        if self.verdict.reasons.len() < MAX_KEPT {
            self.verdict.reasons.push(reason);
        }
    }

    /// The path of a value, which takes a walk from the root: only for a reason that will be kept.
    fn path(&self, value: Value<'_>) -> String {
        if self.verdict.reasons.len() < MAX_KEPT { value.pointer() } else { String::new() }
    }

    /// Something seen in the whole of the answer.
    pub(super) fn say(&mut self, why: Why, detail: &str, meaning: Option<Words>) {
        self.keep(Reason { meaning, ..Reason::new(why, detail) });
    }

    /// Something seen at a value of the reply.
    pub fn at(&mut self, value: Value<'_>, why: Why, detail: &str) {
        self.keep(Reason { path: self.path(value), ..Reason::new(why, detail) });
    }

    /// A code of the vendor's, with what it means.
    pub fn code(&mut self, value: Value<'_>, why: Why, meaning: Option<Words>) {
        self.keep(Reason { path: self.path(value), meaning, ..Reason::new(why, shown(value)) });
    }

    /// A value that is neither a yes nor a no that is known.
    pub(crate) fn unclear(&mut self, value: Value<'_>) {
        self.code(value, Why::NoCode, as_text(value));
    }

    /// Something that is not there, though it should be, inside a value of the reply.
    pub fn absent(&mut self, value: Value<'_>, key: &str, why: Why) {
        let reason = Reason { path: self.path(value) + "/" + key, ..Reason::new(why, key) };
        // Of several ids inside something that is not there, it is said once.
        if !self.verdict.reasons.iter().rev().take(8).any(|told| *told == reason) {
            self.keep(reason);
        }
    }

    fn twice(&mut self, value: Value<'_>) {
        self.keep(Reason { path: self.path(value), meaning: Some(TWICE), ..Reason::new(Why::NoCode, "") });
    }

    /// A member that says what happened, read as a number by `read`. Absent, of another type, or
    /// there twice, nothing can be said of what happened.
    pub fn read<'t>(
        &mut self,
        object: Value<'t>,
        key: &str,
        read: fn(Value<'t>) -> Option<i64>,
    ) -> Option<(Value<'t>, i64)> {
        let mut found = None;
        for (_, value) in object.members().filter(|(name, _)| name.is_str(key)) {
            // Of the outermost object, all members are looked at later.
            if found.is_some() && object.span().start > 0 {
                self.twice(value);
                return None;
            }
            found = Some(value);
        }
        let Some(value) = found else {
            self.absent(object, key, Why::NoCode);
            return None;
        };
        let number = read(value);
        if number.is_none() {
            self.unclear(value);
        }
        Some((value, number?))
    }

    /// A list that says what happened; as [`Judge::read`].
    pub fn list<'t>(&mut self, object: Value<'t>, key: &str) -> Option<Value<'t>> {
        self.read(object, key, |list| (list.kind() == Kind::Array).then_some(0)).map(|(list, _)| list)
    }

    /// The vendor's code and words.
    pub fn vendor(&mut self, code: Option<Value<'_>>, message: Option<Value<'_>>) {
        self.verdict.code = code.and_then(scalar).or(self.verdict.code.take());
        self.message(message.and_then(scalar).unwrap_or_default());
    }

    /// The vendor's words in a failed reply of which no rule says where they stand: the first member that has a name
    /// for them, at the top or inside of one for errors.
    pub(crate) fn words(&mut self, body: &[u8]) {
        if let Ok(tree) = Tree::read(body) {
            self.words_of(tree.root());
        }
    }

    /// The same of a reply that was read.
    pub(crate) fn words_of(&mut self, reply: Value<'_>) {
        let own = |object: Value<'_>| {
            let text = |name: &&str| object.get(name).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
            MESSAGES.iter().find_map(text).map(|text| text.chars().take(MAX_WORDS).collect::<String>())
        };
        let inner = || {
            ["error", "errors"].iter().find_map(|name| {
                let inside = reply.get(name)?;
                own(inside).or_else(|| inside.items().next().and_then(own))
            })
        };
        if self.verdict.message.is_none()
            && let Some(text) = own(reply).or_else(inner)
        {
            self.message(text);
        }
    }

    /// The vendor's words, unless they are empty.
    pub fn message(&mut self, text: String) {
        if !text.is_empty() {
            self.verdict.message = Some(text);
        }
    }

    /// An id inside an object of the reply; absent, 0 or empty is worth a reason.
    pub fn id(&mut self, object: Value<'_>, key: &str) -> bool {
        let Some(value) = object.get(key) else {
            self.absent(object, key, Why::NoId);
            return false;
        };
        match scalar(value).filter(|text| is_id(value, text)) {
            Some(_) if self.verdict.ids.len() >= MAX_KEPT => true,
            Some(text) => {
                self.verdict.ids.push(Id { name: key.to_owned(), value: text, path: value.pointer() });
                true
            }
            None => {
                self.at(value, Why::NoId, key);
                false
            }
        }
    }

    /// The ids at a pointer into the reply, in which `*` stands for every item of a list; whether all are there.
    pub(crate) fn ids(&mut self, reply: Value<'_>, pointer: &str) -> bool {
        if let Some((list, rest)) = pointer.split_once("/*") {
            let items = reply.find(list).into_iter().flat_map(Value::items);
            return items.filter(|item| !self.ids(*item, rest)).count() == 0;
        }
        let mut object = reply;
        let mut steps = pointer.split('/').skip(1).peekable();
        while let Some(step) = steps.next() {
            match object.get(step) {
                Some(next) if steps.peek().is_some() => object = next,
                _ if steps.peek().is_some() => {
                    self.absent(object, step, Why::NoId);
                    return false;
                }
                _ => return self.id(object, step),
            }
        }
        false
    }

    /// A list in the reply that names what was not taken: an array, or a text with `|` between the names.
    pub(crate) fn not_taken(&mut self, reply: Value<'_>, pointer: &str) {
        let Some(list) = reply.find(pointer) else { return };
        let names: Vec<_> = match list.as_str() {
            Some(text) => text.split('|').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            None => list.items().map(|item| scalar(item).unwrap_or_else(|| name(item))).collect(),
        };
        if !names.is_empty() {
            self.missing(list, names);
        }
    }

    /// Parts that were not taken, where others were; `value` is where the reply says so. The gateway and the operation may
    /// both look there: it counts once.
    pub(crate) fn missing(&mut self, value: Value<'_>, names: Vec<String>) {
        let path = value.pointer();
        let mut reasons = self.verdict.reasons.iter();
        if reasons.any(|told| told.why == Why::Missing && told.path == path) {
            return;
        }
        self.at(value, Why::Missing, &names.join(", "));
        let room = MAX_KEPT.saturating_sub(self.verdict.not_taken.len());
        let parts = names.into_iter().take(room).map(|name| NotTaken { name, path: path.clone() });
        self.verdict.not_taken.extend(parts);
    }

    /// Every part has an id.
    pub fn queued(&mut self) {
        self.queued = true;
    }

    /// Of some of the messages that were sent before it is not known yet what became of them.
    pub(crate) fn pending(&mut self) {
        self.settled.open = true;
    }

    /// Whether something was seen of messages that were sent before.
    pub(crate) fn is_settling(&self) -> bool {
        self.settled.level().is_some()
    }

    /// What would settle it.
    pub fn settled_by(&mut self, name: &'static str, how: Words) {
        self.verdict.settled_by = Some((name, how));
    }
}

/// Which of two levels counts that reasons force: what is known to have failed before what is not known.
fn rank(level: Level) -> u8 {
    match level {
        Level::Failed => 3,
        Level::Refused => 2,
        Level::Partial => 1,
        _ => 0,
    }
}
