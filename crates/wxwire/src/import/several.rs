//! All requests of a text: those of a record, and the samples of a page.

use std::ops::Range;

use super::blot::remark;
use super::found::{Form, Found};
use super::imported::Imported;
use super::operation::is_values;
use super::report::Why;
use super::sent_to_us::is_sent;
use super::text::Text;
use super::{bare, carried, cells, held, http, joined, shell, source};
use crate::operation::Entry;
use crate::problem::{Code, Problem};
use crate::scan;
use crate::secret::{MASK, masked};

/// The most samples of a text.
const MAX_SAMPLES: usize = 10_000;

/// The most lines between a request's line and its body.
const MAX_HEAD: usize = 30;

/// One of the requests of a text.
#[derive(Debug)]
#[non_exhaustive]
pub struct Sample {
    /// What the text calls it; may be empty.
    pub name: String,
    /// The bytes of the source that it stands in.
    pub span: Range<usize>,
    /// What was found in it.
    pub imported: Imported,
}

impl Sample {
    /// What tells it from others of its operation: the value of the field that says its kind, such as a message's type.
    pub fn kind(&self) -> Option<String> {
        let values = self.imported.values.as_deref()?;
        self.imported.operation?.variant_of(values)
    }
}

/// The pieces of code of a page, each with what the page calls it.
pub(crate) type Pieces = fn(&Text) -> Vec<(String, Text)>;

/// All requests of a text, in its order: those of a record, those that `pieces` finds in a page, those in the lines of a log,
/// or the only one.
pub(crate) fn all(bytes: &[u8], operation: Option<&'static Entry>, pieces: Pieces) -> Result<Vec<Sample>, Problem> {
    let source = super::readable(bytes)?;
    let all = listed(source, pieces);
    if all.len() < 2 { only(source, all, operation) } else { Ok(read(source, all, operation)) }
}

/// Those in the words of a shell or a program, or kept by a tool.
pub(crate) fn written(bytes: &[u8], pieces: Pieces) -> Vec<Sample> {
    let Some(source) = super::readable(bytes).ok().filter(|source| joined::may_be_written(source)) else {
        return vec![];
    };
    let mut all = joined::several(source, MAX_SAMPLES, pieces);
    all.retain(is_something);
    if all.len() < 2 {
        let only = only(source, all, None).unwrap_or_default();
        return only.into_iter().filter(|sample| sample.imported.form.is_written()).collect();
    }
    all.retain(|(.., found)| found.form.is_written());
    read(source, all, None)
}

/// What [`all`] finds, before anything is known of its operation.
fn listed(source: &str, pieces: Pieces) -> Several {
    let mut repairs = Vec::new();
    let text = carried::taken_off(Text::whole(source), &mut repairs);
    if !repairs.is_empty() || text.has_code() {
        let mut all = in_lines(&text, MAX_SAMPLES).unwrap_or_default();
        all.iter_mut().for_each(|(.., found)| found.repairs.extend_from_slice(&repairs));
        // The lines of one program come before those of another.
        crate::order::sort_by_key(&mut all, |(_, place, _)| (place.start, 0));
        return all;
    }
    let mut all = joined::several(source, MAX_SAMPLES, pieces);
    all.retain(is_something);
    match all.len() {
        ..2 => in_lines(&Text::whole(source), MAX_SAMPLES).map_or(all, |lines| beside(Text::whole(source), lines)),
        _ => all,
    }
}

/// What the lines of a text hold. What a command among them sends is told as the command's, which may put something into it.
fn beside(text: Text, mut lines: Several) -> Several {
    let place = text.place();
    let found = source::find_in(text, &|_| false);
    let body = found.body.as_ref().filter(|_| found.form.is_written()).map(|(body, _)| body.place());
    let Some(sent) = body else { return lines };
    let count = lines.len();
    lines.retain(|(_, place, _)| place.end <= sent.start || sent.end <= place.start);
    if lines.len() < count {
        let start = found.url.as_ref().map_or(sent.start, |url| url.place().start.min(sent.start));
        lines.push((String::new(), start..sent.end.max(start).min(place.end), found));
        crate::order::sort_by_key(&mut lines, |(_, place, _)| (place.start, 0));
    }
    lines
}

fn read(source: &str, all: Several, operation: Option<&'static Entry>) -> Vec<Sample> {
    if all.is_empty() {
        return vec![];
    }
    let hidden = crate::secret::places(source);
    // The name may be a line of the text.
    let one = |(name, span, found): (String, Range<usize>, Found)| Sample {
        name: label(&name),
        span,
        imported: super::read(found, source, &hidden, operation),
    };
    all.into_iter().map(one).collect()
}

/// The only request, or what [`import`](super::import) makes of the text.
fn only(source: &str, all: Several, operation: Option<&'static Entry>) -> Result<Vec<Sample>, Problem> {
    let mut samples = read(source, all, operation);
    let is_sent = |sample: &Sample| sample.imported.problems.iter().any(|problem| problem.code == Code::NoRequest);
    if samples.first().is_some_and(is_sent) {
        return Ok(samples);
    }
    let imported = super::import(source.as_bytes(), operation)?;
    let (name, span) = samples.pop().map_or((String::new(), 0..source.len()), |one| (one.name, one.span));
    Ok(vec![Sample { name, span: from_its_beginning(span, source, &imported), imported }])
}

/// Where the only request stands: what was left out before it is none of it.
fn from_its_beginning(span: Range<usize>, source: &str, imported: &Imported) -> Range<usize> {
    if span != (0..source.len()) {
        return span;
    }
    let before = imported.dropped.iter().find(|one| one.why == Why::Around);
    let end = before.filter(|one| source[..one.span.start].trim().is_empty()).map_or(0, |one| one.span.end);
    let start = source.len() - source.get(end..).map_or(source.len(), |rest| rest.trim_start().len());
    start..source.len()
}

/// A name without what may be a secret: what is long and of letters and digits says nothing to a person either.
fn label(name: &str) -> String {
    if is_code(name) {
        return String::new();
    }
    let name = remark(&masked(name));
    let is_word = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    let (mut label, mut word) = (String::new(), String::new());
    for char in name.chars().chain(['\n']) {
        if is_word(char) {
            word.push(char);
            continue;
        }
        let is_key = word.len() >= 16 && word.contains(|char: char| char.is_ascii_digit());
        label.push_str(if is_key { MASK } else { &word });
        label.push(char);
        word.clear();
    }
    label.pop();
    label
}

/// Whether a line before a payload is of a program or a configuration, and calls nothing.
fn is_code(line: &str) -> bool {
    let line = line.trim();
    let ends = ["{", "(", "[", ",", ";", "|", "\\", "\"", "'", "`", "]", "}", " do", " then", "done", "fi", ":|", ">-"];
    // A command has options, and one of them may be a password.
    let is_option = |word: &str| {
        word.strip_prefix('-')
            .is_some_and(|name| name.starts_with(|char: char| char.is_ascii_alphanumeric() || char == '-'))
    };
    line.contains(['=', '$', ';', '{', '}', '`', '\t'])
        || line.split_whitespace().any(is_option)
        || ends.iter().any(|end| line == end.trim() || line.ends_with(end))
}

/// How many requests a text holds, none of them read any further.
pub(crate) fn count(bytes: &[u8], pieces: Pieces) -> usize {
    super::readable(bytes).map_or(0, |source| listed(source, pieces).len())
}

fn is_something((_, _, found): &(String, Range<usize>, Found)) -> bool {
    found.url.is_some() || found.body.is_some() || !found.parts.is_empty() || !found.problems.is_empty()
}

/// A sample before anything is known of its operation: its name, its place, its request.
pub(super) type Several = Vec<(String, Range<usize>, Found)>;

/// The samples of a page.
pub(super) fn of_page(text: &Text, most: usize, pieces: Pieces) -> Several {
    let (mut found, mut done) = (Vec::new(), 0);
    for (title, code) in pieces(text).into_iter().take(most) {
        let code = code.trim();
        let start = code.place().start.saturating_sub(text.place().start);
        let address = bare::asked_for(text, done..start);
        let code = with_head(text, done, &code).unwrap_or(code);
        let place = code.place();
        done = place.end.saturating_sub(text.place().start);
        let mut one = source::find_in(code, &|_| false);
        bare::sent_to(&mut one, address);
        if matches!(one.form, Form::Curl | Form::Wget | Form::Httpie) {
            shell::fill(&mut one, text, start);
        }
        found.push((title, place, one));
    }
    found
}

/// What the lines of a log hold, if it is several: bodies, or else the requests' lines.
fn in_lines(text: &Text, most: usize) -> Option<Several> {
    [bodies, request_lines].into_iter().map(|find| find(text, most)).find(|all| all.len() > 1)
}

/// The lines of requests in quotes, each with its line of the log.
fn request_lines(text: &Text, most: usize) -> Several {
    let mut start = 0;
    let lines = text.as_str().split_inclusive('\n').filter_map(|line| {
        let whole = text.slice(start..start + line.len()).trim();
        start += line.len();
        let place = http::quoted(whole.as_str())?;
        Some((String::new(), whole.place(), http::read_quoted(&whole, place)))
    });
    lines.take(most).collect()
}

/// The values of calls.
fn bodies(text: &Text, most: usize) -> Several {
    let mut done = 0;
    let fits = |json: &str| is_values(json) && !is_sent(json);
    let mut all = Several::new();
    for payload in scan::payloads(text.as_str()).into_iter().filter(|one| !one.form.is_only_explained()) {
        let body = text.slice(payload.span.clone());
        if all.len() >= most {
            break;
        }
        if !fits(&payload.text) {
            if payload.text == body.as_str() {
                all.extend(held::all(&body, &fits).into_iter().map(|(place, found)| (String::new(), place, found)));
            }
            continue;
        }
        let mut found = match payload.form {
            scan::Form::Doubled => cells::read(text, payload.span.clone()),
            _ => source::find_in(body.clone(), &|_| false),
        };
        bare::sent_to(&mut found, bare::asked_for(text, done.min(payload.span.start)..payload.span.start));
        done = payload.span.end;
        all.push((String::new(), body.place(), found));
    }
    all
}

/// A body with the request's line and headers that stand right before it in the text, as where somebody wrote down both.
fn with_head(text: &Text, from: usize, body: &Text) -> Option<Text> {
    let source = text.as_str();
    let end = body.place().start.checked_sub(text.place().start)?;
    if !source.get(end..)?.starts_with(body.as_str()) {
        return None;
    }
    let mut rest = source.get(from..end)?;
    for _ in 0..MAX_HEAD {
        let start = rest.rfind('\n').map_or(0, |line| line + 1);
        let line = rest[start..].trim();
        if http::begins(line) == Some(0) {
            return Some(text.slice(from + start..end + body.len()));
        }
        if !http::goes_on(line) {
            return None;
        }
        rest = &rest[..start.checked_sub(1)?];
    }
    None
}
