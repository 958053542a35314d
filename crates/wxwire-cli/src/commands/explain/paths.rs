//! Every value on a line of its own, behind its path.

use serde_json::json;
use wxwire::explain::Part;

use crate::options::Options;
use crate::terminal;

/// Prints `path = value`, all of it: made to be searched. Of several payloads each line begins with the number of its own.
pub(super) fn show(parts: &[Part<'_>], options: &Options) {
    for (at, part) in parts.iter().enumerate() {
        let number = (parts.len() > 1).then_some(at + 1);
        let before = number.map(|number| format!("{number}:")).unwrap_or_default();
        for line in part.explanation.lines.iter().filter(|line| !line.opened) {
            if options.json {
                let mut out = json!({"path": line.path, "value": line.value});
                if let Some(number) = number {
                    out["number"] = number.into();
                }
                terminal::json(&out);
            } else {
                let (path, value) = (terminal::one_line(&line.path), terminal::one_line(&line.value));
                terminal::say(&format!("{before}{path} = {value}"));
            }
        }
    }
}
