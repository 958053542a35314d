//! The invariant of names: the front ends and the mock know no gateway, except through the catalog.

use std::fs;

use super::code::{comments_blanked, without_tests};
use super::{files, settle};
use crate::Result;
use crate::page::at;
use crate::run::root;

/// Whoever must get by with what an entry says.
const FRONT_ENDS: [&str; 3] = ["web/src", "crates/wxwire-cli/src", "crates/wxwire-mock/src"];

pub(super) fn check() -> Result {
    let names = gateways()?;
    let mut findings = Vec::new();
    for path in FRONT_ENDS.iter().map(|folder| files::rust(&root().join(folder))).collect::<Result<Vec<_>>>()?.concat()
    {
        let name = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
        if name.ends_with("/tests.rs") || name.contains("/tests/") {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
        let code = comments_blanked(without_tests(&text)).to_lowercase();
        for (number, line) in code.lines().enumerate() {
            let named = names.iter().filter(|(gateway, _)| line.contains(gateway.as_str()));
            findings.extend(named.map(|(gateway, _)| {
                let number = number + 1;
                format!("{name}:{number}: names {gateway}; a fact is missing from Entry or GatewayEntry")
            }));
        }
    }
    settle(&findings)
}

/// The gateways, read from the only list of them: module and type.
pub(crate) fn gateways() -> Result<Vec<(String, String)>> {
    let path = root().join("crates/wxwire/src/catalog.rs");
    let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
    let list = text.split_once("\ngateways!(").and_then(|(_, rest)| Some(rest.split_once(");")?.0)).unwrap_or_default();
    let names = |one: &str| one.trim().split_once("::").map(|(module, name)| (module.to_owned(), name.to_owned()));
    let names: Vec<_> = list.split(',').filter_map(names).collect();
    if names.is_empty() { Err(format!("{}: no gateways found in it", path.display())) } else { Ok(names) }
}
