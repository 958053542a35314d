//! What of a document is refused, left out and named, and not taken in without a word.

use serde_json::{Value, json};
use wxwire::catalog;
use wxwire::learn::{self, Learned};
use wxwire::problem::Code;

use crate::common::{call, document};

fn foreign(paths: &Value) -> Value {
    json!({"openapi": "3.0.3", "info": {"title": "Foreign"}, "servers": [{"url": "https://h.example"}], "paths": paths})
}

fn learned(document: &Value) -> Learned {
    learn::learn(document.to_string().as_bytes(), Some("said")).expect("it can be learned")
}

/// How replies tell success decides every verdict: a slip in it is no rule.
#[test]
fn a_reply_rule_has_no_member_that_nobody_reads() {
    let one = call("x", &json!({"type": "object"}));
    let good = json!({"code": "/c", "ok": [0, "OK", true], "message": "/m", "expired": [7]});
    let wrong = [
        (json!({"code": "/c", "okay": [0]}), "/okay"),
        (json!({"code": "c", "ok": [0]}), "/code"),
        (json!({"code": "/c", "ok": 0}), "/ok"),
        (json!({"code": "/c", "ok": []}), "/ok"),
        (json!({"code": "/c"}), "/code"),
        (json!({"code": "/c", "ok": [[0]]}), "/ok"),
        (json!("/c"), ""),
    ];
    for (at, place) in [("", "/x-reply"), ("/paths/~1x/post", "/paths/~1x/post/x-reply")] {
        let with = |rule: &Value| {
            let mut document = foreign(&json!({"/x": one}));
            document.pointer_mut(at).expect("a place")["x-reply"] = rule.clone();
            learn::learn(document.to_string().as_bytes(), Some("said"))
        };
        assert!(with(&good).is_ok() && with(&json!({})).is_ok());
        for (rule, inside) in &wrong {
            let problem = with(rule).expect_err("a wrong rule");
            assert_eq!((problem.code, problem.path), (Code::NotUnderstood, format!("{place}{inside}")), "{rule}");
        }
    }
}

#[test]
fn headers_that_a_client_writes_are_left_out_by_name() {
    for name in ["Host", "Content-Length", "content-type", "Transfer-Encoding", "Accept"] {
        let mut one = call("x", &json!({"type": "object"}));
        one["post"]["parameters"] = json!([{"name": name, "in": "header", "schema": {"type": "string"}}]);
        let learned = learned(&foreign(&json!({"/x": one})));
        assert!(!learned.document.contains(name), "{name}");
        assert!(learned.notes.iter().any(|note| note.what.contains(name)), "{name}: {:?}", learned.notes);
    }
}

#[test]
fn what_an_address_has_of_secrets_is_neither_kept_nor_shown() {
    let one = call("x", &json!({"type": "object"}));
    for (url, kept) in [
        ("https://user:hunter2@h.example/v1", "https://h.example/v1"),
        ("https://hunter2@h.example", "https://h.example"),
        ("https://h.example/v1?token=hunter2#hunter2", "https://h.example/v1"),
        ("{scheme}://user:hunter2@h.example", ""),
    ] {
        let mut document = foreign(&json!({"/x": one}));
        document["servers"] = json!([{"url": url}]);
        let learned = learned(&document);
        assert!(!learned.document.contains("hunter2"), "{}", learned.document);
        assert!(!format!("{:?}", learned.notes).contains("hunter2"), "{:?}", learned.notes);
        assert!(learned.notes.iter().any(|note| note.kind.name() == "left_out"), "{url}: {:?}", learned.notes);
        let document: Value = serde_json::from_str(&learned.document).expect("JSON");
        assert_eq!(document["servers"][0]["url"].as_str().unwrap_or_default(), kept, "{url}");
    }
}

/// An address with choices in it says which others there are.
#[test]
fn the_other_addresses_are_named() {
    let mut document = foreign(&json!({"/x": call("x", &json!({"type": "object"}))}));
    let region = json!({"region": {"default": "eu", "enum": ["eu", "us", "cn"]}});
    document["servers"] = json!([{"url": "https://{region}.h.example", "variables": region}]);
    let learned = learned(&document);
    let said = learned.notes.iter().find(|note| note.what.contains("https://eu.h.example")).expect("a note");
    assert!(said.what.contains("region: us | cn"), "{said:?}");
}

#[test]
fn a_gateway_that_is_there_already_is_named() {
    let mut document = document("gewe", &json!({"/more": call("more", &json!({"type": "object"}))}));
    document["servers"] = json!([{"url": "https://evil.example"}]);
    let problem = catalog::learn(document.to_string()).expect_err("another's host");
    let said = problem.message(wxwire::lang::Lang::En);
    assert!(said.contains("gewe") && said.contains("https://evil.example") && said.contains("--name"), "{said}");
}

/// A chain of schemas, each made of the next, is followed to its end.
#[test]
fn a_chain_of_schemas_is_followed() {
    let to = |number: usize| json!({"$ref": format!("#/components/schemas/S{number}")});
    let chain = (0..40).map(|number| (format!("S{number}"), json!({"allOf": [to(number + 1), to(number + 1)]})));
    let mut schemas: serde_json::Map<String, Value> = chain.collect();
    schemas.insert("S40".into(), json!({"type": "object", "required": ["z"], "properties": {"z": {"type": "string"}}}));
    let mut document = foreign(&json!({"/x": call("x", &to(0))}));
    document["components"] = json!({"schemas": schemas});
    document["info"]["x-gateway"] = Value::Null;
    document["info"].as_object_mut().expect("an object").remove("x-gateway");
    let learned = learn::learn(document.to_string().as_bytes(), Some("chained")).expect("it can be learned");
    let added = catalog::learn(learned.document).expect("it can be taken in");
    let check = |values: &str| added.entries[0].check(values.as_bytes()).len();
    assert_eq!((check(r#"{"z": "a"}"#), check("{}"), check(r#"{"z": 1}"#)), (0, 1, 1));
}

/// The name comes from the title, the host, or the file: in this order.
#[test]
fn a_gateway_has_a_name_of_its_own() {
    let page = |address: &str| {
        format!(
            "发送消息\n\n请求URL\n\n{address}\n\n请求方式\n\nPOST\n\n请求参数\n\n|参数名|必选|类型|说明|\n|---|---|---|---|\n|a|是|string|一|\n"
        )
    };
    let name = |source: &str, file: &str| learn::learn_file(source.as_bytes(), None, file).expect("a call").gateway;
    assert_eq!(name(&page("https://api.qunxin.example/v1/send"), "pages/x.txt"), "qunxin");
    assert_eq!(name(&page("/v1/send"), "pages/群信 Acme-2.txt"), "acme_2");
    assert_eq!(name(&page("/v1/send"), "-"), "gateway");
    let titled = foreign(&json!({"/x": call("x", &json!({"type": "object"}))}));
    assert_eq!(name(&titled.to_string(), "y.json"), "foreign");
}
