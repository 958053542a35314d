//! Values of every type, made up by its schema.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::TYPES;
use crate::schema::{Rule, Schema, Shape};

/// One set of values for each type.
pub(super) fn of_every_type() -> impl Strategy<Value = Vec<Value>> {
    let one = |kind: &'static super::Kind| {
        value(kind.schema(), kind.schema().root()).prop_map(|mut values| {
            values["type"] = kind.number.to_string().into();
            values
        })
    };
    TYPES.iter().map(one).collect::<Vec<_>>()
}

fn value(schema: &'static Schema, rule: &'static Rule) -> BoxedStrategy<Value> {
    match &rule.shape {
        Shape::Object(object) => {
            let fields = object.fields.iter().map(|field| {
                let inner = match field.name.as_str() {
                    "$other" => other(),
                    _ => value(schema, schema.rule(field.rule)),
                };
                let name = field.name.clone();
                proptest::option::weighted(0.4, inner).prop_map(move |value| value.map(|value| (name.clone(), value)))
            });
            let fields = fields.collect::<Vec<_>>();
            fields.prop_map(|fields| Value::Object(Map::from_iter(fields.into_iter().flatten()))).boxed()
        }
        Shape::List { items, .. } => {
            let item = value(schema, schema.rule(*items));
            proptest::collection::vec(item, 1..3).prop_map(Value::Array).boxed()
        }
        _ => text().prop_map(Value::String).boxed(),
    }
}

fn text() -> impl Strategy<Value = String> {
    let odd = "[a0 \t\n\r<>&;\"'\\]=@$，你\u{7f}\u{a0}\u{feff}\u{10000}]{0,8}(\\]\\]>|&amp;|<a/>)?";
    prop_oneof![Just(String::new()), Just(" ".into()), "[ -~]{0,12}", odd]
}

/// What no field stands for.
fn other() -> BoxedStrategy<Value> {
    let pieces = [
        json!([]),
        json!(["<odd/>"]),
        json!(["@odd=\"&lt;\"", "<odd1>a</odd1>", "text", "<odd1 a='1'><b/></odd1>", "<![CDATA[<]]>", "<!-- c -->"]),
    ];
    proptest::sample::select(pieces.to_vec()).boxed()
}
