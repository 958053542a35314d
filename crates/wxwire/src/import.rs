//! Any text to an operation and its values: command lines, requests, scripts, and JSON with the faults of documents.
//!
//! Every repair is told with its place, and everything that is left out. What can be read in more than one way, or whose
//! rest is missing, is not guessed: it is a problem at its place. Secrets become credentials, and are never told.
//!
//! ```
//! let text = r#"curl -X POST 'http://h/api/message/sendapp' -H 'X-GEWE-TOKEN: s3cret' -d '{"appid": "a", to_wxid: "b",}'"#;
//! let imported = wxwire::import::import(text.as_bytes(), None).expect("a request");
//! assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.send_app"));
//! assert_eq!(imported.values.as_deref(), Some(r#"{"appid": "a", "to_wxid": "b"}"#));
//! assert_eq!(imported.repairs.len(), 2);
//! assert_eq!(imported.given, ["token"]);
//! ```

mod address;
mod asked;
mod bare;
mod batch;
mod begins;
mod blot;
mod body;
mod carried;
mod cells;
mod code;
mod credentials;
mod curl;
mod escaped;
mod filled;
mod found;
mod har;
mod held;
mod http;
mod httpie;
mod imported;
mod invoke;
mod joined;
mod logged;
mod markup;
mod operation;
mod options;
mod output;
mod page;
mod piped;
mod powershell;
mod received;
mod repair;
mod report;
mod request_file;
mod script;
mod sent_to_us;
mod several;
mod shell;
mod shown;
mod source;
mod target;
mod text;
mod unknown;
mod wget;

pub(crate) use asked::{asked_before, belongs, is_of_another, is_of_same};
pub(crate) use escaped::{opened, unescaped};
pub use found::Form;
pub use imported::Imported;
pub(crate) use operation::by_path;
pub use output::{message, problem};
pub(crate) use repair::{Origin, repair};
pub use report::{Dropped, Fix, Places, Repair, Why};
pub use several::Sample;
pub(crate) use several::{all, count, written};
pub(crate) use source::{behind_json, find_in, is_command};
pub(crate) use text::Text;

use std::ops::Range;

use crate::layer::MAX_BYTES;
use crate::operation::{Body, Entry};
use crate::order;
use crate::problem::{Code, Problem, Unit};
use crate::request::with_members;
use crate::secret::places;
use address::{Address, query};
use credentials::Account;
use found::Found;
use target::Target;
use unknown::Unknown;

/// Finds the operation and its values in a text; an operation that is told counts before what the text says. Of one that
/// takes XML, a received message can be the text: its XML alone, or the callback that brought it.
///
/// # Errors
/// The one problem that keeps it from being read at all: empty, too large, not UTF-8, no request in it.
pub fn import(bytes: &[u8], operation: Option<&'static Entry>) -> Result<Imported, Problem> {
    let source = readable(bytes)?;
    if let Some(received) = operation.and_then(|entry| received::take(source, entry)) {
        return Ok(received.without_secrets(source, &places(source)));
    }
    let chosen = |url: &str| match operation {
        Some(entry) => operation::by_path(Address::of(url).path).iter().any(|one| one.id == entry.id),
        None => !operation::by_path(Address::of(url).path).is_empty(),
    };
    let found = source::find(source, &chosen);
    if found.url.is_none() && found.body.is_none() && found.parts.is_empty() && found.problems.is_empty() {
        return Err(Problem::new(Code::NoRequest).span(0..source.chars().next().map_or(0, char::len_utf8)));
    }
    Ok(read(found, source, &places(source), operation))
}

/// The text of what is to be imported, if it is one.
fn readable(bytes: &[u8]) -> Result<&str, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(Problem::new(Code::TooLarge).measured(MAX_BYTES, bytes.len(), Unit::Bytes));
    }
    let source = std::str::from_utf8(bytes)
        .map_err(|error| Problem::new(Code::NotUtf8).span(error.valid_up_to()..error.valid_up_to() + 1))?;
    if source.trim().is_empty() {
        return Err(Problem::new(Code::Empty));
    }
    Ok(source)
}

/// The operation and the values of a request that was found.
fn read(mut found: Found, source: &str, hidden: &[Range<usize>], operation: Option<&'static Entry>) -> Imported {
    let place = found.body.as_ref().map(|(body, _)| body.place());
    let (body, unknown) = body::body(&mut found, operation).unzip();
    let imported = imported(found, body, unknown, operation).with_xml(source).without_secrets(source, hidden);
    Imported { body: place, ..imported }
}

fn imported(
    mut found: Found,
    body: Option<String>,
    unknown: Option<Unknown>,
    told: Option<&'static Entry>,
) -> Imported {
    let target = Target::of(&mut found, body.as_deref(), told);
    let query = query(&found, target.url(), target.address());
    let (account, mut members) = match target.likely() {
        Some(entry) => credentials::take(&mut found, &query, body.as_deref(), entry),
        None => {
            credentials::leave(&mut found, &query);
            (Account::default(), vec![])
        }
    };
    members.extend(target.in_path());
    target::warn_of_another_body(&mut found, body.as_deref(), told, target.operation);
    // A call without a body has values all the same.
    let bodiless = target.operation.is_some_and(|entry| entry.body != Body::Json);
    let body = body.or_else(|| (bodiless || !members.is_empty()).then(|| "{}".to_owned()));
    target.tell(&mut found);
    if let Some(place) = found.as_form.take()
        && target.likely().is_some_and(|entry| entry.body == Body::Json)
    {
        found.warn("form", place);
    }
    target.refuse_blanks(&mut found);
    target.refuse_code(&mut found);

    let values = body.map(|body| match target.likely() {
        Some(entry) => with_members(entry.without_credentials(&body), &members),
        None => body,
    });
    if let (Some(values), Some(unknown)) = (&values, unknown) {
        unknown.tell(&mut found, values);
    }
    order::sort_by_key(&mut found.repairs, |repair| (repair.span.start, 0));
    order::sort_by_key(&mut found.dropped, |dropped| (dropped.span.start, 0));
    // A name was given it there.
    for dropped in &mut found.dropped {
        dropped.what = account.credentials.mask_plain(&dropped.what);
    }
    Imported {
        form: found.form,
        operation: target.operation,
        values: values.filter(|_| !found.problems.iter().any(Problem::is_error)),
        body: None,
        absent: account.absent(target.operation),
        given: account.given,
        method: found.method.map(|method| method.as_str().trim().to_ascii_uppercase()),
        base_url: target.base_url(),
        repairs: found.repairs,
        dropped: found.dropped,
        problems: found.problems,
        credentials: account.credentials,
        host: target.host,
        candidates: target.candidates,
    }
}
