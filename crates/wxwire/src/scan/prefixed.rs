//! JSON over several lines, each of which begins with what a tool put there: `app-1  | `, a time, a stream.

use std::ops::Range;

use super::{Form, Payload, Reading, floor, line_end};
use crate::layer::json::Tree;

/// The longest beginning of a line that is taken for a tool's.
const MAX_PREFIX: usize = 120;

/// So much of the first line is looked at before its bracket, and as much behind.
const MAX_FIRST: usize = 4096;

/// How deep brackets may stand in each other. An object is looked through once for each that it stands in, so this bounds the
/// time.
const MAX_DEPTH: usize = 64;

/// So many lines are read.
const MAX_LINES: usize = 2000;

/// The parts of some JSON, in order: the first from its bracket on, the others behind the beginnings of their lines.
pub(crate) struct Pieces {
    pub(crate) parts: Vec<Range<usize>>,
    /// What the second line begins with.
    pub(crate) prefix: Range<usize>,
}

impl Pieces {
    /// Where it stands, with the beginnings of its lines.
    pub(crate) fn span(&self) -> Range<usize> {
        let first = self.parts.first().map_or(0, |part| part.start);
        first..self.parts.last().map_or(first, |part| part.end)
    }
}

/// How the lines go on.
pub(super) enum Lines {
    Whole(Pieces),
    /// Nothing speaks against it, and the text ends.
    Open,
    None,
}

/// The JSON whose bracket stands at a place, read over the beginnings of lines.
pub(crate) fn pieces(text: &str, sign: usize) -> Option<Pieces> {
    match lines(text, sign) {
        Lines::Whole(pieces) => Some(pieces),
        Lines::Open | Lines::None => None,
    }
}

/// The same as a payload.
pub(super) fn read(text: &str, sign: usize, is_all: bool) -> Option<Reading<'_>> {
    match lines(text, sign) {
        Lines::Whole(pieces) => {
            let json: String = pieces.parts.iter().map(|part| &text[part.clone()]).collect();
            Tree::parse(&json).ok()?;
            let span = pieces.span();
            let end = span.end;
            Some(Reading::Found(vec![Payload::new(span, json, Form::Prefixed)], end))
        }
        Lines::Open if !is_all => Some(Reading::Open),
        Lines::Open | Lines::None => None,
    }
}

fn lines(text: &str, sign: usize) -> Lines {
    // The first line of what stands over several is short, on both sides of its bracket.
    let near = floor(text, sign.saturating_sub(MAX_FIRST));
    let start = text[near..sign].rfind('\n').map_or(near, |line| near + line + 1);
    let own = &text[start..sign];
    let end = floor(text, sign + MAX_FIRST);
    let mut at = line_end(&text[..end], sign);
    if at == end && end < text.len() || start == near && near > 0 {
        return Lines::None;
    }
    let Some(next) = text.get(at + 1..) else { return Lines::None };
    let length = common(own, next);
    if length == 0 {
        return Lines::None;
    }
    let prefix = &own[..length];
    let mut brackets = Brackets::default();
    let mut parts = Vec::new();
    let mut part = sign..at + 1;
    for _ in 0..MAX_LINES {
        match brackets.close(&text[part.clone()]) {
            Closes::At(end) => {
                parts.push(part.start..part.start + end);
                let second = line_end(text, sign) + 1;
                return match parts.len() {
                    1 => Lines::None,
                    _ => Lines::Whole(Pieces { parts, prefix: second..second + length }),
                };
            }
            Closes::Not => return Lines::None,
            Closes::Later => parts.push(part),
        }
        let Some(line) = text.get(at + 1..).filter(|line| !line.is_empty()) else { return Lines::Open };
        if common(prefix, line) < length || !line.get(length..).is_some_and(|line| brackets.take(line)) {
            return Lines::None;
        }
        let begin = at + 1 + length;
        at = line_end(text, begin);
        part = begin..(at + 1).min(text.len());
    }
    Lines::None
}

/// How much two lines have in common at their beginnings, digits for digits, up to a blank; nothing where it is blank.
fn common(own: &str, other: &str) -> usize {
    let is_like =
        |(own, other): &(u8, u8)| own == other && own.is_ascii() || own.is_ascii_digit() && other.is_ascii_digit();
    let pairs = own.bytes().take(MAX_PREFIX).zip(other.bytes());
    let length = pairs.take_while(is_like).count();
    // It ends where a word does. But in a time, other digits are another's.
    let end = own[..length].rfind(' ').map_or(0, |blank| blank + 1);
    let words = own[..end].split(' ').zip(other[..end].split(' '));
    if words.into_iter().any(|(own, other)| own != other && !own.contains(':'))
        || own[..end].contains('|') && own[..end] != other[..end]
    {
        return 0;
    }
    let is_tools = own[..end].bytes().any(|byte| byte.is_ascii_digit() || byte == b'|');
    if is_tools { end } else { 0 }
}

/// Brackets that are open, over the lines.
#[derive(Default)]
struct Brackets {
    open: Vec<u8>,
    quoted: bool,
    /// The last sign that is no blank.
    last: u8,
}

enum Closes {
    At(usize),
    Later,
    /// Too deep, or in a text that a line break ends.
    Not,
}

impl Brackets {
    /// Whether a line can go on here: any other is a log's next.
    fn take(&self, line: &str) -> bool {
        let Some(first) = line.bytes().find(|byte| !byte.is_ascii_whitespace()) else { return true };
        let is_value = matches!(first, b'"' | b'{' | b'[' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n');
        match (self.last, self.open.last()) {
            (b':', _) | (b',', Some(b'[')) => is_value,
            (b'[', _) => is_value || first == b']',
            (b'{', _) => matches!(first, b'"' | b'}'),
            (b',', _) => first == b'"',
            _ => matches!(first, b',' | b'}' | b']'),
        }
    }

    fn close(&mut self, line: &str) -> Closes {
        let mut escaped = false;
        for (at, byte) in line.bytes().enumerate() {
            if !byte.is_ascii_whitespace() {
                self.last = byte;
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' if self.quoted => escaped = true,
                b'"' => self.quoted = !self.quoted,
                b'\n' if self.quoted => return Closes::Not,
                _ if self.quoted => {}
                b'{' | b'[' => self.open.push(byte),
                b'}' | b']' => drop(self.open.pop()),
                _ => continue,
            }
            if self.open.is_empty() && !self.quoted {
                return Closes::At(at + 1);
            }
            if self.open.len() > MAX_DEPTH {
                return Closes::Not;
            }
        }
        Closes::Later
    }
}
