//! What the reader has to know of a form of strings.

/// A form of strings, such as `"…"`.
#[derive(Debug)]
pub(super) struct Literal {
    pub(super) open: &'static str,
    pub(super) close: &'static str,
    pub(super) escapes: Escapes,
    pub(super) holes: Holes,
    pub(super) lines: Lines,
}

/// How a character is written that cannot stand by itself.
#[derive(Clone, Copy, Debug)]
pub(super) enum Escapes {
    None,
    /// The closing quote twice; these count as one.
    Doubled(&'static str),
    /// Behind a sign.
    Signed(&'static Signed),
    /// Behind a sign, or the closing quote twice.
    SignedOrDoubled(&'static Signed, &'static str),
}

/// Escapes behind a sign such as a backslash.
#[derive(Debug)]
pub(super) struct Signed {
    pub(super) sign: char,
    /// Letters, and what they stand for.
    pub(super) letters: &'static [(char, char)],
    pub(super) numbers: &'static [Number],
    /// Whether up to three octal digits are a number.
    pub(super) octal: bool,
    /// Whether a hidden line break vanishes.
    pub(super) hides_lines: bool,
    /// Whether the sign stays before what it has no meaning for.
    pub(super) stays: bool,
}

/// A character by its number in hexadecimal digits.
#[derive(Debug)]
pub(super) struct Number {
    pub(super) letter: char,
    /// The least and the most digits; in braces, any.
    pub(super) digits: (usize, usize),
    pub(super) braces: bool,
}

/// The character that code stands for, and the length of the code.
type Known = fn(&str) -> Option<(char, usize)>;

/// Where code stands in a string.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holes {
    /// What opens and closes it.
    pub(super) brackets: &'static [(&'static str, &'static str)],
    /// Whether a name behind a `$` is code, too.
    pub(super) names: bool,
    /// Whether a bracket written twice stands for itself.
    pub(super) doubled: bool,
    /// Code that stands for one character, and its length.
    pub(super) known: Option<Known>,
}

impl Holes {
    pub(super) const NONE: Self = Self { brackets: &[], names: false, doubled: false, known: None };
}

/// What becomes of the lines of a string.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Lines {
    /// They stand as they are.
    Kept,
    /// The text begins on the next line, and ends with the line before its end.
    Here,
    /// The same where a line break follows the quotes, and what all lines are indented by is no part of it.
    Indented {
        /// Whether the last line break is part of it.
        last: bool,
    },
}

/// Letters before the quotes.
#[derive(Debug)]
pub(super) struct Prefixes {
    pub(super) letters: &'static str,
    /// The most of them.
    pub(super) most: usize,
    /// The letters of a string without escapes, and how its quote is written then.
    pub(super) raw: &'static str,
    pub(super) raw_escapes: Escapes,
    /// Whether a backslash keeps the quote behind it from closing even a raw string.
    pub(super) raw_backslash: bool,
    /// The letters of a string that holds code, and where.
    pub(super) formatted: &'static str,
    pub(super) holes: Holes,
}
