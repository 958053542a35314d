//! What a call or a member says of a request, by what the table of names has for it.

use super::{Draft, Ends, MAX_PARTS, is_url};
use crate::import::code::{Arguments, Charset, Expr};
use crate::import::found::Form;
use crate::import::repair::Origin;
use crate::import::report::{Dropped, Why};
use crate::import::script::known::{Content, Known};
use crate::import::script::names::{self, Does, Says};
use crate::import::text::Text;
use crate::problem::Code;
use crate::secret::MASK;

impl Draft {
    pub(in crate::import::script) fn call(&mut self, name: &str, does: Does, arguments: &Arguments, known: &Known) {
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

    pub(super) fn says(&mut self, says: Says, value: &Expr, known: &Known) {
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
    pub(super) fn encoded<'e>(&mut self, mut values: impl Iterator<Item = &'e Expr>, known: &Known) {
        if let Some(form) = values.find(|value| known.is_form(value)) {
            self.found.as_form = Some(form.place().place());
        }
    }

    pub(super) fn address(&mut self, value: &Expr, known: &Known) {
        self.url(known.text(value).unwrap_or_else(|| value.place().as_variable()));
    }

    /// The address; another one begins another request.
    pub(super) fn url(&mut self, url: Text) {
        match &self.found.url {
            Some(own) if own.as_str() != url.as_str() && self.found.body.is_some() => self.ends = Some(Ends::Another),
            Some(_) if self.found.url.as_ref().is_some_and(|own| own.as_str() == url.as_str()) => {}
            _ => self.found.url = Some(url),
        }
    }

    pub(super) fn content(&mut self, content: Content) {
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

    pub(super) fn refuse_bytes(&mut self, place: &Text) {
        self.found.body = None;
        self.found.problems.clear();
        self.found.refuse_sent("bytes", place);
    }

    /// Notes what bytes all that is written is sent as: `new OutputStreamWriter(stream, "GBK")`.
    pub(in crate::import::script) fn written_in(&mut self, charset: Option<Charset>, place: &Text) {
        if let Some(charset) = charset {
            self.charset = Some((charset, place.clone()));
        }
    }

    pub(super) fn query(&mut self, name: Option<Text>, value: &Expr, known: &Known) {
        let Some(mut pair) = name else { return };
        let value = self.value(value, known);
        pair.push_char('=', &value, 0..0);
        pair.push(&value, 0..value.len());
        if self.found.query.len() < MAX_PARTS {
            self.found.query.push(pair);
        }
    }

    pub(super) fn value(&self, value: &Expr, known: &Known) -> Text {
        known.text(value).unwrap_or_else(|| value.place().as_variable())
    }
}

/// Whether one of some arguments is an address.
fn has_address(arguments: &Arguments, known: &Known) -> bool {
    arguments.iter().filter_map(|(_, value)| known.text(value)).any(|text| is_url(text.as_str()))
}
