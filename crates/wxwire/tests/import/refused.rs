//! What only running it would tell, and what is no request at all: a problem at its place.

use wxwire::import::import;
use wxwire::problem::Code;

use crate::common::{URL, read, refuse};

#[test]
fn what_is_not_guessed() {
    refuse("", Code::Empty, "");
    refuse("good morning", Code::NoRequest, "g");
    refuse("curl http://h/api/message/sendapp -d @body.json", Code::FileNeeded, "body.json");
    refuse("curl http://h/x -d '{\"a\": 1", Code::CutOff, "'");
    refuse("curl http://h/x -d '{\"a\": {{n}}}'", Code::Variable, "{{n}}");
    refuse("curl http://h/x -d '{\"a\": 1} 2'", Code::Syntax, "2");
    refuse("{\"a\": 1}}}", Code::Syntax, "}");
    refuse("requests.post('http://h/api/message/sendapp', json=body)", Code::Variable, "body");
    refuse("fetch('http://h/x', {method: 'POST', body: JSON.stringify({a: b.c})})", Code::Variable, "b.c");
    refuse(&format!("{{\"a\": {}", "[".repeat(200)), Code::TooDeep, "[");
    let huge = vec![b' '; wxwire::layer::MAX_BYTES + 1];
    let problem = import(&huge, None).expect_err("too large");
    assert_eq!((problem.code, problem.limit), (Code::TooLarge, Some(32 << 20)));
    assert_eq!(import(b"{\"a\": \xff}", None).expect_err("no text").code, Code::NotUtf8);
    let many = format!("[{}]", "{a:1},".repeat(1_000_001));
    let problems = import(many.as_bytes(), None).expect("read").problems;
    assert_eq!((problems[0].code, problems[0].limit), (Code::TooMany, Some(1_000_000)));
}

/// What Docker Compose puts into a command it puts there in quotes of any kind, before a shell has variables of its own.
#[test]
fn what_compose_would_replace_is_no_value() {
    let file = |content: &str| {
        let body = format!("{{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"{content}\"}}");
        let args = body.replace('"', "\\\"");
        let services = "services:\n  a:\n    command:";
        [
            format!(
                "{services} |\n      Y=0\n      X=1\n      echo ${{TAG}}\n      curl http://h/message/postText -d '{body}'\n"
            ),
            format!("{services} [\"curl\",\"http://h/message/postText\",\"-d\",\"{args}\"]\n"),
        ]
    };
    for name in ["${X}", "$X", "${X:-d}"] {
        for text in file(name) {
            refuse(&text, Code::Variable, name);
        }
    }
    for (content, said) in [("$5", "$5"), ("$$Y", "$Y"), ("$${Y}", "${Y}")] {
        for text in file(content) {
            assert!(outcome(&text).contains(&format!("\"{said}\"")), "{text}: {}", outcome(&text));
        }
    }
    let [text, _] = file("'$$X'");
    assert!(outcome(&text).contains("\"1\""), "{text}");
}

/// The values of a text, or the code of its first problem.
fn outcome(text: &str) -> String {
    match wxwire::import::import(text.as_bytes(), None) {
        Ok(found) => match (&found.values, found.problems.first()) {
            (_, Some(problem)) => problem.code.name().to_owned(),
            (values, None) => values.clone().unwrap_or_default(),
        },
        Err(problem) => problem.code.name().to_owned(),
    }
}

#[test]
fn what_a_shell_would_replace_is_no_value() {
    let url = "http://h/api/message/sendmsg -H \"X-GEWE-TOKEN: $TOKEN\"";
    assert_eq!(outcome(&format!("curl {url} -d \"{{\\\"content\\\": \\\"$MSG\\\"}}\"")), "variable");
    assert_eq!(outcome(&format!("curl {url} -d '{{\"content\":\"'\"${{MSG}}\"'\"}}'")), "variable");
    assert_eq!(outcome(&format!("curl {url} -d '{{\"content\":\"$5\"}}'")), r#"{"content":"$5"}"#);
    assert_eq!(outcome(&format!("curl {url} -d \"{{\\\"content\\\": \\\"\\$5 \\`\\\"}}\"")), r#"{"content": "$5 `"}"#);
    for name in ["$MSG", "${MSG}", "$1", "$@", "$$", "$!", "$-", "$(date +%F)"] {
        let data = format!("'{{\"content\":\"'{name}'\"}}'");
        for text in [
            format!("curl {url} -d {data}"),
            format!("send() {{\n  curl {url} -d {data}\n}}"),
            format!("curl {url} -d \"{{\\\"content\\\":\\\"{name}\\\"}}\""),
        ] {
            refuse(&text, Code::Variable, name);
        }
    }
    let by_number = "Invoke-WebRequest -Uri 'http://h/api/message/sendmsg' -Method POST -Body \"{`\"content`\":`\"$([char]20320)$([char]22909)$([char]55357)$([char]56832)`\"}\"";
    assert_eq!(outcome(by_number), "{\"content\":\"你好😀\"}");
}

#[test]
fn variables_are_credentials_to_come() {
    for value in ["{{token}}", "$TOKEN", "${TOKEN}", "%TOKEN%", "$env:TOKEN", "<token>", "•••", "", " "] {
        let imported = read(&format!(
            "curl 'http://h/v2/ChatMess/doSendPublicMes' -H 'Authorization: Bearer {value}' -d '{{\"MsgType\":\"text\"}}'"
        ));
        assert_eq!((imported.given.len(), imported.absent.as_slice()), (0, &["token"][..]), "{value}");
    }
    let found = read(
        "curl 'http://h/cgi-bin/living/create?debug=1&access_token=a%2Fb#x' -H 'Cookie: c=s3cret' -A me -u a:s3cret -d '{}'",
    );
    assert_eq!(found.credentials.find("access_token").expect("it").reveal(), "a/b");
    let mut dropped: Vec<_> = found.dropped.iter().map(|one| (one.why.name(), one.what.as_str())).collect();
    dropped.sort();
    assert_eq!(dropped, [("header", "Cookie"), ("option", "-A"), ("parameter", "debug"), ("user_info", "-u")]);
    assert!(!format!("{found:?}").contains("s3cret"));
}

/// What only running it would tell is a problem at its place.
#[test]
fn parts_that_are_not_known() {
    for (text, place) in [
        (format!("irm {URL} -Method Post -Body $body"), "$body"),
        (format!("$b = Get-Content x.json\nirm {URL} -Method Post -Body $b"), "Get-Content x.json"),
        (format!("$b = @{{a = $x}} | ConvertTo-Json\nirm {URL} -Body $b"), "@{a = $x} | ConvertTo-Json"),
        (format!("$b = '{{\"a\":' + $x + '}}'\nirm {URL} -Method Post -Body $b"), "'{\"a\":' + $x + '}'"),
        (format!("$b = '{{}}'.Replace('a', 'b')\nirm {URL} -Method Post -Body $b"), "'{}'.Replace('a', 'b')"),
        (format!("irm {URL} -Method Post -Body ('{{0}}' -f $x)"), "('{0}' -f $x)"),
        (format!("irm @p -Method Post -Uri {URL}"), "@p"),
        (format!("fetch('{URL}', {{method: 'POST', body: ['{{', x, '}}'].join('')}})"), "['{', x, '}'].join('')"),
        (format!("printf '%d' '{{}}' | curl {URL} -d @-"), "-"),
        (format!("set a=1\ntype x.json | curl {URL} -d @-"), "-"),
    ] {
        let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        let [problem] = &imported.problems[..] else { panic!("{text}: {imported:?}") };
        let span = problem.span.clone().expect("a place");
        assert_eq!(text.get(span), Some(place), "{text}");
        assert_eq!(imported.values, None, "{text}");
    }
}

/// What a gateway sends is no request, however it was copied: an answer to a request is not its values.
#[test]
fn what_a_gateway_sends_is_no_request() {
    const REPLY: &str = r#"{"errcode":0,"errmsg":"ok","msgid":"Kq3dE"}"#;
    const CALLBACK: &str = r#"{"TypeName":"AddMsg","Appid":"wx_a","Wxid":"w","Data":{"MsgId":1,"MsgType":1,"NewMsgId":7,"Content":{"string":"x"}}}"#;
    for (text, sort, place) in [
        (REPLY.to_owned(), "reply", REPLY),
        (format!("10:00 INFO got {REPLY} in 3ms"), "reply", REPLY),
        (
            format!("POST https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token=t0ken-s3cret\n{REPLY}"),
            "reply",
            REPLY,
        ),
        (format!("```json\n{CALLBACK}\n```"), "callback", CALLBACK),
        (format!("10:00 INFO got {CALLBACK}\n10:01 INFO done"), "callback", CALLBACK),
    ] {
        let imported = refuse(&text, Code::NoRequest, place).expect("found");
        assert_eq!((imported.problems[0].expected.as_str(), imported.values), (sort, None), "{text}");
    }
    // With its request beside it, the request counts, wherever it stands.
    let request = r#"{"touser":"a","msgtype":"text","agentid":1,"text":{"content":"x"}}"#;
    for text in [format!("{request}\n{REPLY}"), format!("got {REPLY}\nsent {request}")] {
        let imported = read(&text);
        assert_eq!(imported.values.as_deref(), Some(request), "{text}");
    }
}

/// A terminal shows what the command before printed, with the next prompt right behind it.
#[test]
fn a_command_behind_a_reply() {
    let command = "curl 'http://127.0.0.1:2531/v2/api/login/getLoginQrCode' --data-raw '{\"appId\":\"wx_7he6\",\"regionId\":\"320000\"}'";
    for before in [
        "{\"ret\":200}\n",
        "{\"ret\":200}%   (base) me@host ~ % ",
        "{\"ret\":200,\"msg\":\"ok\"}\n$ ",
        "[{\"a\":1}]\n\n> ",
    ] {
        let imported = read(&format!("{before}{command}\n"));
        assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.login_get_login_qr_code"), "{before}");
        assert_eq!(imported.values.as_deref(), Some(r#"{"appId":"wx_7he6","regionId":"320000"}"#), "{before}");
    }
    // The first of two on one line keeps no body of the second.
    let two =
        "% curl 'https://qyapi.weixin.qq.com/cgi-bin/menu/get?access_token=t0ken-s3cret&agentid=1' {\"errcode\":0}% ";
    let imported = read(&format!("{two}{command}"));
    assert_eq!(imported.operation.map(|entry| entry.id), Some("wecom.menu_get"));
    assert!(!imported.values.unwrap_or_default().contains("regionId"));
}

fn found(text: &str) -> wxwire::import::Imported {
    import(text.as_bytes(), None).expect("a request")
}

#[test]
fn brackets_that_a_credential_was_filled_into_would_be_sent() {
    let request = |token: &str| {
        let header = format!("X-GEWE-TOKEN: {token}");
        found(&format!(
            "curl http://h/v2/api/message/postText -H '{header}' -d '{{\"appId\":\"a\",\"toWxid\":\"w\",\"content\":\"x\"}}'"
        ))
    };
    for (open, close) in [("{{", "}}"), ("<", ">"), ("${", "}")] {
        let imported = request(&format!("{open}c9ffbedb9aeb471db49d92453ea21a17{close}"));
        let told: Vec<_> = imported.problems.iter().map(|one| (one.code, one.expected.as_str())).collect();
        assert_eq!(told, [(Code::SentOtherwise, "brackets")], "{open}");
        assert_eq!(imported.given, ["token"], "{open}");
    }
    assert_eq!(request("c9ffbedb9aeb471db49d92453ea21a17").problems, []);
}

/// A call that reports a code itself has values that look like a reply, and one that does not has none of it.
#[test]
fn a_code_that_is_reported_is_no_reply() {
    let reported = found(
        "POST /cgi-bin/openhw/device/report_bio_info_result HTTP/1.1\nHost: h\n\n{\"oper_id\": {\"a\": {}}, \"errcode\": 0, \"errmsg\": \"ok\"}",
    );
    assert!(reported.values.is_some() && reported.problems.is_empty(), "{:?}", reported.problems);
    let replied = found("POST /gewe/v2/api/message/postText HTTP/1.1\nHost: h\n\n{\"ret\":200,\"msg\":\"ok\"}");
    assert_eq!(replied.problems.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::NoRequest]);
}

/// Braces around statements are no object.
#[test]
fn statements_are_no_json() {
    refuse("public void f()\n{\n    String token = \"t0ken-s3cret\";\n    send(token);\n}", Code::NoRequest, "p");
    refuse("\"GET /x HTTP/1.1\" 200 13 \"-\" \"Mozilla\"", Code::NoRequest, "\"");
}

/// What stands beside a request is shown without what a person may have noted of a secret, in whatever words.
#[test]
fn notes_beside_a_request_tell_no_secret() {
    let secret = "dDAusBg3gK7hKhLfqIRlyp84UDtII6NkMW7s8Wn2wgX";
    let body = r#"{"touser":"a","msgtype":"text","agentid":1,"text":{"content":"x"}}"#;
    for note in [
        "corpsecret 是 ",
        "corpsecret是",
        "Secret为",
        "| corpsecret | ",
        "string sToken = ",
        "EncodingAESKey -> ",
        "看这里 ",
    ] {
        let text = format!("{note}{secret}\n{body}\n{note}{secret}");
        let imported = read(&text);
        assert!(!imported.to_json(&text, wxwire::lang::Lang::En).contains(secret), "{note}");
        for sample in wxwire::learn::requests(text.as_bytes(), None).expect("one") {
            assert!(!sample.name.contains(secret), "{note}");
        }
    }
}

/// Behind the head of a request, a tool shows more than its body.
#[test]
fn what_a_tool_shows_behind_a_head() {
    let console = "POST http://1.2.3.4:2531/v2/api/login/getLoginQrCode\n200\n26 ms\nRequest Body\n{\"appId\":\"wx_a\"}\nResponse Body\n{\"ret\":500,\"msg\":\"x\"}";
    let imported = read(console);
    assert_eq!(imported.values.as_deref(), Some(r#"{"appId":"wx_a"}"#));
    let fenced = "```http\nGET https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=ww1&corpsecret=t0ken-s3cret\n```";
    assert_eq!((read(fenced).values.as_deref(), read(fenced).given.len()), (Some("{}"), 2));
    let callback = "POST /wx?msg_signature=a&timestamp=1&nonce=2 HTTP/1.1\nHost: h\n\n<xml><ToUserName><![CDATA[ww]]></ToUserName><Encrypt><![CDATA[RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo]]></Encrypt><AgentID>218</AgentID></xml>";
    let imported = import(callback.as_bytes(), None).expect("found");
    assert_eq!((imported.problems[0].code, imported.problems[0].expected.as_str()), (Code::NoRequest, "callback"));
    let blank = "{{gewe-token}}\n{\"appId\":\"wx_a\",\"toWxid\":\"b\",\"content\":\"x\"}";
    assert_eq!(read(blank).operation.map(|entry| entry.id), Some("gewe.message_post_text"));
    refuse("curl $URL\n", Code::Variable, "$URL");
}
