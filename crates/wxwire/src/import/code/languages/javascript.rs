//! JavaScript.

use super::super::language::Language;
use super::super::literal::{Escapes, Holes, Lines, Literal, Octal, Signed};
use super::{BACKSLASH, IN_BRACES, PLAIN, SLASHES_AND_HASH, U4, X2, string};
use crate::import::found::Form;

pub(crate) static JAVASCRIPT: Language = Language {
    form: Form::JavaScript,
    // A heading or a remark of a document often stands above a script.
    comments: SLASHES_AND_HASH,
    continues: "\\",
    literals: &[
        string("\"", &ESCAPES),
        string("'", &ESCAPES),
        Literal {
            open: "`",
            close: "`",
            escapes: Escapes::Signed(&ESCAPES),
            holes: Holes { brackets: &[("${", "}")], ..Holes::NONE },
            lines: Lines::Kept,
        },
    ],
    runs_on: true,
    same: &["encode", "strip", "trim", "toString", "then", "catch", "done"],
    words: &["new", "await", "return"],
    named: "=",
    names: &[":"],
    ends: ":",
    spreads: &["..."],
    ..PLAIN
};

static ESCAPES: Signed = Signed {
    letters: &[('n', '\n'), ('t', '\t'), ('r', '\r'), ('b', '\x08'), ('f', '\x0c'), ('v', '\x0b')],
    numbers: &[IN_BRACES, U4, X2],
    octal: Octal::UpToByte,
    hides_lines: true,
    ..BACKSLASH
};
