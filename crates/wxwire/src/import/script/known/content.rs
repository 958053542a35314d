//! What a value is as a body.

use super::super::names;
use super::super::program::by_place;
use super::super::request::MAX_NAMES;
use super::{Known, MAX_MEMBERS, Within};
use crate::import::code::{self, Arguments, Charset, Expr, OBJECT};
use crate::import::text::Text;

/// What a body was found to be.
pub(in crate::import::script) enum Content {
    Text(Text),
    /// Nothing is sent.
    None,
    /// Code that is not followed.
    Code(Text),
    /// Other bytes than those of the text that stands there.
    Bytes(Text),
}

impl Known {
    /// What is sent as a body.
    pub(in crate::import::script) fn content(&self, expr: &Expr) -> Content {
        self.content_at(expr, 0)
    }

    fn content_at(&self, expr: &Expr, depth: usize) -> Content {
        // What stands in the call itself has what its names hold now.
        let is_object = matches!(expr, Expr::Call(name, ..) if name.ends_with(OBJECT)) || self.is_computed(expr);
        let written = (is_object || matches!(expr, Expr::Map(..) | Expr::List(..))) && self.pays(expr.size());
        let now = written.then(|| self.now(expr.clone(), true, &Within::default()));
        let expr = now.as_ref().unwrap_or(expr);
        let nothing = |name: &str| matches!(name, "null" | "nil" | "None" | "NULL" | "undefined" | "http.NoBody");
        // What a list or a map is printed as: Ruby's `data.to_s`.
        if let Expr::Name(name, place) = expr
            && self.asked(name).is_some_and(|value| self.prints(name, value))
        {
            return Content::Code(place.clone());
        }
        let content = match self.follow(expr) {
            Expr::Call(name, arguments, place) if self.leaves_out(name, arguments) => Content::Code(place.clone()),
            Expr::Text(text) if self.pays(text.len()) => Content::Text(self.filled(text.clone())),
            value @ (Expr::Map(..) | Expr::List(..)) => match code::json(value, &|one| self.paid(one)) {
                Ok(json) => self.doubtful(value, MAX_NAMES).map_or(Content::Text(json), Content::Code),
                Err(place) => Content::Code(place),
            },
            Expr::Name(name, _) if nothing(name) => Content::None,
            Expr::Call(name, arguments, place)
                if self.asked(name).is_some()
                    && arguments.iter().take(1).any(|(_, form)| code::is_other_form(form)) =>
            {
                Content::Code(place.clone())
            }
            Expr::Call(name, _, place) if self.asked(name).is_some_and(|value| self.prints(name, value)) => {
                Content::Code(place.clone())
            }
            Expr::Call(name, given, place) if given.len() == 1 && self.prints(name, &given[0].1) => {
                Content::Code(place.clone())
            }
            Expr::Call(name, ..) if depth < MAX_NAMES && self.asked(name).is_some() => {
                self.asked(name).map_or(Content::None, |value| self.content_at(value, depth + 1))
            }
            Expr::Call(name, arguments, place)
                if self.rewrites(arguments)
                    || name.starts_with("JsonContent")
                        && arguments.iter().any(|(_, value)| self.has_capitals(value, MAX_NAMES)) =>
            {
                Content::Code(place.clone())
            }
            Expr::Call(name, arguments, _) if names::gives_the_same(name) && depth < MAX_NAMES => {
                let each = arguments.iter().take(4).map(|(_, value)| self.content_at(value, depth + 1));
                best(each).unwrap_or(Content::None)
            }
            // What a form is made of says what is meant.
            Expr::Call(name, arguments, place) if names::makes_form(name) && depth < MAX_NAMES => {
                let Some((_, first)) = arguments.first() else { return Content::Code(place.clone()) };
                match self.pairs(first) {
                    Some(map) => match code::json(&map, &Some) {
                        Ok(json) if self.pays(json.len()) => Content::Text(json),
                        _ => Content::Code(place.clone()),
                    },
                    None => self.content_at(first, depth + 1),
                }
            }
            // Where a buffer is.
            Expr::Other(code) if by_place(code).is_some_and(|name| self.is_builder(name)) => {
                match by_place(code).and_then(|name| self.value(name)) {
                    Some(Expr::Text(text)) if self.pays(text.len()) => Content::Text(text.clone()),
                    _ => Content::Code(code.clone()),
                }
            }
            other => Content::Code(other.place().clone()),
        };
        self.in_bytes(self.follow(expr), content)
    }

    /// What is sent of a text, of which a call may make other bytes than UTF-8's.
    fn in_bytes(&self, call: &Expr, content: Content) -> Content {
        let (Content::Text(text), Expr::Call(name, given, place)) = (&content, call) else { return content };
        if self.makes_other_bytes(name, given, text, place) { Content::Bytes(place.clone()) } else { content }
    }

    /// Whether a call makes other bytes of a text than UTF-8 does. Where that depends on the machine, it is noted.
    pub(super) fn makes_other_bytes(&self, name: &str, given: &Arguments, text: &Text, place: &Text) -> bool {
        let arguments: Vec<_> = given.iter().map(|(_, value)| self.follow(value)).collect();
        let is_ascii = text.as_str().is_ascii();
        match code::charset_of(name, &arguments, self.asked(name).is_some()) {
            Some(Charset::Other) => true,
            Some(Charset::Ascii) => !is_ascii,
            Some(Charset::Machine) if !is_ascii => {
                self.of_machine.set(Some((place.place().start, place.place().end)));
                false
            }
            _ => false,
        }
    }

    /// Whether it is a map that no encoder was given.
    pub(in crate::import::script) fn is_bare_map(&self, expr: &Expr) -> bool {
        let is_asked = matches!(expr, Expr::Name(name, _) if name.contains('.'));
        !is_asked && matches!(self.follow(expr), Expr::Map(..))
    }

    /// Whether an encoder makes a form of it.
    pub(in crate::import::script) fn is_form(&self, expr: &Expr) -> bool {
        matches!(self.follow(expr), Expr::Call(name, ..) if names::makes_form(name))
    }

    /// A list of pairs that are made one by one, as a map: `new[] { new KeyValuePair<string, string>("a", "b") }`.
    fn pairs(&self, expr: &Expr) -> Option<Expr> {
        let Expr::List(place, items) = self.follow(expr) else { return None };
        let pair = |item: &Expr| match self.follow(item) {
            Expr::Call(name, pair, _) if name.to_ascii_lowercase().ends_with("pair") => match &pair[..] {
                [(_, name), (_, value)] => Some((self.text(name)?, self.follow(value).clone())),
                _ => None,
            },
            _ => None,
        };
        Some(Expr::Map(place.clone(), items.iter().take(MAX_MEMBERS).map(pair).collect::<Option<_>>()?))
    }

    /// Of several arguments, the one that is the body: JSON before any other text.
    pub(in crate::import::script) fn best_of<'e>(&self, values: impl Iterator<Item = &'e Expr>) -> Option<Content> {
        best(values.take(6).map(|value| self.content(value)))
    }
}

fn best(each: impl Iterator<Item = Content>) -> Option<Content> {
    let rank = |content: &Content| match content {
        Content::Text(text) if text.as_str().trim_start().starts_with(['{', '[']) => 0,
        Content::Bytes(_) => 0,
        Content::Text(text) if !text.is_empty() && !is_media(text.as_str()) => 1,
        Content::Code(_) => 2,
        Content::Text(_) | Content::None => 3,
    };
    let mut found: Option<Content> = None;
    for one in each {
        if found.as_ref().is_none_or(|known| rank(&one) < rank(known)) {
            found = Some(one);
        }
    }
    found
}

/// Whether a text is a type of media or a character set, not a body.
pub(in crate::import::script) fn is_media(text: &str) -> bool {
    let kinds = ["application/", "text/", "multipart/"];
    kinds.iter().any(|kind| text.starts_with(kind)) || text.eq_ignore_ascii_case("utf-8")
}
