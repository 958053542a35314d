//! JSON in the colours of a terminal, as `jq -C`, `bat` and `grep --color` write it.

use std::ops::Range;

use memchr::memmem;

use super::{Carried, Form};

/// What begins a command to a terminal.
const BEGINS: &str = "\u{1b}[";

pub(super) fn read(text: &str) -> Option<Carried> {
    let (mut carried, mut at) = (Carried::new(Form::Coloured), 0);
    let mut state = Within::default();
    let mut is_told = false;
    for start in memmem::find_iter(text.as_bytes(), BEGINS) {
        // What has no end is none.
        let Some(command) = command(text, start) else { continue };
        state.pass(&text[at..start]);
        // A person's own text is in a string, and no program writes such a byte into one.
        is_told |= state.open > 0 && !state.is_quoted || text[command.clone()].ends_with('K');
        carried.keep(text, at..start);
        at = command.end;
    }
    carried.keep(text, at..text.len());
    is_told.then_some(carried)
}

/// A text without its colours; none where it has none.
pub(crate) fn uncoloured(text: &str) -> Option<String> {
    let (mut plain, mut at) = (String::new(), 0);
    for start in memmem::find_iter(text.as_bytes(), BEGINS) {
        if let Some(command) = command(text, start) {
            plain.push_str(&text[at..start]);
            at = command.end;
        }
    }
    (at > 0).then(|| plain + &text[at..])
}

/// The command that begins at a place.
fn command(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = &text.as_bytes()[start + BEGINS.len()..];
    let length = rest.iter().position(|byte| !(byte.is_ascii_digit() || matches!(byte, b';' | b':' | b'?')))?;
    rest[length].is_ascii_alphabetic().then_some(start..start + BEGINS.len() + length + 1)
}

/// Where in JSON a place is.
#[derive(Default)]
struct Within {
    open: usize,
    is_quoted: bool,
    is_escaped: bool,
}

impl Within {
    fn pass(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' if self.is_quoted => self.is_escaped = true,
                b'"' if self.open > 0 => self.is_quoted = !self.is_quoted,
                _ if self.is_quoted => {}
                b'{' | b'[' => self.open += 1,
                b'}' | b']' => self.open = self.open.saturating_sub(1),
                _ => {}
            }
        }
    }
}
