//! The request that a program puts together: what its calls and members say of it.
//!
//! `arguments` tells what the arguments of a call are, `headers` reads headers in all the ways that there are.

mod arguments;
mod headers;

use super::known::{Content, Known, is_media};
use super::names::{self, Does, Says};
use super::unsent::UNSENT;
use crate::import::code::{Arguments, Charset, Expr, Language};
use crate::import::found::{Form, Found};
use crate::import::repair::Origin;
use crate::import::report::{Dropped, Why};
use crate::import::text::Text;
use crate::problem::Code;
use crate::secret::MASK;

/// The most headers and parameters of a request.
const MAX_PARTS: usize = 10_000;

/// A request so far.
pub(super) struct Draft {
    pub(super) language: &'static Language,
    found: Found,
    /// The address that others are added to.
    base: Option<Text>,
    /// How many of its headers go with whatever is sent there.
    shared: usize,
    /// An address that an object was made of.
    mentioned: Option<Text>,
    /// What stands where a body should, and is not followed.
    unknown: Option<Text>,
    /// The character set that what it is written by was told, and where.
    charset: Option<(Charset, Text)>,
    /// Something says its method, be it known or not.
    has_method: bool,
    /// The library takes a body from options of some names alone.
    pub(super) has_options: bool,
    /// What nothing says the method of is sent with GET, which throws where there is a body.
    pub(super) is_get: bool,
    /// What stands in options and is not sent.
    unsent: Option<Text>,
    /// What sends it makes a form of a map that no encoder was given.
    pub(super) makes_forms: bool,
    /// Another was sent before it.
    is_further: bool,
    /// Nothing more is said of it.
    pub(super) ends: Option<Ends>,
}

/// What ends a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Ends {
    /// It was sent.
    Sent,
    /// What was read last is of the next.
    Another,
}

impl Draft {
    pub(super) fn new(language: &'static Language) -> Self {
        let found = Found::new(language.form);
        Self {
            language,
            found,
            base: None,
            shared: 0,
            mentioned: None,
            unknown: None,
            charset: None,
            has_method: false,
            has_options: false,
            is_get: language.form == Form::Swift,
            unsent: None,
            makes_forms: false,
            is_further: false,
            ends: None,
        }
    }

    /// The next, which may be sent by what this one was sent by.
    pub(super) fn further(&self) -> Self {
        let mut next = Self {
            base: self.base.clone(),
            shared: self.shared,
            has_options: self.has_options,
            is_get: self.is_get,
            is_further: true,
            ..Self::new(self.language)
        };
        next.found.headers.extend_from_slice(&self.found.headers[..self.shared]);
        next
    }

    pub(super) fn has_address(&self) -> bool {
        self.found.url.is_some() || self.base.is_some() || self.mentioned.is_some()
    }

    pub(super) fn mention(&mut self, url: Text) {
        if self.mentioned.is_none() && is_url(url.as_str()) {
            self.mentioned = Some(url);
        }
    }

    /// The request, if there is an address, or something that is sent again to the one of before.
    pub(super) fn finish(self) -> Option<Found> {
        let is_get = self.is_get && self.found.method.is_none() && !self.has_method;
        let Self { mut found, base, mentioned, unknown, charset, unsent, is_further, .. } = self;
        let is_sent = found.body.is_some() || unknown.is_some();
        if is_further && found.url.is_none() && !is_sent {
            return None;
        }
        let own = found.url.take().or_else(|| if base.is_some() { None } else { mentioned });
        found.url = match (base, own) {
            (Some(base), Some(own)) if !own.as_str().contains("://") => Some(joined(&base, &own)),
            (base, own) => own.or(base),
        };
        if found.url.is_none() && !is_further {
            return None;
        }
        if let Some(unknown) = unknown.filter(|_| found.body.is_none() && found.problems.is_empty()) {
            found.refuse(Code::Variable, &unknown);
        }
        let body = found.body.as_ref().map(|(body, _)| body.clone());
        match (charset, &body) {
            (Some((Charset::Ascii, place)), Some(body)) if !body.as_str().is_ascii() => {
                found.refuse_sent("bytes", &place);
            }
            (Some((Charset::Other, place)), Some(_)) => found.refuse_sent("bytes", &place),
            (Some((Charset::Machine, place)), Some(body)) if !body.as_str().is_ascii() => {
                found.warn("machine_bytes", place.place());
            }
            _ => {}
        }
        match (unsent, body) {
            (Some(unsent), None) if found.problems.is_empty() => found.refuse_sent("other_option", &unsent),
            (Some(unsent), Some(_)) => found.drop(Why::Unsent, &unsent),
            (None, Some(body)) if is_get => found.refuse_sent(UNSENT, &body),
            _ => {}
        }
        Some(found)
    }

    /// A call whose name is a method: `post(url, body)`, or `post(body)` where the address is set elsewhere.
    pub(super) fn verb(&mut self, verb: &str, arguments: &Arguments, known: &Known) {
        let named = |(name, _): &(Option<Text>, Expr)| name.as_ref().and_then(|name| names::member(name.as_str()));
        let is_option = arguments.iter().any(|one| named(one).is_some());
        let texts = || arguments.iter().filter(|(name, _)| name.is_none()).filter_map(|(_, value)| known.text(value));
        // Behind an address that is set elsewhere, where there is something to send to it.
        let path = texts().next().filter(|text| text.as_str().starts_with('/') && arguments.len() > 1);
        let is_own = |text: Text| is_url(text.as_str()) || self.base.is_some() && text.as_str().starts_with('/');
        let has_url = path.is_some() || texts().any(is_own);
        if !has_url && !is_option {
            let is_body = arguments.len() <= 2 && self.has_address();
            let is_sent = arguments.is_empty() || verb != "GET";
            // `data.put("key", value)`
            let first = texts().next().filter(|_| arguments.len() == 2);
            let is_key = first
                .is_some_and(|first| !first.as_str().trim_start().starts_with(['{', '[']) && !is_media(first.as_str()));
            if is_key {
                return;
            }
            if is_body && is_sent {
                self.method(verb, arguments);
                self.encoded(arguments.iter().map(|(_, value)| value), known);
                if let Some(body) = known.best_of(arguments.iter().map(|(_, value)| value)) {
                    self.content(body);
                }
                return;
            }
            // An address that is not known, with a body behind it.
            let body = || known.best_of(arguments.iter().skip(1).map(|(_, value)| value));
            let is_request =
                verb != "GET" && matches!(body(), Some(Content::Text(text)) if text.as_str().starts_with('{'));
            if !is_request {
                return;
            }
        }
        if self.found.url.is_some() && self.found.body.is_some() {
            return self.ends = Some(Ends::Another);
        }
        self.method(verb, arguments);
        if let Some(path) = path.filter(|_| self.base.is_none()) {
            self.url(path);
        }
        if !has_url && let Some((None, first)) = arguments.first() {
            self.found.url.get_or_insert_with(|| first.place().as_variable());
        }
        let skip = usize::from(!has_url && arguments.first().is_some_and(|(name, _)| name.is_none()));
        let is_bare = matches!(verb, "GET" | "HEAD" | "DELETE");
        let (options, others): (Vec<_>, Vec<_>) =
            arguments.iter().skip(skip).partition(|one| is_bare && self.goes_into_address(verb, one, known));
        for (_, value) in options {
            match known.follow(value) {
                map if has_query(map) => self.options(map, known),
                map => self.says(Says::Query, map, known),
            }
        }
        self.arguments(others.into_iter(), known);
    }

    /// Whether an argument of a call that has no body goes into the address, or says what does.
    fn goes_into_address(&self, verb: &str, (name, value): &(Option<Text>, Expr), known: &Known) -> bool {
        let map = known.follow(value);
        name.is_none()
            && known.is_bare_map(value)
            && !arguments::is_options(map)
            && (has_query(map) || matches!(verb, "GET" | "HEAD"))
    }

    /// Takes a verb for the method, unless another was told.
    fn method(&mut self, verb: &str, arguments: &Arguments) {
        if self.found.method.is_none() {
            let place = arguments.first().map(|(_, value)| value.place().slice(0..0)).unwrap_or_default();
            self.found.method = Some(Text::in_place_of(verb, &place));
        }
    }

    pub(super) fn call(&mut self, name: &str, does: Does, arguments: &Arguments, known: &Known) {
        let first = arguments.first().map(|(_, value)| value);
        match does {
            // One that has an address of its own, where all is said of the one before.
            Does::Requests if self.found.body.is_some() && has_address(arguments, known) => {
                self.ends = Some(Ends::Another);
            }
            Does::Requests => {
                let before = self.found.url.is_some();
                let url = self.found.url.clone();
                self.arguments(arguments.iter(), known);
                let is_same = self.found.url.as_ref().map(Text::place) == url.as_ref().map(Text::place);
                // What it is given was put together before.
                let is_plain = matches!(first.map(|first| known.follow(first)), Some(Expr::Other(_) | Expr::Name(..)));
                if before && is_same && is_plain && arguments.len() == 1 {
                    self.ends = Some(Ends::Sent);
                }
            }
            Does::Connects => {
                if let Some(url) = first.and_then(|first| known.text(first)).filter(|url| is_url(url.as_str())) {
                    self.base = Some(url);
                }
                self.named(arguments, known);
                self.shared = self.found.headers.len();
            }
            Does::Addresses => {
                if let Some(first) = first {
                    self.address(first, known);
                }
            }
            Does::Method => {
                let mut texts = arguments.iter().map(|(_, value)| value);
                if let Some(method) = texts.next() {
                    self.says(Says::Method, method, known);
                }
                if let Some(body) = known.best_of(texts) {
                    self.content(body);
                }
            }
            Does::Headers => self.headers_of(name, arguments, known),
            Does::Body => {
                let writes = name.to_ascii_lowercase().starts_with("write");
                self.encoded(arguments.iter().map(|(_, value)| value), known);
                // It writes half of each character.
                let halves = self.language.form == Form::Java && name == "writeBytes";
                match known.best_of(arguments.iter().map(|(_, value)| value)) {
                    Some(Content::Text(text)) if halves && !text.as_str().is_ascii() => self.refuse_bytes(&text),
                    Some(Content::Text(text)) if writes && !text.as_str().trim_start().starts_with(['{', '[']) => {}
                    Some(Content::Code(place)) if writes => {
                        self.unknown.get_or_insert(place);
                    }
                    Some(body) => self.content(body),
                    None => {}
                }
            }
            Does::Query => {
                if let [(_, name), (_, value), ..] = &arguments[..] {
                    self.query(known.text(name), value, known);
                }
            }
            Does::Option => self.option(arguments, known),
            Does::Sends => self.ends = Some(Ends::Sent),
        }
    }

    fn says(&mut self, says: Says, value: &Expr, known: &Known) {
        match says {
            Says::Address => self.address(value, known),
            Says::Base => self.base = known.text(value).or(self.base.take()),
            Says::Method => {
                self.has_method = true;
                let text = known.text(value);
                let named = names::method(known.follow(value).place().as_str());
                self.found.method = match (text, named) {
                    (Some(text), _) if names::method(text.as_str()).is_some() => Some(text),
                    (_, Some(named)) => Some(Text::in_place_of(named, value.place())),
                    _ => self.found.method.take(),
                };
            }
            Says::Headers => self.headers(value, known),
            Says::Body => {
                self.encoded(std::iter::once(value), known);
                self.content(known.content(value));
            }
            Says::Form => {
                self.found.as_form = Some(value.place().place());
                self.content(known.content(value));
            }
            Says::Query => {
                if let Expr::Map(_, members) = known.follow(value) {
                    for (name, value) in members.iter().take(1000) {
                        self.query(Some(name.clone()), value, known);
                    }
                }
            }
            Says::Options => match known.follow(value) {
                Expr::Call(_, arguments, _) => self.named(arguments, known),
                other => self.options(other, known),
            },
            Says::LeftOut => self.found.drop(Why::Option, value.place()),
            Says::Secret => self.found.dropped.push(Dropped::new(Why::Option, value.place().place(), MASK)),
        }
    }

    /// Notes what an encoder makes a form of.
    fn encoded<'e>(&mut self, mut values: impl Iterator<Item = &'e Expr>, known: &Known) {
        if let Some(form) = values.find(|value| known.is_form(value)) {
            self.found.as_form = Some(form.place().place());
        }
    }

    fn address(&mut self, value: &Expr, known: &Known) {
        self.url(known.text(value).unwrap_or_else(|| value.place().as_variable()));
    }

    /// The address; another one begins another request.
    fn url(&mut self, url: Text) {
        match &self.found.url {
            Some(own) if own.as_str() != url.as_str() && self.found.body.is_some() => self.ends = Some(Ends::Another),
            Some(_) if self.found.url.as_ref().is_some_and(|own| own.as_str() == url.as_str()) => {}
            _ => self.found.url = Some(url),
        }
    }

    fn content(&mut self, content: Content) {
        match content {
            Content::Text(text) => {
                self.found.problems.clear();
                self.found.body = Some((text, Origin::Body));
            }
            Content::None => {}
            Content::Code(place) => {
                self.found.body = None;
                self.found.problems.clear();
                self.found.refuse(Code::Variable, &place);
            }
            Content::Bytes(place) => self.refuse_bytes(&place),
        }
    }

    fn refuse_bytes(&mut self, place: &Text) {
        self.found.body = None;
        self.found.problems.clear();
        self.found.refuse_sent("bytes", place);
    }

    /// Notes what bytes all that is written is sent as: `new OutputStreamWriter(stream, "GBK")`.
    pub(super) fn written_in(&mut self, charset: Option<Charset>, place: &Text) {
        if let Some(charset) = charset {
            self.charset = Some((charset, place.clone()));
        }
    }

    fn query(&mut self, name: Option<Text>, value: &Expr, known: &Known) {
        let Some(mut pair) = name else { return };
        let value = self.value(value, known);
        pair.push_char('=', &value, 0..0);
        pair.push(&value, 0..value.len());
        if self.found.query.len() < MAX_PARTS {
            self.found.query.push(pair);
        }
    }

    fn value(&self, value: &Expr, known: &Known) -> Text {
        known.text(value).unwrap_or_else(|| value.place().as_variable())
    }
}

/// Whether a map holds what goes into an address.
fn has_query(map: &Expr) -> bool {
    map.get(&["query", "params", "queryParameters"]).is_some()
}

/// Whether one of some arguments is an address.
fn has_address(arguments: &Arguments, known: &Known) -> bool {
    arguments.iter().filter_map(|(_, value)| known.text(value)).any(|text| is_url(text.as_str()))
}

/// Whether a text is an address, not a path of a file.
fn is_url(text: &str) -> bool {
    let has_scheme = text.starts_with("http://") || text.starts_with("https://");
    let is_named = text.starts_with(['$', '{']) && text.contains('/') && !text.contains('"');
    (has_scheme || is_named) && !text.contains(char::is_whitespace)
}

/// An address behind another.
pub(super) fn joined(base: &Text, own: &Text) -> Text {
    let mut url = base.slice(0..base.as_str().trim_end_matches('/').len());
    if !own.as_str().starts_with('/') && !own.is_empty() {
        url.push_char('/', own, 0..0);
    }
    url.push(own, 0..own.len());
    url
}
