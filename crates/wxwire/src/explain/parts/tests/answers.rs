//! Replies and what became of them: what they say, and what is around and inside of them.

use super::*;

const OK: &str = r#"{"errcode":0,"errmsg":"ok"}"#;

/// What is around a reply is not lost where it says that something went wrong; a log's record around one says nothing.
#[test]
fn what_is_around_a_reply_says_no() {
    const REPLY: &str = r#"{"ret":200,"msg":"ok"}"#;
    for outer in [
        r#"{"errcode":40014,"errmsg2":"zz","b":REPLY}"#,
        r#"{"error":"boom","data":REPLY}"#,
        r#"{"status":"failed","data":REPLY}"#,
        r#"{"success":false,"data":REPLY}"#,
        r#"{"code":"InvalidParameter","data":REPLY}"#,
        r#"{"code":"1001","data":REPLY}"#,
    ] {
        for text in [outer.replace("REPLY", REPLY), format!("got {} in 3 ms", outer.replace("REPLY", REPLY))] {
            let all = parts(text.as_bytes(), None).expect("something");
            let told: Vec<_> = all.iter().map(|part| (part.explanation.kind, part.is_told())).collect();
            assert_eq!(told, [(Kind::Json, true), (Kind::Reply, true)], "{text}");
        }
    }
    for outer in [
        r#"{"time":"t","level":"error","body":REPLY}"#,
        r#"{"error":"x","body":"{\"ret\":200,\"msg\":\"ok\"}"}"#,
        r#"{"code":0,"data":REPLY}"#,
        r#"{"status":"ok","data":REPLY}"#,
        r#"{"level":"info","ret":"0","msg":"done","body":REPLY}"#,
        r#"{"errcode":"0","errmsg":"done","body":"{\"ret\":200,\"msg\":\"ok\"}"}"#,
    ] {
        let text = outer.replace("REPLY", REPLY);
        let kinds: Vec<_> =
            parts(text.as_bytes(), None).expect("something").into_iter().map(|part| part.explanation.kind).collect();
        assert_eq!(kinds, [Kind::Reply], "{text}");
    }
}

/// A failure inside of a success is none, at whatever depth.
#[test]
fn a_failure_inside_of_a_success_is_told() {
    for (reply, place) in [
        (r#"{"ret":200,"msg":"ok","data":{"errcode":40001,"errmsg":"x"}}"#, "/data/errcode"),
        (r#"{"ret":200,"msg":"ok","data":{"baseResponse":{"ret":-104}}}"#, "/data/baseResponse/ret"),
        (r#"{"errcode":0,"errmsg":"ok","result":[{"errcode":40001}]}"#, "/result/0/errcode"),
        (r#"{"ret":200,"msg":"操作成功","data":{"code":-1,"msg":"设备已离线"}}"#, "/data/code"),
        (r#"{"ret":200,"msg":"操作成功","data":{"success":false,"msg":"x"}}"#, "/data/success"),
        (r#"{"data":{},"error_code":1001,"error":"x","type":"WW_SEND_TEXT_MSG"}"#, "/error_code"),
        (r#"{"ret":200,"msg":"操作成功","data":{"success":"false","msg":"x"}}"#, "/data/success"),
        (r#"{"ret":200,"msg":"操作成功","data":{"isSuccess":false,"msg":"x"}}"#, "/data/isSuccess"),
        (r#"{"ret":200,"msg":"操作成功","data":{"errCode":-2}}"#, "/data/errCode"),
        (r#"{"ret":200,"msg":"操作成功","data":{"errcode":"40001"}}"#, "/data/errcode"),
        (r#"{"ret":200,"msg":"操作成功","data":{"baseResponse":{"ret":"-104"}}}"#, "/data/baseResponse/ret"),
        (r#"{"ret":200,"msg":"操作成功","errCode":-1,"errMsg":"失败"}"#, "/errCode"),
        (r#"{"ret":200,"msg":"操作成功","data":"{\"errcode\":40001,\"errmsg\":\"x\"}"}"#, "/data"),
        (r#"{"errcode":0,"errmsg":"ok","result":"[{\"errcode\":40001}]"}"#, "/result"),
        (r#"{"errcode":"40014","errmsg":"invalid access_token"}"#, "/errcode"),
        (r#"{"ret":"500","msg":"失败"}"#, "/ret"),
    ] {
        let verdict = parts(reply.as_bytes(), None).expect("a reply").remove(0).explanation.verdict.expect(reply);
        assert_eq!(verdict.level, crate::verdict::Level::Refused, "{reply}");
        assert!(format!("{verdict:?}").contains(place), "{verdict:?}");
    }
}

/// Names that many use say no only where words stand beside them, and for nobody but the reply they are in.
#[test]
fn names_that_many_use_say_no_in_their_place_alone() {
    for reply in [
        r#"{"ret":200,"msg":"操作成功","data":{"code":-1}}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"list":[{"status":-1,"msg":"x"}]}}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"success":true,"msg":"x"}}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"code":-1,"msg":"成功"}}"#,
        r#"{"errcode":0,"errmsg":"ok","status":-1}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"success":0}}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"errCode":"0","errMsg":"x"}}"#,
        r#"{"errcode":0,"errmsg":"ok","ret":0}"#,
        r#"{"errcode":0,"errmsg":"ok","code":7}"#,
        r#"{"errcode":0,"errmsg":"ok","errors":[],"error":{}}"#,
        r#"{"errcode":0,"errmsg":"ok","status":"sent"}"#,
        r#"{"errcode":0,"errmsg":"ok. Warning: wrong json format. "}"#,
        r#"{"errcode":0,"errmsg":"没有错误"}"#,
        r#"{"errcode":0,"errmsg":"ok","error_description":"invalid or not there, 错误"}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"content":"invalid","error":"","result":"done"}}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"list":[{"status":"failed","error":"x"}]}}"#,
        r#"{"errcode":0,"errmsg":"成功 3 条，失败 0 条"}"#,
        r#"{"errcode":0,"errmsg":"失败数：0"}"#,
        r#"{"errcode":0,"errmsg":"没有失败"}"#,
        r#"{"ret":200,"msg":"操作成功","data":"{\"errcode\":0,\"errmsg\":\"ok\"}"}"#,
        // What somebody wrote.
        r#"{"ret":200,"msg":"操作成功","data":{"content":"{\"errcode\":40001,\"errmsg\":\"x\"}"}}"#,
    ] {
        let verdict = parts(reply.as_bytes(), None).expect("a reply").remove(0).explanation.verdict.expect(reply);
        assert_eq!(verdict.level, crate::verdict::Level::Accepted, "{reply}");
    }
    // Neither a yes nor a no that is known.
    for reply in [
        r#"{"data":{"result":false,"errmsg":"x"},"type":"WW_SEND_TEXT_MSG"}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"ret":1,"msg":"失败"}}"#,
        r#"{"errcode":0,"errmsg":"ok","job_info":{"status":-1,"msg":"not started"}}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"success":0,"msg":"x"}}"#,
        r#"{"ret":200,"msg":"操作成功","success":false}"#,
        r#"{"ret":200,"msg":"操作成功","data":"{\"ret\":1,\"msg\":\"失败\"}"}"#,
        // A yes in another type than its own, or two of one name.
        r#"{"ret":"200","msg":"操作成功"}"#,
        r#"{"errcode":"0","errmsg":"ok"}"#,
        r#"{"errcode":0.0,"errmsg":"ok"}"#,
        r#"{"errcode":0,"errmsg":"ok","errcode":40014}"#,
        r#"{"errcode":40014,"errmsg":"ok","errcode":0}"#,
        r#"{"ret":200,"msg":"发送失败"}"#,
        // A no beside a yes.
        r#"{"errcode":0,"errmsg":"ok","ret":500}"#,
        r#"{"errcode":0,"errmsg":"ok","ret":"-1"}"#,
        r#"{"errcode":0,"errmsg":"ok","code":-1}"#,
        r#"{"errcode":0,"errmsg":"ok","err_code":7}"#,
        r#"{"errcode":0,"errmsg":"发送失败"}"#,
        r#"{"errcode":0,"errmsg":"invalid credential"}"#,
        r#"{"errcode":0,"errmsg":"invalid webhook url, hint: [x]"}"#,
        r#"{"errcode":0,"errmsg":"system busy"}"#,
        r#"{"errcode":0,"errmsg":"not allow to access from your ip"}"#,
        r#"{"errcode":0,"errmsg":"ok","code":500}"#,
        r#"{"errcode":0,"errmsg":"ok","status":"fail"}"#,
        r#"{"errcode":0,"errmsg":"ok","errors":["x"]}"#,
        r#"{"errcode":0,"errmsg":"ok","error":{"code":1}}"#,
        r#"{"ret":200,"msg":"设备不在线"}"#,
        r#"{"ret":200,"msg":"未登录"}"#,
        r#"{"ret":200,"msg":"失败"}"#,
        r#"{"ret":200,"msg":"参数错误"}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"error":"blocked"}}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"result":"failed"}}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"status":"fail"}}"#,
        r#"{"errcode":0,"errmsg":"失败 1 条"}"#,
        r#"{"ret":200,"msg":"操作成功","error":"boom"}"#,
        r#"{"errcode":0,"errmsg":"ok","error_code":1001}"#,
        r#"{"ret":200,"msg":"操作成功","errcode":40014}"#,
        r#"{"ret":200,"msg":"操作成功","errCode":-1}"#,
        r#"{"errcode":0,"data":[{"idx":0,"api_send_svrid":"1688,7881,1767225601000VP9ZTm"}],"ret":500}"#,
    ] {
        let verdict = parts(reply.as_bytes(), None).expect("a reply").remove(0).explanation.verdict.expect(reply);
        assert_eq!(verdict.level, crate::verdict::Level::Unknown, "{reply}");
    }
    let nobodys = r#"{"code":-1,"msg":"x","data":{"success":false,"msg":"y"}}"#;
    assert!(parts(nobodys.as_bytes(), None).expect("JSON").remove(0).explanation.verdict.is_none());
}

/// What stands under the name of a failure was not taken; the rest was.
#[test]
fn a_list_of_failures_leaves_the_rest_taken() {
    for (reply, name) in [
        (r#"{"errcode":0,"errmsg":"ok","cal_id":"c","fail_result":{"shares":[{"errcode":60111,"userid":"x"}]}}"#, "x"),
        (r#"{"errcode":1,"errmsg":"x","result_list":[{"userid":"a","errcode":1},{"userid":"b","errcode":0}]}"#, "a"),
    ] {
        let verdict = parts(reply.as_bytes(), None).expect("a reply").remove(0).explanation.verdict.expect(reply);
        let names: Vec<_> = verdict.not_taken.iter().map(|part| part.name.as_str()).collect();
        assert_eq!((verdict.level, names), (crate::verdict::Level::Partial, vec![name]), "{reply}");
    }
}

/// What was sent tells more of a reply, though its form tells its call: how many messages there were, and to whom.
#[test]
fn what_was_sent_counts_where_the_reply_tells_its_call() {
    let message = r#"{"msg_type":"text","content":{"items":[{"type":"text","text":"1"}]}}"#;
    let three = format!(r#"{{"wxid":"1688","target_wxid":"7881","messages":[{message},{message},{message}]}}"#);
    let one = r#"{"data":[{"idx":0,"api_send_svrid":"1688,7881,1767225601000VP9ZTm"}],"errcode":0}"#;
    let all = "{\"touser\":\"A|b\",\"agentid\":1,\"msgtype\":\"text\",\"text\":{\"content\":\"x\"}}\n";
    let none = r#"{"errcode":0,"errmsg":"ok","invaliduser":"a|b","msgid":"m"}"#;
    for (text, level) in [
        (format!("{three}\n{one}"), "partial"),
        (one.to_owned(), "queued"),
        (one.replace("}],", r#"},{"idx":1,"api_send_svrid":""}],"#), "partial"),
        (format!("{all}{none}"), "refused"),
        (format!("{all}{}", none.replace("|b", "")), "partial"),
    ] {
        let last = parts(text.as_bytes(), None).expect("something").pop().expect("a reply");
        assert_eq!(last.explanation.verdict.map(|verdict| verdict.level.name()), Some(level), "{text}");
    }
}

/// A reply that names another receiver than its request may be another message's: it is told.
#[test]
fn another_receiver_in_a_reply_is_told() {
    let whys = |text: &str| {
        let last = parts(text.as_bytes(), None).expect("something").pop().expect("a reply");
        let verdict = last.explanation.verdict.expect(text);
        let paths = verdict.reasons.iter().filter(|one| one.why.name() == "other_receiver").map(|one| one.path.clone());
        (verdict.level, paths.collect::<Vec<_>>())
    };
    let request = r#"POST /gewe/v2/api/message/postText {"appId":"wx_1","toWxid":"wxid_a","content":"x"}"#;
    let reply =
        r#"{"ret":200,"msg":"操作成功","data":{"toWxid":"wxid_b","createTime":1,"msgId":1,"newMsgId":2,"type":1}}"#;
    let first = r#"POST /api/message/sendapp {"appid":"a","to_wxid":"wxid_a","xml":"<appmsg><title>t</title><type>5</type><url>http://h</url></appmsg>"}"#;
    let list = r#"{"ret":0,"msg":"success","data":{"BaseResponse":{"ret":0,"errMsg":{}},"Count":1,"List":[{"Ret":0,"ToUsetName":{"string":"wxid_b"},"MsgId":0,"NewMsgId":5}]}}"#;
    for (text, path) in [
        (format!("{request}\n{reply}"), vec!["/data/toWxid".to_owned()]),
        (format!("{request}\n{}", reply.replace("wxid_b", "wxid_a")), vec![]),
        (format!("{request}\n{}", reply.replace("wxid_b", "")), vec![]),
        (format!("{first}\n{list}"), vec!["/data/List/0/ToUsetName/string".to_owned()]),
        (format!("{first}\n{}", list.replace("wxid_b", "wxid_a")), vec![]),
        (reply.to_owned(), vec![]),
    ] {
        assert_eq!(whys(&text), (Level::Accepted, path), "{text}");
    }
}

#[test]
fn a_reply_in_a_chat_is_told() {
    let found = parts("客户说返回 {“ret”:500,“msg”:“发送失败”}，怎么办".as_bytes(), None).expect("parts");
    let [one] = &found[..] else { unreachable!("{found:?}") };
    assert!(one.is_broken && one.explanation.verdict.as_ref().is_some_and(|verdict| verdict.level == Level::Refused));
    assert_eq!(one.explanation.kind, Kind::Reply);
}

/// What a program would answer is no answer.
#[test]
fn a_reply_in_source_is_none() {
    for (before, reply, behind) in [
        ("def reply; ", r#"{ "ret" => 200, "msg" => "ok" }"#, "; end"),
        ("def reply\n  ", r#"{ "ret" => 200, "msg" => "ok" }"#, "\nend"),
        ("return ", r#"{ "ret" => 200, "msg" => "ok" }"#, ";"),
        ("  return ", "{'errcode': 0, 'errmsg': 'ok'}", ""),
        ("  return ", OK, ""),
        ("function f() { return ", "{ errcode: 0, errmsg: 'ok' }", "; }"),
        ("reply = ", "Reply(errcode=0, errmsg='ok')", ""),
        ("render json: ", r#"{ "ret" => 200, "msg" => "ok" }"#, ""),
    ] {
        let text = format!("{before}{reply}{behind}");
        assert_eq!((&told(&text)[..], &levels(&text)[..]), (&[(Kind::Json, None)][..], &[None][..]), "{text}");
    }
    assert_eq!(told("return { success: true, message: text };"), [(Kind::Text, None)]);
    assert_eq!(levels("got reply=Reply(errcode=40014, errmsg='no')"), [Some(Level::Refused)]);
    for before in ["return ", "INFO send return ", "接口 return ", "=> ", "def of errcode: "] {
        assert_eq!(levels(&format!("{before}{OK}")), [Some(Level::Accepted)], "{before}");
    }
}
