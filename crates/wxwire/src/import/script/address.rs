//! The address of a script's call: a text, or code whose value nobody knows. What is sent there tells the call then.

use super::request::{Script, last};
use crate::import::address::Address;
use crate::import::code::{Expr, in_hole};
use crate::import::found::Found;
use crate::import::operation;
use crate::import::text::Text;
use crate::problem::{Code, Problem};

/// Names of what sends requests and does nothing else.
pub(super) const CLIENTS: [&str; 9] =
    ["requests", "httpx", "axios", "got", "ky", "superagent", "undici", "session", "client"];

impl Script {
    /// The address that a call is given, or a variable for it.
    pub(super) fn address_of(&self, value: &Expr) -> Text {
        self.text(value).unwrap_or_else(|| value.place().as_variable())
    }

    /// The address of a call that is named after a method, if it is that of a request and not of a map.
    pub(super) fn address_of_verb(&self, name: &str, url: &Expr, body: Option<&Expr>) -> Option<Text> {
        let root = name.split('.').next().unwrap_or_default();
        let is_client = CLIENTS.contains(&root) || self.clients.get(root).is_some();
        // What follows may be a handler; `**options` is none.
        let is_code = body.is_none_or(|body| matches!(body, Expr::Other(code) if !code.as_str().starts_with("**")));
        match self.text(url) {
            Some(url) => Some(url).filter(|url| url.as_str().contains(['/', '{'])),
            None if !is_code && (is_client || matches!(last(name), "post" | "patch")) => Some(self.address_of(url)),
            None => None,
        }
    }

    /// Notes a name that holds the address of a call, or what is made of one.
    pub(super) fn note_address(&mut self, name: &str, value: &Expr) {
        let is_one = match value {
            Expr::Text(text) if !text.has_code() => !operation::by_path(Address::of(text.as_str()).path).is_empty(),
            Expr::Map(..) | Expr::List(..) => false,
            code => self.has_address(code.place()),
        };
        if is_one {
            self.addresses.set(name.to_owned(), true);
        }
    }

    /// Whether code has the name of an address in it.
    fn has_address(&self, code: &Text) -> bool {
        let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
        code.as_str().split(|char| !is_name(char)).any(|name| self.addresses.get(name).is_some())
    }

    /// A request, if what it sends is known where its address is not. One whose address was changed is another call than its
    /// address says.
    pub(super) fn with_address(&self, mut found: Found) -> Option<Found> {
        let Some(url) = &found.url else { return Some(found) };
        let code = url.code();
        if let Some(changed) = code.iter().find(|code| self.has_address(code)) {
            let name = in_hole(changed.as_str());
            let start = changed.as_str().find(name).unwrap_or(0);
            found.refuse(Code::Variable, &changed.slice(start..start + name.len()));
            return Some(found);
        }
        if !matches!(&code[..], [code] if code.len() == url.len()) {
            return Some(found);
        }
        // Its own signs are no path.
        found.url = Some(Text::in_place_of("url", url).as_variable());
        // Whoever calls the function around it says what is sent.
        let is_given = |problem: &Problem| self.bindings.is_given(&problem.found);
        let is_sent = found.body.is_some() || !found.problems.is_empty() || !found.parts.is_empty();
        (is_sent && !found.problems.iter().any(is_given)).then_some(found)
    }
}
