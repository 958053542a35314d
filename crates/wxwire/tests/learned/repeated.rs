//! A form or a query that gives one name several times: a list, where the field is one.

use serde_json::{Value, json};
use wxwire::catalog;
use wxwire::export::FORMATS;
use wxwire::import::{Why, import};
use wxwire::secret::Credentials;

use crate::common::{document, learned};

/// Two calls with the same fields, one as a form and one as a query.
fn calls(gateway: &str) {
    let fields = json!({"to": {"type": "array", "items": {"type": "string"}}, "number": {"type": "array", "items": {"type": "integer"}}, "text": {"type": "string"}});
    let schema = json!({"type": "object", "properties": fields});
    let parameter = |(name, schema): (&String, &Value)| json!({"name": name, "in": "query", "schema": schema});
    let parameters: Vec<_> = fields.as_object().expect("an object").iter().map(parameter).collect();
    let form = json!({"operationId": "form", "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": schema}}}});
    let paths = Value::from_iter([
        (format!("/{gateway}/form"), json!({"post": form})),
        (format!("/{gateway}/query"), json!({"get": {"operationId": "query", "parameters": parameters}})),
    ]);
    learned(gateway, &document(gateway, &paths));
}

#[test]
fn a_list_comes_back_from_every_export() {
    calls("repeats");
    let values = json!({"to": ["u_a", "u b&c", ""], "number": [1, 2], "text": "one"});
    let least = json!({"to": ["u_a"]});
    for (id, values) in ["repeats.form", "repeats.query"].into_iter().flat_map(|id| [(id, &values), (id, &least)]) {
        let entry = catalog::find(id).expect("a call");
        for format in FORMATS {
            let text = format.hidden(entry, &values.to_string(), &Credentials::new(), "https://h.example");
            let imported = import(text.as_bytes(), None).expect(&text);
            let back: Value = serde_json::from_str(imported.values.as_deref().unwrap_or_default()).expect("JSON");
            assert_eq!((imported.operation.map(|one| one.id), &back), (Some(id), values), "{}: {text}", format.name);
            assert!(imported.dropped.iter().all(|one| one.why != Why::Repeated), "{text}");
        }
    }
}

#[test]
fn of_a_text_that_is_given_twice_the_last_counts_and_that_is_said() {
    calls("twice");
    for line in [
        "curl https://h.example/twice/form -d text=a --data-urlencode 'text=b'",
        "curl -G https://h.example/twice/query -d text=a -d text=b",
    ] {
        let imported = import(line.as_bytes(), None).expect(line);
        assert_eq!(
            serde_json::from_str::<Value>(imported.values.as_deref().unwrap_or_default()).expect("JSON"),
            json!({"text": "b"}),
            "{line}"
        );
        let dropped: Vec<_> = imported.dropped.iter().map(|one| (one.why, one.what.as_str())).collect();
        assert_eq!(dropped, [(Why::Repeated, "text")], "{line}");
    }
}
