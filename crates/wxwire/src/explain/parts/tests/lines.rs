//! What a line of a log says around a reply: a status behind it or before it, and words. False alarms are as bad as what is missed.

use super::*;

const REPLIES: [&str; 2] = [
    r#"{"errcode":0,"errmsg":"ok"}"#,
    r#"{"ret":200,"msg":"操作成功","data":{"toWxid":"wxid_a","createTime":1,"msgId":1,"newMsgId":7,"type":1}}"#,
];

/// Each with `@` for a reply.
const FAILED: [&str; 39] = [
    "@ status: 500",
    "@ (status 500)",
    "@ (status: 502)",
    "@ HTTP/1.1 502",
    "@ HTTP/1.1 502 Bad Gateway",
    "(@, 500)",
    "@,500",
    "@, status=500",
    "@ status=500 cost=12ms",
    "@ -> 502",
    "@ | HTTP 502",
    "@ 状态码：500",
    "@ http_code=502",
    "@\nstatus: 500",
    "HTTP状态=500 @",
    "HTTP 状态：500，返回 @",
    "返回码 500，返回内容 @",
    "接口状态 502 响应 @",
    r#"502 Bad Gateway on POST request for "https://x": "@""#,
    r#"502 Bad Gateway on POST request for "https://x": [@]"#,
    r#"org.springframework.web.client.HttpServerErrorException$BadGateway: 502 Bad Gateway on GET request for "http://h/x": "@""#,
    "requests.exceptions.HTTPError: 500 Server Error: @",
    "HTTPError: 404 Client Error: @",
    "HttpStatus.BAD_GATEWAY @",
    "HTTPStatus.BAD_GATEWAY body=@",
    "HttpStatusCode.BadGateway: @",
    "http.StatusBadGateway @",
    "code=500 body=@",
    "level=error code=500 body=@",
    "ERROR code=502, resp=@",
    "发送失败: @",
    "发送失败，返回：@",
    "[ERROR] 发送消息失败，响应内容=@",
    "send failed: @",
    "ERROR send failed, response: @",
    "请求失败，返回 @",
    "request failed: @",
    "failed to send message: @",
    "axios request failed, data: @",
];

const WELL: [&str; 65] = [
    "2026-11-29 10:00:00.123  INFO 500 --- [restartedMain] c.e.Wx : port(s): 8500 (http) resp @",
    "2026-01-04 16:12:43.512  INFO 500 --- [nio-8080-exec-3] c.e.bot.WxService : 发送结果 @ 耗时 503ms",
    "10:00 INFO c.e.A : POST https://h/x 200 in 503ms @",
    r#"10.0.0.1 - - [04/Jan/2024:16:12:43 +0800] "POST /x HTTP/1.1" 200 503 "-" "-" rt=0.404 resp="@""#,
    r#""POST /x HTTP/2.0" 200 404 "-" "okhttp/4" "10.0.0.1" @"#,
    "nginx: 500 worker_connections; reply @",
    "PM2 | 0|bot-500 | @",
    "bot-1  | INFO 502 msgs in queue, last @",
    r#"INFO:     127.0.0.1:50042 - "POST /send HTTP/1.1" 200 OK @"#,
    "[2026-11-29 10:00:00 +0000] [500] [INFO] @",
    "2026/11/29 10:00:00 client.go:502: POST https://h/x -> 200 OK (0.5s) @",
    "I1129 10:00:00.000000     500 send.go:404] @",
    "time=2026-11-29T10:00:00Z level=INFO msg=sent status=200 dur=502ms body=@",
    "Jan  4 16:12:43 host-403 bot[500]: @",
    "circuit breaker closed, failure rate 0.0% resp @",
    "@ in 500ms",
    "@ cost=500ms",
    "@ (500 ms)",
    "@ [500ms]",
    "@ size=500",
    "@, 500 bytes",
    "@ status=200",
    "@ status: 200 cost=500ms",
    "@ (status 200)",
    "@ HTTP/1.1 200",
    "@ order status: 500",
    "@ orderId: 500",
    "(@, 200)",
    "(@, None)",
    "[@, 500 ms]",
    "@,5001",
    "@ id=500",
    "@ // status 500 means a server error",
    "@ http 404 page is another one",
    "@\nstatus: 500\nnext",
    "@\nstatus: 502 order 7",
    "发送失败 0 条: @",
    "没有发送失败: @",
    "未出现请求失败，返回 @",
    "如果发送失败: 重试; 返回 @",
    "第一次发送失败，重试成功: @",
    "上次请求失败，返回 @",
    "发送失败数=0 resp=@",
    "失败重试后返回 @",
    "previous send failed, retry ok: @",
    "no send failed: @",
    "request failed 0 times: @",
    "parse failed: @",
    "保存失败: @",
    "写库失败，返回 @",
    "exit code=404 body=@",
    "code=0 body=@",
    "code=200 body=@",
    "code=5001 msg=x @",
    "code=500 orderId=7 body=@",
    "订单返回码 500，返回内容 @",
    "支付状态=500 resp=@",
    "设备响应码 404，返回 @",
    "HTTP状态=200 @",
    "返回码 0，返回内容 @",
    "返回码 200，返回内容 @",
    "HttpStatus.OK @",
    "HttpStatus.BAD_GATEWAY is mapped to retry; resp @",
    "import HttpStatus.NOT_FOUND\n@",
    r#"502 Bad Gateway on POST request for "https://x" was retried; @"#,
];

/// The levels of the replies in a line that is read whole, and in one of a stream.
fn both(line: &str, reply: &str) -> [Vec<Option<Level>>; 2] {
    let text = line.replace('@', reply);
    let of = |found: Vec<Part<'_>>| {
        let replies = found.into_iter().filter(|part| part.explanation.kind == Kind::Reply);
        replies.map(|part| part.level()).collect()
    };
    let streamed = format!("10:00 INFO before\n{text}\nstatus: 200\n");
    let payloads = scan::payloads(&streamed);
    [of(parts(text.as_bytes(), None).expect("parts")), of(of_payloads(&streamed, 0, payloads))]
}

#[test]
fn a_line_that_says_no_around_a_reply_leaves_it_unknown() {
    for reply in REPLIES {
        for line in FAILED {
            let [whole, streamed] = both(line, reply);
            assert_eq!(whole, [Some(Level::Unknown)], "{line}");
            // Of other lines a stream knows nothing.
            assert!(streamed == whole || line.contains('\n'), "{line}: {streamed:?}");
        }
    }
    assert_eq!(
        both("发送失败: @", r#"{"errcode":40014,"errmsg":"x"}"#),
        [[Some(Level::Refused)], [Some(Level::Refused)]]
    );
}

#[test]
fn numbers_and_words_of_something_else_leave_a_reply_as_it_is() {
    for reply in REPLIES {
        for line in WELL {
            assert_eq!(both(line, reply), [[Some(Level::Accepted)], [Some(Level::Accepted)]], "{line}");
        }
    }
    // Rows of a table end in what looks like a status.
    let rows = "1,@,500\n2,@,501";
    assert_eq!(both(rows, REPLIES[0])[0], [Some(Level::Accepted), Some(Level::Accepted)]);
}

/// Of several replies in one line each has its own.
#[test]
fn a_stream_gives_each_reply_of_a_line_its_own_status() {
    let [whole, streamed] = both("10:00 HTTP/1.1 502 @ HTTP/1.1 200 @", REPLIES[0]);
    assert_eq!(whole, [Some(Level::Unknown), Some(Level::Accepted)]);
    assert_eq!(whole, streamed);
}

/// A line that a record keeps in a text says the same as where it stands by itself.
#[test]
fn a_line_in_a_record_says_the_same() {
    for (line, level) in
        [("send failed: @\n", Level::Unknown), ("HTTP 502: @\n", Level::Unknown), ("HTTP 200 @\n", Level::Accepted)]
    {
        let line = crate::layer::json::quote(&line.replace('@', REPLIES[0]));
        assert_eq!(levels(&format!(r#"{{"log":{line},"stream":"stderr"}}"#)), [Some(level)], "{line}");
    }
}
