//! PowerShell.

use super::super::language::{Collection, Comment, Does, Holds, Language, Operator, Types};
use super::super::literal::{Escapes, Holes, Lines, Literal, Signed};
use super::{BACKSLASH, HASH, IN_BRACES, PLAIN};
use crate::import::found::Form;

pub(crate) static POWERSHELL: Language = Language {
    form: Form::PowerShell,
    comments: &[HASH, Comment { open: "<#", close: Some("#>"), nests: false }],
    continues: "`",
    prompt: ">> ",
    breaks_before_operators: false,
    literals: &[
        Literal { open: "@'", close: "'@", escapes: Escapes::None, holes: Holes::NONE, lines: Lines::Here },
        Literal { open: "@\"", close: "\"@", escapes: Escapes::Signed(&ESCAPES), holes: HOLES, lines: Lines::Here },
        Literal { open: "'", close: "'", escapes: Escapes::Doubled(SINGLE), holes: Holes::NONE, lines: Lines::Kept },
        Literal {
            open: "\"",
            close: "\"",
            escapes: Escapes::SignedOrDoubled(&ESCAPES, "\""),
            holes: HOLES,
            lines: Lines::Kept,
        },
    ],
    operators: &[
        Operator { sign: "-join", level: 0, does: Does::Joins },
        Operator { sign: "+", level: 1, does: Does::Adds },
        Operator { sign: ",", level: 2, does: Does::Lists },
    ],
    words: &[],
    looks_up: true,
    collections: &[
        Collection { open: "@{", close: '}', holds: Holds::Map },
        Collection { open: "@(", close: ')', holds: Holds::List },
    ],
    shorthand: false,
    pairs: &["="],
    names: &["="],
    types: Types::Brackets,
    ends: "#$",
    ..PLAIN
};

/// What PowerShell takes for a single quote.
const SINGLE: &str = "'\u{2018}\u{2019}\u{201a}\u{201b}";

static ESCAPES: Signed = Signed {
    sign: '`',
    letters: &[
        ('n', '\n'),
        ('t', '\t'),
        ('r', '\r'),
        ('0', '\0'),
        ('a', '\x07'),
        ('b', '\x08'),
        ('e', '\x1b'),
        ('f', '\x0c'),
        ('v', '\x0b'),
    ],
    numbers: &[IN_BRACES],
    ..BACKSLASH
};

const HOLES: Holes = Holes { brackets: &[("$(", ")")], names: true, doubled: false, known: Some(by_number) };

/// A character as browsers write it that copy for PowerShell: `$([char]20320)`, beyond the first plane in two halves; and
/// its length.
fn by_number(text: &str) -> Option<(char, usize)> {
    let unit = |text: &str| {
        let rest = text.strip_prefix("$([char]")?;
        let digits = &rest[..rest.bytes().take(8).position(|byte| byte == b')')?];
        let number = match digits.strip_prefix("0x") {
            Some(hex) => u16::from_str_radix(hex, 16),
            None => digits.parse::<u16>(),
        };
        Some((number.ok()?, "$([char]".len() + digits.len() + 1))
    };
    let (first, length) = unit(text)?;
    if let Some(char) = char::from_u32(first.into()) {
        return Some((char, length));
    }
    let (second, more) = unit(text.get(length..)?)?;
    let char = char::decode_utf16([first, second]).next()?.ok()?;
    Some((char, length + more))
}
