//! What was typed into a field, as a change of the text that the field shows.
//!
//! A field cannot hold every text: each kind of line break becomes a line feed in it, and U+0000 and half of a surrogate
//! pair become U+FFFD. So what a field holds never replaces a text: the two are compared as the field shows them, and
//! only what differs is changed.

use std::borrow::Cow;
use std::ops::Range;

/// What a field holds after a person typed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Typed {
    pub(crate) text: String,
    /// Where the caret stands, in units of UTF-16 as the document counts.
    pub(crate) caret: Option<usize>,
}

impl From<&str> for Typed {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Typed {
    fn from(text: String) -> Self {
        Self { text, caret: None }
    }
}

/// Other text for some bytes of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Change {
    pub(crate) range: Range<usize>,
    pub(crate) new: String,
}

impl Change {
    /// The change that makes one text of another: what both begin and end with stays.
    pub(crate) fn between(old: &str, new: &str) -> Self {
        // Bytes are compared many times faster than characters; the change is then of whole characters.
        let whole = |bytes: usize, is_end: &dyn Fn(usize) -> bool| {
            (0..=bytes).rev().find(|bytes| is_end(*bytes)).unwrap_or_default()
        };
        let start = whole(common(old.bytes(), new.bytes()), &|at| old.is_char_boundary(at));
        let (old_rest, new_rest) = (&old[start..], &new[start..]);
        let tail = common(old_rest.bytes().rev(), new_rest.bytes().rev());
        let tail = whole(tail, &|tail| old_rest.is_char_boundary(old_rest.len() - tail));
        Self { range: start..old.len() - tail, new: new_rest[..new_rest.len() - tail].to_owned() }
    }

    /// The change of `kept` that a person made in a field that shows it.
    pub(crate) fn typed(kept: &str, typed: &Typed) -> Self {
        let new = shown(&typed.text);
        // What is behind the caret was there before: without it, one of two equal neighbours is as good as the other.
        let behind = typed.caret.map_or(0, |caret| new.len() - place(&new, caret));
        let (tail, matched) = tail(kept, &new, behind);
        let (tail, matched) = if matched == behind { (tail, matched) } else { (0, 0) };
        let (old, rest) = (&kept[..kept.len() - tail], &new[..new.len() - matched]);
        let (head, same) = head(old, rest);
        let (old, rest) = (&old[head..], &rest[same..]);
        let (tail, matched) = self::tail(old, rest, usize::MAX);
        let mut new = rest[..rest.len() - matched].to_owned();
        // Behind a lone carriage return, a line feed would make one line break of the two.
        if kept[..head].ends_with('\r') && new.starts_with('\n') {
            new.replace_range(..1, "\r");
        }
        Self { range: head..head + old.len() - tail, new }
    }

    /// The text after the change.
    pub(crate) fn apply(&self, text: &str) -> String {
        [&text[..self.range.start], &self.new, &text[self.range.end..]].concat()
    }

    /// Where the change ends in the text after it.
    pub(crate) fn end(&self) -> usize {
        self.range.start + self.new.len()
    }
}

/// A text as a field shows it.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if text.contains(['\r', '\0']) {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// How many units of UTF-16 a field shows of the first bytes of a text.
pub(crate) fn units(text: &str, bytes: usize) -> usize {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    shown(&text[..end]).encode_utf16().count()
}

/// The byte at which so many units of UTF-16 have passed.
fn place(text: &str, units: usize) -> usize {
    let mut passed = 0;
    let found = text.char_indices().find(|(_, char)| {
        let here = passed >= units;
        passed += char.len_utf16();
        here
    });
    found.map_or(text.len(), |(at, _)| at)
}

/// How many bytes of a text and of what a field holds are the same at the beginning.
fn head(kept: &str, held: &str) -> (usize, usize) {
    let (mut at, mut same) = (0, 0);
    for char in held.chars() {
        let rest = &kept[at..];
        let Some(first) = rest.chars().next() else { break };
        if as_shown(first) != char {
            break;
        }
        at += if rest.starts_with("\r\n") { 2 } else { first.len_utf8() };
        same += char.len_utf8();
    }
    (at, same)
}

/// How many bytes of both are the same at the end, of no more than `most` that the field holds.
fn tail(kept: &str, held: &str, most: usize) -> (usize, usize) {
    let (mut end, mut same) = (0, 0);
    for char in held.chars().rev() {
        let rest = &kept[..kept.len() - end];
        let Some(last) = rest.chars().next_back() else { break };
        if as_shown(last) != char || same >= most {
            break;
        }
        end += if rest.ends_with("\r\n") { 2 } else { last.len_utf8() };
        same += char.len_utf8();
    }
    (end, same)
}

fn as_shown(char: char) -> char {
    match char {
        '\r' => '\n',
        '\0' => '\u{fffd}',
        char => char,
    }
}

fn common(one: impl Iterator<Item = u8>, other: impl Iterator<Item = u8>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests;
