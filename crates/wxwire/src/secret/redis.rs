//! What Redis is told and answers: secrets behind their names in a command, on the lines below the one that asks for them by
//! their names, and below their names in an answer that has both. What stands there must look like one.

use std::ops::Range;

use super::Scope;
use super::loose::token;
use super::names::{self, LONGEST};

/// The commands that read.
const READS: [&str; 8] = ["config", "get", "getex", "getdel", "mget", "hget", "hmget", "hgetall"];

/// The commands that write, and the one by which a client says who it is.
const WRITES: [&str; 9] = ["set", "setex", "psetex", "setnx", "getset", "hset", "hmset", "mset", "auth"];

/// No command of these is longer.
const COMMAND: usize = 1024;

/// The places of such secrets in a text, in order.
pub(super) fn answers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Whether a command was read, whether it asks for a secret, and whether the last answer is a secret's name.
    let (mut is_read, mut is_asked, mut is_named) = (false, false, false);
    let mut start = 0;
    let mut wire = Wire::default();
    for line in text.split_inclusive('\n') {
        found.extend(told(line).map(|place| place.start + start..place.end + start));
        if wire.is_secret(line)
            && let Some(place) = token(text, start)
        {
            found.push(place);
        }
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

/// The secrets in a command that writes, behind a prompt or between quotes as `MONITOR` shows it.
fn told(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let line = if line.len() > COMMAND { "" } else { line };
    let is_command = |word: &str| WRITES.iter().any(|one| one.eq_ignore_ascii_case(word));
    let mut is_told = false;
    let mut before = "";
    words(line).filter_map(move |(at, word)| {
        let place = token(line, at);
        if !is_told {
            let is_write = is_command(word) && is_behind_prompt(&line[..at]);
            // Of who the client says it is, all is secret.
            is_told = is_write && word.eq_ignore_ascii_case("auth") || is_command(before) && names_secret(word);
            before = if is_write { word } else { "" };
            return None;
        }
        place.filter(|place| place.end <= at + word.len())
    })
}

/// Whether what stands before a command is a prompt, or what `MONITOR` puts there.
fn is_behind_prompt(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with('>') || before.ends_with("] \"") || before.contains("redis-cli")
}

/// The words of a line, without the quotes around them, each with its place.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let words = line.split_inclusive(' ').map(move |word| {
        let start = at + word.len() - word.trim_start_matches(['"', '\'']).len();
        at += word.len();
        (start, word.trim_matches(|char: char| char.is_whitespace() || matches!(char, '"' | '\'')))
    });
    words.filter(|(_, word)| !word.is_empty())
}

/// What stands on the wire: the length of each text on the line before it.
#[derive(Default)]
struct Wire {
    /// The line before is a length.
    is_length: bool,
    /// So many texts behind a secret's name may be the secret.
    left: usize,
}

impl Wire {
    /// A secret, the time until which it is kept before it.
    const NEAR: usize = 2;

    /// Whether a line is a text behind the name of a secret.
    fn is_secret(&mut self, line: &str) -> bool {
        let line = line.trim_end();
        let length = line.strip_prefix('$').filter(|digits| !digits.is_empty());
        let is_length = length.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        let is_text = std::mem::replace(&mut self.is_length, is_length) && !is_length;
        if !is_text {
            self.left = if is_length { self.left } else { 0 };
            return false;
        }
        let is_name = line.eq_ignore_ascii_case("auth") || line.len() <= COMMAND && names_secret(line);
        let is_secret = self.left > 0 && !is_name;
        self.left = if is_name { Self::NEAR } else { self.left.saturating_sub(1) };
        is_secret
    }
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
            ("127.0.0.1:6379> auth ", "\nOK\n"),
            ("127.0.0.1:6379> AUTH default ", "\nOK\n"),
            ("127.0.0.1:6379> SETEX wx:access_token 7200 ", "\nOK\n"),
            ("1700000000.123 [0 127.0.0.1:1] \"SETEX\" \"wx:access_token\" \"7200\" \"", "\"\n"),
            ("*3\r\n$3\r\nSET\r\n$12\r\naccess_token\r\n$27\r\n", "\r\n"),
            ("*4\r\n$5\r\nSETEX\r\n$12\r\naccess_token\r\n$4\r\n7200\r\n$27\r\n", "\r\n"),
            ("127.0.0.1:6379> CONFIG GET requirepass\n1) \"requirepass\"\n2) \"", "\"\n"),
        ] {
            let text = format!("{before}{secret}{behind}");
            assert!(may_hold(&text), "{text}");
            assert_eq!(masked(&text), format!("{before}{MASK}{behind}"));
        }
        // What was asked for is something else.
        for text in [
            format!("127.0.0.1:6379> get wx:access_token\n(nil)\n127.0.0.1:6379> get wx:name\n\"{secret}\"\n"),
            format!("redis-cli get wx:name\n\"{secret}\"\n"),
            format!("127.0.0.1:6379> SETEX wx:name 7200 {secret}\n"),
            format!("*2\r\n$7\r\nwx:name\r\n$27\r\n{secret}\r\n"),
            format!("> he did auth twice with {secret}\n"),
        ] {
            assert_eq!(masked(&text), text);
        }
    }
}
