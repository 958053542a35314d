//! What stands between the parts of an expression: white space, comments, line breaks that are hidden.

use super::reader::Reader;

impl Reader<'_> {
    /// Skips white space within a line, and line breaks that are hidden.
    pub(crate) fn blank(&mut self) {
        loop {
            self.step(self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\u{a0}', '\r']).len());
            let hidden =
                self.rest().strip_prefix(self.language.continues).filter(|_| !self.language.continues.is_empty());
            let Some(behind) = hidden.and_then(|rest| rest.strip_prefix("\r\n").or(rest.strip_prefix('\n'))) else {
                return;
            };
            self.step(self.rest().len() - behind.len());
        }
    }

    /// Skips white space, line breaks and comments.
    pub(crate) fn space(&mut self) {
        loop {
            self.blank();
            let rest = self.rest();
            let Some(char) = rest.chars().next() else { return };
            let comment = self.language.comments.iter().find(|comment| rest.starts_with(comment.open));
            let length = match comment {
                Some(comment) => match comment.close {
                    Some(close) if comment.nests => nested(rest, comment.open, close),
                    Some(close) => rest.find(close).map_or(rest.len(), |end| end + close.len()),
                    None => rest.find('\n').unwrap_or(rest.len()),
                },
                None if char.is_whitespace() => rest.len() - rest.trim_start().len(),
                None if !self.language.prompt.is_empty() && rest.starts_with(self.language.prompt) => {
                    self.language.prompt.len()
                }
                None => return,
            };
            self.step(length);
        }
    }

    /// Whether a comment begins that goes on to the end of its line.
    pub(crate) fn at_remark(&self) -> bool {
        let rest = self.rest();
        self.language.comments.iter().any(|comment| comment.close.is_none() && rest.starts_with(comment.open))
    }

    /// Skips what may stand before an operator.
    pub(super) fn before_operator(&mut self) {
        if self.language.breaks_before_operators {
            self.space();
        } else {
            self.blank();
        }
    }
}

/// The length of a comment with those that it holds.
fn nested(text: &str, open: &str, close: &str) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(next) = text[at..].find(|char| open.starts_with(char) || close.starts_with(char)) {
        at += next;
        let rest = &text[at..];
        if rest.starts_with(open) {
            depth += 1;
            at += open.len();
        } else if rest.starts_with(close) {
            depth = depth.saturating_sub(1);
            at += close.len();
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}
