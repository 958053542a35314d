//! What is read of an answer, and how it is shown.

use super::*;

/// The level of what is told, and its markup in English.
fn read(status: u16, body: &str) -> (String, String) {
    let told = told(status, |_| body.into());
    let tree = Tree::parse(&told).expect("JSON");
    let text = |name| tree.root().get(name).and_then(string).expect("a text");
    assert!(!text("zh").is_empty());
    (text("level"), text("en"))
}

#[test]
fn an_answer_is_shown_to_the_digit() {
    let body = r#"{"request": {"method": "POST", "url": "http://x/"}, "verdict": {"level": "queued", "reasons": [],
        "ids": [{"name": "id", "value": "9223372036854775809", "path": "/id"}]}, "reply": {"id":9223372036854775809}}"#;
    let (level, markup) = read(200, body);
    assert_eq!(level, "queued");
    for part in ["<bdi>9223372036854775809</bdi>", "{\n  &quot;id&quot;: 9223372036854775809\n}", "POST http://x/"] {
        assert!(markup.contains(part), "{markup}");
    }
}

#[test]
fn only_a_refusal_in_the_commands_own_words_was_not_sent() {
    let refused = |code: &str| format!(r#"{{"error": {{"code": "{code}", "message": "m"}}}}"#);
    let cases = [
        (400, refused("not_sent"), "not_sent"),
        (400, refused("invalid"), "invalid"),
        (403, refused("token"), "not_sent"),
        (500, refused("not_sent"), "unknown"),
        (400, refused("else"), "unknown"),
        (400, r#"{"error": {"message": "m"}}"#.to_owned(), "unknown"),
        (200, r#"{"verdict": {"level": "queu"#.to_owned(), "unknown"),
        (200, r#"{"verdict": {"level": "strange"}}"#.to_owned(), "unknown"),
        (502, r#"{"verdict": {"level": "queued"}}"#.to_owned(), "unknown"),
        (200, "<html>a proxy</html>".to_owned(), "unknown"),
        (200, String::new(), "unknown"),
    ];
    for (status, body, expected) in cases {
        let (level, markup) = read(status, &body);
        assert_eq!(level, expected, "{status} {body}");
        assert_eq!(markup.contains("cannot be read"), level == "unknown", "{markup}");
        assert!(!markup.contains("<html>"), "{markup}");
    }
}

#[test]
fn what_does_not_show_is_isolated_and_named() {
    let (level, markup) = read(200, r#"{"verdict": {"level": "refused", "message": "a\u2066b", "code": "\u0007"}}"#);
    assert_eq!(level, "refused");
    assert!(markup.contains("<bdi>a\u{2066}b</bdi>") && markup.contains("U+2066"), "{markup}");
    assert!(markup.contains("U+0007"), "{markup}");
}

#[test]
fn a_long_reply_is_cut_between_characters() {
    let (_, markup) = read(200, &format!(r#"{{"verdict": {{"level": "queued"}}, "reply": "a{}"}}"#, "字".repeat(2000)));
    assert!(markup.contains("(the first 4 kB)"), "{markup}");
    assert_eq!(markup.matches('字').count(), 1365);
}
