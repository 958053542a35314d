//! Changes of a value that are followed: a member, an item, or more of a text, put in by a statement of its own.

use super::super::request::{Script, goes_on};
use super::super::value::MAX_MEMBERS;
use super::{ITEMS, UPDATE, reset};
use crate::import::code::{Expr, Language, Reader};
use crate::import::found::Form;
use crate::import::text::Text;

impl Script {
    /// Puts a member into a map that nothing else holds, or into one that lies in it: `data["key"] = value`, and JavaScript's
    /// `data.key = value`.
    pub(super) fn puts(&mut self, reader: &mut Reader<'_>, name: &str, start: usize) -> bool {
        let (root, own) = name.split_once('.').map_or((name, None), |(root, own)| (root, Some(own)));
        let is_free = matches!(self.set.get(root), Some(Expr::Map(..))) && self.held.get(root).is_none();
        if !is_free || !self.bindings.is_surely_run(root, start) {
            return false;
        }
        let end = reader.at;
        let mut path = match own {
            None => vec![],
            Some(own) if self.language.form == Form::JavaScript => {
                let mut at = end - own.len();
                // Blanks between them are none of a name.
                let parts = own.split('.').map(|part| {
                    at += part.len() + 1;
                    reader.text.slice(at - part.len() - 1..at - 1)
                });
                let parts: Vec<_> = parts.collect();
                if !own.split('.').eq(parts.iter().map(Text::as_str)) {
                    return false;
                }
                parts
            }
            Some(_) => return false,
        };
        reader.blank();
        while reader.takes("[") {
            reader.space();
            let Some(key) = reader.string() else { return false };
            reader.space();
            if !reader.takes("]") {
                return false;
            }
            path.push(key);
            reader.blank();
        }
        reader.space();
        let is_equals = reader.rest().starts_with('=') && !reader.rest().starts_with("==");
        let Some(key) = path.pop().filter(|key| !key.has_code() && is_equals) else { return false };
        reader.step(1);
        self.at = start;
        let value = reader.expression();
        let Some(value) = self.sure(&value).filter(|_| is_over(reader, self.language)) else { return false };
        self.puts_at(root, &path, vec![(key, value)], start)
    }

    /// Puts members into the map that a path leads to, in a map that nothing else holds.
    fn puts_at(&mut self, root: &str, path: &[Text], more: Vec<(Text, Expr)>, start: usize) -> bool {
        self.may_fail(root, start);
        let Some(mut map) = self.set.get_mut(root) else { return false };
        for key in path {
            let Expr::Map(_, members) = map else { return false };
            // Of several of a name the last counts, and one that is spread may have it as well.
            let is_spread = members.iter().any(|(name, _)| name.is_empty());
            let inner = members.iter_mut().rev().find(|(name, _)| name.as_str() == key.as_str());
            let Some((_, inner)) = inner.filter(|_| !is_spread && !key.has_code()) else { return false };
            map = inner;
        }
        let Expr::Map(_, members) = map else { return false };
        if members.len() + more.len() > MAX_MEMBERS {
            return false;
        }
        // What others put in before does not count.
        members.extend(more);
        true
    }

    /// Python's `data.update({"key": value})` and `data.update(key=value)`.
    fn updates_map(&mut self, reader: &mut Reader<'_>, root: &str, start: usize) -> bool {
        let is_free = matches!(self.set.get(root), Some(Expr::Map(..))) && self.held.get(root).is_none();
        if !is_free || !self.bindings.is_surely_run(root, start) || !reader.rest().starts_with('(') {
            return false;
        }
        self.at = start;
        let given = reader.arguments(')');
        reader.blank();
        let mut more = Vec::new();
        for (name, value) in given {
            match (name, self.sure(&value)) {
                (Some(name), Some(value)) => more.push((name, value)),
                (None, Some(Expr::Map(_, members))) if more.is_empty() => more = members,
                _ => return false,
            }
        }
        is_over(reader, self.language) && self.puts_at(root, &[], more, start)
    }

    /// Puts a text behind another, `name += "text"`, or items behind those of a list that nothing else holds.
    pub(super) fn extends(&mut self, reader: &mut Reader<'_>, name: &str, start: usize) -> bool {
        let at = reader.at;
        reader.blank();
        let is_extended = match name.split_once('.') {
            Some((list, method)) if ITEMS.contains(&method) => self.adds_items(reader, list, method, start),
            Some((map, UPDATE)) if self.language.form == Form::Python => self.updates_map(reader, map, start),
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

    /// A value with what a function gives that is known; and that of a member of the object itself with what parameters hold.
    pub(in crate::import::script) fn with_results(&mut self, name: &str, value: Expr, start: usize) -> Expr {
        self.at = start;
        if let Some(result) = self.learned.returned(&value).filter(|value| self.pays(value.size())) {
            return result.clone();
        }
        let is_own = name.starts_with("self.") || name.starts_with("this.");
        match is_own && matches!(value, Expr::Name(..) | Expr::Text(_)) {
            true => self.sure(&value).unwrap_or(value),
            false => value,
        }
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
