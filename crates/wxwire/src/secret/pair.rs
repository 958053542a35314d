//! A secret without a name: behind a company's id, in the next text, as functions take the two, `Client('ww…', '…')`.

use std::ops::Range;

use memchr::memmem;

/// What companies' ids begin with, and the digits behind it.
const COMPANY: &str = "ww";
const DIGITS: usize = 16;

/// The shortest secret, and so much may stand between the two.
const LEAST: usize = 32;
const BETWEEN: usize = 64;

/// The places of such secrets in a text.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    memmem::find_iter(text.as_bytes(), COMPANY).filter_map(|at| behind(text, at))
}

/// The secret behind the id at a place, both in quotes.
fn behind(text: &str, at: usize) -> Option<Range<usize>> {
    let is_quote = |char: char| matches!(char, '"' | '\'' | '`');
    let digits = text.get(at + COMPANY.len()..at + COMPANY.len() + DIGITS)?;
    let is_id = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_id || !text[..at].ends_with(is_quote) {
        return None;
    }
    let rest = text[at + COMPANY.len() + DIGITS..].strip_prefix(is_quote)?;
    let next = rest.trim_start().strip_prefix(',')?.trim_start().strip_prefix(is_quote)?;
    let start = text.len() - next.len();
    let length = next.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
    (length >= LEAST && rest.len() - next.len() <= BETWEEN && next[length..].starts_with(is_quote))
        .then_some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_behind_a_companys_id() {
        let secret = "Yp7dT3wQx_9sKfR2-mVzC5hNbJ8gLeA1uE6oIiPqWtY";
        for text in [
            format!("WeChatClient('ww1234567890abcdef', '{secret}')"),
            format!("new Api(\"ww1234567890abcdef\",\n  \"{secret}\");"),
        ] {
            assert_eq!(pairs(&text).map(|place| &text[place]).collect::<Vec<_>>(), [secret]);
        }
        for text in [
            "f('ww1234567890abcdef', 'a message of many letters, and more')".to_owned(),
            format!("f('ww1234567890abcde', '{secret}')"),
            format!("f('ww1234567890abcdef', x, '{secret}')"),
            "f('ww1234567890abcdef'".to_owned(),
        ] {
            assert_eq!(pairs(&text).count(), 0, "{text}");
        }
    }
}
