//! Tokens: which call fetches a credential that other calls take, what it asks, and what its answer brings.
//!
//! A token is a credential that another call [yields](crate::operation::Yield). Of the calls that do, the one counts whose
//! own credentials an account has. Pure: the time comes in, and where a token is kept is the caller's.
//!
//! ```
//! use wxwire::secret::Credentials;
//! use wxwire::token::Fetch;
//! use wxwire::{catalog, http::Response, wecom};
//!
//! let send = catalog::find("wecom.message_send").expect("a call");
//! let account = Credentials::new().with(wecom::CORPID, "wwabc").with(wecom::CORPSECRET, "s3cret");
//! let fetch = Fetch::of(send, &account).expect("gettoken");
//! let asked = fetch.entry.build(&fetch.values, &account, "https://qyapi.weixin.qq.com")?;
//! assert_eq!(asked.into_http().uri().path(), "/cgi-bin/gettoken");
//!
//! let answer = r#"{"errcode": 0, "errmsg": "ok", "access_token": "accesstoken000001", "expires_in": 7200}"#;
//! let token = fetch.read(&Response::new(answer), 1_767_225_600).expect("a token");
//! assert!(token.is_good(1_767_225_600 + 7000) && !token.is_good(1_767_225_600 + 7200));
//! let account = account.with(fetch.credential(), token.value.reveal());
//! # Ok::<(), wxwire::request::BuildError>(())
//! ```

mod kept;
mod login;
#[cfg(test)]
mod tests;

pub use login::LoggedIn;

use crate::catalog;
use crate::layer::json::{Object, Tree, Value};
use crate::operation::{Entry, GatewayEntry, Yield};
use crate::problem::Problem;
use crate::schema::Shape;
use crate::secret::{Credential, Credentials, Secret};
use crate::verdict::{Level, Reason, Received, Verdict, Why, integer_or_text};

/// The most bytes of a token: the longest that a vendor documents has 512.
const MAX_BYTES: usize = 8192;

/// A token is not used in the last part of its time, of which this is the most seconds …
const MARGIN: u64 = 60;

/// … and this the share: one of so many.
const SHARE: u64 = 10;

/// How a credential is fetched.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Fetch {
    /// The call that fetches it.
    pub entry: &'static Entry,
    /// The values of that call: what it takes beside credentials can have one value only.
    pub values: String,
    yields: Yield,
}

impl Fetch {
    /// How the one credential is fetched that a call requires and an account does not have. None where nothing is missing,
    /// or more than a fetch brings.
    pub fn of(entry: &Entry, account: &Credentials) -> Option<Self> {
        let mut missing = entry.credentials.iter().filter(|one| one.required && account.find(one.name).is_none());
        match (missing.next(), missing.next()) {
            (Some(one), None) => Self::ways(&entry.gateway, one.name).find(|fetch| fetch.can(account)),
            _ => None,
        }
    }

    /// The ways to fetch a credential of a gateway, whatever an account has.
    pub fn ways(gateway: &GatewayEntry, credential: &'static str) -> impl Iterator<Item = Self> + use<> {
        let calls = catalog::of_gateway(*gateway);
        calls.filter_map(move |entry| {
            let yields = *entry.yields.iter().find(|yields| yields.credential == credential)?;
            // What takes the token itself, as of another company, cannot bring the first one.
            let takes_it = entry.credentials.iter().any(|one| one.name == credential);
            (!takes_it).then_some(())?;
            Some(Self { entry, values: fixed(entry)?, yields })
        })
    }

    /// Whether an account has what it asks for.
    pub fn can(&self, account: &Credentials) -> bool {
        self.asks().all(|one| account.find(one.name).is_some())
    }

    /// What it asks for.
    pub fn asks(&self) -> impl Iterator<Item = &'static Credential> {
        self.entry.credentials.iter().filter(|one| one.required)
    }

    /// The name of what it brings.
    pub fn credential(&self) -> &'static str {
        self.yields.credential
    }

    /// The token in an answer that came at this time, in Unix seconds.
    ///
    /// # Errors
    /// What the answer says instead. It has the gateway's words, which may repeat a credential: show it
    /// [`masked`](Verdict::masked).
    pub fn read<'r>(&self, answer: impl Into<Received<'r>>, now: u64) -> Result<Token, Verdict> {
        let answer = answer.into();
        let verdict = self.entry.verdict(Some(&self.values), answer);
        if !matches!(verdict.level, Level::Accepted | Level::Queued) {
            return Err(verdict);
        }
        let none = || Verdict { level: Level::Unknown, ..Verdict::of(Level::Unknown, self.absent()) };
        let tree = Tree::read(answer.body).map_err(|_| none())?;
        let value = self.value(&tree).ok_or_else(none)?;
        let seconds = self.yields.seconds.and_then(|pointer| integer_or_text(tree.root().find(pointer)?));
        let ends = seconds.map(|seconds| now.saturating_add(u64::try_from(seconds).unwrap_or(0)));
        Ok(Token { value, fetched: now, ends, base_url: None })
    }

    /// What stands in the place of the token in any answer, be it a good one or not: it is to be shown nowhere.
    pub fn find(&self, body: &[u8]) -> Option<Secret> {
        self.value(&Tree::read(body).ok()?)
    }

    fn value(&self, tree: &Tree<'_>) -> Option<Secret> {
        let text = tree.root().find(self.yields.pointer).and_then(Value::as_str)?;
        is_token(&text).then(|| Secret::new(text))
    }

    fn absent(&self) -> Reason {
        Reason { path: self.yields.pointer.to_owned(), ..Reason::new(Why::NoToken, "") }
    }
}

/// Whether a text can be a token: what a header and a query can carry as it is.
fn is_token(text: &str) -> bool {
    (1..=MAX_BYTES).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The values of a call that needs nothing from anybody beside credentials; none where it does.
fn fixed(entry: &Entry) -> Option<String> {
    let schema = entry.schema();
    let mut values = Object::new();
    if let Shape::Object(object) = &schema.root().shape {
        for field in object.fields.iter().filter(|field| field.required && field.credential.is_none()) {
            let Shape::Choice(choices) = &schema.rule(field.rule).shape else { return None };
            let [only] = &choices[..] else { return None };
            values = values.json(&field.name, &only.json);
        }
    }
    let values = values.end();
    let is_whole = !entry.check(values.as_bytes()).iter().any(Problem::is_error);
    is_whole.then_some(values)
}

/// A credential that was fetched.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Token {
    /// The credential.
    pub value: Secret,
    /// When it came, in Unix seconds.
    pub fetched: u64,
    /// When it ends, in Unix seconds; none where the gateway does not say.
    pub ends: Option<u64>,
    /// Where calls with it go, where the gateway says so.
    pub base_url: Option<String>,
}

impl Token {
    /// Whether it can be used at this time: it does not end soon, and it is not of the future, as where a clock was put
    /// back.
    pub fn is_good(&self, now: u64) -> bool {
        let margin = |ends: u64| (ends.saturating_sub(self.fetched) / SHARE).min(MARGIN);
        self.fetched <= now && self.ends.is_none_or(|ends| now < ends.saturating_sub(margin(ends)))
    }
}

impl Entry {
    /// Whether a verdict on this call, as [`Entry::verdict`] gives it, says that the token has ended or is none. The gateway
    /// looks at that first, so nothing was done, and the call may be made again with another token.
    pub fn wants_another_token(&self, verdict: &Verdict) -> bool {
        let nothing_done = verdict.level == Level::Refused && verdict.ids.is_empty() && verdict.not_taken.is_empty();
        let code = verdict.code.as_deref().unwrap_or_default();
        let rule = self.reply_rule.as_ref().or(self.gateway.reply_rule);
        let is_listed = rule.is_some_and(|rule| rule.expired.iter().any(|own| own == code));
        let is_known = || {
            let incoming = catalog::incoming(&self.gateway);
            incoming.is_some_and(|incoming| code.parse().is_ok_and(|code| incoming.is_expired(code)))
        };
        // By HTTP itself, a call with this status was not carried out for want of good credentials.
        let unauthorized = |reason: &Reason| {
            reason.why == Why::Credentials && reason.path.is_empty() && reason.detail.split(',').next() == Some("401")
        };
        nothing_done && (is_listed || is_known() || verdict.reasons.iter().any(unauthorized))
    }
}
