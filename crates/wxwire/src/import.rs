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
mod batch;
mod blot;
mod body;
mod credentials;
mod curl;
mod found;
mod har;
mod http;
mod invoke;
mod operation;
mod output;
mod piped;
mod powershell;
mod repair;
mod report;
mod script;
mod shell;
mod source;
mod text;

use blot::remark;
pub use blot::{blotted, signs};
pub use found::Form;
pub use output::problem;
pub use report::{Dropped, Fix, Places, Repair, Why};

use std::ops::Range;

use crate::layer::MAX_BYTES;
use crate::operation::Entry;
use crate::problem::{Code, Problem, Severity, Unit};
use crate::secret::{Credential, Credentials, MASK};
use address::{Address, base_url, documented, query};
use credentials::Account;
use found::Found;

/// The most places of code in a body that are told.
const MAX_CODE: usize = 20;

/// What was found in a text.
#[derive(Debug)]
pub struct Imported {
    /// What the text is.
    pub form: Form,
    /// The operation, where one can be told.
    pub operation: Option<&'static Entry>,
    /// The operations that it could be, where several can.
    pub candidates: Vec<&'static Entry>,
    /// The values, as JSON; bytes that needed no repair are as they were. None where they could not be repaired for sure.
    pub values: Option<String>,
    /// The credentials that have a value.
    pub credentials: Credentials,
    /// Their names.
    pub given: Vec<&'static str>,
    /// The names of the credentials that are still to be given.
    pub absent: Vec<&'static str>,
    /// The method, where the text says one.
    pub method: Option<String>,
    /// Scheme, host and what stands before the vendor's path, where the text says them.
    pub base_url: Option<String>,
    /// The host, where the text says it without a scheme.
    pub host: Option<String>,
    /// What was mended, in the order of the text.
    pub repairs: Vec<Repair>,
    /// What was left out, in the order of the text.
    pub dropped: Vec<Dropped>,
    /// What could not be repaired for sure.
    pub problems: Vec<Problem>,
}

/// Finds the operation and its values in a text; an operation that is told counts before what the text says.
///
/// # Errors
/// The one problem that keeps it from being read at all: empty, too large, not UTF-8, no request in it.
pub fn import(bytes: &[u8], operation: Option<&'static Entry>) -> Result<Imported, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(Problem::new(Code::TooLarge).measured(MAX_BYTES, bytes.len(), Unit::Bytes));
    }
    let source = std::str::from_utf8(bytes)
        .map_err(|error| Problem::new(Code::NotUtf8).span(error.valid_up_to()..error.valid_up_to() + 1))?;
    if source.trim().is_empty() {
        return Err(Problem::new(Code::Empty));
    }
    let chosen = |url: &str| match operation {
        Some(entry) => operation::by_path(Address::of(url).path).iter().any(|one| one.id == entry.id),
        None => !operation::by_path(Address::of(url).path).is_empty(),
    };
    let mut found = source::find(source, &chosen);
    if found.url.is_none() && found.body.is_none() && found.problems.is_empty() {
        return Err(Problem::new(Code::NoRequest).span(0..source.chars().next().map_or(0, char::len_utf8)));
    }
    let body = body::body(&mut found, operation);
    Ok(imported(found, body, operation).hidden(source))
}

fn imported(mut found: Found, body: Option<String>, told: Option<&'static Entry>) -> Imported {
    let url = found.url.take().unwrap_or_default();
    let address = Address::of(url.as_str());
    let by_path = if found.url_is_given(&url) { operation::by_path(address.path) } else { vec![] };
    // A path of something else: what its body is like says no more than what it could be.
    let foreign =
        by_path.is_empty() && found.url_is_given(&url) && !address.path.ends_with('/') && !address.path.is_empty();
    let among = match (by_path.is_empty(), &body) {
        (true, Some(_)) => operation::below(address.path).collect(),
        _ => by_path.clone(),
    };
    let mut candidates = match told {
        Some(entry) => vec![entry],
        None => operation::by_body(among, body.as_deref()),
    };
    if candidates.is_empty() {
        // Its address says what it is, though its body is another's.
        candidates = by_path;
    }
    let operation = match candidates[..] {
        [entry] if told.is_some() || !foreign => Some(entry),
        _ => None,
    };
    let host = found.headers.iter().find(|(name, _)| name.as_str().eq_ignore_ascii_case("host"));
    let host = host.map(|(_, host)| host.as_str().to_owned()).filter(|_| address.origin.is_empty());
    let query = query(&found, &url, address);
    let account = match operation.or(candidates.first().copied()) {
        Some(entry) => credentials::take(&mut found, &query, body.as_deref(), &entry.gateway),
        None => Account::default(),
    };
    if address.origin.contains('@') {
        let start = address.origin.find("://").map_or(0, |at| at + 3);
        let end = address.origin.find('@').unwrap_or(start);
        found.dropped.push(Dropped::new(Why::UserInfo, url.span(start..end), "@"));
    }
    let method = found.method.as_ref().map(|method| method.as_str().trim().to_ascii_uppercase());
    if let (Some(entry), Some(method), Some(text)) = (operation, &method, &found.method)
        && method != entry.method.as_str()
    {
        found.dropped.push(Dropped::new(Why::Method, text.place(), method));
    }
    let other = |entry: &Entry| !address.path.is_empty() && !operation::is_at(entry, address.path);
    if foreign || found.url_is_given(&url) && operation.is_some_and(other) {
        let start = address.origin.len();
        let path = url.slice(start..start + address.path.len());
        found.drop(Why::Path, &path);
    }
    if let (Some(entry), Some(body)) = (told, &body)
        && !operation::is_like(entry, body)
    {
        found.problems.push(Problem::new(Code::NotItsBody).severity(Severity::Warning).expected(entry.id));
    }
    let values = body.map(|body| match operation.or(candidates.first().copied()) {
        Some(entry) => entry.without_credentials(&body),
        None => body,
    });
    // Among credentials a variable is one that is still to be given; among values nobody knows what it holds.
    if let Some(values) = &values {
        let mut code = std::mem::take(&mut found.code);
        code.retain(|one| values.contains(one.as_str()));
        for one in code.iter().take(MAX_CODE) {
            found.refuse(Code::Variable, one);
        }
        // No tool of these fills them in: it is what would be sent, and hardly what is meant.
        let mut blanks = std::mem::take(&mut found.blanks);
        blanks.retain(|one| values.contains(one.as_str()));
        for one in blanks.iter().take(MAX_CODE) {
            let problem = Problem::new(Code::Variable).severity(Severity::Warning);
            found.problems.push(problem.span(one.place()).found(one.as_str()));
        }
    }
    let known = operation.map(|entry| entry.gateway.credentials).unwrap_or_default();
    let is_absent = |one: &&Credential| {
        (one.required || account.variables.contains(&one.name)) && !account.given.contains(&one.name)
    };
    let absent = match operation {
        Some(_) => known.iter().filter(is_absent).map(|one| one.name).collect(),
        None => account.variables,
    };
    found.repairs.sort_by_key(|repair| repair.span.start);
    found.dropped.sort_by_key(|dropped| dropped.span.start);
    Imported {
        form: found.form,
        operation,
        values: values.filter(|_| !found.problems.iter().any(Problem::is_error)),
        given: account.given,
        absent,
        method,
        base_url: base_url(address, operation).or_else(|| documented(host.as_deref()?, address.path, operation?)),
        host,
        repairs: hidden(found.repairs, &account.credentials),
        dropped: found
            .dropped
            .into_iter()
            .map(|one| {
                let what = account.credentials.mask(&one.what);
                Dropped { what: if one.why == Why::Comment { remark(&what) } else { blotted(&what) }, ..one }
            })
            .collect(),
        problems: found
            .problems
            .into_iter()
            .map(|one| Problem { found: account.credentials.mask(&one.found), ..one })
            .collect(),
        credentials: account.credentials,
        candidates,
    }
}

impl Imported {
    /// The same, with what may be a secret in its problems blotted out: a word that stands for no value is one as easily.
    fn hidden(mut self, source: &str) -> Self {
        if self.problems.iter().any(|one| !one.found.is_empty()) {
            let masked = blotted(source);
            for one in self.problems.iter_mut().filter(|one| !one.found.is_empty()) {
                let same = |span: Range<usize>| source.get(span.clone()) == masked.get(span);
                if !one.span.clone().is_none_or(same) {
                    one.found = MASK.into();
                }
            }
        }
        self
    }
}

impl Found {
    /// An address that says more than nothing.
    fn url_is_given(&self, url: &text::Text) -> bool {
        !url.as_str().trim().is_empty() && self.form != Form::Json
    }
}

/// Repairs without secrets.
fn hidden(repairs: Vec<Repair>, credentials: &Credentials) -> Vec<Repair> {
    let hide = |repair: Repair| Repair {
        before: credentials.mask(&repair.before),
        after: credentials.mask(&repair.after),
        ..repair
    };
    repairs.into_iter().map(hide).collect()
}
