//! What holds for the catalog as a whole: its lists are complete, what it says of itself is JSON, and values name their
//! call or none.

use serde_json::Value;
use wxwire::catalog;
use wxwire::explain::explain;
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;
use wxwire::schema::{Schema, Shape};

/// The outermost fields with one possible value.
fn named(schema: &Schema) -> Vec<&str> {
    let Shape::Object(object) = &schema.root().shape else { return vec![] };
    let only = object
        .fields
        .iter()
        .filter(|field| matches!(&schema.rule(field.rule).shape, Shape::Choice(choices) if choices.len() == 1));
    only.map(|field| field.name.as_str()).collect()
}

/// So many calls at most, from all over the catalog, and all that a member names.
fn some(most: usize) -> impl Iterator<Item = &'static Entry> {
    let every = catalog::entries().count() / most + 1;
    catalog::entries().enumerate().filter(move |(at, _)| at % every == 0).map(|(_, entry)| entry)
}

#[test]
fn a_gateway_lists_each_credential_of_its_calls_once() {
    for gateway in catalog::gateways() {
        let mut listed: Vec<_> = catalog::credentials(&gateway).iter().map(|one| one.name).collect();
        let own: Vec<_> = gateway.credentials.iter().map(|one| one.name).collect();
        assert_eq!(listed[..own.len()], own, "{}", gateway.name);
        let calls = catalog::entries().filter(|entry| entry.gateway.name == gateway.name);
        let mut all: Vec<_> =
            own.into_iter().chain(calls.flat_map(|entry| entry.credentials).map(|one| one.name)).collect();
        all.sort_unstable();
        all.dedup();
        listed.sort_unstable();
        assert_eq!(listed, all, "{}", gateway.name);
    }
}

#[test]
fn an_operation_is_found_by_its_id_alone() {
    for entry in catalog::entries() {
        assert_eq!(catalog::find(entry.id).map(|one| one.id), Some(entry.id));
        assert_eq!(entry.id.split('.').next(), Some(entry.gateway.name));
        assert!(catalog::find(&entry.id[1..]).is_none());
    }
    assert!(catalog::find("").is_none());
}

/// What is written for those who know no types: every call with its schema, its examples and its reply.
#[test]
fn what_the_catalog_says_of_itself_is_json() {
    let read = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let (composing, reading) = (read(&catalog::to_json()), read(&catalog::reading_to_json()));
    let is_there = |entry: &&Entry| composing.get(entry.id).is_some();
    assert!(catalog::entries().filter(is_there).count() >= 10);
    for entry in some(60).filter(is_there) {
        let one = &composing[entry.id];
        assert_eq!(one["schema"], read(&entry.json_schema()), "{}", entry.id);
        let examples = one["examples"].as_array().expect("a list");
        assert_eq!(examples.len(), entry.examples().len());
        for (json, example) in examples.iter().zip(entry.examples()) {
            assert_eq!(json["values"], example.values.as_str(), "{}", entry.id);
            assert_eq!((&json["name"], &json["zh"]), (&example.name.into(), &example.title.zh.into()));
            assert_eq!(json["en"], example.title.en);
        }
        assert_eq!(reading[entry.id]["schema"], one["schema"]);
        assert_eq!(reading[entry.id]["reply"], read(&entry.reply_json_schema()));
    }
    for (_, callback) in catalog::callbacks() {
        assert!(reading[callback.name]["schema"].is_object(), "{}", callback.name);
    }
    assert!(catalog::load("{}".to_owned()) && !catalog::load(String::new()));
}

/// Values are a call's where they have something of its form: nothing is nobody's, nor is what is no object.
#[test]
fn nothing_is_nobodys() {
    let takes = |entry: &Entry, text: &str| {
        entry.takes(Tree::parse(&format!("[{text}]")).expect("JSON").root().items().next().expect("it"))
    };
    for entry in some(200) {
        for nothing in ["{}", "[]", "null", "1", "\"x\"", "[{}]"] {
            assert!(!takes(entry, nothing), "{} {nothing}", entry.id);
        }
        for example in entry.examples().into_iter().filter(|example| example.values.trim() != "{}") {
            assert!(takes(entry, &example.values), "{} {}", entry.id, example.values);
            let odd = example.values.replacen('{', "{\"odd_one\": 1, ", 1);
            assert!(!takes(entry, &odd), "{}", entry.id);
        }
    }
}

#[test]
fn values_name_their_call_by_as_many_members_as_have_one_value() {
    let mut counted = 0;
    for entry in catalog::entries() {
        let names = named(entry.schema());
        for example in entry.examples() {
            let values: Value = serde_json::from_str(&example.values).expect("JSON");
            let there = names.iter().filter(|name| values.get(**name).is_some()).count();
            assert_eq!(entry.named_by(example.values.as_bytes()), there, "{}", entry.id);
            counted += there;
        }
        assert_eq!(entry.named_by(b"{"), 0);
    }
    assert!(counted > 0);
}

/// A reply that names its call is that call's among whatever else; what does not, is not.
#[test]
fn a_reply_that_names_its_call_is_its_among_foreign_members() {
    let mut tried = 0;
    for entry in catalog::entries() {
        let reply: Value = serde_json::from_str(&entry.reply()).unwrap_or_default();
        let names = named(entry.reply_schema());
        let told = |text: &str| explain(text.as_bytes(), None).expect("a reply").operation.map(|one| one.id);
        if names.iter().any(|name| reply.get(*name).is_some()) && told(&entry.reply()) == Some(entry.id) {
            let foreign: String = (0..40).map(|at| format!("\"foreign_{at}\": {at}, ")).collect();
            assert_eq!(told(&entry.reply().replacen('{', &format!("{{{foreign}"), 1)), Some(entry.id));
            tried += 1;
        }
    }
    assert!(tried > 0);
}
