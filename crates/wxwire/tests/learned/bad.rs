//! Documents that are wrong: each mistake is a problem at its place, and nothing panics.

use serde_json::{Value, json};
use wxwire::lang::Lang;
use wxwire::problem::{Code, Problem};
use wxwire::{catalog, learn};

use crate::common::{call, document};

fn refused(text: String) -> Problem {
    catalog::learn(text).expect_err("it is wrong as a whole")
}

#[test]
fn a_whole_that_is_wrong_is_refused_at_its_place() {
    let good = document("whole", &json!({}));
    let with = |pointer: &str, value: Value| {
        let mut document = good.clone();
        *document.pointer_mut(pointer).expect("it is there") = value;
        document.to_string()
    };
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let many: serde_json::Map<_, _> = (0..10_001)
        .map(|number| (format!("/{number}"), json!({"get": {"operationId": format!("c{number}")}})))
        .collect();
    let table = [
        (String::new(), Code::Empty, ""),
        ("{\"openapi\"".into(), Code::Syntax, ""),
        (" ".repeat((32 << 20) + 1), Code::TooLarge, ""),
        (with("/paths", serde_json::from_str(&deep).unwrap_or(json!([]))), Code::NotOpenApi, ""),
        (deep, Code::TooDeep, &"/0".repeat(127)),
        (with("/openapi", json!("3.0.0")), Code::NotOpenApi, "/openapi"),
        (with("/paths", json!([])), Code::NotOpenApi, ""),
        (with("/info/x-gateway", json!("Acme")), Code::WrongForm, "/info/x-gateway"),
        (with("/info/x-gateway", json!("a".repeat(33))), Code::WrongForm, "/info/x-gateway"),
        (with("/info/x-gateway", json!("../up")), Code::WrongForm, "/info/x-gateway"),
        (with("/info", json!({})), Code::Required, "/info/x-gateway"),
        (with("/paths", Value::Object(many)), Code::TooMany, "/paths/~110000/get"),
    ];
    for (text, code, path) in table {
        let shown: String = text.chars().take(100).collect();
        let problem = refused(text);
        assert_eq!((problem.code, &*problem.path), (code, path), "{shown}: {problem}");
    }
    assert!(catalog::gateways().all(|gateway| gateway.name != "whole"), "what is refused leaves nothing behind");
}

/// The problems of a document with one call that is good and one that is not.
fn left(gateway: &str, paths: &Value, components: &Value) -> Vec<(Code, String)> {
    let mut document = document(gateway, paths);
    document["components"] = components.clone();
    let added = catalog::learn(document.to_string()).expect("the rest of it is good");
    assert!(added.entries.iter().any(|entry| entry.path == "/good"), "{document}");
    added.left.into_iter().map(|problem| (problem.code, problem.path)).collect()
}

#[test]
fn a_call_that_is_wrong_is_left_out_at_its_place() {
    let object = json!({"type": "object"});
    let with = |member: &str, value: Value| {
        let mut call = call("bad", &object);
        call["post"][member] = value;
        call
    };
    let body = |kind: &str, schema: Value| json!({"content": {kind: {"schema": schema}}});
    let parameters: Vec<_> = (0..201).map(|one| json!({"name": format!("p{one}"), "in": "query"})).collect();
    let not_understood = Code::NotUnderstood;
    let post = "/paths/~1bad/post";
    let table = [
        (call("", &object), not_understood, format!("{post}/operationId")),
        (call("a b", &object), not_understood, format!("{post}/operationId")),
        (call("../x", &object), not_understood, format!("{post}/operationId")),
        (call("good", &object), Code::IdTaken, format!("{post}/operationId")),
        (with("operationId", json!(1)), not_understood, format!("{post}/operationId")),
        (
            with("requestBody", body("text/xml", object.clone())),
            not_understood,
            format!("{post}/requestBody/content/text~1xml"),
        ),
        (
            with("requestBody", body("application/json", json!({"type": "array"}))),
            not_understood,
            format!("{post}/requestBody/content/application~1json/schema"),
        ),
        (with("security", json!([{"none": []}])), not_understood, format!("{post}/security/0/none")),
        (with("security", json!([{"nowhere": []}])), not_understood, "/components/securitySchemes/nowhere".into()),
        (with("parameters", Value::Array(parameters)), Code::TooMany, post.into()),
    ];
    let schemes = json!({"securitySchemes": {"nowhere": {"type": "apiKey", "name": "k"}}});
    for (number, (bad, code, path)) in table.into_iter().enumerate() {
        let mut paths = json!({"/good": call("good", &object)});
        paths["/bad"] = bad;
        let left = left(&format!("left_{number}"), &paths, &schemes);
        assert!(left.contains(&(code, path.clone())), "{path}: {left:?}");
    }
    for (number, path) in ["no_slash", "/a{x}{y}", "/x}b", "/a?b=1", "/{x", "/{}"].into_iter().enumerate() {
        let mut paths = json!({"/good": call("good", &object)});
        paths[path] = call("bad", &object);
        let left = left(&format!("path_{number}"), &paths, &json!({}));
        let expected = format!("/paths/{}/post", path.replace('/', "~1"));
        assert_eq!(left, [(not_understood, expected)], "{path}");
    }
}

#[test]
fn an_id_that_a_known_gateway_has_is_left_out() {
    let known = catalog::entries().next().expect("a call");
    for entry in [known, catalog::entries().find(|entry| entry.section.name == "media").expect("a call of a document")]
    {
        let gateway = entry.gateway.name;
        let route = entry.id.strip_prefix(gateway).expect("its gateway").trim_start_matches('.');
        let paths = json!({"/x": call(route, &json!({"type": "object"}))});
        let added = catalog::learn(document(gateway, &paths).to_string()).expect("a document");
        assert_eq!(added.entries.len(), 0);
        assert_eq!((added.left[0].code, &*added.left[0].path), (Code::IdTaken, "/paths/~1x/post/operationId"));
    }
}

#[test]
fn credentials_want_a_place_and_a_name() {
    let schemes = [
        ("no_in", json!({"type": "apiKey", "name": "k"})),
        ("no_name", json!({"type": "apiKey", "in": "header"})),
        ("no_header", json!({"type": "apiKey", "in": "header", "name": "a b"})),
        ("in_body", json!({"type": "apiKey", "in": "body", "name": "k"})),
        ("digest", json!({"type": "http", "scheme": "digest"})),
        ("oauth", json!({"type": "oauth2", "flows": {}})),
        ("no-variable", json!({"type": "http", "scheme": "bearer"})),
    ];
    for (number, (name, scheme)) in schemes.iter().enumerate() {
        let components = json!({"securitySchemes": {*name: scheme, "good": {"type": "http", "scheme": "basic"}}});
        let left = left(&format!("scheme_{number}"), &json!({"/good": call("good", &json!({}))}), &components);
        assert_eq!(left, [(Code::NotUnderstood, format!("/components/securitySchemes/{name}"))], "{name}");
    }
}

#[test]
fn a_reference_that_leads_nowhere_is_named_and_not_fetched() {
    let schemas = json!({"schemas": {
        "Round": {"$ref": "#/components/schemas/About"}, "About": {"$ref": "#/components/schemas/Round"},
        "Node": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}},
    }});
    let references = [
        ("other.yaml#/x", Code::NotUnderstood, "not understood; expected: $ref: #/…"),
        ("https://h.example/schemas.json", Code::NotUnderstood, "not understood; expected: $ref: #/…"),
        ("file:///etc/passwd", Code::NotUnderstood, "not understood; expected: $ref: #/…"),
        ("#/nowhere", Code::NoSuchPath, "there is no #/nowhere"),
        ("#/components/schemas/Round", Code::Circle, "leads in a circle"),
    ];
    for (number, (reference, code, message)) in references.iter().enumerate() {
        let schema = json!({"type": "object", "properties": {"a": {"$ref": reference}, "b": {"$ref": "#/components/schemas/Node"}}});
        let mut paths = json!({"/good": call("good", &schema)});
        paths["/good"]["post"]["x-examples"] = json!({"a": {"value": {"$ref": "data"}}});
        paths["/good"]["post"]["x-samples"] = json!([{"code": {"$ref": "./samples/a.ts"}}]);
        let expected = if *code == Code::NotUnderstood { "$ref: #/…" } else { "" };
        let problem = Problem::new(*code).expected(expected).found(reference);
        assert_eq!(problem.message(Lang::En), *message);
        let left = left(&format!("ref_{number}"), &paths, &schemas);
        let own =
            (*code, "/paths/~1good/post/requestBody/content/application~1json/schema/properties/a/$ref".to_owned());
        assert!(left.contains(&own), "{reference}: {left:?}");
        // The circle is named wherever it stands; the schema that holds itself is none.
        assert_eq!(left.len(), 3, "{reference}: {left:?}");
        let entry = catalog::find(&format!("ref_{number}.good")).expect("the call is there");
        assert_eq!(
            entry.check(br#"{"a": [1], "b": {"next": {"next": {}}}}"#),
            [],
            "what nothing is known of is unchecked"
        );
    }
}

/// Whatever is wrong with a source: a problem or a gateway, and of that every call can be asked for everything.
#[test]
fn nothing_panics() {
    let source = include_str!("acme.json");
    let changes = ["", "{", "]", "\"$ref\":\"#/components/schemas/Message\",", "null", "\\", "-1", "\"\"", "中"];
    let mut good = 0;
    for (round, at) in (0..source.len()).filter(|at| source.is_char_boundary(*at)).step_by(7).enumerate() {
        for (number, change) in changes.iter().enumerate().skip(round % 3).step_by(3) {
            let after = (at + number % 3..).find(|at| source.is_char_boundary(*at)).expect("its end is one");
            let text = [&source[..at], change, &source[after..]].concat();
            let Ok(learned) = learn::learn(text.as_bytes(), Some(&format!("mutant_{at}_{number}"))) else { continue };
            let added = catalog::learn(learned.document).expect("what is learned can be taken in");
            good += 1;
            for entry in added.entries {
                for example in entry.examples() {
                    entry.check(example.values.as_bytes());
                }
                entry.reply_schema();
            }
            learn::missing(&added);
        }
    }
    assert!(good > 50, "{good}");
}

/// A document can give more calls to a gateway that is known, but cannot lead its credentials elsewhere.
#[test]
fn the_credentials_of_a_known_gateway_go_to_no_other_host() {
    let calls = json!({"/more": call("more", &json!({"type": "object"}))});
    for (gateway, host) in [("wecom", "https://qyapi.weixin.qq.com"), ("gewe", "http://api.geweapi.com")] {
        let own = catalog::gateways().find(|own| own.name == gateway).and_then(|own| own.base_url).unwrap_or(host);
        let mut document = document(gateway, &calls);
        for (at, server) in ["http://127.0.0.1:1/x", "https://evil.example", "https://qyapi.weixin.qq.com.evil.example"]
            .iter()
            .enumerate()
        {
            document["servers"] = json!([{"url": server}]);
            let problem = refused(document.to_string());
            assert_eq!((problem.code, &*problem.path), (Code::OtherHost, "/servers"), "{at} {problem}");
            assert!(catalog::find(&format!("{gateway}.more")).is_none());
        }
        document["paths"]["/more"]["post"]["servers"] = json!([{"url": "https://evil.example"}]);
        document["servers"] = json!([{"url": own}]);
        assert_eq!(refused(document.to_string()).code, Code::OtherHost);
    }
    let mut document = document("wecom", &calls);
    document["servers"] = json!([{"url": "https://qyapi.weixin.qq.com"}]);
    let added = catalog::learn(document.to_string()).expect("its own host");
    assert_eq!(added.entries.len(), 1);
}
