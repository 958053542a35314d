//! Broken input of every kind: a problem with its place, in little time and memory, and never a panic.

use std::time::{Duration, Instant};

use wxwire_tests::Wxwire;

/// Checks, and explains, this input; both must end soon and orderly.
fn check(input: &[u8], code: &str) {
    let start = Instant::now();
    let run = Wxwire::new(&["check", "yunzhenji.send_message", "-", "--json"]).input(input).run().exits(30);
    assert_eq!(run.json()["problems"][0]["code"], code, "{}", run.out);
    Wxwire::new(&["check", "yunzhenji.send_message", "-"]).input(input).run().exits(30);
    let explained = Wxwire::new(&["explain", "-"]).input(input).run();
    assert!([0, 30].contains(&explained.exit), "{explained:?}");
    assert!(start.elapsed() < Duration::from_secs(10), "{code}: {:?}", start.elapsed());
}

#[test]
fn what_is_no_json_at_all() {
    check(b"", "empty");
    check(b" \n\t", "empty");
    check(b"{\"a\": \xff\xfe\xfd}", "not_utf8");
    check(b"\xff\xfe{\x00", "syntax");
    check("\u{feff}{}".as_bytes(), "required");
    check(b"<html></html>", "syntax");
    check(b"{\"a\": \x1b[31m}", "syntax");
    check(b"{\"a\": 1", "syntax");
}

#[test]
fn large_and_deep() {
    check(&vec![b' '; 100_000_000], "too_large");
    check("[".repeat(10_000).as_bytes(), "too_deep");
    check(&[&b"{\"a\":"[..]].concat().repeat(10_000), "too_deep");
    // As many problems as fit.
    let many = format!("{{\"messages\": [{}]}}", vec!["{}"; 100_000].join(","));
    check(many.as_bytes(), "required");
}

#[test]
fn wrong_types_at_every_level() {
    for value in ["null", "true", "1", "1e999", "\"x\"", "[]", "[[]]", "{}"] {
        check(value.as_bytes(), if value == "{}" { "required" } else { "wrong_type" });
        let run =
            |text: String| Wxwire::new(&["check", "yunzhenji.send_message", "-", "--json"]).input(text).run().exits(30);
        run(format!("{{\"wxid\": {value}}}"));
        run(format!("{{\"messages\": {value}}}"));
        run(format!("{{\"messages\": [{value}]}}"));
        run(format!("{{\"messages\": [{{\"msg_type\": {value}, \"content\": {value}}}]}}"));
        run(format!("{{\"messages\": [{{\"msg_type\": \"text\", \"content\": {{\"items\": {value}}}}}]}}"));
    }
}

#[test]
fn xml_of_every_kind() {
    let check = |xml: &str, code: &str| {
        let values = serde_json::json!({"appid": "a", "to_wxid": "b", "xml": xml}).to_string();
        let run = Wxwire::new(&["check", "gewe.send_app", "-", "--json"]).input(values).run().exits(30);
        let problem = &run.json()["problems"][0];
        assert_eq!(problem["code"], code, "{problem}");
        assert!(problem["path"].as_str().expect("a path").starts_with("/xml"), "{problem}");
    };
    check("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><appmsg>&c;</appmsg>", "xml_doctype");
    check(&"<appmsg>".repeat(10_000), "too_deep");
    check("<appmsg>&b;</appmsg>", "xml_syntax");
    check("<appmsg", "xml_syntax");
    check("text", "xml_syntax");
    check("<appmsg/><appmsg/>", "xml_syntax");
    check("<msg/>", "xml_root");
}

#[test]
fn base64_that_is_none_and_protobuf_cut_anywhere() {
    let reply = |appinfo: &str| {
        let message =
            serde_json::json!({"appinfo": appinfo, "content": appinfo, "sendername": appinfo, "id": 1, "seq": 1});
        let reply =
            serde_json::json!({"data": {"is_svr_fail": false, "msg_data": message}, "type": "WW_SEND_LIVE_MSG"});
        Wxwire::new(&["explain", "-", "--json"]).input(reply.to_string()).run().exits(0)
    };
    for text in ["", "=", "====", "not base64", "Q0FVUXBPWGFqUVlZMUtXbmpkc3ZJQWs9", "💥"] {
        reply(text);
    }
    let whole = "CAUQpOXajQYY1KWnjdsvIAk=";
    for end in 0..whole.len() {
        reply(&whole[..end]);
    }
}

#[test]
fn many_warnings_hide_no_error() {
    let unknown: Vec<_> = (0..2000).map(|i| format!("\"x{i}\": 1")).collect();
    check(format!("{{{}}}", unknown.join(",")).as_bytes(), "unknown_field");
    let reply = format!("[{}]", vec!["0"; 300_000].join(","));
    let start = Instant::now();
    Wxwire::new(&["explain", "-"]).input(reply).run().exits(0);
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn a_text_inside_a_text_takes_its_time_once() {
    let inner = format!(r#"{{"a": [{}]}}"#, vec!["1"; 500_000].join(","));
    let start = Instant::now();
    Wxwire::new(&["explain", "-"]).input(serde_json::json!([inner]).to_string()).run().exits(0);
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn names_of_secrets_again_and_again() {
    let start = Instant::now();
    for part in [
        "\"token\":",
        "token=",
        "<token>",
        "{\"value\":\"",
        "\\\\",
        "%25",
        "&amp;",
        "key=",
        "\"token\",[",
        "token=${",
        "token={",
        "token=token(",
        "https://a:",
        "curl -u",
        "(\"token\",\"",
        "\"name\":\"token\"",
    ] {
        wxwire::secret::blotted(&part.repeat((1 << 18) / part.len()));
    }
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}
