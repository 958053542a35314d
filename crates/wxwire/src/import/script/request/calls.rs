//! What each call of a library says of a request, by its name.

use super::super::call::is_nothing;
use super::super::names::is_method;
use super::super::query::takes_query;
use super::super::unsent::{UNSENT, has_no_body};
use super::{Script, last};
use crate::import::code::Expr;
use crate::import::found::{Form, Found};
use crate::import::report::Why;
use crate::import::text::Text;
use crate::problem::Code;

impl Script {
    pub(super) fn call(&mut self, name: &str, arguments: &[(Option<Text>, Expr)]) -> Option<Found> {
        let mut found = Found::new(Form::JavaScript);
        let plain: Vec<&Expr> = arguments.iter().filter(|(name, _)| name.is_none()).map(|(_, value)| value).collect();
        let named = |names: &[&str]| {
            let is = |name: &Option<Text>| name.as_ref().is_some_and(|name| names.contains(&name.as_str()));
            arguments.iter().find(|(name, _)| is(name)).map(|(_, value)| value)
        };
        if let Some(found) = self.node(name, &plain) {
            return found;
        }
        let text = |at: usize| plain.get(at).and_then(|expr| self.text(expr));
        match last(name) {
            "update" if name.ends_with("headers.update") => {
                self.updates(name, plain.first().copied());
                return None;
            }
            "append" | "set" | "setRequestHeader" => {
                let pair = text(0).zip(text(1));
                self.headers.extend(pair);
                return None;
            }
            // Python's own `open` opens a file.
            "open" if name.contains('.') => {
                self.opened = text(0).zip(plain.get(1).map(|url| self.address_of(url)));
                return None;
            }
            "send" => {
                let (method, url) = self.opened.clone()?;
                let body = plain.first().map(|body| self.follow(body)).filter(|body| !is_nothing(body));
                match body {
                    Some(body) if has_no_body(method.as_str()) => found.refuse_sent(UNSENT, body.place()),
                    // A text is made of it, which says nothing of what is in it.
                    Some(Expr::Map(place, _)) => found.refuse(Code::Variable, place),
                    body => self.body(&mut found, body),
                }
                (found.method, found.url) = (Some(method), Some(url));
            }
            "fetch" | "$fetch" | "ofetch" | "got" | "ky" => {
                let url = *plain.first()?;
                found.url = Some(if plain.len() > 1 { self.address_of(url) } else { self.text(url)? });
                let options = plain.get(1).map(|options| self.follow(options));
                self.tell_of_unsent(&mut found, name, options);
                self.options(&mut found, name, plain.get(1).copied());
            }
            _ if self.clients.get(name).is_some() => self.options(&mut found, name, plain.first().copied()),
            "axios" | "ajax" | "request"
                if plain.first().is_some_and(|first| self.follow(first).get(&["url", "uri"]).is_some()) =>
            {
                // jQuery sends an object as a form.
                let data = plain.first().and_then(|first| self.follow(first).get(&["data"]));
                let data = data.filter(|data| last(name) == "ajax" && matches!(self.follow(data), Expr::Map(..)));
                found.as_form = data.map(|data| data.place().place());
                self.options(&mut found, name, plain.first().copied());
                let options = plain.first().map(|options| self.follow(options));
                if let Some(options) = options.filter(|options| takes_query(name) && self.is_get(options)) {
                    self.query_of(&mut found, options);
                }
            }
            // Of undici and others, whose address comes first.
            "request"
                if text(0).is_none_or(|url| url.as_str().contains("://"))
                    && plain.get(1).is_some_and(|options| matches!(self.follow(options), Expr::Map(..))) =>
            {
                found.url = plain.first().map(|url| self.address_of(url));
                self.options(&mut found, name, plain.get(1).copied());
            }
            "request" if plain.len() >= 2 || named(&["url"]).is_some() => {
                found.method = text(0).or_else(|| self.text(named(&["method"])?));
                found.url = Some(self.address_of(plain.get(1).copied().or_else(|| named(&["url"]))?));
                self.body(&mut found, plain.get(2).copied().or_else(|| named(&["body"])));
                self.headers(&mut found, plain.get(3).copied());
                self.keywords(&mut found, &named);
            }
            // Of requests and httpx, whose method comes first.
            "Request"
                if text(0).is_some_and(|first| is_method(first.as_str()))
                    && (plain.len() > 1 || named(&["url"]).is_some()) =>
            {
                found.method = text(0);
                found.url = Some(self.address_of(plain.get(1).copied().or_else(|| named(&["url"]))?));
                self.keywords(&mut found, &named);
            }
            "Request" => {
                found.url = Some(self.address_of(plain.first().copied().or_else(|| named(&["url"]))?));
                found.method = named(&["method"]).and_then(|expr| self.text(expr));
                self.keywords(&mut found, &named);
            }
            method @ ("post" | "put" | "patch" | "delete" | "get") => {
                let url = plain.first().copied().or_else(|| named(&["url"]))?;
                let body = named(&["json", "data", "content"]).or(plain.get(1).copied());
                let url = self.address_of_verb(name, url, body)?;
                let mut word = url.slice(0..0);
                method.to_ascii_uppercase().chars().for_each(|char| word.push_char(char, &url, 0..0));
                (found.method, found.url) = (Some(word), Some(url));
                // With GET there is nothing but options, or what goes into the address.
                if matches!(method, "get" | "delete")
                    && let Some(second) = plain.get(1).copied().filter(|_| named(&["json", "data"]).is_none())
                {
                    self.options_of_get(&mut found, name, second);
                    self.keywords(&mut found, &named);
                    return self.completed(found, name, arguments);
                }
                let axios = name.starts_with("axios") || named(&["json", "data"]).is_none() && plain.len() > 1;
                let second = plain.get(1).copied();
                // Python's and jQuery's take an object for a form.
                if ["requests.", "httpx.", "$.", "jQuery."].iter().any(|root| name.starts_with(root))
                    && let Some(data) = second.filter(|data| matches!(self.follow(data), Expr::Map(..)))
                {
                    found.as_form = Some(data.place().place());
                }
                // Most take options behind the address, and axios the body.
                let has_options = ["got.", "ky."].iter().any(|root| name.starts_with(root));
                let is_options = |value: &&Expr| {
                    let value = self.follow(value);
                    has_options
                        || !name.starts_with("axios")
                            && value.get(&["headers", "header", "json", "body", "form"]).is_some()
                };
                if second.as_ref().is_some_and(is_options) {
                    self.options(&mut found, name, second);
                } else {
                    self.body(&mut found, second.filter(|_| axios));
                }
                let had_body = found.body.is_some();
                self.options(&mut found, name, plain.get(2).copied());
                // What axios is given second is sent, be it nothing.
                if name.starts_with("axios")
                    && !had_body
                    && matches!(method, "post" | "put" | "patch")
                    && let Some((data, _)) = found.body.take()
                {
                    found.drop(Why::Unsent, &data);
                }
                self.keywords(&mut found, &named);
            }
            _ => return None,
        }
        self.completed(found, name, arguments)
    }

    /// A request with what the script adds to each.
    fn completed(&self, mut found: Found, name: &str, arguments: &[(Option<Text>, Expr)]) -> Option<Found> {
        // `**options`, which may hold anything.
        if let Some((_, value)) = arguments.iter().find(|(_, value)| value.place().as_str().starts_with("**")) {
            found.refuse(Code::Variable, value.place());
        }
        self.tell_of_changes(&mut found, name);
        found.headers.append(&mut self.headers.clone());
        self.add_client(&mut found, name);
        if let Some((scheme, host)) = &self.host
            && let Some(path) = found.url.take()
        {
            found.url = Some(if path.as_str().starts_with('/') {
                let mut url = Text::default();
                scheme.chars().for_each(|char| url.push_char(char, host, 0..0));
                url.push(host, 0..host.len());
                url.push(&path, 0..path.len());
                url
            } else {
                path
            });
        }
        self.with_address(found)
    }

    /// `HTTPSConnection("host", 443)`.
    pub(super) fn connect(&mut self, name: &str, arguments: &[(Option<Text>, Expr)]) {
        let scheme = match last(name) {
            "HTTPSConnection" => "https://",
            "HTTPConnection" => "http://",
            _ => return,
        };
        self.host = arguments.first().and_then(|(_, host)| self.text(host)).map(|host| (scheme, host));
    }
}

pub(in crate::import::script) fn is_call(name: &str) -> bool {
    let known = [
        "fetch",
        "$fetch",
        "ofetch",
        "got",
        "ky",
        "axios",
        "request",
        "ajax",
        "Request",
        "post",
        "put",
        "patch",
        "delete",
        "get",
        "append",
        "update",
        "set",
        "setRequestHeader",
        "open",
        "send",
        "write",
        "end",
    ];
    known.contains(&last(name))
}
