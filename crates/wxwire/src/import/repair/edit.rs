//! Changes of a text, from the first to the last.

use std::borrow::Cow;
use std::ops::Range;

use crate::import::report::Fix;
use crate::import::text::Text;

/// The most changes of one text. What needs more is not worth mending.
pub(super) const MAX_EDITS: usize = 1_000_000;

/// A change of the text.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) new: Cow<'static, str>,
    pub(super) mark: Mark,
}

/// What an edit is told as.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark {
    Fix(Fix),
    Comment,
    /// A part of another repair.
    Silent,
}

/// A text with its changes, each with the place of what it stands for.
pub(super) fn mended(text: &Text, edits: &[Edit]) -> Text {
    let (mut out, mut at) = (text.slice(0..0), 0);
    for edit in edits {
        out.push(text, at..edit.range.start);
        edit.new.chars().for_each(|char| out.push_char(char, text, edit.range.clone()));
        at = edit.range.end;
    }
    out.push(text, at.min(text.len())..text.len());
    out
}

pub(super) fn apply(source: &str, edits: &[Edit]) -> String {
    let (mut out, mut at) = (String::with_capacity(source.len() + edits.len()), 0);
    for edit in edits {
        debug_assert!(
            source.get(at..edit.range.start).is_some() && source.is_char_boundary(edit.range.end),
            "{edit:?}"
        );
        out.push_str(source.get(at..edit.range.start).unwrap_or_default());
        out.push_str(&edit.new);
        at = edit.range.end;
    }
    out + source.get(at..).unwrap_or_default()
}
