//! JSON with faults, mended where there is one way to read it, and refused at its place where there is none or more.
//!
//! A machine reads the text, tolerates the faults of people and documents, and notes an edit for each. Where a string or a
//! comment could end in more than one place, it goes on from the first that fits, and comes back to the next when the rest
//! cannot be read that way. How far it goes back is bounded, so its time is linear in the text. A doubt is refused: `string`
//! and `comment` say what is doubtful.
//!
//! `machine` drives; `structure`, `string`, `atom`, `space` and `comment` each read one kind of part; `follow` looks ahead;
//! `rivals` and `colon` ask what else a mended text could mean; `reading` holds where the reading is (`state`), its edits, and
//! the readings still to be tried (`choice`).

mod atom;
mod characters;
mod choice;
mod colon;
mod comment;
mod edit;
mod fault;
mod follow;
mod machine;
mod near;
mod number;
mod origin;
mod reading;
mod rivals;
mod space;
mod state;
mod string;
mod structure;

pub(crate) use origin::Origin;

use super::report::{Dropped, Repair, Why};
use super::text::Text;
use crate::layer::json::Tree;
use crate::problem::{Code, Problem};
use edit::{Edit, Mark, mended};
use reading::Reading;

/// JSON that was mended.
#[derive(Debug)]
pub(crate) struct Repaired {
    /// Valid JSON, with the way back to the source; what needed no repair is as it was.
    pub(crate) json: Text,
    pub(crate) repairs: Vec<Repair>,
    /// Comments.
    pub(crate) dropped: Vec<Dropped>,
    /// Where the JSON ends in the text that was read.
    pub(crate) end: usize,
}

/// Mends a text that begins with JSON.
pub(crate) fn repair(text: &Text, origin: Origin) -> Result<Repaired, Problem> {
    let source = text.as_str();
    let strict = match Tree::parse(source) {
        Ok(_) => {
            let (json, end) = (text.clone(), source.len());
            return Ok(Repaired { json, repairs: vec![], dropped: vec![], end });
        }
        Err(problem) => problem,
    };
    let mut reading = Reading::new(source, origin);
    let end = reading.run().map_err(|fault| match strict.span {
        // It is JSON up to here, and what follows is the fault.
        Some(span) if strict.code == Code::Syntax && strict.expected == "end" => {
            let char = source[span.start..].chars().next().map_or(0, char::len_utf8);
            Problem::new(Code::Syntax).expected("end").span(text.span(span.start..span.start + char))
        }
        _ => {
            let edits = in_order(std::mem::take(&mut reading.edits));
            rivals::placed(fault, source, origin, &edits).problem(text)
        }
    })?;
    let edits = in_order(reading.edits);
    let json = mended(&text.slice(0..end), &edits);
    // What is not JSON now was misread; better no answer than a wrong one.
    if let Err(problem) = Tree::parse(json.as_str()) {
        return Err(Problem { span: Some(text.span(0..end)), path: String::new(), ..problem });
    }
    let rival = rivals::rival(source, end, &edits, json.as_str());
    let doubt = rival.or_else(|| rivals::doubt(source, end, &edits, reading.state.comment_lost));
    if let Some(fault) = doubt.or_else(|| colon::doubt(&edits, json.as_str())) {
        return Err(fault.problem(text));
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

/// From the first to the last, one for each place.
fn in_order(mut edits: Vec<Edit>) -> Vec<Edit> {
    crate::order::sort_by_key(&mut edits, |edit| (edit.range.start, edit.range.end));
    // A comma of full width that was to be replaced, and then was one too many: the last word counts.
    edits.dedup_by(|later, earlier| {
        let same = later.range == earlier.range && !later.range.is_empty();
        if same {
            std::mem::swap(later, earlier);
        }
        same
    });
    edits
}

#[cfg(test)]
mod tests;
