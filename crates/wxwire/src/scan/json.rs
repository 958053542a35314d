//! JSON in a text, whole or broken, and what programs print like it.

use super::printed::{self, Read, Stopped};
use super::{Form, NEAR, Payload, Reading, brackets, escaped, floor, java, line_end, php, prefixed};
use crate::layer::escape::doubled;
use crate::layer::json::{Kind, Tree};
use crate::problem::{Code, Problem};

/// What stands at a `{`.
pub(super) fn object(text: &str, sign: usize, is_all: bool, levels: usize) -> Reading<'_> {
    let inner = text[sign + 1..].trim_ascii_start();
    let Some(first) = inner.chars().next() else {
        return if is_all { Reading::None(sign + 1) } else { Reading::Open };
    };
    if let Some(reading) = escaped::in_bytes(text, sign, levels) {
        return reading;
    }
    // Behind a bracket, as `var_dump` has them, or as Xdebug makes it write.
    if matches!(first, '[' | '\'' | 'p')
        && let Some(read) = php::dumped(text, sign)
    {
        return printed_as(read, sign, is_all);
    }
    let ends_line = text[sign + 1..text.len() - inner.len()].contains('\n');
    if ends_line && let Some(reading) = prefixed::read(text, sign, is_all) {
        return reading;
    }
    match first {
        '"' if doubled::is_quote(inner) => escaped::in_cell(text, sign, is_all, levels),
        '"' => whole(text, sign, is_all),
        '“' | '”' | '＂' if is_wide_key(inner) => wide(text, sign),
        '}' => Reading::None(text.len() - inner.len() + 1),
        '\\' if inner.starts_with("\\x22") => escaped::by_bytes(text, sign, levels),
        '\\' if inner[1..].trim_start_matches('\\').starts_with('"') => escaped::in_string(text, sign, levels),
        '&' if inner.starts_with("&quot;") || inner.starts_with("&#") => escaped::for_html(text, sign, levels),
        '\'' | '[' | ':' => print(text, sign, is_all),
        _ if java::begins(&inner[..floor(inner, 200)]) => java::read(text, sign),
        _ if is_key(inner) => print(text, sign, is_all),
        _ => Reading::None(sign + 1),
    }
}

/// What stands at a `[`: a list is one of objects.
pub(super) fn list(text: &str, sign: usize, is_all: bool, levels: usize) -> Reading<'_> {
    let inner = text[sign + 1..].trim_ascii_start();
    if !inner.starts_with('{') {
        let php = php::lines(text, sign).or_else(|| php::counted(text, sign));
        return php.map_or(Reading::None(sign + 1), |read| printed_as(read, sign, is_all));
    }
    let at = text.len() - inner.len();
    // `[{` may as well be a bracket of a log's.
    let member = inner[1..].trim_ascii_start();
    match member.chars().next() {
        Some('"') if doubled::is_quote(member) => escaped::in_cell(text, sign, is_all, levels),
        Some('"') => match strict(text, sign) {
            Strict::Ends(end) => Reading::Found(vec![Payload::new(sign..end, &text[sign..end], Form::Json)], end),
            Strict::Stops(problem) if !is_all && stands_at_end(&problem, text.len()) => Reading::Open,
            Strict::Stops(_) => Reading::None(at),
        },
        Some('\'') => match printed::read(text, sign) {
            Ok(print) => found(sign, print),
            Err(Stopped::AtEnd) if !is_all => Reading::Open,
            Err(_) => Reading::None(at),
        },
        Some('\\') if levels > 0 => match object(text, at, is_all, levels) {
            // The bracket belongs to the list.
            Reading::Found(found, end) if found.len() > 1 => Reading::Found(found, end),
            other => other,
        },
        _ => Reading::None(at),
    }
}

/// A name, and a colon behind it.
fn is_key(text: &str) -> bool {
    let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$' | '-');
    let rest = text.trim_start_matches(is_name);
    rest.len() < text.len() && rest.trim_ascii_start().starts_with(':') && !rest.starts_with("://")
}

/// A key between the quotes of a word processor, and a colon behind it.
fn is_wide_key(text: &str) -> bool {
    let is_quote = |char: char| matches!(char, '“' | '”' | '＂' | '"');
    let inner = text.trim_start_matches(is_quote);
    let inner = &inner[..floor(inner, 200)];
    let end = inner.find(is_quote).filter(|end| *end > 0 && !inner[..*end].contains('\n'));
    end.is_some_and(|end| inner[end..].trim_start_matches(is_quote).trim_start().starts_with([':', '：']))
}

/// What was JSON before a word processor or a chat changed its quotes: to where its brackets close.
fn wide(text: &str, sign: usize) -> Reading<'_> {
    let fault = sign + 1 + (text[sign + 1..].len() - text[sign + 1..].trim_ascii_start().len());
    let length = text[fault..].chars().next().map_or(0, char::len_utf8);
    let problem = Problem::new(Code::Syntax).expected("\"key\"").span(fault..fault + length);
    match brackets::end(text, sign) {
        Some(_) => broken(text, sign, problem),
        None => Reading::None(sign + 1),
    }
}

/// The longest token of JSON that is no JSON where it is cut: an escape for half a character, twice.
const MAX_TOKEN: usize = 12;

enum Strict {
    Ends(usize),
    Stops(Problem),
}

/// The JSON at a place: where it ends, or what is wrong with it, at its place in the text.
fn strict(text: &str, sign: usize) -> Strict {
    // Most are short and stand in one line, and room is made for as much as is looked at.
    let near = floor(text, sign + (4 << 10));
    let line = line_end(&text[..near], sign);
    let mut stopped = None;
    for limit in [line, floor(text, line + (64 << 10)), floor(text, line + (1 << 20)), text.len()] {
        if stopped == Some(limit) {
            continue;
        }
        let window = &text[sign..limit];
        let problem = match Tree::parse(window) {
            Ok(_) => return Strict::Ends(sign + window.trim_ascii_end().len()),
            Err(problem) => problem,
        };
        let place = problem.span.clone().map_or(0, |span| span.start);
        if problem.code == Code::Syntax && problem.expected == "end" {
            return Strict::Ends(sign + window[..place].trim_ascii_end().len());
        }
        // A word or an escape that the window cuts is faulty where it begins.
        if limit == text.len() || !stands_at_end(&problem, window.len().saturating_sub(MAX_TOKEN)) {
            let span = problem.span.clone().unwrap_or(0..0);
            return Strict::Stops(problem.span(span.start + sign..span.end + sign));
        }
        stopped = Some(limit);
    }
    Strict::Stops(Problem::new(Code::Syntax).span(sign..sign + 1))
}

/// Whether nothing is wrong but that the text ends.
fn stands_at_end(problem: &Problem, length: usize) -> bool {
    problem.code == Code::Syntax && problem.span.as_ref().is_some_and(|span| span.start >= length)
}

/// An object whose first key has double quotes.
fn whole(text: &str, sign: usize, is_all: bool) -> Reading<'_> {
    if let Some(end) = doubled::in_single(text, sign) {
        return escaped::undoubled(&doubled::SINGLE, text, sign..end, 1);
    }
    let problem = match strict(text, sign) {
        Strict::Ends(end) => {
            return Reading::Found(vec![Payload::new(sign..end, &text[sign..end], Form::Json)], end);
        }
        Strict::Stops(problem) => problem,
    };
    if !is_all && stands_at_end(&problem, text.len()) {
        return Reading::Open;
    }
    if problem.code == Code::TooLarge {
        return broken(text, sign, problem);
    }
    match printed::read(text, sign) {
        Ok(print) if print.manner.is_some() => return found(sign, print),
        Err(Stopped::AtEnd) if !is_all => return Reading::Open,
        _ => {}
    }
    if let Some(reading) = prefixed::read(text, sign, is_all).or_else(|| cut(text, sign)) {
        return reading;
    }
    match has_member(text, sign) {
        true => broken(text, sign, problem),
        false => Reading::None(sign + 1),
    }
}

/// Whether a key stands behind a `{`, with its colon.
fn has_member(text: &str, sign: usize) -> bool {
    let inner = text[sign + 1..].trim_ascii_start();
    let Some(key) = inner.strip_prefix('"') else { return false };
    let end = key.find(['"', '\n']).filter(|at| key.as_bytes()[*at] == b'"');
    end.is_some_and(|at| key[at + 1..].trim_ascii_start().starts_with(':'))
}

/// The line of a log that a fault is in, where that is another than the JSON began in: so the one before was cut.
fn next_record(text: &str, sign: usize, problem: &Problem) -> Option<usize> {
    let place = problem.span.as_ref()?.start;
    // A text that is not closed ends at its line break.
    let place = if text.as_bytes().get(place) == Some(&b'\n') { place + 1 } else { place };
    let line = memchr::memrchr(b'\n', text.as_bytes().get(sign..place)?).map(|at| sign + at + 1)?;
    begins_record(&text[line..]).then_some(line)
}

/// Whether a text begins with the moment of a record.
fn begins_record(text: &str) -> bool {
    let is_as = |form: &&str| {
        let head = text.bytes().take(form.len()).map(|byte| if byte.is_ascii_digit() { b'd' } else { byte });
        head.eq(form.bytes())
    };
    ["dddd-dd-dd", "dddd/dd/dd", "dd:dd:dd", "[dddd-dd-dd", "[dd:dd:dd"].iter().any(is_as)
}

/// What begins as JSON and is none: to where its brackets close, or to the end of its line.
fn broken(text: &str, sign: usize, problem: Problem) -> Reading<'_> {
    let text = next_record(text, sign, &problem).map_or(text, |line| &text[..line]);
    let end = brackets::end(text, sign);
    let is_alone = text[..sign].trim().is_empty();
    let to_end = if is_alone && text.len() - sign < 1 << 20 { text.len() } else { line_end(text, sign) };
    let till = end.unwrap_or_else(|| sign + text[sign..to_end].trim_end().len());
    let mut payload = Payload::new(sign..till, &text[sign..till], Form::Json);
    let place = problem.span.as_ref().map_or(till, |span| span.start);
    payload.is_cut = end.is_none() && problem.code == Code::Syntax;
    let closed = if payload.is_cut { brackets::closed(&text[sign..till]) } else { None };
    payload.fault = Some(match closed {
        // Where there is nothing else wrong with it.
        Some(closed) => {
            payload.text = closed.into();
            Problem::new(Code::CutOff).span(till..till)
        }
        None => {
            payload.is_cut = false;
            problem.span(place.min(till)..(place + 1).min(till).max(place.min(till)))
        }
    });
    Reading::Found(vec![payload], till.max(sign + 1))
}

fn print(text: &str, sign: usize, is_all: bool) -> Reading<'_> {
    match printed::read(text, sign) {
        Ok(print) => found(sign, print),
        Err(Stopped::AtEnd) if !is_all && text.len() - sign < 1 << 16 => Reading::Open,
        Err(_) => cut(text, sign).unwrap_or(Reading::None(sign + 1)),
    }
}

/// What Python, Ruby or Rust print, and what a log cuts off at the end of its line.
fn cut(text: &str, sign: usize) -> Option<Reading<'static>> {
    let near = floor(text, sign + NEAR);
    let line = line_end(&text[..near], sign);
    if line == near && near < text.len() {
        return None;
    }
    let behind = text[line..].trim_ascii();
    let goes_on = !behind.is_empty() && !begins_record(behind);
    cut_off(sign, printed::begun(text[..line].trim_ascii_end(), sign, goes_on)?)
}

/// What was read of a print that is cut off.
fn cut_off(start: usize, print: printed::Print) -> Option<Reading<'static>> {
    let end = print.end;
    let Reading::Found(mut all, _) = found(start, print) else { return None };
    for payload in &mut all {
        (payload.is_cut, payload.fault) = (true, Some(Problem::new(Code::CutOff).span(end..end)));
    }
    Some(Reading::Found(all, end))
}

/// What was read as another language's print, from where its head begins.
pub(super) fn printed_as((start, reader, read): Read<'_>, sign: usize, is_all: bool) -> Reading<'static> {
    match read {
        Ok(()) => found(start, reader.finish()),
        Err(Stopped::AtEnd) if !is_all => Reading::OpenFrom(start),
        Err(Stopped::AtEnd) => {
            reader.broken_off().and_then(|print| cut_off(start, print)).unwrap_or(Reading::None(sign + 1))
        }
        Err(Stopped::Here) => Reading::None(sign + 1),
    }
}

fn found(sign: usize, print: printed::Print) -> Reading<'static> {
    let holds = Tree::parse(&print.json)
        .is_ok_and(|tree| tree.root().kind() == Kind::Array || tree.root().members().next().is_some());
    if !holds {
        return Reading::None(sign + 1);
    }
    let form = print.manner.unwrap_or(Form::JavaScript);
    let payload = Payload { left: print.left, ..Payload::new(sign..print.end, print.json, form) };
    Reading::Found(vec![payload], print.end)
}
