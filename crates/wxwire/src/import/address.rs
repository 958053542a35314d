//! The address of a request, in its parts.

use std::ops::Range;

use super::found::Found;
use super::text::Text;
use crate::operation::Entry;

/// The most parameters of a query that are looked at.
const MAX_PARAMETERS: usize = 10_000;

/// An address in its parts; a part that is not there is empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Address<'u> {
    /// Scheme and host, and the user's name and password before it.
    pub(crate) origin: &'u str,
    pub(crate) path: &'u str,
    pub(crate) query: &'u str,
}

impl<'u> Address<'u> {
    /// Parts an address; it may begin with a variable or with its path.
    pub(crate) fn of(url: &'u str) -> Self {
        let url = url.split('#').next().unwrap_or_default();
        let (before, query) = url.split_once('?').unwrap_or((url, ""));
        let host = scheme(before);
        let path = before[host..].find('/').map_or(before.len(), |slash| host + slash);
        // `host.example/path` has a host, and `/path` none.
        Self { origin: &before[..path], path: &before[path..], query }
    }

    /// The host with its port, without scheme, user and password.
    pub(crate) fn host(self) -> &'u str {
        host_of(&self.origin[scheme(self.origin)..])
    }
}

/// Where the scheme of an address ends; one that begins with `//` leaves it out.
pub(crate) fn scheme(url: &str) -> usize {
    let bare = if url.starts_with("//") { 2 } else { 0 };
    url.find("://").map_or(bare, |at| at + 3)
}

/// The host of what may have a user and a password before it.
pub(crate) fn host_of(text: &str) -> &str {
    text.rsplit_once('@').map_or(text, |(_, host)| host)
}

/// Whether a text can be a host, and a port behind it.
pub(crate) fn is_host(text: &str) -> bool {
    let sign = |char: char| char.is_alphanumeric() || "-.:".contains(char);
    text.contains('.') && text.chars().all(sign)
}

/// Whether a word can be an address: it names a host, or a port of this machine.
pub(crate) fn is_address(word: &str) -> bool {
    let host = word.split(['/', '?']).next().unwrap_or_default();
    word.contains("://") || word.starts_with([':', '/']) || host.contains(['.', ':']) || host == "localhost"
}

/// The parameters of the address, and those that stand elsewhere: names, values, places.
pub(crate) fn query(found: &Found, url: &Text, address: Address<'_>) -> Vec<(String, String, Range<usize>)> {
    let mut parameters = Vec::new();
    let mut add = |text: &Text, range: Range<usize>| {
        let mut at = range.start;
        for part in text.as_str().get(range).unwrap_or_default().split('&').take(MAX_PARAMETERS) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            if !name.is_empty() {
                parameters.push((name.to_owned(), value.to_owned(), text.span(at..at + part.len())));
            }
            at += part.len() + 1;
        }
    };
    let start = address.origin.len() + address.path.len() + 1;
    add(url, start..start + address.query.len());
    for part in &found.query {
        add(part, 0..part.len());
    }
    parameters
}

/// What stands before the vendor's path; nothing where the host is not known.
pub(crate) fn base_url(address: Address<'_>, operation: Option<&'static Entry>) -> Option<String> {
    let origin = [&address.origin[..scheme(address.origin)], address.host()].concat();
    let path = address.path.trim_end_matches('/');
    let prefix = operation.filter(|entry| entry.in_path(path).is_some()).map(|entry| {
        // As many steps as the call's own path has, from the end.
        let steps = entry.path.trim_end_matches('/').matches('/').count();
        let start = path.rmatch_indices('/').nth(steps.saturating_sub(1)).map_or(0, |(at, _)| at);
        if steps == 0 { path } else { &path[..start] }
    });
    let base = format!("{origin}{}", prefix.unwrap_or_default());
    crate::request::is_base_url(&base).then_some(base)
}

/// The vendor's own address, if this is its host.
pub(crate) fn documented(host: &str, path: &str, entry: &Entry) -> Option<String> {
    let known = entry.gateway.base_url?;
    (path == entry.path && known.split_once("://")?.1 == host).then(|| known.to_owned())
}
