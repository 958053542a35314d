//! All requests of a text, whatever they are written in.

use std::ops::Range;

use super::found::Found;
use super::several::{self, Pieces, Several};
use super::source::{Reading, begins_json, readings};
use super::text::Text;
use super::{code, har, request_file, script};
use crate::layer::json::Tree;

/// All requests of a text, with their names and places.
pub(super) fn several(source: &str, most: usize, pieces: Pieces) -> Several {
    let mut text = Text::whole(source);
    if source.starts_with('\u{feff}') {
        text = text.slice(3..text.len());
    }
    if let Some(all) = request_file::several(&text, most) {
        return all;
    }
    if !begins_json(text.as_str().trim_start()) {
        return joined(several::of_page(&text, most, pieces), of_script(&text, most));
    }
    let Ok(tree) = Tree::parse(text.as_str()) else { return several::of_page(&text, most, pieces) };
    let record = har::Record::of(tree.root());
    let one = |(at, one): (usize, &har::Recorded<'_>)| {
        Some((one.name.clone(), text.span(one.span()), record.read(&text, at)?))
    };
    record.requests.iter().enumerate().take(most).filter_map(one).collect()
}

/// Whether a text has a sign of a command, of a program or of what a tool kept. Without one, what it holds is a body alone, and
/// reading it as a request, as is done with every piece of a log, has no use.
pub(super) fn may_be_written(source: &str) -> bool {
    let is_kept = ["\"request\"", "\"method\"", "\"headers\""].iter().any(|name| source.contains(name));
    is_kept || code::is_program(source) || !readings(&Text::whole(source)).is_empty()
}

/// The requests of what is a script in a text.
fn of_script(text: &Text, most: usize) -> Several {
    let is_script = readings(text).iter().any(|(_, reading)| matches!(reading, Reading::Script));
    let all = if is_script { script::several(text, most) } else { vec![] };
    all.into_iter().map(|(call, found)| (String::new(), call.place(), found)).collect()
}

/// The pieces of a page and the requests of the programs in it, each once, in the order of the text. A piece that holds one
/// request is that request; one that holds several, or is what a program sends, stands for none of its own. A command that
/// has programs behind it is neither.
fn joined(mut pieces: Several, programs: Several) -> Several {
    let sorted = |mut places: Vec<Range<usize>>| {
        crate::order::sort_by_key(&mut places, |place| (place.start, 0));
        places
    };
    let address = |found: &Found| Some(found.url.as_ref()?.place());
    let calls = sorted(programs.iter().map(|(_, call, _)| call.clone()).collect());
    let addresses = sorted(programs.iter().filter_map(|(.., found)| address(found)).collect());
    let bodies = programs.iter().filter_map(|(_, _, found)| Some(found.body.as_ref()?.0.place()));
    let bodies = sorted(bodies.collect());
    pieces.retain(|(_, place, found)| match (overlapping(&calls, place), address(found)) {
        (0, asked) => asked.is_some() || overlapping(&bodies, place) == 0,
        (held, asked) => asked.is_some_and(|asked| held == 1 || overlapping(&addresses, &asked) == 0),
    });
    let kept = sorted(pieces.iter().map(|(_, place, _)| place.clone()).collect());
    let asked = sorted(pieces.iter().filter_map(|(.., found)| address(found)).collect());
    pieces.extend(programs.into_iter().filter(|(_, call, found)| {
        overlapping(&kept, call) == 0 || address(found).is_some_and(|address| overlapping(&asked, &address) == 0)
    }));
    crate::order::sort_by_key(&mut pieces, |(_, place, _)| (place.start, 0));
    pieces
}

/// How many of some places, which stand in their order and beside each other, have a part of another.
fn overlapping(places: &[Range<usize>], other: &Range<usize>) -> usize {
    let first = places.partition_point(|place| place.end <= other.start);
    places[first..].iter().take_while(|place| place.start < other.end).count()
}
