//! Pages as a vendor's tool would write them of a call, to be learned back.

mod apifox;
mod showdoc;

pub(crate) use apifox::{LOOKS, apifox, apifox_as, counted, elements, exported};
pub(crate) use showdoc::{english, html, lost, markdown, tabs};

use serde_json::{Map, Value, json};
use wxwire::operation::{Body, Entry};

use crate::form::{Form, Member, of_entry, of_reply};

/// How a page tells that one field is inside of another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Nesting {
    Dots,
    Signs,
}

/// The places that fields travel in, with their headings.
const PLACES: [(&str, &str); 4] = [("header", "Header"), ("query", "Query"), ("path", "Path"), ("body", "Body")];

/// Where a field travels: what nothing is said of goes into the body, or the query where there is none.
fn place<'f>(entry: &Entry, member: &'f Member) -> &'f str {
    if member.place == "body" && entry.body == Body::None { "query" } else { &member.place }
}

/// The form with every place told.
pub(crate) fn expected(entry: &Entry) -> Form {
    let mut form = of_entry(entry);
    // The name of a file's part is no field of a page.
    form.fields.retain(|_, member| member.place != "filename");
    for member in form.fields.values_mut() {
        member.place = place(entry, member).to_owned();
    }
    form
}

fn media(entry: &Entry) -> &'static str {
    match entry.body {
        Body::Form => "application/x-www-form-urlencoded",
        Body::Multipart => "multipart/form-data",
        _ => "application/json",
    }
}

pub(crate) fn address(entry: &Entry) -> String {
    let server = entry.base_url().unwrap_or("https://api.vendor.example");
    format!("{}{}", server.trim_end_matches('/'), entry.path)
}

/// The help as one line.
fn help(form: &Form) -> String {
    form.help.replace('|', "/")
}

/// The name of a type, as the tools show it; what is in a list comes in brackets.
fn kind(form: &Form) -> String {
    let one = |name: &String| match (name.as_str(), &form.items) {
        ("array", Some(items)) if !items.types.is_empty() => format!("array[{}]", kind(items)),
        (name, _) => name.to_owned(),
    };
    match form.types.is_empty() {
        true => "any".to_owned(),
        false => form.types.iter().map(one).collect::<Vec<_>>().join("或"),
    }
}

/// A sample with every field.
pub(crate) fn sample(form: &Form) -> Value {
    if let Some(first) = form.choices.first() {
        return first.clone();
    }
    // Of several types, one with something inside.
    let is = |one: &str| form.types.contains(one);
    if is("object") {
        return members(form, |_| true);
    }
    if is("array") {
        return form.items.as_ref().map_or(json!([]), |items| json!([sample(items)]));
    }
    match () {
        _ if is("string") => json!("string"),
        _ if is("integer") => json!(1),
        _ if is("number") => json!(1.5),
        _ if is("boolean") => json!(true),
        _ => Value::Null,
    }
}

fn members(form: &Form, which: impl Fn(&Member) -> bool) -> Value {
    let shown = form.order.iter().filter(|key| which(&form.fields[*key]));
    Value::Object(shown.map(|key| (key.clone(), sample(&form.fields[key].form))).collect::<Map<_, _>>())
}

/// What stands below a field: the members of its object, or of the objects in its list.
fn inner(form: &Form, mut each: impl FnMut(&str, &Member)) {
    let mut here = form;
    while let (true, Some(items)) = (here.fields.is_empty(), &here.items) {
        here = items;
    }
    here.order.iter().for_each(|key| each(key, &here.fields[key]));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The word for what is required, and for what is not.
fn mark(required: bool) -> &'static str {
    if required { "是" } else { "否" }
}
