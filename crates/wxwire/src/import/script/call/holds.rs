//! What a name of a script holds at a call, and what a text is with it.

use std::cell::Cell;

use crate::import::code::{Expr, in_hole, is_plain_number, names_in_hole, sum, summands, takes};
use crate::import::script::change::makes_map;
use crate::import::script::request::{MAX_NAMES, Script, last};
use crate::import::text::Text;

/// So much of what names hold is put into a text.
const MAX_FILLED: usize = 1 << 16;

/// So many names in a value are looked up.
const MAX_INNER: usize = 1000;

impl Script {
    pub(in crate::import::script) fn text(&self, expr: &Expr) -> Option<Text> {
        match self.follow(expr) {
            Expr::Text(text) => Some(self.filled(text)),
            Expr::Call(name, arguments, _) if last(name) == "URL" => self.text(&arguments.first()?.1),
            _ => None,
        }
    }

    /// A text with what the names in it hold, each a text without code of its own.
    pub(in crate::import::script) fn filled(&self, text: &Text) -> Text {
        if !text.has_code() {
            return text.clone();
        }
        let left = Cell::new(MAX_FILLED);
        text.filled(&|code| {
            let name = |name: &str| Expr::Name(name.to_owned(), Text::default());
            let (takes_text, takes_number) = takes(code);
            let value = match summands(code) {
                Some((first, second)) => {
                    sum(self.follow(&name(first)), self.follow(&name(second)), self.language.form)?
                }
                None => match self.follow(&name(in_hole(code))) {
                    Expr::Text(value) if !value.has_code() && takes_text => value.clone(),
                    Expr::Other(value) if is_plain_number(value.as_str()) && takes_number => value.clone(),
                    _ => return None,
                },
            };
            left.set(left.get().checked_sub(value.len())?);
            Some(value)
        })
    }

    /// Whether the names in a list or a map that was made at a place hold now what they held then.
    fn is_still(&self, value: &Expr, at: usize, left: &mut usize) -> bool {
        match value {
            Expr::Name(name, _) => self.is_still_set(name, at, left),
            Expr::Text(text) if text.has_code() => text
                .code()
                .iter()
                .all(|code| names_in_hole(code.as_str()).all(|name| self.is_still_set(name, at, left))),
            Expr::List(_, items) => items.iter().all(|one| self.is_still(one, at, left)),
            Expr::Map(_, members) => members.iter().all(|(_, one)| self.is_still(one, at, left)),
            Expr::Call(_, arguments, _) => arguments.iter().all(|(_, one)| self.is_still(one, at, left)),
            _ => true,
        }
    }

    fn is_still_set(&self, name: &str, at: usize, left: &mut usize) -> bool {
        let root = name.split('.').next().unwrap_or_default();
        *left = left.saturating_sub(1);
        *left > 0 && self.bindings.settled(root, at) == self.bindings.settled(root, self.at)
    }

    /// What a name was set to, where that is certain at the call; anything else is itself.
    pub(in crate::import::script) fn follow<'e>(&'e self, expr: &'e Expr) -> &'e Expr {
        let (mut expr, mut at) = (self.learned.returned(expr).unwrap_or(expr), self.at);
        for _ in 0..MAX_NAMES {
            let Expr::Name(name, _) = expr else { break };
            // What it holds is that of the statement that set it, and still is.
            let settled = self.bindings.settled(name, at);
            let is_same = |place: &usize| {
                self.bindings.settled(name, self.at) == Some(*place) && self.set_at.get(name) == Some(place)
            };
            let Some(place) = settled.filter(is_same) else { break };
            let Some(value) = self.set.get(name).filter(|value| self.is_still(value, place, &mut { MAX_INNER })) else {
                break;
            };
            let can_change = match value {
                Expr::Map(..) | Expr::List(..) => true,
                Expr::Call(name, ..) => makes_map(name),
                _ => false,
            };
            // What a `try` put into it may not be there.
            let is_tried = self.tried.get(name).is_some_and(|end| *end <= self.at);
            if can_change && (is_tried || !self.bindings.is_intact(name, place, self.at, self.end)) {
                break;
            }
            (expr, at) = (value, place);
        }
        expr
    }
}
