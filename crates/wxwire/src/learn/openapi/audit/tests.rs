//! No fault of a document is dropped without a word.

use serde_json::{Value, json};

use crate::learn::{Note, learn};
use crate::schema::KEYWORDS;

/// What JSON each keyword may hold: null, boolean, number, text, list, object. Written by hand, not read from the tables.
const KINDS: &[(&str, &str)] = &[
    ("$defs", "o"),
    ("$ref", "s"),
    ("$schema", "s"),
    ("additionalProperties", "bo"),
    ("allOf", "a"),
    ("anyOf", "a"),
    ("const", "*"),
    ("contentEncoding", "s"),
    ("contentMediaType", "s"),
    ("default", "*"),
    ("deprecated", "b"),
    ("description", "s"),
    ("discriminator", "o"),
    ("enum", "a"),
    ("example", "*"),
    ("examples", "a"),
    ("exclusiveMaximum", "bn"),
    ("exclusiveMinimum", "bn"),
    ("format", "s"),
    ("items", "bo"),
    ("maxBytes", "n"),
    ("maxItems", "n"),
    ("maxLength", "n"),
    ("maximum", "n"),
    ("minBytes", "n"),
    ("minItems", "n"),
    ("minLength", "n"),
    ("minimum", "n"),
    ("nullable", "b"),
    ("oneOf", "a"),
    ("pattern", "s"),
    ("properties", "o"),
    ("readOnly", "b"),
    ("required", "a"),
    ("title", "s"),
    ("type", "sa"),
    ("uniqueItems", "b"),
    ("writeOnly", "b"),
    ("x-credential", "b"),
    ("x-cut", "b"),
    ("x-help-zh", "s"),
    ("x-id", "s"),
    ("x-in", "s"),
    ("x-join", "s"),
    ("x-layer", "s"),
    ("x-messages", "b"),
    ("x-moment", "s"),
    ("x-needed", "sa"),
    ("x-null", "b"),
    ("x-one-of", "s"),
    ("x-others", "b"),
    ("x-receiver", "b"),
    ("x-root", "s"),
    ("x-source", "s"),
    ("x-type-source", "s"),
    ("x-undocumented", "b"),
    ("x-unit", "s"),
    ("x-when", "s"),
];

/// A document of another author whose one call has a field of a schema.
fn document(version: &str, schema: &Value) -> String {
    let body = json!({"type": "object", "properties": {"v": schema}});
    let call = json!({"operationId": "x", "requestBody": {"content": {"application/json": {"schema": body}}}});
    json!({"openapi": version, "info": {"title": "T"}, "paths": {"/x": {"post": call}}}).to_string()
}

fn notes(text: &str) -> Vec<Note> {
    learn(text.as_bytes(), Some("audited")).expect("it can be learned").notes
}

/// What is said of a place: the kind of note and the words.
fn said(version: &str, schema: &Value) -> Vec<String> {
    let text = document(version, schema);
    let line =
        |note: &Note| format!("{} {} | {} | {}", note.kind.name(), note.what, &text[note.span.clone()], note.words.en);
    // Of the replies this document says nothing.
    notes(&text).iter().filter(|note| note.what != "x-reply").map(line).collect()
}

#[test]
fn each_keyword_with_another_kind_of_value_is_named() {
    for own in KEYWORDS {
        assert!(KINDS.iter().any(|(name, _)| *name == own), "{own} is not in the table of this test");
    }
    let values = [
        ('z', json!(null)),
        ('b', json!(true)),
        ('n', json!(7)),
        ('s', json!("seven")),
        ('a', json!([{"a": 1}])),
        ('o', json!({"a": {"b": 1}})),
    ];
    let mut count = 0;
    for (name, kinds) in KINDS {
        for (kind, value) in values.iter().filter(|(kind, _)| *kinds != "*" && !kinds.contains(*kind)) {
            // The value stands in the document once, and at its place a note.
            let text = document("3.1.0", &json!({*name: value}));
            let place = format!("{}:{value}", json!(name));
            let at = text.rfind(&place).expect("it is there") + json!(name).to_string().len() + 1;
            let is_it = |note: &Note| note.span == (at..at + value.to_string().len());
            assert!(notes(&text).iter().any(is_it), "{name} {kind}: {:?}", notes(&text));
            count += 1;
        }
    }
    assert!(count > 250, "{count}");
}

#[test]
fn faults_of_a_schema_are_named_at_their_place() {
    let list = json!({"type": "array", "items": {"type": "string"}});
    for (version, schema, expected) in [
        (
            "3.0.3",
            json!({"type": "object", "required": ["a", "nmae"], "properties": {"a": {}, "name": {}}}),
            "left_out \"nmae\" | \"nmae\"",
        ),
        ("3.1.0", json!({"type": "object", "required": ["a"]}), "left_out \"a\" | \"a\""),
        ("3.1.0", json!({"allOf": [{"properties": {"a": {}}}, {"required": ["b"]}]}), "left_out \"b\" | \"b\""),
        ("3.0.3", json!({"type": "sting"}), "left_out type \"sting\" → string? | \"sting\""),
        ("3.0.3", json!({"type": "String"}), "guessed type \"String\" → \"string\" | \"String\""),
        ("3.0.3", json!({"type": "int"}), "guessed type \"int\" → \"integer\" | \"int\""),
        ("3.1.0", json!({"type": ["string", "nul"]}), "left_out type [\"string\",\"nul\"] | ["),
        ("3.1.0", json!({"$dynamicRef": "#node"}), "left_out $dynamicRef \"#node\" | \"#node\""),
        ("3.0.3", json!({"type": "string", "maxLength": "10"}), "guessed maxLength \"10\" → 10 | \"10\""),
        ("3.0.3", json!({"type": "string", "maxLength": "ten"}), "left_out maxLength \"ten\" | \"ten\""),
        ("3.0.3", json!({"type": "string", "maxLength": -1}), "left_out maxLength -1 | -1"),
        ("3.0.3", json!({"type": "string", "maxLength": 2.5}), "left_out maxLength 2.5 | 2.5"),
        ("3.1.0", json!({"type": "array", "items": false}), "left_out false | false"),
        ("3.1.0", json!({"type": "object", "properties": {"gone": false}}), "left_out false | false"),
        ("3.1.0", json!({"type": "array", "items": [list]}), "left_out [{"),
        ("3.0.3", json!({"type": "integer", "minimum": 9, "maximum": 3}), "left_out minimum 9 > maximum 3 | 9"),
        (
            "3.0.3",
            json!({"type": "number", "minimum": 0.5, "maximum": 0.25}),
            "left_out minimum 0.5 > maximum 0.25 | 0.5",
        ),
        (
            "3.1.0",
            json!({"type": "integer", "exclusiveMinimum": 3, "maximum": 3}),
            "left_out minimum 3 > maximum 3 | 3",
        ),
        ("3.0.3", json!({"type": "string", "minLength": 9, "maxLength": 3}), "left_out minLength 9 > maxLength 3 | 9"),
        ("3.0.3", json!({"type": "array", "minItems": 9, "maxItems": 3}), "left_out minItems 9 > maxItems 3 | 9"),
        (
            "3.1.0",
            json!({"type": "integer", "minimum": 3, "exclusiveMinimum": true}),
            "guessed exclusiveMinimum true | true",
        ),
        ("3.0.3", json!({"type": "integer", "exclusiveMinimum": 3}), "guessed exclusiveMinimum 3 | 3"),
        ("3.0.3", json!({"type": "integer", "exclusiveMinimum": true}), "left_out exclusiveMinimum true | true"),
        ("3.0.3", json!({"type": "string", "enum": []}), "left_out enum [] | []"),
        ("3.0.3", json!({"type": "integer", "enum": ["a", 2]}), "left_out \"a\" | \"a\" | of another type"),
        ("3.1.0", json!({"type": ["string", "null"], "enum": ["a", null, 2]}), "left_out 2 | 2 | of another type"),
        (
            "3.1.0",
            json!({"type": "string", "contentMediaType": "application/json"}),
            "left_out contentMediaType \"application/json\"",
        ),
        ("3.1.0", json!({"type": "string", "contentMediaType": "image/png"}), "guessed contentMediaType \"image/png\""),
        ("3.1.0", json!({"type": "string", "contentEncoding": "base64url"}), "left_out contentEncoding \"base64url\""),
        ("3.0.3", json!({"type": "string", "maxlength": 3}), "left_out maxlength → maxLength? | \"maxlength\""),
        ("3.0.3", json!({"type": "string", "max_length": 3}), "left_out max_length → maxLength? | \"max_length\""),
        ("3.0.3", json!({"type": "string", "pattren": "a"}), "left_out pattren → pattern? | \"pattren\""),
        ("3.0.3", json!({"type": "object", "propertys": {}}), "left_out propertys → properties? | \"propertys\""),
        ("3.0.3", json!({"type": "object", "name": {"type": "string"}}), "left_out name | \"name\" | no such keyword"),
        ("3.0.3", json!({"required": true}), "left_out required true | true"),
        ("3.0.3", json!({"$ref": "#/paths", "nullable": true}), "left_out nullable true | true"),
    ] {
        let said = said(version, &schema);
        assert!(said.iter().any(|line| line.starts_with(expected)), "{schema}: {said:#?}");
    }
}

/// What is no fault of a schema is not called one.
#[test]
fn a_healthy_schema_is_not_remarked_on() {
    let parent = json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}});
    for schema in [
        json!({"allOf": [parent, {"required": ["a", "b"]}]}),
        json!({"allOf": [parent], "required": ["a"]}),
        json!({"type": "object", "required": ["key"], "additionalProperties": {"type": "string"}}),
        json!({"type": "object", "properties": {"a": {}}, "additionalProperties": false}),
        json!({"type": ["string", "null"], "minLength": 1, "maxLength": 1, "title": "A", "default": null, "deprecated": true}),
        json!({"type": "integer", "minimum": 3, "maximum": 3, "format": "int64", "examples": [3], "readOnly": true}),
        json!({"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png", "$comment": "x"}),
        json!({"type": "string", "enum": ["a"], "x-enum-varnames": ["A"], "x-anything": {"type": "sting"}}),
        json!({"type": "object", "properties": {"maxlength": {"type": "string"}, "x-a": true, "type": {"enum": ["x"]}}}),
        json!({"type": "object", "example": {"type": "sting"}, "default": {"maxlength": 1}, "enum": [{"type": 1}, null]}),
        json!(true),
    ] {
        assert_eq!(said("3.1.0", &schema), [""; 0], "{schema}");
    }
}

/// What surrounds schemas is looked at, too.
#[test]
fn members_of_calls_and_parameters_are_looked_at() {
    let good = json!({"name": "q", "in": "query", "schema": {"type": "string"}});
    let with = |key: &str, value: Value| {
        let mut parameter = good.clone();
        parameter[key] = value;
        json!({"get": {"operationId": "x", "parameters": [parameter]}})
    };
    for (item, expected) in [
        (with("required", json!("yes")), "required \"yes\""),
        (with("requird", json!(true)), "requird → required?"),
        (with("explode", json!(0)), "explode 0"),
        (json!({"get": {"operationId": "x", "parameters": {"q": good}}}), "parameters {"),
        (json!({"get": {"operationId": "x", "parameters": ["q"]}}), "\"q\""),
        (json!({"post": {"operationId": "x", "requestBdy": {}}}), "requestBdy → requestBody?"),
        (json!({"post": {"operationId": "x", "requestBody": {"content": []}}}), "content []"),
        (
            json!({"post": {"operationId": "x", "requestBody": {"content": {"application/json": {"shema": {}}}}}}),
            "shema → schema?",
        ),
        (json!({"post": {"operationId": "x"}, "gte": {}}), "gte"),
        (json!("x"), "\"x\""),
    ] {
        let text = json!({"openapi": "3.1.0", "info": {"title": "T"}, "paths": {"/x": item}}).to_string();
        let notes = notes(&text);
        assert!(notes.iter().any(|note| note.what.trim_start().starts_with(expected)), "{expected}: {notes:#?}");
    }
}

/// What is taken as it is meant, and what is dropped, in the document that is written.
#[test]
fn a_fault_does_not_reach_the_document() {
    for (schema, expected) in [
        (json!({"type": "string", "maxLength": "10"}), json!({"type": "string", "maxLength": 10})),
        (json!({"type": "int", "minimum": "1"}), json!({"type": "integer", "minimum": 1})),
        (json!({"type": "int", "minimum": 3, "exclusiveMinimum": true}), json!({"type": "integer", "minimum": 4})),
        (json!({"type": "sting", "maxLength": {}}), json!({})),
        (json!({"type": "string", "minLength": 9, "maxLength": 3}), json!({"type": "string"})),
        (json!({"type": "integer", "minimum": 3, "exclusiveMinimum": true}), json!({"type": "integer", "minimum": 4})),
        (json!({"type": "string", "enum": [], "nullable": true}), json!({"type": ["string", "null"], "x-null": true})),
        (
            json!({"type": "string", "contentMediaType": "image/png"}),
            json!({"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"}),
        ),
        (json!({"type": "file"}), json!({"type": "string", "contentEncoding": "base64"})),
    ] {
        let learned = learn(document("3.1.0", &schema).as_bytes(), Some("audited")).expect("it can be learned");
        let document: Value = serde_json::from_str(&learned.document).expect("JSON");
        let place = "/paths/~1x/post/requestBody/content/application~1json/schema/properties/v";
        assert_eq!(document.pointer(place), Some(&expected), "{schema}");
    }
}

/// What would take long is looked at in part: schemas that are all made of a large one, and a hundred thousand misspelt names.
#[test]
fn what_explodes_is_looked_at_in_part() {
    let fields: serde_json::Map<_, _> = (0..4000).map(|number| (format!("field{number}"), json!({}))).collect();
    let made = json!({"allOf": [{"$ref": "#/components/schemas/Large"}], "required": ["field1", "nowhere"]});
    let mut schemas: serde_json::Map<_, _> = (0..20_000).map(|number| (format!("S{number}"), made.clone())).collect();
    schemas.insert("Large".into(), json!({"type": "object", "properties": fields}));
    let misspelt: serde_json::Map<_, _> = (0..100_000).map(|number| (format!("maxlength{number}"), json!(1))).collect();
    schemas.insert("Misspelt".into(), Value::Object(misspelt));
    let document = json!({"openapi": "3.1.0", "info": {"title": "T"}, "paths": {}, "components": {"schemas": schemas}});
    // Without bounds it takes many minutes.
    let notes = notes(&document.to_string());
    assert!(notes.iter().any(|note| note.what == "\"nowhere\"") && notes.len() < 1000, "{}", notes.len());
}

/// What a reference names is not there: the reference is named, and not the call alone that it stands in.
#[test]
fn a_reference_to_nothing_is_named_at_its_place() {
    let reference = json!({"$ref": "#/components/schemas/Missing"});
    let call = json!({"operationId": "x", "requestBody": {"content": {"application/json": {"schema": reference}}}});
    let other = json!({"operationId": "y", "requestBody": {"$ref": "#/components/requestBodies/None"}});
    let ok = json!({"operationId": "z"});
    let paths = json!({"/x": {"post": call}, "/y": {"post": other}, "/z": {"post": ok}});
    let text = json!({"openapi": "3.0.3", "info": {"title": "T"}, "paths": paths}).to_string();
    let notes = notes(&text);
    for place in ["\"#/components/schemas/Missing\"", "\"#/components/requestBodies/None\""] {
        assert!(notes.iter().any(|note| &text[note.span.clone()] == place && note.what == place), "{place}: {notes:?}");
    }
}
