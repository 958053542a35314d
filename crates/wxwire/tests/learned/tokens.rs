//! A learned gateway whose document says which call brings a token has all that the others have.

use http::Response;
use serde_json::{Value, json};
use wxwire::imitation::{Mock, Refusal};
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;
use wxwire::secret::Credentials;
use wxwire::token::Fetch;
use wxwire::verdict::{Level, Why};

use crate::common::{call, document, learned};

/// A call for tokens that takes these credentials, in its body.
fn token_call(id: &str, names: &[&str]) -> Value {
    let credentials = names.iter().map(|name| ((*name).to_owned(), json!({"type": "string", "x-credential": true})));
    let mut properties: serde_json::Map<String, Value> = credentials.collect();
    properties.insert("grant".into(), json!({"const": "client"}));
    let required: Vec<_> = names.iter().copied().chain(["grant"]).collect();
    let schema = json!({"type": "object", "required": required, "properties": properties});
    let mut call = call(id, &schema);
    call["post"]["security"] = json!([]);
    call["post"]["x-yields"] = json!([{"credential": "ticket", "pointer": "/data/ticket", "seconds": "/data/lives"}]);
    call["post"]["responses"] = json!({"200": {"description": "", "content": {"application/json": {
        "schema": {"type": "object"}, "example": {"code": 0, "data": {"ticket": "abc", "lives": 600}},
    }}}});
    call
}

/// A gateway with two ways to its token, and a call that takes it.
fn acme(name: &str, rule: &Value) -> &'static [Entry] {
    let send = call("send", &json!({"type": "object", "properties": {"text": {"type": "string"}}}));
    let mut document = document(
        name,
        &json!({"/send": send, "/token": token_call("token", &["key", "secret"]), "/user": token_call("user", &["user", "word"])}),
    );
    document["x-reply"] = rule.clone();
    document["security"] = json!([{"ticket": []}]);
    document["components"]["securitySchemes"] = json!({"ticket": {"type": "http", "scheme": "bearer"}});
    learned(name, &document).entries
}

fn find<'e>(entries: &'e [Entry], id: &str) -> &'e Entry {
    entries.iter().find(|entry| entry.id.ends_with(id)).expect("a call")
}

#[test]
fn of_two_ways_the_one_counts_whose_credentials_are_there() {
    let entries = acme("two_ways", &json!({"code": "/code", "ok": [0], "expired": [7]}));
    let send = find(entries, ".send");
    let way = |names: &[&str]| {
        let account = names.iter().fold(Credentials::new(), |all, name| all.with(name, "mine"));
        Fetch::of(send, &account).map(|fetch| (fetch.entry.id, fetch.values))
    };
    let values = r#"{"grant":"client"}"#.to_owned();
    assert_eq!(way(&["key", "secret"]), Some(("two_ways.token", values.clone())));
    assert_eq!(way(&["user", "word"]), Some(("two_ways.user", values.clone())));
    assert_eq!(way(&["user", "word", "key", "secret"]), Some(("two_ways.token", values)));
    assert_eq!(way(&["key", "word"]), None);
    let account = Credentials::new().with("key", "k1").with("secret", "s1");
    let fetch = Fetch::of(send, &account).expect("a way");
    let request = fetch.entry.build(&fetch.values, &account, "http://h").expect("a request").into_http();
    let body: Value = serde_json::from_slice(request.body()).expect("JSON");
    assert_eq!(body, json!({"key": "k1", "secret": "s1", "grant": "client"}));
    let answer = fetch.entry.answer(Tree::parse(&fetch.values).expect("JSON").root(), &mut Mock::new(1)).expect("one");
    let token = fetch.read(&Response::new(&*answer.body), 1000).expect("a token");
    assert_eq!((token.value.reveal(), token.ends), ("abc", Some(1600)));
}

#[test]
fn its_document_says_which_codes_want_another() {
    let rules = [
        ("by_code", json!({"code": "/code", "ok": [0], "expired": [7, "late"]})),
        ("by_status", json!({})),
        ("by_nothing", json!({"code": "/code", "ok": [0]})),
    ];
    for (name, rule) in rules {
        let entries = acme(&format!("expired_{name}"), &rule);
        let send = find(entries, ".send");
        let verdict = |status: u16, body: &str| {
            let answer = Response::builder().status(status).body(body.to_owned()).expect("an answer");
            send.verdict(None, &answer)
        };
        let by_code = name == "by_code";
        for code in ["7", "\"late\""] {
            let said = verdict(200, &format!(r#"{{"code": {code}}}"#));
            assert_eq!(send.wants_another_token(&said), by_code, "{name} {said:?}");
            assert_eq!(said.has(Why::Credentials), by_code, "{name} {said:?}");
        }
        assert!(!send.wants_another_token(&verdict(200, r#"{"code": 8}"#)), "{name}");
        assert!(!send.wants_another_token(&verdict(200, r#"{"code": 0}"#)), "{name}");
        let unauthorized = verdict(401, "");
        assert!(send.wants_another_token(&unauthorized) && unauthorized.level == Level::Refused, "{name}");
        // Its mock refuses in such words.
        let refused = send.gateway.refuse(&Refusal::ExpiredCredential("ticket"));
        let said = verdict(refused.status, &String::from_utf8_lossy(&refused.body));
        assert_eq!(send.wants_another_token(&said), name != "by_nothing", "{name} {said:?}");
    }
}
