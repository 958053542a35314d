//! A value as it is written: between quotes, in brackets, or up to the next blank.

use super::written::{is_prefix, trim};
use super::{NAME, Of, Read, Values};
use crate::secret::loose;
use crate::secret::sign::Sign;
use crate::secret::variable::{default_of, is_variable};

/// The schemes of a header, which tell nothing.
const SCHEMES: [&str; 2] = ["bearer ", "basic "];

/// The most texts that are put together to one value.
const MANY: usize = 64;

impl Values<'_> {
    /// The value at a place.
    pub(in crate::secret) fn read(&self, at: usize, percent: usize, of: Of) -> Option<Read> {
        // What a shell takes where a variable has no value: `${TOKEN:-…}`.
        let default = default_of(&self.text[at..]);
        let of = if of == Of::Line && default.is_some() { Of::All } else { of };
        let at = default.map_or(at, |default| self.text.len() - default.len());
        let first = Sign::at(self.text, at)?;
        // b'…', f"…", @"…"
        let prefix = self.text[at..].bytes().take(2).take_while(|byte| b"bBfFrRuUnN@$".contains(byte)).count();
        let mut openings = [0, prefix].into_iter().filter_map(|skip| Sign::at(self.text, at + skip));
        if let Some(opening) = openings.find(|sign| sign.is_quote()) {
            let opening = self.added(opening).or_else(|| self.tripled(opening)).unwrap_or(opening);
            return if self.ends_text(opening) { None } else { self.quoted(opening, of) };
        }
        if matches!(first.char, '{' | '[') {
            let end = self.brackets(at, of)?;
            let value = &self.text[at..end];
            // What is not closed may end with any character.
            let is_blank = |inside: &str| !inside.contains(char::is_alphanumeric);
            let is_empty = value.len() < 3 || value.get(1..value.len() - 1).is_some_and(is_blank);
            return (value.len() > NAME || !is_empty && !is_variable(value)).then_some((at..end, end, true));
        }
        self.bare(at, percent, of)
    }

    /// The last of the three quotes that a text begins with.
    fn tripled(&self, first: Sign) -> Option<Sign> {
        let second = Sign::at(self.text, first.end).filter(|sign| sign.char == first.char)?;
        let third = Sign::at(self.text, second.end).filter(|sign| sign.char == first.char)?;
        (first.depth == 0).then_some(third)
    }

    /// The quote of the next text, where one ends the text before and a sign puts both together: `"…?key=" + "…"`.
    fn added(&self, closing: Sign) -> Option<Sign> {
        let rest = self.text[closing.end..].trim_start();
        let sign = rest.chars().next().filter(|char| matches!(char, '+' | '.' | '&'))?;
        // Some languages write it twice.
        let rest = rest[1..].strip_prefix(sign).unwrap_or(&rest[1..]).trim_start();
        Sign::at(self.text, self.text.len() - rest.len()).filter(|sign| sign.is_quote())
    }

    /// Whether a quote ends the text that the name stands in, as in `["a token=", 1]`: what follows goes on with a list or
    /// an object.
    fn ends_text(&self, quote: Sign) -> bool {
        let rest = self.text[quote.end..].trim_start();
        let colon = rest.strip_prefix(':').is_some_and(|rest| rest.starts_with([' ', '"', '\'', '[', '{']));
        colon || rest.is_empty() || rest.starts_with([',', '}', ']'])
    }

    fn quoted(&self, opening: Sign, of: Of) -> Option<Read> {
        let start = opening.end;
        let (mut at, mut end) = self.inside(opening, of)?;
        // What a program puts together with it is a part of it.
        for _ in 0..MANY {
            let next = Sign::at(self.text, at).filter(|_| end > at).and_then(|sign| self.next(sign));
            let Some(part) = next.and_then(|next| self.inside(next, of)) else { break };
            (at, end) = part;
        }
        let value = &self.text[start..at];
        let scheme = SCHEMES.iter().find(|scheme| is_prefix(value, scheme)).map_or(0, |scheme| scheme.len());
        let value = &value[scheme..];
        self.is_secret(value).then_some((start + scheme..at, end, false))
    }

    /// The quote of the text that is put together with the one that ends in a quote, by a sign or in the next line. A name has a
    /// colon behind it.
    fn next(&self, closing: Sign) -> Option<Sign> {
        let quote = self.added(closing).or_else(|| self.below(closing))?;
        let (_, end) = self.inside(quote, Of::All)?;
        let is_name = self.text[end..].trim_start_matches([' ', '\t']).starts_with([':', '=']);
        (quote.char == closing.char && quote.depth == closing.depth && !is_name).then_some(quote)
    }

    /// The quote of a text in the next line with nothing before it. A command has other words there.
    fn below(&self, closing: Sign) -> Option<Sign> {
        let line = self.text[closing.end..].trim_start_matches([' ', '\t', '\r', '\\', '_']).strip_prefix('\n')?;
        let quote = line.trim_start_matches([' ', '\t']);
        let quote = Sign::at(self.text, self.text.len() - quote.len()).filter(|sign| sign.is_quote())?;
        let (at, _) = self.inside(quote, Of::All)?;
        loose::is_plausible(&self.text[quote.end..at]).then_some(quote)
    }

    /// The end of what stands between a quote and the next of its kind, and the place behind that.
    fn inside(&self, opening: Sign, of: Of) -> Option<(usize, usize)> {
        let mut at = opening.end;
        let mut behind = None;
        while let Some(sign) = Sign::at(self.text, at) {
            if sign.closes(opening) {
                behind = Some(sign.end);
                break;
            }
            if sign.breaks() {
                break;
            }
            if !of.allows(&self.text[at..sign.end]) {
                return None;
            }
            at = sign.end;
        }
        Some((at, behind.unwrap_or(at)))
    }

    /// A value without quotes.
    fn bare(&self, from: usize, percent: usize, of: Of) -> Option<Read> {
        let line = of == Of::Line;
        let scheme = SCHEMES.iter().find(|scheme| is_prefix(&self.text[from..], scheme));
        let start = from + scheme.map_or(0, |scheme| scheme.len());
        let mut at = start;
        let mut code = false;
        while let Some(sign) = Sign::at(self.text, at) {
            let ends = match sign.char {
                _ if sign.percent > percent => false,
                '\n' | '\r' | '"' | '\'' | '`' | '“' | '”' | '<' => true,
                ' ' | '\t' | '&' | ',' | ';' | '>' | '|' | '}' | ']' | ')' | '，' | '。' | '；' | '#' => !line,
                '(' | '[' => {
                    code = !line;
                    code
                }
                _ => sign.char.is_whitespace() && !line,
            };
            if ends {
                break;
            }
            if !of.allows(&self.text[at..sign.end]) {
                return None;
            }
            at = sign.end;
        }
        let value = trim(&self.text[start..at]);
        (!(code && value.len() <= NAME) && self.is_secret(value)).then_some((start..start + value.len(), at, true))
    }

    /// The end of what a bracket begins; of the text, where it is not closed. None where it is no value of these.
    fn brackets(&self, from: usize, of: Of) -> Option<usize> {
        let (mut at, mut depth) = (from, 0_usize);
        let mut string: Option<Sign> = None;
        while let Some(sign) = Sign::at(self.text, at) {
            if !of.allows(&self.text[at..sign.end]) {
                return None;
            }
            at = sign.end;
            match string {
                Some(opening) if sign.closes(opening) => string = None,
                Some(_) => {}
                None if matches!(sign.char, '"' | '\'') => string = Some(sign),
                None if matches!(sign.char, '{' | '[') => depth += 1,
                None if matches!(sign.char, '}' | ']') => depth -= 1,
                None => {}
            }
            if depth == 0 {
                break;
            }
        }
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, blotted, masked};

    /// A text that a program puts together of several is hidden to its end.
    #[test]
    fn a_secret_in_parts() {
        for (before, between, behind) in [
            ("token = \"", "\" + \"", "\""),
            ("{\"token\": \"", "\" + \"", "\", \"a\": 1}"),
            ("String token = \"", "\"\n    + \"", "\";"),
            ("$token = '", "' . '", "';"),
            ("token = \"", "\" .. \"", "\""),
            ("token = \"", "\" ++ \"", "\""),
            ("token = \"", "\" \\\n  \"", "\""),
            ("token = (\"", "\"\n         \"", "\")"),
            ("headers = {\"Authorization\": \"Bearer \" + \"", "\" + \"", "\"}"),
        ] {
            let text = format!("{before}Zq7Lw2Xn9Kd4{between}Vb8Rt3Yp5Mc1{behind}");
            let shown = masked(&text);
            assert!(!shown.contains("Zq7L") && !shown.contains("Vb8R") && shown.contains(MASK), "{shown}");
            assert!(shown.ends_with(behind) && blotted(&text).len() == text.len(), "{shown}");
        }
        for (text, shown) in [
            ("token: \"Zq7Lw2Xn9Kd4\"\n\"name\": \"Vb8Rt3Yp5Mc1\"", "token: \"•••\"\n\"name\": \"Vb8Rt3Yp5Mc1\""),
            ("curl -u 'me:Zq7Lw2' \\\n  'https://h/x1'", "curl -u '•••' \\\n  'https://h/x1'"),
            ("token = \"Zq7Lw2Xn9Kd4\" + suffix + \"words\"", "token = \"•••\" + suffix + \"words\""),
            ("-token: \"Zq7Lw2Xn9Kd4\"\n+\"name\": 1", "-token: \"•••\"\n+\"name\": 1"),
            ("token: \"Zq7Lw2Xn9Kd4\"\n\"said, and no more\"", "token: \"•••\"\n\"said, and no more\""),
        ] {
            assert_eq!(masked(text), shown.replace("•••", MASK));
        }
    }
}
