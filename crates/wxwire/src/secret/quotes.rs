//! The quotes around names and values in code, whatever language it is in.

/// Whether a sign is a quote of some language.
pub(super) fn is_quote(char: char) -> bool {
    matches!(char, '"' | '\'' | '`')
}

/// What stands behind the quotes that a text begins with, and behind other signs that may stand between them.
pub(super) fn behind<'t>(text: &'t str, others: &[char]) -> &'t str {
    text.trim_start_matches(|char| is_quote(char) || others.contains(&char))
}
