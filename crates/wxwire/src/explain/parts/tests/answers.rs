//! Replies and what became of them: what is around a reply, beside it and inside of it.

use super::*;

const OK: &str = r#"{"errcode":0,"errmsg":"ok"}"#;

const NO: &str = r#"{"ret":500,"msg":"失败"}"#;

const SENT: &str = r#"{"appId":"wx_1","toWxid":"wxid_a","content":"x"}"#;

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
        r#"{"errcode":0,"errmsg":"ok","code":500}"#,
        r#"{"errcode":0,"errmsg":"成功 3 条，失败 0 条"}"#,
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

/// An HTTP status beside a reply says more than a body that looks well, however a log writes it.
#[test]
fn a_status_in_a_line_of_a_log_counts() {
    let level = |text: &str| {
        let all = parts(text.as_bytes(), None).expect("something");
        let mut replies = all.into_iter().filter(|part| part.explanation.kind == Kind::Reply);
        let reply = replies.next().expect(text);
        reply.explanation.verdict.map(|verdict| verdict.level.name())
    };
    for (before, behind) in [
        ("<-- 502 Bad Gateway https://h/x (12ms)\nServer: nginx\n\n", ""),
        ("<-- 502 https://h/x (12ms)\n", "\n<-- END HTTP"),
        ("INFO:httpx:HTTP Request: POST https://h/x \"HTTP/1.1 502 Bad Gateway\"\n", ""),
        ("DEBUG:urllib3:https://h:443 \"POST /x HTTP/1.1\" 502 None\n", ""),
        ("1.2.3.4 - - \"POST /x HTTP/1.1\" 502 44 \"-\" resp:", ""),
        ("<ClientResponse(https://h/x) [502 Bad Gateway]>\n", ""),
        (">>> r\n<Response [502]>\n>>> r.text\n'", "'"),
        ("HttpServerErrorException: 502 Bad Gateway: \"", "\""),
        ("ERROR send status=502 body=", ""),
        ("返回 HTTP 状态码 500，内容：", ""),
        ("response code: 504, body: ", ""),
        ("DEBUG urllib3: https://h:443 \"POST /x HTTP/1.1\" 502 None\n10:00 INFO resp ", ""),
        ("AxiosError: Request failed with status code 502 ", ""),
        ("HTTP 502: ", ""),
        ("[GIN] 2024/01/02 - 15:04:05 | 502 |    1.2ms |  127.0.0.1 | POST     \"/x\" ", ""),
        ("[GIN] 2024/01/02 - 15:04:05 |\u{1b}[97;41m 502 \u{1b}[0m|  1.2ms | 127.0.0.1 | POST \"/x\"\n", ""),
        ("[GIN] 2024/01/02 - 15:04:05 | 502 | 1ms | 127.0.0.1 | POST \"/x\" req={\"a\":1} resp=", ""),
        ("1.2.3.4 - - \"POST /x HTTP/1.1\" 502 44 \"-\" req={\"a\":1} resp=", ""),
        ("<502 BAD_GATEWAY Bad Gateway,", ",[Content-Type:\"application/json\"]>"),
        ("10:00 INFO got <502,", ",[Content-Type:\"application/json\", Server:\"nginx\"]>"),
        ("got <502 Bad Gateway,", ",{Content-Type=[application/json]}>"),
        (
            "x http-outgoing-0 << \"HTTP/1.1 502 Bad Gateway[\\r][\\n]\"\nx http-outgoing-0 << \"[\\r][\\n]\"\nx http-outgoing-0 << \"",
            "\"",
        ),
        ("http-outgoing-7 << HTTP/1.1 502 Bad Gateway\nhttp-outgoing-7 << Server: nginx\nhttp-outgoing-7 << \"", "\""),
        (
            "~~~ RESPONSE ~~~\nSTATUS       : 502 Bad Gateway\nPROTO        : HTTP/1.1\nRECEIVED AT  : 2024-01-02T15:04:05Z\nTIME DURATION: 12ms\nHEADERS      :\n\tServer: nginx\nBODY         :\n",
            "\n====\n",
        ),
        ("ERROR 502: Bad Gateway.\n", ""),
        ("The remote server returned an error: (502) Bad Gateway.\n", ""),
        ("HTTP状态码 502 响应内容 ", ""),
        ("响应码=502 响应体=", ""),
        ("[X#y] <--- HTTP/1.1 502 Bad Gateway (12ms)\n[X#y] server: nginx\n[X#y] \n[X#y] ", "\n[X#y] <--- END HTTP"),
        ("10:00:00.9 DEBUG [X#y] <--- HTTP/1.1 502 (1ms)\n10:00:01.1 DEBUG [X#y] ", ""),
        ("[10:00:00] I <-- 502 http://h/x (12ms)\n[10:00:01] I Server: nginx\n[10:00:01] I resp: ", ""),
        ("INFO Response 502 BAD_GATEWAY\nINFO body ", ""),
        ("a.ExchangeFunctions : [1a] Response 502 BAD_GATEWAY\na.Reader : [1a] read ", ""),
        ("FeignException$BadGateway: [502 Bad Gateway] during [POST] to [http://h/x] [X#y(String)]: [", "]"),
        ("FeignException: [502] during [POST] to [http://h/x] [X#y(String)]: [", "]"),
        ("Response{protocol=http/1.1, code=502, message=Bad Gateway, url=http://h/x}\n", ""),
        ("IOException: Unexpected code Response{protocol=h2, code=502, message=, url=https://h/x}, body: ", ""),
        ("Response { url: \"http://h/x\", status: 502, headers: {\"server\": \"nginx\"} }\n", ""),
        ("Response {\n  status: 502,\n  statusText: 'Bad Gateway',\n  headers: Headers { a: 'b' }\n}\n", ""),
        ("&{Status:502 Bad Gateway StatusCode:502 Proto:HTTP/1.1 ProtoMajor:1 Header:map[]}\n", ""),
        ("StatusCode: 502, ReasonPhrase: 'Bad Gateway', Version: 1.1, Headers:\n{\n  Server: nginx\n}\n", ""),
        ("HTTPError: 502 Server Error: Bad Gateway for url: http://h/x\n", ""),
        ("HTTPStatusError: Server error '502 Bad Gateway' for url 'http://h/x'\nFor more information check: h\n", ""),
        ("Server error: `POST http://h/x` resulted in a `502 Bad Gateway` response:\n", ""),
        ("#<Net::HTTPBadGateway 502 Bad Gateway readbody=true>\n", ""),
        ("<ClientResponse(http://h/x) [502 Bad Gateway]>\n<CIMultiDictProxy('Server': 'nginx')>\n\n", ""),
        ("(POST http://h/x) 502\n", ""),
        ("POST http://h/x 502 12.5ms\n", ""),
        ("[POST] \"http://h/x\": 502 ", ""),
        ("Status code  : 502 BAD_GATEWAY\nStatus text  : x\nHeaders      : [a]\nResponse body: ", ""),
        ("Status: 502\n\nResponse Body:\n", ""),
        ("HTTP status 502 (Bad Gateway): ", ""),
        ("http://h/x returned 502: ", ""),
        ("接口返回 502，内容 ", ""),
        ("StatusCodeError: 502 - ", ""),
        ("(502, '", "')"),
        ("(502, b'", "')\n"),
        ("502 ", ""),
        ("502: ", ""),
        ("502\n", ""),
        ("", "\nhttp_code: 502 time_total: 0.12"),
        ("", "\nHTTP_CODE:502 TIME:0.1"),
        ("", "\n{\"http_code\":502,\"time_total\":0.1}"),
        ("", "\n502"),
        ("", "\nhttp_code=502"),
        ("", "502"),
    ] {
        assert_eq!(level(&format!("{before}{OK}{behind}")), Some("unknown"), "{before}{behind}");
        let well = |text: &str| text.replace("502 Bad Gateway", "200 OK").replace("502", "200").replace("500", "200");
        let well = format!("{}{OK}{}", well(before).replace("504", "200"), well(behind));
        assert_eq!(level(&well), Some("accepted"), "{well}");
    }
    for other in [
        "took 502 ms: ",
        "order 502: ",
        "status=5020 ",
        "v5.502 ",
        "HTTP/1.1 200 OK in 502 ms\n",
        "status=502 order=77 ",
        "order status=404 ",
        "order status=404 not found in cache ",
        "user_status=403 ",
        "previous status=502 retry=1 ",
        "attempt 1: 502 Bad Gateway; attempt 2: ",
        "第一次返回 502 Bad Gateway，重试成功：",
        "Response [502 bytes] ",
        "status=500% ",
        "listening on http 443 ",
        "status=500,501,502 ",
        "status=404 not found in cache ",
        "attempt 1: 502 Bad Gateway\nattempt 2 resp ",
        "cost | 502 | ms ",
        "[GIN] 2024/01/02 - 15:04:05 | 502 | 1ms | 127.0.0.1 | POST \"/x\" {\"a\":1}\nnext ",
        "[GIN-debug] POST /x - 3 | 502 | ",
        "ids <502,",
        "x http-outgoing-0 << \"HTTP/1.1 502 X[\\r][\\n]\"\nx http-outgoing-1 << \"HTTP/1.1 200 OK[\\r][\\n]\"\nx http-outgoing-1 << \"",
        "x http-outgoing-0 << \"HTTP/1.1 502 X[\\r][\\n]\"\nx http-outgoing-0 >> \"POST / HTTP/1.1[\\r][\\n]\"\nx http-outgoing-0 << \"",
        "INFO image: HTTP 404\nINFO wecom resp ",
        "INFO: 127.0.0.1 - \"POST /cb HTTP/1.1\" 404 Not Found\nINFO: resp ",
        "INFO cache status=404 for 7\nINFO resp ",
        "attempt 1 status: 502\nattempt 2 status: 200\nattempt 2 resp ",
        "INSERT INTO t VALUES (502, '",
        "id 502 ",
        "5020 ",
        "499.5 ",
        "699 ",
        "order returned 404: ",
        "the query returned 404 rows ",
        "SendResponse{id=1, code=502} ",
        "SendResponse { id: 1, status: 502 } ",
        "GET http://h/x 502 items, then ",
        "GET http://h/x 0.502 ",
        "[502] during the night ",
        "x http-outgoing-10 << \"HTTP/1.1 502 X[\\r][\\n]\"\nx http-outgoing-1 << \"",
    ] {
        assert_eq!(level(&format!("{other}{OK}")), Some("accepted"), "{other}");
    }
    // Ids of rows, and what a program says of each call.
    for (rows, expected) in
        [("501 OK\n502 OK\n", "accepted"), ("502 OK\n200 OK\n", "unknown"), ("502\tOK\nx OK", "accepted")]
    {
        assert_eq!(level(&rows.replace("OK", OK)), Some(expected), "{rows}");
    }
    for talk in ["\nstatus code 404: page of another", "\nHTTP code 502 means a bad gateway"] {
        assert_eq!(level(&format!("{OK}{talk}")), Some("accepted"), "{talk}");
    }
    let record = r#"{"name":"send","code":502,"status":"Bad Gateway","body":"{\"errcode\":0,\"errmsg\":\"ok\"}"}"#;
    assert_eq!(level(record), Some("unknown"));
    // Beside anything else it may be anything's, and a no stays one.
    let record = r#"{"level":"info","status":404,"path":"/favicon","wx":{"errcode":0,"errmsg":"ok"}}"#;
    assert_eq!(level(record), Some("accepted"));
    assert_eq!(level("status=502 body={\"errcode\":40014,\"errmsg\":\"x\"}"), Some("refused"));
    assert_eq!(level(&format!("status: 404 Not Found, body: {OK}")), Some("unknown"));
    // The next record's is its own.
    assert_eq!(level(&format!("{OK}\n{{\"status\":502}}")), Some("accepted"));
}

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

/// On one connection a message begins where the last one's length ends, without a line break.
#[test]
fn messages_of_one_connection_are_each_told() {
    let reply = |body: &str| format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let text = [reply(OK), reply(r#"{"errcode":81013,"errmsg":"号"}"#), reply(OK)].concat();
    let all = parts(text.as_bytes(), None).expect("three");
    let levels: Vec<_> = all.iter().map(|part| part.explanation.verdict.as_ref().map(|one| one.level.name())).collect();
    assert_eq!(levels, [Some("accepted"), Some("refused"), Some("accepted")]);
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
fn a_body_in_chunks_is_all_of_them() {
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let one = format!("{head}{:x}\r\n{OK}\r\n0\r\n\r\n", OK.len());
    assert_eq!(levels(&one), [Some(Level::Accepted)]);
    let document = Document::new(one.as_bytes(), Guide::default()).expect("a document");
    let changed = document.replace("/errmsg", "was changed").expect("changed");
    let longer = OK.replace("ok", "was changed");
    assert_eq!(String::from_utf8_lossy(&changed), format!("{head}{:x}\r\n{longer}\r\n0\r\n\r\n", longer.len()));
    let two = format!("{head}5\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n", &OK[..5], OK.len() - 5, &OK[5..]);
    assert_eq!(levels(&two), [Some(Level::Accepted)]);
    let document = Document::new(two.as_bytes(), Guide::default()).expect("a document");
    let changed = document.replace("!chunked!json/errmsg", "was changed").expect("changed");
    assert_eq!(String::from_utf8_lossy(&changed), format!("{head}{:x}\r\n{longer}\r\n0\r\n\r\n", longer.len()));
    // Where a length is wrong, nobody knows what belongs to it.
    let wrong = two.replacen("5\r\n", "6\r\n", 1);
    assert_eq!(levels(&wrong), [None]);
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

/// What is cut off may have had what tells whose it is.
#[test]
fn a_reply_that_is_cut_off_names_no_call() {
    let found = parts(br#"reply {"ret":200,"msg":"ok","data":{"toWxid":"3475781614"#, None).expect("parts");
    assert!(found.iter().all(|part| part.explanation.operation.is_none()), "{found:?}");
}
