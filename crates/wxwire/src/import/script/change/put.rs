//! Changes of a value that are followed: a member, an item, or more of a text, put in by a statement of its own.

use super::super::request::{Script, goes_on};
use super::super::value::MAX_MEMBERS;
use super::{ITEMS, reset};
use crate::import::code::{Expr, Language, Reader};
use crate::import::found::Form;
use crate::import::text::Text;

impl Script {
    /// Puts a member into a map that nothing else holds: `data["key"] = value`, and JavaScript's `data.key = value`.
    pub(super) fn puts(&mut self, reader: &mut Reader<'_>, name: &str, start: usize) -> bool {
        let (root, own) = name.split_once('.').map_or((name, None), |(root, own)| (root, Some(own)));
        let is_free = matches!(self.set.get(root), Some(Expr::Map(..))) && self.held.get(root).is_none();
        if !is_free || !self.bindings.is_surely_run(root, start) {
            return false;
        }
        let end = reader.at;
        reader.blank();
        let key = match own {
            Some(own) if self.language.form == Form::JavaScript && !own.contains('.') => {
                reader.text.slice(end - own.len()..end)
            }
            None if reader.takes("[") => {
                reader.space();
                let Some(key) = reader.string() else { return false };
                reader.space();
                if !reader.takes("]") {
                    return false;
                }
                key
            }
            _ => return false,
        };
        reader.space();
        let is_equals = reader.rest().starts_with('=') && !reader.rest().starts_with("==");
        if key.has_code() || !is_equals {
            return false;
        }
        reader.step(1);
        self.at = start;
        let value = reader.expression();
        let Some(value) = self.sure(&value).filter(|_| is_over(reader, self.language)) else { return false };
        self.may_fail(root, start);
        let Some(Expr::Map(_, members)) = self.set.get_mut(root) else { return false };
        if members.len() >= MAX_MEMBERS {
            return false;
        }
        // Of several of a name the last counts, and what others put in before it does not.
        members.push((key, value));
        true
    }

    /// Puts a text behind another, `name += "text"`, or items behind those of a list that nothing else holds.
    pub(super) fn extends(&mut self, reader: &mut Reader<'_>, name: &str, start: usize) -> bool {
        let at = reader.at;
        reader.blank();
        let is_extended = match name.split_once('.') {
            Some((list, method)) if ITEMS.contains(&method) => self.adds_items(reader, list, method, start),
            None if reader.rest().starts_with("+=") => self.adds_text(reader, name, start),
            _ => false,
        };
        is_extended || reset(reader, at)
    }

    fn adds_text(&mut self, reader: &mut Reader<'_>, name: &str, start: usize) -> bool {
        if !self.bindings.is_set_at(name, start) || !self.bindings.is_surely_run(name, start) {
            return false;
        }
        reader.step(2);
        self.at = start;
        let more = reader.expression();
        let own = self.sure(&Expr::Name(name.to_owned(), reader.text.slice(start..start + name.len())));
        let (Some(Expr::Text(mut text)), Some(Expr::Text(more))) = (own, self.sure(&more)) else { return false };
        if is_address(&text) || !is_over(reader, self.language) || !self.pays(text.len() + more.len()) {
            return false;
        }
        text.push(&more, 0..more.len());
        self.sets(name, Expr::Text(text), start);
        true
    }

    fn adds_items(&mut self, reader: &mut Reader<'_>, list: &str, method: &str, start: usize) -> bool {
        let is_free = matches!(self.set.get(list), Some(Expr::List(..))) && self.held.get(list).is_none();
        if !is_free || !self.bindings.is_surely_run(list, start) || !reader.rest().starts_with('(') {
            return false;
        }
        self.at = start;
        let given = reader.arguments(')');
        reader.blank();
        let known =
            given.iter().map(|(name, value)| self.sure(value).filter(|_| name.is_none())).collect::<Option<Vec<_>>>();
        let Some(items) =
            known.filter(|items| (items.len() == 1 || method == "push") && is_over(reader, self.language))
        else {
            return false;
        };
        self.may_fail(list, start);
        let Some(Expr::List(_, all)) = self.set.get_mut(list) else { return false };
        let has_room = all.len() < MAX_MEMBERS;
        all.extend(items.into_iter().filter(|_| has_room));
        has_room
    }

    /// Notes that what is put into a value may not be there behind the block around it.
    fn may_fail(&mut self, name: &str, start: usize) {
        if let Some(end) = self.bindings.tried_up_to(start) {
            let tried = self.tried.entry(name.to_owned());
            *tried = end.min(*tried);
        }
    }

    /// A name has another value from a place on.
    pub(in crate::import::script) fn sets(&mut self, name: &str, value: Expr, at: usize) {
        self.set_at.set(name.to_owned(), at);
        self.tried.set(name.to_owned(), usize::MAX);
        self.set.set(name.to_owned(), value);
    }

    /// A value with what its own name held before, where it is made of that: `text = text + "…"`.
    pub(in crate::import::script) fn with_own(&mut self, name: &str, value: Expr, start: usize) -> Expr {
        let mut names = Vec::new();
        value.all_names(&mut names);
        if !matches!(value, Expr::Text(_)) || !names.iter().any(|one| one == name) {
            return value;
        }
        self.at = start;
        let known = self.bindings.is_surely_run(name, start).then(|| self.sure(&value)).flatten();
        known.filter(|known| !is_address(known.place())).unwrap_or(value)
    }
}

/// Whether a text is an address: one that is put together is another call's, perhaps, and is left to whoever reads it.
fn is_address(text: &Text) -> bool {
    text.as_str().contains("://")
}

/// Whether nothing more stands in the statement.
fn is_over(reader: &Reader<'_>, language: &Language) -> bool {
    let rest = reader.rest().trim_start_matches([' ', '\t', '\r']);
    let goes_on = language.form == Form::JavaScript && goes_on(rest);
    !goes_on && (rest.is_empty() || rest.starts_with(['\n', ';', '}']) || reader.at_remark())
}
