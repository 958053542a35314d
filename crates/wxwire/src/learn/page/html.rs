//! HTML as lines, rows and code: its tags are taken off, in one pass.
//!
//! No page is laid out here: what matters are tables, headings, lists and code. Scripts and styles are no text.

use super::block::{Block, Mark};
use crate::import::Text;
use crate::layer::escape::reference;

/// Tags that stand on a line of their own.
const BLOCKS: [&str; 36] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "label",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "ul",
];

/// Tags whose inside is no text of the page.
const UNSEEN: [&str; 6] = ["script", "style", "noscript", "template", "svg", "title"];

/// Whether a text is HTML: it has tags that only a page has.
pub(super) fn is_html(text: &str) -> bool {
    let tags = ["table", "tr", "td", "th", "div", "li", "pre", "body", "h1", "h2", "h3", "h4", "h5", "h6"];
    let is_tag = |at: usize| {
        let rest = text.get(at + 1..).unwrap_or_default();
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).take(6).collect();
        tags.contains(&name.to_ascii_lowercase().as_str()) && rest[name.len()..].starts_with(['>', ' ', '\n', '\t'])
    };
    text.match_indices('<').filter(|(at, _)| is_tag(*at)).nth(2).is_some()
}

/// The parts of a page.
pub(super) fn read(page: &Text) -> Vec<Block> {
    let mut reader =
        Reader { page, blocks: vec![], here: page.slice(0..0), mark: Mark::Plain, row: None, pre: None, spans: false };
    reader.run();
    reader.blocks
}

struct Reader<'p> {
    page: &'p Text,
    blocks: Vec<Block>,
    /// The line, the cell or the code that is being read.
    here: Text,
    mark: Mark,
    /// The cells of the row so far.
    row: Option<Vec<Text>>,
    /// In code.
    pre: Option<()>,
    /// A `span` has just ended.
    spans: bool,
}

impl Reader<'_> {
    fn run(&mut self) {
        let source = self.page.as_str();
        let mut at = 0;
        while at < source.len() {
            let open = source[at..].find('<').map_or(source.len(), |open| at + open);
            self.text(at, open);
            if open == source.len() {
                break;
            }
            at = self.tag(open);
        }
        self.end_line();
    }

    /// Reads the tag that begins at a place; gives where it ends.
    fn tag(&mut self, open: usize) -> usize {
        let source = self.page.as_str();
        let rest = &source[open..];
        if rest.starts_with("<!--") {
            return rest.find("-->").map_or(source.len(), |end| open + end + 3);
        }
        // A tag ends before the next one begins.
        let end = rest[1..].find(['<', '>']).map(|end| end + 1).filter(|end| rest[*end..].starts_with('>'));
        let inner = end.map(|end| &rest[1..end]).unwrap_or_default();
        let (name, closes) = match inner.strip_prefix('/') {
            Some(name) => (name, true),
            None => (inner, false),
        };
        let name: String = name.chars().take_while(char::is_ascii_alphanumeric).take(16).collect();
        let name = name.to_ascii_lowercase();
        let (Some(end), false) = (end, name.is_empty() && !inner.starts_with(['!', '?'])) else {
            self.text(open, open + 1);
            return open + 1;
        };
        let behind = open + end + 1;
        if UNSEEN.contains(&name.as_str()) && !closes && !inner.ends_with('/') {
            return self.unseen(behind, &name);
        }
        self.obey(&name, closes);
        behind
    }

    /// Where the inside of an element ends that is no text.
    fn unseen(&self, from: usize, name: &str) -> usize {
        let source = self.page.as_str();
        let is_end =
            |at: &usize| source.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
        source[from..].match_indices("</").map(|(at, _)| from + at).find(is_end).unwrap_or(source.len())
    }

    fn obey(&mut self, name: &str, closes: bool) {
        let after_span = std::mem::replace(&mut self.spans, name == "span" && closes);
        match name {
            "pre" => {
                self.end_line();
                self.pre = if closes { None } else { Some(()) };
            }
            _ if self.pre.is_some() => {
                let ends = name == "br" || closes && ["div", "p", "li"].contains(&name);
                let line = if ends { Some('\n') } else { None };
                line.into_iter().for_each(|char| self.here.push_char(char, self.page, 0..0));
            }
            "tr" => {
                self.end_line();
                self.end_row();
                self.row = if closes { None } else { Some(vec![]) };
            }
            "td" | "th" => {
                if closes || !self.here.trim().is_empty() {
                    self.end_cell();
                }
                self.here = self.page.slice(0..0);
            }
            "table" | "tbody" | "thead" => {
                self.end_row();
                self.end_line();
            }
            _ if self.row.is_some() => {
                let space = BLOCKS.contains(&name).then_some(' ');
                space.into_iter().for_each(|char| self.here.push_char(char, self.page, 0..0));
            }
            _ if BLOCKS.contains(&name) => {
                self.end_line();
                self.mark = match name.as_bytes() {
                    _ if closes => Mark::Plain,
                    [b'h', b'1'..=b'6'] => Mark::Heading,
                    b"li" => Mark::Bullet,
                    _ => self.mark,
                };
            }
            // Side by side, each is a thing of its own; in code they are its colours.
            "span" if !closes && after_span && !is_code(self.here.as_str()) => self.end_line(),
            _ => {}
        }
    }

    /// Takes in text, its references resolved.
    fn text(&mut self, from: usize, to: usize) {
        let source = self.page.as_str();
        if !source[from..to].trim().is_empty() {
            self.spans = false;
        }
        let keeps_lines = self.pre.is_some() || self.row.is_some();
        let mut at = from;
        while at < to {
            let next = source[at..to].find(['&', '\n']).map_or(to, |next| at + next);
            self.here.push(self.page, at..next);
            at = next;
            if at == to {
                break;
            }
            if source[at..].starts_with('\n') {
                match keeps_lines {
                    true => self.here.push(self.page, at..at + 1),
                    false => self.end_line(),
                }
                at += 1;
                continue;
            }
            let window = floor(source, (at + 40).min(to));
            match named(&source[at..window]).or_else(|| reference(&source[at..window])) {
                Some((char, length)) => {
                    self.here.push_char(char, self.page, at..at + length);
                    at += length;
                }
                None => {
                    self.here.push(self.page, at..at + 1);
                    at += 1;
                }
            }
        }
    }

    fn end_line(&mut self) {
        let text = std::mem::replace(&mut self.here, self.page.slice(0..0));
        match &mut self.row {
            Some(_) if self.pre.is_none() => self.here = text,
            _ if text.trim().is_empty() => {}
            _ if self.pre.is_some() => self.blocks.push(Block::Code(text)),
            _ => self.blocks.push(Block::Line(text, self.mark)),
        }
    }

    fn end_cell(&mut self) {
        let text = std::mem::replace(&mut self.here, self.page.slice(0..0));
        if let Some(row) = &mut self.row {
            row.push(text);
        }
    }

    fn end_row(&mut self) {
        if !self.here.trim().is_empty() {
            self.end_cell();
        }
        if let Some(row) = self.row.take().filter(|row| !row.is_empty()) {
            self.blocks.push(Block::Row(row));
        }
    }
}

/// The last place up to `at` where a character begins.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// References that only HTML has, as far as pages use them.
fn named(text: &str) -> Option<(char, usize)> {
    let known =
        [("&nbsp;", ' '), ("&ensp;", ' '), ("&emsp;", '　'), ("&ldquo;", '“'), ("&rdquo;", '”'), ("&hellip;", '…')];
    known.iter().find(|(name, _)| text.starts_with(name)).map(|(name, char)| (*char, name.len()))
}

fn is_code(line: &str) -> bool {
    line.trim_start().starts_with(['{', '}', '[', ']', '"'])
}
