//! Swift.

use super::super::format::Places;
use super::super::language::{Collection, Holds, Language, Makes};
use super::super::literal::{Escapes, Holes, Lines, Literal, Others, Signed};
use super::{BACKSLASH, IN_BRACES, NESTING, PLAIN};
use crate::import::found::Form;

pub(crate) static SWIFT: Language = Language {
    form: Form::Swift,
    signs: &["import Foundation", "URLRequest(", "let ", "[String: Any]"],
    comments: NESTING,
    breaks_before_operators: true,
    literals: &[
        raw("#\"\"\"", "\"\"\"#", Lines::Indented { last: false }),
        raw("#\"", "\"#", Lines::Kept),
        Literal {
            open: "\"\"\"",
            close: "\"\"\"",
            escapes: Escapes::Signed(&ESCAPES),
            holes: HOLES,
            lines: Lines::Indented { last: false },
        },
        Literal { open: "\"", close: "\"", escapes: Escapes::Signed(&ESCAPES), holes: HOLES, lines: Lines::Kept },
    ],
    same: &["data", "utf8"],
    unwraps: "!?",
    collections: &[Collection { open: "[", close: ']', holds: Holds::Either }],
    named: ":",
    makers: &[("String", Makes::Text(Places::Letters { any: "", text: "@", number: "d" }))],
    ..PLAIN
};

const fn raw(open: &'static str, close: &'static str, lines: Lines) -> Literal {
    // An escape and code have the same sign before them.
    let holes = Holes { brackets: &[("\\#", "")], ..Holes::NONE };
    Literal { open, close, escapes: Escapes::None, holes, lines }
}

const HOLES: Holes = Holes { brackets: &[("\\(", ")")], ..Holes::NONE };

static ESCAPES: Signed = Signed {
    letters: &[('n', '\n'), ('t', '\t'), ('r', '\r'), ('0', '\0')],
    numbers: &[IN_BRACES],
    hides_lines: true,
    others: Others::Wrong,
    ..BACKSLASH
};
