//! Text to tree, in one pass and without recursion.

use super::{Kind, Node, Tree, Value};
use crate::layer::{MAX_BYTES, MAX_DEPTH};
use crate::problem::{Code, Problem, Unit};

impl<'a> Tree<'a> {
    /// Reads bytes that come from outside: any length, any encoding.
    ///
    /// # Errors
    /// One problem, at its place: empty, too large, too deep, not UTF-8 or not JSON.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Problem> {
        if bytes.len() > MAX_BYTES {
            return Err(Problem::new(Code::TooLarge).measured(MAX_BYTES, bytes.len(), Unit::Bytes));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::parse(text),
            Err(error) => Err(Problem::new(Code::NotUtf8).span(error.valid_up_to()..error.valid_up_to() + 1)),
        }
    }

    /// Reads a text.
    ///
    /// # Errors
    /// As [`Tree::read`].
    pub fn parse(text: &'a str) -> Result<Self, Problem> {
        if text.len() > MAX_BYTES {
            return Err(Problem::new(Code::TooLarge).measured(MAX_BYTES, text.len(), Unit::Bytes));
        }
        let mut parser = Parser { text, bytes: text.as_bytes(), at: 0, nodes: Vec::with_capacity(text.len() / 12 + 4) };
        match parser.document() {
            Ok(()) => Ok(Self { text, nodes: parser.nodes }),
            Err(fault) => Err(parser.problem(fault)),
        }
    }
}

/// Why reading stopped.
enum Fault {
    Empty,
    TooDeep,
    /// What would have been right at this byte.
    Expected(&'static str),
}

struct Parser<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    nodes: Vec<Node>,
}

/// No container is open.
const OUTSIDE: u32 = u32::MAX;

impl<'a> Parser<'a> {
    fn document(&mut self) -> Result<(), Fault> {
        self.space();
        if self.at == self.bytes.len() {
            return Err(Fault::Empty);
        }
        // The innermost container that is open, and what it is.
        let (mut open, mut kind, mut depth) = (OUTSIDE, Kind::Null, 0);
        loop {
            // A value, with its key where an object is open.
            if kind == Kind::Object {
                self.key()?;
            }
            let first = self.nodes.len() as u32;
            match self.peek() {
                Some(b'{' | b'[') => {
                    depth += 1;
                    if depth > MAX_DEPTH {
                        return Err(Fault::TooDeep);
                    }
                    kind = if self.bytes[self.at] == b'{' { Kind::Object } else { Kind::Array };
                    let start = self.at as u32;
                    self.nodes.push(Node { start, end: start, size: open, kind, escaped: false });
                    open = first;
                    self.at += 1;
                    self.space();
                    if self.peek() != Some(closer(kind)) {
                        continue;
                    }
                }
                Some(b'"') => self.string()?,
                Some(b'-' | b'0'..=b'9') => self.number()?,
                Some(b't') => self.word("true", Kind::Bool)?,
                Some(b'f') => self.word("false", Kind::Bool)?,
                Some(b'n') => self.word("null", Kind::Null)?,
                _ => return Err(Fault::Expected("value")),
            }
            // What follows a value: closers, then a comma or the end.
            loop {
                self.space();
                if open == OUTSIDE {
                    return if self.at == self.bytes.len() { Ok(()) } else { Err(Fault::Expected("end")) };
                }
                match self.peek() {
                    Some(b',') => {
                        self.at += 1;
                        self.space();
                        break;
                    }
                    Some(byte) if byte == closer(kind) => {
                        self.at += 1;
                        depth -= 1;
                        let length = self.nodes.len() as u32;
                        let node = &mut self.nodes[open as usize];
                        node.end = self.at as u32;
                        (node.size, open) = (length - open, node.size);
                        kind = self.nodes.get(open as usize).map_or(Kind::Null, |node| node.kind);
                    }
                    _ if kind == Kind::Object => return Err(Fault::Expected(", }")),
                    _ => return Err(Fault::Expected(", ]")),
                }
            }
        }
    }

    fn key(&mut self) -> Result<(), Fault> {
        if self.peek() != Some(b'"') {
            return Err(Fault::Expected("\"key\""));
        }
        self.string()?;
        self.space();
        if self.peek() != Some(b':') {
            return Err(Fault::Expected(":"));
        }
        self.at += 1;
        self.space();
        Ok(())
    }

    fn string(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let mut escaped = false;
        self.at += 1;
        loop {
            self.plain();
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                Some(byte) if byte < b' ' => return Err(Fault::Expected("\\escape")),
                Some(_) => self.at += 1,
                None => return Err(Fault::Expected("\"")),
            }
        }
        self.at += 1;
        self.leaf(start, Kind::String, escaped);
        Ok(())
    }

    /// Skips eight bytes at a time while none of them is a quote, a backslash or a control character.
    fn plain(&mut self) {
        const ONES: u64 = 0x0101_0101_0101_0101;
        const HIGH: u64 = 0x8080_8080_8080_8080;
        let below = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word & HIGH;
        while let Some(chunk) = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk::<8>()) {
            let word = u64::from_le_bytes(*chunk);
            let quote = below(word ^ (ONES * u64::from(b'"')), 1);
            let backslash = below(word ^ (ONES * u64::from(b'\\')), 1);
            let found = quote | backslash | below(word, u64::from(b' '));
            if found != 0 {
                self.at += found.trailing_zeros() as usize / 8;
                return;
            }
            self.at += 8;
        }
    }

    fn escape(&mut self) -> Result<(), Fault> {
        let length = match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
            Some(b'u') => match self.bytes.get(self.at + 2..self.at + 6) {
                Some(hex) if hex.iter().all(u8::is_ascii_hexdigit) => 6,
                _ => return Err(Fault::Expected("\\uXXXX")),
            },
            _ => return Err(Fault::Expected("\\escape")),
        };
        self.at += length;
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        self.leaf(start, Kind::Number, false);
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { Err(Fault::Expected("digit")) } else { Ok(()) }
    }

    fn word(&mut self, word: &str, kind: Kind) -> Result<(), Fault> {
        if !self.bytes[self.at..].starts_with(word.as_bytes()) {
            return Err(Fault::Expected("value"));
        }
        let start = self.at;
        self.at += word.len();
        self.leaf(start, kind, false);
        Ok(())
    }

    fn leaf(&mut self, start: usize, kind: Kind, escaped: bool) {
        self.nodes.push(Node { start: start as u32, end: self.at as u32, size: 1, kind, escaped });
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// The fault as a problem, with a pointer to the innermost value that was being read: the object where it is a key that
    /// is not there.
    fn problem(mut self, fault: Fault) -> Problem {
        let length = self.nodes.len() as u32;
        let mut open = self.nodes.iter().rposition(|node| node.end == node.start).map_or(OUTSIDE, |i| i as u32);
        let is_key = matches!(fault, Fault::Expected("\"key\"")) && open != OUTSIDE;
        let innermost = if is_key { open } else { length.saturating_sub(1) };
        while open != OUTSIDE {
            let node = &mut self.nodes[open as usize];
            node.end = self.text.len() as u32;
            (node.size, open) = (length - open, node.size);
        }
        let tree = Tree { text: self.text, nodes: self.nodes };
        let pointer = match length {
            0 => String::new(),
            _ => Value { tree: &tree, index: innermost }.pointer(),
        };
        let problem = match fault {
            Fault::Empty => Problem::new(Code::Empty),
            Fault::TooDeep => Problem::new(Code::TooDeep).measured(MAX_DEPTH, MAX_DEPTH + 1, Unit::Levels),
            Fault::Expected(what) => Problem::new(Code::Syntax).expected(what),
        };
        problem.at(pointer).span(self.at..(self.at + 1).min(self.text.len()).max(self.at))
    }
}

fn closer(kind: Kind) -> u8 {
    if kind == Kind::Object { b'}' } else { b']' }
}
