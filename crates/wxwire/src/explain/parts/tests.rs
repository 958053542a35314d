//! What a person pastes, and what is found in it.

use super::*;
use crate::layer::document::{Document, Guide};
use crate::verdict::Level;

const CALLBACK: &str = r#"{"TypeName":"Offline","Appid":"wx_a","Wxid":"w"}"#;

/// Each payload: its kind, and where it stands.
fn told(text: &str) -> Vec<(Kind, Option<String>)> {
    let all = parts(text.as_bytes(), None).expect("something");
    all.into_iter().map(|part| (part.explanation.kind, part.at)).collect()
}

fn at(pointer: &str) -> Option<String> {
    Some(pointer.to_owned())
}

#[test]
fn a_record_is_what_is_in_it() {
    let string = crate::layer::json::quote;
    let cases = [
        (format!("{{\"log\":{},\"stream\":\"stdout\"}}", string(&format!("got {CALLBACK}\n"))), "/log"),
        (format!("{{\"level\":\"info\",\"body\":{}}}", string(CALLBACK)), "/body"),
        (format!("{{\"level\":\"info\",\"req\":{{\"body\":{CALLBACK}}}}}"), "/req/body"),
        (format!("[{CALLBACK}]"), "/0"),
    ];
    for (text, pointer) in cases {
        assert_eq!(told(&text), [(Kind::Callback, at(pointer))], "{text}");
        // And in a line of a log.
        assert_eq!(told(&format!("x {text} y")).len(), 1, "{text}");
    }
    // A card in somebody's JSON is one of its values.
    let card = r#"{"xml":"<msg><appmsg><type>5</type></appmsg></msg>","a":1}"#;
    assert_eq!(told(card), [(Kind::Json, None)]);
}

#[test]
fn all_of_a_text_are_told_in_their_order() {
    let text = format!("{{\"trace_id\":\"abc\"}} got {CALLBACK}\n{{\"errcode\":40001,\"errmsg\":\"x\"}}\n{CALLBACK}");
    let all = parts(text.as_bytes(), None).expect("something");
    let kinds: Vec<_> = all.iter().map(|part| part.explanation.kind).collect();
    assert_eq!(kinds, [Kind::Json, Kind::Callback, Kind::Reply, Kind::Callback]);
    for part in &all {
        let what = &part.explanation;
        assert_eq!(&text.as_bytes()[what.payload.clone()], &*part.payload);
        let line = &what.lines[0];
        assert_eq!(text[line.span.clone()].trim_matches('"'), line.value);
    }
    assert!(!all[0].is_known() && all[1].is_known());
}

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
    ] {
        let verdict = parts(reply.as_bytes(), None).expect("a reply").remove(0).explanation.verdict.expect(reply);
        assert_eq!(verdict.level, crate::verdict::Level::Refused, "{reply}");
        assert!(format!("{verdict:?}").contains(place), "{verdict:?}");
    }
}

#[test]
fn a_callback_that_came_twice_has_the_same_key() {
    let message = |id: u64| {
        format!(
            r#"{{"TypeName":"AddMsg","Appid":"wx_a","Wxid":"w","Data":{{"MsgId":1,"MsgType":1,"NewMsgId":{id},"Content":{{"string":"x"}}}}}}"#
        )
    };
    let text = [message(7), message(7), message(8)].join("\n");
    let keys: Vec<_> = parts(text.as_bytes(), None).expect("three").into_iter().map(|part| part.repeat).collect();
    assert!(keys[0].is_some() && keys[0] == keys[1] && keys[1] != keys[2], "{keys:?}");
}

#[test]
fn what_is_broken_says_where_and_what_is_left() {
    fn one(text: &str) -> Part<'_> {
        parts(text.as_bytes(), None).expect("something").remove(0)
    }
    let check = |text: &str, kind: Kind, level: Option<Level>, at: usize| {
        let part = one(text);
        let place = part.explanation.faults.first().and_then(|fault| fault.span.clone()).map(|span| span.start);
        assert!(part.is_broken, "{text}");
        let verdict = part.explanation.verdict.as_ref().map(|verdict| verdict.level);
        assert_eq!((part.explanation.kind, verdict, place), (kind, level, Some(at)), "{text}");
    };
    check(r#"{"errcode":40058,"errmsg":"x","invaliduser":"a",}"#, Kind::Reply, Some(Level::Refused), 48);
    // That it went well is not said of a part, nor of what nobody can read for sure.
    check(r#"{"errcode":0,"errmsg":"ok","invali"#, Kind::Reply, None, 34);
    check(r#"{"errcode":40058,"errmsg":"inva"#, Kind::Reply, Some(Level::Refused), 31);
    check(r#"x {"a":{"b":"c"#, Kind::Json, None, 14);
    check("<xml><a>1</b></xml>", Kind::Xml, None, 9);
    let mends = one(r#"{"appid":"a","to_wxid":"b","xml":"c",}"#);
    assert!(mends.explanation.told_by.en.contains("import"), "{mends:?}");
    let deep = format!("{}1{}", "[".repeat(300), "]".repeat(300));
    assert_eq!(one(&deep).explanation.faults[0].code, crate::problem::Code::TooDeep);
}

#[test]
fn a_command_is_a_request() {
    let curl = "curl 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K' -d '{\"msgtype\":\"text\",\"text\":{\"content\":\"x\"}}'";
    let all = parts(curl.as_bytes(), None).expect("something");
    let told: Vec<_> = all.iter().map(|part| part.explanation.operation.map(|entry| entry.id)).collect();
    assert_eq!(told, [Some("wecom.webhook_send")]);
}

/// A body with a remark is one in a record too, and so is a request that a tool kept.
#[test]
fn a_body_in_a_string_of_json() {
    let body = "{\n\"name\": \"群\", // which\n\"owner\": \"z\", \"userlist\": [\"a\", \"b\"], \"chatid\": \"c\"}";
    let string = crate::layer::json::quote(body);
    let told = |text: &str| {
        let all = parts(text.as_bytes(), None).expect("something");
        all.iter().map(|part| (part.explanation.kind, part.at.clone())).collect::<Vec<_>>()
    };
    assert_eq!(told(body), [(Kind::Request, None)]);
    assert_eq!(told(&format!("{{\"level\":\"info\",\"body\":{string}}}")), [(Kind::Request, at("/body"))]);
    let url = "https://qyapi.weixin.qq.com/cgi-bin/appchat/create?access_token=T";
    let kept = format!(
        "{{\"item\":[{{\"request\":{{\"method\":\"POST\",\"url\":\"{url}\",\"body\":{{\"mode\":\"raw\",\"raw\":{string}}}}}}}]}}"
    );
    let all = parts(kept.as_bytes(), None).expect("something");
    assert_eq!(all[0].explanation.operation.map(|entry| entry.id), Some("wecom.appchat_create"));
}

/// What a program sends is told once, though it stands before the call.
#[test]
fn a_program_is_its_requests() {
    let call = |url: &str, data: &str| {
        format!("{data}\nrequests.post('https://qyapi.weixin.qq.com/cgi-bin/{url}', json=data)\n")
    };
    let one = call("webhook/send?key=k", "data = {\"msgtype\": \"text\", \"text\": {\"content\": \"a\"}}");
    let two = call("tag/create?access_token=t", "data = {\"tagname\": \"b\"}");
    for (text, ids) in
        [(one.clone(), vec!["wecom.webhook_send"]), (one + &two, vec!["wecom.webhook_send", "wecom.tag_create"])]
    {
        let text = format!("import requests\n{text}");
        let all = parts(text.as_bytes(), None).expect("something");
        let told: Vec<_> = all.iter().filter_map(|part| part.explanation.operation).map(|entry| entry.id).collect();
        assert_eq!((all.len(), told), (ids.len(), ids), "{text}");
    }
}

/// A code that a program only asks for is less than the request that it sends.
#[test]
fn a_program_that_asks_for_a_code_is_its_request() {
    let text = "const r = await fetch('https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=a&corpsecret=b');\nif (r.errcode === 42001) {}\n";
    let all = parts(text.as_bytes(), None).expect("something");
    assert_eq!(all[0].explanation.operation.map(|entry| entry.id), Some("wecom.gettoken"));
}

/// Nobody's text is told as more than it is.
#[test]
fn prose_has_no_payloads() {
    for text in ["a <b>c</b> d", "if (a) { return; }", "see [1] and {}", "let x: List<String> = {};", "你好 {{name}}"]
    {
        assert_eq!(told(text), [(Kind::Text, None)], "{text}");
    }
}

#[test]
fn colours_of_a_terminal_hide_nothing() {
    let text = format!("\u{1b}[32mINFO\u{1b}[0m got {CALLBACK}\u{1b}[0m\nnext {CALLBACK}\n");
    let all = told(&text);
    assert_eq!(all.iter().filter(|(kind, _)| *kind == Kind::Callback).count(), 2, "{all:?}");
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

#[test]
fn gzip_that_does_not_open_says_why() {
    let mut gzip = [b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03".as_slice(), &[0xec; 100_000]].concat();
    let told = |bytes: &[u8]| {
        let part = parts(bytes, None).expect("bytes").remove(0);
        (
            part.is_broken,
            part.explanation.title.en,
            part.explanation.faults.iter().map(|fault| fault.code).collect::<Vec<_>>(),
        )
    };
    let name = "compressed with gzip";
    assert_eq!(told(&gzip), (true, name, vec![crate::problem::Code::CutOff]));
    let length = gzip.len();
    gzip[length - 4..].copy_from_slice(&70_000_000_u32.to_le_bytes());
    assert_eq!(told(&gzip), (true, name, vec![crate::problem::Code::TooLarge]));
    assert_eq!(told(b"\x1f\x8c\x08\x00 no gzip \xff\xfe").1, "bytes");
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

/// What is sent may look like what comes, and a reply may stand behind a word: the address and the order tell.
#[test]
fn what_was_sent_is_no_callback() {
    let message = r#"{"to_user_id":"o9@im.wechat","from_user_id":"","client_id":"c","message_type":2,"message_state":2,"item_list":[{"type":1,"text_item":{"text":"x"}}],"context_token":"A"}"#;
    let ids = |text: &str| {
        let all = parts(text.as_bytes(), None).expect("something");
        all.iter().map(|part| (part.explanation.kind, part.explanation.operation.map(|one| one.id))).collect::<Vec<_>>()
    };
    let sent = [(Kind::Request, Some("ilink.send_message")), (Kind::Reply, Some("ilink.send_message"))];
    let address = "POST https://ilinkai.weixin.qq.com/ilink/bot/";
    for body in [format!(r#"{{"msg":{message}}}"#), format!(r#"{{"msg":{message},"base_info":{{}}}}"#)] {
        assert_eq!(ids(&format!("{address}sendmessage\n{body}\n{{\"ret\":-2}}")), sent, "{body}");
    }
    assert_eq!(ids(&format!("got {{\"msgs\":[{message}],\"ret\":0}}"))[0].0, Kind::Callback);
    let reply = format!("{address}getupdates\n{{\"msgs\":[],\"sync_buf\":\"C\",\"get_updates_buf\":\"C\"}}");
    assert_eq!(ids(&reply), [(Kind::Reply, Some("ilink.get_updates"))]);

    let curl = "curl 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k' -d '{\"msgtype\":\"text\",\"text\":{\"content\":\"x\"}}'";
    let robot = "wecom.webhook_send";
    let told = ids(&format!("{curl}\n返回：\n{{\"errcode\":45009,\"errmsg\":\"x\"}}"));
    assert_eq!(told, [(Kind::Request, Some(robot)), (Kind::Reply, Some(robot))]);
}

/// The values that a call answers may tell nothing of it: its address stands before them.
#[test]
fn a_reply_behind_a_body_and_its_address() {
    let text = "curl http://127.0.0.1:2531/v2/api/login/getLoginQrCode \\\n-d '{\n  \"x\": \"y\"\n}'\n{\"ret\":500,\"msg\":\"不可用\"}";
    let all = parts(text.as_bytes(), None).expect("something");
    let last = all.last().expect("a reply");
    assert_eq!(last.explanation.operation.map(|entry| entry.id), Some("gewe.login_get_login_qr_code"));
}

/// A token that a text names anywhere is shown nowhere in it.
#[test]
fn a_secret_of_the_text_is_hidden_in_every_part() {
    let token = "c9ffbedb9aeb471db49d92453ea21a17";
    for text in [
        format!("POST http://h/v2/api/tools/getTokenId\n{{\"ret\":200,\"msg\":\"ok\",\"data\":\"{token}\"}}"),
        format!("X-GEWE-TOKEN: {token}\n{{\"ret\":500,\"msg\":\"{token} 不可用\"}}"),
    ] {
        for part in parts(text.as_bytes(), None).expect("something") {
            assert!(part.explanation.lines.iter().all(|line| !line.value.contains(token)), "{text}");
        }
    }
}

#[test]
fn a_callbacks_verification_in_a_log() {
    for text in [
        "[05/May/2019 23:03:16] \"GET /?msg_signature=6dccd24c&timestamp=1557068604&nonce=1556858105&echostr=Wd0lRb%2Bx%3D HTTP/1.1\" 404 -",
        "10:26 INFO 验证: ImmutableMultiDict([('msg_signature', 'b5325a42'), ('timestamp', '1746529826'), ('nonce', '1746458576'), ('echostr', 'TAj+x=')])",
    ] {
        assert_eq!(told(text), [(Kind::Callback, None)], "{text}");
    }
    let record = r#"{"method":"GET","uri":"/w?msg_signature=14dc9a81&timestamp=1782743928&nonce=8&echostr=kAE2%3D"}"#;
    assert_eq!(told(record), [(Kind::Callback, at("/uri"))]);
    assert_eq!(told("10:00 \"GET /a?signature=b HTTP/1.1\" 200"), [(Kind::Text, None)]);
}

/// What a command puts in when it runs is no value, and nobody is told that it is one.
#[test]
fn a_variable_in_a_command_is_no_value() {
    let text = "curl 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k-s3cret' -d '{\"msgtype\":\"text\",\"text\":{\"content\":\"'${Msg}'\"}}'";
    let part = parts(text.as_bytes(), None).expect("a request").remove(0);
    assert!(part.is_broken && part.explanation.faults.iter().any(|fault| fault.code == crate::problem::Code::Variable));
    assert_eq!(part.explanation.operation.map(|entry| entry.id), Some("wecom.webhook_send"));
}

/// Messages of HTTP one behind the other are each told, and a reply is judged by the call before it.
#[test]
fn messages_of_http_are_each_told() {
    let request = "POST /gewe/v2/api/message/postText HTTP/1.1\r\nHost: h.example\r\n\r\n{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"c\"}\r\n\r\n";
    let reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"ret\":200,\"msg\":\"ok\",\"data\":{\"newMsgId\":1}}\r\n";
    let refused = "HTTP/1.1 502 Bad Gateway\r\n\r\n<html>\r\n";
    let text = format!("{request}{reply}{refused}{reply}");
    let all = parts(text.as_bytes(), None).expect("something");
    let told: Vec<_> = all
        .iter()
        .map(|part| {
            let what = &part.explanation;
            let level = what.verdict.as_ref().map(|verdict| verdict.level);
            (what.kind, what.operation.map(|entry| entry.id), level)
        })
        .collect();
    let call = Some("gewe.message_post_text");
    assert_eq!(told[0], (Kind::Request, call, None));
    assert_eq!(told[1], (Kind::Reply, call, Some(Level::Accepted)));
    assert_eq!((told[2].1, told[2].2), (None, Some(Level::Unknown)));
    // What stands behind another answer is nobody's for sure.
    assert_eq!((told[3].1, told[3].2), (None, Some(Level::Accepted)));
    assert_eq!(all.len(), 4);
    for part in &all {
        assert_eq!(&text.as_bytes()[part.explanation.payload.clone()], &*part.payload);
        for line in &part.explanation.lines {
            assert!(part.explanation.payload.contains(&line.span.start), "{line:?}");
        }
    }
}

/// What `curl -v` shows between a request and its reply parts them not.
#[test]
fn what_a_tool_shows_of_an_exchange_goes_on() {
    let text = "* Connected to qyapi.weixin.qq.com\n> POST /cgi-bin/message/send?access_token=x HTTP/2\n> Host: qyapi.weixin.qq.com\n> \n* We are completely uploaded\n< HTTP/2 200 \n< content-type: application/json\n< \n{ [41 bytes data]\n{\"errcode\":40014,\"errmsg\":\"invalid access_token\"}\n";
    let all = parts(text.as_bytes(), None).expect("something");
    let [reply] = all.as_slice() else { unreachable!("{all:?}") };
    assert_eq!(reply.explanation.operation.map(|entry| entry.id), Some("wecom.message_send"));
}

/// A record of what was sent and what came back, one on each line: each of both is told, as `send --json` writes them.
#[test]
fn a_record_holds_requests_and_replies() {
    let line = |reply: &str| {
        format!(
            r#"{{"request":{{"method":"POST","url":"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=•••","headers":{{"Content-Type":"application/json"}},"body":"{{\"msgtype\":\"text\",\"text\":{{\"content\":\"hi\"}}}}"}},"status":200,"reply":{reply}}}"#
        )
    };
    let (taken, refused) = (r#"{"errcode":0,"errmsg":"ok"}"#, r#"{"errcode":45009,"errmsg":"x"}"#);
    let text = format!("{}\n{}\n", line(taken), line(refused));
    let all = parts(text.as_bytes(), None).expect("something");
    let told: Vec<_> = all
        .iter()
        .map(|part| {
            let what = &part.explanation;
            assert_eq!(what.operation.map(|entry| entry.id), Some("wecom.webhook_send"));
            (what.kind, what.verdict.as_ref().map(|verdict| verdict.level))
        })
        .collect();
    let request = (Kind::Request, None);
    let reply = |level| (Kind::Reply, Some(level));
    assert_eq!(told, [request, reply(Level::Accepted), request, reply(Level::Refused)]);
}

/// A refusal whose form several services have is no call's, whatever it holds.
#[test]
fn a_refusal_of_any_form_tells_of_no_call() {
    let text = r#"{"ret":500,"msg":"x","data":{"code":"-2","msg":null}}"#;
    let all = parts(text.as_bytes(), None).expect("something");
    assert!(all[0].explanation.is_shared && all[0].explanation.candidates.is_empty(), "{all:?}");
}

const OK: &str = r#"{"errcode":0,"errmsg":"ok"}"#;

fn levels(text: &str) -> Vec<Option<Level>> {
    let found = parts(text.as_bytes(), None).expect("parts");
    found.iter().map(|part| part.explanation.verdict.as_ref().map(|verdict| verdict.level)).collect()
}

/// However a tool shows or keeps it, a status that says no is not passed over for a body that looks well.
#[test]
fn a_status_beside_a_reply_counts() {
    let kept = crate::layer::json::quote(OK);
    for (status, level) in
        [(200, Level::Accepted), (204, Level::Accepted), (401, Level::Unknown), (502, Level::Unknown)]
    {
        for text in [
            format!(
                "> POST /cgi-bin/webhook/send HTTP/1.1\n> Host: h\n>\n< HTTP/1.1 {status} X\n< Server: nginx\n<\n{OK}\n"
            ),
            format!("< HTTP/2 {status}\n< content-type: application/json\n{{ [27 bytes data]\n* Connection #0\n{OK}"),
            format!("x\n:status: {status}\ncontent-type: application/json\n\n{OK}"),
            format!(r#"{{"status":{status},"body":{kept}}}"#),
            format!(r#"{{"log":{{"entries":[{{"response":{{"status":{status},"content":{{"text":{kept}}}}}}}]}}}}"#),
        ] {
            assert_eq!(levels(&text), [Some(level)], "{text}");
        }
    }
    // That of another message, or no status.
    for text in [
        format!("HTTP/1.1 500 X\nINFO next\n{OK}"),
        format!("took: 500\n{OK}"),
        format!(r#"{{"status":7,"body":{kept}}}"#),
    ] {
        assert_eq!(levels(&text), [Some(Level::Accepted)], "{text}");
    }
}

#[test]
fn one_chunk_is_a_body_and_several_are_none() {
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let one = format!("{head}{:x}\r\n{OK}\r\n0\r\n\r\n", OK.len());
    assert_eq!(levels(&one), [Some(Level::Accepted)]);
    let document = Document::new(one.as_bytes(), Guide::default()).expect("a document");
    let changed = document.replace("/errmsg", "was changed").expect("changed");
    let longer = OK.replace("ok", "was changed");
    assert_eq!(String::from_utf8_lossy(&changed), format!("{head}{:x}\r\n{longer}\r\n0\r\n\r\n", longer.len()));
    let two = format!("{head}5\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n", &OK[..5], OK.len() - 5, &OK[5..]);
    assert_eq!(levels(&two), [None]);
}

const SENT: &str = r#"{"appId":"wx_1","toWxid":"wxid_a","content":"x"}"#;
const NO: &str = r#"{"ret":500,"msg":"失败"}"#;

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

#[test]
fn a_reply_in_a_chat_is_told() {
    let found = parts("客户说返回 {“ret”:500,“msg”:“发送失败”}，怎么办".as_bytes(), None).expect("parts");
    let [one] = &found[..] else { unreachable!("{found:?}") };
    assert!(one.is_broken && one.explanation.verdict.as_ref().is_some_and(|verdict| verdict.level == Level::Refused));
    assert_eq!(one.explanation.kind, Kind::Reply);
}

/// A program whose values are not known sends something all the same.
#[test]
fn a_request_that_cannot_be_read_is_named() {
    let program = "package main\nfunc main() {\n\tb, _ := json.Marshal(Msg{To: to})\n\t\
        http.Post(\"http://api.geweapi.com/gewe/v2/api/message/postText\", \"application/json\", bytes.NewBuffer(b))\n}\n";
    let found = parts(program.as_bytes(), None).expect("parts");
    let [one] = &found[..] else { unreachable!("{found:?}") };
    assert!(one.is_broken && !one.explanation.faults.is_empty() && one.explanation.lines.is_empty());
    assert_eq!(one.explanation.operation.map(|entry| entry.id), Some("gewe.message_post_text"));
}

/// Code is no print: what stands in a hole is not known.
#[test]
fn a_template_with_holes_is_no_print() {
    assert!(crate::scan::payloads("const d = {appId: 'wx_1', content: `您好 ${name}`}").is_empty());
    assert_eq!(crate::scan::payloads("{ a: `it's \"so\"` }").len(), 1);
}

/// As recordings keep a body that may be no text.
#[test]
fn a_reply_in_base64_is_a_reply() {
    let body = crate::layer::base64::encode(br#"{"errcode":0,"errmsg":"ok","invaliduser":"lisi"}"#);
    let record = format!(r#"{{"response":{{"status":200,"content":{{"encoding":"base64","text":"{body}"}}}}}}"#);
    assert_eq!(levels(&record), [Some(Level::Partial)], "{record}");
}

/// What is cut off may have had what tells whose it is.
#[test]
fn a_reply_that_is_cut_off_names_no_call() {
    let found = parts(br#"reply {"ret":200,"msg":"ok","data":{"toWxid":"3475781614"#, None).expect("parts");
    assert!(found.iter().all(|part| part.explanation.operation.is_none()), "{found:?}");
}

/// What is in another form is told as it is when it stands alone.
#[test]
fn a_payload_in_any_layer_is_told() {
    use crate::layer::base64::encode;
    use crate::layer::json::quote;

    const REPLY: &str = r#"{"errcode":40014,"errmsg":"no"}"#;
    let record = |text: &str| format!("{{\"level\":\"info\",\"body\":{}}}", quote(text));
    let log = format!("10:00 INFO reply={REPLY} cost=3ms\n");
    let fence = format!("# Reply\n\n```json\n{REPLY}\n```\n");
    let message = |text: &str| [b"\x08\x01\x12", &[text.len() as u8][..], text.as_bytes(), b"\x1a\x03abc"].concat();
    let address: String = REPLY.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let token = |text: &str| {
        let url = |text: &str| encode(text.as_bytes()).replace('+', "-").replace('/', "_").replace('=', "");
        format!("{}.{}.c2lnbmF0dXJl", url(r#"{"alg":"HS256"}"#), url(text))
    };
    let cases: [(Vec<u8>, &str); 13] = [
        (encode(record(REPLY).as_bytes()).into(), "!base64!json/body"),
        (record(&encode(REPLY.as_bytes())).into(), "/body!base64"),
        (record(&encode(encode(REPLY.as_bytes()).as_bytes())).into(), "/body!base64!base64"),
        (record(&format!("<r><a><![CDATA[{REPLY}]]></a></r>")).into(), "/body!xml/r/a"),
        (record(&encode(&message(REPLY))).into(), "/body!base64!protobuf/2"),
        (record(&record(REPLY)).into(), "/body!json/body"),
        (format!("{{\"a\":1,\"a\":{},\"b!\":2}}", quote(REPLY)).into(), "/a[2]"),
        (format!("{{\"b!/\":{}}}", quote(REPLY)).into(), "/b~2~1"),
        (message(REPLY), "!protobuf/2"),
        (format!("<r><a>1</a><b><![CDATA[{REPLY}]]></b></r>").into(), "!xml/r/b"),
        (token(REPLY).into(), "!jwt/payload!base64"),
        (encode(log.as_bytes()).into(), "!base64"),
        (encode(fence.as_bytes()).into(), "!base64"),
    ];
    for (bytes, path) in cases {
        let text = String::from_utf8_lossy(&bytes);
        let all = parts(&bytes, None).expect("something");
        let reply = all.iter().find(|part| part.explanation.kind == Kind::Reply).expect(&text);
        let level = reply.explanation.verdict.as_ref().map(|verdict| verdict.level);
        assert_eq!((level, reply.at.as_deref()), (Some(Level::Refused), Some(path)), "{text}");
        assert_eq!(&*reply.payload, REPLY.as_bytes(), "{text}");
        // What it says can be changed where it stands.
        let changed = REPLY.replace("no", "<新>]]>");
        let after = reply.put(&bytes, changed.as_bytes()).expect(&text);
        let again = parts(&after, None).expect("something");
        assert!(again.iter().any(|part| *part.payload == *changed.as_bytes()), "{}", String::from_utf8_lossy(&after));
        // A path of the source leads to each of its values, where the text is it alone.
        if let Some(path) = Some(reply.prefix(&bytes)).filter(|path| !path.is_empty()) {
            let document = Document::new(&bytes, Guide::default()).expect("bytes");
            assert_eq!(document.value(&format!("{path}/errcode")).as_deref(), Some("40014"), "{text}");
        }
    }
    let form = format!("payload={address}&x=1");
    assert_eq!(told(&form), [(Kind::Query, None), (Kind::Reply, at("!query/payload"))]);
}

/// Many texts that are packed take no more room together than one: beyond that nothing is unpacked.
#[test]
fn what_is_packed_many_times_is_not_unpacked_each_time() {
    let packed = |bytes: &[u8]| crate::layer::base64::encode(&miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6));
    let (large, reply) = (packed(&vec![b' '; 8 << 20]), packed(br#"{"errcode":40014,"errmsg":"no"}"#));
    let record = |count: usize| format!("[{}\"{reply}\"]", format!("\"{large}\",").repeat(count));
    assert_eq!(told(&record(2)), [(Kind::Reply, at("/2!base64!deflate"))]);
    assert_eq!(told(&record(20)), [(Kind::Json, None)]);
}

/// What Go prints of a reply is told beside another reply, each of them.
#[test]
fn each_print_of_go_is_told() {
    let prints = "10:00 map[errcode:40014 errmsg:invalid access_token]\n10:01 &{ErrCode:40014 ErrMsg:invalid}\n";
    let all = |text: &str| {
        let all = parts(text.as_bytes(), None).expect("something");
        all.iter().map(|part| (part.explanation.kind, part.explanation.payload.start)).collect::<Vec<_>>()
    };
    let two = [(Kind::Code, 6), (Kind::Code, prints.find('{').unwrap_or_default())];
    assert_eq!(all(prints), two);
    let text = format!("{prints}got {{\"errcode\":48002,\"errmsg\":\"api forbidden\"}}\n");
    assert_eq!(all(&text), [two[0], two[1], (Kind::Reply, prints.len() + 4)]);
    // What JavaScript prints is a reply, and told once.
    assert_eq!(all("a { errcode: 40014, errmsg: 'no' }\nb { errcode: 0, errmsg: 'ok' }").len(), 2);
}

/// What nginx writes of a line break in a body is one.
#[test]
fn nginx_escapes_what_stands_between_elements() {
    let log = r#"1.1.1.1 "POST / HTTP/1.1" 200 "<xml>\x0A<ToUserName>ww1</ToUserName>\x0A<Encrypt>zhWhE3YNf0EU8l5eQcAPx1==</Encrypt></xml>""#;
    let all = parts(log.as_bytes(), None).expect("something");
    let paths: Vec<_> = all[0].explanation.lines.iter().map(|line| line.path.as_str()).collect();
    assert_eq!(paths.last(), Some(&"!xml/xml/Encrypt"));
    assert!(
        all[0].explanation.kind == Kind::Callback && !paths.iter().any(|path| path.contains("text()")),
        "{paths:?}"
    );
    // What somebody wrote stays.
    let written = r"<xml><Content>a\x0A</Content><MsgType>text</MsgType></xml>";
    assert!(!crate::scan::payloads(written)[0].text.contains('\n'));
}

/// A program that begins in brackets is no XML.
#[test]
fn php_is_no_xml() {
    assert_eq!(told("<?php\nreturn ['a' => 1];"), [(Kind::Text, None)]);
    assert_eq!(told("<?xml version='1.0'?><a>"), [(Kind::Xml, None)]);
}

/// What comes out of a buffer of C ends in zeros, which are kept.
#[test]
fn zeros_behind_json_are_no_part_of_it() {
    let bytes = b"{\"errcode\":40014,\"errmsg\":\"no\"}\0\0";
    let all = parts(bytes, None).expect("something");
    assert_eq!(all[0].explanation.kind, Kind::Reply);
    let after = Document::new(bytes, Guide::default()).expect("bytes").replace("/errmsg", "x");
    assert_eq!(after.expect("a change"), b"{\"errcode\":40014,\"errmsg\":\"x\"}\0\0");
}
