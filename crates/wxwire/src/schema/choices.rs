//! The schema of a number that has names.

use serde_json::json;

/// An integer that is one of these, each with its doc comment.
pub(crate) fn choices(known: &[(i64, &str)]) -> schemars::Schema {
    let one = |(value, docs): &(i64, &str)| json!({"type": "integer", "const": value, "description": docs});
    let list: Vec<_> = known.iter().map(one).collect();
    schemars::json_schema!({"oneOf": list})
}
