//! Several calls of one method at one path: each has a value fixed by which it is told from the others.

use serde_json::{Value, json};
use wxwire::catalog;
use wxwire::explain::explain;
use wxwire::import;
use wxwire::learn;
use wxwire::secret::Credentials;

use crate::common::{document, learned};

/// A call with a body of these fields.
fn call(id: &str, properties: &Value, parameters: &Value) -> Value {
    let schema = json!({"type": "object", "properties": properties});
    json!({"post": {
        "operationId": id, "summary": id, "parameters": parameters,
        "requestBody": {"content": {"application/json": {"schema": schema}}},
    }})
}

#[test]
fn calls_at_one_path_are_told_by_a_member_of_the_body_or_of_the_query() {
    let text = json!({"type": "string"});
    let fixed = |value: Value| json!({"action": {"const": value}, "name": text});
    let query = |value: &str| json!([{"name": "op", "in": "query", "required": true, "schema": {"type": "string", "enum": [value]}}]);
    let gateway = "twins";
    let paths = json!({
        "/twins/text": call("text_add", &fixed("add".into()), &json!([])),
        "/twins/text#del": call("text_del", &fixed("del".into()), &json!([])),
        "/twins/number#1": call("number_one", &fixed(1.into()), &json!([])),
        "/twins/number#2": call("number_two", &fixed(2.into()), &json!([])),
        "/twins/query#a": call("query_a", &json!({"name": text}), &query("a")),
        "/twins/query#b": call("query_b", &json!({"name": text}), &query("b")),
        "/twins/key?do=x&with=%E7%BE%A4": call("key_x", &json!({"name": text}), &json!([])),
        "/twins/key?do=y&with=z": call("key_y", &json!({"name": text}), &json!([])),
    });
    let entries = learned(gateway, &document(gateway, &paths)).entries;
    let named: Vec<_> = entries.iter().map(|entry| (entry.id, entry.path)).collect();
    assert_eq!(named[..2], [("twins.text_add", "/twins/text"), ("twins.text_del", "/twins/text")]);
    assert_eq!(entries.len(), 8);
    for entry in entries {
        for example in entry.examples() {
            let values: Value = serde_json::from_str(&example.values).expect("JSON");
            let request =
                entry.build(&example.values, &Credentials::new(), "https://h.example/base").expect("it can be built");
            let request = request.into_http();
            let target = request.uri().to_string();
            let body = String::from_utf8(request.body().clone()).expect("text");
            let curl = format!("curl -X POST '{target}' -H 'Content-Type: application/json' -d '{body}'");
            let imported = import::import(curl.as_bytes(), None).expect(&curl);
            assert_eq!(imported.operation.map(|one| one.id), Some(entry.id), "{curl}");
            let again: Value = serde_json::from_str(&imported.values.expect(&curl)).expect("JSON");
            assert_eq!(again, values, "{curl}");
            let path = target.trim_start_matches("https://h.example");
            let http =
                format!("POST {path} HTTP/1.1\r\nHost: h.example\r\nContent-Type: application/json\r\n\r\n{body}");
            let explained = explain(http.as_bytes(), None).expect(&http);
            assert_eq!(explained.operation.map(|one| one.id), Some(entry.id), "{http}");
        }
    }
}

#[test]
fn a_call_that_nothing_tells_from_another_is_left_out_by_name() {
    let text = json!({"name": {"type": "string"}});
    let fixed = json!({"name": {"const": "a"}});
    let mut document = document(
        "untold",
        &json!({
            "/x": call("one", &text, &json!([])), "/x#two": call("two", &text, &json!([])),
            "/x#three": call("three", &fixed, &json!([])), "/x?token=abc": call("four", &text, &json!([])),
        }),
    );
    document["info"] = json!({"title": "Untold"});
    let learned = learn::learn(document.to_string().as_bytes(), None).expect("it can be learned");
    let notes: Vec<_> = learned.notes.iter().map(|note| (note.kind.name(), &*note.what)).collect();
    for what in ["POST /x#two", "POST /x#three", "POST /x?token=abc"] {
        assert!(notes.contains(&("left_out", what)), "{notes:?}");
    }
    assert!(learned.notes.iter().all(|note| !note.span.is_empty()), "{:?}", learned.notes);
    assert!(!learned.document.contains("abc"));
    assert_eq!(catalog::learn(learned.document).expect("a document").entries.len(), 1);
}

#[test]
fn a_collection_keeps_every_call_of_a_path() {
    let item = |name: &str, body: Value, url: &str| {
        json!({"name": name, "request": {
            "method": "POST", "url": {"raw": format!("https://h.example{url}")},
            "body": {"mode": "raw", "raw": body.to_string()},
        }})
    };
    let form = |name: &str, action: &str| {
        json!({"name": name, "request": {
            "method": "POST", "url": {"raw": "https://h.example/form"},
            "body": {"mode": "urlencoded", "urlencoded": [{"key": "cmd", "value": action}, {"key": "id", "value": "1"}]},
        }})
    };
    let collection = json!({"info": {"name": "Kept"}, "item": [
        item("Add", json!({"action": "add", "content": "a"}), "/do"),
        item("Delete", json!({"action": "del", "content": "b"}), "/do"),
        item("Add once more", json!({"action": "add", "content": "c"}), "/do"),
        item("One", json!({"content": "a"}), "/query?method=one"),
        item("Two", json!({"content": "b"}), "/query?method=two"),
        item("Only", json!({"content": "b"}), "/same"),
        item("The same", json!({"content": "c"}), "/same"),
        form("Form one", "one"), form("Form two", "two"),
    ]});
    let learned = learn::learn(collection.to_string().as_bytes(), Some("kept")).expect("it can be learned");
    let left: Vec<_> =
        learned.notes.iter().filter(|note| note.kind.name() == "left_out").map(|note| &*note.what).collect();
    assert_eq!(left, ["Add once more", "The same"], "{:?}", learned.notes);
    let added = catalog::learn(learned.document).expect("a document");
    assert_eq!(added.left, []);
    let ids: Vec<_> = added.entries.iter().map(|entry| entry.id).collect();
    assert_eq!(
        ids,
        [
            "kept.do_add",
            "kept.do_del",
            "kept.query_one",
            "kept.query_two",
            "kept.same",
            "kept.form_one",
            "kept.form_two"
        ]
    );
    for (body, id) in [
        (json!({"action": "del", "content": "x"}), "kept.do_del"),
        (json!({"action": "add", "content": "x"}), "kept.do_add"),
    ] {
        let curl = format!("curl https://h.example/do -d '{body}'");
        let imported = import::import(curl.as_bytes(), None).expect("it can be read");
        assert_eq!(imported.operation.map(|one| one.id), Some(id));
    }
    for id in ["one", "two"] {
        let curl = format!("curl https://h.example/form -d cmd={id} -d id=7");
        let imported = import::import(curl.as_bytes(), None).expect("it can be read");
        assert_eq!(imported.operation.map(|one| one.id), Some(&*format!("kept.form_{id}")));
    }
}

#[test]
fn a_project_of_apifox_keeps_every_call_of_a_path() {
    let api = |name: &str, action: Value| {
        let schema = json!({"type": "object", "properties": {"action": action, "name": {"type": "string"}}});
        json!({"name": name, "api": {"method": "post", "path": "/api", "requestBody": {"type": "application/json", "jsonSchema": schema}, "responses": []}})
    };
    let items = [
        api("Add", json!({"type": "string", "enum": ["add"]})),
        api("Delete", json!({"type": "string", "const": "del"})),
        api("Any", json!({"type": "string"})),
    ];
    let project =
        json!({"apifoxProject": "1.0.0", "info": {"name": "Fox"}, "apiCollection": [{"name": "root", "items": items}]});
    let learned = learn::learn(project.to_string().as_bytes(), Some("fox")).expect("it can be learned");
    let left: Vec<_> = learned.notes.iter().filter(|note| note.kind.name() == "left_out").collect();
    assert_eq!(left.iter().map(|note| &*note.what).collect::<Vec<_>>(), ["Any"]);
    assert!(!left[0].span.is_empty());
    let added = catalog::learn(learned.document).expect("a document");
    assert_eq!(added.entries.iter().map(|entry| entry.path).collect::<Vec<_>>(), ["/api", "/api"]);
}
