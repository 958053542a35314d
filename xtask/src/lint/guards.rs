//! The invariants of ARCHITECTURE.md: every guard that it names is there.

use std::fs;

use super::{files, settle};
use crate::Result;
use crate::page::at;
use crate::run::root;

/// The heading of the invariants.
const HEADING: &str = "## What always holds";

pub(super) fn check() -> Result {
    let path = root().join("ARCHITECTURE.md");
    let text = fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
    let folders = ["crates", "web", "tests", "xtask"].map(|folder| files::rust(&root().join(folder)));
    let mut house = String::new();
    for path in folders.into_iter().collect::<Result<Vec<_>>>()?.concat() {
        house += &fs::read_to_string(&path).map_err(|error| at(&path, &error))?;
    }
    let named = guards(&text);
    if named.is_empty() {
        return Err(format!("{}: no guards below `{HEADING}`", path.display()));
    }
    let lost = named.into_iter().filter(|name| !house.contains(&format!("fn {name}(")));
    settle(&lost.map(|name| format!("ARCHITECTURE.md: no test is called {name}")).collect::<Vec<_>>())
}

/// The tests that stand in the last column of the table: names in backticks of several words with `_` between.
fn guards(text: &str) -> Vec<&str> {
    let section = text.split_once(HEADING).map_or("", |(_, rest)| rest).split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.trim_end_matches('|').rsplit('|').next());
    let quoted = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    quoted
        .filter(|name| {
            name.contains('_')
                && name.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::guards;

    #[test]
    fn guards_are_the_tests_of_the_last_column() {
        let text = "`not_here`\n## What always holds\n| 1 | `nor_here` | lint `names`, `a_test_1` and `b_c`; `x/y_z.rs` |\n\n## Then\n| `d_e` |\n";
        assert_eq!(guards(text), ["a_test_1", "b_c"]);
    }
}
