//! Each keyword does its own and nothing else; each JSON type is its own; what a schema asks for is in its skeleton.

use crate::catalog;
use crate::layer::json::{Kind, Tree};
use crate::problem::Source;
use crate::schema::{IdSort, In, Moment, Reach, Rule, Schema, Shape, When};

/// The rule of a schema's one field.
fn rule(field: &str) -> Rule {
    let text = format!(r#"{{"type": "object", "properties": {{"a": {field}}}}}"#);
    let schema = Schema::compile(&text, &[]);
    assert_eq!(schema.unknown_keywords, [] as [&str; 0], "{field}");
    let Shape::Object(object) = &schema.root().shape else { unreachable!("an object") };
    schema.rule(object.fields[0].rule).clone()
}

/// What is told of some values of a schema's one field, as `code severity`.
fn told(field: &str, value: &str) -> Vec<String> {
    let text = format!(r#"{{"type": "object", "properties": {{"a": {field}}}}}"#);
    let values = format!(r#"{{"a": {value}}}"#);
    let (schema, tree) = (Schema::compile(&text, &[]), Tree::parse(&values).expect("JSON"));
    let mut problems = Vec::new();
    schema.walk(tree.root(), Reach::Values, Source::Documented, &mut problems);
    problems.iter().map(|one| format!("{} {}", one.code.name(), one.severity.name())).collect()
}

#[test]
fn each_annotation_sets_its_own_and_nothing_else() {
    type Set = fn(&mut Rule);
    let cases: [(&str, Set); 18] = [
        (r#""x-source": "observed""#, |rule| rule.source = Source::Observed),
        (r#""x-source": "inferred""#, |rule| rule.source = Source::Inferred),
        (r#""x-type-source": "observed""#, |rule| rule.type_source = Some(Source::Observed)),
        (r#""x-cut": true"#, |rule| rule.cut = true),
        (r#""x-undocumented": true"#, |rule| rule.undocumented = true),
        (r#""x-layer": "base64!protobuf""#, |rule| rule.layers = vec!["base64".into(), "protobuf".into()]),
        (r#""x-root": "appmsg""#, |rule| rule.xml_root = Some("appmsg".into())),
        (r#""x-receiver": true"#, |rule| rule.receiver = true),
        (r#""x-moment": "any""#, |rule| rule.moment = Some(Moment::Any)),
        (r#""x-moment": "future""#, |rule| rule.moment = Some(Moment::Future)),
        (r#""x-when": "b=1|two""#, |rule| rule.when = When::parse("b=1|two")),
        (r#""x-needed": ["b=", "c=1"]"#, |rule| {
            rule.needed = ["b=", "c=1"].into_iter().filter_map(When::parse).collect()
        }),
        (r#""x-one-of": "b | c + d""#, |rule| rule.one_of = "b | c + d".into()),
        (r#""x-messages": true"#, |rule| rule.messages = true),
        (r#""x-id": "wxid chatroom""#, |rule| rule.ids = vec![IdSort::User, IdSort::Room]),
        (r#""x-unit": "milliseconds""#, |rule| rule.unit = Some(crate::problem::Unit::Milliseconds)),
        (r#""x-unit": "seconds""#, |rule| rule.unit = Some(crate::problem::Unit::Seconds)),
        (r#""contentEncoding": "base64", "contentMediaType": "image/png""#, |rule| {
            rule.file = Some("image/png".into())
        }),
    ];
    for (keyword, set) in cases {
        let mut expected = rule(r#"{"type": "string"}"#);
        set(&mut expected);
        assert_eq!(format!("{:?}", rule(&format!(r#"{{"type": "string", {keyword}}}"#))), format!("{expected:?}"));
    }
    for off in [r#""x-cut": false"#, r#""x-undocumented": false"#, r#""x-unit": "metres""#, r#""contentEncoding": "x""#]
    {
        let plain = rule(r#"{"type": "string"}"#);
        assert_eq!(format!("{:?}", rule(&format!(r#"{{"type": "string", {off}}}"#))), format!("{plain:?}"), "{off}");
    }
}

#[test]
fn each_type_takes_its_own_values_alone() {
    let values = [("null", "null"), ("true", "boolean"), ("7", "integer"), ("7.5", "number"), ("\"s\"", "string")];
    let values = values.into_iter().chain([("[]", "array"), ("{}", "object")]);
    for name in ["boolean", "integer", "number", "string", "array", "object"] {
        let schema = Schema::compile(r#"{"type": "object"}"#, &[]);
        let shape = rule(&format!(r#"{{"type": "{name}"}}"#)).shape;
        assert_eq!(shape.type_name(&schema), name);
        let kinds = [Kind::Null, Kind::Bool, Kind::Number, Kind::String, Kind::Array, Kind::Object];
        let names = [&["null"][..], &["boolean"], &["integer", "number"], &["string"], &["array"], &["object"]];
        for (kind, names) in kinds.into_iter().zip(names) {
            assert_eq!(shape.takes(kind), names.contains(&name), "{name} {kind:?}");
        }
        for (value, other) in values.clone() {
            let fits = other == name || (other, name) == ("integer", "number");
            let expected: &[&str] = if fits { &[] } else { &["wrong_type error"] };
            assert_eq!(told(&format!(r#"{{"type": "{name}"}}"#), value), expected, "{name} {value}");
            // One that may be absent takes null, with a warning.
            let expected: &[&str] = if other == "null" { &["null warning"] } else { expected };
            for nullable in [
                format!(r#"{{"type": ["{name}", "null"]}}"#),
                format!(r#"{{"anyOf": [{{"type": "{name}"}}, {{"type": "null"}}]}}"#),
            ] {
                assert_eq!(told(&nullable, value), expected, "{nullable} {value}");
            }
        }
    }
    // Any of several: the one of the value's type says the rest.
    let either = r#"{"anyOf": [{"type": "integer", "maximum": 3}, {"type": "string", "maxLength": 1}]}"#;
    for (value, expected) in
        [("3", None), ("4", Some("too_big")), ("\"x\"", None), ("\"xy\"", Some("too_long")), ("[]", Some("wrong_type"))]
    {
        let found = told(either, value);
        assert_eq!(found.first().map(|one| one.split(' ').next().unwrap_or_default()), expected, "{value}");
    }
}

/// Whether a class holds a character.
type Holds = fn(char) -> bool;

#[test]
fn a_class_of_characters_holds_its_own_alone() {
    for (class, holds) in [
        ("A-Za-z0-9_.-", |char: char| char.is_ascii_alphanumeric() || "_.-".contains(char)),
        ("a-c", |char: char| ('a'..='c').contains(&char)),
        ("-a", |char: char| "-a".contains(char)),
        ("a-", |char: char| "-a".contains(char)),
        ("0-9a-f-", |char: char| matches!(char, '0'..='9' | 'a'..='f' | '-')),
    ] as [(&str, Holds); 5]
    {
        for char in (' '..='~').filter(|char| !"\"\\".contains(*char)) {
            let field = format!(r#"{{"type": "string", "pattern": "^[{class}]*$"}}"#);
            let expected: &[&str] = if holds(char) { &[] } else { &["bad_character error"] };
            assert_eq!(told(&field, &format!("\"{char}\"")), expected, "[{class}] {char}");
        }
    }
}

#[test]
fn every_place_is_known_by_its_name() {
    for place in In::ALL {
        assert_eq!(In::named(place.name()), Some(place));
        let field = format!(r#"{{"type": "object", "properties": {{"a": {{"x-in": "{}"}}}}}}"#, place.name());
        let schema = Schema::compile(&field, &[]);
        let Shape::Object(object) = &schema.root().shape else { unreachable!("an object") };
        assert_eq!(object.fields[0].place, Some(place));
    }
    assert_eq!(In::named(""), None);
}

/// The skeleton of every object of the catalog has the fields that must be there, credentials apart, and each has its
/// type.
#[test]
fn a_skeleton_has_what_is_required_and_nothing_else() {
    let mut tried = 0;
    for entry in catalog::entries() {
        let schema = entry.schema();
        for rule in schema.rules() {
            let text = schema.skeleton(rule);
            let tree = Tree::parse(&format!("[{text}]")).map(|_| ());
            assert!(tree.is_ok(), "{}: {text}", entry.id);
            let mut problems = Vec::new();
            let list = format!("[{text}]");
            let tree = Tree::parse(&list).expect("JSON");
            let value = tree.root().items().next().expect("the skeleton");
            let Shape::Object(object) = &rule.shape else {
                let fits = matches!(rule.shape, Shape::Any | Shape::Either(_)) || rule.shape.takes(value.kind());
                assert!(fits, "{}: {text}", entry.id);
                continue;
            };
            let fields =
                object.tag.as_ref().and_then(|tag| tag.variants.first()).map_or(&object.fields, |one| &one.fields);
            let wanted = fields.iter().filter(|field| schema.is_wanted(field, fields));
            let found: Vec<_> = value.members().filter_map(|(key, _)| key.as_str()).collect();
            assert_eq!(found, wanted.map(|field| field.name.as_str()).collect::<Vec<_>>(), "{}", entry.id);
            schema.walk(value, Reach::Values, entry.evidence, &mut problems);
            tried += 1;
        }
        // No problem of form is told of the whole.
        let text = schema.skeleton(schema.root());
        let form = entry.check_schema(text.as_bytes()).into_iter().find(|one| {
            matches!(one.code.name(), "required" | "wrong_type" | "unknown_field" | "credential_in_values" | "syntax")
        });
        assert_eq!(form, None, "{}: {text}", entry.id);
    }
    assert!(tried > 20, "{tried}");
}

/// Credentials are in no skeleton.
#[test]
fn a_skeleton_leaves_credentials_out() {
    let credential = |name| super::super::KnownCredential { name, required: true, variable: "WXWIRE_X".into() };
    let schema = Schema::compile(
        r#"{"type": "object", "properties": {"a": {"type": "integer", "minimum": 3}, "b": {"type": "string"},
            "l": {"type": "array", "minItems": 1, "items": {"type": "boolean"}}, "m": {"type": "array"}},
            "required": ["a", "l", "m"]}"#,
        &[credential("token"), credential("id")],
    );
    assert_eq!(schema.skeleton(schema.root()), r#"{"a": 3, "l": [false], "m": []}"#);
    let Shape::Object(object) = &schema.root().shape else { unreachable!("an object") };
    let names: Vec<_> = object.fields.iter().map(|field| (field.name.as_str(), field.credential.is_some())).collect();
    assert_eq!(names, [("token", true), ("id", true), ("a", false), ("b", false), ("l", false), ("m", false)]);
}

/// The root of XML in a text that is another is told at its name.
#[test]
fn a_wrong_root_is_told_at_its_name() {
    let field = r#"{"type": "object", "properties": {"a": {"type": "string", "x-layer": "xml", "x-root": "appmsg"}}}"#;
    let schema = Schema::compile(field, &[]);
    for (xml, place) in [("<message a='1'><b/></message>", "<message"), (" <m/>", "<m"), ("<appmsgs/>", "<appmsgs")] {
        let values = format!(r#"{{"a": "{xml}"}}"#);
        let tree = Tree::parse(&values).expect("JSON");
        let mut problems = Vec::new();
        schema.walk(tree.root(), Reach::Values, Source::Documented, &mut problems);
        let span = problems[0].span.clone().expect("a place");
        assert_eq!((problems[0].code.name(), &values[span]), ("xml_root", place), "{xml}");
    }
}

/// One of each sort is right where its sort belongs, and wrong everywhere else; what is of no known sort is right.
#[test]
fn each_sort_of_id_belongs_to_its_own_fields() {
    let samples = [
        (IdSort::User, "wxid_x7k2m9q4p1r322"),
        (IdSort::Room, "45812630977@chatroom"),
        (IdSort::Official, "gh_3a8b1c5d7e9f"),
        (IdSort::MiniProgram, "gh_3a8b1c5d7e9f@app"),
        (IdSort::OpenIm, "25984984501337777@openim"),
        (IdSort::App, "wx1a2b3c4d5e6f7a8b"),
        (IdSort::Device, "wx_Yp4sTt2LkQ8mVn6RaXbJd"),
    ];
    for field in IdSort::ALL {
        let schema = format!(r#"{{"type": "string", "x-id": "{}"}}"#, field.name());
        for (sort, id) in samples {
            let expected: &[&str] = if sort == field { &[] } else { &["wrong_form error"] };
            assert_eq!(told(&schema, &format!("\"{id}\"")), expected, "{} {id}", field.name());
        }
        assert_eq!(told(&schema, "\"zhangsan\""), [] as [&str; 0]);
        assert!(IdSort::of(field.form()).is_none_or(|sort| sort == field), "{}", field.name());
    }
    let rounded = "\"3768973957878705000\"";
    assert_eq!(told(r#"{"type": "string", "x-id": "message"}"#, rounded), ["rounded warning"]);
    assert_eq!(told(r#"{"type": "integer", "x-id": "message"}"#, rounded.trim_matches('"')), ["rounded warning"]);
    assert_eq!(told(r#"{"type": "string", "x-id": "wxid"}"#, rounded), [] as [&str; 0]);
}
