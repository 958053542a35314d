//! Tests.

use super::*;
use crate::state::State;

/// One edit of a small text of `yunzhenji.send_message`, which is set in lines.
fn check(text: &str, path: &str, edit: Edit, expected: &str) {
    let schema = State::entry_of("yunzhenji.send_message").schema();
    assert_eq!(apply(schema, text, path, &edit).as_deref(), Some(expected));
}

#[test]
fn a_leaf_changes_and_no_other_byte() {
    check(
        "{ \"wxid\" :\t\"a\",\r\n\"x\": 1.50 }",
        "/wxid",
        Edit::Text("b\"<\n".into()),
        "{ \"wxid\" :\t\"b\\\"<\\n\",\r\n\"x\": 1.50 }",
    );
}

#[test]
fn numbers_stay_as_they_are_typed_and_anything_else_is_kept_as_text() {
    let text = r#"{"x": 1}"#;
    check(text, "/x", Edit::Number(" 12345678901234567890 ".into()), r#"{"x": 12345678901234567890}"#);
    check(text, "/x", Edit::Number("1.50".into()), r#"{"x": 1.50}"#);
    check(text, "/x", Edit::Number("007".into()), r#"{"x": "007"}"#);
    check(text, "/x", Edit::Number("".into()), r#"{"x": ""}"#);
}

#[test]
fn a_field_is_added_behind_the_one_before_it_and_laid_out_like_it() {
    check(
        "{\n  \"wxid\": \"a\",\n  \"own\": 1\n}",
        "/messages",
        Edit::Begin,
        "{\n  \"wxid\": \"a\",\n  \"messages\": [\n    {\n      \"msg_type\": \"text\",\n      \"content\": {\n        \"items\": [\n          {\n            \"type\": \"text\",\n            \"text\": \"\"\n          }\n        ]\n      }\n    }\n  ],\n  \"own\": 1\n}",
    );
    check("{}", "/wxid", Edit::Begin, r#"{"wxid": ""}"#);
    check(r#" {"wxid": null}"#, "/wxid", Edit::Begin, r#" {"wxid": ""}"#);
}

#[test]
fn items_change_places_with_what_is_between_them_left_alone() {
    let text = r#"{"messages": [ 1 ,2,  {} ]}"#;
    check(text, "/messages/2", Edit::Up, r#"{"messages": [ 1 ,{},  2 ]}"#);
    check(text, "/messages/0", Edit::Down, r#"{"messages": [ 2 ,1,  {} ]}"#);
    check(text, "/messages/1", Edit::Remove, r#"{"messages": [ 1,  {} ]}"#);
    let schema = State::entry_of("yunzhenji.send_message").schema();
    assert_eq!(apply(schema, text, "/messages/0", &Edit::Up), None);
    assert_eq!(apply(schema, text, "/messages/2", &Edit::Down), None);
}

#[test]
fn an_item_is_added_with_what_it_needs() {
    let item = r#"{"msg_type": "text", "content": {"items": [{"type": "text", "text": ""}]}}"#;
    check(r#"{"messages": []}"#, "/messages", Edit::Append, &format!(r#"{{"messages": [{item}]}}"#));
    check(r#"{"messages": [1]}"#, "/messages", Edit::Append, &format!(r#"{{"messages": [1, {item}]}}"#));
}

#[test]
fn another_variant_keeps_what_both_have() {
    let message = |inside: &str| format!(r#"{{"messages": [{{{inside}}}]}}"#);
    check(
        &message(r#""msg_type": "picture", "content": {"url": "u"}, "delayed_time": 7, "own": [1.0]"#),
        "/messages/0",
        Edit::Variant("announcement".into()),
        &message(r#""msg_type": "announcement", "content": {"text": ""}, "delayed_time": 7, "own": [1.0]"#),
    );
}

#[test]
fn a_type_is_changed_and_digits_stay() {
    let text = r#"{"messages": [{"msg_type": "text", "api_send_id": "12"}]}"#;
    let number = r#"{"messages": [{"msg_type": "text", "api_send_id": 12}]}"#;
    check(text, "/messages/0/api_send_id", Edit::Alternative(1), number);
    check(number, "/messages/0/api_send_id", Edit::Alternative(0), text);
}
