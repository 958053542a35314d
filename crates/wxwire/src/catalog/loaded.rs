//! What was loaded: calls, and gateways that this program does not have. Where types are asked, nothing is.

use std::sync::RwLock;

use crate::described;
use crate::layer::json::{Tree, Value};
use crate::operation::{Entry, GatewayEntry, RulesOf};
use crate::told;

/// The calls.
static ENTRIES: RwLock<Vec<&'static Entry>> = RwLock::new(Vec::new());

/// The gateways.
static GATEWAYS: RwLock<Vec<GatewayEntry>> = RwLock::new(Vec::new());

/// Takes a file in; `false` where it is not JSON. `more` is what is to be known of its calls beside what composing needs.
pub(super) fn load(
    file: String,
    more: impl Fn(&mut Entry, Value<'static>) + 'static,
    rules: impl Fn(&str) -> Option<&'static RulesOf> + 'static,
) -> bool {
    let Ok(tree) = Tree::parse(file.leak()) else { return false };
    let tree: &'static Tree<'static> = Box::leak(Box::new(tree));
    if !described::keep(tree) {
        return true;
    }
    // Its calls are read with it known.
    told::gateway(tree.root()).into_iter().for_each(keep);
    if let Ok(mut entries) = ENTRIES.write() {
        for call in super::read(tree.root(), more, rules) {
            entries.push(Box::leak(Box::new(call)));
        }
    }
    true
}

fn keep(gateway: GatewayEntry) {
    let is_known = super::gateways().any(|known| known.name == gateway.name);
    if let (false, Ok(mut gateways)) = (is_known, GATEWAYS.write()) {
        gateways.push(gateway);
    }
    super::came();
}

pub(super) fn entries() -> impl Iterator<Item = &'static Entry> {
    ENTRIES.read().map(|entries| entries.clone()).unwrap_or_default().into_iter()
}

pub(super) fn gateways() -> impl Iterator<Item = GatewayEntry> {
    GATEWAYS.read().map(|all| all.clone()).unwrap_or_default().into_iter()
}
