//! What stands behind the name of a secret and is none: words of people, of programs and of their documents.

use super::LEAST;
use super::loose::{is_in_parts, is_plausible, is_token};
use super::names::{self, is_password};

/// Words of code, help and messages.
const WORDS: [&str; 49] = [
    "str", "string", "int", "integer", "number", "any", "text", "object", "optional", "required", "missing", "invalid",
    "expired", "error", "empty", "ok", "is", "not", "the", "await", "a", "an", "at", "see", "must", "should", "no",
    "yes", "for", "of", "to", "in", "from", "minimum", "maximum", "min", "max", "files", "default", "enabled",
    "disabled", "off", "on", "below", "needed", "todo", "try", "new", "!ref",
];

/// Whether a value is such a word.
pub(super) fn is_word(value: &str) -> bool {
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(value))
}

/// Whether what stands behind a name is said in words, or is something else that is no secret of this name.
pub(crate) fn is_said(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_chosen = is_password(&name);
    is_word(value)
        || is_to_come(value)
        || is_path(&name, value)
        || !is_chosen && (is_in_words(value) || is_sentence(value))
        || name.trim_end_matches('s').ends_with("cookie") && is_no_cookie(value)
        || name.ends_with("ticket") && is_of_desk(value)
}

/// What documents and languages write for a value that is to come: `your-token`, `%s`, `$1`, `:token`.
fn is_to_come(value: &str) -> bool {
    let is_yours = value.get(..4).is_some_and(|your| your.eq_ignore_ascii_case("your"))
        && value[4..].starts_with(['-', '_'])
        && !value.bytes().any(|byte| byte.is_ascii_digit());
    let name = value.strip_prefix([':', '@']);
    is_yours || value.len() < 4 && value.starts_with(['%', '$']) || name.is_some_and(names::tells)
}

/// Whether a value is the way to a file, a path in code or a name with a host.
fn is_path(name: &str, value: &str) -> bool {
    let rest = value.strip_prefix("file://").unwrap_or(value);
    if name.ends_with("pwd") && (rest.starts_with('/') || rest.get(1..3) == Some(":\\")) {
        return name == "pwd" || name == "oldpwd";
    }
    let is_one = rest.starts_with('/') && rest[1..].contains('/')
        || rest.contains("::")
        || rest.split_once('/').is_some_and(|(host, _)| host.contains('.'));
    is_one && is_in_parts(rest)
}

/// Whether a value is said in Chinese, with no word of other letters in it that could be a secret: what gateways give out has
/// none of its characters.
fn is_in_words(value: &str) -> bool {
    let is_chinese = |char: char| matches!(char, '\u{3400}'..='\u{9fff}');
    !value.is_ascii()
        // What brackets hold may be anything.
        && !value.starts_with(['{', '['])
        && value.contains(is_chinese)
        && value.split(|char: char| !char.is_ascii_graphic()).all(|word| word.len() < LEAST)
}

/// Whether a value is a sentence in English.
fn is_sentence(value: &str) -> bool {
    let is_word = |word: &str| word.trim_end_matches(['.', ',']).bytes().all(|byte| byte.is_ascii_alphabetic());
    value.split(' ').count() > 2 && value.split(' ').all(is_word)
}

/// Whether a value has no part of a cookie in it: `enabled`, `3`.
fn is_no_cookie(value: &str) -> bool {
    !value.contains(['=', '{', '[']) && !is_token(value) && !is_plausible(value)
}

/// Whether a value is the number of a case at a desk: `INC0012345`, `PROJ-42`.
fn is_of_desk(value: &str) -> bool {
    let number = value.trim_start_matches(|char: char| char.is_ascii_uppercase());
    let digits = number.trim_start_matches(['-', '#']);
    let is_number = (1..=10).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && number.len() < value.len()
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked};

    #[test]
    fn what_is_said_is_no_secret() {
        for text in [
            "cookies: 3 accepted",
            "cookie: enabled",
            "{\"cookies\": 3, \"cookie\": \"off\"}",
            "ticket=INC0012345",
            "ticket: PROJ-42",
            "passwd: files systemd",
            "secret: kubernetes.io/secret",
            "secret: /var/run/secrets/kubernetes.io/serviceaccount",
            "token: file:///etc/token",
            "PWD=/home/user1/a",
            "using Token = std::string;",
            "token: an opaque string",
            "password: at least 8 characters",
            "secret: see below",
            "{\"secret\": \"kept in the vault\"}",
            "token: YOUR_TOKEN_HERE",
            "token: your-token-here",
            "log(\"token: %s\", token)",
            "token=$1",
            "where token = :token",
            "credential: default",
            "let token = try await fetch()",
        ] {
            assert_eq!(masked(text), text);
        }
        for (before, behind) in [
            ("cookie: ", "; Path=/"),
            ("{\"cookies\": \"", "\"}"),
            ("ticket=", "&a=1"),
            ("password: ", " x"),
            ("secret: /", "\n"),
        ] {
            let text = format!("{before}Zq7Lw2Xn9Kd4Vb8Rt3Yp{behind}");
            assert!(!masked(&text).contains("Zq7L") && masked(&text).contains(MASK), "{}", masked(&text));
        }
        for text in ["cookie: a=b", "password: letmein", "passphrase: \"correct horse battery\"", "PWD=s3cret/1"] {
            assert!(masked(text).contains(MASK), "{text}");
        }
    }
}
