//! What callbacks settle.

use crate::explain::{Kind, explain};
use crate::verdict::Verdict;

fn settled(callback: &str) -> Option<Verdict> {
    let explanation = explain(callback.as_bytes(), None).expect("readable");
    assert_eq!(explanation.kind, Kind::Callback, "{callback}");
    explanation.verdict
}

/// The level, the reasons and the ids: `level: code path | value path`.
#[track_caller]
fn check(callback: &str, expected: Option<&str>) {
    let found = settled(callback).map(|verdict| {
        let ids: Vec<_> = verdict.ids.iter().map(|id| format!("{} {}", id.value, id.path)).collect();
        format!("{} | {}", super::summary(&verdict), ids.join(", "))
    });
    assert_eq!(found.as_deref(), expected, "{callback}");
}

fn event(kind: &str, data: &str) -> String {
    format!(r#"{{"type": "{kind}", "corp_wxid": "c", "rel_wxid": "168", "data": {data}}}"#)
}

#[test]
fn yunzhenji_tells_failures() {
    let one = r#"[{"api_send_svrid": "1,7,a", "api_send_id": "116"}]"#;
    check(
        &format!("[{}]", event("chatMsgSendFail", one)),
        Some("failed: send_failed /0/data/0 | 1,7,a /0/data/0/api_send_svrid, 116 /0/data/0/api_send_id"),
    );
    // One that failed says nothing of the others in the same body.
    check(
        &format!("[{}, {}]", event("chatMsg", r#"[{"api_send_svrid": "1,7,b"}]"#), event("chatMsgSendFail", one)),
        Some("failed: send_failed /1/data/0 | 1,7,a /1/data/0/api_send_svrid, 116 /1/data/0/api_send_id"),
    );
    check(
        &format!("[{}]", event("chatMsgSendFail", r#"[{"api_send_svrid": "a"}, {"api_send_svrid": "b"}]"#)),
        Some(
            "failed: send_failed /0/data/0, send_failed /0/data/1 | a /0/data/0/api_send_svrid, b /0/data/1/api_send_svrid",
        ),
    );
    // Its form is not documented: without an id it is still a failure.
    check(&format!("[{}]", event("chatMsgSendFail", "[]")), Some("failed: send_failed /0, no_id /0/api_send_svrid | "));
    check(
        &format!("[{}]", event("chatMsgSendFail", r#"{"api_send_svrid": "a"}"#)),
        Some("failed: send_failed /0/data | a /0/data/api_send_svrid"),
    );
}

#[test]
fn yunzhenji_chat_messages_prove_nothing() {
    let own = format!("[{}]", event("chatMsg", r#"[{"api_send_svrid": "1,7,a", "wx_svrid": "9"}]"#));
    check(&own, Some("queued: | 1,7,a /0/data/0/api_send_svrid"));
    assert_eq!(settled(&own).and_then(|verdict| Some(verdict.settled_by?.0)), Some("chatMsgSendFail"));
    // Received, or typed by a person: nothing that was sent by a call.
    check(&format!("[{}]", event("chatMsg", r#"[{"wx_svrid": "9"}]"#)), None);
    check(&format!("[{}]", event("contacts", r#"[{"api_send_svrid": "1"}]"#)), None);
    check(&format!("[{}]", event("taskDone", "[{}]")), None);
    check(include_str!("../../../tests/samples/yunzhenji/yzj_callback_generic_plain.json"), None);
}

#[test]
fn no_other_gateway_documents_what_settles() {
    check(include_str!("../../../tests/samples/gewe/gewe_cb_text_msgtype1.json"), None);
    check(include_str!("../../../tests/samples/xbot/xbot_cb_WW_RECV_TEXT_MSG.json"), None);
    check(include_str!("../../../tests/samples/youmi/youmi_v1_callback_req.json"), None);
    // A message was sent; with what outcome, its document does not say.
    check(r#"{"Type": 1, "MerchantId": 9527, "MsgTime": 1600239001, "Values": {}}"#, None);
    check(include_str!("../../../tests/samples/wecom/wecom_evt_living_status_change.xml"), None);
}

#[test]
fn a_flood_of_events_ends_soon() {
    let failed = event("chatMsgSendFail", r#"[{"api_send_svrid": "a"}]"#);
    let many = format!("[{}]", vec![failed; 50_000].join(","));
    let verdict = settled(&many).expect("a verdict");
    assert_eq!((verdict.reasons.len(), verdict.ids.len()), (1000, 1000));
}
