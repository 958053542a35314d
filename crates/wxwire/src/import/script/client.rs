//! What a client or a session of a script adds to each of its requests: an address and headers.

use super::call::LEFT_OUT;
use super::draft::joined;
use super::request::{Script, last};
use crate::import::code::{Arguments, Expr, Reader};
use crate::import::found::Found;
use crate::import::report::{Dropped, Why};
use crate::import::text::Text;

/// Calls that make one.
const MAKES: [&str; 9] = [
    "requests.Session",
    "requests.session",
    "httpx.Client",
    "httpx.AsyncClient",
    "aiohttp.ClientSession",
    "axios.create",
    "ky.create",
    "ky.extend",
    "got.extend",
];

/// What its address is called.
const BASES: [&str; 5] = ["base_url", "baseURL", "baseUrl", "prefixUrl", "prefix"];

/// Members of what it holds that lead to its headers.
const LEADS: [&str; 8] = ["defaults", "headers", "common", "get", "post", "put", "patch", "delete"];

/// What is left out of its requests beside what stands for a person.
const PARAMETERS: (&str, Why) = ("params", Why::Parameter);

#[derive(Debug, Default)]
pub(super) struct Client {
    base: Option<Text>,
    headers: Vec<(Text, Text)>,
    left_out: Vec<Dropped>,
}

/// Whether a call makes a client.
pub(super) fn makes(name: &str) -> bool {
    MAKES.contains(&name)
}

impl Script {
    /// Notes that a name is a client.
    pub(super) fn client(&mut self, name: &str, arguments: &Arguments) {
        let mut client = Client::default();
        for (option, value) in arguments {
            match (option, self.follow(value)) {
                (Some(option), _) => self.configure(&mut client, option, value),
                (None, Expr::Map(_, members)) => {
                    members.iter().for_each(|(option, value)| self.configure(&mut client, option, value));
                }
                _ => {}
            }
        }
        self.clients.set(name.to_owned(), client);
    }

    fn configure(&self, client: &mut Client, option: &Text, value: &Expr) {
        match option.as_str() {
            "headers" => client.headers.extend(self.pairs(Some(self.follow(value)))),
            name if BASES.contains(&name) => {
                client.base = Some(self.text(value).unwrap_or_else(|| value.place().as_variable()));
            }
            name => {
                let why = LEFT_OUT.iter().chain([&PARAMETERS]).find(|(own, _)| *own == name).map(|(_, why)| *why);
                client.left_out.extend(why.map(|why| Dropped::new(why, value.place().place(), name)));
            }
        }
    }

    /// Takes in what a statement that begins with a name sets for a client: `session.headers["name"] = value`,
    /// `axios.defaults.baseURL = value`.
    pub(super) fn configures(&mut self, reader: &mut Reader<'_>, name: &str, start: usize) -> bool {
        let Some((root, rest)) = name.split_once('.') else { return false };
        let mut path: Vec<&str> = rest.split('.').collect();
        let leads = path.iter().take_while(|part| LEADS.contains(part)).count();
        let is_one = self.clients.get(root).is_some() || root == "axios" && path[0] == "defaults";
        if !is_one || path.len() > leads + 1 {
            return false;
        }
        let before = reader.at;
        let own = path.split_off(leads).pop().map(|own| reader.text.slice(before - own.len()..before));
        reader.blank();
        let key = match own {
            None if reader.takes("[") => {
                reader.space();
                let key = reader.string();
                reader.space();
                key.filter(|_| reader.takes("]"))
            }
            own => own,
        };
        reader.space();
        if !reader.rest().starts_with('=') || reader.rest().starts_with("==") {
            reader.at = before;
            return false;
        }
        let at = reader.at - before;
        reader.step(1);
        self.at = before + at;
        let value = match (reader.expression(), self.bindings.may_be_skipped(start)) {
            (value, true) => Expr::Other(value.place().as_variable()),
            (value, false) => value,
        };
        let mut client = std::mem::take(self.clients.entry(root.to_owned()));
        match key {
            // All of its headers at once.
            None => client.headers = self.pairs(Some(self.follow(&value))),
            Some(name) if path.contains(&"headers") => {
                let value = self.text(&value).unwrap_or_else(|| value.place().as_variable());
                client.headers.retain(|(old, _)| !old.as_str().eq_ignore_ascii_case(name.as_str()));
                client.headers.push((name, value));
            }
            Some(option) => self.configure(&mut client, &option, &value),
        }
        self.clients.set(root.to_owned(), client);
        true
    }

    /// `session.headers.update(headers)`
    pub(super) fn updates(&mut self, name: &str, headers: Option<&Expr>) {
        let own = self.pairs(headers.map(|headers| self.follow(headers)));
        if let Some(root) = name.strip_suffix(".headers.update") {
            self.clients.entry(root.to_owned()).headers.extend(own);
        }
    }

    /// Adds what the client has to a request that a call of it sends.
    pub(super) fn add_client(&self, found: &mut Found, name: &str) {
        let root = name.strip_suffix(last(name)).map(|root| root.trim_end_matches('.')).filter(|root| !root.is_empty());
        let Some(client) = self.clients.get(root.unwrap_or(name)) else { return };
        for (name, value) in &client.headers {
            let is_own = found.headers.iter().any(|(own, _)| own.as_str().eq_ignore_ascii_case(name.as_str()));
            if !is_own {
                found.headers.push((name.clone(), value.clone()));
            }
        }
        found.dropped.extend(client.left_out.iter().cloned());
        let is_whole = |url: &Text| url.as_str().contains("://");
        if let (Some(base), Some(url)) = (&client.base, found.url.as_ref().filter(|url| !is_whole(url))) {
            found.url = Some(joined(base, url));
            if base.has_code() {
                found.drop(Why::Unknown, base);
            }
        }
    }
}
