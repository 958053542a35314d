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
