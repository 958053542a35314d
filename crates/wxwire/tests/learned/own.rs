//! The documents that are part of the program, learned: they come back as they are.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use wxwire::{catalog, learn};

/// Every document, with the name of its gateway.
fn documents() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("documents");
    let files = |folder: PathBuf| std::fs::read_dir(folder).expect("a folder").map(|one| one.expect("a file").path());
    let mut all = Vec::new();
    for gateway in files(folder) {
        let name = gateway.file_name().expect("a name").to_string_lossy().into_owned();
        all.extend(files(gateway).map(|path| (name.clone(), path)));
    }
    all.sort();
    all
}

/// The same document as that of a gateway which nobody knows, so that its calls can be compared with the program's own.
fn renamed(document: &str, own: &str, name: &str) -> String {
    document.replacen(&format!("\"x-gateway\":\"{own}\""), &format!("\"x-gateway\":\"{name}\""), 1)
}

/// The values of some JSON, whatever its white space.
fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn our_own_documents_come_back() {
    let documents = documents();
    assert!(documents.len() > 80, "{}", documents.len());
    let own: BTreeMap<&str, _> = catalog::entries().map(|entry| (entry.id, entry)).collect();
    for (number, (gateway, path)) in documents.iter().enumerate() {
        let text = std::fs::read(path).expect("a document");
        let learned = learn::learn(&text, None).expect("it is one of ours");
        assert_eq!((&learned.gateway, &learned.notes[..]), (gateway, &[][..]), "{}", path.display());
        let again = learn::learn(learned.document.as_bytes(), None).expect("what was learned can be learned");
        assert_eq!(json(&again.document), json(&learned.document), "{}", path.display());
        let name = format!("own_{number}");
        let added = catalog::learn(renamed(&learned.document, gateway, &name)).expect("a document");
        assert_eq!(added.left, [], "{}", path.display());
        let written = text.windows(13).filter(|window| window == b"\"operationId\"").count();
        assert_eq!(added.entries.len(), written, "{}", path.display());
        for entry in added.entries {
            let id = entry.id.replacen(&name, gateway, 1);
            let same = own[&*id];
            assert_eq!((entry.title, entry.section), (same.title, same.section), "{id}");
            assert_eq!((entry.path, &entry.method, entry.body), (same.path, &same.method, same.body), "{id}");
            assert_eq!((entry.ids, entry.rates, entry.page), (same.ids, same.rates, same.page), "{id}");
            assert_eq!(entry.base_url(), same.base_url(), "{id}");
            assert_eq!(json(&entry.json_schema()), json(&same.json_schema()), "{id}");
            assert_eq!(json(&entry.reply_json_schema()), json(&same.reply_json_schema()), "{id}");
            assert_eq!(json(&entry.reply()), json(&same.reply()), "{id}");
            let examples = |one: &wxwire::operation::Entry| {
                one.examples().iter().map(|one| (one.name, one.title, json(&one.values))).collect::<Vec<_>>()
            };
            assert_eq!(examples(entry), examples(same), "{id}");
        }
    }
}
