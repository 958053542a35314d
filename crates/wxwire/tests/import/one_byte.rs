//! Examples with one byte of its structure changed: what becomes of each, in one line an example. Those of
//! the calls with a type, and of the others, which are alike, one call in ten.
//!
//! `one_byte.txt` holds the lines, one for each example; `cargo xtask snapshots` writes them anew.

use std::fmt::Write as _;
use std::path::Path;

use wxwire::catalog;
use wxwire::import::{Imported, import};
use wxwire::operation::{Body, Entry};
use wxwire::problem::Problem;

/// What stands for structure in JSON; each is taken away, and each becomes another one.
const STRUCTURE: &str = "\":,{}[]";

/// What whoever meant the change does.
const ANEW: &str = "`cargo xtask snapshots` writes it anew: a new example has a line more, an old line stays as it is";

#[test]
fn one_byte_of_structure_changed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/one_byte.txt");
    let others = catalog::entries().filter(|entry| !entry.has_type()).step_by(10);
    let lines: String = catalog::typed()
        .chain(others)
        .filter(|entry| entry.body == Body::Json)
        .flat_map(|entry| entry.examples().into_iter().map(move |example| line(entry, example.name, &example.values)))
        .collect();
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        std::fs::write(&file, &lines).expect("the file is written");
    }
    let known = std::fs::read_to_string(&file).expect("the file is there");
    for line in lines.lines() {
        assert!(known.lines().any(|known| known == line), "not in one_byte.txt: {line}\n{ANEW}");
    }
    assert_eq!(known.lines().count(), lines.lines().count(), "{ANEW}");
}

/// How many became JSON and how many are refused, and a number that every detail of every outcome goes into.
fn line(entry: &'static Entry, name: &str, example: &str) -> String {
    let (mut mended, mut refused, mut digest) = (0, 0, Digest::new());
    for (at, char) in example.char_indices().filter(|(_, char)| STRUCTURE.contains(*char)) {
        let others = STRUCTURE.chars().filter(|other| *other != char).map(String::from);
        for new in others.chain([String::new()]) {
            let changed = [&example[..at], &new, &example[at + 1..]].concat();
            let outcome = import(changed.as_bytes(), Some(entry));
            match &outcome {
                Ok(imported) if imported.values.is_some() => mended += 1,
                _ => refused += 1,
            }
            digest.add(&told(outcome));
        }
    }
    format!("{} {name}: {mended} mended, {refused} refused, {:016x}\n", entry.id, digest.0)
}

/// All of an outcome that is no words.
fn told(outcome: Result<Imported, Problem>) -> String {
    let mut out = String::new();
    let imported = match outcome {
        Ok(imported) => imported,
        Err(problem) => return format!("{:?} {:?}", problem.code, problem.span),
    };
    for one in &imported.repairs {
        let _ = write!(out, "{} {:?} ", one.fix.name(), one.span);
    }
    for one in &imported.dropped {
        let _ = write!(out, "{} {:?} ", one.why.name(), one.span);
    }
    for one in &imported.problems {
        let _ = write!(out, "{:?} {:?} {} ", one.code, one.span, one.expected);
    }
    out + &imported.values.unwrap_or_default()
}

/// FNV-1a: the same number for the same bytes in every build.
struct Digest(u64);

impl Digest {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, text: &str) {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
