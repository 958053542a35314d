//! What a gateway is called, and its calls.

use std::collections::BTreeSet;

use crate::document::is_name;
use crate::layer::json::Value;
use crate::problem::{Code, Problem};

/// The longest part that is made of a text.
const LONGEST: usize = 32;

/// The problem with what is no name of a gateway.
pub(super) fn wrong(name: &str) -> Problem {
    Problem::new(Code::WrongForm).expected("[a-z][a-z0-9_]{0,31}").found(name)
}

/// The name of a gateway of which nothing gives one.
pub(super) const NAMELESS: &str = "gateway";

/// The name that a file gives to a gateway, where nothing else does: `pages/acme v2.txt` is `acme_v2`.
pub fn of_file(file: &str) -> Option<String> {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Some(snake(stem)).filter(|name| is_name(name))
}

/// The name of a gateway that nobody named: of its title, or of its host.
pub(super) fn of_gateway(root: Value<'_>) -> String {
    let text = |pointer: &str| root.find(pointer).and_then(Value::as_str).unwrap_or_default().into_owned();
    let of_call = || {
        let mut calls = root.get("paths").into_iter().flat_map(Value::members).flat_map(|(_, item)| item.members());
        calls.find_map(|(_, call)| Some(call.find("/servers/0/url")?.as_str()?.into_owned())).unwrap_or_default()
    };
    let host = Some(text("/servers/0/url")).filter(|url| !url.is_empty()).unwrap_or_else(of_call);
    let host = host.split("://").nth(1).and_then(|rest| rest.split(['/', ':']).next()).unwrap_or_default().to_owned();
    let labels: Vec<_> = host.split('.').collect();
    let own = labels.len().checked_sub(2).and_then(|at| labels.get(at)).copied().unwrap_or_default().to_owned();
    let made = [text("/info/title"), own].into_iter().map(|text| snake(&text)).find(|name| is_name(name));
    made.unwrap_or_else(|| NAMELESS.to_owned())
}

/// The id of a call out of its method and path: `get_rooms_id`.
pub(super) fn of_call(method: &str, path: &str) -> String {
    let steps = path.split('/').map(id).filter(|step| !step.is_empty());
    std::iter::once(method.to_owned()).chain(steps).collect::<Vec<_>>().join("_")
}

/// A text as an id: what is no letter and no digit is `_`.
pub(super) fn id(text: &str) -> String {
    let only = |char: char| if char.is_ascii_alphanumeric() { char } else { '_' };
    let text: String = text.chars().map(only).collect();
    text.split('_').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_")
}

/// The first of `name`, `name_2`, … that is free, which is taken by it.
pub(super) fn free(taken: &mut BTreeSet<String>, name: String) -> String {
    let numbered = (2..).map(|number: usize| format!("{name}_{number}"));
    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(name.clone());
    taken.insert(free.clone());
    free
}

/// A text in small letters: `ApiKeyAuth` is `api_key_auth`.
pub(super) fn snake(text: &str) -> String {
    let mut snake = String::new();
    let mut before = ' ';
    for char in text.chars() {
        if char.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit()) {
            snake.push('_');
        }
        snake.push(char.to_ascii_lowercase());
        before = char;
    }
    let snake = id(&snake);
    let snake = snake.trim_start_matches(|char: char| !char.is_ascii_lowercase());
    snake.chars().take(LONGEST).collect::<String>().trim_end_matches('_').to_owned()
}
