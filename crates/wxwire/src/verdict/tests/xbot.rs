//! xbot has no code at all.

use super::{check, judge, summary};
use crate::catalog;
use crate::verdict::Received;

const ID: &str = "xbot.send_live";

/// A reply whose `is_svr_fail` is this.
fn sent(failed: &str) -> String {
    format!(r#"{{"data":{{"is_svr_fail":{failed},"msg_data":{{"id":1,"seq":2}}}},"type":"WW_SEND_LIVE_MSG"}}"#)
}

fn check_fail(failed: &str, expected: &str) {
    assert_eq!(summary(&judge(ID, 200, &sent(failed))), expected, "{failed}");
}

#[test]
fn the_one_field_that_says_no() {
    check_fail("false", "accepted:");
    check_fail("true", "refused: inner_code /data/is_svr_fail");
    // Of another type it says nothing that can be relied on.
    for failed in ["0", "1", "null", "\"false\"", "[]", "{}"] {
        check_fail(failed, "unknown: no_code /data/is_svr_fail");
    }
    check_fail("true,\"is_svr_fail\":false", "unknown: no_code /data/is_svr_fail");
}

#[test]
fn answers_that_say_nothing() {
    check(
        ID,
        &[
            // Many pages document this.
            ("{}", "accepted: no_id /data"),
            (r#"{"data":{},"type":"WW_SEND_LIVE_MSG"}"#, "accepted: no_id /data/msg_data"),
            (
                r#"{"data":{"msg_data":null},"type":"WW_SEND_LIVE_MSG"}"#,
                "accepted: no_id /data/msg_data/id, no_id /data/msg_data/seq",
            ),
            (r#"{"data":{"is_svr_fail":false,"msg_data":{"id":0,"seq":2}}}"#, "accepted: no_id /data/msg_data/id"),
            (r#"{"type":"WW_SEND_LIVE_MSG"}"#, "unknown: no_code /data"),
            (r#"{"type":"WW_SEND_LIVE_MSG","data":null}"#, "unknown: no_code /data"),
            (r#"{"type":"WW_SEND_LIVE_MSG","data":[]}"#, "unknown: no_code /data"),
            (r#"{"error":"not logged in","data":""}"#, "unknown: no_code /data"),
            ("[]", "unknown: no_code"),
            ("true", "unknown: no_code"),
            // It answers something else.
            (
                r#"{"data":{"is_svr_fail":false,"msg_data":{"id":1,"seq":2}},"type":"WW_SEND_TEXT_MSG"}"#,
                "unknown: no_code /type",
            ),
        ],
    );
}

#[test]
fn servers_around_it_have_codes_of_their_own() {
    check(
        ID,
        &[
            (r#"{"err_code":0,"err_msg":"ok"}"#, "accepted: no_id /data"),
            (r#"{"err_code":"0"}"#, "accepted: no_id /data"),
            (r#"{"err_code":3,"err_msg":"x"}"#, "refused: code /err_code"),
            (r#"{"err_code":"-1","data":null}"#, "refused: code /err_code"),
            (r#"{"err_code":99999999999999999999}"#, "refused: code /err_code"),
            (r#"{"err_code":"","err_msg":"x"}"#, "unknown: no_code /err_code"),
            (r#"{"err_code":true,"err_msg":"x"}"#, "unknown: no_code /err_code"),
            (r#"{"err_code":1,"err_code":0}"#, "unknown: no_id /data, no_code /err_code"),
            (r#"{"err_code":null}"#, "unknown: no_code /data"),
            // Members of others beside the ids.
            (r#"{"data":{"msg_data":{"id":1,"seq":2}},"trace":"t","node":"n"}"#, "accepted:"),
            // There is no yes but that nothing says no.
            (r#"{"data":{"msg_data":{"id":1,"seq":2}},"error_code":-1}"#, "unknown: no_code /error_code"),
            (r#"{"data":{"msg_data":{"id":1,"seq":2}},"error_code":0}"#, "accepted:"),
            (r#"{"data":{"msg_data":{"id":1,"seq":2}},"status":-1}"#, "unknown: no_code /status"),
            (r#"{"data":{"msg_data":{"id":1,"seq":2}},"status":1}"#, "accepted:"),
            (r#"{"data":{"msg_data":{"id":1,"seq":2}},"errcode":5}"#, "unknown: no_code /errcode"),
            // A relay gives up waiting; the message may have gone out.
            (r#"{"code":500,"msg":"timeout"}"#, "unknown: timeout /code"),
            (r#"{"code":500,"msg":"timeout","trace_id":"t"}"#, "unknown: timeout /code"),
            // What else a relay may say is not known.
            (r#"{"code":500,"msg":"no client"}"#, "unknown: no_code /code"),
            (r#"{"code":401,"msg":"bad key"}"#, "unknown: no_code /code"),
            (r#"{"code":"x"}"#, "unknown: no_code /code"),
            (r#"{"code":0,"msg":"ok"}"#, "unknown: no_code /data"),
        ],
    );
    let said = judge(ID, 200, r#"{"err_code":3,"err_msg":"账号离线"}"#);
    assert_eq!((said.code.as_deref(), said.message.as_deref()), (Some("3"), Some("账号离线")));
    let mixed = sent("false").replacen('{', r#"{"err_code":5,"#, 1);
    assert_eq!(summary(&judge(ID, 200, &mixed)), "refused: code /err_code");
}

#[test]
fn ids_keep_their_digits() {
    let reply = r#"{"data":{"is_svr_fail":false,"msg_data":{"id":18446744073709551616,"seq":"9007199254740993"}}}"#;
    let ids: Vec<_> = judge(ID, 200, reply).ids.into_iter().map(|id| id.value).collect();
    assert_eq!(ids, ["18446744073709551616", "9007199254740993"]);
}

#[test]
fn a_reply_without_its_request() {
    let entry = catalog::find(ID).expect("in the catalog");
    let reply = sent("false").replace("LIVE", "TEXT");
    let verdict = entry.verdict(None, Received { status: 200, retry_after: None, body: reply.as_bytes() });
    assert_eq!(summary(&verdict), "accepted:");
}

/// The mock answers every type under its own name: one of another would answer something else.
#[test]
fn an_envelope_of_any_type_is_answered_by_its_type() {
    let entry = crate::catalog::find("xbot.send").expect("in the catalog");
    for kind in ["WW_SEND_TEXT_MSG", "WW_GET_SELF_MSG", "MT_X"] {
        let values = format!(r#"{{"data": {{}}, "client_id": 1, "type": "{kind}"}}"#);
        let tree = crate::layer::json::Tree::parse(&values).expect("JSON");
        let answer = entry.answer(tree.root(), &mut crate::imitation::Mock::new(1)).expect("a success");
        let received = crate::verdict::Received { status: 200, retry_after: None, body: &answer.body };
        assert_eq!(entry.verdict(Some(&values), received).level, crate::verdict::Level::Accepted, "{kind}");
    }
}
