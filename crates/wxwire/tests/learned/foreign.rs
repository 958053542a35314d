//! Schemas of other authors: what they say is checked where the check can, and nothing is refused that they allow.

use serde_json::{Value, json};
use wxwire::operation::Entry;
use wxwire::problem::Problem;

use crate::common::{call, document, learned};

fn is_refused(entry: &Entry, values: &Value) -> bool {
    entry.check(values.to_string().as_bytes()).iter().any(Problem::is_error)
}

/// The call with one field `v` of a schema.
fn of_schema(gateway: &str, schema: &Value) -> &'static Entry {
    let body = json!({"type": "object", "properties": {"v": schema}});
    let mut document = document(gateway, &json!({"/x": call("x", &body)}));
    document["openapi"] = "3.0.1".into();
    document["info"] = json!({"title": "Foreign"});
    document["components"] = json!({"schemas": {
        "Base": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "maxLength": 3}}},
        "Cat": {"type": "object", "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}}},
        "Dog": {"type": "object", "properties": {"kind": {"type": "string"}, "tricks": {"type": "array"}}},
        "Level": {"type": "string", "enum": ["low", "high"]},
        "Deep": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"$ref": "#/components/schemas/Deep"}, {"properties": {"deep": {"$ref": "#/components/schemas/Deep"}}}]},
    }});
    &learned(gateway, &document).entries[0]
}

#[test]
fn what_others_write_is_checked_as_far_as_it_is_understood() {
    let to = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let more = json!({"type": "object", "required": ["name"], "properties": {"name": {"type": "integer"}}});
    let cats = json!({"oneOf": [to("Cat"), to("Dog")], "discriminator": {"propertyName": "kind"}});
    let table: &[(&str, Value, Vec<Value>, Vec<Value>)] = &[
        (
            "all of objects",
            json!({"allOf": [to("Base"), more]}),
            vec![json!({"id": "a", "name": 1})],
            vec![json!({"id": "abcd", "name": 1}), json!({"id": "a"}), json!({"name": 1}), json!(1)],
        ),
        ("all of one", json!({"allOf": [to("Level")], "description": "x"}), vec![json!("low")], vec![json!("mid")]),
        (
            "all of one, nullable",
            json!({"allOf": [to("Level")], "nullable": true}),
            vec![json!("low"), json!(null)],
            vec![json!(1)],
        ),
        ("all of no objects", json!({"allOf": [to("Level"), {"maxLength": 1}]}), vec![json!("low"), json!(7)], vec![]),
        (
            "all of itself",
            to("Deep"),
            vec![json!({"id": "a", "deep": {"id": "b"}})],
            vec![json!({"id": "abcd"}), json!({"deep": {}})],
        ),
        ("nullable", json!({"type": "string", "nullable": true}), vec![json!(null), json!("a")], vec![json!(1)]),
        (
            "nullable choice",
            json!({"enum": ["a"], "type": "string", "nullable": true}),
            vec![json!("a")],
            vec![json!("b")],
        ),
        (
            "several types",
            json!({"type": ["string", "integer", "null"]}),
            vec![json!("a"), json!(1), json!(null)],
            vec![json!([])],
        ),
        ("one of untagged objects", cats, vec![json!({"kind": "cat", "lives": 9}), json!({"anything": 1})], vec![]),
        (
            "one of types",
            json!({"oneOf": [{"type": "string", "maxLength": 1}, {"type": "integer"}]}),
            vec![json!("a"), json!(1)],
            vec![json!("ab"), json!({})],
        ),
        (
            "any of overlapping",
            json!({"anyOf": [{"type": "string", "maxLength": 1}, {"type": "string", "minLength": 9}]}),
            vec![json!("abc")],
            vec![],
        ),
        (
            "object and one of",
            json!({"type": "object", "properties": {"a": {"type": "integer"}}, "oneOf": [{"required": ["a"]}, {"required": ["b"]}]}),
            vec![json!({"a": 1}), json!({"b": 2})],
            vec![json!({"a": "x"}), json!(1)],
        ),
        (
            "any pattern",
            json!({"type": "string", "pattern": "^(a+)+$"}),
            vec![json!("aaaaaaaaaaaaaaaaaaaaaaaaaaaab")],
            vec![],
        ),
        ("negated class", json!({"type": "string", "pattern": "^[^a]*$"}), vec![json!("a")], vec![]),
        ("escaped class", json!({"type": "string", "pattern": "^[\\d]*$"}), vec![json!("12")], vec![]),
        ("class", json!({"type": "string", "pattern": "^[a-c]*$"}), vec![json!("abc")], vec![json!("d")]),
        ("no type", json!({"properties": {"a": {"type": "integer"}}}), vec![json!({"a": 1})], vec![json!({"a": "x"})]),
        (
            "read only",
            json!({"type": "object", "required": ["id", "a"], "properties": {"id": {"type": "string", "readOnly": true}, "a": {}}}),
            vec![json!({"a": 1})],
            vec![json!({"id": "x"})],
        ),
        (
            "unknown keywords",
            json!({"type": "string", "format": "uuid", "example": "x", "xml": {}, "deprecated": true, "x-apifox": 1}),
            vec![json!("x")],
            vec![json!(1)],
        ),
        (
            "wrong keywords",
            json!({"type": "string", "required": true, "enum": "x", "maxLength": "9", "properties": 1, "items": []}),
            vec![],
            vec![],
        ),
        ("a boolean", json!(true), vec![json!(1), json!({})], vec![]),
    ];
    for (number, (name, schema, good, bad)) in table.iter().enumerate() {
        let entry = of_schema(&format!("foreign_{number}"), schema);
        for value in good {
            assert!(
                !is_refused(entry, &json!({"v": value})),
                "{name}: {value}: {:?}",
                entry.check(json!({"v": value}).to_string().as_bytes())
            );
        }
        for value in bad {
            assert!(is_refused(entry, &json!({"v": value})), "{name}: {value} is taken");
        }
    }
}

/// Schemas that lead deep, or grow without end when they are put together, cost what their text does.
#[test]
fn what_explodes_is_left_unchecked() {
    let to = |number: usize| json!({"$ref": format!("#/components/schemas/S{number}")});
    let chain = |number: usize| json!({"type": "object", "properties": {"next": to(number + 1)}});
    let tower = |number: usize| json!({"allOf": [to(number + 1), {"properties": {"a": to(number + 1), format!("b{number}"): {"allOf": [to(number + 1), to(number + 2), {"properties": {}}]}}}]});
    let makers: [(&str, &dyn Fn(usize) -> Value); 2] = [("chain", &chain), ("tower", &tower)];
    for (name, make) in makers {
        let mut document = document(name, &json!({"/x": call("x", &to(0))}));
        document["info"] = json!({"title": "Deep"});
        let mut schemas: serde_json::Map<_, _> = (0..5000).map(|number| (format!("S{number}"), make(number))).collect();
        for last in [5000, 5001] {
            schemas.insert(format!("S{last}"), json!({"type": "object"}));
        }
        document["components"] = json!({"schemas": schemas});
        let entry = &learned(name, &document).entries[0];
        assert!(!is_refused(entry, &json!({"next": {"next": {}}, "a": {}})));
        assert_eq!(entry.examples().len(), 1);
    }
}

/// Digits and escapes of examples stay as they are.
#[test]
fn numbers_keep_every_digit() {
    let mut call = call("x", &json!({"type": "object", "additionalProperties": true}));
    call["post"]["requestBody"]["content"]["application/json"]["example"] = json!({"v": "MARK"});
    let text = document("digits", &json!({"/x": call}))
        .to_string()
        .replace("\"MARK\"", "[9007199254740993000001, 1.50, \"\\u00e9\"]");
    let learned = wxwire::learn::learn(text.as_bytes(), None).expect("it can be learned");
    assert!(learned.document.contains(r#"[9007199254740993000001, 1.50, "\u00e9"]"#), "{}", learned.document);
}
