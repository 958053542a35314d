//! Credentials in a request: taken out by the gateway's own table, and never shown.

use super::found::Found;
use super::report::{Dropped, Why};
use crate::layer::escape::PERCENT;
use crate::layer::json::Tree;
use crate::operation::{Entry, GatewayEntry};
use crate::secret::{Credential, Credentials, Place, Secret, is_variable};

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

/// Takes the credentials of a gateway out of headers, query and body; tells of the headers and parameters that are left.
pub(crate) fn take(
    found: &mut Found,
    query: &[(String, String, std::ops::Range<usize>)],
    body: Option<&str>,
    gateway: &GatewayEntry,
) -> Account {
    let mut account = Account::default();
    for (name, value) in std::mem::take(&mut found.headers) {
        let header = name.as_str();
        let known = gateway.credentials.iter().find_map(|one| match one.place {
            Place::Header(own, prefix) if own.eq_ignore_ascii_case(header) => Some((one, prefix)),
            _ => None,
        });
        match known {
            Some((one, prefix)) => {
                let value = value.as_str();
                let start = value.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
                let bare = value.trim().eq_ignore_ascii_case(prefix.trim()) && !prefix.is_empty();
                account.add(
                    one,
                    if bare {
                        ""
                    } else if start {
                        &value[prefix.len()..]
                    } else {
                        value
                    },
                );
            }
            None if header.is_empty() || OWN.iter().any(|own| own.eq_ignore_ascii_case(header)) => {}
            None => found.dropped.push(Dropped::new(Why::Header, name.place(), header)),
        }
    }
    for (name, value, place) in query {
        let known = gateway.credentials.iter().find(|one| matches!(one.place, Place::Query(own) if own == name));
        match known {
            Some(one) => account.add(one, &String::from_utf8_lossy(&PERCENT.decode(value))),
            None => found.dropped.push(Dropped::new(Why::Parameter, place.clone(), name)),
        }
    }
    if let Some(tree) = body.and_then(|body| Tree::parse(body).ok()) {
        for one in gateway.credentials {
            let name = match one.place {
                Place::Body(name) | Place::Query(name) | Place::Header(name, _) => name,
            };
            let value = tree.root().get(name).or_else(|| tree.root().get(one.name));
            if let Some(value) = value {
                account.add(one, &value.as_str().unwrap_or(value.source().into()));
            }
        }
    }
    // As the gateway lists them, wherever they stood.
    let place = |name: &&'static str| gateway.credentials.iter().position(|one| one.name == *name);
    account.given.sort_by_key(place);
    account.variables.sort_by_key(place);
    account.variables.retain(|name| !account.given.contains(name));
    account
}

impl Account {
    /// The names of the credentials of an operation that are still to be given; where none can be told, the variables.
    pub(crate) fn absent(&self, operation: Option<&'static Entry>) -> Vec<&'static str> {
        let Some(entry) = operation else { return self.variables.clone() };
        let is_absent =
            |one: &&Credential| (one.required || self.variables.contains(&one.name)) && !self.given.contains(&one.name);
        entry.gateway.credentials.iter().filter(is_absent).map(|one| one.name).collect()
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
