//! What the arguments of a call are: by their names, or by what they look like.

use super::{Draft, is_url};
use crate::import::code::{Arguments, Expr, charset_among};
use crate::import::report::{Dropped, Why};
use crate::import::script::known::{Content, Known, is_media};
use crate::import::script::names::{self, Says};
use crate::import::text::Text;

/// The options from which Guzzle and Symfony's client take a body.
const TAKEN: [&str; 2] = ["json", "body"];

impl Draft {
    /// `setopt($handle, CURLOPT_URL, value)`, `setopt_array($handle, [...])`, `AddParameter("application/json", body, …)`.
    pub(super) fn option(&mut self, arguments: &Arguments, known: &Known) {
        let values: Vec<_> = arguments.iter().map(|(_, value)| value).collect();
        match values[..] {
            [kind, value, ..] if known.text(kind).is_some_and(|kind| is_media(kind.as_str())) => {
                self.says(Says::Body, value, known);
            }
            [_, Expr::Name(name, place), value] => self.member(name, place, value, known),
            [_, map] if matches!(known.follow(map), Expr::Map(..)) => self.options(known.follow(map), known),
            [name, value, ..] => self.query(known.text(name), value, known),
            _ => {}
        }
    }

    pub(super) fn named(&mut self, arguments: &Arguments, known: &Known) {
        for (name, value) in arguments {
            match name {
                Some(name) => self.property(name.as_str(), value, known),
                None => {
                    let value = known.follow(value);
                    if is_options(value) {
                        self.options(value, known);
                    }
                }
            }
        }
    }

    /// Arguments by their names, or by what they are.
    pub(super) fn arguments<'e>(&mut self, arguments: impl Iterator<Item = &'e (Option<Text>, Expr)>, known: &Known) {
        let all: Vec<_> = arguments.take(20).collect();
        let is_body = |value: &Expr| match known.content(value) {
            Content::Text(text) => text.as_str().trim_start().starts_with(['{', '[']),
            _ => false,
        };
        // Beside a text that is the body, a map is not.
        let has_body = |map: &Expr| {
            let others = all.iter().filter(|(name, value)| name.is_none() && !std::ptr::eq(known.follow(value), map));
            others.map(|(_, value)| value).any(|value| !matches!(known.follow(value), Expr::Map(..)) && is_body(value))
        };
        let mut bodies = 0;
        self.encoded(all.iter().filter(|(name, _)| name.is_none()).map(|(_, value)| value), known);
        for (name, value) in &all {
            if let Some(name) = name {
                self.property(name.as_str(), value, known);
                continue;
            }
            let is_bare_map = known.is_bare_map(value);
            let value = known.follow(value);
            let word = value.place().as_str();
            let text = known.text(value);
            match (value, text) {
                (Expr::Name(..) | Expr::Other(_), _) if names::method(word).is_some() => {
                    self.says(Says::Method, value, known);
                }
                (_, Some(text)) if names::is_method(text.as_str()) => {
                    self.found.method = Some(text);
                }
                (_, Some(text)) if is_url(text.as_str()) || self.base.is_some() && text.as_str().starts_with('/') => {
                    self.url(text);
                }
                // Beside a body that is made of a value, its type is a text.
                (_, Some(text)) if (is_media(text.as_str()) || text.is_empty()) && !is_body(value) => {}
                (Expr::Map(..), _) if is_options(value) => self.options(value, known),
                (Expr::Map(..), _) if is_headers(value) && (bodies > 0 || has_body(value)) => {
                    self.says(Says::Headers, value, known);
                }
                // Whatever else stands in it.
                (Expr::Map(place, _), _) if self.has_options => {
                    self.options(value, known);
                    self.unsent.get_or_insert_with(|| place.clone());
                }
                _ => match known.content(value) {
                    Content::Text(text) => {
                        let is_json = text.as_str().trim_start().starts_with(['{', '[']);
                        if is_json && (self.language.sends_forms() || self.makes_forms) && is_bare_map {
                            self.found.as_form = Some(value.place().place());
                        }
                        if is_json || self.has_address() && self.found.body.is_none() && matches!(value, Expr::Call(..))
                        {
                            self.content(Content::Text(text));
                            bodies += 1;
                        }
                    }
                    Content::None => {}
                    Content::Bytes(place) => self.refuse_bytes(&place),
                    Content::Code(place) => {
                        if self.has_address() {
                            // It is the body, and a map behind it is none.
                            bodies += 1;
                            self.unknown.get_or_insert(place);
                        }
                    }
                },
            }
        }
    }

    /// A property, an option, or an argument by its name.
    pub(in crate::import::script) fn property(&mut self, name: &str, value: &Expr, known: &Known) {
        if name == "encoding" {
            return self.written_in(charset_among(std::iter::once(value)), value.place());
        }
        if let Some(says) = names::member(name) {
            // What no encoder was given is sent as a form.
            let is_form = name == "body" && self.language.sends_forms() && known.is_bare_map(value);
            self.says(if is_form { Says::Form } else { says }, value, known);
        }
    }

    pub(super) fn options(&mut self, options: &Expr, known: &Known) {
        if let Expr::Map(_, members) = options {
            for (name, value) in members.iter().take(100) {
                self.member(name.as_str(), name, value, known);
            }
        }
    }

    /// An option; one that says nothing of the request is told as left out.
    fn member(&mut self, name: &str, place: &Text, value: &Expr, known: &Known) {
        match names::member(name) {
            Some(Says::Body) if self.has_options && !TAKEN.contains(&name) => {
                self.unsent.get_or_insert_with(|| value.place().clone());
            }
            Some(says) => {
                // A map that no encoder was given is sent as a form.
                let is_form = name == "CURLOPT_POSTFIELDS" && known.is_bare_map(value);
                self.says(if is_form { Says::Form } else { says }, value, known);
            }
            None => self.found.dropped.push(Dropped::new(Why::Option, place.place(), name)),
        }
    }
}

/// Whether a map says how a request is sent, rather than what.
pub(super) fn is_options(value: &Expr) -> bool {
    value.get(&["headers", "json", "body", "form_params", "method", "http", "base_uri", "baseURL"]).is_some()
}

/// Whether a map can be of headers: their values are texts.
fn is_headers(value: &Expr) -> bool {
    let Expr::Map(_, members) = value else { return false };
    members.iter().all(|(_, value)| !matches!(value, Expr::Map(..) | Expr::List(..)))
}
