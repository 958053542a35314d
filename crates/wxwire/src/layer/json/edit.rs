//! Edits that replace one place in the text and leave every other byte as it is.

use super::{Kind, Tree, Value};

/// The text with one value replaced by `new`, which is JSON itself.
pub fn replace(value: Value<'_>, new: &str) -> String {
    splice(value.tree, value.span(), new)
}

/// The text with some bytes of one string replaced by other text; the bytes are those of the string as it reads. How the
/// rest of it is escaped stays. Nothing for a value that is no string.
pub fn edit_str(value: Value<'_>, range: std::ops::Range<usize>, new: &str) -> Option<String> {
    let place = |read| (value.kind() == Kind::String).then(|| value.source_offset(read));
    let quoted = quote(new);
    Some(splice(value.tree, place(range.start)?..place(range.end)?, &quoted[1..quoted.len() - 1]))
}

/// The text without one value: a member goes with its key, and one comma goes with it. The root becomes `null`.
pub fn remove(value: Value<'_>) -> String {
    let Some(family) = siblings(value) else { return replace(value, "null") };
    let position = family.iter().position(|(_, own)| own.index == value.index).unwrap_or_default();
    let range = match (position.checked_sub(1).map(|i| family[i]), family.get(position + 1)) {
        (Some((_, before)), _) => before.span().end..value.span().end,
        (None, Some(&(after, _))) => family[0].0.span().start..after.span().start,
        (None, None) => family[0].0.span().start..value.span().end,
    };
    splice(value.tree, range, "")
}

/// The text with only those members of an object whose key is to be kept; what stands between the others stays.
pub fn retain(object: Value<'_>, keep: impl Fn(Value<'_>) -> bool) -> String {
    let text = object.tree.text;
    let (mut out, mut copied, mut dropped_first) = (String::with_capacity(text.len()), 0, false);
    let mut kept_end = None;
    for (key, value) in object.members() {
        let (start, end) = (key.span().start, value.span().end);
        if keep(key) {
            if dropped_first && kept_end.is_none() {
                // The comma behind the first dropped member goes with it.
                copied = start;
            }
            out.push_str(&text[copied..end]);
            (copied, kept_end) = (end, Some(end));
        } else if kept_end.is_none() {
            if !dropped_first {
                out.push_str(&text[copied..start]);
            }
            (copied, dropped_first) = (end, true);
        } else {
            copied = end;
        }
    }
    out + &text[copied..]
}

/// The text with a member added to an object: after the member named `after`, or as its first.
pub fn insert(object: Value<'_>, after: Option<&str>, key: &str, value: &str) -> String {
    let member = format!("{}: {value}", quote(key));
    let anchor = after.and_then(|after| object.get(after));
    match (anchor, object.members().next()) {
        (Some(anchor), _) => {
            let end = anchor.span().end;
            splice(object.tree, end..end, &format!(",{}{member}", gap(object)))
        }
        (None, Some((first, _))) => {
            let start = first.span().start;
            splice(object.tree, start..start, &format!("{member},{}", gap(object)))
        }
        (None, None) => replace(object, &format!("{{{member}}}")),
    }
}

/// The text with an item added at the end of an array.
pub fn append(array: Value<'_>, value: &str) -> String {
    match array.items().last() {
        Some(last) => splice(array.tree, last.span().end..last.span().end, &format!(",{}{value}", gap(array))),
        None => replace(array, &format!("[{value}]")),
    }
}

/// A string as JSON; what need not be escaped is not.
pub fn quote(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => json.extend(['\\', char]),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\0'..' ' => json.push_str(&format!("\\u{:04x}", char as u32)),
            _ => json.push(char),
        }
    }
    json.push('"');
    json
}

/// The white space before a container's children: that behind its first comma, or else that behind its opening.
fn gap(container: Value<'_>) -> &str {
    let starts: Vec<_> = match container.kind() {
        Kind::Object => container.members().take(2).map(|(key, value)| (key.span().start, value.span().end)).collect(),
        _ => container.items().take(2).map(|item| (item.span().start, item.span().end)).collect(),
    };
    let text = container.tree.text;
    match starts[..] {
        [(_, end), (start, _)] => text[end..start].split_once(',').map_or("", |(_, behind)| behind),
        [(start, _)] => match &text[container.span().start + 1..start] {
            "" => " ",
            gap => gap,
        },
        _ => "",
    }
}

/// The children of the container that holds this value: each with where it begins (its key, in an object).
fn siblings(value: Value<'_>) -> Option<Vec<(Value<'_>, Value<'_>)>> {
    let pointer = value.pointer();
    let (parent, _) = pointer.rsplit_once('/')?;
    let parent = value.tree.root().find(parent)?;
    Some(match parent.kind() {
        Kind::Object => parent.members().collect(),
        _ => parent.items().map(|item| (item, item)).collect(),
    })
}

fn splice(tree: &Tree<'_>, range: std::ops::Range<usize>, new: &str) -> String {
    let text = tree.text;
    [&text[..range.start], new, &text[range.end..]].concat()
}
