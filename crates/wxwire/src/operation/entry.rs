//! An operation with its types erased: what front ends know.

use std::borrow::Cow;
use std::sync::OnceLock;

use http::Method;

#[cfg(feature = "derive")]
use super::Callback;
use super::description::Description;
#[cfg(feature = "mock")]
use super::{Answer, Mock, Refusal};
use super::{EntryExample, Gateway, Operation};
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value};
#[cfg(feature = "derive")]
use crate::layer::protobuf::Message;
use crate::problem::{Code, Problem, Source};
use crate::schema::{KnownCredential, Reach, Schema};
use crate::secret::SecretName;
use crate::secret::{Credential, Place};
use crate::verdict::{Judge, Received, Verdict};

/// What front ends know of a gateway.
#[derive(Clone, Copy, Debug)]
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
    judge: fn(Value<'_>, &mut Judge),
    recognises: fn(Value<'_>) -> bool,
    /// [`Gateway::callbacks`].
    #[cfg(feature = "derive")]
    pub callbacks: fn() -> &'static [Callback],
    /// [`Gateway::message`].
    #[cfg(feature = "derive")]
    pub message: fn(Value<'_>, &str) -> Option<&'static Message>,
    #[cfg(feature = "mock")]
    refuse: fn(&Refusal) -> Answer,
}

impl GatewayEntry {
    const fn of<G: Gateway>() -> Self {
        Self {
            name: G::NAME,
            title: G::TITLE,
            base_url: G::BASE_URL,
            base_url_help: G::BASE_URL_HELP,
            credentials: G::CREDENTIALS,
            secrets: G::SECRETS,
            content_type: G::CONTENT_TYPE,
            judge: G::judge,
            recognises: G::recognises,
            #[cfg(feature = "derive")]
            callbacks: G::callbacks,
            #[cfg(feature = "derive")]
            message: G::message,
            #[cfg(feature = "mock")]
            refuse: G::refuse,
        }
    }

    /// The environment variable of one of its settings: `WXWIRE_GEWE_TOKEN`, `WXWIRE_XBOT_BASE_URL`.
    pub fn variable(&self, setting: &str) -> String {
        format!("WXWIRE_{}_{}", self.name, setting).to_ascii_uppercase()
    }

    /// What it answers when it refuses.
    #[cfg(feature = "mock")]
    pub fn refuse(&self, refusal: &Refusal) -> Answer {
        (self.refuse)(refusal)
    }

    /// Whether a reply can be one of its replies.
    pub fn recognises(&self, reply: Value<'_>) -> bool {
        (self.recognises)(reply)
    }

    /// The verdict on a response to a call that is not known.
    pub fn verdict<'r>(&self, answer: impl Into<Received<'r>>) -> Verdict {
        Judge::verdict(answer.into(), |reply, judge| (self.judge)(reply, judge))
    }
}

/// What front ends know of an operation.
#[derive(Debug)]
pub struct Entry {
    /// [`Operation::ID`].
    pub id: &'static str,
    /// Its gateway.
    pub gateway: GatewayEntry,
    /// [`Operation::TITLE`].
    pub title: Words,
    /// [`Operation::METHOD`].
    pub method: Method,
    /// [`Operation::PATH`].
    pub path: &'static str,
    /// [`Operation::EVIDENCE`].
    pub evidence: Source,
    /// [`Operation::PAGE`].
    pub page: &'static str,
    description: Description,
    check: fn(Value<'_>, &mut Vec<Problem>),
    judge: fn(Value<'_>, Option<Value<'_>>, &mut Judge),
    recognises: fn(Value<'_>) -> bool,
    #[cfg(feature = "mock")]
    answer: fn(Value<'_>, &mut Mock) -> Option<serde_json::Value>,
    schema: OnceLock<Schema>,
    #[cfg(feature = "derive")]
    reply_schema: OnceLock<Schema>,
}

impl Entry {
    /// The entry of an operation.
    pub const fn of<O: Operation>() -> Self {
        Self {
            id: O::ID,
            gateway: GatewayEntry::of::<O::Gateway>(),
            title: O::TITLE,
            method: O::METHOD,
            path: O::PATH,
            evidence: O::EVIDENCE,
            page: O::PAGE,
            description: Description::of::<O>(),
            check: O::check,
            judge: O::judge,
            recognises: O::recognises,
            #[cfg(feature = "mock")]
            answer: O::answer,
            schema: OnceLock::new(),
            #[cfg(feature = "derive")]
            reply_schema: OnceLock::new(),
        }
    }

    /// The JSON Schema of the values, as text.
    pub fn json_schema(&self) -> Cow<'static, str> {
        (self.description.schema)(self.id)
    }

    /// The JSON Schema of the reply, as text.
    #[cfg(feature = "derive")]
    pub fn reply_json_schema(&self) -> Cow<'static, str> {
        (self.description.reply_schema)(self.id)
    }

    /// The compiled schema: rules for the validator, fields for a form.
    pub fn schema(&self) -> &Schema {
        self.schema.get_or_init(|| {
            let known = self.gateway.credentials.iter().flat_map(|one| {
                let variable = self.gateway.variable(one.name);
                let (name, required) = match one.place {
                    Place::Body(name) => (name, one.required),
                    Place::Query(name) | Place::Header(name, _) => (name, false),
                };
                let also = (one.name != name).then_some((one.name, false));
                [(name, required)].into_iter().chain(also).map(move |(name, required)| KnownCredential {
                    name,
                    required,
                    variable: variable.clone(),
                })
            });
            Schema::compile(&self.json_schema(), &known.collect::<Vec<_>>())
        })
    }

    /// The compiled schema of the reply: what is inside it.
    #[cfg(feature = "derive")]
    pub fn reply_schema(&self) -> &Schema {
        self.reply_schema.get_or_init(|| Schema::compile(&self.reply_json_schema(), &[]))
    }

    /// The documents' own payloads.
    pub fn examples(&self) -> Vec<EntryExample> {
        (self.description.examples)(self.id)
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
        self.schema().walk(tree.root(), reach, &mut problems);
        (self.check)(tree.root(), &mut problems);
        in_place_order(&mut problems);
        problems
    }

    /// The verdict on a response. `sent` is the values that were sent, where they are known.
    pub fn verdict<'r>(&self, sent: Option<&str>, answer: impl Into<Received<'r>>) -> Verdict {
        let sent = sent.and_then(|text| Tree::parse(text).ok());
        Judge::verdict(answer.into(), |reply, judge| {
            (self.gateway.judge)(reply, judge);
            (self.judge)(reply, sent.as_ref().map(Tree::root), judge);
        })
    }

    /// Whether some values can be this operation's, told by their form alone: at every depth every required field is
    /// there, of the right type and with a value that it may have, and no field that the operation does not have.
    /// Credentials may be among them.
    pub fn takes(&self, values: Value<'_>) -> bool {
        let mut problems = Vec::new();
        self.schema().walk(values, Reach::Values, &mut problems);
        let form = [Code::Required, Code::RequiredOneOf, Code::UnknownField, Code::UnknownValue, Code::WrongType];
        values.kind() == Kind::Object && !problems.iter().any(|problem| form.contains(&problem.code))
    }

    /// Whether a reply can be one of this operation's, told by its form alone.
    pub fn recognises(&self, reply: Value<'_>) -> bool {
        self.gateway.recognises(reply) && (self.recognises)(reply)
    }

    /// What the gateway answers when all is well; see [`Operation::answer`].
    #[cfg(feature = "mock")]
    pub fn answer(&self, values: Value<'_>, mock: &mut Mock) -> Option<Answer> {
        (self.answer)(values, mock).map(Answer::ok)
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
