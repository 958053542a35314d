//! A file of requests as editors run them: parted by `###`, with variables of its own, `@name = value`.

use super::filled::{filled, named};
use super::found::Found;
use super::http;
use super::report::Why;
use super::several::Several;
use super::text::Text;
use crate::problem::Code;

/// The most variables of a file.
const MAX_VARIABLES: usize = 200;

/// The longest value of one.
const MAX_VALUE: usize = 4000;

/// A file of requests.
struct File {
    requests: Vec<Request>,
    /// Names and values; none where it is not certain which counts.
    variables: Vec<(String, Option<Text>)>,
}

/// A request as it stands in the file, from its first line on.
struct Request {
    name: String,
    text: Text,
}

/// The request of such a file that is meant: the first that is chosen by its address, or that there is.
pub(super) fn read(text: &Text, chosen: &dyn Fn(&str) -> bool) -> Option<Found> {
    let file = File::of(text)?;
    let url = |one: &Request| file.read(one).url;
    let is_chosen = |one: &Request| url(one).is_some_and(|url| chosen(url.as_str()));
    let at = file.requests.iter().take(MAX_ASKED).position(is_chosen).unwrap_or(0);
    let (before, behind) = file.requests.split_at(at);
    let (one, behind) = behind.split_first()?;
    let mut found = file.read(one);
    let around = text.slice(0..one.text.place().start.saturating_sub(text.place().start)).trim();
    if at == 0 && !around.is_empty() {
        found.drop(Why::Around, &around);
    }
    for other in before.iter().chain(behind) {
        found.drop(Why::Rest, &other.text);
    }
    Some(found)
}

/// Of so many it is asked whether one is meant.
const MAX_ASKED: usize = 1000;

/// All requests of such a file.
pub(super) fn several(text: &Text, most: usize) -> Option<Several> {
    let file = File::of(text)?;
    let one = |one: &Request| (one.name.clone(), one.text.place(), file.read(one));
    Some(file.requests.iter().take(most).map(one).collect())
}

impl File {
    /// The requests of a text that is nothing else: each part begins with the line of one, behind remarks and variables.
    fn of(text: &Text) -> Option<Self> {
        let source = text.as_str();
        // Most texts have neither sign.
        if !source.contains("###") && !source.contains('@') || http::begins(source).is_none() {
            return None;
        }
        let (mut parts, mut start, mut at) = (vec![], 0, 0);
        for line in source.split_inclusive('\n') {
            if line.starts_with("###") {
                parts.push(start..at);
                start = at;
            }
            at += line.len();
        }
        parts.push(start..at);
        let (mut requests, mut variables, is_parted) = (vec![], vec![], parts.len() > 1);
        for part in parts {
            requests.extend(request(&text.slice(part), &mut variables)?);
        }
        let is_one = !requests.is_empty() && (is_parted || !variables.is_empty());
        is_one.then(|| Self { requests, variables: certain(variables) })
    }

    fn read(&self, one: &Request) -> Found {
        let variable = |name: &str| self.variables.iter().find(|(own, _)| own == name).map(|(_, value)| value);
        let known = |name: &str| variable(name)?.clone();
        let text = filled(one.text.clone(), &known, one.text.len().saturating_mul(2) + 10_000);
        let mut found = http::read(&text, 0);
        // `< ./body.json`: the body is that file's.
        let body = found.body.as_ref().map(|(body, _)| body.trim());
        if let Some(body) = body.filter(|body| body.as_str().starts_with("< ") || body.as_str().starts_with("<@")) {
            let path = body.slice(2..body.as_str().find('\n').unwrap_or(body.len())).trim();
            found.body = None;
            found.refuse(Code::FileNeeded, &path);
        }
        let body = found.body.as_ref().map(|(body, _)| body.clone()).unwrap_or_default();
        for unknown in named(&body, &|name| variable(name).is_some_and(Option::is_none)) {
            found.refuse(Code::Variable, &unknown);
        }
        found
    }
}

/// The request of a part, without what stands before its line; `Some(None)` where the part has remarks and variables alone, and
/// nothing where it is no part of such a file.
#[allow(clippy::option_option)] // Three cases, and the outer one ends it all.
fn request(part: &Text, variables: &mut Vec<(String, Option<Text>)>) -> Option<Option<Request>> {
    let source = part.as_str();
    let (mut at, mut names) = (0, vec![]);
    for line in source.split_inclusive('\n') {
        let bare = line.trim();
        if http::begins(line).is_some() {
            let start = at + line.len() - line.trim_start().len();
            return Some(Some(Request { name: names.join(" "), text: part.slice(start..part.len()).trim() }));
        }
        if let Some(remark) =
            bare.strip_prefix("###").or_else(|| bare.strip_prefix('#')).or_else(|| bare.strip_prefix("//"))
        {
            let remark = remark.trim();
            match remark.strip_prefix('@').and_then(|remark| remark.split_once(char::is_whitespace)) {
                Some(("name", name)) => names.push(name.trim().to_owned()),
                // Somebody is asked for it.
                Some(("prompt", name)) => {
                    variables.push((name.split_whitespace().next().unwrap_or_default().to_owned(), None));
                }
                _ if bare.starts_with("###") && !remark.is_empty() && at == 0 => names.push(remark.to_owned()),
                _ => {}
            }
        } else if let Some((name, value)) = variable(bare) {
            let start = at + line.find(value).unwrap_or(0);
            // An escape or a quote is read by one editor, and is text to another.
            let is_plain = value.len() <= MAX_VALUE && !value.contains('\\') && !value.starts_with(['"', '\'']);
            variables.push((name.to_owned(), is_plain.then(|| part.slice(start..start + value.len()))));
        } else if !bare.is_empty() {
            return None;
        }
        at += line.len();
    }
    Some(None)
}

/// `@name = value`.
fn variable(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.strip_prefix('@')?.split_once('=')?;
    let (name, value) = (name.trim(), value.trim());
    let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.');
    (!name.is_empty() && name.chars().all(is_name)).then_some((name, value))
}

/// The variables with their values, where they have one: of several, editors do not agree which counts where.
fn certain(mut all: Vec<(String, Option<Text>)>) -> Vec<(String, Option<Text>)> {
    all.truncate(MAX_VARIABLES);
    let value = |value: &Option<Text>| value.as_ref().map(|value| value.as_str().to_owned());
    let values: Vec<_> = all.iter().map(|(name, own)| (name.clone(), value(own))).collect();
    for (name, own) in &mut all {
        if values.iter().any(|(other, known)| other == name && *known != value(own)) {
            *own = None;
        }
    }
    all
}
