//! A request that further calls behind it complete: `request.post(url).set('name', 'value').send({…})`.

use super::request::{Script, last};
use crate::import::code::{Expr, Reader};
use crate::import::found::Found;

/// What such calls do.
const HEADERS: [&str; 2] = ["set", "header"];
const BODIES: [&str; 1] = ["send"];

impl Script {
    /// Takes in the calls behind one that begins a request and has no body.
    pub(super) fn chained(&self, reader: &mut Reader<'_>, found: &mut Found) {
        while found.body.is_none() {
            let before = reader.at;
            reader.space();
            if !reader.takes(".") {
                reader.at = before;
                return;
            }
            let name = reader.path();
            let name = last(&name);
            reader.space();
            let is_known = HEADERS.contains(&name) || BODIES.contains(&name) || matches!(name, "type" | "accept");
            if !is_known || reader.peek() != Some('(') {
                reader.at = before;
                return;
            }
            let arguments = reader.arguments(')');
            let values: Vec<&Expr> = arguments.iter().map(|(_, value)| value).collect();
            match values[..] {
                [body] if BODIES.contains(&name) => self.body(found, Some(body)),
                [headers] if HEADERS.contains(&name) => self.headers(found, Some(headers)),
                [name, value] => found.headers.extend(self.text(name).zip(self.text(value))),
                _ => {}
            }
        }
    }
}
