//! What is read, what is not and where, and edits that touch one place.

use super::*;
use crate::layer::{MAX_BYTES, MAX_DEPTH};
use crate::problem::{Code, Problem};

fn fault(text: &str) -> Problem {
    Tree::parse(text).expect_err("a fault")
}

/// A text with `^` before the byte at which reading stops, and the pointer to where that is.
fn check_syntax(marked: &str, pointer: &str, expected: &str) {
    let at = marked.find('^').expect("a mark");
    let problem = fault(&marked.replace('^', ""));
    assert_eq!(problem.code, Code::Syntax, "{marked}");
    let span = problem.span.clone().expect("a place");
    assert_eq!((span.start, problem.path.as_str(), problem.expected.as_str()), (at, pointer, expected), "{marked}");
}

#[test]
fn names_the_place_of_a_fault() {
    check_syntax(r#"{"a": [1, ^]}"#, "/a/0", "value");
    check_syntax(r#"{"a": 1 ^"b": 2}"#, "/a", ", }");
    check_syntax(r#"{"a"^,24}"#, "", ":");
    check_syntax(r#"{"a": 1, ^}"#, "", "\"key\"");
    check_syntax("[1 ^2]", "/0", ", ]");
    check_syntax("{} ^x", "", "end");
    check_syntax("[^tru", "", "value");
    check_syntax("[\"a^\u{1}\"]", "", "\\escape");
    check_syntax("[-^]", "", "digit");
    check_syntax("[1.^e5]", "", "digit");
    check_syntax("[0^1]", "/0", ", ]");
    check_syntax(r#"["^\x"]"#, "", "\\escape");
    check_syntax(r#"["^\u12"]"#, "", "\\uXXXX");
}

#[test]
fn bounds_what_comes_from_outside() {
    assert_eq!(fault("").code, Code::Empty);
    assert_eq!(fault(" \n").code, Code::Empty);
    assert_eq!(fault(&"[".repeat(10_000)).code, Code::TooDeep);
    assert_eq!(fault(&"[".repeat(10_000)).path.matches('/').count(), MAX_DEPTH - 1);
    let deep = "[".repeat(MAX_DEPTH) + &"]".repeat(MAX_DEPTH);
    assert!(Tree::parse(&deep).is_ok());
    let large = vec![b' '; MAX_BYTES + 1];
    let problem = Tree::read(&large).expect_err("too large");
    assert_eq!((problem.code, problem.actual), (Code::TooLarge, Some(MAX_BYTES as i64 + 1)));
    assert_eq!(Tree::read(b"[\"\xff\"]").expect_err("not UTF-8").span, Some(2..3));
}

#[test]
fn keeps_what_stands_there() {
    let text = r#"{"big": 13895574026529675281.10e+5, "a\/b~": ["\ud83d\ude00", "\u4f60", null], "big": 2}"#;
    let tree = Tree::parse(text).expect("JSON");
    assert_eq!(tree.root().members().next().expect("a member").1.source(), "13895574026529675281.10e+5");
    assert_eq!(tree.root().get("big").expect("the last wins").source(), "2");
    let inner = tree.root().find("/a~1b~0/0").expect("an escaped key");
    assert_eq!(inner.as_str().expect("text"), "😀");
    assert_eq!(inner.pointer(), "/a~1b~0/0");
    assert_eq!(tree.root().find("/a~1b~0/1").expect("text").as_str().expect("text"), "你");
    assert!(tree.root().find("/a~1b~0/3").is_none());
}

#[test]
fn finds_the_source_of_a_decoded_byte() {
    let tree = Tree::parse(r#"["a\n你\u4f60z"]"#).expect("JSON");
    let text = tree.root().find("/0").expect("text");
    let place = |decoded: usize| &tree.text()[text.source_offset(decoded)..];
    assert!(place(1).starts_with(r"\n"));
    assert!(place(2).starts_with('你'));
    assert!(place(5).starts_with(r"\u4f60"));
    assert!(place(8).starts_with("z\""));
}

#[test]
fn edits_touch_one_place() {
    let text = "{\n  \"a\": 1,\n  \"b\": [1, 2, 3],\n  \"c\": {}\n}";
    let tree = Tree::parse(text).expect("JSON");
    let at = |pointer: &str| tree.root().find(pointer).expect("a value");
    assert_eq!(replace(at("/b/1"), "\"x\""), text.replace("2,", "\"x\","));
    assert_eq!(remove(at("/a")), text.replace("\"a\": 1,\n  ", ""));
    assert_eq!(remove(at("/c")), text.replace(",\n  \"c\": {}", ""));
    assert_eq!(remove(at("/b/0")), text.replace("1, 2", "2"));
    assert_eq!(remove(at("/b/2")), text.replace(", 3", ""));
    assert_eq!(remove(tree.root()), "null");
    assert_eq!(insert(tree.root(), Some("a"), "n", "0"), text.replace("\"a\": 1,", "\"a\": 1,\n  \"n\": 0,"));
    assert_eq!(insert(tree.root(), None, "n", "0"), text.replace("\"a\"", "\"n\": 0,\n  \"a\""));
    assert_eq!(insert(at("/c"), None, "n", "0"), text.replace("{}", "{\"n\": 0}"));
    assert_eq!(append(at("/b"), "4"), text.replace("3]", "3, 4]"));
}

#[test]
fn retains_members_and_one_comma_between_them() {
    let check = |text: &str, expected: &str| {
        let tree = Tree::parse(text).expect("JSON");
        let kept = retain(tree.root(), |key| !key.is_str("x"));
        assert_eq!(kept, expected, "{text}");
        assert!(Tree::parse(&kept).is_ok(), "{kept}");
    };
    check(r#"{ "x": 1, "a": 2 }"#, r#"{ "a": 2 }"#);
    check(r#"{ "a": 2, "x": 1 }"#, r#"{ "a": 2 }"#);
    check(r#"{ "x": 1, "x": 2, "a": 3, "x": 4, "b": 5, "x": 6 }"#, r#"{ "a": 3, "b": 5 }"#);
    check(r#"{ "x": 1 }"#, r#"{  }"#);
    check(r#"{"a": {"x": 1}}"#, r#"{"a": {"x": 1}}"#);
}

#[test]
fn quotes_so_that_it_reads_back() {
    let text: String = (0..0x300).filter_map(char::from_u32).chain("你😀\u{2028}".chars()).collect();
    let json = quote(&text);
    assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), text);
    assert_eq!(Tree::parse(&json).expect("JSON").root().as_str().expect("text"), text);
}
