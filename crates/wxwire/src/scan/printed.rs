//! Objects as Python's `print` and JavaScript's `console.log` write them, read as JSON.
//!
//! Their grammar has no doubts: every text has its quotes. What a print left out stands as the text that stands for it, and is
//! told; anything else ends the reading.

use super::string::{self, Of};
use super::{Form, brackets, floor};
use crate::layer::MAX_DEPTH;
use crate::layer::json::{Kind, Tree, quote as json_of};

/// Something printed, as JSON.
#[derive(Debug)]
pub(super) struct Print {
    pub(super) json: String,
    pub(super) end: usize,
    /// Whose manner it is, where that can be told.
    pub(super) manner: Option<Form>,
    /// What was left out, as it stands.
    pub(super) left: Vec<String>,
}

/// Why the reading ended.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Stopped {
    /// The text ends before the value does.
    AtEnd,
    /// It is no print.
    Here,
}

/// The most parts that were left out that are told.
const MAX_LEFT: usize = 100;

/// The longest word, call or mark.
const MAX_WORD: usize = 400;

/// Reads the value that begins at a place.
pub(super) fn read(text: &str, at: usize) -> Result<Print, Stopped> {
    let mut reader = Reader::new(text, at);
    reader.value(0)?;
    Ok(reader.finish())
}

/// Reads what begins at a place as Python prints it and breaks off at the end of the text, as far as it goes. `goes_on`: more
/// lines follow, so that what ends between two members may be code.
pub(super) fn begun(text: &str, at: usize, goes_on: bool) -> Option<Print> {
    let mut reader = Reader::new(text, at);
    let stopped = reader.value(0).err()?;
    let rest = &text[reader.at..];
    let quote = rest.chars().next().filter(|char| matches!(char, '\'' | '"'));
    match (stopped, quote) {
        // A text that is not closed.
        (Stopped::Here, Some(quote)) => reader.json.push_str(&begun_text(rest, quote)?),
        (Stopped::Here, None) => return None,
        (Stopped::AtEnd, _) if goes_on && !reader.json.ends_with(':') => return None,
        (Stopped::AtEnd, _) => {}
    }
    reader.json = brackets::closed(&reader.json)?;
    reader.at = text.len();
    let print = reader.finish();
    (print.manner == Some(Form::Python)).then_some(print)
}

/// A text of which the end is missing, as JSON of which it is. An escape that lost a part is left out.
fn begun_text(rest: &str, quote: char) -> Option<String> {
    if string::read(rest, 0, Of::Text).is_some() {
        return None;
    }
    let (text, _) = string::read(&format!("{}{quote}", &rest[..whole_escapes(rest)]), 0, Of::Text)?;
    let mut json = json_of(&text);
    json.pop();
    Some(json)
}

/// Where the last escape begins, if it lost a part; the end, if it did not.
fn whole_escapes(text: &str) -> usize {
    let mut chars = text.char_indices();
    while let Some((at, char)) = chars.next() {
        if char != '\\' {
            continue;
        }
        let digits = match chars.next() {
            Some((_, 'x')) => 2,
            Some((_, 'u')) => 4,
            Some((_, 'U')) => 8,
            Some(_) => 0,
            None => return at,
        };
        if text.len() < at + "\\x".len() + digits && digits > 0 {
            return at;
        }
    }
    text.len()
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    json: String,
    /// Marks of either language.
    python: usize,
    javascript: usize,
    left: Vec<String>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, json: String::new(), python: 0, javascript: 0, left: vec![] }
    }

    fn finish(self) -> Print {
        let manner = match (self.python, self.javascript) {
            (0, 0) => None,
            (python, javascript) if python >= javascript => Some(Form::Python),
            _ => Some(Form::JavaScript),
        };
        Print { json: self.json, end: self.at, manner, left: self.left }
    }

    fn value(&mut self, depth: usize) -> Result<(), Stopped> {
        if depth > MAX_DEPTH {
            return Err(Stopped::Here);
        }
        match self.peek()? {
            '{' => self.members(depth),
            '[' => match self.mark() {
                // `[Object: null prototype] {`: what is behind is the value.
                Some(length) if self.text[self.at + length..].trim_ascii_start().starts_with('{') => {
                    self.javascript += 1;
                    self.at += length;
                    self.space();
                    self.members(depth)
                }
                Some(length) => self.opaque(length),
                None => self.items(']', depth),
            },
            '(' => {
                self.python += 1;
                self.items(')', depth)
            }
            // Node prints a text so only where it has both other quotes; with a hole in it, it is code.
            '`' if self.has_hole() => Err(Stopped::Here),
            '"' | '\'' | '`' => self.texts(Of::Text),
            '<' => {
                let length = self.till('>')?;
                self.opaque(length)
            }
            '-' | '0'..='9' | '.' => self.number(),
            char if char.is_alphabetic() || char == '_' || char == '$' => self.word(depth),
            _ => Err(Stopped::Here),
        }
    }

    fn members(&mut self, depth: usize) -> Result<(), Stopped> {
        self.at += 1;
        self.json.push('{');
        let mut count = 0;
        loop {
            match self.next(&mut count, '}')? {
                Next::Closed => return Ok(()),
                Next::Left => continue,
                Next::Part => {}
            }
            self.key()?;
            if self.peek()? != ':' {
                return Err(Stopped::Here);
            }
            self.at += 1;
            self.json.push(':');
            self.value(depth + 1)?;
        }
    }

    fn key(&mut self) -> Result<(), Stopped> {
        match self.peek()? {
            '"' | '\'' | '`' => self.text(Of::Text),
            '[' => {
                let length = self.till(']')?;
                let name = json_of(&self.text[self.at..self.at + length]);
                self.json.push_str(&name);
                self.at += length;
                Ok(())
            }
            _ => {
                let rest = &self.text[self.at..];
                let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$' | '.');
                let length = rest.find(|char| !is_name(char)).ok_or(Stopped::AtEnd)?;
                let name = &rest[..length];
                if length == 0 || length > MAX_WORD {
                    return Err(Stopped::Here);
                }
                if matches!(name, "b" | "u" | "r") && rest[1..].starts_with(['\'', '"']) {
                    self.at += 1;
                    return self.text(if name == "b" { Of::Bytes } else { Of::Text });
                }
                // Most are no numbers, which their first character tells.
                let is_python = matches!(name, "None" | "True" | "False")
                    || name.starts_with(|char: char| char.is_ascii_digit())
                        && Tree::parse(name).is_ok_and(|tree| tree.root().kind() == Kind::Number);
                // No print of Python's has a key without quotes that is a name.
                *if is_python { &mut self.python } else { &mut self.javascript } += 4;
                self.json.push_str(&json_of(name));
                self.at += length;
                Ok(())
            }
        }
    }

    fn items(&mut self, close: char, depth: usize) -> Result<(), Stopped> {
        self.at += 1;
        self.json.push('[');
        let mut count = 0;
        loop {
            match self.next(&mut count, close)? {
                Next::Closed => return Ok(()),
                Next::Left => continue,
                Next::Part => self.value(depth + 1)?,
            }
        }
    }

    /// What comes next in brackets: their end, a part that was left out, or one that is there.
    fn next(&mut self, count: &mut usize, close: char) -> Result<Next, Stopped> {
        let mut char = self.peek()?;
        if *count > 0 && char == ',' {
            self.at += 1;
            char = self.peek()?;
        } else if *count > 0 && char != close {
            return Err(Stopped::Here);
        }
        if char == close {
            self.at += 1;
            self.json.push(if close == '}' { '}' } else { ']' });
            return Ok(Next::Closed);
        }
        *count += 1;
        if self.text[self.at..].starts_with("...") {
            let rest = &self.text[self.at..];
            let length = rest[..floor(rest, MAX_WORD)].find([',', ']', '}', '\n']).ok_or(Stopped::Here)?;
            self.leave(length);
            self.javascript += 1;
            return Ok(Next::Left);
        }
        if !self.json.ends_with(['{', '[']) {
            self.json.push(',');
        }
        Ok(Next::Part)
    }

    /// Strings; JavaScript puts a `+` between the lines of a long one.
    fn texts(&mut self, of: Of) -> Result<(), Stopped> {
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

    fn text(&mut self, of: Of) -> Result<(), Stopped> {
        let quotes = &self.text[self.at..];
        if quotes.starts_with('\'') && of == Of::Text {
            // Both languages have these; Python's are in every print.
            self.python += usize::from(self.javascript == 0);
        }
        let (text, end) = string::read(self.text, self.at, of).ok_or(Stopped::Here)?;
        self.json.push_str(&json_of(&text));
        self.at = end;
        Ok(())
    }

    fn number(&mut self) -> Result<(), Stopped> {
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
    fn word(&mut self, depth: usize) -> Result<(), Stopped> {
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
                self.at += length + 1;
                self.value(depth + 1)?;
                self.python += 1;
                if self.peek()? != ')' {
                    return Err(Stopped::Here);
                }
                self.at += 1;
                Ok(())
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

    /// Whether `${` stands in the template that begins here.
    fn has_hole(&self) -> bool {
        let inner = &self.text[self.at + 1..];
        inner[..inner.find('`').unwrap_or(inner.len())].contains("${")
    }

    /// The length of `[Object]`, `[Function: x]`, `[Circular *1]`: what stands for a value that is not there.
    fn mark(&self) -> Option<usize> {
        let inner = &self.text[self.at + 1..];
        let names =
            ["Object", "Array", "Function", "AsyncFunction", "Circular", "Getter", "Setter", "Symbol", "class", "Date"];
        let name = names.iter().find(|name| inner.starts_with(**name))?;
        let near = &inner[..floor(inner, MAX_WORD)];
        let end = near.find([']', '\n']).filter(|at| near[*at..].starts_with(']'))?;
        (!inner[name.len()..].starts_with(char::is_alphanumeric)).then_some(end + 2)
    }

    /// The length up to a closing bracket, in this line.
    fn till(&self, close: char) -> Result<usize, Stopped> {
        let rest = &self.text[self.at..];
        let near = &rest[..floor(rest, MAX_WORD)];
        let end = near.find([close, '\n']).filter(|at| near[*at..].starts_with(close));
        end.map(|at| at + 1).ok_or(Stopped::Here)
    }

    /// What is no value of JSON's stands as the text that it is.
    fn opaque(&mut self, length: usize) -> Result<(), Stopped> {
        let mark = json_of(&self.text[self.at..self.at + length]);
        self.json.push_str(&mark);
        self.leave(length);
        Ok(())
    }

    fn leave(&mut self, length: usize) {
        let what = self.text[self.at..self.at + length].trim();
        let is_javascript = what.starts_with('[') || what.starts_with("<Buffer") || what.starts_with("<ref");
        *if is_javascript { &mut self.javascript } else { &mut self.python } += 1;
        if self.left.len() < MAX_LEFT {
            self.left.push(what.to_owned());
        }
        self.at += length;
    }

    fn space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_ascii_start().len();
    }

    /// The next character that is no white space.
    fn peek(&mut self) -> Result<char, Stopped> {
        self.space();
        self.text[self.at..].chars().next().ok_or(Stopped::AtEnd)
    }
}

enum Next {
    Closed,
    Left,
    Part,
}
