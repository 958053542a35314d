//! What replies come to: the successes that are none above all.

use super::*;
use crate::catalog;

/// The verdict on a reply, as `level: code path, code path`.
fn check(id: &str, status: u16, reply: &str, expected: &str) {
    let entry = catalog::find(id).expect("in the catalog");
    let example = entry.examples().into_iter().next_back().expect("an example").values;
    let answer = Received { status, retry_after: None, body: reply.as_bytes() };
    let verdict = entry.verdict(Some(&example), answer);
    let reasons: Vec<_> = verdict.reasons.iter().map(|one| format!("{} {}", one.why.name(), one.path)).collect();
    let found = format!("{}: {}", verdict.level.name(), reasons.join(", "));
    assert_eq!(found.trim_end(), expected, "{reply}");
}

#[test]
fn yunzhenji_counts_what_came_back() {
    let check = |reply: &str, expected: &str| check("yunzhenji.send_message", 200, reply, expected);
    let queued = |list: &str| {
        let one = |idx: &str| format!(r#"{{"idx": {idx}, "api_send_svrid": "1,7,{idx}"}}"#);
        format!(r#"{{"data": [{}], "errcode": 0}}"#, list.split(' ').map(one).collect::<Vec<_>>().join(","))
    };
    check(&queued("0 1 2 3 4"), "queued:");
    check(&queued("4 3 2 1 0"), "queued:");
    check(&queued("0 1 2 3"), "refused: missing /data");
    check(&queued("0 0 0 0 0"), "refused: missing /data");
    check(&queued("-1 1 2 3 99999999999"), "refused: missing /data");
    check(r#"{"data": [], "errcode": 0}"#, "refused: nothing_taken /data");
    check(r#"{"errcode": 0}"#, "refused: nothing_taken /data");
    check(r#"{"errcode": 111, "message": "x"}"#, "refused: credentials /errcode");
    check(r#"{"errcode": "407"}"#, "refused: rate_limited /errcode");
    check(
        r#"{"errcode": 0, "data": [{"idx": 0, "api_send_svrid": false}]}"#,
        "refused: no_id /data/0/api_send_svrid, nothing_taken /data",
    );
    check(r#"{"errcode": 40014, "errcode": 0, "data": []}"#, "refused: nothing_taken /data, no_code /errcode");
    check(r#"{"errcode": true, "data": []}"#, "unknown: no_code /errcode");
    check("{}", "unknown: no_code /errcode");
}

#[test]
fn wecom_has_200_for_everything() {
    let check = |status: u16, reply: &str, expected: &str| check("wecom.living_create", status, reply, expected);
    check(200, r#"{"errcode":0,"errmsg":"ok","livingid":"lv1"}"#, "accepted:");
    check(200, r#"{"errcode":0,"errmsg":"ok","livingid":""}"#, "accepted: no_id /livingid");
    check(
        200,
        r#"{"errcode":0,"errmsg":"ok. Warning: wrong json format. ","livingid":"x"}"#,
        "accepted: warning /errmsg",
    );
    check(200, r#"{"errcode":42001,"errmsg":"expired","livingid":"lv1"}"#, "refused: credentials /errcode");
    check(200, r#"{"errcode":45009,"errmsg":""}"#, "refused: rate_limited /errcode");
    check(200, r#"{"errcode":123456789,"errmsg":""}"#, "refused: code /errcode");
    check(404, "", "refused: code");
    check(408, "", "unknown: http_status");
    check(200, r#"{"errcode":40014,"errcode":0,"errmsg":"ok","livingid":"x"}"#, "unknown: no_code /errcode");
    check(200, "", "unknown: not_json");
    check(200, "<html>", "unknown: not_json");
    check(502, r#"{"errcode":0}"#, "unknown: http_status");
    check(301, "<html>", "unknown: not_json , http_status");
    check(400, r#"{"errcode":0,"errmsg":"ok","livingid":"x"}"#, "unknown: http_status");
    check(429, "slow down", "refused: rate_limited");
}

#[test]
fn gewe_fails_inside_a_success() {
    let check = |reply: &str, expected: &str| check("gewe.send_app", 200, reply, expected);
    let list = |inner: &str, list: &str| {
        format!(r#"{{"ret":0,"msg":"success","data":{{"BaseResponse":{{"ret":{inner}}},"List":[{list}]}}}}"#)
    };
    check(&list("0", r#"{"Ret":0,"MsgId":0,"NewMsgId":435902963537395300}"#), "accepted:");
    check(&list("0", r#"{"Ret":-1,"NewMsgId":1}"#), "refused: inner_code /data/List/0/Ret");
    check(&list("-1", r#"{"Ret":0,"NewMsgId":1}"#), "refused: inner_code /data/BaseResponse/ret");
    check(&list("0", r#"{"Ret":0,"NewMsgId":0}"#), "accepted: no_id /data/List/0/NewMsgId");
    check(&list("0", ""), "refused: nothing_taken /data/List");
    check(r#"{"ret":0,"msg":"success"}"#, "unknown: no_code /data/List");
    check(r#"{"ret":200,"data":{"List":[{"Ret":-1}]}}"#, "refused: inner_code /data/List/0/Ret");
    check(&list("0", r#"{"Ret":0,"NewMsgId":[]}"#), "accepted: no_id /data/List/0/NewMsgId");
    check(r#"{"ret":-1,"msg_err":"失败"}"#, "refused: code /ret");
    check(r#"{"ret":"0"}"#, "unknown: no_code /ret");
}

#[test]
fn youmi_speaks_in_three_fields() {
    let check = |reply: &str, expected: &str| check("youmi.send_public_message", 200, reply, expected);
    check(r#"{"succeed":true,"errmsg":0,"values":{"taskId":"t"}}"#, "queued:");
    check(r#"{"succeed":true,"errmsg":20000,"values":{"taskId":"t"}}"#, "queued:");
    check(r#"{"succeed":true,"errmsg":7,"values":{"taskId":"t"}}"#, "queued: unknown_code /errmsg");
    check(r#"{"succeed":true,"errmsg":0,"values":true}"#, "accepted: no_id /values/taskId");
    check(r#"{"succeed":true,"errmsg":0,"values":{"taskId":""}}"#, "accepted: no_id /values/taskId");
    check(r#"{"succeed":true,"errmsg":10003,"values":{"taskId":"t"}}"#, "refused: credentials /errmsg");
    check(r#"{"succeed":true,"errmsg":0,"values":{"taskId":-1}}"#, "accepted: no_id /values/taskId");
    check(r#"{"succeed":false,"errmsg":10003}"#, "refused: credentials /errmsg");
    check(r#"{"succeed":"true","errmsg":0}"#, "unknown: no_code /succeed");
}

#[test]
fn xbot_has_no_code_at_all() {
    let check = |reply: &str, expected: &str| check("xbot.send_live", 200, reply, expected);
    let sent = |failed: bool| {
        format!(r#"{{"data":{{"is_svr_fail":{failed},"msg_data":{{"id":1,"seq":2}}}},"type":"WW_SEND_LIVE_MSG"}}"#)
    };
    check(&sent(false), "accepted:");
    check(&sent(true), "refused: inner_code /data/is_svr_fail");
    check("{}", "accepted: no_id /data");
    check(r#"{"data":{},"type":"WW_SEND_LIVE_MSG"}"#, "accepted: no_id /data/msg_data");
    check(r#"{"err_code":3,"err_msg":"x"}"#, "refused: code /err_code");
    // A relay gives up waiting; the message may have gone out.
    check(r#"{"code":500,"msg":"timeout"}"#, "unknown: timeout /code");
    check(r#"{"type":"WW_SEND_LIVE_MSG"}"#, "unknown: no_code /data");
    check(r#"{"err_code":"-1","data":null}"#, "refused: code /err_code");
    check("[]", "unknown: no_code");
    check(r#"{"error":"not logged in","data":""}"#, "unknown: no_code /data");
}
