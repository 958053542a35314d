//! The parts of a form as they stand on the wire, each with a head of its own.

use crate::import::found::{Found, Part};
use crate::import::report::Why;
use crate::import::text::Text;

/// So many parts are read.
const MAX_PARTS: usize = 100;

/// What parts the parts from each other, where a head says that there are some.
pub(super) fn boundary(found: &Found) -> Option<String> {
    let is_type = |name: &Text| name.as_str().eq_ignore_ascii_case("content-type");
    let (_, kind) = found.headers.iter().find(|(name, _)| is_type(name))?;
    let is_form = kind.as_str().trim_start().to_ascii_lowercase().starts_with("multipart/form-data");
    let (_, boundary) = kind.as_str().split_once("boundary=").filter(|_| is_form)?;
    let boundary = boundary.split(';').next().unwrap_or_default().trim().trim_matches('"');
    (!boundary.is_empty()).then(|| format!("--{boundary}"))
}

/// Takes the parts of a body; what follows the last one is left out.
pub(super) fn take(found: &mut Found, body: &Text, boundary: &str) {
    let source = body.as_str();
    let mut places = source.match_indices(boundary).map(|(at, _)| at).take(MAX_PARTS + 1).peekable();
    while let Some(at) = places.next() {
        let start = at + boundary.len();
        if source[start..].starts_with("--") {
            let rest = body.slice(start + 2..source.len()).trim();
            if !rest.is_empty() {
                found.drop(Why::Rest, &rest);
            }
            return;
        }
        let end = places.peek().copied().unwrap_or(source.len());
        found.parts.extend(part(body, start, end));
    }
}

fn part(body: &Text, start: usize, end: usize) -> Option<Part> {
    let source = &body.as_str()[..end];
    let (head, gap) = ["\r\n\r\n", "\n\n"]
        .into_iter()
        .filter_map(|gap| Some((start + source[start..].find(gap)?, gap.len())))
        .min()?;
    let name = parameter(body, start..head, "name=")?;
    let inside = body.slice(head + gap..end);
    let length = inside.as_str().trim_end_matches(['\r', '\n']).len();
    Some(match parameter(body, start..head, "filename=") {
        Some(file) => Part { name, value: file, is_file: true },
        None => Part { name, value: inside.slice(0..length), is_file: false },
    })
}

/// A parameter of a part's head, in quotes or not.
fn parameter(body: &Text, head: std::ops::Range<usize>, name: &str) -> Option<Text> {
    let source = &body.as_str()[head.clone()];
    let begins = |at: &usize| source[..*at].ends_with([' ', ';', '\t', '\n']);
    let at = source.match_indices(name).map(|(at, _)| at).find(begins)? + name.len();
    let (start, ends) = match source[at..].strip_prefix('"') {
        Some(_) => (at + 1, "\""),
        None => (at, ";"),
    };
    let rest = source[start..].lines().next().unwrap_or_default();
    let length = rest.find(ends).unwrap_or(rest.len());
    Some(body.slice(head.start + start..head.start + start + length))
}
