//! A block of statements in braces, which is no object.

/// Whether the brace at a place opens statements: text stands before it, and a word follows it that is no key.
pub(crate) fn is_block(text: &str, brace: usize) -> bool {
    let inner = text[brace + 1..].trim_start();
    let behind = inner.trim_start_matches(|char: char| char.is_alphanumeric() || matches!(char, '_' | '$' | '-'));
    let is_word = behind.len() < inner.len() && !inner.starts_with(|char: char| char.is_numeric());
    !text[..brace].trim().is_empty() && is_word && !is_key(behind)
}

/// Whether what stands behind a word makes a key or a member of it.
fn is_key(behind: &str) -> bool {
    behind.trim_start().starts_with([':', ',', '}', '：', '='])
}

#[cfg(test)]
mod tests {
    use super::is_block;

    #[test]
    fn statements_are_no_object() {
        let opens = |text: &str| is_block(text, text.find('{').expect("a brace"));
        for code in
            ["void f()\n{\n    String a = \"b\";", "if (x) {\n  return 1;", "} else { send(a) }", "x => { fetch(u) }"]
        {
            assert!(opens(code), "{code}");
        }
        for json in [
            "f({a: 1})",
            "POST /x (3ms) {\"a\": 1}",
            "(a) {a: 1}",
            "Map(3) {a=1}",
            "body {a: 1}",
            "() => ({a: 1})",
            "f() {}",
        ] {
            assert!(!opens(json), "{json}");
        }
    }
}
