//! Whoever reads the data knows what whoever wrote it knew.

use super::{composing, entries, reading};
use crate::catalog;
use crate::credential::Credential;
use crate::lang::Words;
use crate::layer::json::{Object, Tree, Value};
use crate::operation::{Entry, GatewayEntry};

/// A call as it comes out of data, of which the tree is kept.
fn read(entry: &Entry, told: &str) -> Entry {
    let file = format!("{{\"{}\": {told}}}", entry.id);
    let tree: &'static Tree<'static> = Box::leak(Box::new(Tree::parse(file.leak()).expect("JSON")));
    catalog::read(tree.root(), super::of_replies, catalog::rules).next().expect("a call")
}

/// All that is a fact of a call.
fn facts(entry: &Entry) -> String {
    let Entry { id, gateway, title, section, method, path, server, credentials, body, answers, .. } = entry;
    let Entry { ids, not_taken, settled_by, yields, rates, idempotency, evidence, page, reply_rule, .. } = entry;
    format!(
        "{id} {gateway:?} {title:?} {section:?} {method} {path} {server:?} {credentials:?} {body:?} {answers:?} {ids:?} \
         {not_taken:?} {settled_by:?} {yields:?} {rates:?} {idempotency:?} {evidence:?} {page} {reply_rule:?}"
    )
}

#[test]
fn every_call_comes_back_from_its_data() {
    for entry in catalog::entries() {
        let composed = read(entry, &composing(entry));
        assert_eq!(facts(&composed), facts(entry));
        assert_eq!(composed.json_schema(), entry.json_schema(), "{}", entry.id);
        assert_eq!(format!("{:?}", composed.schema()), format!("{:?}", entry.schema()), "{}", entry.id);
        assert_eq!(format!("{:?}", composed.examples()), format!("{:?}", entry.examples()), "{}", entry.id);
        let read = read(entry, &reading(entry));
        assert_eq!(facts(&read), facts(entry));
        assert_eq!(read.reply_json_schema(), entry.reply_json_schema(), "{}", entry.id);
    }
}

#[test]
fn the_rules_of_a_type_hold_for_its_data() {
    for entry in catalog::typed() {
        let composed = read(entry, &composing(entry));
        for values in entry.examples().iter().map(|example| &*example.values).chain(["{}", "[]", r#"{"media": 1}"#]) {
            assert_eq!(composed.check(values.as_bytes()), entry.check(values.as_bytes()), "{}", entry.id);
            let mut parts =
                [entry.check_schema(values.as_bytes()), entry.check_rules(values.as_bytes(), None)].concat();
            let mut whole = entry.check(values.as_bytes());
            for all in [&mut parts, &mut whole] {
                all.sort_by_key(ToString::to_string);
            }
            assert_eq!(parts, whole, "{}: the two halves of a check are the whole", entry.id);
            let tree = Tree::parse(values).expect("JSON");
            assert_eq!(composed.is_its(tree.root()), entry.is_its(tree.root()), "{}", entry.id);
        }
    }
}

#[test]
fn every_call_is_in_the_index_and_in_the_file_that_it_names() {
    let text = catalog::index_to_json();
    let index = Tree::parse(&text).expect("JSON");
    let files: Vec<_> = catalog::gateways().flat_map(|gateway| catalog::calls_to_json(&gateway)).collect();
    let mut listed = Vec::new();
    for gateway in index.root().items() {
        for section in gateway.get("sections").into_iter().flat_map(Value::items) {
            let file = section.get("file").and_then(Value::as_str).expect("a file");
            for call in section.get("calls").into_iter().flat_map(Value::items) {
                let id = call.items().next().and_then(Value::as_str).expect("an id").into_owned();
                if !catalog::find(&id).expect("a call").has_type() {
                    for name in [file.to_string(), file.replace(".json", ".replies.json")] {
                        let (_, text) = files.iter().find(|(own, _)| *own == name).expect("a file");
                        assert!(Tree::parse(text).expect("JSON").root().get(&id).is_some(), "{id} in {name}");
                    }
                }
                listed.push(id);
            }
        }
    }
    let mut all: Vec<_> = catalog::entries().map(|entry| entry.id).collect();
    listed.sort_unstable();
    all.sort_unstable();
    assert_eq!(listed, all);
}

#[test]
fn of_a_gateway_that_is_not_known_nothing_is_read() {
    let tree: &'static Tree<'static> =
        Box::leak(Box::new(Tree::parse(r#"{"nobody.call": {"title": ["a", "b"], "path": "/"}}"#).expect("JSON")));
    let none = entries(tree.root(), |_, _| {}, |_| None, |_| None).count();
    assert_eq!(none, 0);
}

#[test]
fn a_gateway_that_is_known_nowhere_else_comes_back_from_its_data() {
    let rule = crate::verdict::ReplyRule {
        code: Some("/code"),
        ok: vec!["0".to_owned()],
        message: None,
        expired: vec!["42001".to_owned()],
    };
    let token =
        Credential { required: false, ..Credential::header("x-token", "X-Token", Words::new("令牌", "token")) };
    let own = GatewayEntry {
        name: "demo",
        title: Words::new("演示", "Demo"),
        base_url: Some("http://h"),
        base_url_help: Words::new("地址", "address"),
        credentials: &*vec![token].leak(),
        secrets: &[],
        account_id: None,
        content_type: "application/json",
        file_length: false,
        envelope: &["code"],
        not_taken: &[],
        reply_rule: Some(Box::leak(Box::new(rule))),
    };
    let back = |gateway: &GatewayEntry| {
        let file = super::put(Object::new(), gateway).end();
        super::gateway(Box::leak(Box::new(Tree::parse(file.leak()).expect("JSON"))).root())
    };
    assert_eq!(format!("{:?}", back(&own)), format!("{:?}", Some(own)));
    for gateway in catalog::gateways().filter(|one| catalog::incoming(one).is_some()) {
        for (name, file) in catalog::calls_to_json(&gateway) {
            let tree: &'static Tree<'static> = Box::leak(Box::new(Tree::parse(file.leak()).expect("JSON")));
            assert!(super::gateway(tree.root()).is_none(), "{name}");
        }
    }
}
