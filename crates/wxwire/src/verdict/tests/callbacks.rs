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
    // A task that is done may say itself that it went wrong.
    check(&format!("[{}]", event("taskDone", r#"[{"task_id": 7, "result": "{\"success\":true}"}]"#)), None);
    let denied = r#"[{"task_id": 7, "result": "{\"success\":false}"}, {"task_id": 8, "success": "false"}]"#;
    let expected = "unknown: no_code /0/data/0/result, no_code /0/data/1 | ";
    check(&format!("[{}]", event("taskDone", denied)), Some(expected));
    check(include_str!("../../../tests/samples/yunzhenji/yzj_callback_generic_plain.json"), None);
}

fn kf_event(kind: &str) -> String {
    format!(
        r#"{{"open_kfid": "wk", "send_time": 1, "origin": 4, "msgtype": "event", "event": {{"event_type": "{kind}",
        "open_kfid": "wk", "external_userid": "wm", "fail_msgid": "msg1", "fail_type": 4}}}}"#
    )
}

#[test]
fn customer_service_tells_failures() {
    let failed = "failed: send_failed /event | msg1 /event/fail_msgid";
    check(&kf_event("msg_send_fail"), Some(failed));
    check(&kf_event("enter_session"), None);
    // Without an id it is still a failure.
    let nameless = kf_event("msg_send_fail").replace("fail_msgid", "other");
    check(&nameless, Some("failed: send_failed /event, no_id /event/fail_msgid | "));
}

/// The verdict on a reply, as `check` has it.
#[track_caller]
fn answered(reply: &str, expected: &str) {
    let explanation = explain(reply.as_bytes(), None).expect("readable");
    assert_eq!(explanation.kind, Kind::Reply, "{reply}");
    let verdict = explanation.verdict.expect("a verdict");
    let ids: Vec<_> = verdict.ids.iter().map(|id| format!("{} {}", id.name, id.value)).collect();
    assert_eq!(format!("{} | {}", super::summary(&verdict), ids.join(", ")), expected, "{reply}");
}

#[test]
fn what_sync_msg_brings_settles_what_failed_alone() {
    let reply =
        |items: &str| format!(r#"{{"errcode":0,"errmsg":"ok","next_cursor":"c","has_more":0,"msg_list":[{items}]}}"#);
    let text = r#"{"msgid":"a","open_kfid":"wk","msgtype":"text","text":{"content":"x"}}"#;
    answered(&reply(text), "accepted: | ");
    let failed = "failed: send_failed /msg_list/1/event | fail_msgid msg1";
    answered(&reply(&format!("{text},{}", kf_event("msg_send_fail"))), failed);
}

#[test]
fn a_message_to_many_is_settled_by_its_receivers() {
    let reply = |states: &[i64], cursor: &str| {
        let item = |(at, status): (usize, &i64)| {
            format!(r#"{{"userid":"u","external_userid":"wm{at}","status":{status},"send_time":1}}"#)
        };
        let list: Vec<_> = states.iter().enumerate().map(item).collect();
        format!(r#"{{"errcode":0,"errmsg":"ok","next_cursor":"{cursor}","send_list":[{}]}}"#, list.join(","))
    };
    let level = |states: &[i64], cursor: &str| {
        explain(reply(states, cursor).as_bytes(), None).expect("readable").verdict.expect("one").level.name()
    };
    answered(
        &reply(&[1, 2], ""),
        "partial: sent /send_list/0/status, send_failed /send_list/1/status | external_userid wm0, external_userid wm1",
    );
    for (states, cursor, expected) in [
        (&[1, 1][..], "", "delivered"),
        (&[2, 3], "", "failed"),
        (&[1, 3], "more", "partial"),
        // Members have not confirmed it yet, or there is another page.
        (&[0], "", "queued"),
        (&[1, 0], "", "queued"),
        (&[1], "more", "queued"),
        (&[2, 0], "", "partial"),
        // Of a state that is not known nothing is said.
        (&[7], "", "accepted"),
        (&[1, 7], "", "unknown"),
        (&[], "", "accepted"),
        (&[], "more", "accepted"),
    ] {
        assert_eq!(level(states, cursor), expected, "{states:?} {cursor}");
    }
    let tasks = r#"{"errcode":0,"errmsg":"ok","next_cursor":"","task_list":[{"userid":"u","status":2,"send_time":1}]}"#;
    answered(tasks, "delivered: sent /task_list/0/status | userid u");
    // A refusal settles nothing.
    let refused = reply(&[1], "").replace("\"errcode\":0", "\"errcode\":40014");
    assert_eq!(explain(refused.as_bytes(), None).expect("readable").verdict.expect("one").level.name(), "refused");
}

#[test]
fn what_says_nothing_of_messages_settles_nothing() {
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
