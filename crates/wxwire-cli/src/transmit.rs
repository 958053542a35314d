//! Sends the request of some values once, and says what became of it: for `wxwire send` and for the page.

use std::time::{Duration, Instant};

use http::Response;
use serde_json::{Value, json};
use wxwire::lang::Lang;
use wxwire::layer::json::{Tree, quote};
use wxwire::operation::Entry;
use wxwire::request::BuildError;
use wxwire::verdict::Verdict;

use crate::account::Account;
use crate::options::Times;
use crate::wire::{self, Outcome};

/// So many bytes are shown of a long reply: on a terminal of any, in JSON of one that is no JSON.
const SHOWN: usize = 4096;

/// What became of a request that was made.
#[derive(Debug)]
pub struct Sent {
    pub verdict: Verdict,
    /// The text of the answer, credentials masked.
    reply: String,
    /// The HTTP status of the answer, if one came.
    status: Option<u16>,
    duration: Duration,
}

/// Sends, and draws the verdict; if `end` comes first, without an answer.
pub async fn transmit(
    entry: &Entry,
    values: &str,
    account: &Account,
    address: &str,
    times: Times,
    end: impl Future<Output = &'static str>,
) -> Result<Sent, BuildError> {
    let request = entry.build(values, &account.credentials, address)?.into_http();
    let start = Instant::now();
    let outcome = wire::send(request, times, end).await;
    let duration = start.elapsed();
    let (verdict, reply, status) = match outcome {
        Outcome::Silence(verdict) => (verdict, String::new(), None),
        Outcome::Answer(answer) => {
            let (head, body) = answer.into_parts();
            let status = head.status.as_u16();
            let verdict = entry.verdict(Some(values), &Response::from_parts(head, &*body));
            (verdict, account.credentials.mask(&String::from_utf8_lossy(&body)), Some(status))
        }
    };
    Ok(Sent { verdict: verdict.masked(&account.credentials), reply, status, duration })
}

impl Sent {
    /// What `send --json` prints. The reply stands as it came; of one that is not JSON, the beginning as a string.
    /// Warnings and notes of the check come last, where there are any.
    pub fn to_json(&self, request: &Value, problems: &Value, lang: Lang) -> String {
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
        let (status, duration) = (json!(self.status), self.duration.as_millis());
        format!(
            "{{\"request\":{request},\"status\":{status},\"duration_ms\":{duration},\"verdict\":{verdict},\"reply\":{reply}{problems}}}"
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
