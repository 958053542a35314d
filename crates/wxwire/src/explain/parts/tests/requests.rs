//! Requests: commands, programs, messages of HTTP, and what holds several.

use super::*;

#[test]
fn a_command_is_a_request() {
    let curl = "curl 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K' -d '{\"msgtype\":\"text\",\"text\":{\"content\":\"x\"}}'";
    let all = parts(curl.as_bytes(), None).expect("something");
    let told: Vec<_> = all.iter().map(|part| part.explanation.operation.map(|entry| entry.id)).collect();
    assert_eq!(told, [Some("wecom.webhook_send")]);
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
