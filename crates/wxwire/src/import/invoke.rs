//! PowerShell's `Invoke-RestMethod` and `Invoke-WebRequest`, with the variables that are set before them.

use super::found::{Form, Found};
use super::repair::From;
use super::report::Why;
use super::shell;
use super::text::Text;
use crate::problem::{Code, Problem};

/// The names of the command.
const NAMES: [&str; 4] = ["invoke-restmethod", "invoke-webrequest", "irm ", "iwr "];

/// The most arguments, and the most calls before, that are looked at.
const MAX_CALLS: usize = 200;

/// Where such a command begins, and where its words do.
pub(crate) fn begins(text: &str) -> Option<(usize, usize)> {
    let low = text.to_ascii_lowercase();
    let starts = |at: usize| !low[..at].ends_with(|char: char| char.is_ascii_alphanumeric() || "-_.".contains(char));
    let find = |name: &str| low.match_indices(name).find(|(at, _)| starts(*at)).map(|(at, _)| (at, at + name.len()));
    NAMES.iter().filter_map(|name| find(name)).min()
}

/// The request of the command whose words begin at a place.
pub(crate) fn read(text: &Text, (start, at): (usize, usize)) -> Found {
    let before = text.slice(0..start);
    let shell::Words { words, end, unclosed, mut repairs } = shell::powershell(text, at);
    let mut found = Found::new(Form::PowerShell);
    found.repairs.append(&mut repairs);
    found.problems.extend(unclosed.map(|place| Problem::new(Code::CutOff).span(place)));
    let mut words = words.into_iter().take(MAX_CALLS);
    while let Some(word) = words.next() {
        let Some(name) = word.as_str().strip_prefix('-').map(str::to_ascii_lowercase) else {
            found.url.get_or_insert(word);
            continue;
        };
        if name.is_empty()
            || "usebasicparsing skipcertificatecheck disablekeepalive".split(' ').any(|one| one.starts_with(&name))
        {
            found.drop(Why::Option, &word);
            continue;
        }
        let Some(value) = words.next() else { break };
        let value = resolved(&before, value);
        match name.as_str() {
            "uri" => found.url = Some(value),
            "method" => found.method = Some(value),
            "headers" => headers(&mut found, &before, &value),
            "contenttype" => found.headers.push((Text::default(), value)),
            "body" => body(&mut found, value),
            "infile" => found.refuse(Code::FileNeeded, &value),
            _ => found.drop(Why::Option, &word),
        }
    }
    let rest = text.slice(end..text.len()).trim();
    if !rest.is_empty() {
        found.drop(Why::Rest, &rest);
    }
    found
}

/// What a variable was set to; a value that is none stays.
fn resolved(before: &Text, value: Text) -> Text {
    let name = value.as_str();
    if !name.starts_with('$')
        || name.len() < 2
        || !name[1..].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    {
        return value;
    }
    let text = before.as_str();
    let set = text.match_indices(name).filter_map(|(at, _)| {
        let behind = text[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        Some(text.len() - behind.len())
    });
    match set.last() {
        Some(at) => match shell::powershell_quoted(before, at) {
            Some((value, _)) => value,
            None => shell::powershell(before, at).words.into_iter().next().unwrap_or(value),
        },
        None => value,
    }
}

/// A body in quotes, or in brackets that turn a text in quotes into bytes.
fn body(found: &mut Found, value: Text) {
    let text = value.as_str();
    if !text.starts_with('(') {
        return match text.starts_with("@{") || text.starts_with('$') {
            true => found.refuse(Code::Variable, &value),
            false => found.body = Some((value, From::Body)),
        };
    }
    let inner = text.find(['"', '\'']).and_then(|at| shell::powershell_quoted(&value, at));
    let code = text.contains("GetBytes(").then_some(inner).flatten();
    match code {
        Some((inner, _)) => found.body = Some((inner, From::Body)),
        None => found.refuse(Code::Variable, &value),
    }
}

/// `@{"name"="value"; …}`, and what is added to it by `.Add("name", "value")`.
fn headers(found: &mut Found, before: &Text, value: &Text) {
    if value.as_str().starts_with("@{") {
        pairs(found, value, 2, "=");
    }
    for (at, call) in before.as_str().match_indices(".Add(").take(MAX_CALLS) {
        pairs(found, before, at + call.len(), ",");
    }
}

/// Names and values, quoted or plain, with this between them.
fn pairs(found: &mut Found, text: &Text, from: usize, between: &str) {
    let mut at = from;
    let word = |at: usize| {
        let start = at + text.as_str().get(at..)?.find(|char: char| !char.is_whitespace() && char != ';')?;
        shell::powershell_quoted(text, start).or_else(|| {
            let rest = &text.as_str()[start..];
            let length = rest.find(|char: char| char.is_whitespace() || "=;}),".contains(char)).unwrap_or(rest.len());
            (length > 0).then(|| (text.slice(start..start + length), start + length))
        })
    };
    while let Some((name, end)) = word(at) {
        let behind = text.as_str()[end..].trim_start();
        let Some(rest) = behind.strip_prefix(between) else { break };
        let Some((value, end)) = word(text.len() - rest.len()) else { break };
        found.headers.push((name, value));
        at = end;
    }
}
