//! Sends the request of some values once, and says what became of it: for `wxwire send` and for the page.

mod exchange;
mod readable;

pub use exchange::Exchange;
pub use readable::text;

use std::pin::{Pin, pin};
use std::time::Duration;

use serde_json::{Value, json};
use wxwire::lang::Lang;
use wxwire::layer::json::{Tree, quote};
use wxwire::operation::Entry;
use wxwire::request::BuildError;
use wxwire::secret::Secret;
use wxwire::token::{Fetch, Token};
use wxwire::verdict::Verdict;

use crate::account::Account;
use crate::exit::Exit;
use crate::link::Link;
use crate::text::Text;
use crate::tokens::{Obtained, Tokens};

/// So many bytes are shown of a long reply: on a terminal of any, in JSON of one that is no JSON.
const SHOWN: usize = 4096;

/// While a new token is tried for the first time, nobody else fetches one: so long at the most.
const TRIAL: Duration = Duration::from_secs(5);

/// So often a call goes out with a token that another process fetched, and is refused for it.
const MOST: usize = 64;

/// What became of a request that was made.
#[derive(Debug)]
pub struct Sent {
    pub verdict: Verdict,
    /// The request that the verdict is about, as it may be shown; null where none was made.
    request: Value,
    /// The text of the answer, credentials masked.
    reply: String,
    /// The HTTP status of the answer, if one came.
    status: Option<u16>,
    duration: Duration,
    /// Where no token could be fetched, how that was tried: the verdict is on that, and nothing was sent.
    pub fetch: Option<Fetch>,
    /// What a person should know of where the token came from.
    pub notes: Vec<Text>,
}

/// Sends, and draws the verdict; if `end` comes first, without an answer. The token that the call takes is fetched where
/// the account has none, but what it takes to get one.
pub async fn transmit(
    entry: &Entry,
    values: &str,
    account: &Account,
    address: &str,
    link: &Link,
    end: impl Future<Output = &'static str>,
) -> Result<Sent, BuildError> {
    let end = pin!(end);
    match Fetch::of(entry, &account.credentials) {
        Some(fetch) => {
            let mut tokens = Tokens::new(fetch, entry, account, address, link);
            let sent = with_token(entry, values, &mut tokens, address, link, end).await?;
            Ok(Sent { notes: tokens.notes, ..sent })
        }
        None => {
            let exchange = Exchange::of(entry, values, &account.credentials, address, link, end).await?;
            let verdict = exchange.verdict(|answer| entry.verdict(Some(values), answer));
            Ok(exchange.told(verdict, &account.credentials))
        }
    }
}

/// Sends with a token. It goes out again only where the gateway said no to the token alone, so that nothing was done; and
/// a token is fetched once at the most.
async fn with_token(
    entry: &Entry,
    values: &str,
    tokens: &mut Tokens<'_>,
    address: &str,
    link: &Link,
    mut end: Pin<&mut impl Future<Output = &'static str>>,
) -> Result<Sent, BuildError> {
    // For values that make no request no token is fetched.
    entry.build(values, &tokens.with(&Secret::new("token")), address)?;
    let mut kept = tokens.kept();
    let mut refused: Option<Token> = None;
    let mut tried = 0;
    loop {
        let obtained = match kept.take() {
            Some(token) => Obtained::Kept(token),
            None => tokens.obtain(refused.as_ref(), end.as_mut()).await?,
        };
        let (token, mut lock, is_new) = match obtained {
            Obtained::Kept(token) => (token, None, false),
            Obtained::Fetched(token, lock) => (token, lock, true),
            Obtained::Nothing(sent) => return Ok(*sent),
        };
        let credentials = tokens.with(&token.value);
        let mut trial = pin!(Exchange::of(entry, values, &credentials, address, link, end.as_mut()));
        let exchange = match lock.is_some() {
            true => match tokio::time::timeout(TRIAL, trial.as_mut()).await {
                Ok(exchange) => exchange?,
                Err(_) => {
                    tokens.keep(&token);
                    lock = None;
                    trial.await?
                }
            },
            false => trial.await?,
        };
        let verdict = exchange.verdict(|answer| entry.verdict(Some(values), answer));
        let is_over = exchange.answer.is_ok() && entry.wants_another_token(&verdict);
        match (is_over, is_new) {
            (true, true) => tokens.give_up(&token),
            (false, true) if lock.is_some() => tokens.keep(&token),
            _ => {}
        }
        tried += 1;
        if !is_over || is_new || tried == MOST {
            return Ok(exchange.told(verdict, &credentials));
        }
        refused = Some(token);
    }
}

impl Sent {
    /// What is told where no request was made.
    pub fn nothing(verdict: Verdict, fetch: Option<Fetch>) -> Self {
        let (request, reply) = (Value::Null, String::new());
        Self { verdict, request, reply, status: None, duration: Duration::ZERO, fetch, notes: vec![] }
    }

    /// Whether anything came back.
    pub fn is_answered(&self) -> bool {
        self.status.is_some()
    }

    /// How the command ends. Without a token there is nothing to send with, whatever the gateway's reason.
    pub fn exit(&self) -> Exit {
        match (&self.fetch, Exit::from(&self.verdict)) {
            (Some(_), Exit::Refused | Exit::Partial) => Exit::Credentials,
            (_, exit) => exit,
        }
    }

    /// What `send --json` prints. The reply stands as it came; of one that is not JSON, the beginning as a string.
    /// Where the request is not the message but the call for its token, `fetch` names it. Warnings and notes of the check come
    /// last, where there are any.
    pub fn to_json(&self, problems: &Value, lang: Lang) -> String {
        let reply = self.reply.trim_start_matches('\u{feff}');
        let reply = match Tree::parse(reply) {
            Ok(_) => reply.trim().to_owned(),
            Err(_) if reply.is_empty() => "null".to_owned(),
            Err(_) => quote(&reply[..floor(reply)]),
        };
        let problems = match problems {
            Value::Array(list) if !list.is_empty() => format!(",\"problems\":{problems}"),
            _ => String::new(),
        };
        let verdict = self.verdict.to_json(lang);
        let fetch =
            self.fetch.as_ref().map(|fetch| format!(",\"fetch\":{}", quote(fetch.entry.id))).unwrap_or_default();
        let request = &self.request;
        let (status, duration) = (json!(self.status), self.duration.as_millis());
        format!(
            "{{\"request\":{request},\"status\":{status},\"duration_ms\":{duration},\"verdict\":{verdict},\"reply\":{reply}{fetch}{problems}}}"
        )
    }

    /// The answer as a person reads it, up to so many bytes; how long it is, where that is not all of it.
    pub fn beginning(&self, lang: Lang) -> String {
        let reply = &self.reply;
        let end = floor(reply);
        if end == reply.len() {
            return reply.to_owned();
        }
        let length = reply.len();
        let all = match (Tree::parse(reply.trim_start_matches('\u{feff}')), lang) {
            (Ok(_), Lang::Zh) => "；全文见 --json",
            (Ok(_), Lang::En) => "; --json has all of it",
            (Err(_), _) => "",
        };
        let shown = &reply[..end];
        match lang {
            Lang::Zh => format!("{shown}\n……回复共 {length} 字节，以上是前 {end} 字节{all}"),
            Lang::En => format!("{shown}\n… the answer has {length} bytes, these are the first {end}{all}"),
        }
    }
}

/// Where the beginning of a text ends that is shown.
fn floor(text: &str) -> usize {
    (0..=SHOWN.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0)
}
