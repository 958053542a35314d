//! C#.

use super::super::format::Places;
use super::super::language::{Collection, Holds, Language, Makes, Types};
use super::super::literal::{Escapes, Holes, Lines, Literal, Others, Prefixes, Signed};
use super::{BACKSLASH, PLAIN, U4, U8, number, string};
use crate::import::found::Form;

pub(crate) static CSHARP: Language = Language {
    form: Form::CSharp,
    signs: &["using System", "new Dictionary<", "HttpClient", "string ", "JsonSerializer", "JsonConvert", "namespace "],
    literals: &[raw("\"\"\"\""), raw("\"\"\""), string("\"", &ESCAPES), string("'", &ESCAPES)],
    prefixes: Some(Prefixes {
        letters: "$@",
        most: 3,
        raw: "@",
        raw_escapes: Escapes::Doubled("\""),
        formatted: "$",
        holes: Holes { brackets: &[("{", "}")], doubled: true, ..Holes::NONE },
        holes_of_lines: &[of_lines(&[("{", "}")]), of_lines(&[("{{", "}}")]), of_lines(&[("{{{", "}}}")])],
        ..Prefixes::NONE
    }),
    same: &["Trim", "ToString", "ToArray"],
    collections: &[Collection { open: "{", close: '}', holds: Holds::List }, super::SQUARE],
    makers: &[
        ("string.Format", Makes::Text(Places::Braces { counts: false })),
        ("String.Format", Makes::Text(Places::Braces { counts: false })),
    ],
    pairs: &["="],
    names: &["="],
    named: ":",
    types: Types::New,
    ..PLAIN
};

/// Code between lines of their own.
const fn of_lines(brackets: &'static [(&'static str, &'static str)]) -> Holes {
    Holes { brackets, ..Holes::NONE }
}

/// A raw string, by its quotes.
const fn raw(quotes: &'static str) -> Literal {
    let lines = Lines::Indented { last: false };
    Literal { open: quotes, close: quotes, escapes: Escapes::None, holes: Holes::NONE, lines }
}

static ESCAPES: Signed = Signed {
    letters: &[
        ('n', '\n'),
        ('t', '\t'),
        ('r', '\r'),
        ('0', '\0'),
        ('a', '\x07'),
        ('b', '\x08'),
        ('e', '\x1b'),
        ('f', '\x0c'),
        ('v', '\x0b'),
    ],
    numbers: &[U4, U8, number('x', (1, 4))],
    others: Others::Wrong,
    ..BACKSLASH
};
