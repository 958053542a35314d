//! A gateway of which nothing but a document is known fetches its tokens like any other.

use serde_json::json;
use wxwire_tests::{Server, Wxwire, answer};

use super::{Home, SECRET, hidden};

/// A gateway whose document says which call brings a token, and which code refuses a call for it.
fn document() -> String {
    let credential = || json!({"type": "string", "x-credential": true});
    let body = |schema| json!({"required": true, "content": {"application/json": {"schema": schema}}});
    let token = json!({"operationId": "login", "summary": "Log in", "security": [],
        "x-yields": [{"credential": "pass", "pointer": "/data/value", "seconds": "/data/lives"}],
        "requestBody": body(json!({"type": "object", "required": ["user", "word"],
            "properties": {"user": credential(), "word": credential()}}))});
    let say = json!({"operationId": "say", "summary": "Say something",
        "requestBody": body(json!({"type": "object", "properties": {"text": {"type": "string"}}}))});
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Acme", "x-gateway": "acme"},
        "servers": [{"url": "https://acme.example"}],
        "security": [{"pass": []}],
        "x-reply": {"code": "/code", "ok": [0], "expired": [7]},
        "paths": {"/login": {"post": token}, "/say": {"post": say}},
        "components": {"securitySchemes": {"pass": {"type": "http", "scheme": "bearer"}}},
    });
    document.to_string()
}

fn say(home: &Home, more: &[&str]) -> Wxwire {
    let path = home.path("acme.json");
    std::fs::write(&path, document()).expect("a file");
    let file = path.to_string_lossy().into_owned();
    home.send(&[&["--gateway", &file, "acme.say", "text=hello"], more].concat())
}

#[test]
fn its_document_is_enough() {
    let sends = std::sync::atomic::AtomicUsize::new(0);
    let server = Server::start(move |stream, request| {
        if request.starts_with("POST /login ") {
            assert!(request.ends_with(&format!(r#"{{"user": "ww0001", "word": "{SECRET}"}}"#)), "{request}");
            return answer(stream, "200 OK", br#"{"code":0,"data":{"value":"t0ken-secret-0001","lives":7200}}"#);
        }
        assert!(request.to_lowercase().contains("authorization: bearer t0ken-secret-0001"), "{request}");
        // The third is refused for its token.
        let number = sends.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        let body: &[u8] = if number == 2 { br#"{"code":7}"# } else { br#"{"code":0}"# };
        answer(stream, "200 OK", body);
    });
    let home = Home::new("acme", "user", "word", &server.url);
    for fetched in [true, false, true, false] {
        let run = say(&home, &[]).run().exits(0);
        assert_eq!(run.err.contains("pass: fetched with acme.login"), fetched, "{run:?}");
        hidden(&format!("{run:?}"));
    }
    assert_eq!(server.count(), 2 + 5);
}

/// What stands in the place of the token is hidden, whatever its name and whatever the answer means.
#[test]
fn a_token_in_a_refusal_is_hidden() {
    for code in [0, 5, 7] {
        let reply = format!(
            r#"{{"code":{code},"data":{{"value":"t0ken-secret-0001","lives":60}},"more":"t0ken-secret-0001"}}"#
        );
        let server = Server::start(move |stream, _| answer(stream, "200 OK", reply.as_bytes()));
        let home = Home::new("acme", "user", "word", &server.url);
        for more in [&[][..], &["--json"]] {
            let run = say(&home, more).run().exits(if code == 0 { 0 } else { 10 });
            hidden(&format!("{run:?}"));
        }
    }
}
