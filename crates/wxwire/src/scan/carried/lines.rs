//! The lines of several programs in turn, each behind the name of its own: as `docker compose logs` shows them, and as
//! Kubernetes keeps them, where a long line is parted into several.

use std::ops::Range;

use super::{Carried, Form, lines_of, opened};

/// So many programs are told apart.
const MAX_PROGRAMS: usize = 64;

/// A line: whose it is, and where its text stands.
struct Line<'t> {
    whose: &'t str,
    text: Range<usize>,
    /// It goes on in the next of the same.
    is_part: bool,
}

pub(super) fn read(text: &str) -> Option<Carried> {
    let lines = all(text, kept).or_else(|| all(text, shown))?;
    let whose = names(&lines)?;
    if !are_in_turn(text, &lines, &whose) {
        return None;
    }
    let mut carried = Carried::new(Form::InTurn);
    for name in whose {
        for line in lines.iter().filter(|line| line.whose == name) {
            carried.keep(text, line.text.clone());
            if !line.is_part {
                carried.put(b"\n", line.text.end..line.text.end);
            }
        }
    }
    Some(carried)
}

/// All lines, where each is such.
fn all<'t>(text: &'t str, read: fn(&'t str) -> Option<Line<'t>>) -> Option<Vec<Line<'t>>> {
    let lines = lines_of(text).map(|place| {
        let line = read(&text[place.clone()])?;
        Some(Line { text: place.start + line.text.start..place.start + line.text.end, ..line })
    });
    lines.collect()
}

/// Whose the lines are, in the order in which they come.
fn names<'t>(lines: &[Line<'t>]) -> Option<Vec<&'t str>> {
    let mut names = Vec::new();
    for line in lines {
        if !names.contains(&line.whose) {
            names.push(line.whose);
        }
        if names.len() > MAX_PROGRAMS {
            return None;
        }
    }
    Some(names)
}

/// Whether the text of a program goes on behind another's, or in the next line of its own.
fn are_in_turn(text: &str, lines: &[Line<'_>], names: &[&str]) -> bool {
    let mut open = vec![0; names.len()];
    let mut next = lines.iter().skip(1);
    lines.iter().any(|line| {
        let index = names.iter().position(|name| *name == line.whose).unwrap_or_default();
        open[index] += opened(&text[line.text.clone()]);
        line.is_part || next.next().is_some_and(|next| open[index] > 0 && next.whose != line.whose)
    })
}

/// A line as Kubernetes keeps it: `2024-01-01T00:00:00.1Z stdout F …`, with `P` where it goes on.
fn kept(line: &str) -> Option<Line<'_>> {
    let (time, rest) = line.split_once(' ')?;
    let (whose, rest) = rest.split_once(' ')?;
    let (mark, said) = rest.split_once(' ').unwrap_or((rest, ""));
    let is_time = time.len() >= "2024-01-01T00:00:00Z".len()
        && time.as_bytes()[10] == b'T'
        && time.bytes().all(|byte| byte.is_ascii_digit() || b"-:.+TZ".contains(&byte));
    let is_kept = is_time && matches!(whose, "stdout" | "stderr") && matches!(mark, "F" | "P");
    is_kept.then_some(Line { whose, text: line.len() - said.len()..line.len(), is_part: mark == "P" })
}

/// A line as it is shown: `api-1  | …`.
fn shown(line: &str) -> Option<Line<'_>> {
    let (before, said) = line.split_once('|')?;
    let whose = before.trim_end();
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let is_shown = !whose.is_empty() && whose.len() < before.len() && whose.bytes().all(is_name);
    let said = said.strip_prefix(' ').unwrap_or(said);
    is_shown.then_some(Line { whose, text: line.len() - said.len()..line.len(), is_part: false })
}
