//! The HTTP status beside a reply, and messages as they stand on the wire.

use super::*;

const OK: &str = r#"{"errcode":0,"errmsg":"ok"}"#;

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

/// On one connection a message begins where the last one's length ends, without a line break.
#[test]
fn messages_of_one_connection_are_each_told() {
    let reply = |body: &str| format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let text = [reply(OK), reply(r#"{"errcode":81013,"errmsg":"号"}"#), reply(OK)].concat();
    let all = parts(text.as_bytes(), None).expect("three");
    let levels: Vec<_> = all.iter().map(|part| part.explanation.verdict.as_ref().map(|one| one.level.name())).collect();
    assert_eq!(levels, [Some("accepted"), Some("refused"), Some("accepted")]);
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
