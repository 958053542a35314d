//! The table of a call: which part of a request each credential and each field of the values is. Assembling a request and
//! taking one apart both read it, so that neither can disagree with the other.

use crate::credential::{Credential, Place};
use crate::layer::escape::percent_decode;
use crate::layer::json::{self, Kind, Tree, quote};
use crate::operation::{Entry, step};
use crate::schema::{Field, In, Rule, Shape};

impl Entry {
    /// The field that a named part of a request is.
    pub(crate) fn field_at(&self, place: In, name: &str) -> Option<&Field> {
        self.fields().find(|field| self.place(field) == place && is_named(place, &field.name, name))
    }

    /// The credential that a named part of a request is.
    pub(crate) fn credential_at(&self, place: In, name: &str) -> Option<&'static Credential> {
        self.credentials.iter().find(|one| match (one.place, place) {
            (Place::Header(own, _), In::Header) | (Place::Query(own), In::Query) | (Place::Body(own), In::Body) => {
                is_named(place, own, name)
            }
            _ => false,
        })
    }

    /// The parameters in a path, by name, if it ends as this call's does; letters count as in any case.
    pub(crate) fn in_path(&self, path: &str) -> Option<Vec<(&'static str, String)>> {
        // A call at the root stands behind any base URL.
        if self.path == "/" {
            return Some(vec![]);
        }
        let (path, own) = (path.trim_end_matches('/'), self.path.trim_matches('/'));
        // Most paths are plain, and of an address all calls are asked.
        if !own.contains('{') {
            return ends_with(path, own).then(Vec::new);
        }
        let mut found = Vec::new();
        let mut steps = path.rsplit('/');
        for own in own.rsplit('/') {
            let written = steps.next()?;
            let parameters = step::read(own, written)?;
            found.extend(parameters.into_iter().map(|(name, text)| (name, percent_decode(&text.replace('+', "%2B")))));
        }
        Some(found)
    }

    /// Takes a text that stood by itself for a field's value, among those that were taken before. A list stands as one text
    /// for each item. Whether another value gave way to it.
    pub(crate) fn gather(&self, members: &mut Vec<(String, String)>, field: &Field, text: &str) -> bool {
        let rule = self.schema().rule(field.rule);
        let held = members.iter_mut().find(|(known, _)| *known == field.name);
        if let (Shape::List { items, .. }, Some(join)) = (&rule.shape, &rule.join) {
            let rule = self.schema().rule(*items);
            let items = text.split(join.as_str()).filter(|_| !text.is_empty()).map(|text| typed(self, rule, text));
            let list = format!("[{}]", items.collect::<Vec<_>>().join(", "));
            let gave_way = held.is_some();
            members.retain(|(known, _)| *known != field.name);
            members.push((field.name.clone(), list));
            return gave_way;
        }
        match (&rule.shape, held) {
            (Shape::List { items, .. }, None) => {
                let item = typed(self, self.schema().rule(*items), text);
                members.push((field.name.clone(), format!("[{item}]")));
            }
            (Shape::List { items, .. }, Some((_, list))) => {
                let item = typed(self, self.schema().rule(*items), text);
                list.truncate(list.len() - 1);
                *list += &format!(", {item}]");
            }
            (_, Some((_, value))) => {
                let new = typed(self, rule, text);
                return std::mem::replace(value, new) != *value;
            }
            (_, None) => members.push((field.name.clone(), typed(self, rule, text))),
        }
        false
    }

    /// How much of its path is text, and no parameter. Of several calls at one address, the one with the most is meant.
    pub fn plain_path(&self) -> usize {
        step::plain(self.path)
    }
}

/// Whether a path ends with the steps of another; letters count as in any case.
fn ends_with(path: &str, steps: &str) -> bool {
    let Some(at) = path.len().checked_sub(steps.len()) else { return false };
    path.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(steps)) && (at == 0 || path[..at].ends_with('/'))
}

/// Headers go by their names in any case.
fn is_named(place: In, own: &str, name: &str) -> bool {
    match place {
        In::Header => own.eq_ignore_ascii_case(name),
        _ => own == name,
    }
}

/// The JSON of a value that stood as plain text in a part of a request, by the type of its field.
pub(crate) fn typed(entry: &Entry, rule: &Rule, text: &str) -> String {
    let is = |kinds: &[Kind]| Tree::parse(text).is_ok_and(|tree| kinds.contains(&tree.root().kind()));
    let is_itself = match &rule.shape {
        Shape::Integer(_) | Shape::Number(_) => is(&[Kind::Number]),
        Shape::Bool => is(&[Kind::Bool]),
        Shape::Choice(choices) => choices.iter().any(|choice| choice.json == text),
        Shape::List { .. } | Shape::Object(_) => is(&[Kind::Array, Kind::Object]),
        Shape::Either(rules) => {
            let rules = || rules.iter().map(|id| entry.schema().rule(*id));
            let takes = |kind| rules().any(|rule| rule.shape.takes(kind));
            takes(Kind::Number) && !takes(Kind::String) && is(&[Kind::Number])
        }
        Shape::Text(_) | Shape::Any => false,
    };
    if is_itself { text.to_owned() } else { quote(text) }
}

/// The values with members before them that stood elsewhere than in the body.
pub(crate) fn with_members(mut values: String, members: &[(String, String)]) -> String {
    // They are inserted at the front, so the last goes first.
    for (name, value) in members.iter().rev() {
        if let Ok(tree) = Tree::parse(&values)
            && tree.root().kind() == Kind::Object
        {
            values = json::insert(tree.root(), None, name, value);
        }
    }
    values
}
