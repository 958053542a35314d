//! A secret without a name: behind the id of its account, in the next text, as functions take the two, `Client('ww…', '…')`.

use std::ops::Range;

use super::quotes::is_quote;
use crate::catalog;
use crate::credential::AccountId;
use crate::layer::any::find_all;

/// So much may stand between the two.
const BETWEEN: usize = 64;

/// The places of such secrets in a text.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let ids = catalog::gateways().filter_map(|gateway| gateway.account_id);
    ids.flat_map(move |id| find_all(text.as_bytes(), id.begins.as_bytes()).filter_map(move |at| behind(text, at, id)))
}

/// The secret behind the id at a place, both in quotes.
fn behind(text: &str, at: usize, id: AccountId) -> Option<Range<usize>> {
    let digits = at + id.begins.len();
    let end = digits + id.digits;
    let is_id = text.get(digits..end)?.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_id || !text[..at].ends_with(is_quote) {
        return None;
    }
    let rest = text[end..].strip_prefix(is_quote)?;
    let next = rest.trim_start().strip_prefix(',')?.trim_start().strip_prefix(is_quote)?;
    let start = text.len() - next.len();
    let length = next.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')).count();
    (length >= id.secret && rest.len() - next.len() <= BETWEEN && next[length..].starts_with(is_quote))
        .then_some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_behind_an_accounts_id() {
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
