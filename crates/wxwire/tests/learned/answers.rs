//! What the mock of a learned gateway says is understood by the gateway's own rule.

use serde_json::{Value, json};
use wxwire::imitation::{Answer, Mock, Refusal, Twist};
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;
use wxwire::verdict::{Level, Why};

use crate::common::{call, document, learned};

const REFUSALS: [Refusal; 5] = [
    Refusal::UnknownPath,
    Refusal::WrongMethod,
    Refusal::NoCredential("key"),
    Refusal::BadCredential("key"),
    Refusal::RateLimited,
];

/// The call of a gateway with a reply rule, and this reply.
fn of_rule(gateway: &str, rule: Option<Value>, reply: &Value) -> &'static Entry {
    let mut call = call(
        "x",
        &json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "integer", "minimum": 5}}}),
    );
    call["post"]["responses"] = json!({"200": {"description": "", "content": {"application/json": reply}}});
    call["post"]["x-ids"] = json!(["/id"]);
    let mut document = document(gateway, &json!({"/x": call}));
    if let Some(rule) = rule {
        document["x-reply"] = rule;
    }
    &learned(gateway, &document).entries[0]
}

fn level(entry: &Entry, answer: Answer) -> Level {
    let mut response = http::Response::new(&answer.body[..]);
    *response.status_mut() = http::StatusCode::from_u16(answer.status).expect("a status");
    entry.verdict(None, &response).level
}

#[test]
fn refusals_and_answers_are_what_they_are_meant_to_be() {
    let schema = json!({"schema": {"type": "object", "properties": {
        "code": {"type": "integer"}, "id": {"type": "string", "minLength": 8},
        "list": {"type": "array", "minItems": 2, "items": {"type": "object", "required": ["n"], "properties": {"n": {"type": "number", "minimum": 3}}}},
    }}});
    let rules = [
        Some(json!({"code": "/code", "ok": [0], "message": "/msg"})),
        Some(json!({"code": "/code", "ok": [-1, 1, 2]})),
        Some(json!({"code": "/head/status", "ok": ["success"], "message": "/head/text"})),
        Some(json!({"code": "/ok", "ok": [true]})),
        Some(json!({})),
        None,
    ];
    for (number, rule) in rules.into_iter().enumerate() {
        let has_code = rule.as_ref().is_some_and(|rule| rule["code"].is_string());
        let entry = of_rule(&format!("answers_{number}"), rule, &schema);
        assert_eq!(entry.reply_rule.as_ref().map(|rule| rule.code.is_some()), Some(has_code));
        for refusal in REFUSALS.into_iter().chain([Refusal::BadBody("/a".into())]) {
            let answer = entry.gateway.refuse(&refusal);
            let by_code = has_code && !matches!(refusal, Refusal::UnknownPath | Refusal::WrongMethod);
            assert_eq!(answer.status == 200, by_code, "{refusal:?}");
            assert_eq!(level(entry, answer), Level::Refused, "{number} {refusal:?}");
        }
        let values = entry.examples().remove(0).values;
        assert_eq!(entry.check(values.as_bytes()), [], "{values}");
        let tree = Tree::parse(&values).expect("JSON");
        let mut mock = Mock::new(7);
        let answer = entry.answer(tree.root(), &mut mock).expect("an answer");
        let reply: Value = serde_json::from_slice(&answer.body).expect("JSON");
        assert_eq!(reply["list"], json!([{"n": 3}, {"n": 3}]), "{reply}");
        assert!(reply["id"].as_str().is_some_and(|id| id.len() >= 8), "{reply}");
        assert_eq!(level(entry, answer), Level::Accepted, "{reply}");
        mock.twist = Twist::InnerFailure;
        let failed = level(entry, entry.answer(tree.root(), &mut mock).expect("an answer"));
        // Without a code, an id that is empty is all that tells.
        assert_eq!(failed == Level::Refused, has_code, "{number}: {failed:?}");
        mock.twist = Twist::FewerResults;
        assert!(entry.answer(tree.root(), &mut mock).is_none(), "nothing says what was not taken");
    }
}

/// An example counts before what could be made of a schema.
#[test]
fn the_documents_example_is_the_answer() {
    let reply = json!({"schema": {"type": "object"}, "example": {"code": 0, "id": "abcdef", "kept": [1, null, "x"]}});
    let entry = of_rule("shown", Some(json!({"code": "/code", "ok": [0]})), &reply);
    let mut mock = Mock::new(1);
    let answer = entry.answer(Tree::parse("{}").expect("JSON").root(), &mut mock).expect("an answer");
    let shown: Value = serde_json::from_slice(&answer.body).expect("JSON");
    assert_eq!(shown["kept"], json!([1, null, "x"]));
    assert_ne!(shown["id"], "abcdef", "ids are fresh");
}

/// Where nothing says how replies tell success, the verdict says what it goes by.
#[test]
fn the_status_alone_decides_without_a_rule() {
    let entry = of_rule("by_status", None, &json!({"example": {"id": "abcdef"}}));
    let verdict = |status: u16| {
        let mut response = http::Response::new(&b"{\"id\": \"abcdef\"}"[..]);
        *response.status_mut() = http::StatusCode::from_u16(status).expect("a status");
        entry.verdict(None, &response)
    };
    assert_eq!(verdict(201).level, Level::Accepted);
    assert!(verdict(201).has(Why::StatusOnly));
    assert_eq!(verdict(403).level, Level::Refused);
    assert_eq!(verdict(502).level, Level::Unknown);
}

/// A document often shows but the body of a call: what must be in its path or query is made.
#[test]
fn an_example_has_what_the_call_must_have_beside_its_body() {
    let mut call = call("x", &json!({"type": "object", "properties": {"a": {"type": "integer"}}}));
    call["post"]["parameters"] = json!([
        {"name": "room", "in": "path", "required": true, "schema": {"type": "string", "minLength": 12}},
        {"name": "day", "in": "query", "schema": {"type": "string"}},
    ]);
    for shown in [json!({"a": 1}), json!({})] {
        call["post"]["requestBody"]["content"]["application/json"]["examples"] = json!({"one": {"value": shown}});
        let gateway = if shown["a"].is_null() { "completed_empty" } else { "completed" };
        let entry = &learned(gateway, &document(gateway, &json!({"/x/{room}": call}))).entries[0];
        let values = entry.examples().remove(0).values;
        assert_eq!(entry.check(values.as_bytes()), [], "{values}");
        let values: Value = serde_json::from_str(&values).expect("JSON");
        assert!(values["room"].is_string() && values["a"] == shown["a"] && values["day"].is_null(), "{values}");
    }
}
