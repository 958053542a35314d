//! Parameters that are a part of a step of a path.

use serde_json::{Value, json};
use wxwire::import::{self, import};
use wxwire::problem::{Code, Problem};
use wxwire::secret::Credentials;

use crate::common::{document, learned};

fn get(id: &str, names: &[&str]) -> Value {
    let parameters: Vec<_> = names
        .iter()
        .map(|name| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}))
        .collect();
    json!({"get": {"operationId": id, "summary": id, "parameters": parameters}})
}

#[test]
fn a_parameter_may_be_a_part_of_a_step() {
    let gateway = "parts";
    let paths = json!({
        "/files/{id}": get("whole", &["id"]),
        "/files/{id}.json": get("json", &["id"]),
        "/files/all.json": get("all", &[]),
        "/v1/{name}:{verb}": get("verb", &["name", "verb"]),
        "/v1/{a}-{b}.{c}/end": get("three", &["a", "b", "c"]),
        "/v1/x{undeclared}": get("undeclared", &[]),
    });
    let entries = learned(gateway, &document(gateway, &paths)).entries;
    assert_eq!(entries.len(), 6);
    let hostile =
        ["a", "a/b", "..", "a.json", "a:b-c.d", "%2F", "?x=1#y", "群 聊", "-", ":", "a+b", "../../x", "\\", "&"];
    let mut tried = 0;
    for entry in entries {
        let names: Vec<_> =
            entry.path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
        for value in hostile {
            let values =
                Value::Object(names.iter().map(|name| ((*name).to_owned(), value.into())).collect()).to_string();
            let refused = entry.check(values.as_bytes()).iter().any(Problem::is_error);
            assert_eq!(refused, value == ".." && !names.is_empty(), "{} {value}", entry.id);
            if refused {
                continue;
            }
            let request =
                entry.build(&values, &Credentials::new(), "https://parts.example/base").expect("it can be built");
            let request = request.into_http();
            let path = request.uri().path();
            assert_eq!(
                path.matches('/').count(),
                "/base".matches('/').count() + entry.path.matches('/').count(),
                "{path}"
            );
            assert_eq!((request.uri().query(), path.contains(['?', '#', ' '])), (None, false), "{path}");
            let apart = entry.apart(&request).expect("it is its own");
            let again: Value = serde_json::from_str(&apart.values).expect("JSON");
            assert_eq!(again.to_string(), serde_json::from_str::<Value>(&values).expect("JSON").to_string(), "{path}");
            tried += 1;
        }
    }
    assert!(tried > 60);
}

#[test]
fn of_two_paths_the_one_with_more_text_is_meant() {
    let gateway = "plainer";
    let paths = json!({
        "/plainer/{id}": get("whole", &["id"]),
        "/plainer/{id}.json": get("json", &["id"]),
        "/plainer/all.json": get("all", &[]),
    });
    let entries = learned(gateway, &document(gateway, &paths)).entries;
    for (path, id) in [("7", "whole"), ("7.json", "json"), ("all.json", "all"), ("all.xml", "whole")] {
        let curl = format!("curl https://h.example/plainer/{path}");
        let imported = import::import(curl.as_bytes(), None).expect("it can be read");
        assert_eq!(imported.operation.map(|one| one.id), Some(&*format!("plainer.{id}")), "{path}");
    }
    let json = entries.iter().find(|entry| entry.id == "plainer.json").expect("it is there");
    let imported = import::import(b"curl https://h.example/plainer/a%2Fb.json", None).expect("it can be read");
    assert_eq!(
        (imported.operation.map(|one| one.id), imported.values.as_deref()),
        (Some(json.id), Some(r#"{"id": "a/b"}"#))
    );
}

#[test]
fn a_blank_in_a_path_is_no_value() {
    let room = json!({"get": {"operationId": "room", "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}]}});
    learned("blanks", &document("blanks", &json!({"/blank-rooms/{id}/all": room})));
    let line = |value: &str| format!("curl 'https://h.example/blank-rooms/{value}/all'");
    for blank in ["{room}", "${ROOM}", "<room>", "{{room}}", "$ROOM"] {
        let imported = import(line(blank).as_bytes(), None).expect("a request");
        let refused: Vec<_> = imported.problems.iter().map(|one| (one.code, one.found.as_str())).collect();
        assert_eq!((refused, imported.values), (vec![(Code::Variable, blank)], None), "{blank}");
    }
    let python = "import requests\nrequests.get(f'https://h.example/blank-rooms/{room}/all')";
    let imported = import(python.as_bytes(), None).expect("a request");
    assert!(imported.problems.iter().any(|one| one.code == Code::Variable), "{:?}", imported.problems);
    assert!(import(line("r1").as_bytes(), None).expect("a request").problems.is_empty());
}
