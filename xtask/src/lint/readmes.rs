//! The invariant of the READMEs: in both languages the same commands, the same code, the same folders, the same levels.

use std::fs;

use super::settle;
use crate::Result;
use crate::page::at;
use crate::run::root;

/// Which one says what holds, and its translation.
const READMES: [&str; 2] = ["README.md", "README.zh.md"];

/// What begins a line of a command or a folder.
const STARTS: [&str; 8] = ["cargo ", "wxwire ", "$ wxwire ", "crates/", "web ", "tests ", "xtask ", "| `"];

pub(super) fn check() -> Result {
    let read = |name: &str| {
        let path = root().join(name);
        fs::read_to_string(&path).map_err(|error| at(&path, &error))
    };
    let [first, second] = READMES;
    settle(&differences(&read(first)?, &read(second)?))
}

/// What only one of them says.
fn differences(english: &str, chinese: &str) -> Vec<String> {
    let all = [english, chinese].map(facts);
    let mut findings = Vec::new();
    for (own, other, name) in [(&all[0], &all[1], READMES[1]), (&all[1], &all[0], READMES[0])] {
        let only = own.iter().filter(|fact| !other.contains(fact));
        findings.extend(only.map(|fact| format!("{name}: does not have `{fact}`")));
    }
    findings
}

/// What is the same in every language: the lines of commands, folders, levels and code, less their words.
fn facts(text: &str) -> Vec<String> {
    let (mut facts, mut is_code) = (Vec::new(), false);
    for line in text.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
        } else if is_code {
            facts.push(line.split(" // ").next().unwrap_or_default().trim_end().to_owned());
        } else if let Some(start) = STARTS.iter().find(|start| line.trim_start().starts_with(**start)) {
            facts.push(if *start == "| `" { level(line) } else { command(line) });
        }
    }
    facts
}

/// A command or a folder, less what is said of it.
fn command(line: &str) -> String {
    let line = line.trim();
    let end = [line.find("  "), line.find(" # ")].into_iter().flatten().min();
    line[..end.unwrap_or(line.len())].to_owned()
}

/// The names in a row's first cell, and its last one.
fn level(line: &str) -> String {
    let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
    let (first, last) = (cells.first().unwrap_or(&""), cells.last().unwrap_or(&""));
    let names: Vec<_> = first.split('`').skip(1).step_by(2).collect();
    [&names.join(" "), *last].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "Words.\n\n    cargo x   # all\n    crates/a   the codec\n\n| `a`, `b` | one | 4 |\n\n```rust\nf(1); // so\n```\n";
    const CHINESE: &str =
        "文字。\n\n    cargo x # 全部\n    crates/a   编解码\n\n| `a`、`b` | 一 | 4 |\n\n```rust\nf(1); // 如此\n```\n";

    #[test]
    fn the_words_may_differ() {
        assert_eq!(differences(ENGLISH, CHINESE), [""; 0]);
    }

    #[test]
    fn a_fact_that_differs_is_named() {
        for (from, to) in [("cargo x", "cargo y"), ("crates/a", "crates/b"), ("| 4 |", "| 5 |"), ("f(1)", "f(2)")] {
            let found = differences(ENGLISH, &CHINESE.replace(from, to));
            assert_eq!(found.len(), 2, "{found:?}");
            assert!(found[0].starts_with("README.zh.md: ") && found[1].starts_with("README.md: "), "{found:?}");
        }
    }
}
