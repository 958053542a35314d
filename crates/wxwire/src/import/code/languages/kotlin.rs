//! Kotlin.

use super::super::language::{Language, Makes};
use super::super::literal::{Escapes, Holes, Lines, Literal, Signed};
use super::{PLAIN, U4};
use crate::import::found::Form;

pub(crate) static KOTLIN: Language = Language {
    form: Form::Kotlin,
    signs: &["val ", "fun main(", "import kotlin", "mapOf(", "trimIndent()"],
    breaks_before_operators: false,
    literals: &[
        Literal { open: "\"\"\"", close: "\"\"\"", escapes: Escapes::None, holes: HOLES, lines: Lines::Kept },
        Literal { open: "\"", close: "\"", escapes: Escapes::Signed(&ESCAPES), holes: HOLES, lines: Lines::Kept },
    ],
    same: &["trim", "trimIndent", "toByteArray", "toString", "toRequestBody", "toUri", "toHttpUrl"],
    collections: &[],
    pairs: &["to "],
    makers: &[
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
    sign: '\\',
    letters: &[('n', '\n'), ('t', '\t'), ('r', '\r'), ('b', '\x08')],
    numbers: &[U4],
    octal: false,
    hides_lines: false,
    stays: false,
};
