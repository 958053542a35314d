//! Requests that are hard to quote.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use wxwire::request::Preview;

/// What means something to some shell, to curl, to a terminal or to a language.
const PIECES: [&str; 62] = [
    "'",
    "''",
    "\"",
    "\"\"",
    "\\",
    "\\\\",
    "\\\"",
    "\\'",
    "\\n",
    "\\u0041",
    "$",
    "$HOME",
    "${x}",
    "$(id)",
    "`id`",
    "`n",
    "!",
    "!!",
    "!x",
    "%",
    "%%",
    "%PATH%",
    "%1",
    "%percent:~0,1%",
    "^",
    "^^",
    "&",
    "&&",
    "|",
    "<",
    ">",
    "(",
    ")",
    "@",
    "@(",
    "'@",
    "#",
    ";",
    "~",
    "*",
    "{{token}}",
    "-",
    "+ ''",
    "]",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u{1}",
    "\u{1b}[0m",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "你好，世界",
    "😀",
    "‘’‚‛",
    "“”„",
    " ",
];

/// A body, and it may begin with anything.
fn body() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(&PIECES[..]).prop_map(String::from),
        2 => "[a-z0-9 ]{1,8}",
        1 => any::<char>().prop_filter("no text holds it", |char| *char != '\0').prop_map(String::from),
    ];
    vec(piece, 1..24).prop_map(|pieces| pieces.concat())
}

/// A header's value: no control character can stand in it, and white space around it does not count.
fn value() -> impl Strategy<Value = String> {
    let pieces: Vec<_> = PIECES.into_iter().filter(|piece| !piece.contains(|char: char| char.is_control())).collect();
    let piece = prop_oneof![3 => select(pieces).prop_map(String::from), 1 => "[a-zA-Z0-9]{1,8}".boxed()];
    prop_oneof![1 => Just(String::new()), 9 => vec(piece, 1..8).prop_map(|pieces| pieces.concat().trim().to_owned())]
}

/// What a reader cannot be blamed for.
#[derive(Clone, Copy, Debug)]
pub struct Allowed {
    /// The characters of bodies and headers.
    text: fn(char) -> bool,
    /// The path that was typed behind the host.
    path: &'static str,
}

/// Everything.
pub const ALL: Allowed = Allowed { text: |_| true, path: "[a-z!$%&'()*+,;=:|^~`{}\\[\\]_-]{0,12}" };

/// Characters that can be seen, and line breaks.
pub const VISIBLE: Allowed = Allowed {
    text: |char| matches!(char, '\n' | ' '..='~' | '\u{2018}'..='\u{201f}' | '\u{3000}'..='\u{d7ff}' | '\u{10000}'..),
    ..ALL
};

/// Paths that a browser leaves as they are.
pub const BROWSABLE: Allowed = Allowed { path: "[a-z!$%&'()*+,;=:~_-]{0,12}", ..ALL };

/// Requests to one address; each begins its path with its number.
pub fn requests(base: String, count: usize, allowed: Allowed) -> impl Strategy<Value = Vec<Preview>> {
    let tail = (allowed.path, "[a-zA-Z0-9._~-]{0,4}(%2[0-9A-F]){0,3}")
        .prop_map(|(path, query)| format!("{path}?access_token={query}"));
    vec((tail, value(), body()), count).prop_map(move |parts| {
        let kept = |text: String| text.chars().filter(|char| (allowed.text)(*char)).collect::<String>();
        let request = |(at, (tail, value, body)): (usize, (String, String, String))| Preview {
            method: if at % 5 == 4 { "PUT" } else { "POST" }.to_owned(),
            url: format!("{base}/{at}/{tail}"),
            headers: vec![
                ("Content-Type".to_owned(), "application/json; charset=UTF-8".to_owned()),
                ("X-TOKEN".to_owned(), kept(value).trim().to_owned()),
            ],
            body: kept(body).into(),
        };
        parts.into_iter().enumerate().map(request).collect()
    })
}

/// Bodies too long for one argument or for one line.
pub fn long(base: &str) -> Vec<Preview> {
    let line = "{\"内容\": \"'$x' %PATH% !! \\\\ \\\" 😀\"}\n";
    let bodies = ["@".to_owned() + &"a b".repeat(30_000), line.repeat(2000), "x".repeat(300_000), "\"".repeat(5000)];
    let request = |(at, body): (usize, String)| Preview {
        method: "POST".to_owned(),
        url: format!("{base}/{at}/"),
        headers: vec![("Content-Type".to_owned(), "application/json".to_owned())],
        body: body.into(),
    };
    bodies.into_iter().enumerate().map(request).collect()
}
