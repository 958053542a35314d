//! An operation with its types erased: what front ends know.

use std::borrow::Cow;
use std::sync::OnceLock;

use http::Method;

use super::of_type::OfType;
use super::{Answers, Body, EntryExample, GatewayEntry, Operation, Rate, Section, SettledBy, Told, Yield, made};
use crate::credential::{Credential, Place};
use crate::derived::derived;
use crate::lang::Words;
use crate::problem::Source;
use crate::schema::{KnownCredential, Schema};
use crate::verdict::ReplyRule;

/// Makes an example for a call whose document shows none. The page's documents show one each, and it does without.
static MADE: Option<fn(&Entry) -> Option<EntryExample>> = derived(made::example as _);

/// Adds to an example of a body what the call must have beside it. The page's data has it already.
static COMPLETED: Option<fn(&Entry, &EntryExample) -> EntryExample> = derived(made::completed as _);

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
    /// The HTTP status of a success, where its document says one.
    pub success: u16,
    /// The statuses of a success that come without a body, as its document says.
    pub empty: &'static [u16],
    /// [`Operation::IDS`].
    pub ids: &'static [&'static str],
    /// [`Operation::NOT_TAKEN`].
    pub not_taken: &'static [&'static str],
    /// [`Operation::REPLIES_TO`].
    pub replies_to: Option<Words>,
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
    pub(crate) told: &'static dyn Told,
    has_type: bool,
    schema: OnceLock<Schema>,
    reply_schema: OnceLock<Schema>,
    /// A hash of each schema's text, the values' and the reply's.
    hashes: [OnceLock<u64>; 2],
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
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
            success: 200,
            empty: &[],
            ids: O::IDS,
            not_taken: O::NOT_TAKEN,
            replies_to: O::REPLIES_TO,
            settled_by: O::SETTLED_BY,
            yields: O::YIELDS,
            rates: O::RATES,
            idempotency: O::IDEMPOTENCY,
            evidence: O::EVIDENCE,
            page: O::PAGE,
            reply_rule: O::REPLY_RULE,
            told: &OfType::<O>::NEW,
            has_type: true,
            schema: OnceLock::new(),
            reply_schema: OnceLock::new(),
            hashes: [OnceLock::new(), OnceLock::new()],
        }
    }

    /// Its gateway and path, which calls can have in common.
    pub(crate) fn address(&self) -> (&'static str, &'static str) {
        (self.gateway.name, self.path)
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
            success: 200,
            empty: &[],
            ids: &[],
            not_taken: &[],
            replies_to: None,
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
            hashes: [OnceLock::new(), OnceLock::new()],
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

    /// Scheme and host, and what stands before the path: its own, or the gateway's. What answers a callback has none: the
    /// answer goes to whoever called.
    pub fn base_url(&self) -> Option<&'static str> {
        match self.replies_to {
            Some(_) => None,
            None => self.server.or(self.gateway.base_url),
        }
    }

    /// The replies of failures that its document shows: the status, 0 where it is the one for all others, and the body.
    pub(crate) fn failures(&self) -> Vec<(u16, Cow<'static, str>)> {
        self.told.failures()
    }

    /// Whether a success has no body, as HTTP itself or its document says.
    pub(crate) fn is_bare(&self) -> bool {
        let has_code = self.reply_rule.as_ref().is_some_and(|rule| rule.code.is_some());
        self.empty.contains(&self.success) && (matches!(self.success, 204 | 205) || !has_code)
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

    /// A number for the schema of its values: calls that take the same have the same.
    pub(crate) fn values_mark(&self) -> u64 {
        *self.hashes[0].get_or_init(|| hash(&self.json_schema()))
    }

    /// A number for the schema of its reply, which others that answer the same have too.
    pub(crate) fn reply_mark(&self) -> u64 {
        *self.hashes[1].get_or_init(|| hash(&self.reply_json_schema()))
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
}
