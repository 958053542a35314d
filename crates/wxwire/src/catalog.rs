//! All operations; the only list of gateways.

use crate::layer::json::Value;
use crate::operation::{Entry, GatewayEntry};

static CATALOG: [&[Entry]; 5] = [
    &crate::xbot::OPERATIONS,
    &crate::gewe::OPERATIONS,
    &crate::wecom::OPERATIONS,
    &crate::yunzhenji::OPERATIONS,
    &crate::youmi::OPERATIONS,
];

/// All operations, gateway by gateway.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    CATALOG.into_iter().flatten()
}

/// The operation of an id such as `yunzhenji.send_message`.
pub fn find(id: &str) -> Option<&'static Entry> {
    entries().find(|entry| entry.id == id)
}

/// All gateways.
pub fn gateways() -> impl Iterator<Item = GatewayEntry> {
    CATALOG.into_iter().filter_map(|entries| Some(entries.first()?.gateway))
}

/// The operations whose reply this can be, told by its form alone.
pub fn recognise(reply: Value<'_>) -> Vec<&'static Entry> {
    entries().filter(|entry| entry.recognises(reply)).collect()
}

/// What every operation says of itself, as the file `catalog.json` keeps it: schemas and examples, by id.
#[cfg(feature = "derive")]
pub fn to_json() -> String {
    let one = |entry: &'static Entry| {
        let examples: Vec<_> = entry.examples().iter().map(example).collect();
        let (schema, reply) = (entry.json_schema(), entry.reply_json_schema());
        format!(
            "  \"{}\": {{\n    \"schema\": {schema},\n    \"reply\": {reply},\n    \"examples\": [\n      {}\n    ]\n  }}",
            entry.id,
            examples.join(",\n      ")
        )
    };
    format!("{{\n{}\n}}\n", entries().map(one).collect::<Vec<_>>().join(",\n"))
}

#[cfg(feature = "derive")]
fn example(example: &crate::operation::EntryExample) -> String {
    let text = crate::layer::json::quote;
    let (name, zh, en) = (text(example.name), text(example.title.zh), text(example.title.en));
    format!("{{\"name\": {name}, \"zh\": {zh}, \"en\": {en}, \"values\": {}}}", text(&example.values))
}
