//! The table of languages: one row each.

mod csharp;
mod dart;
mod go;
mod java;
mod javascript;
mod kotlin;
mod php;
mod powershell;
mod python;
mod ruby;
mod swift;

pub(crate) use javascript::JAVASCRIPT;
pub(crate) use powershell::POWERSHELL;
pub(crate) use python::PYTHON;

use super::language::{Collection, Comment, Does, Holds, Language, Operator, Types};
use super::literal::{Escapes, Holes, Lines, Literal, Number, Octal, Others, Signed};
use crate::import::found::Form;

/// The languages whose requests are read call by call; of a text in one of them without a request, its literals.
pub(crate) static PROGRAMS: [&Language; 8] =
    [&java::JAVA, &kotlin::KOTLIN, &csharp::CSHARP, &go::GO, &swift::SWIFT, &ruby::RUBY, &php::PHP, &dart::DART];

/// Comments of C and its like.
const SLASHES: &[Comment] = &[LINE, Comment { open: "/*", close: Some("*/"), nests: false }];

/// The same, where a comment may hold others.
const NESTING: &[Comment] = &[LINE, Comment { open: "/*", close: Some("*/"), nests: true }];

const LINE: Comment = Comment { open: "//", close: None, nests: false };
const HASH: Comment = Comment { open: "#", close: None, nests: false };

/// Comments of C's like, and those of a shell's.
const SLASHES_AND_HASH: &[Comment] = &[LINE, HASH, Comment { open: "/*", close: Some("*/"), nests: false }];

const PLUS: &[Operator] = &[Operator { sign: "+", level: 0, does: Does::Concatenates }];

const BRACES: Collection = Collection { open: "{", close: '}', holds: Holds::Map };

const SQUARE: Collection = Collection { open: "[", close: ']', holds: Holds::List };

/// `\u4f60`, also in two halves.
const U4: Number = number('u', (4, 4));
const U8: Number = number('U', (8, 8));
const X2: Number = number('x', (2, 2));
const X1: Number = number('x', (1, 2));
/// `\u{1f600}`.
const IN_BRACES: Number = Number { braces: true, ..number('u', (0, 0)) };

const fn number(letter: char, digits: (usize, usize)) -> Number {
    Number { letter, digits, braces: false, early: false }
}

/// A backslash that means nothing: what the escapes of a language begin with.
const BACKSLASH: Signed = Signed {
    sign: '\\',
    letters: &[],
    numbers: &[],
    octal: Octal::None,
    bytes: false,
    hides_lines: false,
    others: Others::Vanishes,
    unread: "",
};

/// A language of which nothing is known: what the rows begin with.
const PLAIN: Language = Language {
    form: Form::Json,
    signs: &[],
    comments: SLASHES,
    continues: "",
    prompt: "",
    breaks_before_operators: true,
    literals: &[],
    prefixes: None,
    heredocs: &[],
    runs_on: false,
    adjacent: false,
    operators: PLUS,
    same: &[],
    unwraps: "",
    words: &["return", "new", "await", "try"],
    looks_up: false,
    sets: "",
    functions: "",
    collections: &[BRACES, SQUARE],
    shorthand: true,
    spreads: &[],
    pairs: &[":"],
    names: &[],
    makers: &[],
    named: "",
    types: Types::None,
    ends: "",
};

/// A string on one line with the escapes of a table.
const fn string(quote: &'static str, signed: &'static Signed) -> Literal {
    Literal { open: quote, close: quote, escapes: Escapes::Signed(signed), holes: Holes::NONE, lines: Lines::Kept }
}
