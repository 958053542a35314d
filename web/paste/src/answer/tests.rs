//! What is drawn, and what never is.

use wxwire::layer::json::Tree;

use super::*;

fn drawn(text: &str, lang: Lang) -> String {
    markup(&Pasted { bytes: text.as_bytes(), read_as: "", open: None }, lang).into_string()
}

#[test]
fn every_reply_of_the_catalog_is_told_in_both_languages() {
    for entry in wxwire::catalog::entries()
        .filter(|entry| entry.gateway.recognises(Tree::parse(&entry.reply()).expect("JSON").root()))
    {
        for (lang, word) in [(Lang::Zh, "回复"), (Lang::En, "reply")] {
            let drawn = drawn(&entry.reply(), lang);
            assert!(drawn.contains("data-kind=\"reply\"") && drawn.contains(word), "{}: {drawn}", entry.id);
            assert!(drawn.contains("class=\"judged\" data-level=\""), "{}: {drawn}", entry.id);
        }
    }
}

#[test]
fn what_comes_from_outside_never_becomes_markup() {
    let evil = "<script>alert(1)</script>\"'&";
    let quoted = wxwire::layer::json::quote(evil);
    for text in [evil.to_owned(), format!("{{{quoted}: {quoted}, \"errcode\": 1, \"errmsg\": {quoted}}}")] {
        let drawn = drawn(&text, Lang::En);
        assert!(!drawn.contains("<script") && drawn.contains("&lt;script"), "{drawn}");
    }
}

#[test]
fn secrets_are_masked() {
    let drawn = drawn(r#"{"errcode": 0, "access_token": "CANARY-abcdef", "x": "CANARY-abcdef"}"#, Lang::Zh);
    assert!(!drawn.contains("CANARY") && drawn.contains("•••"), "{drawn}");
}

#[test]
fn what_is_drawn_is_bounded_and_the_rest_is_counted() {
    let many = format!("[{}]", vec!["1"; 10_000].join(","));
    let long = format!("[\"{}\"]", "你".repeat(1_000_000));
    for (text, said) in [(many, "9700 more are not listed"), (long, "3000000 bytes")] {
        let drawn = drawn(&text, Lang::En);
        assert!(drawn.len() < 200_000 && drawn.contains(said), "{}", drawn.len());
    }
}

#[test]
fn what_cannot_be_read_says_so() {
    assert!(drawn("", Lang::Zh).contains("无法读取"));
    assert!(drawn("{\"a\": ", Lang::En).contains("Inside"));
}
