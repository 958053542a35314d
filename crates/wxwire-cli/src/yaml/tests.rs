//! YAML as JSON, and what is refused.

use super::*;

fn json(text: &str) -> String {
    Yaml::read(text).expect("YAML").json
}

#[test]
fn values_are_those_of_json() {
    let table = [
        ("a: 1\nb: [x, ~, true, 1.50]", r#"{"a":1,"b":["x",null,true,1.50]}"#),
        ("200: 'no'\n'k': \"\\u4e2d\"", r#"{"200":"no","k":"中"}"#),
        (
            "n: 9007199254740993000000\nd: 2024-01-01\nz: 007",
            r#"{"n":9007199254740993000000,"d":"2024-01-01","z":"007"}"#,
        ),
        ("a: &x {b: 1}\nc: *x\nd: [*x, *x]", r#"{"a":{"b":1},"c":{"b":1},"d":[{"b":1},{"b":1}]}"#),
        ("a: &x {b: 1}\nc: {<<: *x, d: 2}", r#"{"a":{"b":1},"c":{"b":1,"d":2}}"#),
        ("t: |\n  one\n  two\nv: !!str 1", r#"{"t":"one\ntwo\n","v":"1"}"#),
        ("- 1\n---\n- 2", "[1]"),
    ];
    for (yaml, expected) in table {
        assert_eq!(json(yaml), expected, "{yaml}");
    }
}

#[test]
fn what_explodes_is_refused() {
    let mut text = format!("a0: &a0 [{}]\n", ["x"; 9].join(", "));
    for level in 1..40 {
        let before = format!("*a{}", level - 1);
        text += &format!("a{level}: &a{level} [{}]\n", [&*before; 9].join(", "));
    }
    let problem = Yaml::read(&text).expect_err("it grows without end");
    assert_eq!(problem.code, Code::TooLarge);
    let line = text[..problem.span.expect("a place").start].matches('\n').count();
    assert!((5..15).contains(&line), "{line}");
    let deep = "[".repeat(MAX_DEPTH + 1) + &"]".repeat(MAX_DEPTH + 1);
    assert_eq!(Yaml::read(&deep).expect_err("too deep").code, Code::TooDeep);
}

#[test]
fn what_is_no_json_is_refused_at_its_place() {
    for (text, at) in
        [("a: [1", 5), ("? [a]\n: 1", 2), ("a: *b", 3), ("中: 1\nb: &x 1\n*x : 2", 0), ("a: {<<: 1}", 8), ("", 0)]
    {
        let problem = Yaml::read(text).expect_err(text);
        if at > 0 {
            assert_eq!(problem.span.expect(text).start, at, "{text}");
        }
    }
}

#[test]
fn places_lead_back() {
    let text = "名: 一\nb:\n  c: here\n  d: [1, there]\n";
    let yaml = Yaml::read(text).expect("YAML");
    for word in ["here", "there"] {
        let at = yaml.json.find(&format!("\"{word}\"")).expect(word);
        assert!(text[yaml.place(text, &(at..at + 1))].starts_with(word), "{word}");
    }
}

/// A tab is named where it stands, and not where the text before it begins.
#[test]
fn a_tab_has_its_own_place() {
    let text = "a: 1\nb:\n  c: d\n\te: f\n";
    let problem = Yaml::read(text).expect_err("a tab");
    assert_eq!(problem.span.map(|span| span.start), text.find('\t'), "{}", problem.expected);
}

/// Whatever the bytes: an answer, and JSON where it is a good one.
#[test]
fn nothing_panics() {
    let seed = "openapi: 3.0.0\ninfo: {title: \"x\", v: &a [1, *a]}\npaths:\n  /a: {<<: *a, get: |\n    x\n}\n";
    for from in 0..seed.len() {
        for change in ["", "*", "&", "\t", "中", "]", "? ", "- ", "!!x ", "%"] {
            let text = format!("{}{change}{}", &seed[..from], &seed[from + 1..]);
            if let Ok(yaml) = Yaml::read(&text) {
                assert!(wxwire::layer::json::Tree::parse(&yaml.json).is_ok(), "{text}\n{}", yaml.json);
            }
        }
    }
}
