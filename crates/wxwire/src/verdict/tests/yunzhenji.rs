//! Yunzhenji took in what it gave a number to, and nothing else.

use super::{check, check_words, judge, summary};
use crate::verdict::{Level, Why};

/// Its last example sends five messages.
const ID: &str = "yunzhenji.send_message";

fn queued(list: &str) -> String {
    let one = |idx: &str| format!(r#"{{"idx": {idx}, "api_send_svrid": "1,7,{}"}}"#, idx.trim_matches('"'));
    format!(r#"{{"data": [{}], "errcode": 0}}"#, list.split(' ').map(one).collect::<Vec<_>>().join(","))
}

#[test]
fn it_counts_what_came_back() {
    let check = |list: &str, expected: &str| assert_eq!(summary(&judge(ID, 200, &queued(list))), expected, "{list}");
    check("0 1 2 3 4", "queued:");
    check("4 3 2 1 0", "queued:");
    check(r#""0" "1" 2 3 4"#, "queued:");
    check("0 1 2 3", "partial: missing /data");
    check("0 0 0 0 0", "partial: missing /data");
    check("-1 1 2 3 99999999999", "partial: missing /data");
    check("5 6 7 8 9", "partial: missing /data");
    check("99999999999999999999", "refused: nothing_taken /data");
    let some = judge(ID, 200, &queued("0 2 4"));
    assert_eq!(some.reasons[0].detail, "messages[1], messages[3]");
    assert_eq!((some.ids.len(), some.settled_by.map(|(name, _)| name)), (3, Some("chatMsgSendFail")));
}

#[test]
fn a_part_that_was_refused_is_named_beside_those_taken() {
    let part = r#"{"errcode": 0, "data": [{"idx": 0, "api_send_svrid": "1,7,a"}, {"idx": 1, "errcode": 406}]}"#;
    let entry = crate::catalog::find(ID).expect("in the catalog");
    let alone = entry.verdict(None, crate::verdict::Received { status: 200, retry_after: None, body: part.as_bytes() });
    assert_eq!(summary(&alone), "partial: part_code /data/1/errcode, missing /data");
    assert_eq!(alone.not_taken[0].name, "messages[1]");
    let five = judge(ID, 200, part);
    assert_eq!(summary(&five), "partial: part_code /data/1/errcode, missing /data");
    assert_eq!(five.not_taken.len(), 4);
    let nameless = part.replace(r#""idx": 1, "#, "");
    assert_eq!(judge(ID, 200, &nameless).not_taken.len(), 4);
}

#[test]
fn a_success_that_is_none() {
    check(
        ID,
        &[
            (r#"{"data": [], "errcode": 0}"#, "refused: nothing_taken /data"),
            (r#"{"errcode": 0}"#, "refused: nothing_taken /data"),
            (r#"{"errcode": 0, "data": null}"#, "refused: nothing_taken /data"),
            (r#"{"errcode": "0", "data": []}"#, "refused: nothing_taken /data"),
            (r#"{"errcode": 0, "data": [{}]}"#, "refused: nothing_taken /data"),
            (r#"{"errcode": 0, "data": [null, 1, "x"]}"#, "refused: nothing_taken /data"),
            (
                r#"{"errcode": 0, "data": [{"idx": 0, "api_send_svrid": false}]}"#,
                "refused: no_id /data/0/api_send_svrid, nothing_taken /data",
            ),
            (
                r#"{"errcode": 0, "data": [{"idx": 0, "api_send_svrid": ""}]}"#,
                "refused: no_id /data/0/api_send_svrid, nothing_taken /data",
            ),
            (
                r#"{"errcode": 0, "data": [{"idx": 0, "errcode": 406, "api_send_svrid": "1"}]}"#,
                "refused: inner_code /data/0/errcode, nothing_taken /data",
            ),
            // Something is there, but not as it is documented: it may have been taken in.
            (r#"{"errcode": 0, "data": {"0": {"idx": 0, "api_send_svrid": "1"}}}"#, "unknown: no_code /data"),
            (r#"{"errcode": 0, "data": "1"}"#, "unknown: no_code /data"),
            (r#"{"errcode": 0, "data": true}"#, "unknown: no_code /data"),
            (r#"{"errcode": 40014, "errcode": 0, "data": []}"#, "refused: nothing_taken /data, no_code /errcode"),
        ],
    );
}

#[test]
fn a_code_of_another_type_says_nothing() {
    check(
        ID,
        &[
            ("{}", "unknown: no_code /errcode"),
            (r#"{"data": []}"#, "unknown: no_code /errcode"),
            (r#"{"errcode": true, "data": []}"#, "unknown: no_code /errcode"),
            (r#"{"errcode": null, "data": []}"#, "unknown: no_code /errcode"),
            (r#"{"errcode": "", "data": []}"#, "unknown: no_code /errcode"),
            (r#"{"errcode": "ok", "data": []}"#, "unknown: no_code /errcode"),
            (r#"{"errcode": 0.0, "data": []}"#, "unknown: no_code /errcode"),
            (r#"{"errcode": [], "data": []}"#, "unknown: no_code /errcode"),
            (r#"{"errcode": 99999999999999999999}"#, "refused: code /errcode"),
        ],
    );
}

#[test]
fn documented_replies() {
    check(
        ID,
        &[
            (
                include_str!("../../../tests/samples/yunzhenji/yzj_rate_limit_resp.json"),
                "refused: rate_limited /errcode",
            ),
            // The sample answers one message, the example sends five.
            (include_str!("../../../tests/samples/yunzhenji/yzj_sendMessage_resp.json"), "partial: missing /data"),
        ],
    );
    let limited = judge(ID, 200, include_str!("../../../tests/samples/yunzhenji/yzj_rate_limit_resp.json"));
    assert_eq!((limited.code.as_deref(), limited.message.as_deref()), (Some("407"), Some("错误信息xxx")));
    let sample = include_str!("../../../tests/samples/yunzhenji/yzj_sendMessage_resp.json");
    let entry = crate::catalog::find(ID).expect("in the catalog");
    let answer = crate::verdict::Received { status: 200, retry_after: None, body: sample.as_bytes() };
    // Of a reply alone, all that is in it was taken in.
    let alone = entry.verdict(None, answer);
    assert_eq!((alone.level, alone.ids[0].value.as_str()), (Level::Queued, "168xxx,7xxx,1675997660116ABKocO"));
}

/// The vendor's table is complete with these.
#[test]
fn every_code() {
    let table: [(i64, Why); 12] = [
        (101, Why::Credentials),
        (102, Why::Credentials),
        (103, Why::Credentials),
        (110, Why::Credentials),
        (111, Why::Credentials),
        (112, Why::Credentials),
        (113, Why::Credentials),
        (114, Why::Credentials),
        (405, Why::Code),
        (406, Why::Code),
        (407, Why::RateLimited),
        (1001, Why::Code),
    ];
    for (code, why) in table {
        for spelled in [format!("{code}"), format!("\"{code}\"")] {
            let verdict = judge(ID, 200, &format!(r#"{{"errcode": {spelled}, "message": "text"}}"#));
            let reason = &verdict.reasons[0];
            assert_eq!((verdict.level, reason.why), (Level::Refused, why), "{code}");
            assert!(reason.meaning.is_some(), "{code}");
            assert_eq!(verdict.message.as_deref(), Some("text"));
        }
    }
    check_words(
        ID,
        &[
            (r#"{"errcode": 9, "message": "new"}"#, "the gateway answered with an error: 9"),
            (
                r#"{"errcode": 407}"#,
                "too many calls; wait before you send again: 407 over a limit, such as 500 messages a minute for an account",
            ),
        ],
    );
}

/// What a task's words mean is not documented: they are told, and none is taken for a yes or a no.
#[test]
fn a_task_says_what_became_of_it_in_its_own_words() {
    const ID: &str = "yunzhenji.query_task";
    check(
        ID,
        &[
            (r#"{"errcode":0,"data":{"task":{"id":7,"status":"","result":""}}}"#, "accepted:"),
            (r#"{"errcode":0,"data":{"task":{"id":7,"status":"x"}}}"#, "accepted: unknown_code /data/task/status"),
            // What it says of itself stands against any state.
            (
                r#"{"errcode":0,"data":{"task":{"id":7,"status":"已完成","result":"{\"success\":false,\"msg\":\"x\"}"}}}"#,
                "unknown: unknown_code /data/task/status, no_code /data/task/result",
            ),
            (
                r#"{"errcode":0,"data":{"task":{"id":7,"result":{"success":false}}}}"#,
                "unknown: no_code /data/task/result",
            ),
            (
                r#"{"errcode":0,"data":{"task":{"id":7,"status":"x","result":"{\"success\":true}"}}}"#,
                "accepted: unknown_code /data/task/status",
            ),
            (r#"{"errcode":0,"data":{"task":{}}}"#, "accepted: no_id /data/task/id"),
            (r#"{"errcode":0,"data":{"task":null}}"#, "accepted: no_id /data/task/id"),
            (r#"{"errcode":110,"message":"access_token错误"}"#, "refused: credentials /errcode"),
        ],
    );
    let told = judge(ID, 200, r#"{"errcode":0,"data":{"task":{"id":7,"status":"已完成","result":"R:1"}}}"#);
    assert_eq!((told.message.as_deref(), told.ids[0].value.as_str()), (Some("已完成 R:1"), "7"));
    assert_eq!(told.settled_by.map(|(name, _)| name), Some("taskDone"));
}
