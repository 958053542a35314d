//! The invariants of layers: the codec is pure, and no crate depends on one above it.

use super::settle;
use crate::Result;
use crate::run::{WASM, cargo, output};

/// What does input or output, or knows the time or chance.
const IMPURE: [&str; 12] = [
    "async-std",
    "axum",
    "fastrand",
    "getrandom",
    "hyper",
    "mio",
    "rand",
    "reqwest",
    "rustls",
    "socket2",
    "tokio",
    "ureq",
];

/// A crate, and the crates of the house that it must not reach, in tests neither.
const ABOVE: [(&str, &[&str]); 6] = [
    ("wxwire", &["wxwire-mock", "wxwire-cli", "wxwire-web"]),
    ("wxwire-mock", &["wxwire-cli", "wxwire-web"]),
    ("wxwire-web", &["wxwire-mock", "wxwire-cli"]),
    ("wxwire-reader", &["wxwire-mock", "wxwire-cli", "wxwire-web"]),
    ("wxwire-paste", &["wxwire-mock", "wxwire-cli", "wxwire-web"]),
    ("wxwire-cli", &["wxwire-web"]),
];

pub(super) fn check() -> Result {
    let mut findings = Vec::new();
    // Without a target, cargo speaks of this machine.
    for target in [&[][..], &["--target", WASM]] {
        let reached = dependencies("wxwire", "normal", target)?;
        let impure = IMPURE.into_iter().filter(|name| reached.iter().any(|one| one == name));
        findings.extend(impure.map(|name| format!("wxwire depends on {name}; the codec is pure")));
    }
    for (package, above) in ABOVE {
        let reached = dependencies(package, "normal,build,dev", &[])?;
        let upward = above.iter().filter(|name| reached.iter().any(|one| one == *name));
        findings.extend(upward.map(|name| format!("{package} depends on {name}, which is above it")));
    }
    settle(&findings)
}

fn dependencies(package: &str, edges: &str, target: &[&str]) -> Result<Vec<String>> {
    let arguments = ["tree", "--package", package, "--edges", edges, "--prefix", "none", "--format", "{p}"];
    let tree = output(cargo(&[&arguments[..], target].concat()))?;
    let names: Vec<_> = tree.lines().filter_map(|line| Some(line.split(' ').next()?.to_owned())).collect();
    match names.first() {
        Some(first) if first == package => Ok(names),
        _ => Err(format!("cargo tree does not begin with {package}")),
    }
}
