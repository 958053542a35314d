//! What of a Rust file is code: no comments, no tests.

/// The text before its tests, which stand last.
pub(super) fn without_tests(text: &str) -> &str {
    let mut from = 0;
    while let Some(at) = text[from..].find("#[cfg(test)]") {
        let (start, end) = (from + at, from + at + "#[cfg(test)]".len());
        let item = text[end..].lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        if item.starts_with("mod ") && item.ends_with('{') {
            return &text[..start];
        }
        from = end;
    }
    text
}

/// The text with every comment blanked; line breaks stay, so that lines keep their numbers.
pub(super) fn comments_blanked(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = token(rest).max(first.len_utf8());
        let (piece, behind) = rest.split_at(length);
        if piece.starts_with("//") || piece.starts_with("/*") {
            code.extend(piece.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        } else {
            code.push_str(piece);
        }
        rest = behind;
    }
    code
}

/// The length of the comment, the string or the quoted character that a text begins with; 0 for anything else.
fn token(text: &str) -> usize {
    let all = text.len();
    let through = |from: usize, end: &str| text[from..].find(end).map_or(all, |at| from + at + end.len());
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(all);
    }
    if text.starts_with("/*") {
        return through(2, "*/");
    }
    if text.starts_with('"') {
        return escaped(text);
    }
    if text.starts_with("'\"'") || text.starts_with("'\\\"'") {
        return through(2, "'");
    }
    let hashes = text.strip_prefix('r').map_or(0, |behind| behind.len() - behind.trim_start_matches('#').len());
    if text.starts_with('r') && text[1 + hashes..].starts_with('"') {
        return through(2 + hashes, &format!("\"{}", "#".repeat(hashes)));
    }
    0
}

/// The length of a string in which a backslash hides what follows it.
fn escaped(text: &str) -> usize {
    let mut hidden = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !hidden => return at + 1,
            _ => hidden = c == '\\' && !hidden,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{comments_blanked, without_tests};

    fn check(text: &str, expected: &str) {
        assert_eq!(comments_blanked(text), expected);
    }

    #[test]
    fn comments_go_and_strings_stay() {
        check("a // b\nc", "a     \nc");
        check("a /* b\n */ c", "a     \n    c");
        check(r#"x("http://y") // z"#, r#"x("http://y")     "#);
        check(r##"r#"a " // b"# // c"##, r##"r#"a " // b"#     "##);
        check(r#""\" // a" // b"#, r#""\" // a"     "#);
        check(r#"'"' // a"#, r#"'"'     "#);
        check("\"never closed // a", "\"never closed // a");
        check("// 中文", "     ");
    }

    #[test]
    fn tests_are_cut_off() {
        assert_eq!(without_tests("a\n#[cfg(test)]\nmod tests {\nb\n}"), "a\n");
        assert_eq!(without_tests("#[cfg(test)]\nmod tests;\na"), "#[cfg(test)]\nmod tests;\na");
    }
}
