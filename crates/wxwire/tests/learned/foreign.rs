//! Schemas of other authors: what they say is checked where the check can, and nothing is refused that they allow.

use serde_json::{Value, json};
use wxwire::operation::Entry;
use wxwire::problem::Problem;
use wxwire::{catalog, learn};

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
        "Circle": {"type": "object", "required": ["shape", "r"], "properties": {"shape": {"const": "circle"}, "r": {"type": "integer"}}},
        "Square": {"allOf": [{"type": "object", "properties": {"side": {"type": "integer"}}}, {"type": "object", "required": ["shape"], "properties": {
            "shape": {"type": "string", "enum": ["square"]},
            "inside": {"oneOf": [{"$ref": "#/components/schemas/Circle"}, {"$ref": "#/components/schemas/Square"}]},
        }}]},
        "Level": {"type": "string", "enum": ["low", "high"]},
        "Deep": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"$ref": "#/components/schemas/Deep"}, {"properties": {"deep": {"$ref": "#/components/schemas/Deep"}}}]},
    }});
    &learned(gateway, &document).entries[0]
}

#[test]
fn what_others_write_is_checked_as_far_as_it_is_understood() {
    let to = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let more = json!({"type": "object", "required": ["name"], "properties": {"name": {"type": "integer"}}});
    let pets = || json!([to("Cat"), to("Dog")]);
    let cats = json!({"oneOf": pets(), "discriminator": {"propertyName": "kind"}});
    let mapping = json!({"cat": "#/components/schemas/Cat", "dog": "Dog", "puppy": "Dog"});
    let mapped = json!({"oneOf": pets(), "discriminator": {"propertyName": "kind", "mapping": mapping}});
    let fixed = json!({"oneOf": [to("Circle"), to("Square")]});
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
        (
            "one of untagged objects",
            json!({"oneOf": pets()}),
            vec![json!({"kind": 1, "lives": "x"}), json!({"anything": 1})],
            vec![],
        ),
        (
            "one of types by their names, and what else their author means",
            cats,
            vec![json!({"kind": "Cat", "lives": 9}), json!({"kind": "cat", "lives": "x"})],
            vec![json!({"kind": "Cat", "lives": "x"}), json!({"anything": 1}), json!(1)],
        ),
        (
            "one of types by a mapping",
            mapped,
            vec![json!({"kind": "cat", "lives": 9}), json!({"kind": "puppy", "tricks": []}), json!({"kind": "dog"})],
            vec![
                json!({"kind": "cat", "lives": "x"}),
                json!({"kind": "puppy", "tricks": 1}),
                json!({"kind": "Cat"}),
                json!({}),
            ],
        ),
        (
            "one of types by a constant",
            fixed,
            vec![
                json!({"shape": "circle", "r": 1}),
                json!({"shape": "square", "side": 1}),
                json!({"shape": "square", "inside": {"shape": "circle", "r": 2}}),
            ],
            vec![
                json!({"shape": "circle"}),
                json!({"shape": "circle", "r": "x"}),
                json!({"shape": "star"}),
                json!({"r": 1}),
                json!({"shape": "square", "inside": {"shape": "circle"}}),
                json!({"shape": "square", "inside": {"shape": "square", "inside": {"shape": "square", "side": "x"}}}),
            ],
        ),
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
        ("negated class", json!({"type": "string", "pattern": "^[^a]*$"}), vec![json!("b")], vec![json!("a")]),
        ("escaped class", json!({"type": "string", "pattern": "^[\\d]*$"}), vec![json!("12")], vec![json!("x")]),
        (
            "a pattern",
            json!({"type": "string", "pattern": "^r_[a-z0-9]{4,12}$"}),
            vec![json!("r_lobby")],
            vec![json!("lobby"), json!("r_"), json!("r_Lobby")],
        ),
        (
            "different",
            json!({"type": "array", "uniqueItems": true}),
            vec![json!([1, "1", 2, [1], [2]])],
            vec![json!([1, 1]), json!([{"a": [1, 2]}, {"a": [1,2]}]), json!(["新", "\u{65b0}"])],
        ),
        ("a date", json!({"type": "string", "format": "date"}), vec![json!("2024-02-29")], vec![json!("2023-02-29")]),
        (
            "a moment",
            json!({"type": "string", "format": "date-time"}),
            vec![json!("2026-01-02T03:04:05+08:00")],
            vec![json!("tomorrow"), json!("2026-01-02")],
        ),
        ("a format of another's", json!({"type": "string", "format": "phone"}), vec![json!("x")], vec![]),
        (
            "a closed object",
            json!({"type": "object", "properties": {"a": {}}, "additionalProperties": false}),
            vec![json!({"a": 1})],
            vec![json!({"b": 1})],
        ),
        ("an object", json!({"type": "object", "properties": {"a": {}}}), vec![json!({"b": 1})], vec![]),
        (
            "beyond",
            json!({"type": "integer", "minimum": 3, "exclusiveMinimum": true, "exclusiveMaximum": 9}),
            vec![json!(4), json!(8)],
            vec![json!(3), json!(9)],
        ),
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
            json!({"type": "string", "format": "x-uuid", "example": "x", "xml": {}, "deprecated": true, "x-apifox": 1}),
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

/// A schema that holds itself is checked wherever it stands in a value.
#[test]
fn what_holds_itself_is_checked_to_any_depth() {
    let to = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let mut document = document("round", &json!({"/x": call("x", &to("Node"))}));
    document["openapi"] = "3.0.1".into();
    document["components"] = json!({"schemas": {
        "Node": {"type": "object", "required": ["name"], "properties": {
            "name": {"type": "string", "maxLength": 3},
            "next": {"anyOf": [to("Node"), {"type": "null"}]},
            "all": {"type": "array", "items": to("Node")},
            "any": {"anyOf": [{"type": "string"}, to("Node"), {"type": "array", "items": to("Node")}]},
            "other": to("Other"),
        }},
        "Other": {"type": "object", "properties": {"back": to("Node")}},
        "Alone": to("Alone"), "One": {"anyOf": [to("Two"), {"type": "null"}]}, "Two": {"anyOf": [to("One"), {"type": "null"}]},
        "Lost": {"type": "object", "properties": {"alone": to("Alone"), "one": to("One")}},
    }});
    document["paths"]["/y"] = call("y", &to("Lost"));
    let added = learned_with_rest("round", &document);
    let node =
        |inside: Value| json!({"name": "a", "next": {"name": "b", "all": [{"name": "c", "other": {"back": inside}}]}});
    let good = [
        node(json!({"name": "d", "next": null})),
        node(json!({"name": "d", "any": "x"})),
        node(json!({"name": "d", "any": {"name": "e"}})),
        node(json!({"name": "d", "any": [{"name": "e", "any": []}]})),
    ];
    let bad = [
        node(json!({})),
        node(json!({"name": "long"})),
        node(json!(1)),
        node(json!({"name": "d", "all": [{"name": "e"}, {"name": 1}]})),
        node(json!({"name": "d", "any": 1})),
        node(json!({"name": "d", "any": [{"name": "e", "any": {}}]})),
    ];
    for value in good {
        assert!(!is_refused(&added.entries[0], &value), "{value}");
    }
    for value in bad {
        assert!(is_refused(&added.entries[0], &value), "{value}");
    }
    let deep = (0..60).fold(json!({"name": 1}), |inside, _| json!({"name": "a", "next": inside}));
    assert!(is_refused(&added.entries[0], &deep));
    // What leads back to itself and says nothing takes anything.
    assert!(!is_refused(&added.entries[1], &json!({"alone": 1, "one": {"x": []}})));
    for entry in added.entries {
        assert!(entry.examples().iter().all(|example| entry.check(example.values.as_bytes()).is_empty()));
    }
}

/// A gateway whose document has references that lead nowhere, which is said.
fn learned_with_rest(gateway: &str, document: &Value) -> catalog::Added {
    let learned = learn::learn(document.to_string().as_bytes(), Some(gateway)).expect("it can be learned");
    catalog::learn(learned.document).expect("what is learned can be taken in")
}

/// A body that may be null as a whole is one that a call can go without.
#[test]
fn a_body_that_may_be_null_is_an_object() {
    let schemas = [
        json!({"type": "object", "nullable": true, "properties": {"a": {"type": "integer"}}}),
        json!({"type": ["object", "null"], "properties": {"a": {"type": "integer"}}}),
        json!({"$ref": "#/components/schemas/Body"}),
    ];
    for (number, schema) in schemas.iter().enumerate() {
        let gateway = format!("nullable_{number}");
        let mut document = document(&gateway, &json!({"/x": call("x", schema)}));
        document["openapi"] = "3.0.1".into();
        document["components"] = json!({"schemas": {"Body": schemas[0]}});
        document["info"] = json!({"title": "Foreign"});
        let added = learned(&gateway, &document);
        assert!(!is_refused(&added.entries[0], &json!({"a": 1})), "{schema}");
        assert!(is_refused(&added.entries[0], &json!({"a": "x"})), "{schema}");
    }
}

/// What a note says of a place of a document.
fn notes(document: &Value) -> Vec<(String, &'static str)> {
    let text = document.to_string();
    let learned = learn::learn(text.as_bytes(), Some("noted")).expect("it can be learned");
    let of_place = |note: &learn::Note| (text[note.span.clone()].to_owned(), note.words.en);
    learned.notes.iter().map(of_place).collect()
}

#[test]
fn what_is_left_out_is_said_with_its_reason() {
    let at = |schema: Value| {
        let body = json!({"type": "object", "properties": {"v": schema}});
        let mut document = document("noted", &json!({"/x/{id}": call("x", &body)}));
        document["info"] = json!({"title": "Foreign"});
        document["paths"]["/x/{id}"]["parameters"] = json!([{"name": "id", "in": "path", "schema": {}}]);
        document["components"] = json!({"schemas": {
            "Round": {"$ref": "#/components/schemas/About"}, "About": {"$ref": "#/components/schemas/Round"},
        }});
        document
    };
    let table = [
        (json!({"$ref": "other.yaml#/x"}), "\"other.yaml#/x\"", "out of the document; nothing is fetched"),
        (json!({"$ref": "#/nowhere"}), "\"#/nowhere\"", "to what is not in the document"),
        (json!({"$ref": "#/components/schemas/Round"}), "\"#/components/schemas/Round\"", "in a circle"),
        (json!({"oneOf": [{"type": "object"}, {"type": "object"}]}), "[{\"type", "cannot be told apart"),
    ];
    for (schema, place, why) in table {
        let notes = notes(&at(schema));
        let is_it = |note: &&(String, &str)| note.0.starts_with(place) && note.1.contains(why);
        assert!(notes.iter().any(|note| is_it(&note)), "{place}: {notes:?}");
    }
    let mut twice = at(json!({}));
    let body = &mut twice["paths"]["/x/{id}"]["post"]["requestBody"]["content"]["application/json"]["schema"];
    *body = json!({"allOf": [{"properties": {"id": {"type": "integer"}}}, {"properties": {"w": {}}}]});
    let notes = notes(&twice);
    assert!(
        notes.iter().any(|(place, why)| place == "{\"type\":\"integer\"}" && why.contains("a parameter's name")),
        "{notes:?}"
    );
}

/// Of a thousand notes that say the same, some are kept, and none of another reason is lost among them.
#[test]
fn what_is_said_often_is_counted() {
    let paths: serde_json::Map<_, _> = (0..1200).map(|number| (format!("/{number}"), call("", &json!({})))).collect();
    let mut document = document("noted", &Value::Object(paths));
    document["info"] = json!({"title": "Foreign"});
    document["paths"]["/z/{a}{b}"] = call("last", &json!({}));
    let learned = learn::learn(document.to_string().as_bytes(), None).expect("it can be learned");
    let made = |note: &&learn::Note| note.words.en.starts_with("no id");
    assert_eq!(learned.notes.iter().filter(made).count(), 101);
    assert!(learned.notes.iter().any(|note| made(&note) && note.what == "… +1100"));
    assert!(learned.notes.iter().any(|note| note.what == "POST /z/{a}{b}"));
}

/// A secret is a text: a number by such a name is a value.
#[test]
fn a_number_is_no_credential() {
    let mut document = document("numbers", &json!({"/x": call("x", &json!({}))}));
    document["info"] = json!({"title": "Foreign"});
    let parameter = |name: &str, kind: &str| json!({"name": name, "in": "query", "schema": {"type": kind}});
    document["paths"]["/x"]["post"]["parameters"] =
        json!([parameter("app_id", "integer"), parameter("token", "string")]);
    let entry = &learned("numbers", &document).entries[0];
    assert_eq!(entry.credentials.iter().map(|one| one.name).collect::<Vec<_>>(), ["token"]);
    assert!(entry.json_schema().contains("\"app_id\""));
}

/// What was learned is learned again as it is, to the letter.
#[test]
fn what_is_learned_teaches_the_same_again() {
    let first = learn::learn(include_bytes!("acme.json"), None).expect("it can be learned");
    let again = learn::learn(first.document.as_bytes(), None).expect("it can be learned");
    assert_eq!(again.document, first.document);
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

/// A document that says that `null` may stand somewhere is believed.
#[test]
fn a_documented_null_is_no_problem() {
    let named = json!({"allOf": [{"$ref": "#/components/schemas/Level"}], "nullable": true});
    for (number, schema) in [
        json!({"type": "string", "nullable": true, "maxLength": 3}),
        json!({"type": ["string", "null"]}),
        json!({"type": ["string", "integer", "null"]}),
        json!({"anyOf": [{"type": "string"}, {"type": "null"}]}),
        named,
    ]
    .iter()
    .enumerate()
    {
        let entry = of_schema(&format!("null_{number}"), schema);
        assert_eq!(entry.check(br#"{"v": null}"#), [], "{schema}");
        assert!(is_refused(entry, &json!({"v": []})), "{schema}");
    }
}

/// What is not checked is said by its name.
#[test]
fn what_is_not_checked_is_said() {
    let string = |key: &str, value: Value| json!({"type": "string", key: value});
    for (schema, what) in [
        (string("format", json!("phone")), "phone"),
        (string("pattern", json!("^(a+)+$")), "(a+)+"),
        (json!({"type": "number", "multipleOf": 3}), "multipleOf"),
        (json!({"type": "number", "minimum": 0.5}), "minimum 0.5"),
        (json!({"type": "number", "exclusiveMaximum": 7}), "exclusiveMaximum 7"),
        (json!({"type": "object", "minProperties": 1}), "minProperties"),
        (json!({"not": {}}), "not"),
    ] {
        let body = json!({"type": "object", "properties": {"v": schema}});
        let document = json!({"openapi": "3.1.0", "info": {"title": "x"}, "paths": {"/x": call("x", &body)}});
        let learned = learn::learn(document.to_string().as_bytes(), Some("notes")).expect("it can be learned");
        let is_said = learned.notes.iter().any(|note| note.what.contains(what) && note.kind.name() == "left_out");
        assert!(is_said, "{schema}: {:?}", learned.notes);
    }
}

/// A list that travels as one text goes out as it is documented, and comes back.
#[test]
fn lists_in_one_text_come_back() {
    let list = json!({"type": "array", "items": {"type": "string"}});
    for (number, (place, more, url, header)) in [
        ("query", json!({"explode": false}), "/x?v=a,b%20c", None),
        ("query", json!({"style": "spaceDelimited"}), "/x?v=a%20b%20c", None),
        ("query", json!({"style": "pipeDelimited"}), "/x?v=a%7Cb%20c", None),
        ("query", json!({}), "/x?v=a&v=b%20c", None),
        ("path", json!({"required": true}), "/x/a%2Cb%20c", None),
        ("header", json!({}), "/x", Some("a,b c")),
    ]
    .into_iter()
    .enumerate()
    {
        let gateway = format!("lists_{number}");
        let mut parameter = json!({"name": "v", "in": place, "schema": list});
        more.as_object().into_iter().flatten().for_each(|(key, value)| parameter[key] = value.clone());
        let path = if place == "path" { "/x/{v}" } else { "/x" };
        let call = json!({"get": {"operationId": "x", "summary": "X", "parameters": [parameter]}});
        let entry = &learned(&gateway, &document(&gateway, &json!({path: call}))).entries[0];
        let parts: &[&str] = if more["style"] == "spaceDelimited" { &["a", "b", "c"] } else { &["a", "b c"] };
        let values = json!({"v": parts}).to_string();
        assert_eq!(entry.check(values.as_bytes()), [], "{place} {more}");
        let request =
            entry.build(&values, &wxwire::secret::Credentials::new(), "https://h.example").expect("a request");
        let request = request.into_http();
        assert_eq!(request.uri().to_string(), format!("https://h.example{url}"), "{place} {more}");
        assert_eq!(request.headers().get("v").map(|value| value.to_str().expect("ASCII")), header);
        let apart = entry.apart(&request).expect("it is taken apart");
        assert_eq!(serde_json::from_str::<Value>(&apart.values).expect("JSON")["v"], json!(parts), "{place} {more}");
        if url.contains("a,b") {
            assert!(is_refused(entry, &json!({"v": ["a,b"]})), "{place} {more}");
        }
    }
}
