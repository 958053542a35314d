//! Python.

use super::super::format::Places;
use super::super::language::{Does, Language, Makes, Operator};
use super::super::literal::{Escapes, Holes, Octal, Others, Prefixes, Signed};
use super::{BACKSLASH, HASH, PLAIN, U4, U8, X2, string};
use crate::import::found::Form;

pub(crate) static PYTHON: Language = Language {
    form: Form::Python,
    comments: &[HASH],
    continues: "\\",
    literals: &[string("\"\"\"", &ESCAPES), string("'''", &ESCAPES), string("\"", &ESCAPES), string("'", &ESCAPES)],
    prefixes: Some(Prefixes {
        letters: "rRbBfFuU",
        most: 2,
        raw: "rR",
        raw_backslash: true,
        formatted: "fF",
        holes: Holes { brackets: &[("{", "}")], doubled: true, ..Holes::NONE },
        bytes: "bB",
        byte_escapes: Escapes::Signed(&BYTES),
        ..Prefixes::NONE
    }),
    runs_on: true,
    adjacent: true,
    operators: &[
        Operator { sign: "+", level: 0, does: Does::Concatenates },
        Operator { sign: "%", level: 1, does: Does::Formats },
    ],
    makers: &[(".format", Makes::Text(Places::Braces { counts: true }))],
    same: &["encode", "strip", "trim", "toString", "then", "catch", "done"],
    words: &["new", "await", "return"],
    named: "=",
    ends: ":",
    spreads: &["**"],
    ..PLAIN
};

const LETTERS: &[(char, char)] = &[
    ('n', '\n'),
    ('t', '\t'),
    ('r', '\r'),
    ('b', '\x08'),
    ('f', '\x0c'),
    ('v', '\x0b'),
    ('a', '\x07'),
    ('\\', '\\'),
    ('\'', '\''),
    ('"', '"'),
];

static ESCAPES: Signed = Signed {
    letters: LETTERS,
    numbers: &[U4, X2, U8],
    octal: Octal::UpToThree,
    hides_lines: true,
    others: Others::Stays,
    unread: "N",
    ..BACKSLASH
};

static BYTES: Signed = Signed {
    letters: LETTERS,
    numbers: &[X2],
    octal: Octal::UpToThree,
    bytes: true,
    hides_lines: true,
    others: Others::Stays,
    ..BACKSLASH
};
