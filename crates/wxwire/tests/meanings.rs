//! What a value means is known from somewhere. A call that is only observed is a shape: names and types, and no word of what
//! they mean. So a help text there that gives numbers a meaning, or tells a limit, says where that is known from.

use serde_json::Value;
use wxwire::catalog;
use wxwire::problem::Source;

/// Whether a text has a number of its own, as `1 single, 2 group` has, and `base64` has not.
fn has_number(text: &str) -> bool {
    text.split(|char: char| !char.is_ascii_alphanumeric())
        .any(|word| word.starts_with(|char: char| char.is_ascii_digit()))
}

/// The help texts of a schema's fields that have numbers and no source.
fn unfounded(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            for field in members.get("properties").and_then(Value::as_object).into_iter().flat_map(|all| all.values()) {
                let help = field["description"].as_str().filter(|help| has_number(help));
                found.extend(help.filter(|_| field["x-source"].is_null()).map(str::to_owned));
            }
            members.values().for_each(|member| unfounded(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| unfounded(item, found)),
        _ => {}
    }
}

#[test]
fn a_meaning_of_numbers_says_where_it_is_known_from() {
    let mut looked_at = 0;
    for entry in catalog::entries().filter(|entry| entry.evidence != Source::Documented) {
        looked_at += 1;
        let mut found = Vec::new();
        for schema in [entry.json_schema(), entry.reply_json_schema()] {
            let schema: Value = serde_json::from_str(&schema).expect("a schema is JSON");
            unfounded(&schema, &mut found);
        }
        assert_eq!(found, Vec::<String>::new(), "{}: say x-source, or leave the meaning out", entry.id);
    }
    assert!(looked_at > 700, "{looked_at}");
}
