//! A reply out of a schema, where a document shows none.

use serde_json::{Map, Value};

use super::{Mock, learned};
use crate::operation::{Entry, Maker};
use crate::schema::Shape;

/// A reply to a call, made from its schema, with ids of its own and the code of a success.
pub(super) fn reply(entry: &Entry, mock: &mut Mock) -> Value {
    let schema = entry.reply_schema();
    let mut reply = Maker::of(schema).value(schema.root(), 0);
    if matches!(schema.root().shape, Shape::Any) {
        reply = Value::Object(Map::new());
    }
    for pointer in entry.ids.iter().filter(|pointer| !pointer.contains('*')) {
        if reply.pointer(pointer).is_none() {
            learned::set(&mut reply, pointer, "0123456789".into());
        }
    }
    if let Some(rule) = &entry.reply_rule
        && let (Some(pointer), Some(yes)) = (rule.code, learned::yes(rule))
    {
        learned::set(&mut reply, pointer, yes);
    }
    mock.fresh(&reply.to_string(), entry.ids)
}
