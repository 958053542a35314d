//! A file of Docker Compose, in which `$$` stands for `$`, in whatever command of a service, and `$X` and `${X}` for values
//! that Compose puts there before any shell sees them, in quotes of any kind.

use std::ops::Range;

use super::{Carried, Form};

/// How a dollar is written there.
const DOLLAR: &str = "$$";

/// The longest variable with what stands for it if it is not set; of a longer one only what opens it is taken.
const MAX_VARIABLE: usize = 200;

pub(super) fn read(text: &str) -> Option<Carried> {
    memchr::memchr(b'$', text.as_bytes())?;
    if !has_services(text) {
        return None;
    }
    let (mut carried, mut start, mut is_told) = (Carried::new(Form::Compose), 0, false);
    for line in text.split_inclusive('\n') {
        is_told |= push(text, start..start + line.len(), &mut carried);
        start += line.len();
    }
    is_told.then_some(carried)
}

/// Adds a line, and whether anything of Compose's stands in it.
fn push(text: &str, line: Range<usize>, carried: &mut Carried) -> bool {
    // What begins at the margin is no service's.
    let is_within = text[line.clone()].starts_with([' ', '\t']);
    let (mut kept, mut at, mut is_told) = (line.start, line.start, false);
    while let Some(length) = memchr::memchr(b'$', &text.as_bytes()[at..line.end]) {
        let sign = at + length;
        let rest = &text[sign..line.end];
        let is_dollar = rest.starts_with(DOLLAR);
        let variable = if is_within { variable(rest) } else { 0 };
        at = sign + if is_dollar { DOLLAR.len() } else { variable.max(1) };
        if is_dollar || variable > 0 {
            carried.keep(text, kept..sign);
            kept = at;
            is_told = true;
        }
        if is_dollar {
            carried.put(b"$", sign..at);
        } else if variable > 0 {
            carried.leave(text, sign..at);
        }
    }
    carried.keep(text, kept..line.end);
    is_told
}

/// How long the variable is that a text begins with; one in braces may have others in it.
fn variable(text: &str) -> usize {
    let name = text[1..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    if !text.starts_with("${") {
        return if text[1..].starts_with(|char: char| char.is_ascii_digit()) || name == 0 { 0 } else { 1 + name };
    }
    let mut open = 0_usize;
    let closes = text.bytes().take(MAX_VARIABLE).position(|byte| {
        match byte {
            b'{' => open += 1,
            b'}' => open -= 1,
            _ => {}
        }
        byte == b'}' && open == 0
    });
    closes.map_or("${".len(), |end| end + 1)
}

/// Whether services stand in it by their names; where they are a list, the file is another tool's, and says so to a shell.
fn has_services(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end);
    let is_remark = |line: &str| line.is_empty() || line.trim_start().starts_with('#');
    lines.any(|line| line == "services:")
        && lines.find(|line| !is_remark(line)).is_some_and(|first| {
            let name = first.trim_start();
            name.len() < first.len() && name.ends_with(':') && !name.starts_with('-')
        })
}
