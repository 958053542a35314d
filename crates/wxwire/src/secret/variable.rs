//! What stands for a value that is still to come.

use super::MASK;

/// A name for a value that is to come: `{{token}}`, `${TOKEN}`, `$TOKEN`, `%TOKEN%`, `<token>`, or a masked one.
pub(crate) fn is_variable(value: &str) -> bool {
    let inner = |open: &str, close: &str| value.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let name =
        |text: &str| !text.is_empty() && text.chars().all(|char| char.is_alphanumeric() || "_.:-".contains(char));
    value.contains(MASK)
        || value.contains("{{") && value.contains("}}")
        || value.contains("${")
        || inner("%", "%").is_some_and(name)
        || inner("{", "}").is_some_and(name)
        || inner("<", ">").is_some_and(|text| !text.contains(['<', '>']))
        || value
            .strip_prefix('$')
            .is_some_and(|rest| name(rest) && !rest.starts_with(|char: char| char.is_ascii_digit()))
}
