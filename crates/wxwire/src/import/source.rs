//! What a text is, and the request in it.

use std::ops::Range;

use super::bare::{bare, in_code};
use super::begins::begins;
use super::escaped::unescaped;
use super::found::{Form, Found};
use super::operation::is_values;
use super::report::{Fix, Repair, Why};
use super::text::Text;
use super::{batch, carried, curl, har, http, httpie, invoke, page, piped, repair, request_file, script, shell, wget};
use crate::layer::json::Tree;
use crate::problem::{Code, Problem};

/// The names of HTTPie's commands, and of those that take the same words.
const HTTPIE: [&str; 4] = ["http", "https", "xh", "xhs"];

/// The request in a text; `chosen` says which of several recorded ones is meant.
pub(crate) fn find(source: &str, chosen: &dyn Fn(&str) -> bool) -> Found {
    let mut repairs = Vec::new();
    let text = carried::taken_off(Text::whole(source), &mut repairs);
    let mut found = find_in(text, chosen);
    repairs.append(&mut found.repairs);
    Found { repairs, ..found }
}

/// The request in a text that was taken out of another one.
pub(crate) fn find_in(mut text: Text, chosen: &dyn Fn(&str) -> bool) -> Found {
    let mut repairs = Vec::new();
    if text.as_str().starts_with('\u{feff}') {
        repairs.push(Repair::new(Fix::ByteOrderMark, &text, 0..3, ""));
        text = text.slice(3..text.len());
    }
    if let Some(mut found) = request_file::read(&text, chosen) {
        repairs.append(&mut found.repairs);
        return Found { repairs, ..found };
    }
    let code = page::code(&text);
    let mut found = match code.is_empty() {
        true => read(&unescaped(text, &mut repairs), chosen),
        false => of_page(&text, &code, chosen),
    };
    repairs.append(&mut found.repairs);
    Found { repairs, ..found }
}

fn read(text: &Text, chosen: &dyn Fn(&str) -> bool) -> Found {
    let source = text.as_str();
    let trimmed = source.trim_start();
    if begins_json(trimmed) {
        let tree = Tree::parse(source).ok();
        if let Some(place) = tree.as_ref().and_then(|tree| har::environment(tree.root())) {
            let mut found = Found::new(Form::Postman);
            found.problems.push(Problem::new(Code::NoRequest).expected("environment").span(text.span(place)));
            return found;
        }
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

/// Whether a text has the sign of a command in it, or of a request's line.
pub(super) fn may_be_command(text: &Text) -> bool {
    readings(text).iter().any(|(_, reading)| reading.is_command())
}

/// Whether a line begins with a command, be it behind a prompt.
pub(crate) fn is_command(line: &str) -> bool {
    let names = ["curl", "wget"].into_iter().chain(HTTPIE);
    let first = names.filter_map(|name| Some(line[..begins(line, name)?].trim_end_matches(".exe").len() - name.len()));
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
pub(super) fn whole_json(text: &str) -> Option<usize> {
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
        let mut found = bare(text);
        // What needs a repair may be a literal of a language that has other rules.
        let is_whole = |body: &Text, origin| repair::repair(body, origin).is_ok_and(|read| read.repairs.is_empty());
        let is_read =
            found.problems.is_empty() && found.body.as_ref().is_some_and(|(body, origin)| is_whole(body, *origin));
        let other = if is_read { None } else { in_code(text) };
        other.unwrap_or_else(|| {
            found.code = Some(text.clone());
            found
        })
    })
}

/// The ways to read a text for which there is a sign in it, by where the signs stand: what begins first holds what seems to
/// begin in the midst of it.
pub(super) fn readings(text: &Text) -> Vec<(usize, Reading)> {
    let source = text.as_str();
    let invocation = invoke::find(text);
    let readings = [
        piped::begins(source).map(|at| (at, Reading::Piped)),
        batch::begins(source).map(|at| (at, Reading::Batch)),
        begins(source, "curl").map(|at| (at, Reading::Curl)),
        begins(source, "wget").map(|at| (at, Reading::Wget)),
        HTTPIE.iter().filter_map(|name| begins(source, name)).min().map(|at| (at, Reading::Httpie)),
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
pub(super) enum Reading {
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
pub(super) fn begins_json(text: &str) -> bool {
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

pub(super) fn is_blank(text: &str) -> bool {
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
