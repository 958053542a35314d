//! What a relay or a client says around a reply that says yes.

use super::*;
use crate::layer::json::quote;

const REPLIES: [&str; 2] = [
    r#"{"errcode":0,"errmsg":"ok"}"#,
    r#"{"ret":200,"msg":"操作成功","data":{"toWxid":"wxid_a","createTime":1,"msgId":1,"newMsgId":7,"type":1}}"#,
];

/// The level of each reply in a text, where `REPLY` and `TEXT` stand for one as it is and in a string.
fn of_replies(text: &str, reply: &str) -> Vec<&'static str> {
    let text = text.replace("REPLY", reply).replace("TEXT", &quote(reply));
    let found = parts(text.as_bytes(), None).expect("parts").into_iter();
    let replies = found.filter(|part| part.explanation.kind == Kind::Reply);
    replies.filter_map(|part| Some(part.explanation.verdict?.level.name())).collect()
}

/// Of a no around a yes nobody can say which is true.
#[test]
fn a_no_around_a_yes_leaves_it_unknown() {
    for reply in REPLIES {
        for (text, told) in [
            (r#"{"code":500,"msg":"fail","data":REPLY}"#, "/code 500"),
            (r#"{"code":500,"msg":"fail","data":TEXT}"#, "/code 500"),
            (r#"{"code":"40001","data":REPLY}"#, "/code"),
            (r#"{"code":-1,"data":REPLY}"#, "/code -1"),
            (r#"{"code":"InvalidParameter","data":REPLY}"#, "/code"),
            (r#"{"success":false,"resp":REPLY}"#, "/success false"),
            (r#"{"success":false,"resp":TEXT}"#, "/success false"),
            (r#"{"success":false,"results":[REPLY]}"#, "/success false"),
            (r#"{"ok":false,"result":REPLY}"#, "/ok false"),
            (r#"{"error":"timeout","resp":REPLY}"#, "/error"),
            (r#"{"error":{"code":1},"resp":REPLY}"#, "/error"),
            (r#"{"errors":["x"],"resp":REPLY}"#, "/errors"),
            (r#"{"status":"error","resp":REPLY}"#, "/status"),
            (r#"{"msg":"发送失败","data":REPLY}"#, "/msg"),
            (r#"{"level":"error","msg":"send failed","body":TEXT}"#, "/msg"),
            (r#"{"a":{"code":500,"msg":"x","data":REPLY}}"#, "/a/code 500"),
            (r#"{"code":500,"data":{"resp":REPLY}}"#, "/code 500"),
            (r#"{"success":false,"msg":"x","notify":REPLY}"#, "/success false"),
            (r#"{"response":{"code":500,"body":TEXT}}"#, "/response/code 500"),
            (r#"{"response":{"code":500,"body":REPLY}}"#, "/response/code 500"),
            (r#"got {"code":500,"msg":"fail","data":REPLY} in 3 ms"#, "/code 500"),
            (r#"{"http_code":500,"body":REPLY}"#, "500"),
            (r#"{"http_code":500,"body":TEXT}"#, "500"),
            (r#"{"responseStatus":502,"responseBody":TEXT}"#, "502"),
        ] {
            assert_eq!(of_replies(text, reply), ["unknown"], "{text}");
            let text = text.replace("REPLY", reply).replace("TEXT", &quote(reply));
            let verdict = parts(text.as_bytes(), None).expect("parts").pop().and_then(|part| part.explanation.verdict);
            let last = verdict.and_then(|verdict| verdict.reasons.into_iter().next_back()).expect("a reason");
            assert!(last.detail == told, "{text}: {last:?}");
        }
        // The call is known by the request beside it, and the no stays.
        let asked =
            r#"{"request":{"appId":"wx_1","toWxid":"wxid_a","content":"x"},"error":"timeout","response":REPLY}"#;
        assert_eq!(of_replies(asked, reply), ["unknown"]);
    }
}

/// What says yes around it, what is of something else, and what is explained by another reply there takes nothing from a reply.
#[test]
fn what_says_no_of_something_else_leaves_a_reply_as_it_is() {
    for reply in REPLIES {
        for text in [
            r#"{"code":0,"data":REPLY}"#,
            r#"{"code":200,"data":REPLY}"#,
            r#"{"code":1,"msg":"success","data":REPLY}"#,
            r#"{"code":10000,"msg":"Success","data":REPLY}"#,
            r#"{"code":"00000","data":REPLY}"#,
            r#"{"code":"SUC0000","data":REPLY}"#,
            r#"{"success":true,"message":"","resp":REPLY}"#,
            r#"{"failed":0,"ok":1,"resp":REPLY}"#,
            r#"{"time":"t","level":"error","body":REPLY}"#,
            r#"{"level":"info","code":500123,"body":TEXT}"#,
            r#"{"level":"info","error":null,"errors":[],"err":"<nil>","body":TEXT}"#,
            r#"{"level":"info","prev_status":500,"status":200,"body":TEXT}"#,
            r#"{"orderStatus":500,"resp":REPLY}"#,
            r#"{"order":{"status":"failed"},"resp":REPLY}"#,
            r#"{"success":false,"order":{"id":1},"notify":REPLY}"#,
        ] {
            assert_eq!(of_replies(text, reply), ["accepted"], "{text}");
        }
        let several = r#"{"success":false,"results":[REPLY,{"errcode":40014,"errmsg":"x"}]}"#;
        assert_eq!(of_replies(several, reply), ["accepted", "refused"]);
        let next = r#"[{"code":500,"msg":"fail","data":REPLY},{"code":0,"msg":"ok","data":REPLY}]"#;
        assert_eq!(of_replies(next, reply), ["unknown", "accepted"]);
    }
    // A no stays one.
    assert_eq!(of_replies(r#"{"code":500,"data":REPLY}"#, r#"{"errcode":40014,"errmsg":"x"}"#), ["refused"]);
}
