//! A JSON web token: a head, what it says and a signature, each in base64, with dots between.

use std::ops::Range;

use super::{base64, json};

/// The parts by their names, and where they stand; none for any other text.
pub(crate) fn parts(text: &str) -> Option<[(&'static str, Range<usize>); 3]> {
    // `{"` in base64.
    if !text.starts_with("eyJ") {
        return None;
    }
    let first = text.find('.')?;
    let second = first + 1 + text[first + 1..].find('.')?;
    let parts = [("header", 0..first), ("payload", first + 1..second), ("signature", second + 1..text.len())];
    if !parts.iter().all(|(_, range)| is_part(&text[range.clone()])) {
        return None;
    }
    let head = base64::decode(&text[..first]).ok()?;
    let tree = json::Tree::read(&head).ok()?;
    tree.root().get("alg").is_some().then_some(parts)
}

/// Whether a text can be a part.
pub(crate) fn is_part(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_=".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn only_a_head_that_names_its_algorithm_makes_one() {
        assert!(parts("eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln").is_some());
        for text in
            ["eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ", "eyJhIjoxfQ.eyJhIjoxfQ.a", "a.b.c", "eyJhbGciOiJIUzI1NiJ9.a b.c"]
        {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
