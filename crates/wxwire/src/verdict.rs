//! What really happened to a request: a ladder of levels, and the reasons for the one it got.

mod code;
mod http;
mod inside;
mod judge;
mod parts;
mod reason;
mod received;
mod rule;
mod settled;
pub(crate) mod words;

pub(crate) use code::{flag, integer, integer_or_no, integer_or_text, is_code};
pub(crate) use inside::{denies, verdict_inside};
pub use judge::Judge;
pub(crate) use parts::refused_parts;
pub use reason::{Reason, Why};
pub use received::Received;
pub use rule::ReplyRule;

use std::fmt;

use serde_json::{Map, Value, json};

use crate::lang::{Lang, Words};

/// How far a message came. The names are stable.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Level {
    /// Our own check refused it; nothing was sent.
    Invalid,
    /// It never left: DNS, connect, TLS.
    NotSent,
    /// It left, and no clear answer came.
    Unknown,
    /// The gateway said no, at whatever depth it said so.
    Refused,
    /// Some parts were taken and some were not.
    Partial,
    /// The gateway took it in; nothing is promised.
    Accepted,
    /// Every part has an id; a callback will settle it.
    Queued,
    /// A callback or a query settled it: it was sent.
    Delivered,
    /// A callback or a query settled it: it was not.
    Failed,
}

impl Level {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::NotSent => "not_sent",
            Self::Unknown => "unknown",
            Self::Refused => "refused",
            Self::Partial => "partial",
            Self::Accepted => "accepted",
            Self::Queued => "queued",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }

    /// The level of a stable name.
    pub fn named(name: &str) -> Option<Self> {
        let levels = [
            Self::Invalid,
            Self::NotSent,
            Self::Unknown,
            Self::Refused,
            Self::Partial,
            Self::Accepted,
            Self::Queued,
            Self::Delivered,
            Self::Failed,
        ];
        levels.into_iter().find(|level| level.name() == name)
    }

    /// What it means, for a person: a short name, then a sentence.
    pub fn words(self) -> (Words, Words) {
        (self.title(), self.sentence())
    }

    /// The name for a person.
    pub fn title(self) -> Words {
        match self {
            Self::Invalid => Words::new("未通过检查", "invalid"),
            Self::NotSent => Words::new("未发出", "not sent"),
            Self::Unknown => Words::new("结果未知", "unknown"),
            Self::Refused => Words::new("被拒绝", "refused"),
            Self::Partial => Words::new("部分接收", "partly taken"),
            Self::Accepted => Words::new("已接收", "accepted"),
            Self::Queued => Words::new("已排队", "queued"),
            Self::Delivered => Words::new("已送达", "delivered"),
            Self::Failed => Words::new("发送失败", "failed"),
        }
    }

    /// The same of a call that only asks: nothing is taken in.
    pub fn sentence_of_query(self) -> Words {
        match self {
            Self::Accepted => Words::new("网关已答复", "the gateway answered"),
            Self::Unknown => Words::new("请求已发出，但没有得到明确的回复", "it left, and no clear answer came"),
            level => level.sentence(),
        }
    }

    /// What it means, as a sentence.
    pub fn sentence(self) -> Words {
        match self {
            Self::Invalid => Words::new("没有发送", "nothing was sent"),
            Self::NotSent => Words::new("没有连上网关", "the gateway was never reached"),
            Self::Unknown => Words::new(
                "请求已发出，但没有得到明确的回复；请先核实，不要直接重发",
                "it left, and no clear answer came; find out before you send it again",
            ),
            Self::Refused => Words::new("网关拒绝了请求", "the gateway said no"),
            Self::Partial => Words::new(
                "一部分已接收，一部分没有；不要整体重发",
                "some parts were taken and some were not; do not send the whole again",
            ),
            Self::Accepted => Words::new("网关已接收，但不保证送达", "the gateway took it in; nothing is promised"),
            Self::Queued => {
                Words::new("每条都有编号，最终结果以回调为准", "every part has an id; a callback will settle it")
            }
            Self::Delivered => Words::new("回调或查询确认已送达", "a callback or a query says that it was sent"),
            Self::Failed => Words::new("回调或查询确认失败", "a callback or a query says that it was not"),
        }
    }
}

/// The stable name.
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What a gateway called something it took in.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Id {
    /// The vendor's name for it.
    pub name: String,
    /// Its text, digits exactly as they came.
    pub value: String,
    /// Where it stands in the reply.
    pub path: String,
}

/// A part that was not taken.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct NotTaken {
    /// What it is called: a receiver, or its place in what was sent.
    pub name: String,
    /// Where the reply says so.
    pub path: String,
}

/// What really happened.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Verdict {
    /// How far it came.
    pub level: Level,
    /// Why, each with its place in the reply.
    pub reasons: Vec<Reason>,
    /// What the gateway called the parts.
    pub ids: Vec<Id>,
    /// What was not taken, where others were.
    pub not_taken: Vec<NotTaken>,
    /// The vendor's code, as text.
    pub code: Option<String>,
    /// The vendor's words.
    pub message: Option<String>,
    /// How many seconds to wait before another call, where the answer says it.
    pub retry_after: Option<u64>,
    /// What would settle it: the name of a callback or call, and how it does.
    pub settled_by: Option<(&'static str, Words)>,
}

impl Verdict {
    /// A verdict of one level for one reason.
    pub fn of(level: Level, reason: Reason) -> Self {
        Self { reasons: vec![reason], ..Self::bare(level) }
    }

    /// Whether the HTTP status alone tells it.
    pub fn is_by_status(&self) -> bool {
        self.reasons.iter().any(|reason| reason.why == Why::StatusOnly)
    }

    /// Whether something in a reply is neither a yes nor a no that is known: it is there, or it is missing inside of something.
    pub(crate) fn is_unclear(&self) -> bool {
        // Of what is missing, its name is all that there is to tell.
        let is_there = |reason: &Reason| reason.path.rsplit('/').next().is_some_and(|name| name != reason.detail);
        let is_inside = |reason: &Reason| reason.path.matches('/').count() > 1;
        let mut unread = self.reasons.iter().filter(|reason| reason.why == Why::NoCode && !reason.path.is_empty());
        unread.any(|reason| is_inside(reason) || is_there(reason))
    }

    /// A verdict of one level, without a reason.
    pub fn bare(level: Level) -> Self {
        let settled_by = None;
        Self {
            level,
            reasons: vec![],
            ids: vec![],
            not_taken: vec![],
            code: None,
            message: None,
            retry_after: None,
            settled_by,
        }
    }

    /// The same with what masks a text applied to everything that came from outside.
    #[must_use]
    pub(crate) fn masked_by(mut self, mask: impl Fn(&str) -> String) -> Self {
        let texts = self.reasons.iter_mut().flat_map(|reason| [&mut reason.detail, &mut reason.path]);
        let texts = texts.chain(self.ids.iter_mut().map(|id| &mut id.value));
        let texts = texts.chain(self.not_taken.iter_mut().map(|part| &mut part.name));
        for text in texts.chain(&mut self.code).chain(&mut self.message) {
            *text = mask(text);
        }
        self.retry_after = self.retry_after.filter(|seconds| mask(&seconds.to_string()) == seconds.to_string());
        self
    }

    /// The same with other paths, as of a reply that stands inside of something.
    #[must_use]
    pub(crate) fn below(mut self, path: impl Fn(&str) -> String) -> Self {
        let paths = self.reasons.iter_mut().map(|reason| &mut reason.path).filter(|path| !path.is_empty());
        let paths = paths.chain(self.ids.iter_mut().map(|id| &mut id.path));
        for place in paths.chain(self.not_taken.iter_mut().map(|part| &mut part.path)) {
            *place = path(place);
        }
        self
    }

    /// Whether one of the reasons is this.
    pub fn has(&self, why: Why) -> bool {
        self.reasons.iter().any(|reason| reason.why == why)
    }

    /// The verdict as the commands print it: `level, reasons, ids` and, where they apply, `not_taken, code, message,
    /// settled_by` and, in the language, `settled_how`, and `retry_after`, in seconds.
    pub fn to_json(&self, lang: Lang) -> Value {
        let mut out = Map::new();
        out.insert("level".into(), self.level.name().into());
        out.insert("reasons".into(), self.reasons.iter().map(|reason| reason.to_json(lang)).collect());
        let id = |id: &Id| json!({"name": id.name, "value": id.value, "path": id.path});
        out.insert("ids".into(), self.ids.iter().map(id).collect());
        if !self.not_taken.is_empty() {
            let part = |part: &NotTaken| json!({"name": part.name, "path": part.path});
            out.insert("not_taken".into(), self.not_taken.iter().map(part).collect());
        }
        let settled_by = self.settled_by.map(|(name, _)| name.to_owned());
        let how = self.settled_by.map(|(_, how)| how.get(lang).to_owned());
        let optional =
            [("code", &self.code), ("message", &self.message), ("settled_by", &settled_by), ("settled_how", &how)];
        for (key, value) in optional {
            if let Some(value) = value {
                out.insert(key.into(), value.as_str().into());
            }
        }
        if let Some(seconds) = self.retry_after {
            out.insert("retry_after".into(), seconds.into());
        }
        Value::Object(out)
    }
}

#[cfg(test)]
mod tests;
