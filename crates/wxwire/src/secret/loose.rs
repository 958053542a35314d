//! A secret that stands beside its name in no form: in the next word, behind a bracket or a sign, on the next line. There it
//! must look like one.

use std::ops::Range;

use super::sign::Sign;
use crate::scan::floor;

/// So many bytes between a name and its value are skipped.
const BETWEEN: usize = 48;

/// So much of a line is looked through.
const LINE: usize = 256;

/// The least bytes of such a value.
const LEAST: usize = 12;

/// What a program writes between a name and its value, in the place of the value or before it.
const WORDS: [&str; 10] = ["b'", "b\"", ".format", "%s", "0", "value", "string", "String", "str", "is"];

/// What people write there, be it right behind the name.
const SAID: [&str; 20] = [
    "是",
    "为",
    "：",
    "->",
    "→",
    "<-",
    "~",
    "就是",
    "填的是",
    "填写为",
    "填写",
    "填",
    "写",
    "用",
    "设置为",
    "设为",
    "分别是",
    "（",
    "「",
    "【",
];

/// The value that stands behind a place with nothing between but signs, whatever they are escaped with.
pub(super) fn behind(text: &str, at: usize) -> Option<Range<usize>> {
    let mut start = at;
    while start < at + BETWEEN {
        let rest = text.get(start..)?;
        let word = WORDS.iter().find(|word| rest.starts_with(**word) && start > at);
        let word = word.filter(|word| **word != "0" || text[..start].ends_with('{'));
        let word = word.or_else(|| SAID.iter().find(|word| rest.starts_with(**word)));
        let sign = Sign::at(text, start)?;
        start = match word {
            Some(word) => start + word.len(),
            None if sign.is_blank() || "\\'\"`:=,+()[]%{}|?*".contains(sign.char) => sign.end,
            None => break,
        };
    }
    (start > at).then(|| token(text, start))?
}

/// What ends the rest of a line below which the value stands.
const BELOW: [&str; 6] = ["：", ":", "如下", "是", "为", "*"];

/// The value that stands alone in the line below its name: `应用密钥如下：`. `is_chosen`: people choose it themselves.
pub(super) fn below(text: &str, at: usize, is_chosen: bool) -> Option<Range<usize>> {
    let rest = text.get(at..floor(text, at + BETWEEN))?;
    let said = rest.lines().next()?.trim_end();
    let is_label = said.is_empty() || BELOW.iter().any(|end| said.ends_with(end));
    if !is_label || said.contains(|char: char| char.is_ascii_alphanumeric()) || said.len() == rest.len() {
        return None;
    }
    let near = text.get(at + said.len()..floor(text, at + said.len() + LINE))?;
    let line = near.trim_start_matches([' ', '\t', '\r', '\n', '`', '"', '\'', '>', '*']);
    let skipped = &near[..near.len() - line.len()];
    let word = line.split(['\n', '\r']).next().unwrap_or_default();
    let value = word.trim_end_matches([' ', '\t', '`', '"', '\'', '*', '。']);
    let start = at + said.len() + skipped.len();
    let is_one = is_token(value) || is_chosen && is_plausible(value);
    (skipped.contains('\n') && skipped.matches('\n').count() < 4 && is_one).then(|| start..start + value.len())
}

/// What may stand between a name in Chinese and its value.
const AROUND: [char; 18] =
    [' ', '\t', '是', '为', '：', ':', '（', '(', '「', '『', '【', '】', '《', '|', '`', '*', '“', '"'];

/// The value right behind a name in Chinese: `密码是 …`, `密码（…）`. `is_chosen`: people choose it themselves.
pub(super) fn behind_chinese(text: &str, at: usize, is_chosen: bool) -> Option<Range<usize>> {
    let rest = text.get(at..floor(text, at + LINE))?;
    let near = &rest[..floor(rest, BETWEEN)];
    let skipped = near.len() - near.trim_start_matches(AROUND).len();
    let value = &rest[skipped..];
    let ends = |char: char| char.is_whitespace() || "，。；、）)」』】》|`*”\"'<,;".contains(char);
    let value = &value[..value.find(ends).unwrap_or(value.len())];
    let start = at + skipped;
    let is_one = is_token(value) || is_chosen && is_plausible(value);
    (skipped > 0 && is_one).then(|| start..start + value.len())
}

/// So far behind its name a sentence may tell it.
const SENTENCE: usize = 120;

/// What stands before ids of requests and places, which are no secrets.
const IDS: [&str; 5] = ["rid", "hint", "ip", "id", "e"];

/// The value at the end of a sentence about it, behind a colon: `access_token is invalid or not latest: …`.
pub(super) fn in_sentence(text: &str, at: usize) -> Option<Range<usize>> {
    let line = text.get(at..floor(text, at + SENTENCE))?.lines().next()?;
    let mut colons = line.match_indices([':', '：']);
    colons.find_map(|(colon, sign)| {
        let label = line[..colon].rsplit(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
        let is_id = IDS.iter().any(|id| label.eq_ignore_ascii_case(id));
        let behind = line[colon + sign.len()..].trim_start_matches(' ');
        (!is_id).then(|| token(text, at + line.len() - behind.len()))?
    })
}

/// What stands right before the value in a sentence in Chinese that tells of it.
const TELLING: [&str; 11] =
    ["换成", "换成了", "改成", "改成了", "改为", "更新为", "更新成", "变成", "变成了", "设为", "设成"];

/// The value that a sentence in Chinese tells: `corpsecret 换成了 …`.
pub(super) fn in_chinese(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..floor(text, at + BETWEEN))?;
    let said = &rest[..rest.find(|char: char| char.is_ascii() && char != ' ')?];
    let is_one_clause = said.chars().all(|char| char == ' ' || char.is_alphabetic());
    let tells = || TELLING.iter().any(|one| said.trim_end().ends_with(one));
    (is_one_clause && tells()).then(|| token(text, at + said.len()))?
}

/// Where the text begins that a program takes where what stands before it is nothing: `getenv("TOKEN") or "…"`. It stands in
/// the rest of the line.
pub(super) fn in_reserve(text: &str, at: usize) -> Option<usize> {
    // A line may be as long as the text, and names may stand in all of it.
    let line = text.get(at..floor(text, at + LINE))?.lines().next()?;
    let behind = ["||", "??", "?:", " or "].iter().filter_map(|or| Some(line.find(or)? + or.len())).min()?;
    let start = at + line.len() - line[behind..].trim_start().len();
    Sign::at(text, start).is_some_and(Sign::is_quote).then_some(start)
}

/// Whether a text that stands in the place of a value can be a secret that somebody thought of: one word with digits or signs in
/// it, which is no address, no type and no number.
pub(super) fn is_plausible(text: &str) -> bool {
    let has = |is: fn(&u8) -> bool| text.bytes().any(|byte| is(&byte));
    let is_mark = |byte: &u8| b"!@#$%^&*+=~".contains(byte);
    (PLAUSIBLE..=LONGEST).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"()<>{}[]\"'`,|".contains(&byte))
        && has(u8::is_ascii_alphabetic)
        && (has(u8::is_ascii_digit) || has(is_mark))
        && !text.starts_with(['/', '.', '$', '%', '&', '@', '-'])
        && !text.contains("://")
        && !is_time(text)
        && !is_in_parts(text)
}

/// The least bytes of what somebody thought of, and the most that are looked at.
const PLAUSIBLE: usize = 8;
const LONGEST: usize = 512;

/// Whether a text begins as a date does.
fn is_time(text: &str) -> bool {
    text.as_bytes().get(..5).is_some_and(|year| year[..4].iter().all(u8::is_ascii_digit) && year[4] == b'-')
}

/// Whether a word is put together of words in one case and short numbers, as names of programs and their versions are:
/// `wx-gateway-v2`, `redis_7_alpine`.
pub(super) fn is_in_parts(word: &str) -> bool {
    let is_number = |part: &str| part.len() < 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = |part: &str| {
        let letters = part.trim_end_matches(|char: char| char.is_ascii_digit());
        let inner = letters.get(1..).unwrap_or_default();
        let is_of = |is: fn(&u8) -> bool| inner.bytes().all(|byte| is(&byte));
        !letters.is_empty()
            && part.len() - letters.len() < 5
            && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
            && (is_of(u8::is_ascii_lowercase) || is_of(u8::is_ascii_uppercase))
    };
    let mut parts = word.split(['-', '_', '.', ':', '/']).filter(|part| !part.is_empty());
    word.contains(['-', '_', '.', ':', '/']) && parts.all(|part| is_number(part) || is_word(part))
}

/// Whether a text looks like a secret from its beginning to its end.
pub(crate) fn is_token(text: &str) -> bool {
    token(text, 0).is_some_and(|range| range.end == text.len())
}

/// What looks like a secret at a place: letters and digits, and no date.
pub(super) fn token(text: &str, at: usize) -> Option<Range<usize>> {
    if let Some(range) = in_base64(text, at) {
        return Some(range);
    }
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    // The parts of a JSON web token.
    let is_web = text[at..].starts_with("eyJ");
    let parts = text.as_bytes()[at..].iter().take_while(|byte| is_part(byte) || is_web && **byte == b'.').count();
    let length = text[at..at + parts].trim_end_matches('.').len();
    let value = &text[at..at + length];
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit()) && value.bytes().any(|byte| byte.is_ascii_alphabetic());
    (length >= LEAST && mixed && !is_time(value) && !is_in_parts(value)).then_some(at..at + length)
}

/// The same in base64, which has signs of its own: `a/b+c==`. Without any but `/` it may be a path.
pub(super) fn in_base64(text: &str, at: usize) -> Option<Range<usize>> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let bytes = &text.as_bytes()[at..];
    let digits = bytes.iter().take_while(|byte| is_part(byte)).count();
    let padding = bytes[digits..].iter().take_while(|byte| **byte == b'=').count();
    let value = &bytes[..digits];
    let has = |is: fn(&u8) -> bool| value.iter().any(is);
    let is_marked = padding > 0 && (digits + padding) % 4 == 0 || value.contains(&b'+');
    let ends = bytes.get(digits + padding).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let is_mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    (digits >= LEAST && padding < 3 && is_marked && is_mixed && ends && value[0] != b'/')
        .then_some(at..at + digits + padding)
}
