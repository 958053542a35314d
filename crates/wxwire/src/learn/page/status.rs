//! The rows for the statuses of a reply, as Apifox shows them: `🟢200成功`, `🟢200` above `成功`, `成功(200)`, `HTTP 状态码: 200`.

use super::block::Block;
use super::{cells, heading};

/// Statuses that stand one behind the other.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Statuses {
    /// The one whose reply follows: of several that are chosen by a click, the first is what a page shows.
    pub(super) shown: u16,
    /// How many there are.
    pub(super) count: usize,
    /// How many lines they take.
    pub(super) lines: usize,
}

/// What a page calls the status of what it shows, in front of a colon.
const NAMES: [&str; 5] = ["HTTP 状态码", "HTTP状态码", "状态码", "HTTP Code", "HTTP Status Code"];

/// The statuses that begin here; `may_be_bare` where a number alone is one.
pub(super) fn read(blocks: &[Block], at: usize, may_be_bare: bool) -> Option<Statuses> {
    let line = |at: usize| blocks.get(at).and_then(Block::line);
    let mut found = Statuses { shown: 0, count: 0, lines: 0 };
    while let Some(own) = line(at + found.lines) {
        let here = at + found.lines;
        if let Some(code) = said(own) {
            return Some(Statuses { shown: code, count: found.count.max(1), lines: found.lines + 1 });
        }
        let Some(code) = of_row(own).or_else(|| bare(own).filter(|_| may_be_bare)) else { break };
        if found.count == 0 {
            found.shown = code;
        }
        found.count += 1;
        // Below a number that says no more stands its name.
        let is_named = has_words(own) || !line(here + 1).is_some_and(is_name) || cells::begins(blocks, here + 1);
        found.lines += if is_named { 1 } else { 2 };
    }
    (found.count > 0).then_some(found)
}

/// Whether a line is such a row for sure, even in the midst of fields.
pub(super) fn is_row(line: &str) -> bool {
    of_row(line).is_some() || said(line).is_some()
}

/// `🟢200成功`, `成功(200)`.
fn of_row(line: &str) -> Option<u16> {
    let digits = line.trim_start_matches(|char: char| !char.is_alphanumeric());
    // `<= 100` is a limit.
    let is_limit = line.starts_with(|char: char| char.is_ascii_punctuation());
    if line.len() >= 60 || is_limit {
        return None;
    }
    let in_brackets = || {
        let inner = line.strip_suffix([')', '）'])?;
        let (name, digits) = inner.rsplit_once(['(', '（'])?;
        bare(digits).filter(|_| is_name(name.trim()))
    };
    let Some(code) = digits.get(..3).and_then(bare) else { return in_brackets() };
    let rest = &digits[3..];
    // A number in the midst of the help is none: a sign stands in front, or a word behind.
    let is_said = digits.len() < line.len() || rest.trim().chars().count() > 1;
    (is_said && !rest.starts_with(|char: char| char.is_ascii_digit())).then_some(code)
}

/// `HTTP 状态码: 200`.
fn said(line: &str) -> Option<u16> {
    let (name, code) = line.split_once([':', '：'])?;
    bare(code.trim()).filter(|_| NAMES.contains(&name.trim()))
}

/// A number that can be a status, and nothing else.
fn bare(text: &str) -> Option<u16> {
    let is_number = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|code| is_number && (100..600).contains(code))
}

/// Whether a row says more than its number.
fn has_words(line: &str) -> bool {
    line.chars().any(char::is_alphabetic)
}

/// Whether a line can be the name of a status: a few words, and nothing that has its own meaning there.
fn is_name(line: &str) -> bool {
    let is_short = !line.is_empty() && line.chars().count() < 40 && !line.contains('/');
    let is_heading =
        heading::read(line).is_some_and(|heading| !matches!(heading, heading::Heading::Outcome(_))) || line == "Body";
    is_short && line.starts_with(char::is_alphabetic) && !is_heading && !line.eq_ignore_ascii_case("json")
}
