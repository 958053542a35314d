//! PHP.

use super::super::language::{Collection, Does, Holds, Language, Operator};
use super::super::literal::{Escapes, Holes, Lines, Literal, Octal, Others, Signed};
use super::{BACKSLASH, IN_BRACES, PLAIN, SLASHES_AND_HASH, X1};
use crate::import::found::Form;

pub(crate) static PHP: Language = Language {
    form: Form::Php,
    functions: "function",
    signs: &["<?php", "curl_setopt", "json_encode(", "array("],
    comments: SLASHES_AND_HASH,
    literals: &[
        Literal {
            open: "\"",
            close: "\"",
            escapes: Escapes::Signed(&ESCAPES),
            holes: Holes { brackets: &[("${", "}"), ("{$", "}")], names: true, ..Holes::NONE },
            lines: Lines::Kept,
        },
        Literal { open: "'", close: "'", escapes: Escapes::Signed(&SINGLE), holes: Holes::NONE, lines: Lines::Kept },
    ],
    operators: &[Operator { sign: ".", level: 0, does: Does::Concatenates }],
    collections: &[
        Collection { open: "[", close: ']', holds: Holds::Either },
        Collection { open: "array(", close: ')', holds: Holds::Either },
    ],
    pairs: &["=>"],
    named: ":",
    ..PLAIN
};

static ESCAPES: Signed = Signed {
    letters: &[
        ('n', '\n'),
        ('t', '\t'),
        ('r', '\r'),
        ('e', '\x1b'),
        ('f', '\x0c'),
        ('v', '\x0b'),
        ('\\', '\\'),
        ('$', '$'),
        ('"', '"'),
    ],
    numbers: &[IN_BRACES, X1],
    octal: Octal::UpToThree,
    bytes: true,
    others: Others::Stays,
    ..BACKSLASH
};

/// Between single quotes, a backslash is one but before a quote or another.
static SINGLE: Signed = Signed { letters: &[('\\', '\\'), ('\'', '\'')], others: Others::Stays, ..BACKSLASH };
