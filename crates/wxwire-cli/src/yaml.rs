//! YAML as JSON text, with the way back to its places. What an alias stands for is written out where it stands, within the
//! bounds of any document: a text that would grow beyond them is refused.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Tag};
use wxwire::layer::json::{Kind, Tree, quote};
use wxwire::layer::{MAX_BYTES, MAX_DEPTH};
use wxwire::problem::{Code, Problem, Unit};

/// YAML, read.
#[derive(Debug, Default)]
pub struct Yaml {
    /// The same as JSON.
    pub json: String,
    /// Where values stand, in bytes: in the JSON, and in the YAML.
    places: Vec<(usize, usize)>,
}

impl Yaml {
    /// Reads a text.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let (mut writer, mut cursor) = (Writer::default(), Cursor::default());
        for event in Parser::new_from_str(text) {
            let (event, span) = event.map_err(|error| syntax(text, &error))?;
            let at = |marker: &Marker| byte(text, marker.index());
            let place = || at(&span.start)..at(&span.end).max(at(&span.start));
            let start = cursor.byte(text, span.start.index());
            match writer.take(&event, start) {
                Ok(true) => break,
                Ok(false) => {}
                Err(problem) => return Err(problem.span(place())),
            }
        }
        if writer.yaml.json.is_empty() {
            return Err(Problem::new(Code::Empty));
        }
        Ok(writer.yaml)
    }

    /// Where in the YAML stands what these bytes of the JSON are.
    pub fn place(&self, text: &str, json: &Range<usize>) -> Range<usize> {
        let after = self.places.partition_point(|(start, _)| *start <= json.start);
        let start = after.checked_sub(1).map_or(0, |at| self.places[at].1);
        let line = text[start..].find('\n').map_or(text.len(), |at| start + at);
        start..line
    }
}

/// Whether a text that is no JSON is meant as such a document.
pub fn is_meant(text: &str) -> bool {
    let first = text.trim_start_matches('\u{feff}').trim_start().chars().next();
    let mut keys = text.lines().map(|line| line.trim_end());
    first.is_some_and(|first| !matches!(first, '{' | '[' | '<'))
        && keys
            .any(|line| ["openapi:", "swagger:", "\"openapi\":", "'openapi':"].iter().any(|key| line.starts_with(key)))
}

/// A place in a text that moves on through it.
#[derive(Default)]
struct Cursor {
    characters: usize,
    bytes: usize,
}

impl Cursor {
    /// The byte of a character.
    fn byte(&mut self, text: &str, characters: usize) -> usize {
        if characters < self.characters {
            *self = Self::default();
        }
        self.bytes += byte(&text[self.bytes..], characters - self.characters);
        self.characters = characters;
        self.bytes
    }
}

/// The byte of a character.
fn byte(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
}

fn syntax(text: &str, error: &ScanError) -> Problem {
    let at = byte(text, error.marker().index());
    // Of a tab, the reader tells where what it breaks begins.
    let is_tab = error.info().split(|char: char| !char.is_alphabetic()).any(|word| word == "tab" || word == "tabs");
    let at = if is_tab { text[at..].find('\t').map_or(at, |tab| at + tab) } else { at };
    let end = text[at..].chars().next().map_or(at, |char| at + char.len_utf8());
    Problem::new(Code::YamlSyntax).expected(error.info()).span(at..end)
}

/// A container that is open.
struct Open {
    is_mapping: bool,
    /// Nothing is in it yet.
    is_empty: bool,
    /// A key stands there, and its value is next.
    has_key: bool,
    anchor: usize,
    start: usize,
}

#[derive(Default)]
struct Writer {
    yaml: Yaml,
    open: Vec<Open>,
    /// What anchors stand for, in the JSON.
    anchors: BTreeMap<usize, Range<usize>>,
    /// A key `<<` stands before the next value: its members are the mapping's own.
    is_merge: bool,
}

impl Writer {
    /// Takes an event; whether it was the last.
    fn take(&mut self, event: &Event<'_>, place: usize) -> Result<bool, Problem> {
        match event {
            Event::DocumentEnd => return Ok(true),
            Event::Scalar(text, style, anchor, tag) => {
                if self.is_key() {
                    self.key(text, place);
                } else {
                    let json = scalar(text, *style, tag.as_deref());
                    self.value(place)?;
                    let start = self.yaml.json.len();
                    self.yaml.json.push_str(&json);
                    self.close(*anchor, start);
                }
            }
            Event::SequenceStart(anchor, _) => self.begin(false, *anchor, place)?,
            Event::MappingStart(anchor, _) => self.begin(true, *anchor, place)?,
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    self.yaml.json.push(if open.is_mapping { '}' } else { ']' });
                    self.close(open.anchor, open.start);
                }
            }
            Event::Alias(anchor) => self.alias(*anchor, place)?,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
        }
        if self.yaml.json.len() > MAX_BYTES {
            return Err(Problem::new(Code::TooLarge).measured(MAX_BYTES, self.yaml.json.len(), Unit::Bytes));
        }
        Ok(false)
    }

    fn is_key(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_mapping && !open.has_key)
    }

    fn key(&mut self, text: &str, place: usize) {
        let Some(open) = self.open.last_mut() else { return };
        open.has_key = true;
        if text == "<<" {
            self.is_merge = true;
            return;
        }
        if !std::mem::take(&mut open.is_empty) {
            self.yaml.json.push(',');
        }
        self.yaml.places.push((self.yaml.json.len(), place));
        self.yaml.json.push_str(&quote(text));
        self.yaml.json.push(':');
    }

    /// Before a value.
    fn value(&mut self, place: usize) -> Result<(), Problem> {
        if std::mem::take(&mut self.is_merge) {
            return Err(Problem::new(Code::WrongForm).expected("<<: *alias"));
        }
        match self.open.last_mut() {
            Some(open) if open.is_mapping && !open.has_key => {
                return Err(Problem::new(Code::WrongForm).expected("key: value"));
            }
            Some(open) if open.is_mapping => open.has_key = false,
            Some(open) if open.is_empty => open.is_empty = false,
            Some(_) => self.yaml.json.push(','),
            None => {}
        }
        self.yaml.places.push((self.yaml.json.len(), place));
        Ok(())
    }

    fn begin(&mut self, is_mapping: bool, anchor: usize, place: usize) -> Result<(), Problem> {
        self.value(place)?;
        if self.open.len() >= MAX_DEPTH {
            return Err(Problem::new(Code::TooDeep).measured(MAX_DEPTH, MAX_DEPTH + 1, Unit::Levels));
        }
        let start = self.yaml.json.len();
        self.yaml.json.push(if is_mapping { '{' } else { '[' });
        self.open.push(Open { is_mapping, is_empty: true, has_key: false, anchor, start });
        Ok(())
    }

    fn close(&mut self, anchor: usize, start: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, start..self.yaml.json.len());
        }
    }

    fn alias(&mut self, anchor: usize, place: usize) -> Result<(), Problem> {
        let unknown = || Problem::new(Code::WrongForm).expected("*alias");
        let range = self.anchors.get(&anchor).cloned().ok_or_else(unknown)?;
        let grown = self.yaml.json.len() + range.len();
        if grown > MAX_BYTES {
            return Err(Problem::new(Code::TooLarge).measured(MAX_BYTES, grown, Unit::Bytes));
        }
        if std::mem::take(&mut self.is_merge) {
            let Some(open) = self.open.last_mut() else { return Err(unknown()) };
            open.has_key = false;
            let text = &self.yaml.json[range];
            let members =
                text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).ok_or_else(unknown)?.to_owned();
            if !members.is_empty() {
                if !std::mem::take(&mut open.is_empty) {
                    self.yaml.json.push(',');
                }
                self.yaml.json.push_str(&members);
            }
            return Ok(());
        }
        if self.is_key() {
            return Err(Problem::new(Code::WrongForm).expected("key: value"));
        }
        self.value(place)?;
        self.yaml.json.extend_from_within(range);
        Ok(())
    }
}

/// A scalar as JSON, by the core schema of YAML 1.2.
fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> String {
    let is_text =
        style != ScalarStyle::Plain || tag.is_some_and(|tag| tag.is_yaml_core_schema() && tag.suffix == "str");
    match text {
        _ if is_text => quote(text),
        "" | "~" | "null" | "Null" | "NULL" => "null".to_owned(),
        "true" | "True" | "TRUE" => "true".to_owned(),
        "false" | "False" | "FALSE" => "false".to_owned(),
        number if is_number(number) => number.to_owned(),
        _ => quote(text),
    }
}

/// Whether a text is a number as JSON writes it.
fn is_number(text: &str) -> bool {
    text.starts_with(|char: char| char == '-' || char.is_ascii_digit())
        && Tree::parse(text).is_ok_and(|tree| tree.root().kind() == Kind::Number)
}

#[cfg(test)]
mod tests;
