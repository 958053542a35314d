//! Python.

use super::super::language::Language;
use super::super::literal::{Escapes, Holes, Prefixes, Signed};
use super::{PLAIN, SLASHES_AND_HASH, U4, U8, X2, string};
use crate::import::found::Form;

pub(crate) static PYTHON: Language = Language {
    form: Form::Python,
    comments: SLASHES_AND_HASH,
    continues: "\\",
    literals: &[string("\"\"\"", &ESCAPES), string("'''", &ESCAPES), string("\"", &ESCAPES), string("'", &ESCAPES)],
    prefixes: Some(Prefixes {
        letters: "rRbBfFuU",
        most: 2,
        raw: "rR",
        raw_escapes: Escapes::None,
        raw_backslash: true,
        formatted: "fF",
        holes: Holes { brackets: &[("{", "}")], doubled: true, ..Holes::NONE },
    }),
    runs_on: true,
    adjacent: true,
    same: &["encode", "strip", "trim", "toString", "then", "catch", "done"],
    words: &["new", "await", "return"],
    named: "=",
    ends: ":",
    ..PLAIN
};

static ESCAPES: Signed = Signed {
    sign: '\\',
    letters: &[
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
    ],
    numbers: &[U4, X2, U8],
    octal: true,
    hides_lines: true,
    stays: true,
};
