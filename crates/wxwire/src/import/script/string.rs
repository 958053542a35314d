//! Strings of JavaScript and Python, of every quote.

use super::escape;
use super::read::Reader;
use crate::import::text::Text;

impl Reader<'_> {
    pub(super) fn string_begins(&self) -> bool {
        let rest = self.rest();
        let prefix = prefix(rest);
        let quote = rest[prefix..].starts_with(['"', '\'', '`']);
        let before = self.text.as_str()[..self.at].chars().next_back();
        prefix <= 2 && quote && (prefix == 0 || !before.is_some_and(char::is_alphanumeric))
    }

    /// The string at this place, its escapes resolved.
    pub(super) fn string(&mut self) -> Text {
        let rest = self.rest();
        let prefix = prefix(rest);
        let raw = rest[..prefix].contains(['r', 'R']);
        let formatted = rest[..prefix].contains(['f', 'F']);
        self.step(prefix);
        let rest = self.rest();
        let quote = ["\"\"\"", "'''", "\"", "'", "`"].into_iter().find(|quote| rest.starts_with(quote)).unwrap_or("\"");
        self.step(quote.len());
        let mut out = self.text.slice(self.at..self.at);
        let first = quote.chars().next().unwrap_or('"');
        let template = first == '`';
        let stops = |char: char| match char {
            '$' => template,
            '{' | '}' => formatted,
            char => char == first || char == '\\',
        };
        loop {
            let rest = self.rest();
            let plain = rest.find(stops).unwrap_or(rest.len());
            out.push(self.text, self.at..self.at + plain);
            self.step(plain);
            let rest = self.rest();
            if rest.is_empty() || self.is(quote) {
                return out;
            }
            if let Some(length) = code(rest, formatted) {
                out.push_code(self.text, self.at..self.at + length);
                self.step(length);
            } else if formatted && (rest.starts_with("{{") || rest.starts_with("}}")) {
                self.step(1);
                out.push(self.text, self.at..self.at + 1);
                self.step(1);
            } else if rest.starts_with('\\') && !raw {
                let (char, length) = escape::read(rest);
                if let Some(char) = char {
                    out.push_char(char, self.text, self.at..self.at + length);
                }
                self.step(length);
            } else {
                let length = if raw && rest.starts_with('\\') { 2 } else { 1 };
                let length = (length..=rest.len()).find(|&end| rest.is_char_boundary(end)).unwrap_or(rest.len());
                out.push(self.text, self.at..self.at + length);
                self.step(length);
            }
        }
    }
}

/// The length of the code that a string goes on with: `${…}` of a template, `{…}` of a formatted string.
fn code(text: &str, formatted: bool) -> Option<usize> {
    let is = match formatted {
        true => text.starts_with('{') && !text.starts_with("{{"),
        false => text.starts_with("${"),
    };
    is.then(|| text.find('}').map_or(text.len(), |end| end + 1))
}

/// The length of what may stand before a quote: `r`, `b`, `f`, `u`, or two of them.
fn prefix(text: &str) -> usize {
    text.bytes().take(3).take_while(|byte| b"rRbBfFuU".contains(byte)).count()
}
