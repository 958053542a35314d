//! A request that further calls behind it complete: `request.post(url).set('name', 'value').send({…})`.

use super::request::{Script, last};
use crate::import::code::{Expr, Reader};
use crate::import::found::Found;
use crate::problem::Code;

/// What such calls do.
const HEADERS: [&str; 2] = ["set", "header"];
const BODIES: [&str; 1] = ["send"];

impl Script {
    /// Takes in the calls behind one that begins a request.
    pub(super) fn chained(&self, reader: &mut Reader<'_>, found: &mut Found) {
        loop {
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
                // What is given in several calls becomes one object.
                [more] if BODIES.contains(&name) && found.body.is_some() => found.refuse(Code::Variable, more.place()),
                [body] if BODIES.contains(&name) => self.body(found, Some(body)),
                [headers] if HEADERS.contains(&name) => self.headers(found, Some(headers)),
                [name, value] => found.headers.extend(self.text(name).zip(self.text(value))),
                _ => {}
            }
        }
    }
}
