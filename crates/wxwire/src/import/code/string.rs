//! Strings, of every form that a language has, with their escapes resolved.

use super::escape::Escape;
use super::literal::{Escapes, Holes, Lines, Literal};
use super::name::variable;
use super::reader::Reader;
use crate::import::found::Form as Written;
use crate::import::text::Text;

/// What stands before a pattern, as no value ends with it.
const BEFORE_PATTERNS: [char; 16] = ['(', ',', '=', ':', '[', '!', '&', '|', '?', '{', ';', '+', '*', '<', '>', '~'];

/// The longest pattern that is looked for.
const MAX_PATTERN: usize = 1000;

/// A form of strings, with what the letters before it change.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    pub(super) escapes: Escapes,
    pub(super) holes: Holes,
    pub(super) lines: Lines,
    /// A backslash keeps the quote behind it from closing, and stays.
    pub(super) kept_backslash: bool,
}

impl Reader<'_> {
    pub(crate) fn string_begins(&self) -> bool {
        self.opening().is_some() || self.pattern().is_some() || self.heredoc().is_some()
    }

    /// Whether what begins here is Python's bytes, which are no text where one is written or formatted.
    pub(super) fn bytes_begin(&self) -> bool {
        let is_letter = |char: &char| char.is_ascii_alphabetic();
        let letters = self.rest().chars().take(3).take_while(is_letter);
        self.language.form == Written::Python
            && letters.into_iter().any(|char| matches!(char, 'b' | 'B'))
            && self.opening().is_some()
    }

    /// The string at this place. Looking for the end of one that nothing closes, again and again, has its price.
    pub(crate) fn string(&mut self) -> Option<Text> {
        if self.scope.is_spent() || !self.string_begins() {
            return None;
        }
        let string = self.quoted();
        if string.is_none() {
            self.scope.pay(self.rest().len()).unwrap_or_else(|| self.at = self.text.len());
        }
        string
    }

    /// The string at this place; where nothing closes it, all that follows, if the language has it so.
    pub(crate) fn quoted(&mut self) -> Option<Text> {
        let start = self.at;
        if let Some(length) = self.pattern() {
            let mut out = self.text.slice(start..start);
            out.push_code(self.text, start..start + length);
            self.step(length);
            return Some(out);
        }
        if let Some(header) = self.heredoc() {
            return self.document(&header);
        }
        let (form, length) = self.opening()?;
        self.step(length);
        let mut out = self.text.slice(self.at..self.at);
        if self.inside(&form, &mut out) || self.language.runs_on {
            return Some(out);
        }
        self.at = start;
        None
    }

    /// The form of the string that begins here, and the length of its opening.
    fn opening(&self) -> Option<(Form, usize)> {
        let (rest, language) = (self.rest(), self.language);
        let prefixes = language.prefixes.as_ref();
        let letters = prefixes.map_or(0, |known| {
            rest.bytes().take(known.most + 1).take_while(|byte| known.letters.as_bytes().contains(byte)).count()
        });
        let is_form = |form: &&Literal| rest[letters..].starts_with(form.open);
        let literal = language.literals.iter().find(is_form)?;
        let Literal { open, close, escapes, holes, lines } = *literal;
        let mut form = Form { open, close, escapes, holes, lines, kept_backslash: false };
        if let Some(known) = prefixes.filter(|_| letters > 0) {
            let inside_word = self.text.as_str()[..self.at].chars().next_back().is_some_and(char::is_alphanumeric);
            if letters > known.most || inside_word {
                return None;
            }
            let has = |kind: &str| rest[..letters].contains(|char| kind.contains(char));
            if has(known.bytes) {
                form.escapes = known.byte_escapes;
            }
            if has(known.raw) {
                (form.escapes, form.kept_backslash) = (known.raw_escapes, known.raw_backslash);
                form.holes = Holes::NONE;
            }
            if has(known.formatted) {
                let times = rest[..letters].matches(|char| known.formatted.contains(char)).count();
                let of_lines = known.holes_of_lines.get(times - 1).filter(|_| form.lines != Lines::Kept);
                form.holes = *of_lines.unwrap_or(&known.holes);
            }
        }
        Some((form, letters + form.open.len()))
    }

    /// The length of the pattern that begins here, if one does: `/"/g`. Behind a value, the sign divides.
    fn pattern(&self) -> Option<usize> {
        let inside = self.rest().strip_prefix('/').filter(|_| self.language.has_patterns())?;
        let before = self.text.as_str()[..self.at].trim_end();
        let is_operand = before.is_empty() || before.ends_with(BEFORE_PATTERNS) || before.ends_with("return");
        let (mut in_class, mut is_hidden) = (false, false);
        for (at, char) in inside.char_indices().take(MAX_PATTERN).filter(|_| is_operand) {
            match char {
                '\n' => return None,
                _ if std::mem::take(&mut is_hidden) => {}
                '\\' => is_hidden = true,
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => {
                    let flags = inside[at + 1..].bytes().take(8).take_while(u8::is_ascii_lowercase).count();
                    return Some(at + 2 + flags);
                }
                _ => {}
            }
        }
        None
    }

    /// Reads up to the end of a string and past it; whether there is one.
    fn inside(&mut self, form: &Form, out: &mut Text) -> bool {
        match form.lines {
            Lines::Kept => self.part(form, None, out),
            Lines::Here => self.here(form, out),
            Lines::Below => {
                let rest = self.rest();
                let first = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
                self.step(if rest[first..].starts_with('\n') { first + 1 } else { 0 });
                self.part(form, None, out)
            }
            Lines::Indented { last } => self.indented(form, last, out),
        }
    }

    /// Reads up to the closing quote and past it, or up to an end that is known.
    pub(super) fn part(&mut self, form: &Form, end: Option<usize>, out: &mut Text) -> bool {
        let quote = form.close.chars().next().unwrap_or('"');
        let (sign, quotes) = match form.escapes {
            Escapes::None => (None, ""),
            Escapes::Doubled(quotes) => (None, quotes),
            Escapes::Signed(signed) => (Some(signed), ""),
            Escapes::SignedOrDoubled(signed, quotes) => (Some(signed), quotes),
        };
        let holes = form.holes;
        // To these languages a file's two signs at the end of a line are one.
        let is_one =
            !matches!(self.language.form, Written::CSharp | Written::Php | Written::PowerShell | Written::Dart);
        let opens = |char: char| holes.brackets.iter().any(|(open, _)| open.starts_with(char));
        let stops = |char: char| {
            char == quote && end.is_none()
                || sign.is_some_and(|signed| char == signed.sign)
                || quotes.contains(char)
                || opens(char)
                || char == '$' && holes.names
                || char == '}' && holes.doubled
                || char == '\\' && form.kept_backslash
                || char == '\r' && is_one
        };
        loop {
            let rest = match end {
                Some(end) => self.text.as_str().get(self.at..end).unwrap_or_default(),
                None => self.rest(),
            };
            let plain = rest.find(stops).unwrap_or(rest.len());
            self.take(plain, out);
            let rest = &rest[plain..];
            let Some(char) = rest.chars().next() else { return end.is_some() };
            let twin = rest[char.len_utf8()..].chars().next().filter(|_| quotes.contains(char));
            if is_one && rest.starts_with("\r\n") {
                self.step(1);
            } else if let Some(twin) = twin.filter(|twin| quotes.contains(*twin)) {
                self.step(char.len_utf8());
                self.take(twin.len_utf8(), out);
            } else if end.is_none() && rest.starts_with(form.close) {
                self.step(form.close.len());
                return true;
            } else if let Some((char, length)) = holes.known.and_then(|known| known(rest)) {
                out.push_char(char, self.text, self.at..self.at + length);
                self.step(length);
            } else if let Some(length) = self.language.asked_in_text(rest).filter(|_| holes.names) {
                out.push_code(self.text, self.at..self.at + length);
                self.step(length);
            } else if let Some((name, length)) = variable(rest).filter(|_| holes.names) {
                let more = self.goes_on(&rest[..length], &rest[length..]);
                let length = length + more;
                match self.scope.text(name).filter(|_| self.language.looks_up && more == 0) {
                    Some(value) => out.push(&value, 0..value.len()),
                    // PHP's `${name}` is `$name`.
                    None if self.language.form == Written::Php && rest.starts_with("${") => {
                        out.push_code(self.text, self.at..self.at + 1);
                        out.push_code(self.text, self.at + 2..self.at + length - 1);
                    }
                    None => out.push_code(self.text, self.at..self.at + length),
                }
                self.step(length);
            } else if holes.doubled && (rest.starts_with("{{") || rest.starts_with("}}")) {
                self.step(1);
                self.take(1, out);
            } else if let Some(length) = hole(rest, &holes) {
                out.push_code(self.text, self.at..self.at + length);
                self.step(length);
            } else if let Some(signed) = sign.filter(|signed| char == signed.sign) {
                // A file's two signs at the end of a line are one behind a backslash, too.
                let (escape, length) = match rest.starts_with("\\\r\n") && is_one {
                    true => (signed.read("\\\n").0, "\\\r\n".len()),
                    false => signed.read(rest),
                };
                let place = self.at..self.at + length;
                match escape {
                    Escape::Char(char) => out.push_char(char, self.text, place),
                    Escape::Chars(chars) => {
                        chars.chars().for_each(|char| out.push_char(char, self.text, place.clone()));
                    }
                    Escape::Nothing => {}
                    Escape::Unknown => out.push_code(self.text, place),
                }
                self.step(length);
            } else {
                let more = rest.chars().nth(1).filter(|more| form.kept_backslash && char == '\\' && !opens(*more));
                self.take(char.len_utf8() + more.map_or(0, char::len_utf8), out);
            }
        }
    }
}

impl Reader<'_> {
    /// How much of a text belongs to the name of a variable before it: to some languages a Chinese letter, or any sign beyond ASCII,
    /// is one of names.
    fn goes_on(&self, variable: &str, text: &str) -> usize {
        let is_beyond = |char: char| match self.language.form {
            Written::Php => !char.is_ascii(),
            Written::Dart => false,
            _ => !char.is_ascii() && char.is_alphanumeric(),
        };
        let is_of_name = |char: char| is_beyond(char) || char.is_ascii_alphanumeric() || char == '_';
        match text.starts_with(is_beyond) && !variable.ends_with('}') {
            true => text.find(|char| !is_of_name(char)).unwrap_or(text.len()),
            false => 0,
        }
    }
}

/// The length of the code that a string goes on with.
fn hole(text: &str, holes: &Holes) -> Option<usize> {
    let (open, close) = holes.brackets.iter().find(|(open, _)| text.starts_with(open))?;
    Some(text[open.len()..].find(close).map_or(text.len(), |end| open.len() + end + close.len()))
}
