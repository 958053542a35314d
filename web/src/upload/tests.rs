//! Files in the text.

use wxwire::layer::base64;
use wxwire::schema::Shape;

use super::*;
use crate::state::State;

/// Every call with a field, at the top, that holds a file.
fn calls() -> Vec<(&'static Entry, String)> {
    let of = |entry: &'static Entry| {
        let fields = match &entry.schema().root().shape {
            Shape::Object(object) => &object.fields[..],
            _ => &[],
        };
        let files = fields.iter().filter(|field| entry.file(&field.name).is_some());
        files.map(move |field| (entry, field.name.clone()))
    };
    let found: Vec<_> = wxwire::catalog::entries().flat_map(of).collect();
    assert!(found.len() > 5, "{found:?}");
    found
}

#[test]
fn the_bytes_and_the_name_go_into_the_text_of_every_call() {
    let bytes: Vec<u8> = (0..=255).collect();
    let base64 = base64::encode(&bytes);
    assert_eq!(size(&base64), bytes.len());
    for (entry, name) in calls() {
        let schema = entry.schema();
        for text in [State::first_of(entry), schema.skeleton(schema.root())] {
            let path = place::child("", &name);
            let text = match Tree::parse(&text).expect("an example").root().find(&path) {
                Some(_) => text,
                None => edit::apply(schema, &text, &path, &Edit::Begin).expect("it begins"),
            };
            let put = put(entry, &text, &path, &base64, "图 \"1\".png").expect("it is put in");
            let tree = Tree::parse(&put).expect("JSON");
            assert!(tree.root().get(&name).is_some_and(|file| file.is_str(&base64)), "{} {put}", entry.id);
            if let Some(field) = entry.file_name() {
                let named = tree.root().get(&field.name);
                assert!(named.is_some_and(|named| named.is_str("图 \"1\".png")), "{} {put}", entry.id);
            }
        }
    }
}

#[test]
fn what_is_no_file_takes_none() {
    let entry = State::entry_of("wecom.media_upload");
    let text = State::first_of(entry);
    assert_eq!(put(entry, &text, "/type", "AAAA", "a"), None);
    assert_eq!(put(entry, "{", "/media", "AAAA", "a"), None);
}

#[test]
fn a_size_is_that_of_the_bytes() {
    for count in 0..64 {
        assert_eq!(size(&base64::encode(&vec![7; count])), count);
    }
}
