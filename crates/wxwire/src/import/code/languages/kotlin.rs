//! Kotlin.

use super::super::format;
use super::super::language::{Language, Makes};
use super::super::literal::{Escapes, Holes, Lines, Literal, Others, Signed};
use super::{BACKSLASH, NESTING, PLAIN, U4};
use crate::import::found::Form;

pub(crate) static KOTLIN: Language = Language {
    form: Form::Kotlin,
    signs: &["val ", "fun main(", "import kotlin", "mapOf(", "trimIndent()"],
    comments: NESTING,
    breaks_before_operators: false,
    literals: &[
        Literal { open: "\"\"\"", close: "\"\"\"", escapes: Escapes::None, holes: HOLES, lines: Lines::Kept },
        Literal { open: "\"", close: "\"", escapes: Escapes::Signed(&ESCAPES), holes: HOLES, lines: Lines::Kept },
    ],
    same: &["trim", "trimIndent", "toByteArray", "toString", "toRequestBody", "toUri", "toHttpUrl"],
    collections: &[],
    pairs: &["to "],
    makers: &[
        ("String.format", Makes::Text(format::LETTERS)),
        (".format", Makes::Text(format::LETTERS)),
        ("mapOf", Makes::Map),
        ("mutableMapOf", Makes::Map),
        ("hashMapOf", Makes::Map),
        ("linkedMapOf", Makes::Map),
        ("listOf", Makes::List),
        ("mutableListOf", Makes::List),
        ("arrayOf", Makes::List),
    ],
    unwraps: "!",
    named: "=",
    ..PLAIN
};

const HOLES: Holes = Holes { brackets: &[("${", "}")], names: true, ..Holes::NONE };

static ESCAPES: Signed = Signed {
    letters: &[('$', '$'), ('n', '\n'), ('t', '\t'), ('r', '\r'), ('b', '\x08')],
    numbers: &[U4],
    others: Others::Wrong,
    ..BACKSLASH
};
