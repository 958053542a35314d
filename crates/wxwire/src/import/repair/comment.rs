//! Comments: where they end, though the line breaks are lost.
//!
//! A comment ends with its line. Where the rest cannot be read so, or no line break is left, it ends where JSON goes on:
//! at the first place at which what has to come next stands, and from which the rest can be read. It is doubtful, and
//! refused, where a comment would be empty, would break off at a colon, or would hold a bare key with its value: then a
//! member may be commented out, or a comment may swallow one.

use super::characters::is_blank;
use super::choice::Comment;
use super::edit::Mark;
use super::fault::Fault;
use super::follow::Fit;
use super::reading::Reading;
use super::state::Expect;
use crate::problem::Code;

impl Reading<'_> {
    pub(super) fn line_comment(&mut self) -> Result<(), Fault> {
        let start = self.state.at;
        let marks = if self.text[start..].starts_with('#') { 1 } else { 2 };
        let outside = self.state.expect == Expect::After && self.state.stack.is_empty();
        // A last line holds what closes the rest.
        let line = Some(self.line_end(start)).filter(|end| *end < self.text.len());
        let line = line.filter(|end| outside || self.blank(*end) < self.text.len());
        let end = line.unwrap_or(self.text.len());
        let comment = Comment { start, from: start + marks, quotes: 0, end };
        if line.is_none() && !outside {
            return self.comment_on(comment);
        }
        self.or_else(comment);
        self.comment_ends(comment, end);
        Ok(())
    }

    /// Looks for a place before the end of the line where JSON goes on.
    pub(super) fn comment_on(&mut self, comment: Comment) -> Result<(), Fault> {
        let Comment { start, from, mut quotes, end } = comment;
        let lost = end == self.text.len();
        if self.state.expect == Expect::Colon {
            // Nobody writes one there; the colon was mistyped.
            return Err(Fault::expected(start, ":"));
        }
        if lost && from > start + 2 && matches!(self.state.expect, Expect::FirstKey | Expect::Key) {
            // It would hold what looked like a member.
            return Err(Fault::expected(0, "\"key\""));
        }
        let behind_string = self.state.expect == Expect::After && self.state.last_string;
        let places = |char: char| "\"'“{}[],，:：-0123456789tfnTFN".contains(char);
        for (length, char) in self.text[from..end].char_indices().filter(|(_, char)| places(*char)) {
            let at = from + length;
            self.budget = self.budget.saturating_sub(1);
            if self.budget == 0 {
                break;
            }
            if lost && matches!(char, ':' | '：') && self.is_member(at, char) {
                return Err(Fault::new(Code::Ambiguous, start..at).last());
            }
            let even = if behind_string { quotes == 0 } else { quotes.is_multiple_of(2) };
            quotes += usize::from(char == '"');
            if !even || self.candidate(at, char) == Fit::No {
                continue;
            }
            let text = self.text[start..at].trim_end_matches(is_blank);
            if text.trim_start_matches(['/', '#']).is_empty() || text.ends_with([':', '：', '=', '(', '（', '{', '['])
            {
                if lost {
                    return Err(Fault::new(Code::Ambiguous, start..at).last());
                }
                continue;
            }
            let text_end = start + text.len();
            self.or_else(Comment { from: at + char.len_utf8(), quotes, ..comment });
            self.comment_ends(comment, text_end);
            self.state.comment_lost |= lost;
            return Ok(());
        }
        Err(Fault { at: end, ..Fault::new(Code::Ambiguous, start..start + 2) })
    }

    /// Whether a key and a value stand around a colon.
    fn is_member(&mut self, colon: usize, char: char) -> bool {
        let ends = |char: char| char.is_alphanumeric() || matches!(char, '_' | '"');
        let key = self.text[..colon].trim_end_matches(is_blank).ends_with(ends);
        let value = self.blank(colon + char.len_utf8());
        let opens = self.char_at(value).is_some_and(|char| "\"'“{[".contains(char));
        key && (opens || self.atom_at(value) == Fit::Yes)
    }

    /// The end of the line at a place. Asked in rising order, it is linear.
    fn line_end(&mut self, at: usize) -> usize {
        if !(self.line.0..=self.line.1).contains(&at) {
            let rest = &self.text[at..];
            self.line = (at, at + rest.find('\n').unwrap_or(rest.len()));
        }
        self.line.1
    }

    fn comment_ends(&mut self, comment: Comment, end: usize) {
        // A carriage return belongs to the line break.
        let end = if self.text[comment.start..end].ends_with('\r') { end - 1 } else { end };
        self.edit(comment.start..end, "", Mark::Comment);
        self.state.at = end;
    }

    /// Whether what has to come next can stand at a place in a comment.
    fn candidate(&mut self, at: usize, char: char) -> Fit {
        let (stack, expect) = (self.state.stack, self.state.expect);
        let yes = |yes: bool| if yes { Fit::Yes } else { Fit::No };
        let apart = self.text[..at].ends_with(|char: char| is_blank(char) || char == '/');
        match (expect, char) {
            (Expect::FirstKey | Expect::Key, '}')
            | (Expect::FirstItem | Expect::Item, ']')
            | (Expect::After, '}' | ']') => self.follows(at, stack),
            (Expect::FirstKey | Expect::Key, '"' | '\'' | '“') => yes(self.is_key(at)),
            (Expect::After, ',') if !stack.is_empty() => yes(self.goes_on(at + 1, stack) == Fit::Yes),
            (Expect::Colon, ':' | '：') => Fit::Yes,
            (Expect::Value | Expect::FirstItem | Expect::Item, '{') => {
                let next = self.blank(at + 1);
                let closed = self.char_at(next) == Some('}');
                yes(closed || self.is_key(next))
            }
            (Expect::Value | Expect::FirstItem | Expect::Item, '[') => {
                let next = self.blank(at + 1);
                let open = self.char_at(next).is_some_and(|char| "\"{[]".contains(char));
                yes(open || self.atom_at(next) != Fit::No)
            }
            (Expect::Value | Expect::FirstItem | Expect::Item, '"') => match self.text[at + 1..].find(['"', '\n']) {
                Some(length) => self.follows(at + 1 + length + 1, stack),
                None => Fit::No,
            },
            (Expect::Value | Expect::FirstItem | Expect::Item, _) if apart => self.atom_at(at),
            _ => Fit::No,
        }
    }
}
