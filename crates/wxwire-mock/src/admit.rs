//! Whether a gateway takes a call, and as which operation: path, method, credentials, body, in this order.

use http::{Request, Uri};
use wxwire::catalog;
use wxwire::layer::json::Tree;
use wxwire::operation::{Entry, GatewayEntry, Refusal};
use wxwire::problem::Problem;
use wxwire::secret::{Credential, Place};

use crate::expected;

/// A call that was taken.
#[derive(Debug)]
pub(crate) struct Admitted {
    /// The operation.
    pub(crate) entry: &'static Entry,
    /// The body without the credentials.
    pub(crate) values: String,
}

/// Takes or refuses a call.
pub(crate) fn admit(gateway: &GatewayEntry, request: &Request<Vec<u8>>) -> Result<Admitted, Refusal> {
    let path = vendor_path(gateway, request.uri());
    let mut entries: Vec<_> =
        catalog::entries().filter(|entry| entry.gateway.name == gateway.name && entry.path == path).collect();
    if entries.is_empty() {
        return Err(Refusal::UnknownPath);
    }
    entries.retain(|entry| entry.method == *request.method());
    let Some(any) = entries.first() else { return Err(Refusal::WrongMethod) };
    let (in_body, outside): (Vec<_>, Vec<_>) = gateway
        .credentials
        .iter()
        .filter(|credential| credential.required)
        .partition(|credential| matches!(credential.place, Place::Body(_)));
    outside.into_iter().try_for_each(|one| compare(one, find_outside(one, request)))?;
    let refuse = |problem: &Problem| Refusal::BadBody(problem.path.clone());
    let tree = Tree::read(request.body()).map_err(|problem| refuse(&problem))?;
    in_body.into_iter().try_for_each(|one| compare(one, find_inside(one, &tree)))?;
    // The path tells the gateway, but not always the operation. What is a credential is the same for all of them.
    let values = any.without_credentials(tree.text());
    let checked = entries.into_iter().map(|entry| (entry, errors(entry, &values)));
    match checked.min_by_key(|(_, errors)| errors.len()) {
        Some((entry, errors)) => errors.first().map_or(Ok(Admitted { entry, values }), |error| Err(refuse(error))),
        None => Err(Refusal::WrongMethod),
    }
}

fn errors(entry: &Entry, values: &str) -> Vec<Problem> {
    entry.check(values.as_bytes()).into_iter().filter(Problem::is_error).collect()
}

/// The path behind `/G`; a client may leave out a lone slash.
fn vendor_path<'a>(gateway: &GatewayEntry, uri: &'a Uri) -> &'a str {
    let path = uri.path().strip_prefix('/').and_then(|path| path.strip_prefix(gateway.name)).unwrap_or_default();
    if path.is_empty() { "/" } else { path }
}

/// A required credential must be there, and be the mock's own.
fn compare(credential: &Credential, given: Option<String>) -> Result<(), Refusal> {
    match given.filter(|given| !given.is_empty()) {
        None => Err(Refusal::NoCredential(credential.name)),
        Some(given) if given == expected(credential.name) => Ok(()),
        Some(_) => Err(Refusal::BadCredential(credential.name)),
    }
}

fn find_outside(credential: &Credential, request: &Request<Vec<u8>>) -> Option<String> {
    match credential.place {
        Place::Header(name, prefix) => {
            let text = String::from_utf8_lossy(request.headers().get(name)?.as_bytes());
            match text.strip_prefix(prefix) {
                Some(value) => Some(value.to_owned()),
                // The white space behind a lone prefix does not arrive.
                None if *text == *prefix.trim_end() => None,
                // Without its prefix it is there, but never right.
                None => Some(format!("{prefix}{text}")),
            }
        }
        // Not decoded: the mock's own credentials hold nothing that a client would encode.
        Place::Query(name) => {
            let mut pairs = request.uri().query()?.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
        }
        Place::Body(_) => None,
    }
}

fn find_inside(credential: &Credential, tree: &Tree<'_>) -> Option<String> {
    match credential.place {
        Place::Body(name) => {
            let value = tree.root().get(name)?;
            Some(value.as_str().map_or_else(|| value.source().to_owned(), std::borrow::Cow::into_owned))
        }
        Place::Header(..) | Place::Query(_) => None,
    }
}
