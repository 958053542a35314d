//! What stands for a value that is still to come.

use super::MASK;

/// A name for a value that is to come: `{{token}}`, `${TOKEN}`, `$TOKEN`, `%TOKEN%`, `<token>`, or a masked one.
/// Whoever put a secret between the braces of an example has put a secret there.
pub(crate) fn is_variable(value: &str) -> bool {
    let inner = |open: &str, close: &str| value.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let between = |open: &str, close: &str| {
        let (_, rest) = value.split_once(open)?;
        rest.split_once(close).map_or(Some(rest), |(inner, _)| Some(inner))
    };
    let is_name = |char: char| char.is_alphanumeric() || "_.:-".contains(char);
    let name = |text: &str| !text.is_empty() && text.chars().all(is_name) && !is_random(text);
    value.contains(MASK)
        || value.contains("}}") && between("{{", "}}").is_some_and(|text| !is_random(text))
        || between("${", "}").is_some_and(|text| !is_random(text)) && default_of(value).is_none_or(is_no_default)
        || inner("%", "%").is_some_and(name)
        || inner("{", "}").is_some_and(name)
        || inner("<", ">").is_some_and(|text| !text.contains(['<', '>']) && !is_random(text))
        || value
            .strip_prefix('$')
            .is_some_and(|rest| name(rest) && !rest.starts_with(|char: char| char.is_ascii_digit()))
}

/// What a shell takes where a variable has no value, and all behind it: `…}` of `${TOKEN:-…}`.
pub(super) fn default_of(value: &str) -> Option<&str> {
    let rest = value.strip_prefix("${")?;
    let rest = rest.trim_start_matches(|char: char| char.is_ascii_alphanumeric() || char == '_');
    [":-", ":=", ":+", "-", "=", "+"].iter().find_map(|sign| rest.strip_prefix(sign))
}

/// Whether there is nothing, or another variable.
fn is_no_default(default: &str) -> bool {
    default.trim_start_matches(['"', '\'', '\\']).starts_with(['}', '$'])
}

/// Whether digits stand amid the letters of a long text again and again, as in no name: hexadecimal, a UUID, a token.
pub(crate) fn is_random(text: &str) -> bool {
    let text = text.trim();
    let is_one = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let changes = text.as_bytes().windows(2).filter(|two| two[0].is_ascii_digit() != two[1].is_ascii_digit()).count();
    text.len() >= 20 && is_one && changes >= 6
}

#[cfg(test)]
mod tests {
    use super::is_variable;

    #[test]
    fn a_name_stands_for_a_value_and_a_secret_in_braces_is_one() {
        for name in [
            "{{token}}",
            "{{ $env.GEWE_TOKEN }}",
            "Bearer {{token}}",
            "${TOKEN:-}",
            "$TOKEN",
            "%TOKEN%",
            "<token>",
            "{{accessTokenForRobot2024}}",
            "${WX_TOKEN_2024_PROD_01}",
            "${TOKEN:-$OTHER}",
            "${TOKEN-\"\"}",
        ] {
            assert!(is_variable(name), "{name}");
        }
        for secret in [
            "c9ffbedb9aeb471db49d92453ea21a17",
            "Zq7Rk2Lw9_Xv4Bn1Mt6Yc3Pd8Hs5J",
            "693a91f6-7a0c-4b2e-9d51-0c3f7e2a8b14",
        ] {
            for (open, close) in [
                ("{{", "}}"),
                ("${", "}"),
                ("{", "}"),
                ("<", ">"),
                ("%", "%"),
                ("$", ""),
                ("${T:-", "}"),
                ("${T=\"", "\"}"),
            ] {
                assert!(!is_variable(&format!("{open}{secret}{close}")), "{open}{secret}{close}");
            }
        }
    }
}
