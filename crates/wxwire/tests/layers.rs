//! Documents opened and changed: every other byte stays, whatever the layers.

// Unlike the codec, its tests open files.
#![allow(clippy::disallowed_methods)]

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use wxwire::layer::document::{Document, Guide, Held, Layer};
use wxwire::layer::{base64, json};

/// What a leaf can be changed into.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Text,
    Json,
    Integer,
    Bytes,
}

/// A leaf, or a text that holds another layer.
#[derive(Clone, Debug)]
struct Seen {
    path: String,
    value: String,
    opened: bool,
    kind: Kind,
    layer: Layer,
}

fn open(bytes: &[u8]) -> Vec<Seen> {
    let (mut seen, mut last) = (Vec::new(), 0);
    Document::new(bytes, Guide::default()).expect("bytes").visit(|leaf| {
        assert!(last <= leaf.span.start && leaf.span.end <= bytes.len(), "{leaf:?}");
        last = leaf.span.start;
        let (path, value) = (leaf.path.to_owned(), leaf.value.text().into_owned());
        let kind = match leaf.value {
            Held::Text(_) => Kind::Text,
            Held::Json(_) => Kind::Json,
            Held::Integer(_) => Kind::Integer,
            Held::Bytes(_) => Kind::Bytes,
        };
        seen.push(Seen { path, value, opened: leaf.opened, kind, layer: leaf.layer });
    });
    seen
}

/// What a change of one leaf must not reach: every leaf but those on the way to it and inside it, and a text that the same
/// bytes can be as well.
fn others(seen: &[Seen], path: &str) -> Vec<(String, String)> {
    let is_around = |one: &Seen| path.strip_prefix(one.path.as_str()).is_some_and(|rest| rest.starts_with('!'));
    let apart = |one: &&Seen| !one.opened && !one.path.starts_with(path) && !is_around(one);
    seen.iter().filter(apart).map(|one| (one.path.clone(), one.value.clone())).collect()
}

fn check_leaf(bytes: &[u8], seen: &[Seen], one: &Seen, new: &str) {
    let document = Document::new(bytes, Guide::default()).expect("bytes");
    let same = document.replace(&one.path, &one.value).expect("the same value");
    assert_eq!(same, bytes, "{one:?}");
    if one.opened {
        // Whether it opens again depends on what it is changed into.
        return;
    }
    let new = match one.kind {
        Kind::Text => new.to_owned(),
        Kind::Json => "12345678901234567890".into(),
        Kind::Integer => (one.value.len() * 41).to_string(),
        Kind::Bytes => "00ff".into(),
    };
    let Ok(after) = document.replace(&one.path, &new) else { return };
    let again = open(&after);
    let found = again.iter().find(|other| other.path == one.path);
    let text = String::from_utf8_lossy(&after);
    assert_eq!(found.map(|found| found.value.as_str()), Some(new.as_str()), "{one:?}\n{text}");
    assert_eq!(others(&again, &one.path), others(seen, &one.path), "{one:?}\n{text}");
    // And back again.
    let back = Document::new(&after, Guide::default()).expect("bytes").replace(&one.path, &one.value);
    assert_eq!(open(&back.expect("the old value")).len(), seen.len(), "{one:?}");
}

#[test]
fn every_leaf_of_every_sample() {
    let files = |folder: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect()
    };
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let all: Vec<_> = files(&samples).iter().filter(|path| path.is_dir()).flat_map(|folder| files(folder)).collect();
    let check = |file: &PathBuf| -> Vec<Layer> {
        let bytes = std::fs::read(file).expect("a file");
        let seen = open(&bytes);
        seen.iter().for_each(|one| check_leaf(&bytes, &seen, one, "新 <&\"]]> 值"));
        seen.iter().map(|one| one.layer).collect()
    };
    // Half of them beside the other half.
    let (odd, even): (Vec<_>, Vec<_>) = all.iter().enumerate().partition(|(at, _)| at % 2 == 1);
    let layers = std::thread::scope(|scope| {
        let odd = scope.spawn(|| odd.iter().flat_map(|(_, file)| check(file)).collect::<Vec<_>>());
        let even: Vec<_> = even.iter().flat_map(|(_, file)| check(file)).collect();
        [even, odd.join().expect("half of the samples")].concat()
    });
    assert!(all.len() > 70 && layers.len() > 1000, "{} files, {} leaves", all.len(), layers.len());
    for layer in [Layer::Json, Layer::Xml, Layer::Base64, Layer::Protobuf, Layer::Query] {
        assert!(layers.contains(&layer), "{layer:?}");
    }
}

/// Text that a document may hold anywhere, and that nobody takes for another layer.
fn plain() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[你好 a-z<>&'\"\\\\/;=#%\\]]{0,12}")
        .expect("a pattern")
        .prop_map(|text| format!("t {text}"))
}

fn name() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[a-z]{1,6}").expect("a pattern")
}

fn xml_text(text: String, how: u8) -> String {
    match how % 3 {
        0 => text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"),
        1 => format!("<![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>")),
        _ => text.chars().map(|char| format!("&#x{:x};", char as u32)).collect(),
    }
}

fn json_text(text: &str, how: u8) -> String {
    let quoted = json::quote(text);
    match how % 3 {
        0 => quoted,
        1 => quoted.replace('/', "\\/"),
        _ => {
            text.chars().fold("\"".to_owned(), |mut out, char| {
                let mut units = [0; 2];
                out.extend(char.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04X}")));
                out
            }) + "\""
        }
    }
}

fn message(fields: &[(u8, String)]) -> Vec<u8> {
    // Two numbers first: what is shorter could be a message by chance, and stays closed in base64.
    let mut bytes = vec![0x08, 0x96, 0x01, 0x10, 0x05];
    for (number, text) in fields {
        // A length in two bytes, longer than it need be.
        bytes.extend([(number % 3 + 1) << 3 | 2, text.len() as u8 | 0x80, 0]);
        bytes.extend(text.as_bytes());
    }
    bytes
}

/// A content: plain, or one that opens, and so on inside.
fn content() -> impl Strategy<Value = String> {
    plain().prop_recursive(5, 24, 4, |inner| {
        let named = || (name(), inner.clone(), any::<u8>());
        prop_oneof![
            proptest::collection::vec(named(), 1..4).prop_map(|members| {
                let members: Vec<_> = members
                    .iter()
                    .enumerate()
                    .map(|(i, (key, text, how))| format!("\"{key}{i}\" : {}", json_text(text, *how)))
                    .collect();
                format!("{{{} , \"n\":1.0e5}}", members.join(","))
            }),
            proptest::collection::vec(named(), 1..4).prop_map(|elements| {
                let elements: String = elements
                    .into_iter()
                    .map(|(name, text, how)| format!("<{name} >{}</{name}>\n", xml_text(text, how)))
                    .collect();
                format!("<r a='x'>{elements}<e/></r>")
            }),
            (inner.clone(), any::<bool>()).prop_map(|(text, padded)| {
                let text = base64::encode(format!("{{\"b\":{}}}", json::quote(&text)).as_bytes());
                if padded { text } else { text.trim_end_matches('=').to_owned() }
            }),
            proptest::collection::vec((any::<u8>(), plain()), 1..4)
                .prop_map(|fields| base64::encode(&message(&fields))),
            (name(), inner.clone()).prop_map(|(name, text)| {
                let value: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
                format!("https://h.example/p?{name}={value}&z=1+2#f")
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_change_reaches_its_leaf_alone(text in content(), new in plain(), how in any::<u8>()) {
        let bytes = format!("{{\"x\":{} }}", json_text(&text, how)).into_bytes();
        let seen = open(&bytes);
        for one in &seen {
            check_leaf(&bytes, &seen, one, &new);
        }
    }

    #[test]
    fn no_bytes_are_too_odd(bytes in proptest::collection::vec(any::<u8>(), 1..200), path in "[/!a-z0-9]{0,8}", value in ".{0,8}") {
        let seen = open(&bytes);
        let document = Document::new(&bytes, Guide::default()).expect("bytes");
        let _ = document.replace(&path, &value);
        for one in &seen {
            prop_assert_eq!(document.replace(&one.path, &one.value).expect("the same value"), bytes.clone());
        }
    }
}
