//! Ruby.

use super::super::format;
use super::super::language::{Collection, Holds, Language, Makes};
use super::super::literal::{Escapes, Heredoc, Holes, Indent, Lines, Literal, Octal, Others, Signed};
use super::{BACKSLASH, HASH, IN_BRACES, PLAIN, U4, X1};
use crate::import::found::Form;

pub(crate) static RUBY: Language = Language {
    form: Form::Ruby,
    functions: "def",
    signs: &["require '", "require \"", "Net::HTTP", ".to_json", "puts "],
    comments: &[HASH],
    continues: "\\",
    breaks_before_operators: false,
    literals: &[
        Literal { open: "\"", close: "\"", escapes: Escapes::Signed(&ESCAPES), holes: HOLES, lines: Lines::Kept },
        Literal { open: "'", close: "'", escapes: Escapes::Signed(&SINGLE), holes: Holes::NONE, lines: Lines::Kept },
        Literal { open: "%q(", close: ")", escapes: Escapes::Signed(&SINGLE), holes: Holes::NONE, lines: Lines::Kept },
        Literal { open: "%Q(", close: ")", escapes: Escapes::Signed(&ESCAPES), holes: HOLES, lines: Lines::Kept },
    ],
    heredocs: &[
        Heredoc { sign: "<<~", escapes: Escapes::Signed(&ESCAPES), holes: HOLES, indent: Indent::Shared, last: true },
        Heredoc { sign: "<<-", escapes: Escapes::Signed(&ESCAPES), holes: HOLES, indent: Indent::None, last: true },
    ],
    adjacent: true,
    same: &["strip", "to_json", "to_s"],
    collections: &[Collection { open: "{", close: '}', holds: Holds::Map }, super::SQUARE],
    pairs: &["=>", ":"],
    names: &[":"],
    named: ":",
    makers: &[("format", Makes::Text(format::LETTERS)), ("sprintf", Makes::Text(format::LETTERS))],
    ..PLAIN
};

const HOLES: Holes = Holes { brackets: &[("#{", "}"), ("#@", ""), ("#$", "")], ..Holes::NONE };

static ESCAPES: Signed = Signed {
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
    numbers: &[IN_BRACES, U4, X1],
    octal: Octal::UpToThree,
    bytes: true,
    hides_lines: true,
    unread: "cCM",
    ..BACKSLASH
};

/// Between single quotes, a backslash is one but before a quote or another.
static SINGLE: Signed =
    Signed { letters: &[('\\', '\\'), ('\'', '\''), (')', ')')], others: Others::Stays, ..BACKSLASH };
