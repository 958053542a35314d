//! Texts, numbers, words and calls.

use super::super::Form;
use super::super::string::{self, Of};
use super::{MAX_WORD, Reader, Stopped};
use crate::layer::json::quote as json_of;

impl Reader<'_> {
    /// Strings; JavaScript puts a `+` between the lines of a long one.
    pub(super) fn texts(&mut self, of: Of) -> Result<(), Stopped> {
        self.text(of)?;
        loop {
            let rest = self.text[self.at..].trim_ascii_start();
            let Some(more) =
                rest.strip_prefix('+').map(str::trim_ascii_start).filter(|more| more.starts_with(['\'', '"']))
            else {
                return Ok(());
            };
            self.at = self.text.len() - more.len();
            self.json.pop();
            let start = self.json.len();
            self.text(Of::Text)?;
            // The quote between the two.
            self.json.remove(start);
        }
    }

    pub(in crate::scan) fn text(&mut self, of: Of) -> Result<(), Stopped> {
        let quotes = &self.text[self.at..];
        if quotes.starts_with('\'') && of == Of::Text {
            // Both languages have these; Python's are in every print.
            self.python += usize::from(self.javascript == 0);
        }
        let is_raw = matches!(self.other, Some(Form::Php | Form::Ruby)) && quotes.starts_with('\'');
        let is_marked = of == Of::Text && matches!(self.other, Some(Form::Ruby | Form::Rust));
        let of = if is_marked { Of::Marked } else { of };
        let read = if is_raw { string::raw(self.text, self.at) } else { string::read(self.text, self.at, of) };
        // One of PHP's may go on in the next lines.
        let is_open = is_raw && self.other == Some(Form::Php);
        let (text, end) = read.ok_or(if is_open { Stopped::AtEnd } else { Stopped::Here })?;
        self.json.push_str(&json_of(&text));
        self.at = end;
        Ok(())
    }

    pub(in crate::scan) fn number(&mut self) -> Result<(), Stopped> {
        let rest = &self.text[self.at..];
        let length = rest
            .find(|char: char| !char.is_ascii_alphanumeric() && !matches!(char, '+' | '-' | '.' | '_'))
            .ok_or(Stopped::AtEnd)?;
        let typed = &rest[..length];
        let number = typed.strip_suffix('n').unwrap_or(typed);
        if matches!(number, "-Infinity" | "-inf" | "-nan") {
            self.json.push_str(&json_of(number));
        } else if crate::layer::json::Tree::parse(number).is_ok() {
            self.json.push_str(number);
            self.javascript += usize::from(number.len() < typed.len());
        } else {
            return Err(Stopped::Here);
        }
        self.at += length;
        Ok(())
    }

    /// A word, a call or a class with its object.
    pub(in crate::scan) fn word(&mut self, depth: usize) -> Result<(), Stopped> {
        let rest = &self.text[self.at..];
        let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$' | '.');
        let length = rest.find(|char| !is_name(char)).ok_or(Stopped::AtEnd)?;
        let (word, behind) = rest.split_at(length.min(rest.len()));
        if length > MAX_WORD {
            return Err(Stopped::Here);
        }
        if matches!(word, "b" | "B" | "u" | "r" | "br" | "rb") && behind.starts_with(['\'', '"']) {
            self.python += 2;
            self.at += length;
            return self.texts(if word.contains(['b', 'B']) { Of::Bytes } else { Of::Text });
        }
        let json = match word {
            "True" => Some("true"),
            "False" => Some("false"),
            "None" => Some("null"),
            "true" | "false" | "null" => Some(word),
            "undefined" => Some("null"),
            "NULL" if self.other == Some(Form::Php) => Some("null"),
            "nil" | "undef" if self.other == Some(Form::Ruby) => Some("null"),
            "Null" if self.other == Some(Form::Rust) => Some("null"),
            _ => None,
        };
        if let Some(json) = json {
            self.python += 2 * usize::from(word.starts_with(['T', 'F', 'N']));
            self.javascript += 2 * usize::from(word == "undefined");
            self.json.push_str(json);
            self.at += length;
            return Ok(());
        }
        if matches!(word, "nan" | "inf" | "NaN" | "Infinity") {
            return self.opaque(length);
        }
        let space = behind.len() - behind.trim_ascii_start().len();
        match behind[space..].chars().next() {
            // `int(0)`: what it is made of, in the code that prints it.
            Some('(') if space == 0 && matches!(word, "int" | "str" | "float") => {
                self.python += 1;
                self.made_of(length, depth)
            }
            // Values of `serde_json` by their kinds, and what an `Option` holds.
            Some('(') if space == 0 && matches!(word, "String" | "Number" | "Bool" | "Some") => {
                self.other = Some(Form::Rust);
                self.made_of(length, depth)
            }
            Some('[') if word == "Array" => {
                self.other = Some(Form::Rust);
                self.at += length + space;
                self.items(']', depth)
            }
            // `array:2 [`, as `dd` puts it.
            Some(':') if word == "array" && self.other == Some(Form::Php) => {
                self.at += length + 1;
                self.whole_number().ok_or(Stopped::Here)?;
                match self.peek()? {
                    '[' => self.rows(']', depth),
                    _ => Err(Stopped::Here),
                }
            }
            Some('(') if word == "array" => {
                self.at += length + space;
                self.rows(')', depth)
            }
            // `Decimal('1')`, `datetime.datetime(2025, 3, 1)`.
            Some('(') if space == 0 => {
                self.at += length;
                let call = self.till(')')?;
                self.at -= length;
                self.opaque(length + call)
            }
            Some('{') => {
                self.javascript += 1;
                self.at += length + space;
                self.members(depth)
            }
            _ => Err(Stopped::Here),
        }
    }

    /// The value in the brackets behind a word of this length.
    fn made_of(&mut self, length: usize, depth: usize) -> Result<(), Stopped> {
        self.at += length + 1;
        self.value(depth + 1)?;
        // `{:#?}` ends each line with a comma.
        if self.peek()? == ',' {
            self.at += 1;
        }
        if self.peek()? != ')' {
            return Err(Stopped::Here);
        }
        self.at += 1;
        Ok(())
    }

    /// Whether `${` stands in the template that begins here.
    pub(super) fn has_hole(&self) -> bool {
        let inner = &self.text[self.at + 1..];
        inner[..inner.find('`').unwrap_or(inner.len())].contains("${")
    }
}
