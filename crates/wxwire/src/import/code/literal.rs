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

/// A string on lines of its own, up to a line with the word that stands behind its sign.
#[derive(Debug)]
pub(super) struct Heredoc {
    pub(super) sign: &'static str,
    pub(super) escapes: Escapes,
    pub(super) holes: Holes,
    pub(super) indent: Indent,
    /// Whether the last line break is part of it.
    pub(super) last: bool,
}

/// What is no part of the lines of such a string.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Indent {
    None,
    /// What all of them are indented by.
    Shared,
    /// What the line with the word is indented by, behind which the statement goes on.
    OfEnd,
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
    pub(super) octal: Octal,
    /// Whether `\x` and octal digits give a byte, of which several make a character.
    pub(super) bytes: bool,
    /// Whether a hidden line break vanishes.
    pub(super) hides_lines: bool,
    pub(super) others: Others,
    /// Letters of escapes that are not read.
    pub(super) unread: &'static str,
}

/// What octal digits behind the sign are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Octal {
    None,
    /// As many as are there, up to three.
    UpToThree,
    /// The same, but none that is more than a byte.
    UpToByte,
    /// Three, and never fewer.
    Three,
}

/// What a sign is before what it has no meaning for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Others {
    /// It vanishes.
    Vanishes,
    Stays,
    /// It vanishes before another and before quotes; before anything else the language does not take it.
    Wrong,
}

/// A character by its number in hexadecimal digits.
#[derive(Debug)]
pub(super) struct Number {
    pub(super) letter: char,
    /// The least and the most digits; in braces, any.
    pub(super) digits: (usize, usize),
    pub(super) braces: bool,
    /// Whether it is read before anything else is: the letter may stand there several times, and a quote ends the string.
    pub(super) early: bool,
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
    /// The text begins on the next line where a line break follows the quotes.
    Below,
    /// The same, and what all lines are indented by is no part of it.
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
    /// Where it stands between lines of their own, by how often the letter is there; else the same.
    pub(super) holes_of_lines: &'static [Holes],
    /// The letters of a string of bytes, and its escapes.
    pub(super) bytes: &'static str,
    pub(super) byte_escapes: Escapes,
}

impl Prefixes {
    pub(super) const NONE: Self = Self {
        letters: "",
        most: 0,
        raw: "",
        raw_escapes: Escapes::None,
        raw_backslash: false,
        formatted: "",
        holes: Holes::NONE,
        holes_of_lines: &[],
        bytes: "",
        byte_escapes: Escapes::None,
    };
}
