//! Youmi speaks in three fields: `succeed`, the number `errmsg`, the text `errdesc`.

use super::{check, check_words, judge};
use crate::lang::Lang;
use crate::verdict::{Level, Why};

const ID: &str = "youmi.send_public_message";

#[test]
fn a_success_that_is_none() {
    check(
        ID,
        &[
            (include_str!("../../../tests/samples/youmi/youmi_v2_generic_resp.json"), "queued:"),
            // Another call's: there is no task in it.
            (
                include_str!("../../../tests/samples/youmi/youmi_v2_subscribeEvent_resp.json"),
                "accepted: no_id /values/taskId",
            ),
            (r#"{"succeed":true,"errmsg":0,"values":{"taskId":"t"}}"#, "queued:"),
            (r#"{"succeed":true,"errmsg":10004,"values":{"taskId":"t"}}"#, "queued:"),
            (r#"{"succeed":true,"errmsg":20000,"values":{"taskId":"t"}}"#, "queued:"),
            (r#"{"succeed":true,"values":{"taskId":"t"}}"#, "queued:"),
            (r#"{"succeed":true,"errmsg":null,"values":{"taskId":7}}"#, "queued:"),
            (
                r#"{"succeed":true,"errmsg":1001,"errdesc":"设备离线","values":{"taskId":"t"}}"#,
                "unknown: no_code /errmsg",
            ),
            (r#"{"succeed":true,"errmsg":"设备离线","values":{"taskId":"t"}}"#, "unknown: no_code /errmsg"),
            (r#"{"succeed":true,"errmsg":500,"values":{"taskId":"t"}}"#, "unknown: no_code /errmsg"),
            (r#"{"succeed":true,"errmsg":-1,"values":{"taskId":"t"}}"#, "unknown: no_code /errmsg"),
            (r#"{"succeed":true,"errmsg":"invalid token","values":{"taskId":"t"}}"#, "unknown: no_code /errmsg"),
            (r#"{"succeed":true,"errmsg":"0","values":{"taskId":"t"}}"#, "unknown: no_code /errmsg"),
            (r#"{"succeed":true,"errmsg":"10003","values":{"taskId":"t"}}"#, "refused: credentials /errmsg"),
            (
                r#"{"succeed":true,"errmsg":0,"errdesc":"发送失败","values":{"taskId":"t"}}"#,
                "unknown: no_code /errdesc",
            ),
            (r#"{"succeed":true,"errmsg":0,"values":{"taskId":""}}"#, "accepted: no_id /values/taskId"),
            (r#"{"succeed":true,"errmsg":0,"values":{"taskId":null}}"#, "accepted: no_id /values/taskId"),
            (r#"{"succeed":true,"errmsg":0,"values":{"taskId":-1}}"#, "accepted: no_id /values/taskId"),
            (r#"{"succeed":true,"errmsg":0,"values":{"taskId":0}}"#, "accepted: no_id /values/taskId"),
            (r#"{"succeed":true,"errmsg":0,"values":{"taskId":["t"]}}"#, "accepted: no_id /values/taskId"),
            (r#"{"succeed":true,"errmsg":0,"values":{}}"#, "accepted: no_id /values/taskId"),
            (r#"{"succeed":true,"errmsg":0,"values":null}"#, "accepted: no_id /values/taskId"),
            (r#"{"succeed":true,"errmsg":0,"values":[{"taskId":"t"}]}"#, "accepted: no_id /values/taskId"),
            (r#"{"succeed":true,"errmsg":0}"#, "accepted: no_id /values"),
            // A yes beside a code that its own table has as a no.
            (r#"{"succeed":true,"errmsg":10003,"values":{"taskId":"t"}}"#, "refused: credentials /errmsg"),
            (r#"{"succeed":true,"errmsg":200009,"values":{"taskId":"t"}}"#, "refused: code /errmsg"),
            // Which codes v2 has is not known.
            (r#"{"succeed":true,"errmsg":7,"values":{"taskId":"t"}}"#, "queued: unknown_code /errmsg"),
            (r#"{"succeed":true,"errmsg":"ok","values":{"taskId":"t"}}"#, "queued: unknown_code /errmsg"),
            (
                r#"{"succeed":true,"errmsg":99999999999999999999,"values":{"taskId":"t"}}"#,
                "queued: unknown_code /errmsg",
            ),
        ],
    );
}

#[test]
fn a_no_is_a_no_whatever_the_code() {
    check(
        ID,
        &[
            (r#"{"succeed":false,"errmsg":10003}"#, "refused: credentials /errmsg"),
            (r#"{"succeed":false,"errmsg":7,"values":{"taskId":"t"}}"#, "refused: code /errmsg"),
            (r#"{"succeed":false,"errmsg":0}"#, "refused: code /succeed"),
            (r#"{"succeed":false,"errmsg":20000,"values":{"taskId":"t"}}"#, "refused: code /succeed"),
            (r#"{"succeed":false,"errmsg":"x"}"#, "refused: code /succeed"),
            (r#"{"succeed":false}"#, "refused: code /succeed"),
        ],
    );
    assert!(judge(ID, 200, r#"{"succeed":false,"errmsg":7,"values":{"taskId":"t"}}"#).ids.is_empty());
}

#[test]
fn a_code_of_another_type_says_nothing() {
    check(
        ID,
        &[
            ("{}", "unknown: no_code /succeed"),
            (r#"{"errmsg":20000,"values":{"taskId":"t"}}"#, "unknown: no_code /succeed"),
            (r#"{"succeed":"true","errmsg":0}"#, "unknown: no_code /succeed"),
            (r#"{"succeed":1,"errmsg":0,"values":{"taskId":"t"}}"#, "unknown: no_code /succeed"),
            (r#"{"succeed":null,"errmsg":0}"#, "unknown: no_code /succeed"),
            (r#"{"succeed":[true],"errmsg":0}"#, "unknown: no_code /succeed"),
            (r#"{"succeed":false,"succeed":true,"errmsg":0,"values":{"taskId":"t"}}"#, "unknown: no_code /succeed"),
        ],
    );
}

/// The table of v1 is complete with these; its two successes stand above.
#[test]
fn every_code() {
    let credentials =
        [10003, 10005, 10006, 10011].into_iter().chain(200_001..=200_007).map(|code| (code, Why::Credentials));
    for (code, why) in credentials.chain((200_008..=200_024).map(|code| (code, Why::Code))) {
        let verdict = judge(ID, 200, &format!(r#"{{"succeed":false,"errmsg":{code},"errdesc":"原文"}}"#));
        let reason = &verdict.reasons[0];
        assert_eq!((verdict.level, reason.why, reason.path.as_str()), (Level::Refused, why, "/errmsg"), "{code}");
        assert_eq!((verdict.code, verdict.message), (Some(code.to_string()), Some("原文".to_owned())));
        let meaning = reason.meaning.expect("words for each");
        assert!(meaning.zh != meaning.en && !meaning.en.is_empty(), "{code}");
    }
}

#[test]
fn words_say_what_to_do() {
    check_words(
        ID,
        &[
            (
                r#"{"succeed":false,"errmsg":10003}"#,
                "the credentials are wrong, expired or not enough: 10003 the token no longer holds, fetch a new one",
            ),
            (r#"{"succeed":false,"errmsg":0}"#, "the gateway answered with an error: succeed"),
        ],
    );
    let queued = judge(ID, 200, r#"{"succeed":true,"errmsg":0,"values":{"taskId":"t"}}"#);
    let (name, how) = queued.settled_by.expect("something settles it");
    assert_eq!(name, "rpaTaskResult");
    assert!(how.get(Lang::En).contains("not documented"));
}

/// Whether events come is said inside; a token is told by nothing but its status.
#[test]
fn other_calls_have_successes_of_their_own() {
    check(
        "youmi.public_subscribe_event",
        &[
            (r#"{"succeed":true,"errmsg":0,"values":true}"#, "accepted:"),
            (r#"{"succeed":true,"errmsg":0,"values":false}"#, "refused: inner_code /values"),
            (r#"{"succeed":true,"errmsg":0}"#, "accepted:"),
        ],
    );
    check("youmi.connect_token", &[(r#"{"access_token":"t","expires_in":7200}"#, "accepted: status_only")]);
    let refused = judge("youmi.connect_token", 400, r#"{"error":"invalid_client"}"#);
    assert_eq!(refused.level, Level::Refused);
    check(
        "youmi.v1_get_access_token",
        &[
            (r#"{"succeed":true,"errmsg":10004,"values":{"expires_in":1593503171}}"#, "accepted:"),
            (r#"{"succeed":false,"errmsg":200006}"#, "refused: credentials /errmsg"),
        ],
    );
}
