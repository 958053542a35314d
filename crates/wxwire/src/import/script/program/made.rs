//! What a value makes: an empty map or list, or an object of a request's type.

use super::super::names;
use crate::import::code::{BUILDERS, Expr, MAPS};

/// Methods that add to a list or a map.
pub(super) const ADDS: [&str; 10] =
    ["put", "set", "add", "addproperty", "append", "push", "fluentput", "putopt", "store", "addall"];

/// Whether a text makes an object of a type that is a request.
pub(super) fn makes_request(text: &str) -> bool {
    let kind = text.strip_prefix("new ").map(str::trim_start).unwrap_or_default();
    let kind = &kind[..kind.find(|char: char| !(char.is_alphanumeric() || ".<>".contains(char))).unwrap_or(kind.len())];
    names::call(kind).is_some()
}

/// Types whose objects are empty lists when they are made; what is added to them is followed.
const LISTS: [&str; 7] = ["mutablelistof", "arraylist", "jsonarray", "list", "linkedlist", "jarray", "createarraynode"];

/// An empty map or list, where that is what a value makes: `new HashMap<>()`, `make(map[string]any)`.
pub(super) fn emptied(value: &Expr) -> Option<Expr> {
    let place = value.place();
    let text = match value {
        Expr::Call(..) | Expr::Other(_) => place.as_str(),
        _ => return None,
    };
    let text = text.strip_prefix("new ").map(str::trim_start).unwrap_or(text);
    let empty = place.slice(0..0);
    if text.starts_with("make(map[") {
        return text.ends_with(')').then(|| Expr::Map(empty, vec![]));
    }
    // `[String]()`, `[String: Any]()`
    if let Some(kind) = text.strip_suffix("]()").filter(|kind| kind.starts_with('[') && !kind.contains(['(', '"'])) {
        return Some(if kind.contains(':') { Expr::Map(empty, vec![]) } else { Expr::List(empty, vec![]) });
    }
    let kind = &text[..text.find(|char: char| !(char.is_alphanumeric() || char == '.')).unwrap_or(text.len())];
    // It says whether JSON is what it is printed as.
    let empty = place.slice(0..place.len() - text.len() + kind.len());
    let behind = text[kind.len()..].trim_start();
    let behind = match behind.strip_prefix('<') {
        Some(types) => &types[types.rfind(">(").map(|at| at + 1)?..],
        None => behind,
    };
    let behind = behind.strip_prefix('(')?.trim_start().strip_prefix(')')?.trim_start();
    // What follows may add to it, and nothing else.
    let added = behind.strip_prefix('.').map(str::trim_start);
    let adds = added.is_none_or(|rest| {
        let word = &rest[..rest.find(|char: char| !char.is_alphanumeric()).unwrap_or(rest.len())];
        ADDS.contains(&word.to_ascii_lowercase().as_str())
    });
    let low = kind.rsplit('.').next().unwrap_or(kind).to_ascii_lowercase();
    match adds && (behind.is_empty() || added.is_some()) {
        true if MAPS.contains(&low.as_str()) => Some(Expr::Map(empty, vec![])),
        true if LISTS.contains(&low.as_str()) => Some(Expr::List(empty, vec![])),
        _ => None,
    }
}

/// Types of Go's whose objects are texts that grow, as they stand where one is made.
const EMPTY: [&str; 7] = [
    "new(bytes.Buffer)",
    "&bytes.Buffer{}",
    "bytes.Buffer{}",
    "bytes.NewBuffer(nil)",
    "&strings.Builder{}",
    "strings.Builder{}",
    "new(strings.Builder)",
];

/// Whether code makes a text that grows, which is empty.
pub(super) fn is_empty_text(code: &str) -> bool {
    EMPTY.contains(&code)
}

/// Whether a value makes a text that grows by calls.
pub(super) fn makes_builder(value: &Expr) -> bool {
    let (Expr::Call(_, _, place) | Expr::Other(place)) = value else { return false };
    let code = place.as_str();
    let code = code.strip_prefix("new ").map_or(code, str::trim_start);
    BUILDERS.iter().any(|name| code.strip_prefix(name).is_some_and(|rest| rest.starts_with('(')))
}
