//! What Redis answers: secrets on the lines below the command that asks for them by their names, and below their names in an
//! answer that has both. What stands there must look like one.

use std::ops::Range;

use super::Scope;
use super::loose::token;
use super::names::{self, LONGEST};

/// The commands that read.
const READS: [&str; 7] = ["get", "getex", "getdel", "mget", "hget", "hmget", "hgetall"];

/// No command of these is longer.
const COMMAND: usize = 1024;

/// The places of such secrets in a text, in order.
pub(super) fn answers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Whether a command was read, whether it asks for a secret, and whether the last answer is a secret's name.
    let (mut is_read, mut is_asked, mut is_named) = (false, false, false);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(keys) = keys(line) {
            (is_read, is_asked, is_named) = (true, keys.split_whitespace().any(names_secret), false);
        } else if is_read {
            let answer = answer(line);
            let at = start + line.len() - answer.len();
            let length = answer.trim_end().trim_end_matches('"').len();
            is_read = length > 0 && !answer[..length].contains(' ');
            if is_read && (is_asked || is_named) && token(text, at).is_some() {
                found.push(at..at + length);
            }
            is_named = is_read && names_secret(&answer[..length]);
        }
        start += line.len();
    }
    found
}

/// What a command that reads asks for, behind a prompt or among the words of Redis' own.
fn keys(line: &str) -> Option<&str> {
    let is_prompted = |before: &str| before.ends_with('>') || before.contains("redis-cli");
    if line.len() > COMMAND || !is_prompted(line) && !line.contains("> ") {
        return None;
    }
    let mut at = 0;
    line.split_inclusive(' ').find_map(|word| {
        at += word.len();
        let is_read = READS.iter().any(|read| read.eq_ignore_ascii_case(word.trim()));
        (is_read && is_prompted(line[..at - word.len()].trim_end())).then(|| &line[at..])
    })
}

/// What a line answers, without its number and the quote before it.
fn answer(line: &str) -> &str {
    let line = line.trim_start();
    let rest = line.trim_start_matches(|char: char| char.is_ascii_digit());
    let line = if rest.len() < line.len() { rest.strip_prefix(") ").unwrap_or(line) } else { line };
    line.strip_prefix('"').unwrap_or(line)
}

/// Whether a part of a key is the name of a secret, be it with an id behind it: `wx:access_token:ww1`, `access_token_ww1`.
fn names_secret(key: &str) -> bool {
    let is_name =
        |name: &str| name.len() <= LONGEST && matches!(names::find(name), Some(Scope::Anywhere | Scope::Ending));
    key.split([':', '/', '.', '"', '\''])
        .any(|part| is_name(part) || part.rsplit_once('_').is_some_and(|(name, _)| is_name(name)))
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked, may_hold};

    #[test]
    fn the_answer_below_the_name() {
        let secret = "72_abcDEF123456ghiJKL789mno";
        for (before, behind) in [
            ("redis-cli get wx:access_token\n\"", "\"\n"),
            ("redis-cli --raw GET access_token_ww1\n", "\n127.0.0.1:6379> "),
            ("127.0.0.1:6379> hgetall app\n1) \"id\"\n2) \"wx1a2b3c4d5e6f7a8b\"\n3) \"access_token\"\n4) \"", "\"\n"),
            ("127.0.0.1:6379> mget a wx:access_token\n1) \"x\"\n2) \"", "\"\n"),
            ("127.0.0.1:6379[1]> get wx:access_token\nOK\n\"", "\""),
        ] {
            let text = format!("{before}{secret}{behind}");
            assert!(may_hold(&text), "{text}");
            assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
        }
        // What was asked for is something else.
        for text in [
            format!("127.0.0.1:6379> get wx:access_token\n(nil)\n127.0.0.1:6379> get wx:name\n\"{secret}\"\n"),
            format!("redis-cli get wx:name\n\"{secret}\"\n"),
        ] {
            assert_eq!(masked(&text), text);
        }
    }
}
