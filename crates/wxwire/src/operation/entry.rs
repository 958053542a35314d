//! An operation with its types erased: what front ends know.

use std::borrow::Cow;
use std::sync::OnceLock;

use http::Method;

use super::{Answers, Body, EntryExample, Gateway, Look, Operation, Rate, Section, SettledBy, Yield};
use crate::catalog;
use crate::described;
use crate::imitation::made;
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value};
use crate::problem::{Code, Problem, Source};
use crate::schema::{Fit, KnownCredential, Reach, Schema};
use crate::secret::SecretName;
use crate::secret::{Credential, Place};
use crate::told::{OfType, Told};
use crate::verdict::{Judge, Level, Received, ReplyRule, Verdict};

/// What front ends know of a gateway.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct GatewayEntry {
    /// [`Gateway::NAME`].
    pub name: &'static str,
    /// [`Gateway::TITLE`].
    pub title: Words,
    /// [`Gateway::BASE_URL`].
    pub base_url: Option<&'static str>,
    /// [`Gateway::BASE_URL_HELP`].
    pub base_url_help: Words,
    /// [`Gateway::CREDENTIALS`].
    pub credentials: &'static [Credential],
    /// [`Gateway::SECRETS`].
    pub secrets: &'static [SecretName],
    /// [`Gateway::CONTENT_TYPE`].
    pub content_type: &'static str,
    /// [`Gateway::ENVELOPE`].
    pub envelope: &'static [&'static str],
    /// [`Gateway::NOT_TAKEN`].
    pub not_taken: &'static [&'static str],
    /// How its replies tell success, where nothing but a document says it.
    pub reply_rule: Option<&'static ReplyRule>,
}

impl GatewayEntry {
    pub(crate) const fn of<G: Gateway>() -> Self {
        Self {
            name: G::NAME,
            title: G::TITLE,
            base_url: G::BASE_URL,
            base_url_help: G::BASE_URL_HELP,
            credentials: G::CREDENTIALS,
            secrets: G::SECRETS,
            content_type: G::CONTENT_TYPE,
            envelope: G::ENVELOPE,
            not_taken: G::NOT_TAKEN,
            reply_rule: None,
        }
    }

    /// The environment variable of one of its settings: `WXWIRE_GEWE_TOKEN`, `WXWIRE_XBOT_BASE_URL`.
    pub fn variable(&self, setting: &str) -> String {
        format!("WXWIRE_{}_{}", self.name, setting).to_ascii_uppercase()
    }

    /// Whether a reply can be one of its replies.
    pub fn recognises(&self, reply: Value<'_>) -> bool {
        match (catalog::incoming(self), self.reply_rule) {
            (Some(incoming), _) => incoming.recognises(reply),
            (None, rule) => rule.is_some_and(|rule| rule.code.is_some() && rule.recognises(reply)),
        }
    }

    /// Whether a reply is one of its replies, whatever the call. Of a gateway that only a document knows, nobody knows what
    /// others answer alike: the place of its code says no more than that it can be.
    pub(crate) fn is_its(&self, reply: Value<'_>) -> bool {
        catalog::incoming(self).is_some_and(|incoming| incoming.recognises(reply))
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
        match (catalog::incoming(self), self.reply_rule) {
            (Some(incoming), _) => incoming.judge(reply, judge),
            (None, Some(rule)) => rule.judge(reply, judge),
            (None, None) => {}
        }
        if judge.is_success() {
            self.not_taken.iter().for_each(|pointer| judge.not_taken(reply, pointer));
        }
    }
}

/// Makes an example for a call whose document shows none. The page's documents show one each, and it does without.
static MADE: Option<fn(&Entry) -> Option<EntryExample>> = described::derived(made::example as _);

/// Adds to an example of a body what the call must have beside it. The page's data has it already.
static COMPLETED: Option<fn(&Entry, &EntryExample) -> EntryExample> = described::derived(made::completed as _);

/// What front ends know of an operation.
#[derive(Debug)]
pub struct Entry {
    /// [`Operation::ID`].
    pub id: &'static str,
    /// Its gateway.
    pub gateway: GatewayEntry,
    /// [`Operation::TITLE`].
    pub title: Words,
    /// [`Operation::SECTION`].
    pub section: Section,
    /// [`Operation::METHOD`].
    pub method: Method,
    /// [`Operation::PATH`].
    pub path: &'static str,
    /// [`Operation::SERVER`].
    pub server: Option<&'static str>,
    /// [`Operation::CREDENTIALS`].
    pub credentials: &'static [Credential],
    /// [`Operation::BODY`].
    pub body: Body,
    /// [`Operation::ANSWERS`].
    pub answers: Answers,
    /// [`Operation::IDS`].
    pub ids: &'static [&'static str],
    /// [`Operation::NOT_TAKEN`].
    pub not_taken: &'static [&'static str],
    /// [`Operation::SETTLED_BY`].
    pub settled_by: Option<SettledBy>,
    /// [`Operation::YIELDS`].
    pub yields: &'static [Yield],
    /// [`Operation::RATES`].
    pub rates: &'static [Rate],
    /// [`Operation::IDEMPOTENCY`].
    pub idempotency: Option<&'static str>,
    /// [`Operation::EVIDENCE`].
    pub evidence: Source,
    /// [`Operation::PAGE`].
    pub page: &'static str,
    /// How its replies tell success, where that is not as the gateway's others do.
    pub reply_rule: Option<ReplyRule>,
    told: &'static dyn Told,
    has_type: bool,
    schema: OnceLock<Schema>,
    reply_schema: OnceLock<Schema>,
}

impl Entry {
    /// The entry of an operation.
    pub const fn of<O: Operation>() -> Self {
        Self {
            id: O::ID,
            gateway: GatewayEntry::of::<O::Gateway>(),
            title: O::TITLE,
            section: O::SECTION,
            method: O::METHOD,
            path: O::PATH,
            server: O::SERVER,
            credentials: O::CREDENTIALS,
            body: O::BODY,
            answers: O::ANSWERS,
            ids: O::IDS,
            not_taken: O::NOT_TAKEN,
            settled_by: O::SETTLED_BY,
            yields: O::YIELDS,
            rates: O::RATES,
            idempotency: O::IDEMPOTENCY,
            evidence: O::EVIDENCE,
            page: O::PAGE,
            reply_rule: None,
            told: &OfType::<O>::NEW,
            has_type: true,
            schema: OnceLock::new(),
            reply_schema: OnceLock::new(),
        }
    }

    /// The entry of an operation without a type here, with nothing in it yet but what tells of it.
    pub(crate) fn told(id: &'static str, gateway: GatewayEntry, told: &'static dyn Told) -> Self {
        Self {
            id,
            gateway,
            title: Words::new("", ""),
            section: Section::MESSAGE,
            method: Method::POST,
            path: "/",
            server: None,
            credentials: &[],
            body: Body::None,
            answers: Answers::Json,
            ids: &[],
            not_taken: &[],
            settled_by: None,
            yields: &[],
            rates: &[],
            idempotency: None,
            evidence: Source::Documented,
            page: "",
            reply_rule: None,
            told,
            has_type: false,
            schema: OnceLock::new(),
            reply_schema: OnceLock::new(),
        }
    }

    /// Whether a type defines it, and no document does.
    pub fn has_type(&self) -> bool {
        self.has_type
    }

    /// [`Operation::REPLY`].
    pub fn reply(&self) -> Cow<'static, str> {
        self.told.reply()
    }

    /// Scheme and host, and what stands before the path: its own, or the gateway's.
    pub fn base_url(&self) -> Option<&'static str> {
        self.server.or(self.gateway.base_url)
    }

    /// Whether its document shows a reply.
    pub(crate) fn shows_reply(&self) -> bool {
        self.told.shows_reply()
    }

    /// The JSON Schema of the values, as text.
    pub fn json_schema(&self) -> Cow<'static, str> {
        self.told.json_schema()
    }

    /// The JSON Schema of the reply, as text.
    pub fn reply_json_schema(&self) -> Cow<'static, str> {
        self.told.reply_json_schema()
    }

    /// The compiled schema: rules for the validator, fields for a form.
    pub fn schema(&self) -> &Schema {
        self.schema.get_or_init(|| Schema::compile(&self.json_schema(), &self.known_credentials()))
    }

    /// Every name that a credential goes by, each once: one may stand at two places of a call.
    fn known_credentials(&self) -> Vec<KnownCredential> {
        let mut known: Vec<KnownCredential> = Vec::new();
        for one in self.credentials {
            let (name, required) = match one.place {
                Place::Body(name) => (name, one.required),
                Place::Query(name) | Place::Header(name, _) => (name, false),
            };
            for (name, required) in [(name, required), (one.name, false)] {
                match known.iter_mut().find(|other| other.name == name) {
                    Some(other) => other.required |= required,
                    None => known.push(KnownCredential { name, required, variable: self.gateway.variable(one.name) }),
                }
            }
        }
        known
    }

    /// The compiled schema of the reply: what is inside it.
    pub fn reply_schema(&self) -> &Schema {
        self.reply_schema.get_or_init(|| Schema::compile(&self.reply_json_schema(), &[]))
    }

    /// The documents' own payloads.
    pub fn examples(&self) -> Vec<EntryExample> {
        match self.told.examples() {
            none if none.is_empty() => MADE.and_then(|made| made(self)).into_iter().collect(),
            examples => {
                examples.into_iter().map(|one| COMPLETED.map_or_else(|| one.clone(), |of| of(self, &one))).collect()
            }
        }
    }

    /// Every problem of some values, in the order of the text. Credentials among them are named and will be left out.
    pub fn check(&self, values: &[u8]) -> Vec<Problem> {
        self.check_reach(values, Reach::Values)
    }

    /// Every problem of a body as it goes on the wire, with the credentials that belong into it.
    pub fn check_body(&self, body: &[u8]) -> Vec<Problem> {
        self.check_reach(body, Reach::Wire)
    }

    fn check_reach(&self, bytes: &[u8], reach: Reach) -> Vec<Problem> {
        match Tree::read(bytes) {
            Ok(tree) => self.check_tree(&tree, reach),
            Err(problem) => vec![problem],
        }
    }

    fn check_tree(&self, tree: &Tree<'_>, reach: Reach) -> Vec<Problem> {
        let mut problems = Vec::new();
        self.schema().walk(tree.root(), reach, self.evidence, &mut problems);
        self.check_places(tree.root(), &mut problems);
        self.told.check(tree.root(), &mut problems);
        in_place_order(&mut problems);
        problems
    }

    /// The verdict on a response. `sent` is the values that were sent, where they are known. It has the gateway's words, which
    /// may repeat a credential: show it [`masked`](Verdict::masked).
    pub fn verdict<'r>(&self, sent: Option<&str>, answer: impl Into<Received<'r>>) -> Verdict {
        self.verdict_by(sent, answer.into(), catalog::judge(self.id))
    }

    /// The verdict on a response, `look` the operation's own part of it.
    pub(crate) fn verdict_by(&self, sent: Option<&str>, answer: Received<'_>, look: Option<Look>) -> Verdict {
        if self.answers == Answers::Bytes && answer.is_file() && !self.gateway.is_reply(answer.body) {
            return Verdict::bare(Level::Accepted);
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
            if let Some(look) = look {
                look(reply, sent.as_ref().map(Tree::root), judge);
            }
        })
    }

    /// [`Operation::is_its`]; a document says it with its schema alone.
    pub fn is_its(&self, values: Value<'_>) -> bool {
        self.told.is_its(values)
    }

    /// How many members of some values are fields of this operation; `None` where they cannot be its.
    pub(crate) fn fit_values(&self, values: Value<'_>) -> Option<usize> {
        let may_be = self.told.may_take(values);
        let known = || Some(self.schema().knows(values)).filter(|known| *known > 0);
        if may_be && self.takes(values) { known() } else { None }
    }

    /// How many members of some values say that they are this operation's: those that have one possible value.
    pub fn named_by(&self, values: &[u8]) -> usize {
        Tree::read(values).ok().and_then(|tree| self.schema().named(tree.root())).unwrap_or_default()
    }

    /// How many members of some values have the one value that this operation takes, be it a text or a number; `None` where
    /// one has another. It tells calls at one address apart.
    pub fn fixed_by(&self, values: &[u8]) -> Option<usize> {
        Tree::read(values).ok().and_then(|tree| self.schema().fixed(tree.root()))
    }

    /// Whether some values can be this operation's, told by their form alone: there are some, at every depth every required field is
    /// there, of the right type and with a value that it may have, and no field that the operation does not have.
    /// Credentials may be among them.
    pub fn takes(&self, values: Value<'_>) -> bool {
        let mut problems = Vec::new();
        self.schema().walk(values, Reach::Values, self.evidence, &mut problems);
        let form = [Code::Required, Code::RequiredOneOf, Code::UnknownField, Code::UnknownValue, Code::WrongType];
        values.kind() == Kind::Object
            && values.members().next().is_some()
            && !problems.iter().any(|problem| form.contains(&problem.code))
    }

    /// How well a reply fits this call; `None` where something in it contradicts.
    pub(crate) fn fit(&self, reply: Value<'_>) -> Option<Fit> {
        let common = self.gateway.envelope;
        let is_of_gateway = match &self.reply_rule {
            Some(rule) if rule.code.is_some() => rule.recognises(reply),
            // Nothing is known of its replies but that they are no other's.
            Some(_) => !catalog::gateways().any(|gateway| gateway.recognises(reply)),
            None => self.gateway.recognises(reply),
        };
        let may_be = is_of_gateway && self.told.may_answer(reply, common);
        if may_be { self.reply_schema().fit(reply, common) } else { None }
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

/// Sorts problems, few and nearly in order as they come, by where they stand. The library's sorts take more room in the
/// page than this does.
fn in_place_order(problems: &mut Vec<Problem>) {
    for index in 1..problems.len() {
        let start = place(&problems[index]);
        let at = problems[..index].partition_point(|other| place(other) <= start);
        if at < index {
            let problem = problems.remove(index);
            problems.insert(at, problem);
        }
    }
}

/// Where a problem stands in the text.
fn place(problem: &Problem) -> usize {
    problem.span.as_ref().map_or(0, |span| span.start)
}
