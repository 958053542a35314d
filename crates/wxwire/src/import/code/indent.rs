//! Strings of several lines: between lines of their own, with the indentation that is no part of them.

use super::literal::Escapes;
use super::reader::Reader;
use super::string::Form;
use crate::import::text::Text;

impl Reader<'_> {
    /// From the next line up to the line break before the closing sign.
    pub(super) fn here(&mut self, form: &Form, out: &mut Text) -> bool {
        let rest = self.rest();
        self.step(rest.find('\n').map_or(0, |line| line + 1));
        let rest = self.rest();
        let close = rest.match_indices(form.close).find(|(at, _)| rest[..*at].ends_with('\n')).map(|(at, _)| at);
        let Some(close) = close else { return false };
        let start = self.at;
        let end = start + rest[..close - 1].trim_end_matches('\r').len();
        *out = self.text.slice(start..start);
        self.part(form, Some(end), out);
        self.at = start;
        self.step(close + form.close.len());
        true
    }

    /// Lines without the indentation that all of them share; on one line it is a string like others.
    pub(super) fn indented(&mut self, form: &Form, last: bool, out: &mut Text) -> bool {
        let rest = self.rest();
        // What stands on the line is looked at no further than it has to be: another such string may follow at once.
        let first = rest.len() - rest.trim_start_matches(|char: char| char.is_whitespace() && char != '\n').len();
        if !rest[first..].starts_with('\n') {
            return self.part(form, None, out);
        }
        let Some(close) = closing(rest, form) else { return false };
        let body = rest.get(first + 1..close).unwrap_or_default();
        // Where the quotes close on a line of their own, its indentation counts, and its line break ends the text.
        let own_line = body.rfind('\n').map_or(0, |line| line + 1);
        let stands_alone = body[own_line..].trim().is_empty();
        let blank = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
        let lines = body.lines().filter(|line| !line.trim().is_empty()).map(blank);
        let closing = Some(body.len() - own_line).filter(|_| stands_alone);
        let indent = lines.chain(closing).min().unwrap_or(0);
        let content = if stands_alone { &body[..own_line] } else { body };
        let content =
            if stands_alone && !last { content.trim_end_matches('\n').trim_end_matches('\r') } else { content };
        let start = self.at + first + 1;
        let mut at = start;
        for line in content.split_inclusive('\n') {
            self.at = at + indent.min(blank(line));
            at += line.len();
            self.part(form, Some(at), out);
        }
        self.at = start;
        self.step(close - first - 1 + form.close.len());
        true
    }
}

/// Where the closing quotes stand that no escape hides.
fn closing(text: &str, form: &Form) -> Option<usize> {
    let sign = match form.escapes {
        Escapes::Signed(signed) | Escapes::SignedOrDoubled(signed, _) => Some(signed.sign),
        Escapes::None | Escapes::Doubled(_) => None,
    };
    let mut hidden = false;
    for (at, char) in text.char_indices() {
        if !hidden && text[at..].starts_with(form.close) {
            return Some(at);
        }
        hidden = !hidden && Some(char) == sign;
    }
    None
}
