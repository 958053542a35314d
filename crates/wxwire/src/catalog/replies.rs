//! Replies to a call or of a gateway: whether they are its own, and what they say. What a gateway knows of its replies beside
//! the table stands in the lists of the catalog.

use super::{gateways, incoming, judge};
use crate::layer::json::{Tree, Value};
use crate::operation::{Answers, Entry, GatewayEntry, Look, SettledBy};
use crate::schema::Fit;
use crate::verdict::{Judge, Level, Received, Verdict, Why};

impl GatewayEntry {
    /// Whether a reply can be one of its replies.
    pub fn recognises(&self, reply: Value<'_>) -> bool {
        match (incoming(self), self.reply_rule) {
            (Some(incoming), _) => incoming.recognises(reply),
            (None, rule) => rule.is_some_and(|rule| rule.code.is_some() && rule.recognises(reply)),
        }
    }

    /// Whether a reply is one of its replies, whatever the call. Of a gateway that only a document knows, nobody knows what
    /// others answer alike: the place of its code says no more than that it can be.
    pub(crate) fn is_its(&self, reply: Value<'_>) -> bool {
        incoming(self).is_some_and(|incoming| incoming.recognises(reply))
    }

    /// The verdict on a response to a call that is not known.
    pub fn verdict<'r>(&self, answer: impl Into<Received<'r>>) -> Verdict {
        if self.reply_rule.is_some_and(|rule| rule.code.is_none()) {
            return Judge::by_status(answer.into(), |_, _| ());
        }
        Judge::verdict(answer.into(), |reply, judge| self.judge(reply, judge))
    }

    /// Whether some bytes are one of its replies, where a file is looked for.
    fn is_reply(&self, body: &[u8]) -> bool {
        Tree::read(body).is_ok_and(|tree| self.recognises(tree.root()))
    }

    /// What every reply of its says: its code and words, and what was not taken.
    fn judge(&self, reply: Value<'_>, judge: &mut Judge) {
        match (incoming(self), self.reply_rule) {
            (Some(incoming), _) => incoming.judge(reply, judge),
            (None, Some(rule)) => rule.judge(reply, judge),
            (None, None) => {}
        }
        if judge.is_success() {
            self.not_taken.iter().for_each(|pointer| judge.not_taken(reply, pointer));
        }
    }
}

impl Entry {
    /// The verdict on a response. `sent` is the values that were sent, where they are known. It has the gateway's words, which
    /// may repeat a credential: show it [`masked`](Verdict::masked).
    pub fn verdict<'r>(&self, sent: Option<&str>, answer: impl Into<Received<'r>>) -> Verdict {
        self.verdict_by(sent, answer.into(), judge(self.id))
    }

    /// The verdict on a response, `look` the operation's own part of it.
    pub(crate) fn verdict_by(&self, sent: Option<&str>, answer: Received<'_>, look: Option<Look>) -> Verdict {
        if self.answers == Answers::Bytes && answer.is_file() && !self.gateway.is_reply(answer.body) {
            return Verdict::bare(Level::Accepted);
        }
        if self.empty.contains(&answer.status) && answer.body.trim_ascii().is_empty() {
            return Judge::bare(answer.status);
        }
        if self.reply_rule.as_ref().is_some_and(|rule| rule.code.is_none()) {
            return Judge::by_status(answer, |reply, judge| self.judge_by_table(reply, judge));
        }
        let sent = sent.and_then(|text| Tree::parse(text).ok());
        Judge::verdict(answer, |reply, judge| {
            match &self.reply_rule {
                Some(rule) => rule.judge(reply, judge),
                None => self.gateway.judge(reply, judge),
            }
            self.judge_by_table(reply, judge);
            let sent = sent.as_ref().map(Tree::root);
            if let Some(sent) = sent.filter(|_| judge.is_success()) {
                self.judge_receiver(reply, sent, judge);
            }
            if let Some(look) = look {
                look(reply, sent, judge);
            }
            // A call whose ids are not there, as where an answer came to another.
            let is_without = !self.ids.is_empty() && !judge.has_ids() && judge.is_success();
            if is_without && self.reply_schema().is_anothers(reply, self.gateway.envelope) {
                judge.at(reply, Why::OtherCall, "");
            }
        })
    }

    /// How well a reply fits this call; `None` where something in it contradicts.
    pub(crate) fn fit(&self, reply: Value<'_>) -> Option<Fit> {
        let common = self.gateway.envelope;
        let is_of_gateway = match &self.reply_rule {
            Some(rule) if rule.code.is_some() => rule.recognises(reply),
            // Nothing is known of its replies but that they are no other's.
            Some(_) => !gateways().any(|gateway| gateway.recognises(reply)),
            None => self.gateway.recognises(reply),
        };
        let may_be = is_of_gateway && self.told.may_answer(reply, common);
        if may_be { self.reply_schema().fit(reply, common) } else { None }
    }

    /// Whether a success names another receiver than the values, under the same name. It stays a success: the vendor's own pages
    /// show such pairs.
    fn judge_receiver(&self, reply: Value<'_>, sent: Value<'_>, judge: &mut Judge) {
        for name in self.schema().receiver_fields() {
            let told = [Some(reply), reply.get("data")].into_iter().flatten().find_map(|object| object.get(name));
            if let (Some(asked), Some(told)) = (sent.get(name).and_then(Value::as_str), told)
                && told.as_str().is_some_and(|text| !text.is_empty() && text != asked)
            {
                judge.code(told, Why::OtherReceiver, None);
            }
        }
    }

    /// What the table says of a reply that is a success: its ids, what was not taken, what settles it.
    fn judge_by_table(&self, reply: Value<'_>, judge: &mut Judge) {
        if !judge.is_success() {
            return;
        }
        self.not_taken.iter().for_each(|pointer| judge.not_taken(reply, pointer));
        // Each is looked at, whatever the others are.
        let missing = self.ids.iter().filter(|pointer| !judge.ids(reply, pointer)).count();
        if let Some(SettledBy { name, how, is_callback }) = self.settled_by.filter(|_| missing == 0) {
            judge.settled_by(name, how);
            if is_callback {
                judge.queued();
            }
        }
    }
}
