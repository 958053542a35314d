//! Every value on a line of its own, behind its path.

use serde_json::json;
use wxwire::explain::Explanation;

use crate::options::Options;
use crate::terminal;

/// Prints `path = value`, all of it, whatever stands around: made to be searched.
pub(super) fn show(explanation: &Explanation, options: &Options) {
    for line in explanation.lines.iter().filter(|line| !line.opened) {
        match options.json {
            true => terminal::json(&json!({"path": line.path, "value": line.value})),
            false => {
                terminal::say(&format!("{} = {}", terminal::one_line(&line.path), terminal::one_line(&line.value)));
            }
        }
    }
}
