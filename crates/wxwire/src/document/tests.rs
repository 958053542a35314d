//! Every document that is part of the program.

use super::Document;
use super::shelf::KEPT;
use crate::catalog;

#[test]
fn every_document_is_read_whole() {
    for (name, text) in KEPT {
        let gateway = catalog::gateways().find(|gateway| gateway.name == *name).expect(name);
        let document = Document::read(text, gateway).expect(name);
        let section = document.entries.first().expect(name).section.name;
        assert!(!section.is_empty() && document.left.is_empty(), "{name}/{section}: {:?}", document.left);
    }
}

#[test]
fn no_id_stands_twice() {
    let mut ids: Vec<_> = catalog::entries().map(|entry| entry.id).collect();
    ids.sort_unstable();
    let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_call_of_a_document_is_told_whole() {
    for entry in catalog::entries() {
        let title = entry.title;
        assert!(!title.en.is_empty() && title.zh.chars().any(|char| char > '\u{2e00}'), "{}", entry.id);
        assert!(entry.schema().unknown_keywords.is_empty(), "{}: {:?}", entry.id, entry.schema().unknown_keywords);
        assert!(!entry.examples().is_empty(), "{}", entry.id);
        for example in entry.examples() {
            let problems = entry.check(entry.without_credentials(&example.values).as_bytes());
            assert!(
                !problems.iter().any(crate::problem::Problem::is_error),
                "{} {}: {problems:?}",
                entry.id,
                example.name
            );
        }
    }
}
