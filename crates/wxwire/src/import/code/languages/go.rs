//! Go.

use super::super::language::{Collection, Holds, Language, Types};
use super::super::literal::{Escapes, Holes, Lines, Literal, Signed};
use super::{PLAIN, U4, U8, X2, string};

pub(crate) static GO: Language = Language {
    signs: &["package main", ":= ", "map[string]", "func main()", "[]byte("],
    breaks_before_operators: false,
    literals: &[
        Literal { open: "`", close: "`", escapes: Escapes::None, holes: Holes::NONE, lines: Lines::Kept },
        string("\"", &ESCAPES),
        string("'", &ESCAPES),
    ],
    collections: &[Collection { open: "{", close: '}', holds: Holds::Either }],
    types: Types::Bare,
    ..PLAIN
};

static ESCAPES: Signed = Signed {
    sign: '\\',
    letters: &[('n', '\n'), ('t', '\t'), ('r', '\r'), ('a', '\x07'), ('b', '\x08'), ('f', '\x0c'), ('v', '\x0b')],
    numbers: &[U4, U8, X2],
    octal: true,
    hides_lines: false,
    stays: false,
};
