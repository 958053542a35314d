//! Java.

use super::super::format::{self, Places};
use super::super::language::{Collection, Holds, Language, Makes, Types};
use super::super::literal::{Escapes, Holes, Lines, Literal, Number, Octal, Others, Signed};
use super::{BACKSLASH, PLAIN, U4, string};
use crate::import::found::Form;

pub(crate) static JAVA: Language = Language {
    form: Form::Java,
    signs: &[
        "import java.",
        "public class ",
        "public static void main",
        "okhttp3",
        "HttpRequest.newBuilder",
        "String ",
    ],
    literals: &[
        Literal {
            open: "\"\"\"",
            close: "\"\"\"",
            escapes: Escapes::Signed(&ESCAPES),
            holes: Holes::NONE,
            lines: Lines::Indented { last: true },
        },
        string("\"", &ESCAPES),
        string("'", &ESCAPES),
    ],
    same: &["trim", "strip", "stripIndent", "getBytes", "toString"],
    collections: &[Collection { open: "{", close: '}', holds: Holds::List }],
    makers: &[
        ("String.format", Makes::Text(format::LETTERS)),
        (".formatted", Makes::Text(format::LETTERS)),
        ("StrUtil.format", Makes::Text(Places::Pairs)),
        ("Map.of", Makes::MapInTurn),
        ("ImmutableMap.of", Makes::MapInTurn),
        ("List.of", Makes::List),
        ("Arrays.asList", Makes::List),
        ("ImmutableList.of", Makes::List),
    ],
    types: Types::New,
    ..PLAIN
};

static ESCAPES: Signed = Signed {
    letters: &[('n', '\n'), ('t', '\t'), ('r', '\r'), ('b', '\x08'), ('f', '\x0c'), ('s', ' ')],
    numbers: &[Number { early: true, ..U4 }],
    octal: Octal::UpToByte,
    hides_lines: true,
    others: Others::Wrong,
    ..BACKSLASH
};
