//! Secrets under a name that is written together with the word before it: `PGPASSWORD=…`, `wxtoken: …`, `<dbpwd>…</dbpwd>`. Neither
//! a sign nor a capital tells where the word begins, so the value must look like a secret.

use std::ops::Range;

use memchr::memchr3_iter;

use super::glance::word_length;
use super::lists::{name_of, up_to_name};
use super::loose::{is_plausible, is_token};
use super::quotes::{self, is_quote};
use super::variable::is_variable;
use super::{LEAST, names};
use crate::scan::floor;

/// What such names end in.
const ENDINGS: [&str; 8] = ["token", "secret", "password", "passwd", "pwd", "cookie", "apikey", "credential"];

/// What ends so and opens nothing: of a page, of a file, of a conversation.
const OTHERS: [&str; 5] = ["pagetoken", "nexttoken", "synctoken", "urltoken", "contexttoken"];

/// No value is longer.
const LONGEST: usize = 1024;

/// So far behind a name that is a value itself its own stands.
const RECORD: usize = 64;

/// The places of such secrets in a text.
pub(super) fn values(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    memchr3_iter(b':', b'=', b'>', text.as_bytes()).filter(|at| may_be_named(&text[..*at])).filter_map(|at| {
        let (name, behind) = (name_of(&text[..at]), &text[at + 1..]);
        if text.as_bytes()[at] == b'>' {
            let is_element = text[..at].strip_suffix(name).is_some_and(|before| before.ends_with('<'));
            return if is_element && is_glued(name) { value(text, behind) } else { None };
        }
        match is_glued(name) {
            true => value(text, quotes::behind(behind, &[' ', '\\', '=', '>'])),
            false if matches!(name, "name" | "key") => in_record(text, quotes::behind(behind, &[' ', '\\'])),
            false => None,
        }
    })
}

/// Whether a text ends as such a name does, or as one that names the name of a record; most do not.
fn may_be_named(before: &str) -> bool {
    let before = up_to_name(before).as_bytes();
    let ends = |end: &&str| {
        before.last_chunk::<3>().is_some_and(|last| last.eq_ignore_ascii_case(&end.as_bytes()[end.len() - 3..]))
    };
    ENDINGS.iter().chain(&["name", "key"]).any(ends)
}

/// The value beside a name that is one itself: `key="…" value="…"`, and in YAML below it.
fn in_record(text: &str, from_name: &str) -> Option<Range<usize>> {
    let length = word_length(from_name.as_bytes());
    let near = &from_name[length..floor(from_name, length + RECORD)];
    let (between, _) = near.split_once("value").filter(|_| is_glued(&from_name[..length]))?;
    let behind = &from_name[length + between.len() + "value".len()..];
    value(text, quotes::behind(behind, &[' ', '\\', ':', '=']))
}

/// The place of the value that a part of a text begins with.
fn value(text: &str, from: &str) -> Option<Range<usize>> {
    let ends = |char: char| char.is_whitespace() || is_quote(char) || "\\,;&<>()[]{}|，。；".contains(char);
    // Of a text without an end no part is read again and again.
    let near = &from[..floor(from, LONGEST)];
    let length = near.find(ends).or((near.len() == from.len()).then_some(near.len()))?;
    let start = text.len() - from.len();
    let value = &from[..length];
    let is_call = from[length..].starts_with('(');
    let is_one = value.len() > LEAST && (is_token(value) || is_plausible(value)) && !is_variable(value);
    (is_one && !is_call).then(|| start..start + length)
}

/// Whether a name ends in a secret's word, right behind a letter or a digit.
fn is_glued(name: &str) -> bool {
    let ends = |end: &&str| {
        let at = name.len().checked_sub(end.len())?;
        let is_end = name.as_bytes()[at..].eq_ignore_ascii_case(end.as_bytes());
        is_end.then(|| at > 0 && name.as_bytes()[at - 1].is_ascii_alphanumeric())
    };
    ENDINGS.iter().find_map(ends) == Some(true)
        && !OTHERS.iter().any(|end| ends(end).is_some())
        && names::find(name).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_written_together_with_another_word() {
        for secret in ["Zq7Lw2Xn9Kd4Vb8Rt3Yp", "p@ssW0rd!2024", "c9ffbedb9aeb471db49d92453ea21a17"] {
            for (before, behind) in [
                ("PGPASSWORD=", " psql -h h"),
                ("export WXTOKEN=\"", "\""),
                ("wxtoken: ", "\n"),
                ("{\"dbpassword\": \"", "\", \"a\": 1}"),
                ("{\\\"mysqlpwd\\\":\\\"", "\\\"}"),
                ("qwsecret := `", "`"),
                ("'MYapikey' => '", "',"),
                ("https://h/p?a=1&qqtoken=", "&b=2"),
                ("<wxtoken>", "</wxtoken>"),
                ("<add key=\"PGPASSWORD\" value=\"", "\"/>"),
                ("- name: MYSQLPWD\n  value: ", "\n"),
                ("{\"name\":\"wxtoken\",\"value\":\"", "\"}"),
            ] {
                let text = format!("{before}{secret}{behind}");
                assert_eq!(values(&text).map(|place| &text[place]).collect::<Vec<_>>(), [secret], "{text}");
            }
        }
        for text in [
            "compass=Zq7Lw2Xn9Kd4Vb8Rt3Yp",
            "bypass: Zq7Lw2Xn9Kd4Vb8Rt3Yp",
            "tokenizer = Zq7Lw2Xn9Kd4Vb8Rt3Yp",
            "secretary: Zq7Lw2Xn9Kd4Vb8Rt3Yp",
            "cookies: Zq7Lw2Xn9Kd4Vb8Rt3Yp",
            "nextpagetoken: Zq7Lw2Xn9Kd4Vb8Rt3Yp",
            "maxtoken=4096",
            "usetoken: true",
            "wxtoken: ${WX_TOKEN_2024}",
            "wxtoken = getToken2024(a)",
            "wxtoken: wx-gateway-v2",
            "if (wxtoken == null) x1y2z3",
            "the wxtoken is given: see below",
        ] {
            assert_eq!(values(text).count(), 0, "{text}");
        }
    }
}
