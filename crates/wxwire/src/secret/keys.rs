//! What is called a key and looks like one: that of a group robot has no other name, and so have many things that are no
//! secrets, such as the buttons of a card.

use std::ops::Range;

use super::lists::items;
use super::loose::in_base64;
use super::pair::pairs;
use super::text::is_word;
use super::users::passwords;
use super::{encoded, glued, path, quotes, unseen};
use crate::order;

/// The shortest word that looks like a key, and the shortest text with one: `key=` before it.
const RANDOM: usize = 16;
const LEAST: usize = RANDOM + 4;

/// What stands between the name and the key, in addresses and in languages, the longer before what it begins with.
const SIGNS: [&str; 14] =
    [":=", "=", ":", "：", "%3D", "%3d", "u003d", "u003D", "就是", "是", "为", "填写为", "填的是", "填"];

/// The places of secrets that only look like some, in order: of such keys, of what stands behind a company's id or a user, and of the
/// items of lists.
pub(crate) fn keys(text: &str) -> Vec<Range<usize>> {
    let mut all = named(text);
    // The others stand between signs.
    match is_word(text) {
        true => all.extend(encoded::words(text)),
        false => {
            all.extend(pairs(text));
            all.extend(unnamed(text));
        }
    }
    apart(all)
}

/// Those of them that no name of their own tells: what stands behind a user, in the steps of addresses, under a name that is hardly
/// one, and the items of lists.
pub(crate) fn unnamed(text: &str) -> Vec<Range<usize>> {
    let mut all = passwords(text);
    all.extend(items(text));
    all.extend(glued::values(text));
    all.extend(path::steps(text));
    all.extend(encoded::words(text));
    all.extend(unseen::values(text));
    apart(all)
}

/// Places in order, without those in others.
fn apart(mut all: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut end = 0;
    order::sort_by_key(&mut all, |place| (place.start, usize::MAX - place.end));
    all.retain(|place| {
        let before = end;
        end = before.max(place.end);
        place.start >= before
    });
    all
}

/// The places of such keys in a text, in any case and behind any sign of a language: `key=…`, `"Key": "…"`, `KEY = '…'`.
fn named(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let has_name = || memchr::memchr2_iter(b'k', b'K', bytes).any(|at| is_name(text, at));
    if text.len() < LEAST || !has_name() {
        return vec![];
    }
    let names = memchr::memchr2_iter(b'k', b'K', bytes).filter(|at| is_name(text, *at));
    let key = |at: usize| {
        let rest = quotes::behind(&text[at + 3..], &[' ', '\\']);
        let value = SIGNS.iter().find_map(|sign| rest.strip_prefix(sign))?;
        let value = quotes::behind(value, &[' ', '>']);
        let length = value.find(|char: char| !is_of_key(char)).unwrap_or(value.len());
        let start = text.len() - value.len();
        let range = is_random(&value[..length]).then_some(start..start + length);
        range.or_else(|| in_base64(text, start))
    };
    names.filter_map(key).collect()
}

/// Whether the word `key` stands at a place, and is no end of another: `aeskey` is the key of a file, `robotKey` is one.
fn is_name(text: &str, at: usize) -> bool {
    let is_key = text.as_bytes().get(at..at + 3).is_some_and(|word| word.eq_ignore_ascii_case(b"key"));
    let before = text[..at].chars().next_back();
    let is_escape = at >= 3 && text.as_bytes()[at - 3] == b'%';
    let begins = is_escape
        || before.is_none_or(|char| !char.is_ascii_alphanumeric())
        || text.as_bytes()[at] == b'K' && before.is_some_and(|char| char.is_ascii_lowercase());
    is_key && begins
}

/// Whether a name is that of such a key, in any case.
pub(crate) fn is_key_name(name: &str) -> bool {
    name.len() >= 3 && name.is_char_boundary(name.len() - 3) && is_name(name, name.len() - 3)
}

fn is_of_key(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '-'
}

/// Whether a word is of letters and digits that nobody would think of: a key, and no name of one.
pub(crate) fn is_random(word: &str) -> bool {
    let has = |is: fn(&char) -> bool| word.chars().filter(is).count() >= 2;
    word.len() >= RANDOM && word.chars().all(is_of_key) && has(char::is_ascii_digit) && has(char::is_ascii_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_in_any_language() {
        let key = "693a91f6-7aab-4bc4-97a0-0ec2a1f0a5aa";
        for text in [
            format!("https://h/webhook/send?key={key}"),
            format!("private const string Key = \"{key}\";"),
            format!("static final String KEY = '{key}';"),
            format!("ROBOT_KEY: {key}"),
            format!("robotKey := `{key}`"),
            format!("'key' => '{key}'"),
            format!("{{\"key\":\"{key}\"}}"),
            format!("curl https://h/send\\?key\\={key}"),
            format!("%3Fkey%3D{key}"),
            format!("key\\u003d{key}"),
            format!("webhook key 是 {key}"),
            format!("机器人key就是{key}"),
        ] {
            let found: Vec<_> = keys(&text).into_iter().map(|place| &text[place]).collect();
            assert_eq!(found, [key], "{text}");
        }
        for text in [
            format!("cdnthumbaeskey=\"{}\"", key.replace('-', "")),
            format!("monkey={key}"),
            "key=button_key_1234567890".to_owned(),
            "the key of 1234567890123456789 is".to_owned(),
            "key=short1".to_owned(),
        ] {
            assert!(keys(&text).is_empty(), "{text}");
        }
    }
}
