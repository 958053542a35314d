//! Objects that leave something out: items of Go's lists their type, members of C#'s objects their name.

use super::reader::Reader;
use super::{Expr, OBJECT};
use crate::import::text::Text;

impl Reader<'_> {
    /// An object of no type, some of whose members are called as what they are set to: `new { content, message.Title }`.
    pub(super) fn anonymous(&mut self, place: Text, members: Vec<(Text, Expr)>, items: Vec<Expr>, lists: bool) -> Expr {
        self.brackets -= 1;
        self.lists = lists;
        let named = |item: Expr| match item {
            Expr::Name(name, place) => {
                let own = name.rsplit('.').next().map_or(0, str::len);
                Some((place.slice(place.len() - own.min(place.len())..place.len()), Expr::Name(name, place)))
            }
            _ => None,
        };
        match items.into_iter().map(named).collect::<Option<Vec<_>>>() {
            Some(more) => Expr::Map(place, members.into_iter().chain(more).collect()),
            None => Expr::Other(place),
        }
    }
}

/// Whether what is made has no type: `new { … }`.
pub(super) fn is_anonymous(code: &str) -> bool {
    code.strip_prefix("new").is_some_and(|rest| rest.trim_start().starts_with('{'))
}

/// What the types of C#'s libraries begin with that hold no payload, or hold it under the names that stand there.
const LIBRARIES: [&str; 20] = [
    "Http",
    "Rest",
    "Json",
    "Uri",
    "Multipart",
    "String",
    "Form",
    "Media",
    "Authentication",
    "Dictionary",
    "List",
    "Hash",
    "JObject",
    "JArray",
    "JProperty",
    "Expando",
    "Web",
    "KeyValue",
    "Sorted",
    "IDictionary",
];

/// Whether what is made in C# is of a class of the program's own: `new Message { … }`, and no list of such.
pub(super) fn is_of_class(code: &str) -> bool {
    let Some(name) = code.strip_prefix("new ") else { return false };
    let own = name.trim().split(['(', '<']).next().unwrap_or_default().rsplit('.').next().unwrap_or_default();
    own.starts_with(char::is_uppercase)
        && !name.contains('[')
        && !LIBRARIES.iter().any(|library| own.starts_with(library))
}

/// Whether an object's members are properties by their names. How JSON calls these, and which others there are, its class tells by
/// attributes and defaults, and an encoder by what it is told.
pub(super) fn are_properties(object: &Expr) -> bool {
    matches!(object, Expr::Map(_, members) if members.iter().any(|(name, _)| name.as_str().starts_with(char::is_uppercase)))
}

/// The type of the items of a list that is a type by itself: `Item` of `[]Item` and `[]*Item`.
pub(super) fn element(kind: &str) -> Option<&str> {
    let of = kind.trim().strip_prefix("[]")?.trim_start_matches('*');
    let is_type = of.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '.'));
    (is_type && of.starts_with(char::is_alphabetic) && !BASIC.contains(&of)).then_some(of)
}

/// Types of Go's that are no objects.
const BASIC: [&str; 9] = ["interface", "string", "any", "int", "int64", "float64", "bool", "byte", "error"];

/// A list whose items leave out their type: `[]Item{{Name: "x"}}`.
pub(super) fn objects(list: Expr, of: &str) -> Expr {
    let Expr::List(place, items) = list else { return list };
    let object = |item: Expr| match item {
        Expr::Map(place, members) if place.as_str().starts_with('{') => {
            let fields = members.into_iter().map(|(field, value)| (Some(field), value)).collect();
            Expr::Call(format!("{of}{OBJECT}"), fields, place)
        }
        Expr::List(place, fields) if place.as_str().starts_with('{') && fields.is_empty() => {
            Expr::Call(format!("{of}{OBJECT}"), vec![], place)
        }
        // Its fields in turn.
        Expr::List(place, _) if place.as_str().starts_with('{') => Expr::Other(place),
        item => item,
    };
    Expr::List(place, items.into_iter().map(object).collect())
}
