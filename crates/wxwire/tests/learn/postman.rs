//! Postman's collections: made of every call there is, and by hand.

use serde_json::{Value, json};
use wxwire::catalog;
use wxwire::learn::{NoteKind, postman};
use wxwire::operation::Entry;
use wxwire::problem::Code;

use crate::form::{Form, Member, differences, of_document, type_of};
use crate::written::{self, sample};

/// The form without what no sample shows: marks, and types that have none.
fn shown(mut form: Form) -> Form {
    fn strip(form: &mut Form) {
        // A sample shows one of several types.
        if form.types.len() > 1 || form.choices.len() > 1 {
            let one = json!({"type": type_of(&sample(form))});
            form.types = crate::form::of_schema(&one).types;
        }
        for Member { required, form, .. } in form.fields.values_mut() {
            *required = false;
            strip(form);
        }
        form.items.iter_mut().for_each(|items| strip(items));
    }
    strip(&mut form);
    form
}

fn item(entry: &Entry) -> Value {
    let form = written::expected(entry);
    let at = |place: &str| {
        let here = form.fields.iter().filter(|(_, member)| member.place == place);
        here.map(|(key, _)| json!({"key": key, "value": "a value"})).collect::<Vec<_>>()
    };
    let body: serde_json::Map<_, _> = form
        .fields
        .iter()
        .filter(|(_, member)| member.place == "body")
        .map(|(key, member)| (key.clone(), sample(&member.form)))
        .collect();
    let mut request = json!({
        "method": entry.method.as_str(),
        "header": at("header"),
        "url": {"raw": format!("{{{{host}}}}{}", entry.path), "query": at("query"), "variable": at("path")},
    });
    if !body.is_empty() {
        request["body"] = json!({"mode": "raw", "raw": format!("{:#}", Value::Object(body))});
    }
    let reply = crate::form::of_reply(entry);
    let response = json!([{"name": "成功", "code": 200, "body": sample(&reply).to_string()}]);
    json!({"name": entry.title.zh, "request": request, "response": response})
}

#[test]
fn every_call_comes_back() {
    for entry in catalog::entries() {
        let items = json!([{"name": "目录", "item": [item(entry)]}]);
        let collection = json!({
            "info": {"name": "全部", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
            "variable": [{"key": "host", "value": "https://api.vendor.example"}],
            "item": items,
        });
        let learned = postman(&collection.to_string()).unwrap_or_else(|problem| panic!("{}: {problem:?}", entry.id));
        let calls = of_document(&learned.document);
        let [call] = &calls[..] else { panic!("{}: {} calls", entry.id, calls.len()) };
        assert_eq!((&*call.path, &*call.server), (entry.path, "https://api.vendor.example"), "{}", entry.id);
        assert_eq!(call.method, entry.method.as_str().to_lowercase(), "{}", entry.id);
        let mut expected = shown(written::expected(entry));
        for member in expected.fields.values_mut() {
            // Outside of the body everything is text, and in the path it is required.
            if member.place != "body" {
                member.form.types = ["string".to_owned()].into();
            }
            member.required = member.place == "path";
        }
        assert_eq!(differences(&expected, &call.form, &call.schemes), [""; 0], "{}", entry.id);
        assert_eq!(
            differences(&shown(crate::form::of_reply(entry)), &call.reply, &call.schemes),
            [""; 0],
            "{}",
            entry.id
        );
    }
}

const BY_HAND: &str = r#"{
  "info": {"name": "某平台", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
  "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "s3cret-value-of-mine", "type": "string"}]},
  "variable": [{"key": "base", "value": "https://api.vendor.example/v2"}],
  "item": [
    {"name": "发送消息", "request": {
      "method": "POST",
      "header": [{"key": "Content-Type", "value": "application/json"}, {"key": "X-Api-Key", "value": "s3cret-key-of-mine"}],
      "url": "{{base}}/send?debug=1",
      "description": {"content": "发一条消息", "type": "text/markdown"},
      "body": {"mode": "raw", "raw": "{\n  \"to\": \"wxid\", // 接收人\n  \"count\": 1,\n  \"token\": \"s3cret-token-of-mine\"\n}"}
    }},
    {"name": "上传", "request": {
      "auth": {"type": "apikey", "apikey": [{"key": "key", "value": "access_key"}, {"key": "in", "value": "query"}]},
      "method": "POST",
      "url": {"raw": "{{base}}/:id/upload", "variable": [{"key": "id", "value": "7", "description": "编号"}]},
      "body": {"mode": "formdata", "formdata": [{"key": "media", "type": "file", "src": "a.jpg"}, {"key": "name", "value": "a", "type": "text"}]}
    }},
    {"name": "没有请求"},
    {"name": "没有地址", "request": {"method": "GET", "url": ""}}
  ]
}"#;

#[test]
fn by_hand() {
    let learned = postman(BY_HAND).expect("a collection");
    let calls = of_document(&learned.document);
    assert_eq!(calls.iter().map(|call| &*call.path).collect::<Vec<_>>(), ["/v2/send", "/v2/{id}/upload"]);
    assert!(!format!("{learned:?}").contains("s3cret"), "{learned:#?}");
    let send = &calls[0];
    assert_eq!(
        (&send.operation["x-help-zh"], &send.form.fields["debug"].place),
        (&json!("发一条消息"), &"query".to_owned())
    );
    assert_eq!(send.form.fields["count"].form.types, ["integer".to_owned()].into());
    assert!(send.schemes.contains("Authorization") && send.schemes.contains("X-Api-Key"), "{:?}", send.schemes);
    let upload = &calls[1].operation;
    assert_eq!(
        upload["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]["media"]["contentEncoding"],
        "base64"
    );
    assert_eq!((&upload["parameters"][0]["in"], &upload["parameters"][0]["required"]), (&json!("path"), &json!(true)));
    let left: Vec<_> =
        learned.notes.iter().filter(|note| note.kind == NoteKind::LeftOut).map(|note| &*note.what).collect();
    assert_eq!(left, ["没有请求", "没有地址"]);
    for note in &learned.notes {
        assert!(BY_HAND.get(note.span.clone()).is_some(), "{note:?}");
    }
}

#[test]
fn what_is_no_collection() {
    let code = |text: &str| postman(text).expect_err("no collection").code;
    assert_eq!((code("{"), code("{}"), code("[1]")), (Code::Syntax, Code::NotUnderstood, Code::NotUnderstood));
    assert_eq!(code(r#"{"item": []}"#), Code::NoRequest);
    assert_eq!(code(r#"{"item": [{"request": {"method": "GET"}}, 1, null, {"item": {}}]}"#), Code::NoRequest);
    for end in (0..BY_HAND.len()).filter(|end| BY_HAND.is_char_boundary(*end)) {
        drop(postman(&BY_HAND[..end]));
    }
    // A tool that keeps folders in folders in folders.
    let deep = format!("{{\"item\":{}{}}}", "[{\"item\":".repeat(50), "}]".repeat(50).replacen('}', "[]}", 1));
    assert_eq!(code(&deep), Code::NoRequest);
}
