//! Bytes told by themselves, and opened to the bottom.

use serde_json::json;

use super::*;
use crate::catalog;
use crate::lang::Lang;
use crate::layer::json::Tree;
use crate::verdict::Level;

fn explained(bytes: impl AsRef<[u8]>) -> Explanation {
    explain(bytes.as_ref(), None).expect("something")
}

impl Explanation {
    /// The line at a path.
    fn line(&self, path: &str) -> &Line {
        self.lines.iter().find(|line| line.path == path).expect(path)
    }
}

fn shown(explanation: &Explanation) -> serde_json::Value {
    serde_json::from_str(&explanation.json(Lang::En)).expect("JSON")
}

/// The value at a path, and what it means in English.
fn meaning(explanation: &Explanation, path: &str) -> (String, String) {
    let line = explanation.line(path);
    (line.value.clone(), line.meaning.as_ref().map(|meaning| meaning.words(Lang::En)).unwrap_or_default())
}

const XBOT: &str = r#"{"data": {"is_svr_fail": false, "msg_data": {"appinfo": "Q0FVUXBPWGFqUVlZMUtXbmpkc3ZJQWs9",
    "content": "ChdodHRwczovL3d3dy5kb3V5aW4uY29tLxI1aHR0cHM6Ly9iLnpvbC1pbWcuY29tLmNuL3NvZnQvNy85MDcvY2VDNEh0ZlFxa2lnYy5qcGcaCeaKlumfs0FQUCIn55So56eR5oqA6K6p5aSN5p2C55qE5LiW55WM5pu0566A5Y2V77yB",
    "contenttype": 13, "id": 1098795, "sendername": "5bCP6YKq", "sendtime": 1639363237, "seq": 8513915}},
    "type": "WW_SEND_LIVE_MSG"}"#;

#[test]
fn a_reply_of_xbot_opens_through_base64_and_protobuf() {
    let explanation = explained(XBOT);
    assert_eq!((explanation.kind, explanation.operation.map(|entry| entry.id)), (Kind::Reply, Some("xbot.send_live")));
    let at = |path: &str| meaning(&explanation, &format!("/data/msg_data/{path}"));
    assert_eq!(at("sendername!base64").0, "小邪");
    assert_eq!(at("content!base64!protobuf/1").0, "https://www.douyin.com/");
    let title = explanation.line("/data/msg_data/content!base64!protobuf/3");
    assert_eq!(
        (title.value.as_str(), title.title.as_ref().map(|title| title.get(Lang::En))),
        ("抖音APP", Some("title"))
    );
    let times = ["appinfo!base64!base64!protobuf/2", "appinfo!base64!base64!protobuf/3"].map(at);
    let utc = "2021-12-13 02:40:36 UTC".to_owned();
    assert_eq!(times, [("1639363236".to_owned(), utc.clone()), ("1639363236564".to_owned(), utc)]);
    assert_eq!(at("sendtime").1, "2021-12-13 02:40:37 UTC");
}

#[test]
fn what_does_not_open_is_shown_as_it_is() {
    let reply = XBOT.replace("5bCP6YKq", "not base64!").replace("Q0FVUXBPWGFqUVlZMUtXbmpkc3ZJQWs9", "Q0E=");
    let explanation = explained(reply);
    assert_eq!(explanation.line("/data/msg_data/sendername").value, "not base64!");
    assert_eq!(explanation.line("/data/msg_data/appinfo!base64!base64").value, "08");
}

/// What a reply is taken for, and its verdict.
fn reply(text: &str, operation: Option<&str>, level: Level) {
    let explanation = explained(text);
    assert_eq!(explanation.kind, Kind::Reply, "{text}");
    assert_eq!(explanation.operation.map(|entry| entry.id), operation, "{text}");
    assert_eq!(explanation.verdict.map(|verdict| verdict.level), Some(level), "{text}");
}

#[test]
fn replies_are_told_by_their_form() {
    reply(r#"{"errcode": 0, "errmsg": "ok", "livingid": "XX"}"#, Some("wecom.living_create"), Level::Accepted);
    // An error does not say of which call it is.
    reply(r#"{"errcode":40014,"errmsg":"invalid access_token"}"#, None, Level::Refused);
    let svrid = r#"{"data":[{"idx":0,"api_send_svrid":"1,7,1A"}],"errcode":0}"#;
    reply(svrid, Some("yunzhenji.send_message"), Level::Queued);
    reply(r#"{"errcode":407,"message":"x"}"#, None, Level::Refused);
    let youmi = r#"{"requestId":"r","errmsg":0,"succeed":true,"msgTime":"","values":{"taskId":"t"},"errdesc":""}"#;
    reply(youmi, Some("youmi.send_public_message"), Level::Queued);
    // What any call of this gateway says when it fails.
    reply(r#"{"ret":500,"msg":"发送微信消息失败","data":{"code":"-219","msg":null}}"#, None, Level::Refused);
    // Both operations of this gateway answer in one form.
    reply(r#"{"ret":-1,"msg_err":"失败"}"#, None, Level::Refused);
}

#[test]
fn whatever_answered_an_operation_has_a_verdict() {
    let entry = catalog::find("gewe.send_app").expect("in the catalog");
    let page = explain(b"<html><body>502</body></html>", Some(entry)).expect("bytes");
    assert_eq!(page.kind, Kind::Reply);
    assert_eq!(page.verdict.map(|verdict| verdict.level), Some(Level::Unknown));
}

#[test]
fn every_example_is_told_as_what_it_is() {
    for entry in catalog::entries() {
        // A call that takes nothing but credentials has no form of its own.
        for example in entry.examples().into_iter().filter(|example| example.values != "{}") {
            let explanation = explained(&example.values);
            let tree = Tree::parse(&example.values).expect("JSON");
            let is_claimed = catalog::recognise_values(tree.root()).is_claimed;
            let kind = if is_claimed { Kind::Request } else { Kind::Json };
            assert_eq!(explanation.kind, kind, "{} {}", entry.id, example.values);
            assert!(explanation.candidates.iter().any(|one| one.id == entry.id), "{}", entry.id);
        }
    }
}

/// What any program's JSON has is claimed for no call, though it may be one's.
#[test]
fn common_members_are_claimed_for_no_call() {
    let common = [
        r#"{"url":"https://a"}"#,
        r#"{"name":"a","id":1}"#,
        r#"{"userid":"zhangsan"}"#,
        r#"{"limit":10}"#,
        r#"{"page":1,"page_size":20}"#,
        r#"{"start_time":1,"end_time":2}"#,
        r#"{"access_token":"x","expires_in":7200}"#,
    ];
    for text in common {
        let explanation = explained(text);
        assert_eq!((explanation.kind, explanation.operation.map(|one| one.id)), (Kind::Json, None), "{text}");
    }
    assert!(explained(common[0]).candidates.len() > 1);
    let own = [r#"{"appId":"a","toWxid":"b","content":"c"}"#, r#"{"msgtype":"text","text":{"content":"x"}}"#];
    for text in own {
        assert_eq!(explained(text).kind, Kind::Request, "{text}");
    }
}

#[test]
fn each_kind_is_told() {
    let check =
        |bytes: &[u8], kind: Kind| assert_eq!(explained(bytes).kind, kind, "{}", String::from_utf8_lossy(bytes));
    check(b"[1]", Kind::Json);
    check(br#"{"some": "thing"}"#, Kind::Json);
    check(b"<html/>", Kind::Xml);
    check(b"<appmsg><type>5</type></appmsg>", Kind::AppMsg);
    check(b"wxid_a1:\n<?xml version=\"1.0\"?>\n<msg><appmsg><type>5</type></appmsg></msg>", Kind::AppMsg);
    check(b"aGVsbG8gd29ybGQgZnJvbSBoZXJl", Kind::Base64);
    check(b"CAUQpOXajQYY1KWnjdsvIAk=", Kind::Protobuf);
    check(b"CAUQpOXajQYY1KWnjdsvIAk=\r\n", Kind::Protobuf);
    check(b"\xef\xbb\xbf{\"ret\": 0, \"msg\": \"\"}", Kind::Reply);
    check(br#"{"data": {"a": 1}, "client_id": 1, "type": "WW_SEND_LIVE_MSG"}"#, Kind::Json);
    check(b"\x08\x05\x12\x03abc", Kind::Protobuf);
    check(b"\x08\x05\x10\x06\x18\x07", Kind::Protobuf);
    check(b"\x08\x05\x10\x06\x18\x07\x08\x05", Kind::Bytes);
    check("https://h/p?a=1&b=小".as_bytes(), Kind::Query);
    check("你好".as_bytes(), Kind::Text);
    check(b"\xff\xfe\x00", Kind::Bytes);
    assert!(explain(b"", None).is_err());
}

#[test]
fn callbacks_are_told_and_their_values_named() {
    let explanation = explained(
        r#"{"TypeName": "AddMsg", "Appid": "wx_a", "Wxid": "wxid_phyyedw9xip22", "Data": {"MsgId": 1,
        "FromUserName": {"string": "34757816141@chatroom"}, "MsgType": 49, "CreateTime": 1705043418,
        "Content": {"string": "wxid_phyyedw9xip22:\n<msg><appmsg><title>标题</title><type>5</type><url>http://a?b=1&c</url></appmsg></msg>"}}}"#,
    );
    assert_eq!(explanation.kind, Kind::Callback);
    let at = |path: &str| meaning(&explanation, path);
    assert_eq!(at("/Wxid").1, "a WeChat user");
    assert_eq!(at("/Data/FromUserName/string").1, "a WeChat room");
    assert_eq!(at("/Data/MsgType").1, "An app message; its own type says more");
    assert_eq!(at("/Data/CreateTime").1, "2024-01-12 07:10:18 UTC");
    assert_eq!(at("/Data/Content/string!xml/sender()").0, "wxid_phyyedw9xip22");
    assert_eq!(at("/Data/Content/string!xml/msg/appmsg/title").0, "标题");
    let xml = "<xml><ToUserName>c</ToUserName><FromUserName>u</FromUserName><CreateTime>1348831860</CreateTime>\
               <MsgType>text</MsgType><Content>hi</Content><MsgId>1</MsgId><AgentID>1</AgentID></xml>";
    let explanation = explained(xml);
    assert_eq!(explanation.kind, Kind::Callback);
    assert_eq!(meaning(&explanation, "!xml/xml/CreateTime").1, "2012-09-28 11:31:00 UTC");
}

#[test]
fn a_key_that_begins_with_an_id_is_none() {
    assert!(who::is("wxid_phyyedw9xip22").is_some());
    assert!(who::is("wxid_phyyedw9xip22_42_1679639888").is_none());
}

#[test]
fn what_was_borne_is_named_at_its_place() {
    let text = "wxid_abc123:\n<msg><appmsg><type>5</type><url>http://a?b=1&c=2</url></appmsg></msg>";
    let explanation = explained(text);
    let places: Vec<_> = explanation.faults.iter().filter_map(|fault| fault.span.clone()).collect();
    assert_eq!(places.len(), 1, "{:?}", explanation.faults);
    let at = places[0].start;
    assert_eq!(&text[at..=at], "&");
    assert_eq!(explanation.faults[0].path, "!xml/msg/appmsg/url");
    assert_eq!(explanation.line("!xml/msg/appmsg/url!query/c").value, "2");
}

#[test]
fn what_stands_around_a_text_is_no_part_of_it_and_stays() {
    let document = |bytes| Document::new(bytes, Guide::default()).expect("bytes");
    let text = b"\xef\xbb\xbf\"<m><t>a</t></m>\"\n";
    assert_eq!(document(text).value("!xml/m/t").as_deref(), Some("a"));
    let after = document(text).replace("!xml/m/t", "b\"").expect("it can be replaced");
    assert_eq!(after, b"\xef\xbb\xbf\"<m><t>b\\\"</t></m>\"\n");
    let url = b"https://h/p?a=1&b=2\n";
    assert_eq!(document(url).replace("!query/a", "3").expect("it can be replaced"), b"https://h/p?a=3&b=2\n");
}

#[test]
fn a_response_of_http_is_judged_by_its_status_too() {
    let text = "HTTP/2 429 \r\nretry-after: 7\r\n\r\n{\"errcode\": 0, \"errmsg\": \"ok\"}";
    let explanation = explained(text);
    assert_eq!(
        (explanation.kind, &text[explanation.payload.clone()]),
        (Kind::Reply, r#"{"errcode": 0, "errmsg": "ok"}"#)
    );
    assert_eq!(explanation.verdict.as_ref().map(|verdict| verdict.level), Some(Level::Unknown));
    let shown = shown(&explanation);
    assert_eq!((&shown["within"], &shown["status"]), (&json!("http"), &json!(429)));
}

#[test]
fn a_callback_is_found_in_a_line_of_a_log() {
    let explanation =
        explained("2026-01-01 INFO [gewe] body={\"TypeName\": \"Offline\", \"Appid\": \"wx_a\", \"Wxid\": \"b\"}\n");
    assert_eq!((explanation.kind, shown(&explanation)["within"].clone()), (Kind::Callback, json!("text")));
    assert_eq!(explanation.line("/Wxid").value, "b");
}

#[test]
fn so_much_is_shown_and_no_more() {
    let list = |items: usize| format!("[{}]", vec!["1"; items].join(","));
    let all = explained(list(MAX_LINES));
    assert_eq!((all.lines.len(), all.more), (MAX_LINES, false));
    let more = explained(list(MAX_LINES + 1));
    assert_eq!((more.lines.len(), more.more, &shown(&more)["more"]), (MAX_LINES, true, &json!(true)));
    // A long name stands in every path below it.
    let name = "n".repeat(1 << 20);
    let long = explained(format!(r#"{{"{name}":{}}}"#, list(100)));
    let text: usize = long.lines.iter().map(|line| line.path.len() + line.value.len()).sum();
    assert!(long.more && text <= MAX_TEXT && text > MAX_TEXT - (2 << 20), "{text}");
}

#[test]
fn what_has_faults_is_not_called_well_formed() {
    let told_by = |text: &str| explained(text).told_by.en;
    assert_eq!(told_by("<a>1</a>"), "it is well-formed");
    for text in ["<a>&#0;</a>", "<a>b & c</a>"] {
        assert!(!told_by(text).contains("well-formed") && !explained(text).faults.is_empty(), "{text}");
    }
}
