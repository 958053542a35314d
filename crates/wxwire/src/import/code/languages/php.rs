//! PHP.

use super::super::format;
use super::super::language::{Collection, Does, Holds, Language, Makes, Operator};
use super::super::literal::{Escapes, Heredoc, Holes, Indent, Lines, Literal, Octal, Others, Signed};
use super::{BACKSLASH, IN_BRACES, PLAIN, SLASHES_AND_HASH, X1};
use crate::import::found::Form;

pub(crate) static PHP: Language = Language {
    form: Form::Php,
    functions: "function",
    signs: &["<?php", "curl_setopt", "json_encode(", "array("],
    comments: SLASHES_AND_HASH,
    literals: &[
        Literal { open: "\"", close: "\"", escapes: Escapes::Signed(&DOUBLE), holes: HOLES, lines: Lines::Kept },
        Literal { open: "'", close: "'", escapes: Escapes::Signed(&SINGLE), holes: Holes::NONE, lines: Lines::Kept },
    ],
    heredocs: &[Heredoc {
        sign: "<<<",
        escapes: Escapes::Signed(&HERE),
        holes: HOLES,
        indent: Indent::OfEnd,
        last: false,
    }],
    operators: &[Operator { sign: ".", level: 0, does: Does::Concatenates }],
    collections: &[
        Collection { open: "[", close: ']', holds: Holds::Either },
        Collection { open: "array(", close: ')', holds: Holds::Either },
    ],
    pairs: &["=>"],
    named: ":",
    makers: &[("sprintf", Makes::Text(format::LETTERS))],
    ..PLAIN
};

const HOLES: Holes = Holes { brackets: &[("${", "}"), ("{$", "}")], names: true, ..Holes::NONE };

/// Where no quote ends the text, a backslash before one stays.
static HERE: Signed = Signed { letters: LETTERS.split_at(8).0, ..ESCAPES };

const LETTERS: &[(char, char)] = &[
    ('n', '\n'),
    ('t', '\t'),
    ('r', '\r'),
    ('e', '\x1b'),
    ('f', '\x0c'),
    ('v', '\x0b'),
    ('\\', '\\'),
    ('$', '$'),
    ('"', '"'),
];

const ESCAPES: Signed = Signed {
    letters: LETTERS,
    numbers: &[IN_BRACES, X1],
    octal: Octal::UpToThree,
    bytes: true,
    others: Others::Stays,
    ..BACKSLASH
};

static DOUBLE: Signed = ESCAPES;

/// Between single quotes, a backslash is one but before a quote or another.
static SINGLE: Signed = Signed { letters: &[('\\', '\\'), ('\'', '\'')], others: Others::Stays, ..BACKSLASH };
