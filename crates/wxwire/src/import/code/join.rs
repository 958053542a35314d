//! What operators and methods make of texts, lists and maps.

use super::Expr;
use super::compute::JOINS;
use super::format::Takes;
use super::language::Does;
use super::reader::Reader;
use crate::import::found::Form;
use crate::import::text::Text;

impl Reader<'_> {
    /// Skips `.join`, where it is called.
    pub(super) fn is_join(&mut self) -> bool {
        let behind = self.rest().strip_prefix('.').map(str::trim_start).and_then(|rest| rest.strip_prefix("join"));
        let bracket = behind.map(str::trim_start).filter(|behind| behind.starts_with('('));
        if let Some(bracket) = bracket {
            self.step(self.rest().len() - bracket.len());
        }
        bracket.is_some()
    }

    /// The texts of a list in one, if they are known: JavaScript's `list.join(text)`, Python's `text.join(list)`.
    pub(super) fn joined(&mut self, value: &Expr, start: usize) -> Expr {
        let argument = self.arguments(')').into_iter().next().map(|(_, argument)| argument);
        let joined = match (value, &argument) {
            (Expr::List(_, items), Some(Expr::Text(between))) | (Expr::Text(between), Some(Expr::List(_, items))) => {
                join_all(items, between)
            }
            _ => None,
        };
        match (joined, argument) {
            (Some(text), _) => Expr::Text(text),
            (None, Some(argument)) => {
                let given = vec![(None, value.clone()), (None, argument)];
                Expr::Call(JOINS.to_owned(), given, self.since(start))
            }
            (None, None) => Expr::Other(Text::default()),
        }
    }
}

/// What an operator makes of two values, where that is known.
pub(super) fn combine(does: Does, first: Expr, second: Expr) -> Option<Expr> {
    match (does, first, second) {
        (Does::Concatenates, first, second) => concatenate(first, second),
        (Does::Adds, first, second) => add(first, second),
        (Does::Joins, Expr::List(_, items), Expr::Text(between)) => join_all(&items, &between).map(Expr::Text),
        (Does::Joins, one, Expr::Text(between)) => join_all(&[one], &between).map(Expr::Text),
        (Does::Joins | Does::Lists | Does::Formats, ..) => None,
    }
}

/// The call that stands for a literal of bytes.
pub(super) const BYTES: &str = "bytes";

/// Whether a value is bytes as they stand in Python.
pub(crate) fn is_bytes(value: &Expr) -> bool {
    matches!(value, Expr::Call(name, ..) if name == BYTES)
}

/// What a `+` makes of two values. Two variables are a text only where one of them is, and a variable before a character only
/// where it is itself: elsewhere it adds numbers.
pub(super) fn plus(does: Does, first: Expr, second: Expr, is_sign: bool, place: &Text) -> Option<Expr> {
    match (first, second) {
        (Expr::Name(..), Expr::Name(..)) => Some(Expr::Text(place.as_hole(Takes::Sum.sign()))),
        (Expr::Name(_, name), sign) if is_sign => combine(does, Expr::Text(name.as_hole(Takes::Text.sign())), sign),
        (first, second) => combine(does, first, second),
    }
}

/// What stands between the two names of a sum.
pub(super) const PLUS: char = '+';

/// The text that a `+` makes of what two names hold, if one is a text: what a language does with a number beside it differs.
pub(crate) fn sum(first: &Expr, second: &Expr, form: Form) -> Option<Text> {
    let writes_numbers = matches!(form, Form::JavaScript | Form::Java | Form::CSharp | Form::Kotlin);
    let number = |number: &Text| writes_numbers && is_plain_number(number.as_str());
    let (first, second) = match (first, second) {
        (Expr::Text(first), Expr::Text(second)) => (first, second),
        (Expr::Text(first), Expr::Other(second)) if number(second) => (first, second),
        // Kotlin's numbers take no text.
        (Expr::Other(first), Expr::Text(second)) if number(first) && form != Form::Kotlin => (first, second),
        _ => return None,
    };
    let mut sum = first.clone();
    sum.push(second, 0..second.len());
    (!sum.has_code()).then_some(sum)
}

/// Puts two texts together; a variable among them, or what a call gives, stays to be seen.
fn concatenate(first: Expr, second: Expr) -> Option<Expr> {
    match (is_bytes(&first), is_bytes(&second)) {
        (true, true) => return concatenate_bytes(first, second),
        (false, false) => {}
        _ => return None,
    }
    let is_text = matches!(first, Expr::Text(_)) || matches!(second, Expr::Text(_));
    let text = |expr: Expr| match expr {
        Expr::Text(text) => Some(text),
        Expr::Name(_, name) => Some(name.as_variable()),
        Expr::Other(number) if is_text && is_plain_number(number.as_str()) => Some(number),
        // A text is made of it in either way.
        Expr::Call(call, given, _) if is_text && WRITES.contains(&call.as_str()) && is_name(&given) => {
            given.first().map(|(_, name)| name.place().as_variable())
        }
        Expr::Other(code) | Expr::Call(_, _, code) if is_text && !code.is_empty() => Some(code.as_variable()),
        _ => None,
    };
    let (mut first, second) = (text(first)?, text(second)?);
    first.push(&second, 0..second.len());
    Some(Expr::Text(first))
}

/// Calls that make a text of what they are given.
const WRITES: [&str; 5] = ["str", "String", "String.valueOf", "strconv.Itoa", "strval"];

fn is_name(given: &[(Option<Text>, Expr)]) -> bool {
    matches!(given, [(None, Expr::Name(..))])
}

/// Puts bytes together that stand as they are; nothing else goes with them.
fn concatenate_bytes(first: Expr, second: Expr) -> Option<Expr> {
    let (Expr::Call(name, mut first, place), Expr::Call(_, second, _)) = (first, second) else { return None };
    let ([(None, Expr::Text(text))], [(None, Expr::Text(more))]) = (&mut first[..], &second[..]) else { return None };
    text.push(more, 0..more.len());
    Some(Expr::Call(name, first, place))
}

/// Whether a number is written as a text of it is.
pub(crate) fn is_plain_number(text: &str) -> bool {
    let is_digits = (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits && (text == "0" || !text.starts_with('0'))
}

/// What `+` makes of two values; what begins with a text is a text.
pub(crate) fn add(first: Expr, second: Expr) -> Option<Expr> {
    match (first, second) {
        (Expr::Text(mut text), Expr::Text(more)) => {
            text.push(&more, 0..more.len());
            Some(Expr::Text(text))
        }
        (Expr::List(place, mut items), more) => {
            match more {
                Expr::List(_, more) => items.extend(more),
                one => items.push(one),
            }
            Some(Expr::List(place, items))
        }
        (Expr::Map(place, mut members), Expr::Map(_, more)) => {
            members.extend(more);
            Some(Expr::Map(place, members))
        }
        _ => None,
    }
}

/// Texts in one, with this between them; nothing where one of them is not known.
pub(super) fn join_all(items: &[Expr], between: &Text) -> Option<Text> {
    let mut out: Option<Text> = None;
    for item in items {
        let Expr::Text(item) = item else { return None };
        match &mut out {
            None => out = Some(item.clone()),
            Some(out) => {
                out.push(between, 0..between.len());
                out.push(item, 0..item.len());
            }
        }
    }
    Some(out.unwrap_or_default())
}
