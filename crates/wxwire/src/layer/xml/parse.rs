//! Text to tree.

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::attributes::Attributes;
use super::{Element, Kind, MAX_ATTRIBUTES, Node, Tree};
use crate::layer::{MAX_BYTES, MAX_DEPTH};
use crate::problem::{Code, Problem, Unit};

const OUTSIDE: u32 = u32::MAX;

/// The most faults that are kept.
const MAX_FAULTS: usize = 100;

impl<'a> Tree<'a> {
    /// Reads a text. The problem's span counts from the start of this text, its path from the root element.
    ///
    /// # Errors
    /// One problem, at its place: empty, too large, too deep, a document type declaration, or not well-formed.
    pub fn parse(text: &'a str) -> Result<Self, Problem> {
        Self::read(text, None)
    }

    /// Reads a text in which an `&` may stand for itself, or begin a reference that XML does not know. Each of these is
    /// added to the faults, with its place.
    ///
    /// # Errors
    /// As [`Tree::parse`], for every other fault.
    pub fn parse_tolerant(text: &'a str, faults: &mut Vec<Problem>) -> Result<Self, Problem> {
        Self::read(text, Some(faults))
    }

    fn read(text: &'a str, faults: Option<&mut Vec<Problem>>) -> Result<Self, Problem> {
        if text.len() > MAX_BYTES {
            return Err(Problem::new(Code::TooLarge).measured(MAX_BYTES, text.len(), Unit::Bytes));
        }
        if text.trim_ascii().is_empty() {
            return Err(Problem::new(Code::Empty));
        }
        characters(text)?;
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = faults.is_some();
        let nodes = Vec::with_capacity(text.len() / 16 + 4);
        let mut builder = Builder { nodes, open: OUTSIDE, depth: 0, root: OUTSIDE, faults };
        let mut start = 0;
        loop {
            let event = reader.read_event();
            let end = reader.buffer_position() as usize;
            let more = match &event {
                Ok(event) => builder.event(event, start, end),
                Err(error) => Err(wording(error)),
            };
            match more {
                Ok(true) => start = end,
                Ok(false) => return Ok(Self { text, nodes: builder.nodes, root: builder.root }),
                Err(problem) => {
                    let place = start..end.max((start + 1).min(text.len()));
                    return Err(problem.at(builder.path(text)).span(place));
                }
            }
        }
    }
}

/// Refuses what the reader does not look at: control characters, and a byte order mark, which it would skip without
/// counting it.
fn characters(text: &str) -> Result<(), Problem> {
    let control = |byte: u8| (byte < 32) & (byte != 9) & (byte != 10) & (byte != 13) | (byte == 127);
    // Without a way out of it, this loop looks at many bytes at once. Nearly every text ends here.
    if !text.bytes().fold(false, |any, byte| any | control(byte)) && !text.contains('\u{feff}') {
        return Ok(());
    }
    let strange = |char: char| char == '\u{feff}' || char.is_ascii_control() && !matches!(char, '\t' | '\n' | '\r');
    match text.char_indices().find(|(_, char)| strange(*char)) {
        Some((at, char)) => Err(syntax(&format!("U+{:04X}", char as u32)).span(at..at + char.len_utf8())),
        None => Ok(()),
    }
}

struct Builder<'f> {
    nodes: Vec<Node>,
    open: u32,
    depth: usize,
    root: u32,
    /// Where faults go that are borne.
    faults: Option<&'f mut Vec<Problem>>,
}

impl Builder<'_> {
    /// Takes in one event; `false` at the end of the text.
    fn event(&mut self, event: &Event<'_>, start: usize, end: usize) -> Result<bool, Problem> {
        match event {
            Event::Start(tag) => self.start(tag, start, end)?,
            Event::Empty(tag) => {
                self.start(tag, start, end)?;
                self.close(end, end);
            }
            Event::End(_) => self.close(start, end),
            Event::Text(text) => {
                if self.open == OUTSIDE && !text.trim_ascii().is_empty() {
                    return Err(syntax("<…>"));
                }
                if text.contains("]]>") {
                    return Err(syntax("]]> → ]]&gt;"));
                }
                if text.starts_with('&') {
                    self.bear(syntax("& → &amp;"), start)?;
                }
                self.text(start, end)?;
            }
            Event::GeneralRef(name) => {
                self.inside()?;
                if let Err(problem) = reference(name) {
                    self.bear(problem, start)?;
                }
                self.text(start, end)?;
            }
            Event::CData(_) => {
                self.inside()?;
                self.leaf(Kind::CData, start, end, (start + "<![CDATA[".len(), end - "]]>".len()));
            }
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => self.leaf(Kind::Other, start, end, (start, end)),
            Event::DocType(_) => return Err(Problem::new(Code::XmlDoctype)),
            Event::Eof if self.open != OUTSIDE => return Err(syntax("</…>")),
            Event::Eof if self.root == OUTSIDE => return Err(syntax("<…>")),
            Event::Eof => return Ok(false),
        }
        Ok(true)
    }

    fn start(&mut self, tag: &BytesStart<'_>, start: usize, end: usize) -> Result<(), Problem> {
        if self.open == OUTSIDE && self.root != OUTSIDE {
            return Err(syntax("one root element"));
        }
        if self.depth == MAX_DEPTH {
            return Err(Problem::new(Code::TooDeep).measured(MAX_DEPTH, MAX_DEPTH + 1, Unit::Levels));
        }
        let name = tag.name().into_inner().as_bytes();
        let begins = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii() || matches!(byte, b'_' | b':');
        if !name.first().is_some_and(begins) || name.iter().any(|byte| b"<&\"'=".contains(byte)) {
            return Err(syntax("<name>"));
        }
        self.attributes(tag, start)?;
        let index = self.nodes.len() as u32;
        self.root = self.root.min(index);
        self.nodes.push(Node {
            kind: Kind::Element,
            start: start as u32,
            end: start as u32,
            inner: (end as u32, end as u32),
            size: self.open,
            name: name.len() as u32,
        });
        self.open = index;
        self.depth += 1;
        Ok(())
    }

    fn close(&mut self, start: usize, end: usize) {
        let length = self.nodes.len() as u32;
        // The reader has matched the names, so an element is open.
        if let Some(node) = self.nodes.get_mut(self.open as usize) {
            node.end = end as u32;
            node.inner.1 = start as u32;
            (node.size, self.open) = (length - self.open, node.size);
            self.depth -= 1;
        }
    }

    /// Text, joined with text and entities right before it.
    fn text(&mut self, start: usize, end: usize) -> Result<(), Problem> {
        if let Some(last) = self.nodes.last_mut()
            && last.kind == Kind::Text
            && last.end == start as u32
        {
            last.end = end as u32;
            last.inner.1 = end as u32;
            return Ok(());
        }
        self.leaf(Kind::Text, start, end, (start, end));
        Ok(())
    }

    /// Attributes well-formed, distinct, and not too many.
    fn attributes(&mut self, tag: &BytesStart<'_>, start: usize) -> Result<(), Problem> {
        if tag.attributes_raw().trim_ascii().is_empty() {
            return Ok(());
        }
        for (count, attribute) in Attributes::distinct(tag, tag.name().into_inner().len()).enumerate() {
            let attribute = attribute.map_err(|error| syntax(&error))?;
            if count == MAX_ATTRIBUTES {
                return Err(Problem::new(Code::TooMany).measured(MAX_ATTRIBUTES, MAX_ATTRIBUTES + 1, Unit::Items));
            }
            if attribute.value.contains('<') {
                return Err(syntax("< → &lt;"));
            }
            if attribute.value.contains('&')
                && let Err(error) = quick_xml::escape::unescape(attribute.value)
            {
                self.bear(syntax(&error.to_string()), start)?;
            }
        }
        Ok(())
    }

    /// Takes a fault in an `&` for something to mention, if asked to.
    fn bear(&mut self, problem: Problem, at: usize) -> Result<(), Problem> {
        match &mut self.faults {
            Some(faults) if faults.len() < MAX_FAULTS => faults.push(problem.span(at..at + 1)),
            Some(_) => {}
            None => return Err(problem),
        }
        Ok(())
    }

    fn inside(&self) -> Result<(), Problem> {
        if self.open == OUTSIDE { Err(syntax("<…>")) } else { Ok(()) }
    }

    fn leaf(&mut self, kind: Kind, start: usize, end: usize, inner: (usize, usize)) {
        let inner = (inner.0 as u32, inner.1 as u32);
        self.nodes.push(Node { kind, start: start as u32, end: end as u32, inner, size: 1, name: 0 });
    }

    /// The path to the innermost open element, for a problem.
    fn path(&mut self, text: &str) -> String {
        let (length, innermost, root) = (self.nodes.len() as u32, self.open, self.root);
        while self.open != OUTSIDE {
            self.close(text.len(), text.len());
        }
        if innermost == OUTSIDE || length == 0 {
            return String::new();
        }
        let tree = Tree { text, nodes: std::mem::take(&mut self.nodes), root };
        Element { tree: &tree, index: innermost }.path()
    }
}

/// A reference that needs no document type: a predefined entity or a character.
fn reference(name: &BytesRef<'_>) -> Result<(), Problem> {
    let predefined = || quick_xml::escape::resolve_predefined_entity(&name.xml10_content()).map(|_| ());
    match name.resolve_char_ref() {
        Ok(Some(_)) => Ok(()),
        Ok(None) => predefined().ok_or_else(|| syntax("&amp; &lt; &gt; &quot; &apos;")),
        Err(error) => Err(syntax(&error.to_string())),
    }
}

fn syntax(what: &str) -> Problem {
    Problem::new(Code::XmlSyntax).expected(what)
}

/// The reader's error, said so that it names the mend where there is one.
fn wording(error: &Error) -> Problem {
    match error {
        Error::IllFormed(IllFormedError::UnclosedReference) => syntax("& → &amp;"),
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            syntax(&format!("</{expected}> … </{found}>"))
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => syntax(&format!("<…> … </{name}>")),
        Error::Syntax(error) => syntax(&error.to_string()),
        Error::IllFormed(error) => syntax(&error.to_string()),
        // Text in memory has no other faults, and attributes and references are not read here; the words of these would be a
        // part of the page.
        Error::Io(_) | Error::Encoding(_) | Error::InvalidAttr(_) | Error::Escape(_) | Error::Namespace(_) => {
            syntax("UTF-8")
        }
    }
}
