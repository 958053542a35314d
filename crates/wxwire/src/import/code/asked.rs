//! What is asked of a value: methods that join a list, that give the same text, or that put others into it.

use super::charset::{Charset, charset_of};
use super::format::format;
use super::language::Makes;
use super::reader::{Reader, begins_name};
use super::{Arguments, Expr};
use crate::import::text::Text;

/// Methods that take away blanks, in small letters.
const TRIMS: [&str; 4] = ["trim", "strip", "trimindent", "stripindent"];

/// Methods that make a text of anything.
const PRINTS: [&str; 3] = ["toString", "ToString", "to_s"];

/// Methods of objects that are JSON's, which give its text.
const TEXTS_OF_JSON: [&str; 2] = ["toString", "toJSONString"];

/// A method that makes JSON of what it is called on, be it a text.
const ENCODES: &str = "to_json";

/// Types whose objects make JSON of what they are given, each in the same way.
const ENCODERS: [&str; 3] = ["Gson", "ObjectMapper", "JsonMapper"];

/// Whether a call makes an encoder.
pub(crate) fn is_encoder(name: &str) -> bool {
    ENCODERS.contains(&name.rsplit('.').next().unwrap_or(name))
}

/// What the names of forms hold that give other bytes of a text than UTF-8, or Base64 or digits.
const OTHER_FORMS: [&str; 13] =
    ["16", "32", "8859", "1252", "latin", "binary", "ucs", "gb", "big5", "jis", "euc", "base64", "hex"];

/// Whether what is asked of a text gives it in another form than its bytes in UTF-8, by the form's name.
pub(crate) fn is_other_form(form: &Expr) -> bool {
    let name = match form {
        Expr::Text(text) if !text.as_str().contains('/') => text.as_str(),
        Expr::Name(name, _) => name.rsplit('.').next().unwrap_or_default(),
        _ => return false,
    };
    let name = name.to_ascii_lowercase();
    name.len() < 20 && OTHER_FORMS.iter().any(|word| name.contains(word))
}

impl Reader<'_> {
    /// Methods that join a list, or that give the same text; any other member or index is not followed.
    pub(super) fn asked(&mut self, mut value: Expr, start: usize) -> Expr {
        loop {
            let is_there = |char: &char| self.language.unwraps.contains(*char) && !self.rest()[1..].starts_with('=');
            if let Some(sign) = self.peek().filter(is_there) {
                self.step(sign.len_utf8());
                continue;
            }
            let before = self.at;
            if !self.language.same.is_empty() {
                self.space();
                if self.peek() == Some('.') {
                    if matches!(value, Expr::Text(_) | Expr::List(..)) && self.is_join() {
                        value = self.joined(&value, start);
                        continue;
                    }
                    let method = self.at;
                    if let Some(text) = self.formatted(&value, start) {
                        value = text;
                        continue;
                    }
                    if self.still_the_same(&mut value) {
                        let end = self.at;
                        let is_encoded = self.text.as_str()[method..end].ends_with(ENCODES);
                        self.space();
                        match self.peek() {
                            Some('(') => {
                                let given = self.arguments(')');
                                if given.iter().take(1).any(|(_, form)| is_other_form(form)) {
                                    return Expr::Other(self.since(start));
                                }
                                value = self.in_bytes(value, method, end, given, start);
                            }
                            _ => self.at = end,
                        }
                        if is_encoded {
                            value = Expr::Call(ENCODES.to_owned(), vec![(None, value)], self.since(start));
                        }
                        continue;
                    }
                    // What is asked of it on the next line is another value.
                    if let Some(text) = self.json_of(&value, start) {
                        value = text;
                        continue;
                    }
                    let is_literal = matches!(value, Expr::Text(_) | Expr::List(..) | Expr::Map(..));
                    if is_literal && self.rest()[1..].starts_with(begins_name) && !self.is_operator('.') {
                        self.skip();
                        return Expr::Other(self.since(start));
                    }
                }
                self.at = before;
            }
            if let Some(built) = self.built(&value, start) {
                value = built;
                continue;
            }
            if let Some(call) = self.encoder(&value, start) {
                value = call;
                continue;
            }
            let begins = self.rest().starts_with('[') || self.rest().starts_with('.') && !self.is_operator('.');
            if !begins {
                return value;
            }
            self.skip();
            return Expr::Other(self.since(start));
        }
    }

    /// The JSON that a map is asked for which was put together here: `new JSONObject().put("a", 1).toString()`.
    fn json_of(&mut self, value: &Expr, start: usize) -> Option<Expr> {
        let Expr::Map(place, _) = value else { return None };
        let is_json = place.as_str().contains("JSONObject(") || place.as_str().contains("createObj(");
        let method = TEXTS_OF_JSON.iter().find(|method| self.rest()[1..].trim_start().starts_with(**method))?;
        let bracket = self.rest()[1..].trim_start()[method.len()..].starts_with("()");
        if !is_json || !bracket {
            return None;
        }
        let behind = self.rest().len() - self.rest()[1..].trim_start().len();
        self.step(behind + method.len() + "()".len());
        Some(Expr::Call((*method).to_owned(), vec![(None, value.clone())], self.since(start)))
    }

    /// What an encoder is asked that is made for it: `new Gson().toJson(data)`.
    fn encoder(&mut self, value: &Expr, start: usize) -> Option<Expr> {
        let Expr::Call(name, given, _) = value else { return None };
        if !given.is_empty() || !is_encoder(name) || self.peek() != Some('.') {
            return None;
        }
        let before = self.at;
        self.step(1);
        let method = self.path();
        if self.peek() != Some('(') {
            self.at = before;
            return None;
        }
        let arguments = self.arguments(')');
        Some(Expr::Call(format!("{name}.{method}"), arguments, self.since(start)))
    }

    /// What a text gives that is asked for itself with values in its places.
    fn formatted(&mut self, value: &Expr, start: usize) -> Option<Expr> {
        let Expr::Text(pattern) = value else { return None };
        let asks = |(name, makes): &(&'static str, Makes)| match makes {
            Makes::Text(places) if name.starts_with('.') => {
                let behind = self.rest().strip_prefix(name)?;
                behind.starts_with('(').then_some((name.len(), *places))
            }
            _ => None,
        };
        let (length, places) = self.language.makers.iter().find_map(asks)?;
        self.step(length);
        let values = self.arguments(')');
        let text = format(places, pattern, &values, self.at - start);
        Some(text.map_or_else(|| Expr::Other(self.since(start)), Expr::Text))
    }

    /// A text, or where what it is asked for gives other bytes of it than UTF-8 does, the call.
    fn in_bytes(&self, value: Expr, dot: usize, end: usize, given: Arguments, start: usize) -> Expr {
        let is_ascii = !matches!(&value, Expr::Text(text) if !text.as_str().is_ascii());
        let method = self.text.as_str()[dot + 1..end].trim();
        let arguments: Vec<_> = given.iter().map(|(_, value)| value).collect();
        match charset_of(method, &arguments, true) {
            Some(charset) if !is_ascii && charset != Charset::Utf8 => {
                let all = std::iter::once((None, value)).chain(given).collect();
                Expr::Call(method.to_owned(), all, self.since(start))
            }
            _ => value,
        }
    }

    fn is_operator(&self, sign: char) -> bool {
        self.language.operators.iter().any(|one| one.sign.starts_with(sign))
    }

    /// Skips a method that gives the same text, that waits for a call, or that takes away blanks around a text.
    fn still_the_same(&mut self, value: &mut Expr) -> bool {
        let start = self.at;
        self.step(1);
        let path = self.path();
        // What a list or a map is printed as is not its JSON.
        let prints = matches!(value, Expr::Map(..) | Expr::List(..)) && PRINTS.contains(&path.as_str());
        let is_one = self.language.same.contains(&path.as_str()) && !prints;
        let trimmed = match (TRIMS.contains(&path.to_ascii_lowercase().as_str()), &*value) {
            (false, _) => None,
            // Blanks around JSON are none of a value's.
            (true, Expr::Text(text)) if text.as_str().trim_start().starts_with(['{', '[']) => None,
            (true, Expr::Text(text)) if !path.ends_with("Indent") => match without_blanks(text) {
                Some(text) => Some(text),
                None => return self.not_followed(start),
            },
            (true, _) => return self.not_followed(start),
        };
        match (is_one, trimmed) {
            (true, Some(text)) => *value = Expr::Text(text),
            (true, None) => {}
            (false, _) => self.at = start,
        }
        is_one
    }

    fn not_followed(&mut self, start: usize) -> bool {
        self.at = start;
        false
    }
}

/// A text without the blanks around it; none where what is left begins or ends with a sign that is a blank to some languages alone,
/// as a wide one is to JavaScript and not to Java.
fn without_blanks(text: &Text) -> Option<Text> {
    const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];
    let whole = text.as_str();
    let start = whole.len() - whole.trim_start_matches(BLANKS).len();
    let inner = whole.trim_matches(BLANKS);
    let is_doubtful =
        |char: char| char.is_whitespace() || char.is_control() || matches!(char, '\u{180e}' | '\u{200b}' | '\u{feff}');
    let is_sure = !inner.starts_with(is_doubtful) && !inner.ends_with(is_doubtful);
    is_sure.then(|| text.slice(start..start + inner.len()))
}
