//! What a text is, and the request in it.

use std::ops::Range;

use super::asked::asked_before;
use super::cells::Cell;
use super::found::{Form, Found};
use super::operation::is_values;
use super::repair::Origin;
use super::report::{Fix, Repair, Why};
use super::several::{self, Pieces, Several};
use super::text::Text;
use super::{batch, code, curl, har, http, httpie, invoke, page, piped, repair, script, shell, wget};
use crate::layer::escape::{Escaping, JSON, TEXT, doubled};
use crate::layer::json::Tree;
use crate::operation::Entry;
use crate::problem::Code;

/// The names of HTTPie's commands, and of those that take the same words.
const HTTPIE: [&str; 4] = ["http", "https", "xh", "xhs"];

/// How often a text may be escaped as a whole.
const MAX_ESCAPED: usize = 3;

/// How many code blocks are looked at to find one of JSON.
const MAX_FENCES: usize = 100;

/// How many quotes are looked at to tell whether a text is escaped in part.
const MAX_QUOTES: usize = 1000;

/// The request in a text; `chosen` says which of several recorded ones is meant.
pub(crate) fn find(source: &str, chosen: &dyn Fn(&str) -> bool) -> Found {
    find_in(Text::whole(source), chosen)
}

/// The request in a text that was taken out of another one.
pub(crate) fn find_in(mut text: Text, chosen: &dyn Fn(&str) -> bool) -> Found {
    let mut repairs = Vec::new();
    if text.as_str().starts_with('\u{feff}') {
        repairs.push(Repair::new(Fix::ByteOrderMark, &text, 0..3, ""));
        text = text.slice(3..text.len());
    }
    let code = page::code(&text);
    let mut found = match code.is_empty() {
        true => read(&unescaped(text, &mut repairs), chosen),
        false => of_page(&text, &code, chosen),
    };
    repairs.append(&mut found.repairs);
    Found { repairs, ..found }
}

/// All requests of a text, with their names and places.
pub(super) fn several(source: &str, most: usize, pieces: Pieces) -> Several {
    let mut text = Text::whole(source);
    if source.starts_with('\u{feff}') {
        text = text.slice(3..text.len());
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

fn read(text: &Text, chosen: &dyn Fn(&str) -> bool) -> Found {
    let source = text.as_str();
    let trimmed = source.trim_start();
    if begins_json(trimmed) {
        let tree = Tree::parse(source).ok();
        let record = tree.as_ref().map(|tree| har::Record::of(tree.root()));
        let request = record.as_ref().and_then(|record| {
            let at = record.meant(chosen)?;
            let mut found = record.read(text, at)?;
            record.tell_others(text, at, &mut found);
            Some(found)
        });
        return request.or_else(|| command_behind(text)).unwrap_or_else(|| bare(text));
    }
    in_words(text)
}

/// Whether a line begins with a command, be it behind a prompt.
pub(crate) fn is_command(line: &str) -> bool {
    let names = ["curl", "wget"].into_iter().chain(HTTPIE);
    let first =
        names.filter_map(|name| Some(line[..curl::named(line, name)?].trim_end_matches(".exe").len() - name.len()));
    first.min().is_some_and(|at| {
        let before = line[..at].trim_end();
        let is_assigned = before.starts_with('$') && before.ends_with('=');
        before.is_empty() || before.ends_with(['$', '%', '#', '>', '❯', '`']) || before.ends_with("$(") || is_assigned
    })
}

/// Where the JSON ends that a line begins with and that a command follows.
pub(crate) fn behind_json(line: &str) -> Option<usize> {
    let end = begins_json(line.trim_start()).then(|| whole_json(line))??;
    is_command(&line[end..]).then_some(end)
}

/// Where JSON ends that more follows.
fn whole_json(text: &str) -> Option<usize> {
    match Tree::parse(text) {
        Err(problem) if problem.code == Code::Syntax && problem.expected == "end" => Some(problem.span?.start),
        _ => None,
    }
}

/// The request of a command behind JSON that is whole and no request itself: a reply of the call before it, as a terminal
/// shows both.
fn command_behind(text: &Text) -> Option<Found> {
    let end = whole_json(text.as_str())?;
    let rest = text.slice(end..text.len());
    let (at, command) = readings(&rest).into_iter().next().filter(|(_, reading)| reading.is_command())?;
    if is_values(&text.as_str()[..end]) {
        return None;
    }
    let mut found = command.read(&rest, at)?;
    found.drop(Why::Around, &text.slice(0..end).trim());
    Some(found)
}

/// The request in the code of a page: the first that is chosen by its address, that can be read, or that there is.
fn of_page(text: &Text, code: &[(usize, Text)], chosen: &dyn Fn(&str) -> bool) -> Found {
    let is_read = |found: &Found| {
        let body = found.body.as_ref().is_some_and(|(body, origin)| repair::repair(body, *origin).is_ok());
        let url = found.url.as_ref().is_some_and(|url| chosen(url.as_str()));
        url || body
    };
    let one = |(_, code): &(usize, Text)| {
        let mut repairs = Vec::new();
        let mut found = read(&unescaped(code.trim(), &mut repairs), chosen);
        repairs.append(&mut found.repairs);
        Found { repairs, ..found }
    };
    let all: Vec<_> = code.iter().map(one).collect();
    let at = all.iter().position(is_read).unwrap_or(0);
    let Some(mut found) = all.into_iter().nth(at) else { return read(text, chosen) };
    let before = text.slice(0..code[at].0).trim();
    if !before.is_empty() {
        found.drop(Why::Around, &before);
    }
    found
}

/// The request in words, of which there is no page around.
fn in_words(text: &Text) -> Found {
    readings(text).into_iter().find_map(|(at, reading)| reading.read(text, at)).unwrap_or_else(|| {
        let found = bare(text);
        // What needs a repair may be a literal of a language that has other rules.
        let is_whole = |body: &Text, origin| repair::repair(body, origin).is_ok_and(|read| read.repairs.is_empty());
        let is_read = found.body.as_ref().is_some_and(|(body, origin)| is_whole(body, *origin));
        if is_read { found } else { in_code(text).unwrap_or(found) }
    })
}

/// The ways to read a text for which there is a sign in it, by where the signs stand: what begins first holds what seems to
/// begin in the midst of it.
fn readings(text: &Text) -> Vec<(usize, Reading)> {
    let source = text.as_str();
    let invocation = invoke::find(text);
    let readings = [
        piped::begins(source).map(|at| (at, Reading::Piped)),
        batch::begins(source).map(|at| (at, Reading::Batch)),
        curl::begins(source).map(|at| (at, Reading::Curl)),
        curl::named(source, "wget").map(|at| (at, Reading::Wget)),
        HTTPIE.iter().filter_map(|name| curl::named(source, name)).min().map(|at| (at, Reading::Httpie)),
        invocation.map(|invocation| (invocation.start, Reading::Invoke(invocation))),
        http::begins(source).map(|at| (at, Reading::Http)),
        http::quoted(source).map(|place| (place.start, Reading::Quoted(place))),
        script::begins(source).map(|at| (at, Reading::Script)),
    ];
    let mut readings: Vec<_> = readings.into_iter().flatten().collect();
    crate::order::sort_by_key(&mut readings, |(at, _)| (*at, 0));
    readings
}

/// A way to read a text, for which there is a sign in it.
enum Reading {
    Piped,
    Batch,
    Curl,
    Wget,
    Httpie,
    Invoke(invoke::Invocation),
    Http,
    Quoted(Range<usize>),
    Script,
}

impl Reading {
    /// Whether it is a command's or a request's as it stands on the wire, and no program's.
    fn is_command(&self) -> bool {
        !matches!(self, Self::Script)
    }

    /// The request; `at` is where the sign stands.
    fn read(self, text: &Text, at: usize) -> Option<Found> {
        let is_shells = matches!(self, Self::Curl | Self::Wget | Self::Httpie);
        let command = if is_shells { shell::without_prompts(text, at) } else { None };
        let text = command.as_ref().unwrap_or(text);
        if is_shells && let Some(found) = nested(text, at) {
            return Some(found);
        }
        match self {
            Self::Piped => piped::read(text, at).map(|mut found| {
                shell::fill(&mut found, text, at);
                found
            }),
            Self::Batch => batch::read(text, at),
            Self::Curl => Some(commanded(text, at, curl::read(text, at))),
            Self::Wget => wget::read(text, at).map(|found| commanded(text, at, found)),
            Self::Httpie => httpie::read(text, at, None).map(|found| commanded(text, at, found)),
            Self::Invoke(invocation) => Some(invoke::read(text, invocation)),
            Self::Http => Some(http::read(text, at)),
            Self::Quoted(place) => Some(http::read_quoted(text, place)),
            Self::Script => script::read(text),
        }
    }
}

/// The request of a command in a text that another program reads first.
fn nested(text: &Text, at: usize) -> Option<Found> {
    let inner = shell::inner(text, at)?;
    let (at, reading) = readings(&inner).into_iter().find(|(_, reading)| reading.is_command())?;
    let mut found = reading.read(&inner, at)?;
    let before = text.slice(0..inner.place().start.saturating_sub(text.place().start)).trim();
    if !before.is_empty() {
        found.drop(Why::Around, &before);
    }
    let rest = text.slice((inner.place().end.saturating_sub(text.place().start)).min(text.len())..text.len());
    let closers = rest.as_str().len() - rest.as_str().trim_start_matches(['"', '\'', ')']).len();
    let rest = rest.slice(closers..rest.len()).trim();
    if !rest.is_empty() {
        found.drop(Why::Rest, &rest);
    }
    Some(found)
}

/// Whether a text begins as an object or a list does: not a blank `{{name}}`, nor a prompt or a log's line in brackets.
fn begins_json(text: &str) -> bool {
    let Some(list) = text.strip_prefix('[') else { return text.starts_with('{') && !text.starts_with("{{") };
    let list = list.trim_start();
    let number = list.trim_start_matches(|char: char| char.is_ascii_digit() || "-+.eE".contains(char));
    let is_number = number.len() < list.len() && Tree::parse(&list[..list.len() - number.len()]).is_ok();
    // One number in brackets, with more behind it, is a time or a thread.
    let number = number.trim_start();
    let is_number = is_number && (number.starts_with(',') || number.strip_prefix(']').is_some_and(is_blank));
    let words = ["true", "false", "null", "True", "False", "None"];
    list.starts_with(['{', '[', '"', '\'', ']', '“', '‘', '/'])
        || is_number
        || words.iter().any(|word| list.starts_with(word))
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// A shell's command with what its variables hold. What stands before its name is left out.
fn commanded(text: &Text, at: usize, mut found: Found) -> Found {
    shell::fill(&mut found, text, at);
    let is_name = |char: char| char.is_ascii_alphanumeric() || char == '.';
    let name = text.as_str()[..at].trim_end_matches(is_name).len();
    let before = text.slice(0..name).trim();
    if !before.is_empty() {
        found.drop(Why::Around, &before);
    }
    found
}

/// JSON, with whatever stands around it.
pub(crate) fn bare(text: &Text) -> Found {
    let mut found = Found::new(Form::Json);
    let source = text.as_str();
    // `{{name}}` is a blank to be filled in.
    let is_blank = |at: usize| source[at + 1..].starts_with('{') || source[..at].ends_with('{');
    let is_start = |at: &usize| !is_blank(*at) && !code::is_block(source, *at);
    let start = source.match_indices('{').map(|(at, _)| at).find(is_start);
    let first = source.trim_start();
    let start = if is_string(first) || begins_json(first) {
        Some(source.len() - source.trim_start().len())
    } else if let Some(fenced) = fenced(source) {
        Some(fenced)
    } else {
        start
    };
    let Some(start) = start else { return found };
    if let Some(cell) = Cell::find(text, start) {
        return beside_cell(text, cell.place);
    }
    if let Some((body, end)) = code::bytes(text, start) {
        let around = [(Why::Around, text.slice(0..start - 2)), (Why::Rest, text.slice(end..text.len()))];
        for (why, around) in around.into_iter().map(|(why, around)| (why, around.trim())) {
            if !around.is_empty() {
                found.drop(why, &around);
            }
        }
        found.body = Some((body, Origin::Body));
        return found;
    }
    let before = text.slice(0..start).trim();
    let origin = if before.is_empty() { Origin::Text } else { Origin::Prose };
    if !before.is_empty() {
        found.drop(Why::Around, &before);
    }
    sent_to(&mut found, asked_for(text, 0..start));
    found.body = Some((text.slice(start..source.len()), origin));
    found
}

/// The body of the cell at a place of a table, and nothing else.
pub(super) fn of_cell(text: &Text, place: Range<usize>) -> Found {
    let mut found = Found::new(Form::Json);
    if let Some(cell) = Cell::of(text.as_str(), place) {
        let body = whole(&text.slice(cell.place), cell.how, Fix::Doubled, &mut found.repairs);
        found.body = Some((body, Origin::Body));
    }
    found
}

/// The body that a cell is; what is around it is left out.
fn beside_cell(text: &Text, place: Range<usize>) -> Found {
    let mut found = of_cell(text, place.clone());
    let is_mark = |char: char| matches!(char, '"' | '\'');
    let before = text.slice(0..place.start);
    let before = before.slice(0..before.as_str().trim_end_matches(is_mark).len()).trim();
    let rest = text.slice(place.end..text.len());
    let rest = rest.slice(rest.len() - rest.as_str().trim_start_matches(is_mark).len()..rest.len()).trim();
    for (why, around) in [(Why::Around, before), (Why::Rest, rest)] {
        if !around.is_empty() {
            found.drop(why, &around);
        }
    }
    found
}

/// Takes an address that stands beside a body: together they are a request.
pub(super) fn sent_to(found: &mut Found, address: Option<Text>) {
    if let Some(address) = address.filter(|_| found.url.is_none()) {
        (found.form, found.url) = (Form::Http, Some(address));
    }
}

/// The address that JSON was sent to, where it stands in the part of the text before it.
pub(super) fn asked_for(text: &Text, before: Range<usize>) -> Option<Text> {
    let source = text.as_str();
    source[before.clone()].contains('/').then_some(())?;
    let json = &source[before.end..];
    let tree = Tree::parse(json).or_else(|_| Tree::parse(&json[..whole_json(json).unwrap_or(0)])).ok()?;
    let takes = |entry: &Entry| entry.knows_of(tree.root()) && !entry.rather_answers(tree.root());
    let (_, address) = asked_before(source, before, None, &takes)?;
    Some(text.slice(address))
}

/// Whether a text begins with a string of JSON's: the request's line in an access log has quotes too, and the cells of a table.
fn is_string(text: &str) -> bool {
    let is_cell = |inner: &str| {
        let is_doubled =
            inner.starts_with(['{', '[']) && doubled::is_quote(inner[1..].trim_start_matches(['{', ' ', '\n', '\r']));
        let behind = doubled::end(inner, 0).map_or("", |end| &inner[end + 1..]);
        is_doubled || behind.starts_with([',', ';', '\t'])
    };
    text.strip_prefix('"').is_some_and(|inner| http::begins(inner) != Some(0) && !is_cell(inner))
}

/// Where JSON begins right behind the line that opens a code block of Markdown.
fn fenced(source: &str) -> Option<usize> {
    let begins_line = |at: usize| is_blank(source[..at].rsplit('\n').next().unwrap_or_default());
    let mut fences = source.match_indices("```").take(MAX_FENCES).filter(|(at, _)| begins_line(*at));
    fences.find_map(|(at, fence)| {
        let begin = at + fence.len();
        let line = source[begin..].find('\n')?;
        let start = source.len() - source[begin + line..].trim_start().len();
        let is_name = source[begin..begin + line].trim().bytes().all(|byte| byte.is_ascii_alphanumeric());
        (is_name && begins_json(&source[start..])).then_some(start)
    })
}

/// The payload in code of which no request is known.
fn in_code(text: &Text) -> Option<Found> {
    let (payload, place) = code::payload(text)?;
    let mut found = Found::new(Form::Json);
    found.drop(Why::Around, &text.slice(0..place.start).trim());
    found.drop(Why::Rest, &text.slice(place.end..text.len()).trim());
    found.dropped.retain(|one| !one.what.is_empty());
    found.body = Some((payload, Origin::Body));
    Some(found)
}

/// The text as it was before somebody escaped it for HTML: told by quotes that are escaped, all of them or those from the
/// first bracket on.
pub(crate) fn unescaped(mut text: Text, repairs: &mut Vec<Repair>) -> Text {
    for _ in 0..MAX_ESCAPED {
        let source = text.as_str();
        let quoted = |text: &str| {
            ["&quot;", "&#34;", "&#x22;", "&#39;", "&amp;quot;", "&amp;#34;", "&amp;amp;quot;"]
                .iter()
                .any(|quote| text.starts_with(quote))
        };
        let behind_bracket = source.find(['{', '[']).is_some_and(|at| quoted(source[at + 1..].trim_start()));
        let escaped = || source.match_indices('&').map(|(at, _)| at).filter(|at| quoted(&source[*at..]));
        let none_plain = !source.contains('"') && escaped().next().is_some();
        // Where only some quotes are escaped, nobody knows what else is: a value may hold `&lt;` as it stands.
        let in_json = |at: usize| source[..at].trim_end().ends_with(['{', '[', ':', ',']);
        let mixed = escaped().next().is_some_and(|first| {
            source[first..].match_indices('"').take(MAX_QUOTES).any(|(at, _)| in_json(first + at))
        });
        if mixed || !behind_bracket && !none_plain {
            break;
        }
        text = whole(&text, &TEXT, Fix::HtmlEscaped, repairs);
    }
    text
}

/// A body that is the inside of a JSON string, or a JSON string with its quotes.
pub(crate) fn opened(body: Text, repairs: &mut Vec<Repair>) -> Text {
    let source = body.as_str();
    let trimmed = source.trim();
    let begins = trimmed.strip_prefix(['{', '[']).is_some_and(|rest| rest.trim_start().starts_with("\\\""));
    if begins && is_inside(trimmed) {
        return whole(&body, &JSON, Fix::JsonEscaped, repairs);
    }
    let string = trimmed.starts_with('"') && trimmed.len() > 1 && Tree::parse(trimmed).is_ok();
    if !string {
        return body;
    }
    let start = source.len() - source.trim_start().len();
    whole(&body.slice(start + 1..start + trimmed.len() - 1), &JSON, Fix::JsonEscaped, repairs)
}

/// Whether a text could stand between the quotes of a JSON string, line breaks aside.
fn is_inside(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let right = match byte {
            b'"' => false,
            b'\\' => bytes.next().is_some_and(|byte| b"\"\\/bfnrtu".contains(&byte)),
            _ => true,
        };
        if !right {
            return false;
        }
    }
    true
}

fn whole(text: &Text, how: &Escaping, fix: Fix, repairs: &mut Vec<Repair>) -> Text {
    let first = how.next(text.as_str(), 0);
    let (plain, count) = text.unescaped(how);
    if let Some((escape, char)) = first {
        let before = text.as_str().get(escape.clone()).unwrap_or_default();
        repairs.push(Repair::whole(fix, text.span(escape), before, char.encode_utf8(&mut [0; 4]), count));
    }
    plain
}
