//! Where a request goes: its address, and the operation that this and its body make it.

use super::address::{Address, base_url, documented, host_of, is_host, query, scheme};
use super::found::{Form, Found};
use super::operation;
use super::report::{Dropped, Why};
use super::sent_to_us;
use super::text::Text;
use crate::catalog;
use crate::layer::escape::percent_decode;
use crate::layer::json::{Object, Tree};
use crate::operation::Entry;
use crate::problem::{Code, Problem, Severity};
use crate::request::typed;
use crate::secret::is_variable;

/// Where a request goes.
pub(super) struct Target {
    url: Text,
    /// The operation, where one can be told.
    pub(super) operation: Option<&'static Entry>,
    /// The operations that it could be.
    pub(super) candidates: Vec<&'static Entry>,
    /// The host, where the text says it without a scheme.
    pub(super) host: Option<String>,
    /// A header of the host that says another than the address.
    other_host: Option<Text>,
    /// The address is one of something else.
    foreign: bool,
    /// There is an address at all.
    given: bool,
}

impl Target {
    /// Takes the address of what was found; an operation that is told counts before what the address says.
    pub(super) fn of(found: &mut Found, body: Option<&str>, told: Option<&'static Entry>) -> Self {
        let url = found.url.take().unwrap_or_default();
        let given = !url.as_str().trim().is_empty() && found.form != Form::Json;
        let address = Address::of(url.as_str());
        let by_path = if given { operation::by_path(address.path) } else { vec![] };
        // A path of something else: what its body is like says no more than what it could be.
        let foreign = by_path.is_empty() && given && !address.path.ends_with('/') && !address.path.is_empty();
        let among = match (by_path.is_empty(), body) {
            (true, Some(_)) => operation::below(address.path).collect(),
            _ => by_path.clone(),
        };
        // Of several calls at one path, the method tells.
        let method = found.method.as_ref().map(|method| method.as_str().trim().to_ascii_uppercase());
        let is_meant = |entry: &&Entry| method.as_deref().is_none_or(|method| entry.method == method);
        let among = if among.iter().any(is_meant) { among.into_iter().filter(is_meant).collect() } else { among };
        let parts = parts(found, &url, address);
        let among = match Tree::parse(&parts) {
            Ok(parts) => catalog::told_apart(among, parts.root()),
            Err(_) => among,
        };
        let there = if by_path.is_empty() { vec![] } else { among.clone() };
        let mut candidates = match told {
            Some(entry) => vec![entry],
            None => operation::by_body(among, body),
        };
        if foreign && told.is_none() && is_known_host(address) {
            // It is a call of that gateway's which nobody here knows: what its body is like says nothing.
            candidates.clear();
        }
        if candidates.is_empty() {
            // Its address says what it is, though its body is another's.
            candidates = there;
        }
        // Without an address there is its body alone, and that may be anybody's.
        let is_claimed = || given || body.is_some_and(|body| operation::says_enough(body, &candidates));
        let operation = match candidates[..] {
            [entry] if told.is_some() || !foreign && is_claimed() => Some(entry),
            _ => None,
        };
        let header = found.headers.iter().find(|(name, _)| name.as_str().eq_ignore_ascii_case("host"));
        let other = header.filter(|(_, host)| !address.host().is_empty() && host.as_str() != address.host());
        let other_host = other.map(|(name, _)| name.clone());
        let host = match address.origin {
            "" => header.map(|(_, host)| host_of(host.as_str()).to_owned()),
            origin => Some(address.host().to_owned()).filter(|host| !origin.contains("://") && is_host(host)),
        };
        Self { operation, candidates, host, other_host, foreign, given, url }
    }

    /// The address as it stands in the text.
    pub(super) fn url(&self) -> &Text {
        &self.url
    }

    pub(super) fn address(&self) -> Address<'_> {
        Address::of(self.url.as_str())
    }

    /// The operation, or the first of those that it could be.
    pub(super) fn likely(&self) -> Option<&'static Entry> {
        self.operation.or(self.candidates.first().copied())
    }

    /// What stands before the vendor's path, where that is known.
    pub(super) fn base_url(&self) -> Option<String> {
        let address = self.address();
        base_url(address, self.operation).or_else(|| documented(self.host.as_deref()?, address.path, self.operation?))
    }

    /// The values that stand in the path, as JSON.
    pub(super) fn in_path(&self) -> Vec<(String, String)> {
        let Some(entry) = self.operation else { return vec![] };
        let found = entry.in_path(self.address().path).unwrap_or_default();
        let typed = |(name, text): (&str, String)| {
            let rule = entry.field(name).map(|field| entry.schema().rule(field.rule));
            Some((name.to_owned(), typed(entry, rule?, &text)))
        };
        found.into_iter().filter_map(typed).collect()
    }

    /// Refuses a variable, or a blank to be filled in, where a parameter of the path stands.
    pub(super) fn refuse_blanks(&self, found: &mut Found) {
        let path = self.address().path;
        for (_, text) in self.operation.and_then(|entry| entry.in_path(path)).unwrap_or_default() {
            if is_variable(&text) {
                let start = self.address().origin.len();
                let here = path.find(&text).map_or(start..start + path.len(), |at| start + at..start + at + text.len());
                found.refuse(Code::Variable, &self.url.slice(here));
            }
        }
    }

    /// Refuses an address that a variable stands for, where nothing else tells the call.
    pub(super) fn refuse_code(&self, found: &mut Found) {
        if self.operation.is_none() && self.address().path.is_empty() {
            self.url.code().iter().take(1).for_each(|code| found.refuse(Code::Variable, code));
        }
    }

    /// Tells what is another's than the operation's: user and password, method, path.
    pub(super) fn tell(&self, found: &mut Found) {
        let (url, address) = (&self.url, self.address());
        let host = address.origin.len() - address.host().len();
        if let Some(end) = address.origin[..host].rfind('@') {
            let start = scheme(address.origin);
            found.dropped.push(Dropped::new(Why::UserInfo, url.span(start..end), "@"));
        }
        if let Some(name) = &self.other_host {
            found.drop(Why::Header, name);
        }
        if let (Some(entry), Some(text)) = (self.operation, &found.method) {
            let method = text.as_str().trim().to_ascii_uppercase();
            if method != entry.method.as_str() {
                found.dropped.push(Dropped::new(Why::Method, text.place(), &method));
            }
        }
        let other = |entry: &Entry| !address.path.is_empty() && !operation::is_at(entry, address.path);
        if self.foreign || self.given && self.operation.is_some_and(other) {
            let start = address.origin.len();
            found.drop(Why::Path, &url.slice(start..start + address.path.len()));
        }
    }
}

/// Whether an address is on a host that a gateway documents.
fn is_known_host(address: Address<'_>) -> bool {
    let host = |url: &'static str| host_of(&Address::of(url).origin[scheme(url)..]);
    catalog::gateways().filter_map(|gateway| gateway.base_url).any(|url| host(url) == address.host())
}

/// What stands in the query and in a form, as JSON: a fixed value there may tell calls at one address apart.
fn parts(found: &Found, url: &Text, address: Address<'_>) -> String {
    let query =
        query(found, url, address).into_iter().map(|(name, value, _)| (percent_decode(&name), percent_decode(&value)));
    let form = found.parts.iter().filter(|part| !part.is_file);
    let form = form.map(|part| (part.name.as_str().to_owned(), part.value.as_str().to_owned()));
    query.chain(form).fold(Object::new(), |out, (name, value)| out.text(&name, &value)).end()
}

/// Warns of a body that is not like that of the operation that is told, and of one that a gateway sends, whatever it is sent to.
pub(super) fn warn_of_another_body(
    found: &mut Found,
    body: Option<&str>,
    told: Option<&'static Entry>,
    addressed: Option<&'static Entry>,
) {
    let (Some(entry), Some(body)) = (told.or(addressed), body) else { return };
    if !operation::is_like(entry, body) && (told.is_some() || sent_to_us::is_sent(body)) {
        found.problems.push(Problem::new(Code::NotItsBody).severity(Severity::Warning).expected(entry.id));
    }
}
