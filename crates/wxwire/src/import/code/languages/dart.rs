//! Dart.

use super::super::language::Language;
use super::super::literal::{Escapes, Holes, Lines, Literal, Prefixes, Signed};
use super::{BACKSLASH, IN_BRACES, NESTING, PLAIN, U4, X2};
use crate::import::found::Form;

pub(crate) static DART: Language = Language {
    form: Form::Dart,
    signs: &["package:http/http.dart", "package:dio/dio.dart", "Uri.parse(", "jsonEncode(", "void main()"],
    comments: NESTING,
    literals: &[
        quoted("\"\"\"", Lines::Below),
        quoted("'''", Lines::Below),
        quoted("\"", Lines::Kept),
        quoted("'", Lines::Kept),
    ],
    prefixes: Some(Prefixes { letters: "r", most: 1, raw: "r", ..Prefixes::NONE }),
    adjacent: true,
    same: &["trim", "toString"],
    unwraps: "!",
    named: ":",
    ..PLAIN
};

const fn quoted(quotes: &'static str, lines: Lines) -> Literal {
    Literal { open: quotes, close: quotes, escapes: Escapes::Signed(&ESCAPES), holes: HOLES, lines }
}

const HOLES: Holes = Holes { brackets: &[("${", "}")], names: true, ..Holes::NONE };

static ESCAPES: Signed = Signed {
    letters: &[('n', '\n'), ('t', '\t'), ('r', '\r'), ('b', '\x08'), ('f', '\x0c'), ('v', '\x0b')],
    numbers: &[IN_BRACES, U4, X2],
    ..BACKSLASH
};
