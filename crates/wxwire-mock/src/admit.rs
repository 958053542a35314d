//! Whether a gateway takes a call, and as which operation: path, method, credentials, values, in this order.

use std::sync::{Mutex, PoisonError};

use http::Request;
use wxwire::catalog;
use wxwire::imitation::Refusal;
use wxwire::operation::{Entry, GatewayEntry};
use wxwire::problem::Problem;
use wxwire::request::Apart;
use wxwire::secret::{Credential, Credentials, Place};

use crate::tokens::Tokens;

/// A call that was taken.
#[derive(Debug)]
pub(crate) struct Admitted {
    /// The operation.
    pub(crate) entry: &'static Entry,
    /// The values.
    pub(crate) values: String,
    /// What it was made with.
    pub(crate) credentials: Credentials,
    /// What was remarked on.
    pub(crate) problems: Vec<Problem>,
    /// The file that it asks for, if it was uploaded here.
    pub(crate) file: Option<Vec<u8>>,
}

/// A call that was not taken.
#[derive(Debug)]
pub(crate) struct Refused {
    /// The operation that it was meant for, as far as its path and its body tell.
    pub(crate) entry: Option<&'static Entry>,
    /// Why.
    pub(crate) refusal: Refusal,
    /// The rules that its values break.
    pub(crate) problems: Vec<Problem>,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self { entry: None, refusal, problems: vec![] }
    }
}

/// Takes or refuses a call.
pub(crate) fn admit(
    gateway: &GatewayEntry,
    request: &Request<Vec<u8>>,
    tokens: &Mutex<Tokens>,
) -> Result<Admitted, Refused> {
    let path = vendor_path(gateway, request.uri().path());
    let mut entries: Vec<_> =
        catalog::entries().filter(|entry| entry.gateway.name == gateway.name && entry.is_at(path)).collect();
    if entries.is_empty() {
        return Err(Refusal::UnknownPath.into());
    }
    entries.retain(|entry| entry.method == *request.method());
    // A path that is written out is meant before one that a parameter would make of it.
    let plainest = entries.iter().map(|entry| entry.plain_path()).max();
    entries.retain(|entry| Some(entry.plain_path()) == plainest);
    // The path tells the gateway, but not always the operation. The body of some names its own, and then it is no other
    // call's, whatever else is wrong with it; of the others the one counts that has the least against it.
    let named = |entry: &Entry| entry.apart(request).map_or(0, |apart| entry.named_by(apart.values.as_bytes()));
    let most = entries.iter().map(|entry| named(entry)).max();
    entries.retain(|entry| Some(named(entry)) == most);
    let fixed = |entry: &Entry| entry.apart(request).ok().and_then(|apart| entry.fixed_by(apart.values.as_bytes()));
    let most = entries.iter().map(|entry| fixed(entry)).max();
    entries.retain(|entry| Some(fixed(entry)) == most);
    let refused = |entry, (against, one): (usize, Refused)| (against, Refused { entry: Some(entry), ..one });
    let taken = entries.into_iter().map(|entry| take(entry, request, tokens).map_err(|one| refused(entry, one)));
    taken
        .min_by_key(|taken| taken.as_ref().map_or_else(|(against, _)| *against, |_| 0))
        .map_or(Err(Refusal::WrongMethod.into()), |taken| taken.map_err(|(_, refused)| refused))
}

/// Takes a call as one operation, or says how much there is against it, and the first of that.
fn take(
    entry: &'static Entry,
    request: &Request<Vec<u8>>,
    tokens: &Mutex<Tokens>,
) -> Result<Admitted, (usize, Refused)> {
    let refuse = |problem: &Problem, problems| {
        let refusal = Refusal::BadBody(problem.path.clone());
        Refused { entry: Some(entry), refusal, problems }
    };
    let in_body = |one: &&Credential| matches!(one.place, Place::Body(_));
    // A gateway looks at what stands outside of the body before it reads that.
    let outside = entry.without_body(request);
    let required = || entry.credentials.iter().filter(|one| one.required);
    let compared = |apart: &Apart, one: &Credential| {
        let tokens = tokens.lock().unwrap_or_else(PoisonError::into_inner);
        let given = apart.credentials.find(one.name).map(|secret| secret.reveal());
        tokens.admit(&entry.gateway, one, given).map_err(|refusal| (usize::MAX, refusal.into()))
    };
    required().filter(|one| !in_body(one)).try_for_each(|one| compared(&outside, one))?;
    let apart = entry.apart(request).map_err(|problem| (usize::MAX, refuse(&problem, vec![problem.clone()])))?;
    required().filter(in_body).try_for_each(|one| compared(&apart, one))?;
    let problems = entry.check(apart.values.as_bytes());
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    match problems.iter().find(|problem| problem.is_error()).cloned() {
        Some(error) => Err((errors, refuse(&error, problems))),
        None => Ok(Admitted { entry, values: apart.values, credentials: apart.credentials, problems, file: None }),
    }
}

/// The path behind `/G`; a client may leave out a lone slash.
fn vendor_path<'a>(gateway: &GatewayEntry, path: &'a str) -> &'a str {
    let path = path.strip_prefix('/').and_then(|path| path.strip_prefix(gateway.name)).unwrap_or_default();
    if path.is_empty() { "/" } else { path }
}
