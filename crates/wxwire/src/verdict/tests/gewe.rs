//! GeWe fails inside a success.

use super::{check, judge, summary};
use crate::catalog;
use crate::verdict::{Level, Received, Verdict};

const ID: &str = "gewe.send_app";

/// A reply with this inner code and these results.
fn list(inner: &str, list: &str) -> String {
    format!(r#"{{"ret":0,"msg":"success","data":{{"BaseResponse":{{"ret":{inner},"errMsg":{{}}}},"List":[{list}]}}}}"#)
}

fn check_list(inner: &str, results: &str, expected: &str) {
    let reply = list(inner, results);
    assert_eq!(summary(&judge(ID, 200, &reply)), expected, "{reply}");
}

#[test]
fn a_success_that_is_none() {
    check_list("0", r#"{"Ret":0,"MsgId":0,"NewMsgId":8015075888668773694}"#, "accepted:");
    check_list("0", r#"{"Ret":-1,"NewMsgId":1}"#, "refused: inner_code /data/List/0/Ret");
    check_list("-1", r#"{"Ret":0,"NewMsgId":1}"#, "refused: inner_code /data/BaseResponse/ret");
    check_list("-1", "", "refused: inner_code /data/BaseResponse/ret, nothing_taken /data/List");
    check_list("0", r#"{"Ret":0,"NewMsgId":0}"#, "accepted: no_id /data/List/0/NewMsgId");
    check_list("0", r#"{"Ret":0,"NewMsgId":[]}"#, "accepted: no_id /data/List/0/NewMsgId");
    check_list("0", r#"{"Ret":0}"#, "accepted: no_id /data/List/0/NewMsgId");
    check_list("0", "", "refused: nothing_taken /data/List");
    // Digits beyond 2^53 stay what they are, and so do those beyond i64.
    for id in ["8015075888668773694", "18446744073709551615", "99999999999999999999999"] {
        let verdict = judge(ID, 200, &list("0", &format!(r#"{{"Ret":0,"MsgId":0,"NewMsgId":{id}}}"#)));
        assert_eq!(verdict.ids.iter().map(|id| id.value.as_str()).collect::<Vec<_>>(), [id]);
    }
}

#[test]
fn a_code_of_another_type_says_nothing() {
    check_list(r#""0""#, r#"{"Ret":0,"NewMsgId":1}"#, "unknown: no_code /data/BaseResponse/ret");
    check_list("null", r#"{"Ret":0,"NewMsgId":1}"#, "unknown: no_code /data/BaseResponse/ret");
    check_list("99999999999999999999", r#"{"Ret":0,"NewMsgId":1}"#, "refused: inner_code /data/BaseResponse/ret");
    check_list("0", r#"{"NewMsgId":1}"#, "unknown: no_code /data/List/0/Ret");
    check_list("0", r#"{"Ret":null,"NewMsgId":1}"#, "unknown: no_code /data/List/0/Ret");
    check_list("0", r#"{"Ret":"0","NewMsgId":1}"#, "unknown: no_code /data/List/0/Ret");
    check_list("0", r#"{"Ret":-1,"Ret":0,"NewMsgId":1}"#, "unknown: no_code /data/List/0/Ret");
    check_list("0", "null", "unknown: no_code /data/List/0/Ret");
    check(
        ID,
        &[
            ("{}", "unknown: no_code /ret"),
            (r#"{"ret":"0"}"#, "unknown: no_code /ret"),
            (r#"{"ret":"200","msg":"操作成功"}"#, "unknown: no_code /ret"),
            (r#"{"ret":"500","msg":"失败"}"#, "refused: code /ret"),
            (r#"{"ret":null}"#, "unknown: no_code /ret"),
            (r#"{"ret":false,"msg":"success"}"#, "unknown: no_code /ret"),
            (r#"{"ret":0,"msg":"success"}"#, "unknown: no_code /data"),
            (r#"{"ret":0,"msg":"success","data":null}"#, "unknown: no_code /data"),
            (r#"{"ret":0,"msg":"success","data":[]}"#, "unknown: no_code /data"),
            (r#"{"ret":0,"data":{"List":{}}}"#, "unknown: no_code /data/List"),
            (r#"{"ret":0,"data":{"List":null}}"#, "unknown: no_code /data/List"),
            (
                r#"{"ret":0,"data":{"List":[{"Ret":-1}],"List":[{"Ret":0,"NewMsgId":1}]}}"#,
                "unknown: no_code /data/List",
            ),
            (r#"{"ret":99999999999999999999}"#, "refused: code /ret"),
        ],
    );
}

#[test]
fn the_words_of_an_error() {
    let message = |reply: &str| judge(ID, 200, reply).message.unwrap_or_default();
    check(ID, &[(r#"{"ret":-1,"msg_err":"失败"}"#, "refused: code /ret")]);
    assert_eq!(message(r#"{"ret":-1,"msg_err":"失败"}"#), "失败");
    // v2 keeps them in other places.
    assert_eq!(message(r#"{"ret":500,"msg":"操作失败","data":{"msg":"设备已离线"}}"#), "设备已离线");
    let detail = r#"{"ret":500,"msg":"操作失败","data":{"code":"-1","detail":"{\"msg_err\":\"not online\"}"}}"#;
    assert_eq!(message(detail), "not online");
    assert_eq!(message(&detail.replace("msg_err", "msg")), "not online");
    assert_eq!(message(r#"{"ret":500,"msg":"x","data":{"detail":"no JSON"}}"#), "no JSON");
    assert_eq!(message(r#"{"ret":500,"msg":"x","data":null}"#), "x");
    assert_eq!(message(r#"{"ret":500,"msg":null,"msg_err":""}"#), "");
    // A success with the words of an error.
    let contradiction = list("0", r#"{"Ret":0,"NewMsgId":1}"#).replacen('{', r#"{"msg_err":"失败","#, 1);
    assert_eq!(summary(&judge(ID, 200, &contradiction)), "accepted: warning /msg_err");
    for empty in ["null", "\"\"", "{}"] {
        let reply = contradiction.replacen("\"失败\"", empty, 1);
        assert_eq!(summary(&judge(ID, 200, &reply)), "accepted:", "{reply}");
    }
}

#[test]
fn v2_answers_without_a_list() {
    let sample = include_str!("../../../tests/samples/gewe/gewe_v2_postText_req_resp.json");
    let tree = crate::layer::json::Tree::parse(sample).expect("JSON");
    let reply = tree.root().get("response").expect("a reply").source();
    let verdict = judge(ID, 200, reply);
    assert_eq!(summary(&verdict), "accepted:");
    assert_eq!(
        (verdict.ids[0].value.as_str(), verdict.ids[0].path.as_str()),
        ("3768973957878705000", "/data/newMsgId")
    );
    check(
        ID,
        &[
            (r#"{"ret":200,"data":{"code":-2,"msg":null}}"#, "unknown: no_code /data/code, no_code /data/List"),
            (r#"{"ret":200,"msg":"发送失败","data":{"newMsgId":1}}"#, "unknown: no_code /msg"),
            (r#"{"ret":200,"data":{"newMsgId":0}}"#, "accepted: no_id /data/newMsgId"),
            (r#"{"ret":200,"data":{"List":[{"Ret":-1}]}}"#, "refused: inner_code /data/List/0/Ret"),
            (r#"{"ret":500,"msg":"x","data":{"newMsgId":1}}"#, "refused: code /ret"),
        ],
    );
}

/// The verdict on a reply to a call that sends to three.
fn three(results: &str) -> Verdict {
    let message = |to: &str| format!(r#"{{"content": "x", "msg_type": 1, "to_wxid": "{to}"}}"#);
    let messages = ["a", "b", "c"].map(message).join(", ");
    let values = format!(r#"{{"appid": "a", "to_wxid_list": [{messages}]}}"#);
    let entry = catalog::find("gewe.send_msg").expect("in the catalog");
    let reply = list("0", results);
    entry.verdict(Some(&values), Received { status: 200, retry_after: None, body: reply.as_bytes() })
}

#[test]
fn some_of_several_were_sent() {
    let ok = r#"{"Ret":0,"NewMsgId":7}"#;
    let bad = r#"{"Ret":-2}"#;
    let all = three(&[ok, ok, ok].join(","));
    assert_eq!((summary(&all).as_str(), all.ids.len()), ("accepted:", 3));
    let fewer = three(ok);
    assert_eq!(summary(&fewer), "partial: missing /data/List");
    assert_eq!((fewer.reasons[0].detail.as_str(), fewer.ids.len()), ("b, c", 1));
    let one = three(&[ok, bad, ok].join(","));
    assert_eq!(summary(&one), "partial: part_code /data/List/1/Ret, missing /data/List");
    assert_eq!((one.reasons[1].detail.as_str(), one.ids.len()), ("b", 2));
    // A result that names its receiver counts for that one, wherever it stands.
    let named = three(r#"{"Ret":0,"NewMsgId":7,"ToUsetName":{"string":"c"}},{"Ret":-2,"ToUsetName":{"string":"a"}}"#);
    let names: Vec<_> = named.not_taken.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(
        (summary(&named).as_str(), names),
        ("partial: part_code /data/List/1/Ret, missing /data/List", vec!["a", "b"])
    );
    let none = three(&[bad, bad, bad].join(","));
    assert_eq!(none.reasons.len(), 3);
    assert_eq!(none.level, Level::Refused);
    // What cannot be read is not said to be missing.
    assert_eq!(summary(&three(&[ok, "{}", ok].join(","))), "unknown: no_code /data/List/1/Ret");
}

#[test]
fn a_flood_of_results_ends_soon() {
    let results = vec![r#"{"Ret":-1,"NewMsgId":0}"#; 200_000].join(",");
    let verdict = judge(ID, 200, &list("0", &results));
    assert_eq!((verdict.level, verdict.reasons.len()), (Level::Refused, 1000));
    // The one failure stands behind all that is kept.
    let results = vec![r#"{"Ret":0,"NewMsgId":0}"#; 5000].join(",");
    let verdict = judge(ID, 200, &list("0", &format!(r#"{results},{{"Ret":-1}}"#)));
    assert_eq!(verdict.level, Level::Partial);
}
