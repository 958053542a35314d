//! What a person pastes, and what is found in it.

mod answers;
mod around;
mod layers;
mod lines;
mod requests;
mod statuses;
mod whose;

use super::*;
use crate::layer::document::{Document, Guide};

const CALLBACK: &str = r#"{"TypeName":"Offline","Appid":"wx_a","Wxid":"w"}"#;

/// Each payload: its kind, and where it stands.
fn told(text: &str) -> Vec<(Kind, Option<String>)> {
    let all = parts(text.as_bytes(), None).expect("something");
    all.into_iter().map(|part| (part.explanation.kind, part.at)).collect()
}

fn at(pointer: &str) -> Option<String> {
    Some(pointer.to_owned())
}

fn levels(text: &str) -> Vec<Option<Level>> {
    let found = parts(text.as_bytes(), None).expect("parts");
    found.iter().map(|part| part.explanation.verdict.as_ref().map(|verdict| verdict.level)).collect()
}

#[test]
fn a_record_is_what_is_in_it() {
    let string = crate::layer::json::quote;
    let cases = [
        (format!("{{\"log\":{},\"stream\":\"stdout\"}}", string(&format!("got {CALLBACK}\n"))), "/log"),
        (format!("{{\"level\":\"info\",\"body\":{}}}", string(CALLBACK)), "/body"),
        (format!("{{\"level\":\"info\",\"req\":{{\"body\":{CALLBACK}}}}}"), "/req/body"),
        (format!("[{CALLBACK}]"), "/0"),
    ];
    for (text, pointer) in cases {
        assert_eq!(told(&text), [(Kind::Callback, at(pointer))], "{text}");
        // And in a line of a log.
        assert_eq!(told(&format!("x {text} y")).len(), 1, "{text}");
    }
    // A card in somebody's JSON is one of its values.
    let card = r#"{"xml":"<msg><appmsg><type>5</type></appmsg></msg>","a":1}"#;
    assert_eq!(told(card), [(Kind::Json, None)]);
}

#[test]
fn all_of_a_text_are_told_in_their_order() {
    let text = format!("{{\"trace_id\":\"abc\"}} got {CALLBACK}\n{{\"errcode\":40001,\"errmsg\":\"x\"}}\n{CALLBACK}");
    let all = parts(text.as_bytes(), None).expect("something");
    let kinds: Vec<_> = all.iter().map(|part| part.explanation.kind).collect();
    assert_eq!(kinds, [Kind::Json, Kind::Callback, Kind::Reply, Kind::Callback]);
    for part in &all {
        let what = &part.explanation;
        assert_eq!(&text.as_bytes()[what.payload.clone()], &*part.payload);
        let line = &what.lines[0];
        assert_eq!(text[line.span.clone()].trim_matches('"'), line.value);
    }
    assert!(!all[0].is_known() && all[1].is_known());
}

#[test]
fn a_callback_that_came_twice_has_the_same_key() {
    let message = |id: u64| {
        format!(
            r#"{{"TypeName":"AddMsg","Appid":"wx_a","Wxid":"w","Data":{{"MsgId":1,"MsgType":1,"NewMsgId":{id},"Content":{{"string":"x"}}}}}}"#
        )
    };
    let text = [message(7), message(7), message(8)].join("\n");
    let keys: Vec<_> = parts(text.as_bytes(), None).expect("three").into_iter().map(|part| part.repeat).collect();
    assert!(keys[0].is_some() && keys[0] == keys[1] && keys[1] != keys[2], "{keys:?}");
}

#[test]
fn what_is_broken_says_where_and_what_is_left() {
    fn one(text: &str) -> Part<'_> {
        parts(text.as_bytes(), None).expect("something").remove(0)
    }
    let check = |text: &str, kind: Kind, level: Option<Level>, at: usize| {
        let part = one(text);
        let place = part.explanation.faults.first().and_then(|fault| fault.span.clone()).map(|span| span.start);
        assert!(part.is_broken, "{text}");
        let verdict = part.explanation.verdict.as_ref().map(|verdict| verdict.level);
        assert_eq!((part.explanation.kind, verdict, place), (kind, level, Some(at)), "{text}");
    };
    check(r#"{"errcode":40058,"errmsg":"x","invaliduser":"a",}"#, Kind::Reply, Some(Level::Refused), 48);
    // That it went well is not said of a part, nor of what nobody can read for sure.
    check(r#"{"errcode":0,"errmsg":"ok","invali"#, Kind::Reply, None, 34);
    check(r#"{"errcode":40058,"errmsg":"inva"#, Kind::Reply, Some(Level::Refused), 31);
    check(r#"x {"a":{"b":"c"#, Kind::Json, None, 14);
    check("<xml><a>1</b></xml>", Kind::Xml, None, 9);
    let mends = one(r#"{"appid":"a","to_wxid":"b","xml":"c",}"#);
    assert!(mends.explanation.told_by.en.contains("import"), "{mends:?}");
    let deep = format!("{}1{}", "[".repeat(300), "]".repeat(300));
    assert_eq!(one(&deep).explanation.faults[0].code, crate::problem::Code::TooDeep);
}

/// Nobody's text is told as more than it is.
#[test]
fn prose_has_no_payloads() {
    for text in ["a <b>c</b> d", "if (a) { return; }", "see [1] and {}", "let x: List<String> = {};", "你好 {{name}}"]
    {
        assert_eq!(told(text), [(Kind::Text, None)], "{text}");
    }
}

#[test]
fn colours_of_a_terminal_hide_nothing() {
    let text = format!("\u{1b}[32mINFO\u{1b}[0m got {CALLBACK}\u{1b}[0m\nnext {CALLBACK}\n");
    let all = told(&text);
    assert_eq!(all.iter().filter(|(kind, _)| *kind == Kind::Callback).count(), 2, "{all:?}");
    assert_eq!(told("\u{1b}[1;31merror\u{1b}[0m: 没有\n\u{1b}[32mok\u{1b}[0m\n"), [(Kind::Text, None)]);
    assert_eq!(told("\u{1b}[32merrcode: 40014\u{1b}[0m"), [(Kind::Code, None)]);
    assert_eq!(told("\u{1b}[32m\u{1}\u{2}\u{1b}[0m"), [(Kind::Bytes, None)]);
}

/// A token that a text names anywhere is shown nowhere in it.
#[test]
fn a_secret_of_the_text_is_hidden_in_every_part() {
    let token = "c9ffbedb9aeb471db49d92453ea21a17";
    for text in [
        format!("POST http://h/v2/api/tools/getTokenId\n{{\"ret\":200,\"msg\":\"ok\",\"data\":\"{token}\"}}"),
        format!("X-GEWE-TOKEN: {token}\n{{\"ret\":500,\"msg\":\"{token} 不可用\"}}"),
    ] {
        for part in parts(text.as_bytes(), None).expect("something") {
            assert!(part.explanation.lines.iter().all(|line| !line.value.contains(token)), "{text}");
        }
    }
}

#[test]
fn a_callbacks_verification_in_a_log() {
    for text in [
        "[05/May/2019 23:03:16] \"GET /?msg_signature=6dccd24c&timestamp=1557068604&nonce=1556858105&echostr=Wd0lRb%2Bx%3D HTTP/1.1\" 404 -",
        "10:26 INFO 验证: ImmutableMultiDict([('msg_signature', 'b5325a42'), ('timestamp', '1746529826'), ('nonce', '1746458576'), ('echostr', 'TAj+x=')])",
    ] {
        assert_eq!(told(text), [(Kind::Callback, None)], "{text}");
    }
    let record = r#"{"method":"GET","uri":"/w?msg_signature=14dc9a81&timestamp=1782743928&nonce=8&echostr=kAE2%3D"}"#;
    assert_eq!(told(record), [(Kind::Callback, at("/uri"))]);
    assert_eq!(told("10:00 \"GET /a?signature=b HTTP/1.1\" 200"), [(Kind::Text, None)]);
}

/// What Go prints of a reply is told beside another reply, each of them.
#[test]
fn each_print_of_go_is_told() {
    let prints = "10:00 map[errcode:40014 errmsg:invalid access_token]\n10:01 &{ErrCode:40014 ErrMsg:invalid}\n";
    let all = |text: &str| {
        let all = parts(text.as_bytes(), None).expect("something");
        all.iter().map(|part| (part.explanation.kind, part.explanation.payload.start)).collect::<Vec<_>>()
    };
    let two = [(Kind::Code, 6), (Kind::Code, prints.find('{').unwrap_or_default())];
    assert_eq!(all(prints), two);
    let text = format!("{prints}got {{\"errcode\":48002,\"errmsg\":\"api forbidden\"}}\n");
    assert_eq!(all(&text), [two[0], two[1], (Kind::Reply, prints.len() + 4)]);
    // What JavaScript prints is a reply, and told once.
    assert_eq!(all("a { errcode: 40014, errmsg: 'no' }\nb { errcode: 0, errmsg: 'ok' }").len(), 2);
}

/// A program that begins in brackets is no XML.
#[test]
fn php_is_no_xml() {
    assert_eq!(told("<?php\nreturn ['a' => 1];"), [(Kind::Text, None)]);
    assert_eq!(told("<?xml version='1.0'?><a>"), [(Kind::Xml, None)]);
}
