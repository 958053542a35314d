//! Lines that belong together: code over several lines, and rows of tables that a line holds.

use super::block::{Block, Mark};
use super::heading;
use crate::import::{self, Text};
use crate::learn::types;

/// The methods that a call can have.
pub(super) const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// The lines of a text that is no HTML.
pub(super) fn lines(page: &Text) -> Vec<Block> {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in page.as_str().split_inclusive('\n') {
        let end = start + line.trim_end().len();
        // A terminal shows the next command behind what the last one printed, where that ends without a line break.
        let command = start + import::behind_json(&page.as_str()[start..end]).unwrap_or(0);
        if command > start {
            blocks.push(Block::Line(page.slice(start..command), Mark::Plain));
        }
        blocks.push(Block::Line(page.slice(command..end), Mark::Plain));
        start += line.len();
    }
    blocks
}

/// Puts together what belongs together.
pub(super) fn gather(raw: Vec<Block>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut code: Option<Code> = None;
    for block in raw {
        let (text, mark) = match block {
            Block::Line(text, mark) => (text, mark),
            other => {
                blocks.extend(code.take().map(Code::end));
                blocks.push(other);
                continue;
            }
        };
        if let Some(open) = &mut code {
            if open.takes(&text) {
                if open.is_done() {
                    blocks.extend(code.take().map(Code::end));
                }
                continue;
            }
            blocks.extend(code.take().map(Code::end));
        }
        if let Some(begun) = Code::begin(&text) {
            match begun.is_done() {
                true => blocks.push(begun.end()),
                false => code = Some(begun),
            }
            continue;
        }
        blocks.extend(line(&text, mark));
    }
    blocks.extend(code.take().map(Code::end));
    blocks
}

/// A line that is no code: a row, or a line without the signs in front of it.
fn line(text: &Text, mark: Mark) -> Option<Block> {
    let trimmed = text.as_str().trim();
    if trimmed.is_empty() {
        return None;
    }
    let pipes = trimmed.matches('|').count();
    if trimmed.starts_with('|') || pipes > 1 && types::read(trimmed).is_none() {
        let cells = split(text, '|');
        let is_rule = |cell: &Text| !cell.is_empty() && cell.as_str().trim().chars().all(|char| "-: ".contains(char));
        let is_ruled = cells.iter().all(|cell| is_rule(cell) || cell.trim().is_empty()) && trimmed.contains('-');
        return (!is_ruled).then_some(Block::Row(cells));
    }
    if trimmed.contains('\t') {
        let cells: Vec<_> = split(text, '\t');
        if cells.len() > 1 {
            return Some(Block::Row(cells));
        }
    }
    let (mark, signs) = match trimmed {
        // A quotation.
        _ if trimmed.starts_with("> ") => (mark, 1),
        _ if trimmed.starts_with('#') => (Mark::Heading, trimmed.len() - trimmed.trim_start_matches('#').len()),
        _ if ["- ", "* ", "+ ", "• "].iter().any(|sign| trimmed.starts_with(sign)) => {
            (Mark::Bullet, trimmed.find(' ').unwrap_or(0))
        }
        _ => (mark, 0),
    };
    if signs == 0 {
        return Some(Block::Line(text.clone(), mark));
    }
    let start = text.len() - text.as_str().trim_start().len() + signs;
    Some(Block::Line(text.slice(start..text.len()).trim(), mark)).filter(|block| block.line() != Some(""))
}

/// The cells of a row; a sign behind a backslash is text.
fn split(text: &Text, sign: char) -> Vec<Text> {
    let source = text.as_str();
    let indent = source.len() - source.trim_start().len();
    let mut start = if sign == '|' { indent } else { 0 };
    let from = start;
    let mut cells = Vec::new();
    for (at, _) in source.match_indices(sign).filter(|(at, _)| *at >= indent && !source[..*at].ends_with('\\')) {
        // Before the first sign of `|a|b|` there is no cell.
        if !(sign == '|' && at == from) {
            cells.push(text.slice(start..at));
        }
        start = at + 1;
    }
    if !source[start..].trim().is_empty() {
        cells.push(text.slice(start..text.len()));
    }
    cells
}

/// Code that goes over several lines.
struct Code {
    text: Text,
    ends: Ends,
}

/// What ends it.
enum Ends {
    /// A line of these signs.
    Fence(char),
    /// The bracket that closes the first: how many are open.
    Brackets(usize),
    /// A line without a sign that another follows, with its quotes closed: the one that is open.
    Command(Option<char>),
    /// The request's JSON, behind its head; whether the head is over.
    Request,
    Done,
}

impl Code {
    fn begin(text: &Text) -> Option<Self> {
        let trimmed = text.as_str().trim();
        if let Some(fence) = ["```", "~~~"].iter().find(|fence| trimmed.starts_with(*fence)) {
            let ends = Ends::Fence(fence.chars().next()?);
            return Some(Self { text: text.slice(0..0), ends });
        }
        if is_json(trimmed) {
            let mut code = Self { text: text.slice(0..0), ends: Ends::Brackets(0) };
            code.takes(text);
            return Some(code);
        }
        if import::is_command(trimmed) {
            let mut code = Self { text: text.slice(0..0), ends: Ends::Command(None) };
            code.takes(text);
            return Some(code);
        }
        let is_request = METHODS.iter().any(|method| trimmed.starts_with(method)) && trimmed.contains(" HTTP/1");
        is_request.then(|| {
            let mut code = Self { text: text.slice(0..0), ends: Ends::Request };
            code.takes(text);
            code
        })
    }

    /// Takes a line in, unless it cannot belong to it.
    fn takes(&mut self, line: &Text) -> bool {
        let source = line.as_str();
        match &mut self.ends {
            Ends::Fence(sign) if source.trim().starts_with(&sign.to_string().repeat(3)) => {
                self.ends = Ends::Done;
                return true;
            }
            Ends::Fence(_) => {}
            Ends::Done => return false,
            Ends::Brackets(open) => {
                if *open > 0 && !source.contains('"') && heading::is_sure(source) {
                    return false;
                }
                if brackets(source, open) {
                    self.ends = Ends::Done;
                }
            }
            Ends::Command(quote) => {
                quotes(source, quote);
                if quote.is_none() && !source.trim_end().ends_with(['\\', '^', '`']) {
                    self.ends = Ends::Done;
                }
            }
            Ends::Request => {
                if heading::is_sure(source) {
                    return false;
                }
                if is_json(source.trim()) {
                    let mut open = 0;
                    self.ends = if brackets(source, &mut open) { Ends::Done } else { Ends::Brackets(open) };
                }
            }
        }
        self.text.push(line, 0..line.len());
        self.text.push_char('\n', line, line.len()..line.len());
        true
    }

    fn is_done(&self) -> bool {
        matches!(self.ends, Ends::Done)
    }

    fn end(self) -> Block {
        Block::Code(self.text)
    }
}

/// Whether a line begins JSON.
fn is_json(line: &str) -> bool {
    match line.strip_prefix('{') {
        Some(rest) => {
            !rest.starts_with('{')
                && !rest.trim_start().starts_with(|char: char| char.is_alphanumeric() && !line.contains(':'))
        }
        None => line.strip_prefix('[').is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.is_empty() || rest.starts_with(['{', '"', ']', '[']) || rest.starts_with("//")
        }),
    }
}

/// Goes through the quotes of a command's line; `open` is the one that is open at its ends.
fn quotes(line: &str, open: &mut Option<char>) {
    let mut chars = line.chars();
    while let Some(char) = chars.next() {
        match (char, *open) {
            ('\\', None | Some('"')) => drop(chars.next()),
            ('\'' | '"', None) => *open = Some(char),
            (char, Some(quote)) if char == quote => *open = None,
            _ => {}
        }
    }
}

/// Counts the brackets of a line outside of its strings and comments; whether the first one is closed.
fn brackets(line: &str, open: &mut usize) -> bool {
    let (mut in_string, mut escaped, mut before) = (false, false, ' ');
    for char in line.chars() {
        match char {
            _ if std::mem::take(&mut escaped) => {}
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            _ if in_string => {}
            '/' if before == '/' => return *open == 0,
            '{' | '[' => *open += 1,
            '}' | ']' => {
                *open = open.saturating_sub(1);
                if *open == 0 {
                    return true;
                }
            }
            _ => {}
        }
        before = char;
    }
    false
}
