//! A file of Docker Compose, in which `$$` stands for `$`, in whatever command of a service.

use memchr::memmem;

use super::{Carried, Form};

/// How a dollar is written there.
const DOLLAR: &str = "$$";

pub(super) fn read(text: &str) -> Option<Carried> {
    memmem::find(text.as_bytes(), DOLLAR.as_bytes())?;
    if !has_services(text) {
        return None;
    }
    let (mut carried, mut at) = (Carried::new(Form::Compose), 0);
    for (sign, _) in text.match_indices(DOLLAR) {
        carried.keep(text, at..sign);
        at = sign + DOLLAR.len();
        carried.put(b"$", sign..at);
    }
    carried.keep(text, at..text.len());
    Some(carried)
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
