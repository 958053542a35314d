//! The invariants of files: each says first what it holds, and none is called `mod.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use super::settle;
use crate::Result;
use crate::page::at;
use crate::run::root;

/// The folders of the house that hold Rust.
const HOUSE: [&str; 4] = ["crates", "web", "tests", "xtask"];

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
    }
    settle(&findings)
}

/// All Rust files in a folder, in order.
pub(super) fn rust(folder: &Path) -> Result<Vec<PathBuf>> {
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
