//! A text as it was before a tool wrote it down in its own manner.

use super::report::{Fix, Repair};
use super::text::Text;
use crate::scan::Form;
use crate::scan::carried::{self, Carried, MAX_CARRIED, Stands};

/// So many characters tell which text is meant.
const SHOWN: usize = 24;

/// The text that another one carries, or that one as it is. What was taken off is told as one repair.
pub(super) fn taken_off(mut text: Text, repairs: &mut Vec<Repair>) -> Text {
    let mut taken = Vec::new();
    while taken.len() < MAX_CARRIED {
        let Some(carried) = carried::read(text.as_str()).filter(|one| !taken.contains(&one.form)) else { break };
        let Some(inner) = read(&text, &carried) else { break };
        let fix = match carried.form {
            Form::InTurn => Fix::LinesInTurn,
            Form::Records => Fix::Records,
            Form::Copy => Fix::DumpedRows,
            Form::Compose => Fix::Dollars,
            Form::Coloured => Fix::Colours,
            Form::Rows => Fix::HexDump,
            _ => Fix::QuotedPrintable,
        };
        let begin = |text: &str| text.trim_start().chars().take(SHOWN).collect::<String>();
        // Where there are but variables, nothing was taken off.
        if inner.as_str() != text.as_str() {
            repairs.push(Repair::whole(fix, text.place(), &begin(text.as_str()), &begin(inner.as_str()), 1));
        }
        text = inner;
        taken.push(carried.form);
    }
    text
}

/// The text inside, with the way back to the source.
fn read(text: &Text, carried: &Carried) -> Option<Text> {
    let said = carried.text()?;
    let mut out = text.slice(0..0);
    let (mut start, mut from) = (0, 0);
    for (range, source, stands) in carried.parts() {
        // The bytes of a character may each be spelt.
        if !said.is_char_boundary(range.end) {
            from = if said.is_char_boundary(range.start) { source.start } else { from };
            start = if said.is_char_boundary(range.start) { range.start } else { start };
        } else if stands == Stands::Variable {
            out.push_code(text, source);
        } else if stands == Stands::AsItIs && said.is_char_boundary(range.start) {
            out.push(text, source);
        } else {
            let is_whole = said.is_char_boundary(range.start);
            let (start, from) = if is_whole { (range.start, source.start) } else { (start, from) };
            said[start..range.end].chars().for_each(|char| out.push_char(char, text, from..source.end));
        }
    }
    Some(out)
}
