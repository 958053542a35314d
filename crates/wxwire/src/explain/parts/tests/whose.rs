//! Whose a reply is: the call of the request or the address before it, or nobody's.

use super::*;

const NO: &str = r#"{"ret":500,"msg":"失败"}"#;

const SENT: &str = r#"{"appId":"wx_1","toWxid":"wxid_a","content":"x"}"#;

/// What another call answers is not this one's, though it stands right behind the request.
#[test]
fn a_reply_with_the_members_of_others_is_not_the_requests() {
    let requests = [
        (r#"{"touser":"zhangsan|lisi","agentid":1,"msgtype":"text","text":{"content":"hi"}}"#, "wecom.message_send"),
        (r#"/gewe/v2/api/message/postText {"appId":"wx_1","toWxid":"wxid_a","content":"x"}"#, "gewe.message_post_text"),
    ];
    for (reply, of) in [
        (r#"{"errcode":0,"errmsg":"ok","access_token":"TTTTTTTTTTTT123","expires_in":7200}"#, 0),
        (r#"{"errcode":0,"errmsg":"ok","userid":"zhangsan","name":"n","department":[1]}"#, 0),
        (r#"{"ret":200,"msg":"操作成功","data":true}"#, 1),
        (r#"{"ret":200,"msg":"操作成功","data":{"appId":"a","qrData":"q","uuid":"u"}}"#, 1),
    ] {
        let (request, id) = requests[of];
        let text = format!("POST {request}\n{reply}");
        let all = parts(text.as_bytes(), None).expect("two");
        let ids: Vec<_> = all.iter().map(|part| part.explanation.operation.map(|entry| entry.id)).collect();
        assert_eq!((ids[0], ids[1] == Some(id)), (Some(id), false), "{reply}");
    }
}

/// A reply alone is seldom one call's; the request that stands right before it says whose it is.
#[test]
fn a_reply_is_that_of_the_request_before_it() {
    let request = r#"{"touser":"zhangsan|lisi","agentid":1,"msgtype":"text","text":{"content":"hi"}}"#;
    let reply = r#"{"errcode":0,"errmsg":"ok","invaliduser":"lisi","msgid":"m"}"#;
    let of = |text: &str| {
        let all = parts(text.as_bytes(), None).expect("something");
        let last = all.last().expect("a reply");
        let what = &last.explanation;
        assert_eq!(&text.as_bytes()[what.payload.clone()], reply.as_bytes());
        assert_eq!(text[what.lines[1].span.clone()].trim_matches('"'), "ok");
        (what.operation.map(|entry| entry.id), what.told_by.en)
    };
    let behind = (Some("wecom.message_send"), "by the request before it");
    assert_eq!(of(&format!("sent {request}\ngot {reply}\n")), behind);
    assert_eq!(of(&format!("sent {request}\ngot {{\"a\":1}}\nand {reply}")).0, None);
    // Nor does it where anything stands on a line between: several things are done at once.
    assert_eq!(of(&format!("sent {request}\nsomething else\ngot {reply}\n")).0, None);
    // Another gateway's request says nothing.
    let other = r#"{"appid":"a","to_wxid":"b","xml":"c"}"#;
    assert_eq!(of(&format!("sent {other}\ngot {reply}")).0, None);
}

/// A reply says little of its call; the address that it was asked for at says which it is.
#[test]
fn a_reply_behind_its_address() {
    const URL: &str = "https://qyapi.weixin.qq.com/cgi-bin/menu/get?access_token=t0ken-s3cret&agentid=1";
    const REPLY: &str = r#"{"errcode":42001,"errmsg":"access_token expired"}"#;
    let of = |text: &str| {
        let all = parts(text.as_bytes(), None).expect("something");
        let reply = all.iter().find(|part| part.explanation.kind == Kind::Reply).expect("a reply");
        reply.explanation.operation.map(|entry| entry.id)
    };
    for text in [
        format!("GET {URL} {REPLY}"),
        format!("GET {URL}\n{REPLY}"),
        format!("请求地址： {URL}\n返回结果： HTTP/1.0 200 OK\nContent-Length: 49\n {REPLY}"),
        format!(
            "10:00 ERROR x :\n【请求地址】: {URL}\n【请求参数】：&a=0\n【错误信息】：错误代码：42001, 原始报文：{REPLY}"
        ),
        format!("DEBUG:http \"GET /cgi-bin/menu/get?agentid=1 HTTP/1.1\" 200 None\n{REPLY}"),
        format!("$ curl '{URL}' \\\n  -H 'Accept: */*'\n{REPLY}"),
        format!("GET {URL}\nReferer: https://qyapi.weixin.qq.com/cgi-bin/menu/delete\n\n{REPLY}"),
        format!("GET {URL} Referer: https://qyapi.weixin.qq.com/cgi-bin/menu/delete\n{REPLY}"),
        format!("12:00 tid=1 GET {URL} 12:01 tid=1 <- {REPLY}"),
        format!("GET /cgi-bin/menu/get?agentid=1 HTTP/1.1\nHost: qyapi.weixin.qq.com\n\nHTTP/1.1 200 OK\n\n{REPLY}"),
    ] {
        assert_eq!(of(&text), Some("wecom.menu_get"), "{text}");
    }
    for text in [
        format!("GET {URL}\n-> https://qyapi.weixin.qq.com/cgi-bin/unknown/thing\n{REPLY}"),
        format!("We no longer use /cgi-bin/menu/get since it fails.\n{REPLY}"),
        format!("see {URL} for details; the other call replied\n{REPLY}"),
        format!("Docs: {URL}\n{REPLY}"),
        format!("接口文档：{URL}\n{REPLY}"),
        format!("12:00 tid=1 GET {URL}\n12:01 tid=2 <- {REPLY}"),
        format!("GET https://qyapi.weixin.qq.com/cgi-bin/unknown Referer: {URL}\n{REPLY}"),
        format!("GET {URL}\n10:00 INFO something else\n{REPLY}"),
        format!("GET https://example.org/page\n{REPLY}"),
        format!("GET {URL}\n{REPLY}\n\n10:00 INFO\n{{\"errcode\":40001,\"errmsg\":\"x\"}}")
            .replacen(REPLY, "{\"errcode\":0}", 1)
            .replacen("GET", "x", 1)
            .replace("/menu/get", "/unknown/path"),
    ] {
        assert_eq!(of(&text), None, "{text}");
    }
}

/// Values that may be several calls' are the one's whose address stands before them; a refusal may be any call's.
#[test]
fn an_address_tells_whose_values_and_refusals_are() {
    let text = "curl 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k' -d '{\"msgtype\":\"text\",\"text\":{\"content\":\"x\"}}'\n{\"errcode\":45009,\"errmsg\":\"x\"}";
    let all = parts(text.as_bytes(), None).expect("two");
    let ids: Vec<_> = all.iter().map(|part| part.explanation.operation.map(|entry| entry.id)).collect();
    assert_eq!(ids, [Some("wecom.webhook_send"); 2]);
    for (path, reply, id) in [
        (
            "media/upload",
            r#"{"errcode":0,"errmsg":"ok","type":"image","media_id":"M","created_at":1234567890}"#,
            "wecom.media_upload",
        ),
        ("menu/get", r#"{"errcode":-1,"errmsg":"x","userlist":[]}"#, "wecom.menu_get"),
    ] {
        let text = format!("POST https://qyapi.weixin.qq.com/cgi-bin/{path}?access_token=t&type=image\n{reply}")
            .replace("POST https://qyapi.weixin.qq.com/cgi-bin/menu", "GET https://qyapi.weixin.qq.com/cgi-bin/menu");
        let part = parts(text.as_bytes(), None).expect("one").remove(0);
        assert_eq!(part.explanation.operation.map(|entry| entry.id), Some(id), "{text}");
    }
}

/// The values that a call answers may tell nothing of it: its address stands before them.
#[test]
fn a_reply_behind_a_body_and_its_address() {
    let text = "curl http://127.0.0.1:2531/v2/api/login/getLoginQrCode \\\n-d '{\n  \"x\": \"y\"\n}'\n{\"ret\":500,\"msg\":\"不可用\"}";
    let all = parts(text.as_bytes(), None).expect("something");
    let last = all.last().expect("a reply");
    assert_eq!(last.explanation.operation.map(|entry| entry.id), Some("gewe.login_get_login_qr_code"));
}

/// A refusal whose form several services have is no call's, whatever it holds.
#[test]
fn a_refusal_of_any_form_tells_of_no_call() {
    let text = r#"{"ret":500,"msg":"x","data":{"code":"-2","msg":null}}"#;
    let all = parts(text.as_bytes(), None).expect("something");
    assert!(all[0].explanation.is_shared && all[0].explanation.candidates.is_empty(), "{all:?}");
}

/// Of several that wait for an answer, it is the one that the log says, or nobody knows.
#[test]
fn a_reply_among_several_requests() {
    let app = r#"{"touser":"a","msgtype":"text","agentid":1,"text":{"content":"x"}}"#;
    let post = "POST /gewe/v2/api/message/postText";
    let told = |text: &str| -> Vec<Option<&'static str>> {
        let found = parts(text.as_bytes(), None).expect("parts");
        let replies = found.iter().filter(|part| part.explanation.kind == Kind::Reply);
        replies.map(|part| part.explanation.operation.map(|entry| entry.id)).collect()
    };
    let text = Some("gewe.message_post_text");
    for (mark, other) in [
        ("[t-1]", "[t-2]"),
        ("trace=a", "trace=b"),
        ("req_id: 7", "req_id: 8"),
        ("[pool-1-thread-1]", "[pool-1-thread-2]"),
    ] {
        // A reply of a form that the last one's gateway does not have.
        let log = format!("{mark} {post} {SENT}\n{other} POST /cgi-bin/message/send {app}\n{mark} <- {NO}\n");
        assert_eq!(told(&log), [text], "{log}");
        let log = format!("{mark} {post} {SENT}\n{other} <- {NO}\n");
        assert_eq!(told(&log), [None], "{log}");
    }
    // One program's lines may be several requests', two programs' are.
    for (own, other) in
        [("bot-1  | ", "pay-1  | "), ("2026-01-01T00:00:00Z stdout F ", "2026-01-01T00:00:00Z stderr F ")]
    {
        assert_eq!(told(&format!("{own}{post} {SENT}\n{own}<- {NO}\n")), [text]);
        assert_eq!(told(&format!("{own}{post} {SENT}\n{other}<- {NO}\n{own}x\n")), [None]);
    }
    assert_eq!(told(&format!("{post} {SENT}\nPOST /cgi-bin/message/send {app}\n<- {NO}\n")), [None]);
    assert_eq!(told(&format!("{post} {SENT}\n<- {NO}\n")), [text]);
    let voice = r#"{"appId":"wx_1","toWxid":"wxid_a","voiceUrl":"http://h/a.silk","voiceDuration":2000}"#;
    let log = format!("{post} {SENT}\nPOST /gewe/v2/api/message/postVoice {voice}\n<- {NO}\n");
    assert_eq!(told(&log), [None], "either may be meant: {log}");
    // In a record.
    let record = format!(r#"{{"request":{{"body":{}}},"status":200,"reply":{NO}}}"#, crate::layer::json::quote(SENT));
    assert_eq!(told(&record), [text]);
    let export = format!(r#"[{{"content":{}}}]"#, crate::layer::json::quote(&format!("x|{post} {SENT} -> {NO}")));
    assert_eq!(told(&export), [text]);
}

/// What is cut off may have had what tells whose it is.
#[test]
fn a_reply_that_is_cut_off_names_no_call() {
    let found = parts(br#"reply {"ret":200,"msg":"ok","data":{"toWxid":"3475781614"#, None).expect("parts");
    assert!(found.iter().all(|part| part.explanation.operation.is_none()), "{found:?}");
}
