//! No text makes it stumble: the vendors' pages cut off anywhere, with any byte changed, their lines in any order.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use wxwire::layer::json::Tree;
use wxwire::learn::page;

use crate::seeds::SEEDS;

/// Learns it, whatever comes of that; every note names a place of the text.
fn learn(text: &str) {
    let begun = Instant::now();
    if let Ok(learned) = page(text) {
        // A number is JSON's whatever its exponent, which not every reader holds.
        assert!(Tree::parse(&learned.document).is_ok(), "{}", learned.document);
        for note in &learned.notes {
            assert!(text.get(note.span.clone()).is_some(), "{note:?}");
        }
    }
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?} for {} bytes", begun.elapsed(), text.len());
}

fn seed() -> impl Strategy<Value = &'static str> {
    prop::sample::select(SEEDS.iter().map(|(_, text)| *text).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_page_that_is_cut_off(seed in seed(), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let places: Vec<usize> = seed.char_indices().map(|(at, _)| at).chain([seed.len()]).collect();
        let (one, other) = (*from.get(&places), *to.get(&places));
        learn(&seed[..one]);
        learn(&seed[one.min(other)..one.max(other)]);
    }

    #[test]
    fn a_page_with_bytes_changed(seed in seed(), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = seed.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        learn(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_page_in_disorder(lines in seed().prop_flat_map(|seed| Just(seed.lines().collect::<Vec<_>>()).prop_shuffle())) {
        learn(&lines.join("\n"));
    }

    #[test]
    fn pieces_of_pages(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60), text in "\\PC{0,40}") {
        learn(&pieces.concat());
        learn(&format!("POST\n/a\n{}{text}{}", pieces.concat(), pieces.join("\n")));
    }
}

const PIECES: [&str; 42] = [
    "请求URL",
    "请求参数",
    "Body 参数",
    "返回响应",
    "示例",
    "\n",
    "\n",
    "\n",
    "\t",
    "|",
    " ",
    "{",
    "}",
    "[",
    "]",
    "\"a\"",
    ":",
    "1",
    ",",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "<pre>",
    "</pre>",
    "<",
    "&lt;",
    "&#",
    "a.b[0].c",
    "string",
    "必需",
    "array[object {2}]",
    "└",
    "参数名 必选 类型 说明",
    "```",
    "curl 'http://h/p?a=b' -d '",
    "'",
    "POST /p HTTP/1.1",
    "{id}",
    "枚举值",
    ">= 1 字符",
    "\u{a0}",
];

/// What repeats without end takes time in its measure.
#[test]
fn large_pages_end_soon() {
    let many = |piece: &str| piece.repeat((1 << 18) / piece.len());
    for piece in [
        "<",
        "<a",
        "<td>",
        "<pre>",
        "<script>",
        "<span></span>",
        "&",
        "&lt;",
        "|a|b|c|\n",
        "{\n",
        "[\n",
        "{\"a\":",
        "\"",
        "a\nstring\n必需\n",
        "a\nobject\n必需\n",
        "请求URL\n- /a\n",
        "POST\n/a\n",
        "示例\n{}\n",
        "```\n",
        "curl -d '\n",
        "参数名必选类型说明\n",
        "idstring是\n",
        "说明",
        "a.b.c\tstring\n",
        "POST / HTTP/1.1\n",
        "参数名\n类型\n说明\n",
    ] {
        let text = format!("标题\n\n请求URL\n- http://h.example/a\n\n请求方式\n- POST\n\n请求参数\n\n{}", many(piece));
        learn(&text);
        learn(&format!("标题\nPOST\n/a\nBody 参数application/json\n{}", many(piece)));
        learn(&many(piece));
    }
}

/// Objects in objects, and lists in lists, as deep as anyone likes.
#[test]
fn depth_is_bounded() {
    let deep = |open: &str, close: &str| {
        format!("标题\nPOST\n/a\n请求参数\n示例\n{}1{}\n", open.repeat(100), close.repeat(100))
    };
    learn(&deep("{\"a\":", "}"));
    learn(&format!("标题\nPOST\n/a\n请求参数\n示例\n{{\"a\":{}{}}}", "[".repeat(100), "]".repeat(100)));
    let name = vec!["a"; 300].join(".");
    learn(&format!("标题\nPOST\n/a\nBody 参数\n{name}\nstring\n必需\n|参数名|类型|\n|{name}|string|\n"));
}

#[test]
fn what_another_program_has_to_convert_is_named() {
    let words = |text: &str| {
        wxwire::learn::learn(text.as_bytes(), Some("acme")).expect_err("not read").message(wxwire::lang::Lang::En)
    };
    for yaml in ["openapi: 3.1.0\npaths: {}\n", "# ours\n'openapi': 3.0.0\n", "swagger: '2.0'\n"] {
        assert_eq!(words(yaml), "should look like JSON, is YAML");
    }
    assert_eq!(words(r#"{"swagger": "2.0", "paths": {}}"#), "should look like OpenAPI 3.0, 3.1, is OpenAPI 2.0");
    assert_eq!(words(r#"{"openapi": 2}"#), "should look like OpenAPI 3.0, 3.1, is 2");
    assert_eq!(words("openapi is a word of this page"), "holds no request and no JSON");
}

#[test]
fn too_much_is_refused() {
    let problem = page(&" ".repeat((4 << 20) + 1)).expect_err("too large");
    assert_eq!(problem.code, wxwire::problem::Code::TooLarge);
    assert_eq!(page(" \n").expect_err("empty").code, wxwire::problem::Code::Empty);
    assert_eq!(page("你好").expect_err("no call").code, wxwire::problem::Code::NoRequest);
}
