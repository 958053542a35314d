//! What parts a name from its value, in any language: a colon, a sign of equality, a comma between two texts, and all that may
//! stand around it.

use super::written::{accessors, declared, kind, marked, typed, whose};
use super::{Of, Values};
use crate::secret::sign::Sign;

impl Values<'_> {
    /// Where the value of a member in quotes begins, and how often its colon is escaped as in a URL.
    pub(in crate::secret) fn behind(&self, at: usize, quoted: bool) -> Option<(usize, usize)> {
        let after = if quoted { Sign::at(self.text, at)?.end } else { at };
        let sign = Sign::at(self.text, self.blank(after, quoted))?;
        matches!(sign.char, ':' | '：').then(|| (self.blank(sign.end, quoted), sign.percent))
    }

    /// What parts a name from its value: where the value begins, how often the sign is escaped as in a URL, and the sign.
    /// `before` is what stands before the quote of the name; `breaks`: a line may end before the value, as where a quote began.
    pub(in crate::secret) fn separator(
        &self,
        at: usize,
        quoted: Option<Sign>,
        before: Option<Sign>,
        breaks: bool,
    ) -> Option<(usize, usize, char)> {
        let mut at = if quoted.is_some() { Sign::at(self.text, at)?.end } else { at };
        // A part of a form with a head of its own.
        if quoted.is_some() && before.is_some_and(|sign| sign.char == '=') {
            let rest = &self.text[at..];
            let body = rest.strip_prefix("\r\n\r\n").or_else(|| rest.strip_prefix("\n\n"))?;
            return Some((self.text.len() - body.len(), 0, '\n'));
        }
        at = self.blank(at, quoted.is_some());
        at += whose(&self.text[at..]);
        at += accessors(&self.text[at..]);
        let next = Sign::at(self.text, at)?;
        // `headers['token'] = …`, and what is left of a quote on one side.
        if next.char == ']' || quoted.is_none() && next.is_quote() {
            at = self.blank(next.end, false);
        }
        at += kind(&self.text[at..]);
        let sign = Sign::at(self.text, at)?;
        if let Some(value) = self.fallback(at) {
            return Some((value, 0, '|'));
        }
        if let Some(value) = self.serialized(at) {
            return Some((value, 0, ':'));
        }
        let part = match sign.char {
            // `Token::of`, a part of something that has the name.
            ':' if quoted.is_none() && self.text[sign.end..].starts_with(':') => return None,
            ':' | '：' => ':',
            '=' => '=',
            // `set("token", "…")`, `("token", "…")`, `["token", "…"]`.
            ',' if quoted.is_some() && before.is_some_and(|sign| matches!(sign.char, '(' | '[')) => ',',
            _ => return None,
        };
        let mut end = sign.end;
        // `:=`, `=>`, `==`, and a colon that was typed twice.
        if let Some(next) = Sign::at(self.text, end).filter(|next| matches!(next.char, '=' | '>' | ':')) {
            end = next.end;
        }
        let mut value = self.blank(end, breaks);
        // A blank that a shell does not part words at.
        if self.text[value..].starts_with("\\ ") {
            value += "\\ ".len();
        }
        if part == ':' {
            value += marked(&self.text[value..]);
            value += declared(&self.text[value..]);
        }
        value += typed(&self.text[value..]);
        if part != ',' {
            return Some((value, sign.percent, part));
        }
        // A list of names has more than two, and what is no text is no secret there.
        Sign::at(self.text, value).filter(|sign| sign.is_quote())?;
        let (_, end, bare) = self.read(value, sign.percent, Of::All)?;
        let next = Sign::at(self.text, self.blank(end, true)).map(|sign| sign.char);
        let pair = !bare && (before.is_some_and(|sign| sign.char == '(') || next == Some(']'));
        pair.then_some((value, sign.percent, part))
    }

    /// Where the text begins that a program takes where the name has no value: `env.TOKEN || "…"`, `get("TOKEN") or "…"`.
    fn fallback(&self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let inner = rest.trim_start_matches([')', ']', ' ']);
        let behind = ["||", "??", "?:", "or "].iter().find_map(|or| inner.strip_prefix(or))?;
        let value = self.blank(self.text.len() - behind.len(), true);
        Sign::at(self.text, value).is_some_and(Sign::is_quote).then_some(value)
    }

    /// Where the text begins that PHP keeps behind a name: `s:5:"token";s:24:"…"`.
    fn serialized(&self, at: usize) -> Option<usize> {
        let rest = self.text[at..].strip_prefix(";s:")?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = self.text.len() - rest[digits..].strip_prefix(':')?.len();
        Sign::at(self.text, value).is_some_and(Sign::is_quote).then_some(value)
    }
}
