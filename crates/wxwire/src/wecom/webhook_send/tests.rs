//! What is wrong with a robot's message.

use crate::catalog;
use crate::problem::{Code, Severity};

/// What is wrong with some values: code, severity, path.
fn check(values: &str) -> Vec<(Code, Severity, String)> {
    let problems = catalog::find("wecom.webhook_send").expect("in the catalog").check(values.as_bytes());
    problems.into_iter().map(|problem| (problem.code, problem.severity, problem.path)).collect()
}

fn warning(code: Code, path: &str) -> (Code, Severity, String) {
    (code, Severity::Warning, path.to_owned())
}

#[test]
fn only_text_mentions_by_lists() {
    let markdown = r#"{"msgtype": "markdown", "markdown": {"content": "x", "mentioned_mobile_list": ["13800000000"]}}"#;
    let path = "/markdown/mentioned_mobile_list";
    assert_eq!(check(markdown), [warning(Code::UnknownField, path), warning(Code::Ignored, path)]);
}

#[test]
fn the_second_markdown_has_no_colours_and_no_mentions() {
    let content =
        |text: &str| check(&format!(r#"{{"msgtype": "markdown_v2", "markdown_v2": {{"content": "{text}"}}}}"#));
    assert_eq!(content("# x"), []);
    assert_eq!(content("<font color='info'>x</font>"), [warning(Code::Ignored, "/markdown_v2/content")]);
    assert_eq!(content("<@zhangsan>"), [warning(Code::Ignored, "/markdown_v2/content")]);
}

#[test]
fn a_picture_is_one_and_has_its_md5() {
    let image = |base64: &str, md5: &str| {
        check(&format!(r#"{{"msgtype": "image", "image": {{"base64": "{base64}", "md5": "{md5}"}}}}"#))
    };
    let md5 = "d41d8cd98f00b204e9800998ecf8427e";
    assert_eq!(image("/9j/4AAQ", md5), []);
    assert_eq!(image("R0lGODlh", md5), [warning(Code::WrongForm, "/image/base64")]);
    let short: Vec<_> = image("/9j/4AAQ", "MD5").into_iter().map(|(code, ..)| code).collect();
    assert_eq!(short, [Code::TooShort, Code::BadCharacter]);
    // A limit counts the bytes of the picture.
    let large =
        |bytes: usize| image(&crate::layer::base64::encode(&[&[0xff, 0xd8, 0xff], &*vec![0; bytes - 3]].concat()), md5);
    assert_eq!(large(2 << 20), []);
    assert_eq!(large((2 << 20) + 1), [(Code::TooLong, Severity::Error, "/image/base64".to_owned())]);
}

/// Limits of texts count bytes: a Chinese character is three.
#[test]
fn a_limit_counts_bytes() {
    let text =
        |length: usize| check(&format!(r#"{{"msgtype": "text", "text": {{"content": "{}"}}}}"#, "汉".repeat(length)));
    assert_eq!(text(2048 / 3), []);
    assert_eq!(text(2048 / 3 + 1), [(Code::TooLong, Severity::Error, "/text/content".to_owned())]);
    let news = |title: &str| {
        check(&format!(
            r#"{{"msgtype": "news", "news": {{"articles": [{{"title": "{title}", "url": "https://a.cn"}}]}}}}"#
        ))
    };
    assert_eq!(news(&"汉".repeat(42)), []);
    assert_eq!(news(&"汉".repeat(43)), [warning(Code::TooLong, "/news/articles/0/title")]);
}

/// The object that `msgtype` names must be there.
#[test]
fn a_kind_has_its_object() {
    let problems = check(r#"{"msgtype": "news", "text": {"content": "x"}}"#);
    assert_eq!(problems, [(Code::Required, Severity::Error, "/news".to_owned()), warning(Code::UnknownField, "/text")]);
    let asking = r#"{"msgtype": "template_card", "template_card": {"card_type": "vote_interaction"}}"#;
    assert_eq!(check(asking), [(Code::UnknownValue, Severity::Error, "/template_card/card_type".to_owned())]);
}

/// Colours that Markdown does not have, and what is no member's id.
#[test]
fn what_is_shown_otherwise_is_told() {
    let markdown =
        |content: &str| check(&format!(r#"{{"msgtype": "markdown", "markdown": {{"content": "{content}"}}}}"#));
    assert_eq!(markdown("<font color='info'>a</font><font color=\\\"warning\\\">b</font>"), []);
    for colour in ["'red'", "\\\"#ff0000\\\"", "red"] {
        let found = markdown(&format!("<font color='info'>a</font> <font color={colour}>b</font>"));
        assert_eq!(found, [warning(Code::UnknownValue, "/markdown/content")], "{colour}");
    }
    let mention =
        |ids: &str| check(&format!(r#"{{"msgtype": "text", "text": {{"content": "x", "mentioned_list": {ids}}}}}"#));
    assert_eq!(mention(r#"["zhang.san-1", "@all"]"#), []);
    assert_eq!(mention(r#"["a", "张三"]"#), [warning(Code::WrongForm, "/text/mentioned_list/1")]);
}
