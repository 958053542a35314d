//! Error codes in a text: alone, or under a name, as programs write their errors.

use crate::catalog;
use crate::lang::Words;
use crate::operation::GatewayEntry;
use crate::order;
use crate::scan::floor;
use crate::verdict::words::{CODES, DENIALS, MAY_COME, SAYING_NO, SUCCESSES, TALK};

/// What a code means to a gateway.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct CodeMeaning {
    /// Whose code it is.
    pub gateway: GatewayEntry,
    /// The code.
    pub code: i64,
    /// What it means, and what to do.
    pub words: Words,
}

/// So much of a text is looked at.
const MAX_BYTES: usize = 64 << 10;

/// So many codes of a text are told.
const MAX_CODES: usize = 20;

/// Whether a text is nothing but a number, or a code under a name that some gateway knows.
pub fn is_code(text: &str) -> bool {
    let text = text.trim();
    alone(text).is_some() || text.len() <= 80 && !text.contains('\n') && !of(text).is_empty()
}

/// Whether a text is a number and nothing else.
pub(super) fn is_number(text: &str) -> bool {
    alone(text.trim()).is_some()
}

/// What the codes in a text mean, to each gateway that knows them: all that have a name, or else the one that could be meant. A
/// bare number that no table has is just a number.
pub(super) fn of(text: &str) -> Vec<CodeMeaning> {
    let text = &text[..floor(text, MAX_BYTES)];
    let meanings = |code: i64| catalog::codes(code).map(move |(gateway, words)| CodeMeaning { gateway, code, words });
    let mut codes: Vec<i64> = Vec::new();
    for code in alone(text.trim()).into_iter().chain(named(text)).filter(|code| meanings(*code).next().is_some()) {
        if !codes.contains(&code) && codes.len() < MAX_CODES {
            codes.push(code);
        }
    }
    let may_be = || first(text.trim()).into_iter().collect();
    let codes = if codes.is_empty() { may_be() } else { codes };
    codes.into_iter().flat_map(meanings).collect()
}

fn alone(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = (1..=10).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// The numbers behind the names of codes, in their order. What is only called `code` may be anything's, but for the long codes
/// that nothing else has.
fn named(text: &str) -> impl Iterator<Item = i64> {
    let small = text.to_ascii_lowercase();
    let behind = |name: &'static str| -> Vec<(usize, i64)> {
        let ends = small.match_indices(name).map(|(at, _)| at + name.len());
        ends.filter_map(|end| Some((end, number(&small[end..])?))).collect()
    };
    let mut all: Vec<_> = CODES.iter().flat_map(|name| behind(name)).collect();
    all.extend(behind("code").into_iter().filter(|(_, code)| *code >= 10_000));
    order::sort_by_key(&mut all, |(end, _)| (*end, 0));
    all.into_iter().map(|(_, code)| code)
}

/// Whether a line that names a code names a success as well, so that it is not known how it ended.
pub(super) fn names_success(text: &str) -> bool {
    let text = &text[..floor(text, MAX_BYTES)];
    let small = text.to_ascii_lowercase();
    named(text).any(|code| code == 0) || small.lines().filter(|line| named(line).next().is_some()).any(says_success)
}

/// Whether a line has a word of a success that stands alone: no part of a name, and neither denied nor said to be false.
fn says_success(line: &str) -> bool {
    let is_word = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '.' | '/' | '-');
    SUCCESSES.iter().any(|word| {
        line.match_indices(word).any(|(at, _)| {
            let (before, behind) = (&line[..at], &line[at + word.len()..]);
            let is_part = word.is_ascii() && (before.ends_with(is_word) || behind.starts_with(is_word));
            let is_false = behind.trim_start_matches([' ', '=', ':', '"']).starts_with("false");
            let is_denied = DENIALS.iter().any(|not| before.trim_end().ends_with(not)) || before.ends_with("未发送");
            !(is_part || is_false || is_denied)
        })
    })
}

/// Whether no code in a text is one that came: each is compared with something, or spoken of as one that may come.
pub(super) fn is_spoken_of(text: &str) -> bool {
    let small = text[..floor(text, MAX_BYTES)].to_ascii_lowercase();
    let mut named = CODES.iter().chain(&["code"]).flat_map(|name| small.match_indices(name)).peekable();
    named.peek().is_some()
        && named.all(|(at, name)| {
            let rest = small[at + name.len()..].trim_start();
            let line = small[..at].rsplit('\n').next().unwrap_or_default();
            let words = || line.split(|char: char| !char.is_alphanumeric());
            let may_come = |word: &&str| match word.is_ascii() {
                true => words().any(|own| own == *word),
                false => line.contains(*word),
            };
            let behind = rest.split('\n').next().unwrap_or_default();
            let is_talk = |words: &&str| line.contains(*words) || behind.contains(*words);
            ["==", "!=", "<", ">"].iter().any(|sign| rest.starts_with(sign))
                || MAY_COME.iter().any(may_come)
                || TALK.iter().any(is_talk)
        })
}

/// The number that a short text begins with, where the words behind it say no.
fn first(text: &str) -> Option<i64> {
    let (number, words) = text.split_once([' ', ':', '：', ','])?;
    let words = words.to_ascii_lowercase();
    let says_no = SAYING_NO.iter().any(|word| words.contains(word));
    let is_short = text.len() <= 200 && !text.contains('\n');
    alone(number).filter(|code| says_no && is_short && *code >= 10_000)
}

/// The number that stands next, behind a colon or the like.
fn number(rest: &str) -> Option<i64> {
    let rest = rest.trim_start_matches(|char: char| char.is_whitespace() || "\"'\\:=：＝|>(,".contains(char));
    let end = rest.char_indices().find(|(at, char)| !(char.is_ascii_digit() || *at == 0 && *char == '-'));
    alone(&rest[..end.map_or(rest.len(), |(at, _)| at)])
}
