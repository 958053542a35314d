//! Credentials in a request: taken out by the gateway's own table, and never shown.

use super::found::{Found, Part};
use super::report::{Dropped, Why};
use crate::layer::escape::percent_decode;
use crate::layer::json::{Tree, quote};
use crate::operation::{Body, Entry};
use crate::order;
use crate::problem::{Code, Problem, Severity};
use crate::request::FILE_NAME;
use crate::schema::In;
use crate::secret::{Credential, Credentials, Place, Secret, is_random, is_variable};

/// What was found of an account.
#[derive(Debug, Default)]
pub(crate) struct Account {
    pub(crate) credentials: Credentials,
    /// The names of those that have a value, and of those whose value is a variable.
    pub(crate) given: Vec<&'static str>,
    pub(crate) variables: Vec<&'static str>,
}

/// Headers that every client sets by itself, or that the gateway's own table holds.
const OWN: [&str; 3] = ["content-type", "content-length", "host"];

/// Takes the credentials of a call out of headers, query, form and body, and what else of them is a value: members of the
/// values, as JSON. Tells of the headers and parameters that are left.
pub(crate) fn take(
    found: &mut Found,
    query: &[(String, String, std::ops::Range<usize>)],
    body: Option<&str>,
    entry: &'static Entry,
) -> (Account, Vec<(String, String)>) {
    let mut taken = Taken { entry, account: Account::default(), members: Vec::new() };
    for (name, value) in std::mem::take(&mut found.headers) {
        let header = name.as_str();
        if entry.credential_at(In::Header, header).is_some() && is_wrapped(value.as_str()) {
            found.warn("brackets", value.place());
        }
        if entry.body == Body::Json
            && body.is_some()
            && header.eq_ignore_ascii_case(OWN[0])
            && is_other_type(value.as_str())
        {
            found.warn("content_type", value.place());
        }
        match taken.take(In::Header, header, value.as_str()) {
            None if !is_own(header) => found.dropped.push(Dropped::new(Why::Header, name.place(), header)),
            Some(true) => found.dropped.push(Dropped::new(Why::Repeated, name.place(), header)),
            _ => {}
        }
    }
    for (name, value, place) in query {
        if entry.credential_at(In::Query, name).is_some() && is_wrapped(&percent_decode(value)) {
            found.warn("brackets", place.clone());
        }
        let is_field = entry.field_at(In::Query, name).is_some();
        if is_field && is_variable(&percent_decode(value)) {
            let problem = Problem::new(Code::Variable).severity(Severity::Warning);
            found.problems.push(problem.span(place.clone()).found(value));
        }
        if let Some(why) = left(taken.take(In::Query, name, &percent_decode(value))) {
            found.dropped.push(Dropped::new(why, place.clone(), name));
        }
    }
    taken.form(found);
    if let Some(tree) = body.and_then(|body| Tree::parse(body).ok()) {
        for one in entry.credentials {
            let name = match one.place {
                Place::Body(name) | Place::Query(name) | Place::Header(name, _) => name,
            };
            let value = tree.root().get(name).or_else(|| tree.root().get(one.name));
            if let Some(value) = value {
                taken.account.add(one, &value.as_str().unwrap_or(value.source().into()));
            }
        }
    }
    // As the call lists them, wherever they stood.
    let Taken { mut account, members, .. } = taken;
    let position = |name: &&'static str| entry.credentials.iter().position(|one| one.name == *name);
    let place = |name: &&'static str| (position(name).map_or(0, |at| at + 1), 0);
    order::sort_by_key(&mut account.given, place);
    order::sort_by_key(&mut account.variables, place);
    account.variables.retain(|name| !account.given.contains(name));
    (account, members)
}

/// Of a request that is nobody's, all but its body is left out.
pub(crate) fn leave(found: &mut Found, query: &[(String, String, std::ops::Range<usize>)]) {
    for (name, _) in std::mem::take(&mut found.headers) {
        if !is_own(name.as_str()) {
            found.drop(Why::Header, &name);
        }
    }
    found.dropped.extend(query.iter().map(|(name, _, place)| Dropped::new(Why::Parameter, place.clone(), name)));
    let parts = std::mem::take(&mut found.parts);
    refuse_form(found, &parts);
}

/// Whether a header says nothing of a call.
fn is_own(header: &str) -> bool {
    header.is_empty() || OWN.iter().any(|own| own.eq_ignore_ascii_case(header))
}

/// Whether a header says that a body is something else than JSON.
fn is_other_type(value: &str) -> bool {
    !value.trim().is_empty() && !is_variable(value) && !value.to_ascii_lowercase().contains("json")
}

struct Taken {
    entry: &'static Entry,
    account: Account,
    members: Vec<(String, String)>,
}

impl Taken {
    /// Takes a named text for what the call's table says it is; nothing where that is not anything, and else whether another
    /// value gave way to it.
    fn take(&mut self, place: In, name: &str, text: &str) -> Option<bool> {
        if let Some(one) = self.entry.credential_at(place, name) {
            let value = match one.place {
                Place::Header(_, prefix) => behind(prefix, text),
                _ => text,
            };
            self.account.add(one, value);
            return Some(false);
        }
        let field = self.entry.field_at(place, name)?;
        Some(self.entry.gather(&mut self.members, field, text))
    }

    /// The parts of a form, where the call takes one.
    fn form(&mut self, found: &mut Found) {
        let parts = std::mem::take(&mut found.parts);
        let is_json = self.entry.body == Body::Json && !parts.iter().any(|part| part.is_file);
        match (parts.first(), parts.last()) {
            // Where JSON is wanted, what a form says is told, and that it is one.
            (Some(first), Some(last)) if is_json => {
                found.warn("form", first.name.place().start..last.value.place().end.max(first.name.place().end));
            }
            _ if matches!(self.entry.body, Body::Form | Body::Multipart) => {}
            _ => return refuse_form(found, &parts),
        }
        for Part { name, value, is_file } in parts {
            if !is_file {
                value.code().iter().take(1).for_each(|code| found.refuse(Code::Variable, code));
                if let Some(why) = left(self.take(In::Body, name.as_str(), value.as_str())) {
                    found.drop(why, &name);
                }
                continue;
            }
            let file_name = self.entry.fields().find(|field| self.entry.place(field) == In::FileName);
            if let Some(field) = file_name.filter(|_| value.as_str() != FILE_NAME) {
                self.members.push((field.name.clone(), quote(value.as_str())));
            }
            let problem = Problem::new(Code::FileNeeded).severity(Severity::Warning).at(format!("/{}", name.as_str()));
            found.problems.push(problem.span(value.place()).found(value.as_str()));
        }
    }
}

/// Why a parameter is told as left out: it is none of the call's, or it stands there more than once.
fn left(taken: Option<bool>) -> Option<Why> {
    match taken {
        None => Some(Why::Parameter),
        Some(true) => Some(Why::Repeated),
        Some(false) => None,
    }
}

/// Refuses a form, which the call does not take.
fn refuse_form(found: &mut Found, parts: &[Part]) {
    if let Some(first) = parts.first() {
        let last = parts.last().map_or_else(|| first.value.place(), |part| part.value.place());
        let place = first.name.place().start..last.end.max(first.name.place().end);
        let problem = Problem::new(Code::WrongType).expected("object").found("x-www-form-urlencoded");
        found.problems.push(problem.span(place));
    }
}

/// Whether a credential stands between the brackets of the example that it was filled into.
fn is_wrapped(value: &str) -> bool {
    let value = value.rsplit(' ').next().unwrap_or_default();
    let brackets = [("{{", "}}"), ("${", "}"), ("{", "}"), ("<", ">")];
    let inner = brackets.iter().find_map(|(open, close)| value.strip_prefix(open)?.strip_suffix(close));
    inner.is_some_and(is_random)
}

/// What stands behind a prefix such as `Bearer `, in any case; nothing where the prefix stands alone.
fn behind<'t>(prefix: &str, text: &'t str) -> &'t str {
    let starts = text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    let is_bare = !prefix.is_empty() && text.trim().eq_ignore_ascii_case(prefix.trim());
    match (is_bare, starts) {
        (true, _) => "",
        (false, true) => &text[prefix.len()..],
        (false, false) => text,
    }
}

impl Account {
    /// The names of the credentials of an operation that are still to be given; where none can be told, the variables.
    pub(crate) fn absent(&self, operation: Option<&'static Entry>) -> Vec<&'static str> {
        let Some(entry) = operation else { return self.variables.clone() };
        let is_absent =
            |one: &&Credential| (one.required || self.variables.contains(&one.name)) && !self.given.contains(&one.name);
        entry.credentials.iter().filter(is_absent).map(|one| one.name).collect()
    }

    fn add(&mut self, one: &Credential, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let list = if is_variable(value) { &mut self.variables } else { &mut self.given };
        if !list.contains(&one.name) {
            list.push(one.name);
        }
        if !is_variable(value) {
            self.credentials.insert(one.name, Secret::new(value));
        }
    }
}
