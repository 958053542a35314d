//! How the values of a reply are read: codes, ids, words.

use crate::lang::Words;
use crate::layer::json::{Kind, Value};

/// A code: an integer. One beyond `i64` is no code that anybody knows, and not 0 either: the nearest that fits stands
/// for it.
pub(crate) fn integer(value: Value<'_>) -> Option<i64> {
    let digits = value.source().strip_prefix('-').unwrap_or(value.source());
    let whole = value.kind() == Kind::Number && digits.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| value.as_i64().unwrap_or(i64::MAX))
}

/// A code as a number or as text.
pub(crate) fn integer_or_text(value: Value<'_>) -> Option<i64> {
    integer(value).or_else(|| value.as_str()?.parse().ok())
}

/// A code as a number, or as text where it is no success: who wrote a number as text made no other of it, and a no is to be
/// heard. A yes counts only as it is documented.
pub(crate) fn integer_or_no(value: Value<'_>) -> Option<i64> {
    integer(value).or_else(|| integer_or_text(value).filter(|code| !matches!(code, 0 | 200)))
}

/// What to say of a code that cannot be read: that it is one, in a text.
pub(super) fn as_text(value: Value<'_>) -> Option<Words> {
    integer_or_text(value).filter(|_| value.kind() == Kind::String)?;
    Some(Words::new("是文本，而成功时的结果码是数字", "is a text, where a success has a number"))
}

/// Whether a value can be a code: a number, be it as text, as many libraries and proxies write it.
pub(crate) fn is_code(value: Value<'_>) -> bool {
    value.kind() == Kind::Number || integer_or_text(value).is_some()
}

/// `true` as 1, `false` as 0.
pub(crate) fn flag(value: Value<'_>) -> Option<i64> {
    value.as_bool().map(i64::from)
}

/// Whether a value can be an id: text that says something, or a positive integer. A number with an exponent is what a table left of
/// one.
pub(super) fn is_id(value: Value<'_>, text: &str) -> bool {
    let is_rounded = || {
        text.split_once("E+").is_some_and(|(number, power)| {
            let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_digits(power) && number.split('.').all(is_digits)
        })
    };
    match value.kind() {
        Kind::String => !text.trim().is_empty() && text != "0" && !text.contains(char::is_control) && !is_rounded(),
        Kind::Number => text != "0" && text.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

/// A scalar as text: a string resolved, a number as it was written; nothing for null and what holds more.
pub(super) fn scalar(value: Value<'_>) -> Option<String> {
    match value.kind() {
        Kind::Null | Kind::Array | Kind::Object => None,
        _ => Some(value.as_str().map_or_else(|| value.source().to_owned(), std::borrow::Cow::into_owned)),
    }
}

/// A value in a few words.
pub(super) fn shown(value: Value<'_>) -> &str {
    match value.kind() {
        Kind::Array => "[…]",
        Kind::Object => "{…}",
        _ => value.source(),
    }
}
