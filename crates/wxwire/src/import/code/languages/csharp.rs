//! C#.

use super::super::language::{Collection, Holds, Language, Types};
use super::super::literal::{Escapes, Holes, Lines, Literal, Number, Prefixes, Signed};
use super::{PLAIN, U4, U8, string};
use crate::import::found::Form;

pub(crate) static CSHARP: Language = Language {
    form: Form::CSharp,
    signs: &["using System", "new Dictionary<", "HttpClient", "string ", "JsonSerializer", "JsonConvert", "namespace "],
    literals: &[raw("\"\"\"\""), raw("\"\"\""), string("\"", &ESCAPES), string("'", &ESCAPES)],
    prefixes: Some(Prefixes {
        letters: "$@",
        most: 2,
        raw: "@",
        raw_escapes: Escapes::Doubled("\""),
        raw_backslash: false,
        formatted: "$",
        holes: Holes { brackets: &[("{", "}")], doubled: true, ..Holes::NONE },
    }),
    same: &["Trim", "ToString", "ToArray"],
    collections: &[Collection { open: "{", close: '}', holds: Holds::List }, super::SQUARE],
    pairs: &["="],
    named: ":",
    types: Types::New,
    ..PLAIN
};

/// A raw string, by its quotes.
const fn raw(quotes: &'static str) -> Literal {
    let lines = Lines::Indented { last: false };
    Literal { open: quotes, close: quotes, escapes: Escapes::None, holes: Holes::NONE, lines }
}

static ESCAPES: Signed = Signed {
    sign: '\\',
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
    numbers: &[U4, U8, Number { letter: 'x', digits: (1, 4), braces: false }],
    octal: false,
    hides_lines: false,
    stays: false,
};
