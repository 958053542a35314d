//! Dart.

use super::super::language::Language;
use super::super::literal::{Escapes, Holes, Lines, Literal, Prefixes, Signed};
use super::{IN_BRACES, PLAIN, U4, X2};
use crate::import::found::Form;

pub(crate) static DART: Language = Language {
    form: Form::Dart,
    signs: &["package:http/http.dart", "package:dio/dio.dart", "Uri.parse(", "jsonEncode(", "void main()"],
    literals: &[quoted("\"\"\""), quoted("'''"), quoted("\""), quoted("'")],
    prefixes: Some(Prefixes {
        letters: "r",
        most: 1,
        raw: "r",
        raw_escapes: Escapes::None,
        raw_backslash: false,
        formatted: "",
        holes: Holes::NONE,
    }),
    adjacent: true,
    same: &["trim", "toString"],
    unwraps: "!",
    named: ":",
    ..PLAIN
};

const fn quoted(quotes: &'static str) -> Literal {
    Literal { open: quotes, close: quotes, escapes: Escapes::Signed(&ESCAPES), holes: HOLES, lines: Lines::Kept }
}

const HOLES: Holes = Holes { brackets: &[("${", "}")], names: true, ..Holes::NONE };

static ESCAPES: Signed = Signed {
    sign: '\\',
    letters: &[('n', '\n'), ('t', '\t'), ('r', '\r'), ('b', '\x08'), ('f', '\x0c'), ('v', '\x0b')],
    numbers: &[IN_BRACES, U4, X2],
    octal: false,
    hides_lines: false,
    stays: false,
};
