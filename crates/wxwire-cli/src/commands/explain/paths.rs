//! Every value on a line of its own, behind its path.

use serde_json::json;
use wxwire::explain::Part;

use crate::options::Options;
use crate::terminal;

/// Prints `path = value`, all of it: made to be searched. Of several payloads each line begins with the number of its own.
pub(super) fn show(parts: &[Part<'_>], options: &Options) {
    for (at, part) in parts.iter().enumerate() {
        let number = (parts.len() > 1).then_some(at + 1);
        for line in part.explanation.lines.iter().filter(|line| !line.opened) {
            let (path, value) = (terminal::one_line(&line.path), terminal::one_line(&line.value));
            match (options.json, number) {
                (true, Some(number)) => {
                    terminal::json(&json!({"number": number, "path": line.path, "value": line.value}));
                }
                (true, None) => terminal::json(&json!({"path": line.path, "value": line.value})),
                (false, Some(number)) => terminal::say(&format!("{number}:{path} = {value}")),
                (false, None) => terminal::say(&format!("{path} = {value}")),
            }
        }
    }
}
