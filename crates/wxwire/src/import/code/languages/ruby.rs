//! Ruby.

use super::super::language::{Collection, Comment, Holds, Language};
use super::super::literal::{Escapes, Holes, Lines, Literal, Number, Signed};
use super::{IN_BRACES, PLAIN, U4};
use crate::import::found::Form;

pub(crate) static RUBY: Language = Language {
    form: Form::Ruby,
    functions: "def",
    signs: &["require '", "require \"", "Net::HTTP", ".to_json", "puts "],
    comments: &[Comment { open: "#", close: None }],
    continues: "\\",
    breaks_before_operators: false,
    literals: &[
        Literal { open: "\"", close: "\"", escapes: Escapes::Signed(&ESCAPES), holes: HOLES, lines: Lines::Kept },
        Literal { open: "'", close: "'", escapes: Escapes::Signed(&SINGLE), holes: Holes::NONE, lines: Lines::Kept },
        Literal { open: "%q(", close: ")", escapes: Escapes::Signed(&SINGLE), holes: Holes::NONE, lines: Lines::Kept },
        Literal { open: "%Q(", close: ")", escapes: Escapes::Signed(&ESCAPES), holes: HOLES, lines: Lines::Kept },
    ],
    adjacent: true,
    same: &["strip", "to_json", "to_s"],
    collections: &[Collection { open: "{", close: '}', holds: Holds::Map }, super::SQUARE],
    pairs: &["=>", ":"],
    named: ":",
    ..PLAIN
};

const HOLES: Holes = Holes { brackets: &[("#{", "}")], ..Holes::NONE };

static ESCAPES: Signed = Signed {
    sign: '\\',
    letters: &[
        ('n', '\n'),
        ('t', '\t'),
        ('r', '\r'),
        ('a', '\x07'),
        ('b', '\x08'),
        ('e', '\x1b'),
        ('f', '\x0c'),
        ('s', ' '),
        ('v', '\x0b'),
    ],
    numbers: &[IN_BRACES, U4, Number { letter: 'x', digits: (1, 2), braces: false }],
    octal: true,
    hides_lines: true,
    stays: false,
};

/// Between single quotes, a backslash is one but before a quote or another.
static SINGLE: Signed = Signed {
    sign: '\\',
    letters: &[('\\', '\\'), ('\'', '\''), (')', ')')],
    numbers: &[],
    octal: false,
    hides_lines: false,
    stays: true,
};
