//! What a document says of its replies and of its bodies is what is made of them.

use serde_json::{Value, json};
use wxwire::imitation::{Mock, Refusal, Twist};
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;
use wxwire::request::{Content, Payload};
use wxwire::secret::Credentials;
use wxwire::verdict::{Level, Verdict, Why};

use crate::common::{call, document, learned};

/// A call with these replies, of a gateway with a reply rule.
fn answering(gateway: &str, responses: &Value) -> &'static Entry {
    let mut call = call("x", &json!({"type": "object", "properties": {"a": {"type": "integer"}}}));
    call["post"]["responses"] = responses.clone();
    let mut document = document(gateway, &json!({"/x": call}));
    document["x-reply"] = json!({"code": "/code", "ok": ["OK"]});
    &learned(gateway, &document).entries[0]
}

fn verdict(entry: &Entry, status: u16, body: &str) -> Verdict {
    let mut response = http::Response::new(body.as_bytes());
    *response.status_mut() = http::StatusCode::from_u16(status).expect("a status");
    entry.verdict(None, &response)
}

fn shown(example: &Value) -> Value {
    json!({"description": "", "content": {"application/json": {"example": example}}})
}

#[test]
fn a_success_that_is_documented_without_a_body_is_one() {
    let bare = || json!({"description": "Done"});
    for status in [201, 202, 204, 205] {
        let entry = answering(&format!("bare_{status}"), &json!({status.to_string(): bare()}));
        let told = verdict(entry, status, "");
        assert!(told.level == Level::Accepted && told.has(Why::StatusOnly), "{status}: {told:?}");
        // What does come says what it says.
        assert_eq!(verdict(entry, status, r#"{"code":"NO"}"#).level, Level::Refused);
        assert_eq!(verdict(entry, 200, "").level, Level::Unknown);
        assert_eq!(verdict(entry, 404, "").level, Level::Refused);
    }
    let both = answering("bare_and_more", &json!({"204": bare(), "200": shown(&json!({"code": "OK"}))}));
    assert_eq!(verdict(both, 204, "").level, Level::Accepted);
    assert_eq!(verdict(both, 200, "").level, Level::Unknown);
    let undocumented = answering("bare_not", &json!({"200": shown(&json!({"code": "OK"}))}));
    assert_eq!(verdict(undocumented, 204, "").level, Level::Unknown);
}

#[test]
fn the_mock_answers_with_the_status_that_is_documented() {
    let reply = json!({"code": "OK"});
    for (name, responses, status, has_body) in [
        ("st_204", json!({"204": {"description": ""}}), 204, false),
        ("st_201", json!({"201": shown(&reply)}), 201, true),
        ("st_200", json!({"204": {"description": ""}, "200": shown(&reply)}), 200, true),
        ("st_default", json!({"default": shown(&reply)}), 200, true),
        ("st_any", json!({"2XX": shown(&reply)}), 200, true),
    ] {
        let entry = answering(name, &responses);
        let tree = Tree::parse(r#"{"a": 1}"#).expect("JSON");
        let answer = entry.answer(tree.root(), &mut Mock::new(1)).expect("an answer");
        assert_eq!((answer.status, !answer.body.is_empty()), (status, has_body), "{name}");
        let body = String::from_utf8(answer.body).expect("text");
        assert_eq!(verdict(entry, status, &body).level, Level::Accepted, "{name}");
    }
}

#[test]
fn the_mock_refuses_as_the_document_shows() {
    let no = |code: &str| shown(&json!({"code": code, "detail": code.to_lowercase()}));
    let entry = answering(
        "refusing",
        &json!({"200": shown(&json!({"code": "OK"})), "401": no("E_AUTH"), "422": no("E_FIELD"), "default": no("E_ANY")}),
    );
    for (refusal, status, code) in [
        (Refusal::NoCredential("key"), 401, "E_AUTH"),
        (Refusal::BadBody("/a".into()), 422, "E_FIELD"),
        (Refusal::RateLimited, 429, "E_ANY"),
    ] {
        let answer = entry.refuse(&refusal);
        let body = String::from_utf8(answer.body).expect("text");
        assert!(answer.status == status && body.contains(code), "{refusal:?}: {status} {body}");
        assert_eq!(verdict(entry, status, &body).level, Level::Refused, "{refusal:?}");
    }
    let mut mock = Mock::new(1);
    mock.twist = Twist::InnerFailure;
    let tree = Tree::parse("{}").expect("JSON");
    let answer = entry.answer(tree.root(), &mut mock).expect("an answer");
    let body = String::from_utf8(answer.body).expect("text");
    assert!(body.contains("E_AUTH"), "{body}");
    let told = verdict(entry, answer.status, &body);
    assert_eq!((told.level, told.message.as_deref()), (Level::Refused, Some("e_auth")));
}

/// Nothing says where the words of a failure stand: the member that is called so has them.
#[test]
fn the_words_of_a_failed_reply_are_shown() {
    let entry = answering("wordy", &json!({"200": shown(&json!({"code": "OK"}))}));
    let words = |told: &Verdict| told.message.clone().unwrap_or_default();
    for member in ["message", "msg", "error", "detail", "errmsg"] {
        let body = json!({"code": "NO", member: "no such room"}).to_string();
        assert_eq!(words(&verdict(entry, 200, &body)), "no such room", "{member}");
    }
    let mut call = call("y", &json!({"type": "object"}));
    call["post"]["responses"] = json!({"200": {"description": ""}});
    let alone = &learned("wordy_status", &document("wordy_status", &json!({"/y": call}))).entries[0];
    let inner = json!({"error": {"message": "no such room"}}).to_string();
    assert_eq!(words(&verdict(alone, 404, &inner)), "no such room");
    assert_eq!(words(&verdict(alone, 200, r#"{"message": "hello"}"#)), "");
}

/// The parts of a form have the type that is documented, and no length beside the name.
#[test]
fn parts_are_sent_as_they_are_documented() {
    for (number, (kind, expected)) in [
        (None, "application/octet-stream"),
        (Some("audio/amr"), "audio/amr"),
        (Some("image/png, image/jpeg"), "image/jpeg"),
    ]
    .into_iter()
    .enumerate()
    {
        let schema = json!({"type": "object", "required": ["file"], "properties": {
            "file": {"type": "string", "format": "binary"}, "note": {"type": "string"}}});
        let reference = json!({"$ref": "#/components/schemas/Upload"});
        for (way, body) in [("own", &schema), ("named", &reference)] {
            let mut media = json!({"schema": body});
            if let Some(kind) = kind {
                media["encoding"] = json!({"file": {"contentType": kind}});
            }
            let call = json!({"post": {"operationId": "up", "summary": "Up", "requestBody": {"content": {"multipart/form-data": media}}}});
            let gateway = format!("parts_{way}_{number}");
            let mut document = document(&gateway, &json!({"/up": call}));
            document["components"] = json!({"schemas": {"Upload": schema}});
            let entry = &learned(&gateway, &document).entries[0];
            let values = r#"{"file": "/9j/4A==", "filename": "a.jpg", "note": "x"}"#;
            let preview = entry.preview(values, &Credentials::new(), "https://h.example");
            let Payload::Multipart(parts) = &preview.body else { panic!("no parts") };
            let Content::File { media_type, has_length, .. } = &parts[0].content else { panic!("no file") };
            assert_eq!((media_type.as_str(), *has_length), (expected, false), "{kind:?}");
            let curl = wxwire::export::Format::find("curl").expect("a form").write(&preview);
            assert!(curl.contains(&format!("a.jpg\";type={expected}")), "{curl}");
        }
    }
}

/// Where a document shows no example of a call, what it shows of parameters and fields stands in the one that is made.
#[test]
fn what_is_shown_of_fields_stands_in_an_example_that_is_made() {
    let schema = json!({"type": "object", "required": ["name", "day", "code"], "properties": {
        "name": {"type": "string", "example": "Ann"}, "level": {"type": "integer", "examples": [7]},
        "day": {"type": "string", "format": "date"}, "code": {"type": "string", "pattern": "^[A-Z]{2}-[0-9]+$", "minLength": 6},
        "wrong": {"type": "integer", "example": "x"},
        "tags": {"type": "array", "uniqueItems": true, "minItems": 3, "items": {"type": "string"}},
    }});
    let mut call = call("x", &schema);
    call["parameters"] =
        json!([{"name": "room", "in": "path", "required": true, "schema": {"type": "string"}, "example": "r_lobby"}]);
    let mut document = document("made_shown", &json!({"/x/{room}": call}));
    document["openapi"] = "3.0.3".into();
    document["info"].as_object_mut().expect("an object").remove("x-gateway");
    let entry = &learned("made_shown", &document).entries[0];
    let example = entry.examples().remove(0).values;
    let values: Value = serde_json::from_str(&example).expect("JSON");
    assert_eq!(entry.check(example.as_bytes()), [], "{example}");
    assert_eq!((&values["room"], &values["name"], &values["level"]), (&json!("r_lobby"), &json!("Ann"), &json!(7)));
    assert_eq!(values["code"], "AA-000", "{example}");
}

/// What must hold itself has no right example; what is made of it ends soon.
#[test]
fn an_example_of_what_holds_itself_ends() {
    let node = json!({"type": "object", "required": ["next", "name"], "properties": {
        "name": {"type": "string"}, "next": {"$ref": "#/components/schemas/Node"}}});
    let mut document = document("endless", &json!({"/x": call("x", &json!({"$ref": "#/components/schemas/Node"}))}));
    document["components"] = json!({"schemas": {"Node": node}});
    let entry = &learned("endless", &document).entries[0];
    let example = entry.examples().remove(0).values;
    assert!(example.matches("next").count() <= 2, "{example}");
}
