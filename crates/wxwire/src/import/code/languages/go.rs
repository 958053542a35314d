//! Go.

use super::super::format::Places;
use super::super::language::{Collection, Holds, Language, Makes, Types};
use super::super::literal::{Escapes, Holes, Lines, Literal, Octal, Others, Signed};
use super::{BACKSLASH, PLAIN, U4, U8, X2, string};
use crate::import::found::Form;

pub(crate) static GO: Language = Language {
    form: Form::Go,
    signs: &["package main", ":= ", "map[string]", "func main()", "[]byte(", "http.NewRequest"],
    breaks_before_operators: false,
    literals: &[
        Literal { open: "`", close: "`", escapes: Escapes::None, holes: Holes::NONE, lines: Lines::Kept },
        string("\"", &ESCAPES),
        string("'", &ESCAPES),
    ],
    collections: &[Collection { open: "{", close: '}', holds: Holds::Either }],
    sets: ":",
    // What is no text behind its `%s` is told as a fault in the text itself.
    makers: &[("fmt.Sprintf", Makes::Text(Places::Letters { any: "v", text: "s", number: "d" }))],
    types: Types::Bare,
    ..PLAIN
};

static ESCAPES: Signed = Signed {
    letters: &[('n', '\n'), ('t', '\t'), ('r', '\r'), ('a', '\x07'), ('b', '\x08'), ('f', '\x0c'), ('v', '\x0b')],
    numbers: &[U4, U8, X2],
    octal: Octal::Three,
    bytes: true,
    others: Others::Wrong,
    ..BACKSLASH
};
