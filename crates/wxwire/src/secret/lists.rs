//! Secrets in a list under a name that says that there are several: `"tokens": ["…"]`, and in YAML below any name of a secret. What
//! stands there must look like one.

use std::ops::Range;

use memchr::{memchr_iter, memchr2_iter};

use super::loose::is_token;
use super::names::{LONGEST, tells};
use super::quotes::is_quote;

/// The places of such secrets in a text.
pub(super) fn items(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let brackets = memchr2_iter(b'[', b'{', text.as_bytes()).filter(|at| {
        let before = text[..*at].strip_suffix("map[string]string").unwrap_or(&text[..*at]);
        let before = before.trim_end_matches([' ', '=']);
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
    let lines = lines.flat_map(move |(at, below)| {
        // An item may be the name of another list.
        match below < done {
            true => vec![],
            false if text[below..].trim_start_matches(' ').starts_with("- ") => in_lines(text, below, &mut done),
            false if names_many(&text[..at]) => under(text, at, below, &mut done),
            false => vec![],
        }
    });
    brackets.flat_map(|at| in_brackets(text, at + 1)).chain(lines)
}

/// A text up to the end of the name in it, without the quotes and blanks behind that.
pub(super) fn up_to_name(before: &str) -> &str {
    before.trim_end_matches([' ', '\\']).trim_end_matches(is_quote).trim_end_matches('\\')
}

/// The name at the end of a text.
pub(super) fn name_of(before: &str) -> &str {
    let before = up_to_name(before);
    let near = crate::scan::floor(before, before.len().saturating_sub(LONGEST));
    let start = before[near..].rfind(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '_' | '-')));
    &before[start.map_or(near, |at| near + at + before[near + at..].chars().next().map_or(0, char::len_utf8))..]
}

fn names_many(before: &str) -> bool {
    name_of(before).strip_suffix(['s', 'S']).is_some_and(tells)
}

fn names_any(before: &str) -> bool {
    names_many(before) || tells(name_of(before))
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
    let is_map = text[..from].ends_with('{');
    let value = |start: usize, item| if is_map { of_member(start, item) } else { whole(start, item) };
    items.filter_map(|(start, item)| value(start, item)).collect()
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

/// The values of members in lines below a name that says that there are several, as long as they are indented deeper.
fn under(text: &str, at: usize, below: usize, done: &mut usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let own = depth(&text[text[..at].rfind('\n').map_or(0, |end| end + 1)..at]);
    *done = below;
    for line in text[below..].split_inclusive('\n') {
        if depth(line) <= own {
            break;
        }
        *done += line.len();
        found.extend(of_member(*done - line.len(), line));
    }
    found
}

/// The place of the value of a member that is a secret as a whole.
fn of_member(start: usize, member: &str) -> Option<Range<usize>> {
    let (name, value) = member.split_once([':', '='])?;
    whole(start + name.len() + 1, value.trim_start_matches('>')).map(|place| {
        let skipped = value.len() - value.trim_start_matches('>').len();
        place.start + skipped..place.end + skipped
    })
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
            ("tokens: {prod: ", "}"),
            ("tokens = {\"prod\": \"", "\"}"),
            ("{\"credentials\":{\"value\":\"", "\",\"n\":1}}"),
            ("tokens := map[string]string{\"a\": \"", "\"}"),
            ("tokens = {'a' => 'x', 'prod' => '", "'}"),
            ("a:\n  credentials:\n    value: ", "\n  b: Ab1Cd2Ef3Gh4Jk5\n"),
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
            format!("token:\n  name: {secret}\n"),
            format!("tokens:\nname: {secret}\n"),
            format!("ids: {{a: {secret}}}"),
            "{\"tokens\":{\"prompt\":12,\"model\":\"gpt-4-turbo-2024\"}}".to_owned(),
        ] {
            assert_eq!(items(&text).count(), 0, "{text}");
        }
    }
}
