//! Where a command of a name begins in a text: curl, wget, HTTPie.

use std::cell::OnceCell;

use memchr::memmem;

use super::address::is_address;

/// Where a command of this name begins: behind the name. Whatever stands before it, a prompt, `RUN`, `sudo`, a number of a
/// list, it is a command where an option or an address follows.
pub(super) fn begins(text: &str, name: &str) -> Option<usize> {
    let is_one = |at: &usize| {
        let (before, behind) = (&text[..*at], &text[at + name.len()..]);
        let behind = behind.strip_prefix(".exe").unwrap_or(behind);
        let ends_word = before.ends_with(|char: char| char.is_alphanumeric() || "-_.".contains(char));
        // Most that is none is told by what stands right beside it, and no word behind it is looked for.
        if ends_word || !behind.starts_with(char::is_whitespace) {
            return false;
        }
        // The sign that a command goes on in the next line is no word.
        let words = behind.split_whitespace().take(3).map(|word| word.trim_matches(['"', '\'', '^', '`', '\\']));
        let mut words = words.into_iter().filter(|word| !word.is_empty());
        let word = words.next().unwrap_or_default();
        let is_written_small = is_method_name(word) && words.next().is_some_and(is_address);
        // A key of YAML below the name, as in `image: curlimages/curl`, is no port.
        let is_key = word.len() > 1 && word.ends_with(':');
        is_option(word) || is_address(word) && !is_key || is_method(word) || is_written_small
    };
    // Behind a `#` it is a remark where one follows that has none: a root's prompt stands before each.
    let last = OnceCell::new();
    let is_asked = |behind: &str| behind.starts_with(['-', '\'', '"', '$', '{']) || behind.starts_with("http");
    let is_bare = |at: &usize| {
        begins_line(&text[..*at]) && is_one(at) && is_asked(text[at + name.len()..].trim_start_matches([' ', '\t']))
    };
    let last_bare = || *last.get_or_init(|| memmem::rfind_iter(text.as_bytes(), name).find(is_bare));
    let is_behind_sign =
        |at: usize| text[..at].trim_end_matches([' ', '\t']).strip_suffix('#').is_some_and(begins_line);
    let is_remark = |at: &usize| is_behind_sign(*at) && last_bare().is_some_and(|last| *at < last);
    let at = memmem::find_iter(text.as_bytes(), name).find(|at| is_one(at) && !is_remark(at))?;
    let behind = at + name.len();
    Some(behind + if text[behind..].starts_with(".exe") { 4 } else { 0 })
}

/// Whether a text ends where a line begins, spaces aside.
fn begins_line(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

fn is_option(word: &str) -> bool {
    word.strip_prefix('-')
        .is_some_and(|option| option.starts_with(|char: char| char == '-' || char.is_ascii_alphabetic()))
}

/// Whether a word is a method, in letters of any case.
pub(super) fn is_method_name(word: &str) -> bool {
    METHODS.iter().any(|method| method.eq_ignore_ascii_case(word))
}

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// HTTPie's first word may be one; so is a variable that stands for an address.
fn is_method(word: &str) -> bool {
    METHODS.contains(&word) || word.starts_with(['$', '{', '<', '%'])
}
