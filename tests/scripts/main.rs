//! Programs in Python and JavaScript, by chance: what import tells of one is what it sends when it runs.
//!
//! Each sets names, puts members into maps, gives them other names, and sends one of them; some of it within branches, loops
//! and functions. Import may refuse any of them. What it tells must be right.
#![allow(clippy::panic)] // A test that cannot go on says why.

mod program;

use std::process::{Command, Stdio};

use serde_json::Value;
use wxwire::import::import;

use program::Language;

/// So many programs of each language.
const COUNT: usize = 1000;

/// What each program sends when it runs.
fn sent(runs: &str, recorder: &str, programs: &[String]) -> Vec<Option<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    let [script, given, told] = ["record", "programs.json", "sent.json"].map(|name| folder.path().join(name));
    std::fs::write(&script, recorder).expect("a file");
    std::fs::write(&given, serde_json::to_string(programs).expect("JSON")).expect("a file");
    let mut command = Command::new(runs);
    let ended = command.arg(&script).arg(&given).arg(&told).stdin(Stdio::null()).output();
    let ended = ended.unwrap_or_else(|error| panic!("{runs} is needed for this test: {error}"));
    assert!(ended.status.success(), "{runs}: {}", String::from_utf8_lossy(&ended.stderr));
    serde_json::from_str(&std::fs::read_to_string(told).expect("a file")).expect("JSON")
}

fn check(language: Language, runs: &str, recorder: &str) {
    let programs: Vec<String> = (0..COUNT).map(|seed| program::write(language, seed)).collect();
    let mut told = 0;
    for (program, sent) in programs.iter().zip(sent(runs, recorder, &programs)) {
        let Some(sent) = sent else { continue };
        let Ok(imported) = import(program.as_bytes(), None) else { continue };
        if imported.problems.iter().any(|problem| problem.is_error()) {
            continue;
        }
        let Some(values) = imported.values else { continue };
        let [values, sent] = [&values, &sent].map(|text| serde_json::from_str::<Value>(text).expect("JSON"));
        assert_eq!(values, sent, "{program}");
        told += 1;
    }
    assert!(told > COUNT / 3, "of {COUNT} programs only {told} are told");
}

#[test]
fn python_sends_what_is_told() {
    check(Language::Python, "python3", include_str!("record.py"));
}

#[test]
fn node_sends_what_is_told() {
    if Command::new("node").arg("--version").stdout(Stdio::null()).status().is_err() {
        println!("node is not there: what JavaScript sends is not compared");
        return;
    }
    check(Language::JavaScript, "node", include_str!("record.js"));
}
