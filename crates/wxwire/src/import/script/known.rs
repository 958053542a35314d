//! What the names of a program hold, as far as that is certain.

use std::cell::Cell;

use super::names;
use super::request::MAX_NAMES;
use crate::import::code::{self, Expr};
use crate::import::text::Text;
use crate::named::Named;

/// The most values that a name may gather one by one.
const MAX_MEMBERS: usize = 10_000;

/// Names, and what they were set to.
pub(super) struct Known {
    set: Named<'static, One>,
    /// How many blocks are open.
    depth: usize,
    /// The next statement alone may not be run.
    in_branch: bool,
    /// The bytes that may still be copied: a value that is used again and again would be beyond bounds.
    budget: Cell<usize>,
}

#[derive(Default)]
struct One {
    value: Option<Expr>,
    /// The block that it was set in.
    depth: usize,
}

/// What a body was found to be.
pub(super) enum Content {
    Text(Text),
    /// Nothing is sent.
    None,
    /// Code that is not followed.
    Code(Text),
}

impl Known {
    /// Nothing yet; `source` is the size of the program.
    pub(super) fn new(source: usize) -> Self {
        let budget = Cell::new(source.saturating_mul(16) + 100_000);
        Self { set: Named::default(), depth: 0, in_branch: false, budget }
    }

    /// Takes so many bytes of the budget; whether they were there.
    fn pays(&self, bytes: usize) -> bool {
        let left = self.budget.get().checked_sub(bytes + 1);
        self.budget.set(left.unwrap_or(0));
        left.is_some()
    }

    pub(super) fn enter(&mut self) {
        self.depth += 1;
        self.in_branch = false;
    }

    pub(super) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    pub(super) fn branch(&mut self) {
        self.in_branch = true;
    }

    pub(super) fn statement_ends(&mut self) {
        self.in_branch = false;
    }

    /// What is written for a value, if it may still be written out.
    fn paid<'e>(&'e self, value: &'e Expr) -> Option<&'e Expr> {
        let value = self.follow(value);
        let size = match value {
            Expr::Map(..) | Expr::List(..) => 1,
            other => other.place().len(),
        };
        self.pays(size).then_some(value)
    }

    /// Whether a name is known to hold a list or a map.
    pub(super) fn has(&self, name: &str) -> bool {
        let value = self.set.get(name).and_then(|one| one.value.as_ref());
        matches!(value, Some(Expr::Map(..) | Expr::List(..)))
    }

    /// Sets a name; one that a branch sets anew is not known any more.
    pub(super) fn set(&mut self, name: &str, value: Expr, place: Text, is_declared: bool) {
        let (depth, in_branch) = (self.depth, self.in_branch);
        let one = self.set.entry(name.to_owned());
        let is_sure = one.value.is_none() || is_declared || one.depth == depth && !in_branch;
        one.value = Some(if is_sure { value } else { Expr::Other(place) });
        if is_sure {
            one.depth = depth;
        }
    }

    /// Knows no more what a name holds.
    pub(super) fn forget(&mut self, name: &str, place: Text) {
        if let Some(one) = self.set.get_mut(name) {
            one.value = Some(Expr::Other(place));
        }
    }

    /// Adds to what a name holds; where that may not be run, the name is not known any more.
    pub(super) fn add(&mut self, name: &str, key: Option<Text>, value: Expr, place: Text) {
        let (depth, in_branch) = (self.depth, self.in_branch);
        let Some(one) = self.set.get_mut(name) else { return };
        let is_sure = one.depth == depth && !in_branch;
        match (&mut one.value, key) {
            (Some(Expr::Map(_, members)), Some(key)) if is_sure && !key.is_empty() && members.len() < MAX_MEMBERS => {
                match members.iter_mut().take(200).find(|(name, _)| name.as_str() == key.as_str()) {
                    Some((_, old)) => *old = value,
                    None => members.push((key, value)),
                }
            }
            // Without items it may as well be a map.
            (Some(list @ Expr::List(..)), Some(key)) if is_sure && !key.is_empty() && is_empty(list) => {
                *list = Expr::Map(list.place().clone(), vec![(key, value)]);
            }
            (Some(Expr::List(_, items)), key) if is_sure && key.as_ref().is_none_or(Text::is_empty) => {
                items.push(value)
            }
            (known, _) => *known = Some(Expr::Other(place)),
        }
    }

    /// What a name was set to; anything else is itself.
    pub(super) fn follow<'e>(&'e self, expr: &'e Expr) -> &'e Expr {
        let mut expr = expr;
        for _ in 0..MAX_NAMES {
            let Expr::Name(name, _) = expr else { break };
            match self.value(name).or_else(|| self.asked(name)) {
                Some(value) => expr = value,
                None => break,
            }
        }
        expr
    }

    fn value(&self, name: &str) -> Option<&Expr> {
        self.set.get(name)?.value.as_ref()
    }

    /// What a name holds that is asked for itself in another form: `body.toString`, `body.utf8`.
    fn asked(&self, name: &str) -> Option<&Expr> {
        let (root, method) = name.rsplit_once('.')?;
        names::gives_the_same(method).then(|| self.value(root))?
    }

    /// The text that an expression gives, behind calls that give it as something else.
    pub(super) fn text(&self, expr: &Expr) -> Option<Text> {
        self.text_at(expr, 0)
    }

    fn text_at(&self, expr: &Expr, depth: usize) -> Option<Text> {
        match self.follow(expr) {
            Expr::Text(text) => self.pays(text.len()).then(|| text.clone()),
            Expr::Call(name, ..) if depth < MAX_NAMES && self.asked(name).is_some() => {
                self.text_at(self.asked(name)?, depth + 1)
            }
            Expr::Call(name, arguments, _) if names::gives_the_same(name) && depth < MAX_NAMES => {
                arguments.iter().take(4).find_map(|(_, value)| self.text_at(value, depth + 1))
            }
            _ => None,
        }
    }

    /// What is sent as a body.
    pub(super) fn content(&self, expr: &Expr) -> Content {
        self.content_at(expr, 0)
    }

    fn content_at(&self, expr: &Expr, depth: usize) -> Content {
        let nothing = |name: &str| matches!(name, "null" | "nil" | "None" | "NULL" | "undefined" | "http.NoBody");
        match self.follow(expr) {
            Expr::Text(text) if self.pays(text.len()) => Content::Text(text.clone()),
            value @ (Expr::Map(..) | Expr::List(..)) => match code::json(value, &|one| self.paid(one)) {
                Ok(json) => Content::Text(json),
                Err(place) => Content::Code(place),
            },
            Expr::Name(name, _) if nothing(name) => Content::None,
            Expr::Call(name, ..) if depth < MAX_NAMES && self.asked(name).is_some() => {
                self.asked(name).map_or(Content::None, |value| self.content_at(value, depth + 1))
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
            other => Content::Code(other.place().clone()),
        }
    }

    /// Whether an encoder makes a form of it.
    pub(super) fn is_form(&self, expr: &Expr) -> bool {
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
    pub(super) fn best_of<'e>(&self, values: impl Iterator<Item = &'e Expr>) -> Option<Content> {
        best(values.take(6).map(|value| self.content(value)))
    }
}

fn is_empty(value: &Expr) -> bool {
    matches!(value, Expr::List(_, items) if items.is_empty())
}

fn best(each: impl Iterator<Item = Content>) -> Option<Content> {
    let rank = |content: &Content| match content {
        Content::Text(text) if text.as_str().trim_start().starts_with(['{', '[']) => 0,
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
pub(super) fn is_media(text: &str) -> bool {
    let kinds = ["application/", "text/", "multipart/"];
    kinds.iter().any(|kind| text.starts_with(kind)) || text.eq_ignore_ascii_case("utf-8")
}
