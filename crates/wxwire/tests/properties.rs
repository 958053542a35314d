//! What holds for any bytes, held against every sample and against whatever a fuzzer found.

// Unlike the codec, its tests open files.
#![allow(clippy::disallowed_methods)]

#[path = "../fuzz/properties.rs"]
mod properties;

use std::path::{Path, PathBuf};

/// All files in a folder of this crate's tests, at any depth.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn hold(property: fn(&[u8])) {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let all = [files(&tests.join("samples")), files(&tests.join("found"))].concat();
    assert!(all.len() > 70, "{} files", all.len());
    for file in all {
        // Shown where a property breaks.
        println!("{}", file.display());
        let bytes = std::fs::read(&file).expect("a file");
        property(&bytes);
        // A cut is what goes wrong most often.
        for end in (0..bytes.len()).rev().step_by(bytes.len() / 16 + 1) {
            property(&bytes[..end]);
        }
    }
}

#[test]
fn layers() {
    hold(properties::layers);
}

#[test]
fn parts() {
    hold(properties::parts);
}

#[test]
fn protobuf() {
    hold(properties::protobuf);
}

#[test]
fn appmsg() {
    hold(properties::appmsg);
}

#[test]
fn import() {
    hold(properties::import);
}

/// Every sample as a program of each language, and programs of parts that only such a text holds.
#[test]
fn programs() {
    for (first, _) in properties::PROGRAMS.iter().enumerate() {
        let first = u8::try_from(first).expect("a few");
        let mut random = 0x2545_f491_4f6c_dd1d_u64;
        for _ in 0..60 {
            let mut program = vec![first];
            for _ in 0..24 {
                random ^= random << 13;
                random ^= random >> 7;
                random ^= random << 17;
                program.extend(PARTS[usize::try_from(random % PARTS.len() as u64).expect("a place")].bytes());
            }
            properties::programs(&program);
        }
    }
}

/// Parts of programs.
const PARTS: [&str; 48] = [
    "\"",
    "'",
    "`",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "=",
    ":=",
    "=>",
    "->",
    ".",
    ",",
    ";",
    ":",
    "\n",
    " ",
    "new ",
    "return ",
    "if (x) ",
    "é",
    "😀",
    "\\",
    "$a",
    "a",
    "b.put(\"k\", 1)",
    "a[\"k\"] = 2;",
    ".url(\"http://h/api/message/sendapp\")",
    ".post(a)",
    "header(\"A\", \"b\")",
    "body",
    "JSON.stringify(",
    "json_encode(",
    "array(",
    "map[string]any{",
    "[]byte(",
    "\"\"\"",
    "curl_setopt($c, CURLOPT_POSTFIELDS, ",
    "'appid' => 'a'",
    "{\"appid\":\"a\"}",
    "execute()",
    "new HttpRequestMessage",
    "Net::HTTP::Post.new(u)",
    "let a: [String: Any] ",
    "#{",
    "%q(",
];

#[test]
fn mends() {
    hold(properties::mends);
}

#[test]
fn documents() {
    hold(properties::documents);
    let learned = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/learned/acme.json");
    properties::documents(&std::fs::read(learned).expect("a file"));
}
