//! The body of a request as JSON, mended; of several in a text, the one that is meant.

use super::address::Address;
use super::found::{Form, Found, Part};
use super::operation::{by_body, by_path, is_like, says_enough};
use super::report::Why;
use super::text::Text;
use super::unknown::Unknown;
use super::{bare, escaped, held, logged, options, repair, script, sent_to_us};
use crate::catalog;
use crate::layer::escape::percent_decode;
use crate::layer::json::{Kind, Tree};
use crate::operation::{self, Entry};
use crate::problem::{Code, Problem};

/// How many bodies of a text are looked at.
const MAX_BODIES: usize = 64;

/// The body as JSON, and the text that it was read from. Where a text holds several, a later one counts if it fits the
/// operation that is told, or any at all, and the first does not.
pub(super) fn body(found: &mut Found, told: Option<&'static Entry>) -> Option<(String, Unknown)> {
    let (text, from) = found.body.take()?;
    let text = escaped::opened(text, &mut found.repairs);
    let of_body = |json: &str| {
        by_body(catalog::entries().filter(|entry| entry.body == operation::Body::Json).collect(), Some(json))
    };
    let fits = |json: &str| match told {
        Some(entry) => is_like(entry, json),
        None => !of_body(json).is_empty(),
    };
    if told.is_none()
        && found.form == Form::Http
        && text.as_str().starts_with('<')
        && let Some(problem) = sent_to_us::refused(text.as_str(), &text)
    {
        found.problems.push(problem);
        return None;
    }
    // A text that was copied is often an answer: that it is one is told sooner than whose values it may be.
    let is_copied = told.is_none() && matches!(found.form, Form::Json | Form::Http);
    let Some(mut first) = read(found, &text, from) else { return logged(found, &text, from, &fits, is_copied) };
    let sent = if is_copied && !is_asked(found, first.json()) {
        sent_to_us::refused(first.json(), &text.slice(0..first.repaired.end))
    } else {
        None
    };
    // Of a command's or a program's body its address tells more.
    let is_its = found.form == Form::Json && sent.is_none() && fits(first.json());
    let is_surely = |json: &str| fits(json) && (told.is_some() || says_enough(json, &of_body(json)));
    let is_held = |json: &str| is_surely(json) && !sent_to_us::is_sent(json);
    if found.form == Form::Json && !is_its && narrowed(found, &mut first, &text, from, &is_held) {
        let (inner, from) = found.body.take()?;
        return read(found, &inner, from).map(|body| (body.taken(found), Unknown::of(&inner)));
    }
    if found.form != Form::Json || first.rest.is_empty() || is_its {
        return settled(found, first, &text, sent);
    }
    let mut rest = first.rest.clone();
    for _ in 0..MAX_BODIES {
        let mut next = bare::bare(&rest);
        let Some((inner, _)) = next.body.take() else { break };
        let Some(body) = read(&mut next, &inner, repair::Origin::Prose) else { break };
        // An empty one fits whatever it is held against.
        let is_empty = Tree::parse(body.json()).is_ok_and(|tree| tree.root().members().next().is_none());
        if !is_empty && fits(body.json()) {
            let start = text.len() - rest.len() + (rest.len() - inner.len());
            let around = text.slice(0..start).trim();
            refuse_change(found, &text, start);
            found.dropped.clear();
            found.drop(Why::Around, &around);
            return Some((body.taken(found), Unknown::of(&inner)));
        }
        rest = body.rest;
    }
    settled(found, first, &text, sent)
}

/// Takes the values of a call that stand in JSON of no call: in the options of a library, or in a record.
fn narrowed(
    found: &mut Found,
    first: &mut Body,
    text: &Text,
    from: repair::Origin,
    fits: &dyn Fn(&str) -> bool,
) -> bool {
    let json = &first.repaired.json;
    if first.rest.is_empty()
        && let Some(inner) = options::body(found, json)
    {
        found.body = Some((inner, from));
        first.tell(found);
        return true;
    }
    let mut held = held::all(json, fits).into_iter();
    let Some((_, one)) = held.next() else { return false };
    refuse_change(found, text, 0);
    first.tell(found);
    found.take(one, text);
    for (place, _) in held {
        let start = place.start.saturating_sub(text.place().start);
        found.drop(Why::Rest, &text.slice(start.min(text.len())..(start + place.len()).min(text.len())));
    }
    if !first.rest.is_empty() {
        found.drop(Why::Rest, &first.rest);
    }
    true
}

/// Whether the call at a request's address has the names of a body, though its replies look like that: some report a code.
fn is_asked(found: &Found, json: &str) -> bool {
    let (Some(url), Ok(tree)) = (&found.url, Tree::parse(json)) else { return false };
    let takes = |entry: &&'static Entry| entry.knows_of(tree.root()) && !entry.rather_answers(tree.root());
    by_path(Address::of(url.as_str()).path).iter().any(takes)
}

/// A body as it was found, or the problem that a gateway sends it.
fn settled(found: &mut Found, body: Body, text: &Text, sent: Option<Problem>) -> Option<(String, Unknown)> {
    refuse_change(found, text, 0);
    let json = body.taken(found);
    match sent {
        Some(problem) => {
            found.problems.push(problem);
            None
        }
        None => Some((json, Unknown::of(text))),
    }
}

/// Refuses a body by itself that begins at a place of a text, where the code around it may change it.
fn refuse_change(found: &mut Found, text: &Text, start: usize) {
    let Some(code) = found.code.take() else { return };
    let before = code.as_str().strip_suffix(text.as_str()).map(str::len);
    // What begins with it is no code.
    let start = before.map(|before| before + start).filter(|start| !code.as_str()[..*start].trim().is_empty());
    if let Some(change) = start.and_then(|start| script::changed(&code, start)) {
        found.refuse(Code::Variable, &change);
    }
}

/// A body that the mender refused, where it stands so in a log.
fn logged(
    found: &mut Found,
    text: &Text,
    from: repair::Origin,
    fits: &dyn Fn(&str) -> bool,
    is_copied: bool,
) -> Option<(String, Unknown)> {
    if found.form != Form::Json || !found.parts.is_empty() {
        return None;
    }
    let logged = logged::begins(text, from == repair::Origin::Prose, fits)?;
    found.problems.clear();
    let whole = text.slice(0..logged.repaired.end);
    let sent = if is_copied { sent_to_us::refused(logged.repaired.json.as_str(), &whole) } else { None };
    let rest = text.slice(logged.repaired.end..text.len()).trim();
    let rest = rest.slice(rest.len() - rest.as_str().trim_start_matches(['"', '\'']).len()..rest.len()).trim();
    settled(found, Body { repaired: logged.repaired, rest }, &logged.text, sent)
}

/// A body that was read, and what follows it.
struct Body {
    repaired: repair::Repaired,
    rest: Text,
}

impl Body {
    fn json(&self) -> &str {
        self.repaired.json.as_str()
    }

    /// Tells all that was done for it.
    fn tell(&mut self, found: &mut Found) {
        found.repairs.append(&mut self.repaired.repairs);
        found.dropped.append(&mut self.repaired.dropped);
    }

    /// The JSON, with all that was done for it told.
    fn taken(mut self, found: &mut Found) -> String {
        self.tell(found);
        if !self.rest.is_empty() {
            found.drop(Why::Rest, &self.rest);
        }
        self.json().to_owned()
    }
}

fn read(found: &mut Found, text: &Text, from: repair::Origin) -> Option<Body> {
    if is_form(text.as_str()) {
        found.parts.extend(form(text));
        return None;
    }
    if is_java_map(text.as_str()) {
        let first = text.as_str().chars().next().map_or(0, char::len_utf8);
        found.problems.push(Problem::new(Code::Ambiguous).expected("java_map").span(text.span(0..first)));
        return None;
    }
    // A request and its reply in one line of a log, each of them whole.
    if from == repair::Origin::Prose
        && let Some(end) = whole_before_words(text.as_str())
        && let Ok(repaired) = repair::repair(&text.slice(0..end), from)
    {
        return Some(Body { repaired, rest: text.slice(end..text.len()).trim() });
    }
    let repaired = match repair::repair(text, from) {
        Ok(repaired) => repaired,
        Err(problem) => {
            found.problems.push(problem);
            return None;
        }
    };
    let rest = text.slice(repaired.end..text.len()).trim();
    let is_member = from == repair::Origin::Prose && begins_member(rest.as_str());
    if rest.as_str().starts_with(['}', ']', ',', '"', ':']) && !is_member {
        found.problems.push(Problem::new(Code::Syntax).expected("end").span(rest.span(0..1)));
        return None;
    }
    let holds =
        Tree::parse(repaired.json.as_str()).is_ok_and(|tree| matches!(tree.root().kind(), Kind::Object | Kind::Array));
    if !holds {
        found.problems.push(Problem::new(Code::WrongType).expected("object").found("text").span(text.place()));
        return None;
    }
    if from == repair::Origin::Script && found.form == Form::JavaScript {
        warn_of_rounded(found, &repaired.json);
    }
    Some(Body { repaired, rest })
}

/// Warns of the first number that JavaScript would round, as it does with ids of messages.
fn warn_of_rounded(found: &mut Found, json: &Text) {
    let Ok(tree) = Tree::parse(json.as_str()) else { return };
    let mut next = vec![tree.root()];
    while let Some(value) = next.pop() {
        let inner: Vec<_> = value.members().map(|(_, member)| member).chain(value.items()).collect();
        next.extend(inner.into_iter().rev());
        if value.kind() == Kind::Number && is_rounded(value.source()) {
            return found.warn("rounded", json.span(value.span()));
        }
    }
}

/// Whether a number may be another one in 64 bits of floating point: beyond all that these hold for certain.
fn is_rounded(number: &str) -> bool {
    const SAFE: u64 = 1 << 53;
    let digits = number.trim_start_matches('-');
    match digits.split_once(['e', 'E']) {
        Some((_, exponent)) => exponent.parse().is_ok_and(|exponent: i32| exponent > MAX_EXPONENT),
        None if digits.contains('.') => false,
        None => digits.parse().map_or(true, |whole: u64| whole > SAFE),
    }
}

/// The largest power of ten.
const MAX_EXPONENT: i32 = 308;

/// The parts of a form, decoded.
fn form(text: &Text) -> impl Iterator<Item = Part> {
    let mut at = 0;
    text.as_str().split('&').filter_map(move |pair| {
        let start = at;
        at += pair.len() + 1;
        let equals = pair.find('=')?;
        let part = |range: std::ops::Range<usize>| {
            let source = text.slice(start + range.start..start + range.end);
            let mut read = Text::default();
            // What an escape stands for has the place of the whole.
            percent_decode(source.as_str()).chars().for_each(|char| read.push_char(char, &source, 0..source.len()));
            read
        };
        Some(Part { name: part(0..equals), value: part(equals + 1..pair.len()), is_file: false })
    })
}

/// Where JSON without a fault ends that words and further JSON without a fault follow.
fn whole_before_words(text: &str) -> Option<usize> {
    let end_of = |text: &str| match Tree::parse(text) {
        Ok(_) => Some(text.len()),
        Err(problem) if problem.code == Code::Syntax && problem.expected == "end" => Some(problem.span?.start),
        Err(_) => None,
    };
    let end = end_of(text).filter(|end| *end < text.len() && text[..*end].trim_start().starts_with(['{', '[']))?;
    let rest = &text[end..];
    let next = rest.find(['{', '[', '"', '\n', '}', ']']).filter(|at| rest[*at..].starts_with('{'))?;
    let is_words = rest[..next].trim_start().starts_with(char::is_alphabetic);
    end_of(&rest[next..]).filter(|_| is_words).map(|_| end)
}

/// `, name=value`, as logs write what they say beside a body: no JSON goes on so.
fn begins_member(text: &str) -> bool {
    let Some(member) = text.strip_prefix(',').map(str::trim_start) else { return false };
    let name = member.trim_start_matches(|char: char| char.is_ascii_alphanumeric() || "_.-".contains(char));
    member.starts_with(|char: char| char.is_ascii_alphabetic()) && name.starts_with('=')
}

/// `{name=value, …}`, as Java prints a map.
fn is_java_map(text: &str) -> bool {
    let Some(inner) = text.trim_start().strip_prefix('{') else { return false };
    let name = inner.trim_start_matches(|char: char| char.is_alphanumeric() || "_.-".contains(char));
    let behind = name.strip_prefix('=').filter(|_| name.len() < inner.len());
    behind.is_some_and(|behind| !behind.starts_with(['=', '>', ' ', '"', '\'']))
}

/// `name=value&…`, as forms of web pages are sent.
fn is_form(text: &str) -> bool {
    let name = text.split('=').next().unwrap_or_default();
    let is_name = |char: char| char.is_ascii_alphanumeric() || "_-.[]%".contains(char);
    name.len() < text.len()
        && !name.is_empty()
        && name.chars().all(is_name)
        && !text.trim().contains(char::is_whitespace)
}
