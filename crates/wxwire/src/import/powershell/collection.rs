//! Lists and tables, and what puts them and texts together.

use super::Value;
use super::expression::Reader;
use crate::import::text::Text;

impl Reader<'_> {
    /// What stands in `@( … )`: each on a line, or with commas or semicolons between them.
    pub(super) fn items(&mut self) -> Vec<Value> {
        let mut items = Vec::new();
        loop {
            self.white();
            let start = self.at;
            if self.takes(")") || self.rest().is_empty() {
                return items;
            }
            if self.takes(";") || self.takes(",") {
                continue;
            }
            match self.expression() {
                Value::List(_, more) => items.extend(more),
                one => items.push(one),
            }
            if self.at == start {
                self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            }
        }
    }

    /// What stands in `@{ … }`.
    pub(super) fn members(&mut self) -> Vec<(Text, Value)> {
        let mut members = Vec::new();
        loop {
            self.white();
            if self.takes("}") || self.rest().is_empty() {
                return members;
            }
            if self.takes(";") {
                continue;
            }
            let Some(name) = self.key() else { return members };
            self.white();
            if !self.takes("=") {
                return members;
            }
            self.white();
            let value = self.expression();
            members.push((name, value));
        }
    }

    /// The name of a member, in quotes or not.
    pub(super) fn key(&mut self) -> Option<Text> {
        if let Some(name) = self.quoted() {
            return Some(name);
        }
        let start = self.at;
        let rest = self.rest();
        let length = rest.find(|char: char| !(char.is_alphanumeric() || "_-".contains(char))).unwrap_or(rest.len());
        self.at += length;
        (length > 0).then(|| self.since(start))
    }
}

/// The items of a list in one text, with this between them.
pub(super) fn join(list: Value, between: &Text) -> Option<Value> {
    let items = match list {
        Value::List(_, items) => items,
        one => vec![one],
    };
    let mut joined: Option<Text> = None;
    for item in items {
        let Value::Text(item) = item else { return None };
        match &mut joined {
            None => joined = Some(item),
            Some(joined) => {
                joined.push(between, 0..between.len());
                joined.push(&item, 0..item.len());
            }
        }
    }
    Some(Value::Text(joined.unwrap_or_default()))
}

/// What `+` makes of two values; what begins with a text is a text.
pub(super) fn add(first: Value, second: Value) -> Option<Value> {
    match (first, second) {
        (Value::Text(mut text), Value::Text(more)) => {
            text.push(&more, 0..more.len());
            Some(Value::Text(text))
        }
        (Value::List(place, mut items), Value::List(_, more)) => {
            items.extend(more);
            Some(Value::List(place, items))
        }
        (Value::List(place, mut items), one) => {
            items.push(one);
            Some(Value::List(place, items))
        }
        (Value::Table(place, mut members), Value::Table(_, more)) => {
            members.extend(more);
            Some(Value::Table(place, members))
        }
        _ => None,
    }
}
