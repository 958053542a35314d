//! Apifox's own export: made of every document there is, and by hand.

use std::path::Path;

use serde_json::{Value, json};
use wxwire::learn::{NoteKind, apifox, learn};
use wxwire::problem::Code;

use crate::form::{differences, of_document};

/// Every document of the program, as one of another author.
fn documents() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("documents");
    let files = |folder: &Path| {
        let mut all: Vec<_> =
            std::fs::read_dir(folder).expect("a folder").map(|one| one.expect("a file").path()).collect();
        all.sort();
        all
    };
    let read = |path: &Path| {
        let text = std::fs::read_to_string(path).expect("a file");
        let mut document: Value = serde_json::from_str(&text).expect("JSON");
        let info = document["info"].as_object_mut().expect("an object");
        info.retain(|key, _| !key.starts_with("x-"));
        document
    };
    files(&folder).iter().flat_map(|gateway| files(gateway)).map(|path| read(&path)).collect()
}

/// The same schema with its references as Apifox writes them.
fn referring(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            let one = |(key, value): (&String, &Value)| match (&**key, value.as_str()) {
                ("$ref", Some(place)) => (key.clone(), place.replace("#/components/schemas/", "#/definitions/").into()),
                _ => (key.clone(), referring(value)),
            };
            members.iter().map(one).collect::<serde_json::Map<_, _>>().into()
        }
        Value::Array(items) => items.iter().map(referring).collect(),
        other => other.clone(),
    }
}

fn api(path: &str, method: &str, call: &Value) -> Value {
    let at = |place: &str| {
        let all = call["parameters"].as_array().into_iter().flatten().filter(|one| one["in"] == place);
        all.map(|one| json!({"name": one["name"], "required": one["required"] == true, "schema": referring(&one["schema"])}))
            .collect::<Value>()
    };
    let content = call["requestBody"]["content"].as_object();
    let body = content.and_then(|content| content.iter().next());
    let body = body.map(|(kind, media)| {
        let schema = &media["schema"];
        match schema["properties"].as_object().filter(|_| kind.contains("form")) {
            Some(fields) => {
                let is_required = |name: &str| schema["required"].as_array().is_some_and(|all| all.iter().any(|one| one == name));
                let row = |(name, own): (&String, &Value)| json!({"name": name, "required": is_required(name), "schema": referring(own)});
                json!({"type": kind, "parameters": fields.iter().map(row).collect::<Value>()})
            }
            None => json!({"type": kind, "jsonSchema": referring(schema)}),
        }
    });
    let reply = &call["responses"]["200"]["content"]["application/json"];
    let responses = json!([{"id": 1, "code": 200, "contentType": "json", "jsonSchema": referring(&reply["schema"])}]);
    let name = call["summary"].clone();
    json!({"name": name, "api": {
        "method": method, "path": path, "operationId": call["operationId"], "responses": responses,
        "parameters": {"query": at("query"), "path": at("path"), "header": at("header")},
        "requestBody": body.unwrap_or_else(|| json!({"type": "none"})),
        "responseExamples": [{"responseId": "1", "data": reply["example"].to_string()}],
    }})
}

/// The document as Apifox would have exported it.
fn project(document: &Value) -> String {
    let empty = serde_json::Map::new();
    let calls = document["paths"].as_object().expect("paths").iter().flat_map(|(path, item)| {
        item.as_object()
            .expect("calls")
            .iter()
            .filter(|(method, _)| *method != "servers")
            .map(|(method, call)| api(path, method, call))
            .collect::<Vec<_>>()
    });
    let named = document["components"]["schemas"].as_object().unwrap_or(&empty).iter();
    let named = named.map(|(name, own)| {
        json!({"name": name, "id": format!("#/definitions/{name}"), "schema": {"jsonSchema": referring(own)}})
    });
    json!({
        "apifoxProject": "1.0.0", "info": {"name": document["info"]["title"]},
        "apiCollection": [{"name": "根目录", "items": [{"name": "目录", "items": calls.collect::<Value>()}]}],
        "schemaCollection": [{"name": "根目录", "items": [{"name": "模型", "items": named.collect::<Value>()}]}],
        "environments": [{"name": "正式环境", "baseUrls": {"default": document["servers"][0]["url"]}}],
    })
    .to_string()
}

#[test]
fn every_document_comes_back() {
    let mut count = 0;
    for document in documents() {
        let mut own = of_document(&learn(document.to_string().as_bytes(), Some("own")).expect("a document").document);
        own.retain(|one| one.method != "servers");
        let back = learn(project(&document).as_bytes(), Some("back")).expect("a project");
        let back = of_document(&back.document);
        let names = |all: &[crate::form::Learned]| {
            all.iter().map(|one| format!("{} {}", one.method, one.path)).collect::<Vec<_>>()
        };
        assert_eq!(names(&back), names(&own));
        for (own, back) in own.iter().zip(&back) {
            let name = (&own.method, &own.path);
            // What is a secret only by a security scheme is none here: the schemes of both are taken out.
            assert_eq!(differences(&own.form, &back.form, &own.schemes), [""; 0], "{name:?}");
            assert_eq!(differences(&own.reply, &back.reply, &own.schemes), [""; 0], "{name:?}");
            assert_eq!(
                back.operation["responses"]["200"]["content"]["application/json"]["example"],
                own.operation["responses"]["200"]["content"]["application/json"]["example"],
                "{name:?}"
            );
            count += 1;
        }
    }
    assert!(count > 800, "{count}");
}

const BY_HAND: &str = r##"{
  "apifoxProject": "1.0.0",
  "$schema": {"app": "apifox", "type": "project", "version": "1.2.0"},
  "info": {"name": "某平台", "description": ""},
  "apiCollection": [{"name": "根目录", "id": 1, "auth": {}, "items": [
    {"name": "消息", "auth": {"type": "bearer", "bearer": {"token": "s3cret-value-of-mine"}}, "items": [
      {"name": "发送消息", "api": {"id": "7", "method": "post", "path": "{{host}}/v2/rooms/:room/send?debug=1",
        "parameters": {"query": [
          {"name": "dry", "type": "boolean", "required": false, "enable": true},
          {"name": "old", "type": "string", "enable": false}]},
        "commonParameters": {"query": [], "body": [], "cookie": [], "header": [{"name": "X-Trace"}]},
        "requestBody": {"type": "application/json", "parameters": [], "example": "{\"to\": \"wxid\"}",
          "jsonSchema": {"type": "object", "properties": {"to": {"type": "string", "description": "接收人"}}, "required": ["to"],
            "x-apifox-orders": ["01J", "to"], "x-apifox-refs": {"01J": {"$ref": "#/definitions/9"}}}},
        "responses": [{"id": 3, "code": 200, "contentType": "json", "jsonSchema": {"type": "object", "properties": {"code": {"type": "integer"}}}}],
        "responseExamples": [{"responseId": 3, "data": "{\"code\": 0,}"}, {"responseId": 3, "data": "{\"code\": 0}"}]}},
      {"name": "再发一次", "api": {"method": "post", "path": "/v2/rooms/{room}/send"}},
      {"name": "头", "api": {"method": "head", "path": "/v2"}}
    ]},
    {"name": "上传", "api": {"method": "post", "path": "https://up.vendor.example/file",
      "auth": {"type": "apikey", "apikey": {"in": "query", "key": "accessKey", "value": "s3cret-key-of-mine"}},
      "requestBody": {"type": "multipart/form-data", "parameters": [
        {"name": "media", "type": "file", "required": true}, {"name": "title", "type": "string", "description": "标题"}]}}}
  ]}],
  "webSocketCollection": [{"items": [{"name": "推送", "api": {"path": "/ws"}}]}],
  "commonParameters": {"parameters": {"header": [{"name": "X-Trace", "type": "string"}, {"name": "X-Other", "type": "string"}]}},
  "environments": [{"name": "本地", "baseUrls": {"default": ""}}, {"name": "正式", "baseUrls": {"default": "https://api.vendor.example"}}],
  "schemaCollection": [{"name": "根目录", "items": [{"name": "共有", "id": "#/definitions/9",
    "schema": {"jsonSchema": {"type": "object", "properties": {"count": {"type": "integer", "maximum": 9}}, "required": ["count"]}}}]}]
}"##;

#[test]
fn by_hand() {
    let learned = learn(BY_HAND.as_bytes(), Some("vendor")).expect("a project");
    assert!(!format!("{learned:?}").contains("s3cret"), "{learned:#?}");
    let calls = of_document(&learned.document);
    assert_eq!(calls.iter().map(|call| &*call.path).collect::<Vec<_>>(), ["/v2/rooms/{room}/send", "/file"]);
    let (send, file) = (&calls[0], &calls[1]);
    let document: Value = serde_json::from_str(&learned.document).expect("JSON");
    assert_eq!(document["servers"], json!([{"url": "https://api.vendor.example"}]));
    let places: Vec<_> = send.form.fields.iter().map(|(name, one)| (&**name, &*one.place, one.required)).collect();
    let expected = [
        ("X-Trace", "header", false),
        ("count", "body", true),
        ("dry", "query", false),
        ("room", "path", true),
        ("to", "body", true),
    ];
    assert_eq!(places, expected);
    assert!(send.operation.to_string().contains("接收人"));
    assert_eq!(send.operation["responses"]["200"]["content"]["application/json"]["example"], json!({"code": 0}));
    assert_eq!(
        send.operation["requestBody"]["content"]["application/json"]["examples"]["example_1"]["value"],
        json!({"to": "wxid"})
    );
    assert!(send.schemes.contains("Authorization") && send.schemes.contains("accessKey"), "{:?}", send.schemes);
    let secured = |call: &Value| call["security"][0].as_object().expect("a scheme").keys().next().cloned();
    assert_eq!(
        [secured(&send.operation), secured(&file.operation)],
        [Some("bearer".into()), Some("access_key".into())]
    );
    let fields = &file.operation["requestBody"]["content"]["multipart/form-data"]["schema"];
    assert_eq!(
        (&fields["required"], &fields["properties"]["media"]["contentEncoding"]),
        (&json!(["media"]), &json!("base64"))
    );
    let left: Vec<_> =
        learned.notes.iter().filter(|note| note.kind == NoteKind::LeftOut).map(|note| &*note.what).collect();
    assert_eq!(left, ["{\"code\": 0,}", "再发一次", "head", "推送"]);
}

#[test]
fn what_is_no_project() {
    let code = |text: &str| apifox(text).expect_err("no project").code;
    assert_eq!((code("{"), code("{}"), code("[1]")), (Code::Syntax, Code::NotUnderstood, Code::NotUnderstood));
    assert_eq!(code(r#"{"apiCollection": []}"#), Code::NoRequest);
    assert_eq!(
        code(r#"{"apiCollection": [{"items": [1, null, {"api": 7}, {"api": {"method": "get"}, "items": []}]}]}"#),
        Code::NoRequest
    );
    for end in (0..BY_HAND.len()).filter(|end| BY_HAND.is_char_boundary(*end)) {
        drop(learn(&BY_HAND.as_bytes()[..end], Some("cut")));
    }
    let deep = format!(r#"{{"apiCollection":[{}{}]}}"#, r#"{"items":["#.repeat(50), "]}".repeat(50));
    assert_eq!(code(&deep), Code::NoRequest);
    let many = json!({"apiCollection": [{"items": vec![json!({"api": {"method": "get", "path": "/a"}}); 10_001]}]});
    assert_eq!(code(&many.to_string()), Code::TooMany);
}
