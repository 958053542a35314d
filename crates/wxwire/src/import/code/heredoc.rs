//! Strings on lines of their own, up to a line with a word: PHP's `<<<EOT`, Ruby's `<<~EOS`.

use super::literal::{Escapes, Heredoc, Holes, Indent, Lines};
use super::reader::Reader;
use super::string::Form;
use crate::import::text::Text;

/// What the first line says.
pub(super) struct Header<'t> {
    kind: &'static Heredoc,
    word: &'t str,
    /// Nothing in it is code, and no sign an escape.
    is_raw: bool,
    /// With its line break.
    length: usize,
}

impl<'t> Reader<'t> {
    /// The first line of such a string, if one begins here and nothing else stands in its line.
    pub(super) fn heredoc(&self) -> Option<Header<'t>> {
        let rest = self.rest();
        let kind = self.language.heredocs.iter().find(|kind| rest.starts_with(kind.sign))?;
        let behind = rest[kind.sign.len()..].trim_start_matches([' ', '\t']);
        let quote = ["'", "\""].into_iter().find(|quote| behind.starts_with(quote)).unwrap_or_default();
        let behind = &behind[quote.len()..];
        let word = &behind[..behind.find(|char: char| !is_word(char)).unwrap_or(behind.len())];
        let behind = behind[word.len()..].strip_prefix(quote)?;
        let body = behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix('\n'))?;
        let is_name = word.starts_with(|char: char| char.is_alphabetic() || char == '_');
        is_name.then(|| Header { kind, word, is_raw: quote == "'", length: rest.len() - body.len() })
    }

    /// The text up to the line with the word, and past the word.
    pub(super) fn document(&mut self, header: &Header<'_>) -> Option<Text> {
        let Header { kind, word, is_raw, length } = *header;
        let goes_on = kind.indent == Indent::OfEnd;
        let body = &self.rest()[length..];
        let mut end = 0;
        let closing = body.split_inclusive('\n').find_map(|line| {
            let behind = line.trim_start_matches([' ', '\t']).strip_prefix(word);
            let is_end = behind.is_some_and(|behind| match goes_on {
                true => !behind.starts_with(is_word),
                false => behind.trim().is_empty(),
            });
            end += line.len();
            is_end.then(|| (end - line.len(), blank(line)))
        });
        let (end, own) = closing?;
        let content = &body[..end];
        let content = match kind.last {
            true => content,
            false => content.strip_suffix("\r\n").or_else(|| content.strip_suffix('\n')).unwrap_or(content),
        };
        let lines = content.lines().filter(|line| !line.trim().is_empty());
        let indent = match kind.indent {
            Indent::None => 0,
            Indent::OfEnd => own,
            // How wide a tab is, is not told.
            Indent::Shared if lines.clone().any(|line| line[..blank(line)].contains('\t')) => return None,
            Indent::Shared => lines.map(blank).min().unwrap_or(0),
        };
        let (escapes, holes) = if is_raw { (Escapes::None, Holes::NONE) } else { (kind.escapes, kind.holes) };
        let form = Form { open: "", close: "", escapes, holes, lines: Lines::Kept, kept_backslash: false };
        let start = self.at + length;
        let mut out = self.text.slice(start..start);
        let mut at = start;
        for line in content.split_inclusive('\n') {
            self.at = at + indent.min(blank(line));
            at += line.len();
            self.part(&form, Some(at), &mut out);
        }
        self.at = start;
        self.step(end + own + word.len());
        Some(out)
    }
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// How far a line is indented.
fn blank(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}
