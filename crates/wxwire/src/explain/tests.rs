//! Replies recognised by themselves, and opened to the bottom.

use super::*;
use crate::verdict::Level;

fn explain(reply: &str) -> Explanation {
    super::reply(reply.as_bytes(), None).expect("JSON")
}

const XBOT: &str = r#"{"data": {"is_svr_fail": false, "msg_data": {"appinfo": "Q0FVUXBPWGFqUVlZMUtXbmpkc3ZJQWs9",
    "content": "ChdodHRwczovL3d3dy5kb3V5aW4uY29tLxI1aHR0cHM6Ly9iLnpvbC1pbWcuY29tLmNuL3NvZnQvNy85MDcvY2VDNEh0ZlFxa2lnYy5qcGcaCeaKlumfs0FQUCIn55So56eR5oqA6K6p5aSN5p2C55qE5LiW55WM5pu0566A5Y2V77yB",
    "contenttype": 13, "id": 1098795, "sendername": "5bCP6YKq", "sendtime": 1639363237, "seq": 8513915}},
    "type": "WW_SEND_LIVE_MSG"}"#;

#[test]
fn opens_the_three_base64_fields_of_xbot() {
    let explanation = explain(XBOT);
    assert_eq!(explanation.operation.map(|entry| entry.id), Some("xbot.send_live"));
    let value = |path: &str| {
        let path = format!("/data/msg_data/{path}");
        explanation.leaves.iter().find(|leaf| leaf.path == path).map(|leaf| leaf.value.as_str()).unwrap_or_default()
    };
    assert_eq!(value("sendername!base64"), "小邪");
    assert_eq!(value("content!base64!protobuf/3"), "抖音APP");
    assert_eq!(value("content!base64!protobuf/1"), "https://www.douyin.com/");
    let key: Vec<_> =
        (1..=4).map(|field| value(&format!("appinfo!base64!base64!protobuf/{field}")).to_owned()).collect();
    assert_eq!(key, ["5", "1639363236", "1639363236564", "9"]);
}

#[test]
fn what_does_not_open_is_shown_as_it_is() {
    let reply = XBOT.replace("5bCP6YKq", "not base64!").replace("Q0FVUXBPWGFqUVlZMUtXbmpkc3ZJQWs9", "Q0E=");
    let explanation = explain(&reply);
    let paths: Vec<_> = explanation.leaves.iter().map(|leaf| (leaf.path.as_str(), leaf.value.as_str())).collect();
    assert!(paths.contains(&("/data/msg_data/sendername", "not base64!")));
    assert!(paths.contains(&("/data/msg_data/appinfo!base64!base64", "08")));
}

/// What a reply is taken for, and its verdict.
fn check(reply: &str, operation: Option<&str>, level: Level) {
    let explanation = explain(reply);
    assert_eq!(explanation.operation.map(|entry| entry.id), operation, "{reply}");
    assert_eq!(explanation.verdict.map(|verdict| verdict.level), Some(level), "{reply}");
}

#[test]
fn replies_are_told_by_their_form() {
    check(r#"{"errcode": 0, "errmsg": "ok", "livingid": "XX"}"#, Some("wecom.living_create"), Level::Accepted);
    check(r#"{"errcode":40014,"errmsg":"invalid access_token"}"#, Some("wecom.living_create"), Level::Refused);
    check(
        r#"{"data":[{"idx":0,"api_send_svrid":"1,7,1A"}],"errcode":0}"#,
        Some("yunzhenji.send_message"),
        Level::Queued,
    );
    check(r#"{"errcode":407,"message":"x"}"#, Some("yunzhenji.send_message"), Level::Refused);
    let youmi = r#"{"requestId":"r","errmsg":0,"succeed":true,"msgTime":"","values":{"taskId":"t"},"errdesc":""}"#;
    check(youmi, Some("youmi.send_public_message"), Level::Queued);
    // Both operations of this gateway answer in one form.
    check(r#"{"ret":-1,"msg_err":"失败"}"#, None, Level::Refused);
    assert_eq!(explain("[1]").kind, "json");
    assert!(super::reply(b"<html>", None).is_err());
}
