//! The forms, from the types.

use std::fmt::Write;

use crate::appmsg::{TYPES, msg_json_schemas, unknown_json_schema};
use crate::layer::json::quote;

/// The forms, as the file `forms.json` keeps them: by the element's name, the form of each kind, and the schema of each
/// form; what no kind says has the form `""`. A `<msg>` is of the kind of the element in it.
pub fn to_json() -> String {
    let (mut kinds, mut schemas) = (String::new(), String::new());
    let mut names = vec![PLAIN];
    for kind in TYPES.iter() {
        // Writing to a string does not fail.
        let _ = writeln!(kinds, "    \"{}\": {},", kind.number, quote(kind.name));
        if !names.contains(&kind.name) {
            names.push(kind.name);
            let _ = write!(schemas, ",\n    {}: {}", quote(kind.name), kind.json_schema());
        }
    }
    let plain = unknown_json_schema();
    let of_msg: Vec<_> = msg_json_schemas().map(|(name, schema)| format!("    {}: {schema}", quote(name))).collect();
    let msg = format!("\"msg\": {{\n  \"schemas\": {{\n{}\n  }}\n}}", of_msg.join(",\n"));
    format!(
        "{{\"appmsg\": {{\n  \"kinds\": {{\n{kinds}    \"\": {0}\n  }},\n  \"schemas\": {{\n    {0}: {plain}{schemas}\n  }}\n}},\n{msg}}}\n",
        quote(PLAIN)
    )
}

/// The form of a kind that is not known: what every kind has.
const PLAIN: &str = "plain";
