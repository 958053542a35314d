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
