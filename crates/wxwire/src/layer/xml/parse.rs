//! Text to tree.

use super::attributes::Attributes;
use super::events::{Event, Events, is_space};
use super::{Element, Kind, MAX_ATTRIBUTES, Node, Tree, reference};
use crate::layer::{MAX_BYTES, MAX_DEPTH};
use crate::problem::{Code, Problem, Severity, Unit};

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

    /// Reads a text in which an `&` or a `<` may stand for itself, or an `&` begin a reference that XML does not know. Each
    /// of these is added to the faults, with its place, and so is what only the letter of XML forbids.
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
        let mut events = if faults.is_some() { Events::tolerant(text) } else { Events::new(text) };
        let nodes = Vec::with_capacity(text.len() / 16 + 4);
        let mut builder = Builder { text, nodes, open: OUTSIDE, depth: 0, root: OUTSIDE, faults };
        let mut start = 0;
        loop {
            let event = events.next();
            let end = events.at();
            let read = match event {
                Some(Ok(event)) => builder.event(event, start, end),
                Some(Err(what)) => Err(syntax(what)),
                None => match builder.is_whole() {
                    true => return Ok(Self { text, nodes: builder.nodes, root: builder.root }),
                    false => Err(syntax(if builder.open == OUTSIDE { "<…>" } else { "</…>" })),
                },
            };
            if let Err(problem) = read {
                let place = start..end.max((start + 1).min(text.len()));
                return Err(problem.at(builder.path()).span(place));
            }
            start = end;
        }
    }
}

/// Refuses what is looked at nowhere else: control characters.
fn characters(text: &str) -> Result<(), Problem> {
    let control = |byte: u8| (byte < 32) & (byte != 9) & (byte != 10) & (byte != 13);
    // Without a way out of it, this loop looks at many bytes at once. Nearly every text ends here.
    if !text.bytes().fold(false, |any, byte| any | control(byte)) {
        return Ok(());
    }
    match text.bytes().position(control) {
        Some(at) => Err(syntax(&format!("U+{:04X}", text.as_bytes()[at])).span(at..at + 1)),
        None => Ok(()),
    }
}

struct Builder<'t, 'f> {
    text: &'t str,
    nodes: Vec<Node>,
    open: u32,
    depth: usize,
    root: u32,
    /// Where faults go that are borne.
    faults: Option<&'f mut Vec<Problem>>,
}

impl<'t> Builder<'t, '_> {
    fn event(&mut self, event: Event<'t>, start: usize, end: usize) -> Result<(), Problem> {
        match event {
            Event::Start(tag) => self.start(tag, start, end)?,
            Event::Empty(tag) => {
                self.start(tag, start, end)?;
                self.close(end, end);
            }
            Event::End(name) => {
                self.matches(name)?;
                self.close(start, end);
            }
            Event::Text(text) => {
                if text.starts_with('&') {
                    self.bear(syntax("& → &amp;"), start)?;
                }
                if text.starts_with('<') {
                    self.bear(syntax("< → &lt;"), start)?;
                }
                // A byte order mark may come first.
                let text = if start == 0 { text.trim_start_matches('\u{feff}') } else { text };
                if self.open == OUTSIDE && !text.trim_ascii().is_empty() {
                    return Err(syntax("<…>"));
                }
                if text.contains("]]>") {
                    return Err(syntax("]]> → ]]&gt;"));
                }
                self.text(start, end);
            }
            Event::Reference(name) => {
                self.inside()?;
                if let Err(what) = reference::character(name) {
                    self.bear(syntax(what), start)?;
                }
                self.text(start, end);
            }
            Event::CData => {
                self.inside()?;
                self.leaf(Kind::CData, start, end, (start + "<![CDATA[".len(), end - "]]>".len()));
            }
            Event::Other => {
                if let Some(what) = misplaced(&self.text[..start], &self.text[start..end]) {
                    self.remark(syntax(what).severity(Severity::Note), start);
                }
                self.leaf(Kind::Other, start, end, (start, end));
            }
            Event::DocType => return Err(Problem::new(Code::XmlDoctype)),
        }
        Ok(())
    }

    /// Whether all that was begun is ended, and something was.
    fn is_whole(&self) -> bool {
        self.open == OUTSIDE && self.root != OUTSIDE
    }

    /// Whether an end tag is that of the innermost open element.
    fn matches(&self, name: &str) -> Result<(), Problem> {
        let own = |node: &Node| &self.text[node.start as usize + 1..][..node.name as usize];
        match self.nodes.get(self.open as usize).map(own) {
            Some(own) if own == name => Ok(()),
            Some(own) => Err(syntax(&format!("</{own}> … </{name}>"))),
            None => Err(syntax(&format!("<…> … </{name}>"))),
        }
    }

    fn start(&mut self, tag: &str, start: usize, end: usize) -> Result<(), Problem> {
        if self.open == OUTSIDE && self.root != OUTSIDE {
            return Err(syntax("one root element"));
        }
        if self.depth == MAX_DEPTH {
            return Err(Problem::new(Code::TooDeep).measured(MAX_DEPTH, MAX_DEPTH + 1, Unit::Levels));
        }
        let name = tag.split(is_space).next().unwrap_or_default().as_bytes();
        let begins = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii() || matches!(byte, b'_' | b':');
        if !name.first().is_some_and(begins) || name.iter().any(|byte| b"<&\"'=".contains(byte)) {
            return Err(syntax("<name>"));
        }
        self.attributes(tag, name.len(), start)?;
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
        if let Some(node) = self.nodes.get_mut(self.open as usize) {
            node.end = end as u32;
            node.inner.1 = start as u32;
            (node.size, self.open) = (length - self.open, node.size);
            self.depth -= 1;
        }
    }

    /// Text, joined with text and entities right before it.
    fn text(&mut self, start: usize, end: usize) {
        if let Some(last) = self.nodes.last_mut()
            && last.kind == Kind::Text
            && last.end == start as u32
        {
            last.end = end as u32;
            last.inner.1 = end as u32;
        } else {
            self.leaf(Kind::Text, start, end, (start, end));
        }
    }

    /// Attributes well-formed, distinct, and not too many.
    fn attributes(&mut self, tag: &str, name: usize, start: usize) -> Result<(), Problem> {
        for (count, attribute) in Attributes::distinct(tag, name).enumerate() {
            let attribute = attribute.map_err(|error| syntax(&error))?;
            if count == MAX_ATTRIBUTES {
                return Err(Problem::new(Code::TooMany).measured(MAX_ATTRIBUTES, MAX_ATTRIBUTES + 1, Unit::Items));
            }
            if attribute.value.contains('<') {
                return Err(syntax("< → &lt;"));
            }
            if let Err(what) = reference::resolve(attribute.value) {
                self.bear(syntax(what), start)?;
            }
        }
        Ok(())
    }

    /// Takes a fault in an `&` or a `<` for something to mention, if asked to.
    fn bear(&mut self, problem: Problem, at: usize) -> Result<(), Problem> {
        if self.faults.is_none() {
            return Err(problem);
        }
        self.remark(problem, at);
        Ok(())
    }

    /// Mentions what no reader minds.
    fn remark(&mut self, problem: Problem, at: usize) {
        if let Some(faults) = self.faults.as_mut().filter(|faults| faults.len() < MAX_FAULTS) {
            faults.push(problem.span(at..at + 1));
        }
    }

    fn inside(&self) -> Result<(), Problem> {
        if self.open == OUTSIDE { Err(syntax("<…>")) } else { Ok(()) }
    }

    fn leaf(&mut self, kind: Kind, start: usize, end: usize, inner: (usize, usize)) {
        let inner = (inner.0 as u32, inner.1 as u32);
        self.nodes.push(Node { kind, start: start as u32, end: end as u32, inner, size: 1, name: 0 });
    }

    /// The path to the innermost open element, for a problem.
    fn path(&mut self) -> String {
        let text = self.text;
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

/// What the letter of XML says against a comment or a declaration, which readers take all the same.
fn misplaced(before: &str, what: &str) -> Option<&'static str> {
    if let Some(comment) = what.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")) {
        return (comment.contains("--") || comment.ends_with('-')).then_some("-- → - -");
    }
    let is_declaration = what.strip_prefix("<?xml").is_some_and(|rest| rest.starts_with([' ', '\t', '\r', '\n', '?']));
    let is_first = before.trim_start_matches('\u{feff}').is_empty();
    (is_declaration && !is_first).then_some("<?xml … ?> → …")
}

fn syntax(what: &str) -> Problem {
    Problem::new(Code::XmlSyntax).expected(what)
}
