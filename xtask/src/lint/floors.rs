//! The invariant of floors: in the codec, a module names only modules below it.

use std::fs;

use super::code::{comments_blanked, without_tests};
use super::{files, settle};
use crate::Result;
use crate::page::at;
use crate::run::root;

/// The modules of the codec, from the ground up; those of one line know nothing of each other. A gateway's module stands
/// where `gateways` does.
const FLOORS: [&str; 17] = [
    "derived lang moment named near order",
    "hidden problem",
    "rule",
    "layer",
    "base_url credential crypto described login scan schema",
    "kinds verdict",
    "appmsg operation",
    "document forms imitation told",
    "gateways",
    "catalog",
    "secret",
    "request",
    "call export token",
    "import",
    "learn",
    "explain",
    "cookbook lib",
];

/// A path of the public interface that is written out on a floor below: `operation::Call`, whose users begin there.
const FACE: (&str, &str) = ("operation", "call");

pub(super) fn check() -> Result {
    let source = root().join("crates/wxwire/src");
    let gateways: Vec<_> = super::names::gateways()?.into_iter().map(|(module, _)| module).collect();
    let floor = |module: &str| {
        let module = if gateways.iter().any(|one| one == module) { "gateways" } else { module };
        FLOORS.iter().position(|floor| floor.split(' ').any(|one| one == module))
    };
    let mut findings = Vec::new();
    for path in files::rust(&source)? {
        let name = path.strip_prefix(&source).unwrap_or(&path).display().to_string();
        if name.ends_with("tests.rs") || name.contains("tests/") {
            continue;
        }
        let own = name.split(['/', '.']).next().unwrap_or_default();
        let Some(here) = floor(own) else {
            findings.push(format!("{own} stands on no floor in xtask/src/lint/floors.rs"));
            continue;
        };
        let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
        for (line, number) in comments_blanked(without_tests(&text)).lines().zip(1..) {
            let above = named(line).filter(|other| *other != own && (own, *other) != FACE);
            let above = above.filter(|other| floor(other).is_some_and(|there| there >= here));
            findings.extend(above.map(|other| format!("{name}:{number}: {own} names {other}, which is not below it")));
        }
    }
    settle(&findings)
}

/// The modules that a line of code names.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let end = |path: &str| path.find(|char: char| !char.is_ascii_alphanumeric() && char != '_').unwrap_or(path.len());
    line.split("crate::").skip(1).map(move |path| &path[..end(path)])
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_line_names_what_stands_behind_its_crate() {
        assert_eq!(named("use crate::layer::json;").collect::<Vec<_>>(), ["layer"]);
        assert_eq!(named("&[$crate::told::Rules, crate::base_url]").collect::<Vec<_>>(), ["told", "base_url"]);
        assert_eq!(named("let crates = 1;").count(), 0);
    }
}
