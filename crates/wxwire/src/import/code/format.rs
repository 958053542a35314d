//! Texts with places for values: `"…%s…" % value`, `"…{}…".format(value)`, `String.format("…%s…", value)`.

use super::Expr;
use super::join::is_plain_number;
use crate::import::text::Text;

/// The most values that are put in.
const MAX_VALUES: usize = 100;

/// So many times as long as what stands in the source a text may get.
const MAX_GROWTH: usize = 4;

/// How the places in a text are written. What else a language has for them is not followed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Places {
    /// A letter behind a percent sign: those that take any value, those for texts, and those for numbers.
    Letters { any: &'static str, text: &'static str, number: &'static str },
    /// In braces: a number, or where the language counts them itself nothing, or a name.
    Braces { counts: bool },
    /// A pair of braces with nothing in it; others are text.
    Pairs,
}

/// Python's and Java's letters, and those of their like.
pub(super) const LETTERS: Places = Places::Letters { any: "s", text: "", number: "d" };

/// What a place takes.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Takes {
    Any,
    Text,
    Number,
    /// What two names hold, of which one is a text.
    Sum,
}

/// Whether the value of a variable in a text may be a text there, and whether it may be a number.
pub(crate) fn takes(code: &str) -> (bool, bool) {
    (!code.starts_with(Takes::Number.sign()), !code.starts_with(Takes::Text.sign()))
}

/// A text with values in its places, where all of it is known but for variables; `length`: of what stands in the source.
pub(super) fn format(places: Places, pattern: &Text, values: &[(Option<Text>, Expr)], length: usize) -> Option<Text> {
    let mut format = Format { pattern, values, out: pattern.slice(0..0), next: 0, most: length * MAX_GROWTH };
    if pattern.has_code() || pattern.is_empty() || values.len() > MAX_VALUES {
        return None;
    }
    match places {
        Places::Letters { any, text, number } => format.letters([any, text, number])?,
        Places::Braces { counts } => format.braces(counts)?,
        Places::Pairs => format.pairs()?,
    }
    Some(format.out)
}

struct Format<'f> {
    pattern: &'f Text,
    values: &'f [(Option<Text>, Expr)],
    out: Text,
    /// The value that the next place takes.
    next: usize,
    most: usize,
}

impl<'f> Format<'f> {
    fn letters(&mut self, letters: [&str; 3]) -> Option<()> {
        let (source, mut at) = (self.pattern.as_str(), 0);
        let mut has_names = false;
        while let Some(place) = source[at..].find('%').map(|sign| at + sign) {
            self.out.push(self.pattern, at..place);
            let mut behind = &source[place + 1..];
            let named = behind.strip_prefix('(').and_then(|inner| inner.split_once(')'));
            let value = named.map(|(name, _)| self.named(name));
            behind = named.map_or(behind, |(_, behind)| behind);
            let letter = behind.chars().next()?;
            at = source.len() - behind.len() + letter.len_utf8();
            if letter == '%' && named.is_none() {
                self.out.push(self.pattern, place..place + 1);
                continue;
            }
            let takes = [Takes::Any, Takes::Text, Takes::Number];
            let takes = *takes.iter().zip(letters).find(|(_, letters)| letters.contains(letter))?.0;
            has_names |= named.is_some();
            let value = match value {
                Some(value) => value?,
                None => self.in_turn()?,
            };
            self.put(value, takes)?;
        }
        self.out.push(self.pattern, at..source.len());
        // What is left over is an error, or is written as well.
        (has_names && self.next == 0 || self.next == self.values.len()).then_some(())
    }

    fn braces(&mut self, counts: bool) -> Option<()> {
        let (source, mut at) = (self.pattern.as_str(), 0);
        let mut has_numbers = false;
        while let Some(place) = source[at..].find(['{', '}']).map(|sign| at + sign) {
            self.out.push(self.pattern, at..place);
            let is_twice = source[place..].starts_with("{{") || source[place..].starts_with("}}");
            if is_twice {
                self.out.push(self.pattern, place..place + 1);
                at = place + 2;
                continue;
            }
            let (name, _) = source[place..].strip_prefix('{')?.split_once('}')?;
            at = place + name.len() + 2;
            let value = match name {
                "" if counts => self.in_turn()?,
                number if number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty() => {
                    has_numbers = true;
                    let value = self.values.get(number.parse::<usize>().ok()?)?;
                    value.0.is_none().then_some(&value.1)?
                }
                name => {
                    let is_own = |own: &Option<Text>| own.as_ref().is_some_and(|own| own.as_str() == name);
                    &self.values.iter().find(|(own, _)| is_own(own))?.1
                }
            };
            self.put(value, Takes::Any)?;
        }
        self.out.push(self.pattern, at..source.len());
        // It counts all of them, or none.
        (!has_numbers || self.next == 0).then_some(())
    }

    fn pairs(&mut self) -> Option<()> {
        let (source, mut at) = (self.pattern.as_str(), 0);
        while let Some(place) = source[at..].find("{}").map(|sign| at + sign) {
            // A sign before them hides them.
            if source[..place].ends_with('\\') {
                return None;
            }
            self.out.push(self.pattern, at..place);
            at = place + 2;
            let value = self.in_turn()?;
            self.put(value, Takes::Any)?;
        }
        self.out.push(self.pattern, at..source.len());
        (self.next == self.values.len()).then_some(())
    }

    fn in_turn(&mut self) -> Option<&'f Expr> {
        let (name, value) = self.values.get(self.next)?;
        self.next += 1;
        name.is_none().then_some(value)
    }

    /// A member of the one map that is given.
    fn named(&self, name: &str) -> Option<&'f Expr> {
        match self.values {
            [(None, map @ Expr::Map(_, members))] if members.len() <= MAX_VALUES => map.get(&[name]),
            _ => None,
        }
    }

    fn put(&mut self, value: &Expr, takes: Takes) -> Option<()> {
        let value = match value {
            Expr::Text(text) if takes != Takes::Number => text.clone(),
            Expr::Other(number) if takes != Takes::Text && is_plain_number(number.as_str()) => number.clone(),
            Expr::Name(_, name) => name.as_hole(takes.sign()),
            _ => return None,
        };
        self.out.push(&value, 0..value.len());
        (self.out.len() <= self.most).then_some(())
    }
}

impl Takes {
    /// What a variable begins with where such a value is put in.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Any => "${",
            Self::Text => "$${",
            Self::Number => "##{",
            Self::Sum => "+{",
        }
    }
}
