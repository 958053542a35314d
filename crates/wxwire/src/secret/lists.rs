//! Secrets in a list under a name that says that there are several: `"tokens": ["…"]`, and in YAML below any name of a secret. What
//! stands there must look like one.

use std::ops::Range;

use memchr::memchr_iter;

use super::Scope;
use super::loose::is_token;
use super::names::{self, LONGEST};
use super::quotes::is_quote;

/// The places of such secrets in a text.
pub(super) fn items(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let brackets = memchr_iter(b'[', text.as_bytes()).filter(|at| {
        let before = text[..*at].trim_end_matches([' ', '=']);
        let name = before.strip_suffix([':', '：']).or_else(|| text[..*at].trim_end().strip_suffix('='));
        name.is_some_and(|name| names_many(name.trim_end_matches(':')))
    });
    let ends = memchr_iter(b'\n', text.as_bytes());
    let lines = ends.filter_map(|end| {
        let line = text[..end].strip_suffix('\r').unwrap_or(&text[..end]);
        Some((line.strip_suffix(':')?.len(), end + 1))
    });
    let lines = lines.filter(|(at, _)| names_any(&text[..*at]));
    let mut done = 0;
    let lines = lines.flat_map(move |(_, below)| {
        // An item may be the name of another list.
        if below < done { vec![] } else { in_lines(text, below, &mut done) }
    });
    brackets.flat_map(|at| in_brackets(text, at + 1)).chain(lines)
}

/// The name at the end of a text.
fn name_of(before: &str) -> &str {
    let before = before.trim_end_matches([' ', '\\']).trim_end_matches(is_quote).trim_end_matches('\\');
    let near = crate::scan::floor(before, before.len().saturating_sub(LONGEST));
    let start = before[near..].rfind(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '_' | '-')));
    &before[start.map_or(near, |at| near + at + before[near + at..].chars().next().map_or(0, char::len_utf8))..]
}

fn is_name(name: &str) -> bool {
    matches!(names::find(name), Some(Scope::Anywhere | Scope::Ending))
}

fn names_many(before: &str) -> bool {
    name_of(before).strip_suffix(['s', 'S']).is_some_and(is_name)
}

fn names_any(before: &str) -> bool {
    names_many(before) || is_name(name_of(before))
}

/// The items of a list in brackets, up to where anything else begins or ends in it.
fn in_brackets(text: &str, from: usize) -> Vec<Range<usize>> {
    let rest = &text[from..];
    let end = rest.find(['[', ']', '{', '}']).unwrap_or(rest.len());
    let mut at = from;
    let items = rest[..end].split(',').map(|item| {
        let start = at;
        at += item.len() + 1;
        (start, item)
    });
    items.filter_map(|(start, item)| whole(start, item)).collect()
}

/// The items of a list in lines, and up to where they stand.
fn in_lines(text: &str, from: usize, done: &mut usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    *done = from;
    for line in text[from..].split_inclusive('\n') {
        let Some(item) = line.trim_start().strip_prefix("- ") else { break };
        *done += line.len();
        found.extend(whole(*done - item.len(), item));
    }
    found
}

/// The place of an item that is a secret as a whole.
fn whole(start: usize, item: &str) -> Option<Range<usize>> {
    let is_around = |char: char| is_quote(char) || char.is_whitespace() || char == '\\';
    let inner = item.trim_start_matches(is_around);
    let start = start + item.len() - inner.len();
    let inner = inner.trim_end_matches(is_around);
    is_token(inner).then(|| start..start + inner.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_items_of_a_list_of_secrets() {
        let secret = "Zq7Lw2Xn9Kd4Vb8Rt3Yp";
        for (before, behind) in [
            ("{\"tokens\":[\"", "\"],\"a\":1}"),
            ("{\"apiKeys\": [\n  \"one\",\n  \"", "\"\n]}"),
            ("access_tokens = ['", "']"),
            ("{\\\"tokens\\\":[\\\"", "\\\"]}"),
            ("tokens:\n  - ", "\nname: a\n"),
            ("corp_secret:\r\n- \"", "\"\r\n"),
        ] {
            let text = format!("{before}{secret}{behind}");
            let found: Vec<_> = items(&text).map(|place| &text[place]).collect();
            assert_eq!(found, [secret], "{text}");
        }
        for text in [
            format!("{{\"ids\":[\"{secret}\"]}}"),
            "{\"tokens\":[\"hello\",\"world\",12345678901234]}".to_owned(),
            "secrets:\n  - db_password_v2\n  - source: wx-secret-2024\n".to_owned(),
            format!("tokens:\nname:\n  - {secret}\n"),
        ] {
            assert_eq!(items(&text).count(), 0, "{text}");
        }
    }
}
