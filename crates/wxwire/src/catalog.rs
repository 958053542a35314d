//! All operations; the only list of gateways.

#[cfg(not(feature = "derive"))]
use std::sync::OnceLock;

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

/// What was taken in of the file `catalog.json`.
#[cfg(not(feature = "derive"))]
static KEPT: OnceLock<crate::layer::json::Tree<'static>> = OnceLock::new();

/// Takes in the file `catalog.json`, once, before anything is asked of an entry: without the feature `derive`, entries
/// know their schemas and examples from it. `false` where it is not JSON.
pub fn load(file: String) -> bool {
    #[cfg(feature = "derive")]
    drop(file);
    #[cfg(not(feature = "derive"))]
    if KEPT.get().is_none() {
        // It is kept as long as the program runs, as what is derived would be.
        let Ok(tree) = crate::layer::json::Tree::parse(file.leak()) else { return false };
        KEPT.get_or_init(|| tree);
    }
    true
}

/// What the file `catalog.json` keeps under a name.
#[cfg(not(feature = "derive"))]
pub(crate) fn kept(name: &str) -> Option<Value<'static>> {
    KEPT.get()?.root().get(name)
}

/// What every operation says of itself and the page asks for, as the file `catalog.json` keeps it: schema and examples, by
/// id.
#[cfg(feature = "derive")]
pub fn to_json() -> String {
    let one = |entry: &'static Entry| {
        let examples: Vec<_> = entry.examples().iter().map(example).collect();
        let (id, schema, examples) = (entry.id, entry.json_schema(), examples.join(",\n      "));
        format!("  \"{id}\": {{\n    \"schema\": {schema},\n    \"examples\": [\n      {examples}\n    ]\n  }}")
    };
    format!("{{\n{}\n}}\n", entries().map(one).collect::<Vec<_>>().join(",\n"))
}

#[cfg(feature = "derive")]
fn example(example: &crate::operation::EntryExample) -> String {
    let text = crate::layer::json::quote;
    let (name, zh, en) = (text(example.name), text(example.title.zh), text(example.title.en));
    format!("{{\"name\": {name}, \"zh\": {zh}, \"en\": {en}, \"values\": {}}}", text(&example.values))
}
