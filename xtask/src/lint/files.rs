//! The invariants of files: each says first what it holds, none is called `mod.rs`, and none has places left to fill in.

use std::fs;
use std::path::{Path, PathBuf};

use super::settle;
use crate::Result;
use crate::page::at;
use crate::run::root;

/// The folders of the house that hold Rust.
const HOUSE: [&str; 4] = ["crates", "web", "tests", "xtask"];

/// What marks a place that is still to be filled in.
const OPEN: &str = "TODO";

/// Where such places belong: what new files are made of, and this one.
const LEFT_OPEN: [&str; 3] =
    ["crates/wxwire/src/operation/tests/skeleton.rs", "xtask/src/lint/files.rs", "xtask/src/new.rs"];

pub(super) fn check() -> Result {
    let mut findings = Vec::new();
    for path in HOUSE.iter().map(|folder| rust(&root().join(folder))).collect::<Result<Vec<_>>>()?.concat() {
        let name = path.strip_prefix(root()).unwrap_or(&path).display().to_string();
        if path.ends_with("mod.rs") {
            findings.push(format!("{name}: call it by its folder's name, beside the folder"));
        }
        let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
        if !text.starts_with("//!") {
            findings.push(format!("{name}: does not begin with a `//!` that says what it holds"));
        }
        if !LEFT_OPEN.contains(&name.as_str()) {
            let open = text.lines().zip(1..).filter(|(line, _)| line.contains(OPEN));
            findings.extend(open.map(|(line, number)| format!("{name}:{number}: {}", line.trim())));
        }
    }
    settle(&findings)
}

/// All Rust files in a folder, in order.
pub(crate) fn rust(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| at(folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| at(folder, &error))?.path();
        if path.is_dir() {
            found.extend(rust(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
