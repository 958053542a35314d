//! JSON with faults, mended where there is one way to read it, and refused at its place where there is none or more.
//!
//! The text is read by a machine that bears the faults of people and documents and notes an edit for each. Where a string
//! or a comment could end in more than one place, it goes on from the first that fits, and comes back to the next when
//! the rest cannot be read so. How far it goes back is bounded, so its time is linear in the text. A reading that leaves a
//! doubt is no reading: see `string` and `comment` for what is doubted.

mod atom;
mod comment;
mod follow;
mod machine;
mod state;
mod string;

use std::borrow::Cow;
use std::ops::Range;

use super::report::{Dropped, Fix, Repair, Why};
use super::text::Text;
use crate::layer::json::Tree;
use crate::problem::{Code, Problem, Unit};
use machine::Machine;

/// The most repairs of one text. What needs more is not worth mending.
pub(crate) const MAX_REPAIRS: usize = 1_000_000;

/// Where a text comes from, which says what may stand in it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum From {
    /// A body: the JSON is the whole of it.
    Body,
    /// Any text that begins with JSON; what follows is somebody else's.
    Prose,
    /// An object of JavaScript's or Python's, in the midst of a script: its strings have more escapes.
    Script,
}

/// JSON that was mended.
#[derive(Debug)]
pub(crate) struct Repaired {
    /// Valid JSON; what needed no repair is as it was.
    pub(crate) json: String,
    pub(crate) repairs: Vec<Repair>,
    /// Comments.
    pub(crate) dropped: Vec<Dropped>,
    /// Where the JSON ends in the text that was read.
    pub(crate) end: usize,
}

/// A change of the text.
#[derive(Debug)]
struct Edit {
    range: Range<usize>,
    new: Cow<'static, str>,
    mark: Mark,
}

/// What an edit is told as.
#[derive(Clone, Copy, Debug)]
enum Mark {
    Fix(Fix),
    Comment,
    /// A part of another repair.
    Silent,
}

/// Mends a text that begins with JSON.
pub(crate) fn repair(text: &Text, from: From) -> Result<Repaired, Problem> {
    let source = text.as_str();
    let strict = match Tree::parse(source) {
        Ok(_) => return Ok(Repaired { json: source.to_owned(), repairs: vec![], dropped: vec![], end: source.len() }),
        Err(problem) => problem,
    };
    let mut machine = Machine::new(source, from);
    let end = machine.run().map_err(|fault| match strict.span {
        // It is JSON up to here, and what follows is the fault.
        Some(span) if strict.code == Code::Syntax && strict.expected == "end" => {
            let char = source[span.start..].chars().next().map_or(0, char::len_utf8);
            Problem::new(Code::Syntax).expected("end").span(text.span(span.start..span.start + char))
        }
        _ => fault.problem(text),
    })?;
    let mut edits = machine.edits;
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    // A comma of full width that was to be replaced, and then was one too many: the last word counts.
    edits.dedup_by(|later, earlier| {
        let same = later.range == earlier.range && !later.range.is_empty();
        if same {
            std::mem::swap(later, earlier);
        }
        same
    });
    let json = apply(source.get(..end).unwrap_or_default(), &edits);
    // What is not JSON now was misread; better no answer than a wrong one.
    if let Err(problem) = Tree::parse(&json) {
        return Err(Problem { span: Some(text.span(0..end)), path: String::new(), ..problem });
    }
    let mut repaired = Repaired { json, repairs: vec![], dropped: vec![], end };
    for edit in edits {
        match edit.mark {
            Mark::Fix(fix) => repaired.repairs.push(Repair::new(fix, text, edit.range, &edit.new)),
            Mark::Comment => {
                let what = source.get(edit.range.clone()).unwrap_or_default();
                repaired.dropped.push(Dropped::new(Why::Comment, text.span(edit.range), what));
            }
            Mark::Silent => {}
        }
    }
    Ok(repaired)
}

fn apply(source: &str, edits: &[Edit]) -> String {
    let (mut out, mut at) = (String::with_capacity(source.len() + edits.len()), 0);
    for edit in edits {
        out.push_str(source.get(at..edit.range.start).unwrap_or_default());
        out.push_str(&edit.new);
        at = edit.range.end;
    }
    out + source.get(at..).unwrap_or_default()
}

/// Why a reading ended.
#[derive(Clone, Debug)]
struct Fault {
    /// How far the reading came.
    at: usize,
    /// What it is about.
    place: Range<usize>,
    code: Code,
    expected: &'static str,
    /// No other reading is worth trying.
    last: bool,
}

impl Fault {
    fn new(code: Code, place: Range<usize>) -> Self {
        Self { at: place.start, place, code, expected: "", last: false }
    }

    fn expected(at: usize, expected: &'static str) -> Self {
        Self { expected, ..Self::new(Code::Syntax, at..at) }
    }

    fn last(self) -> Self {
        Self { last: true, ..self }
    }

    fn problem(self, text: &Text) -> Problem {
        let source = text.as_str();
        let char = source.get(self.place.start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let place = self.place.start..self.place.end.max(self.place.start + char);
        let found = source.get(place.clone()).unwrap_or_default();
        let problem = Problem::new(self.code).span(text.span(place)).expected(self.expected);
        match self.code {
            Code::TooDeep => {
                let limit = crate::layer::MAX_DEPTH;
                problem.measured(limit, limit + 1, Unit::Levels)
            }
            Code::TooMany => problem.measured(MAX_REPAIRS, MAX_REPAIRS + 1, Unit::Items),
            Code::Variable => problem.found(found),
            _ => problem,
        }
    }
}

#[cfg(test)]
mod tests;
