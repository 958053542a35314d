//! What import does not know it does not guess: it says so, at the place.

use wxwire::catalog;
use wxwire::import::{self, Imported, Why};
use wxwire::problem::Code;

fn read(text: &str) -> Imported {
    import::import(text.as_bytes(), None).expect(text)
}

/// The text is refused, with this code about this part of it.
#[track_caller]
fn refuse(text: &str, code: Code, place: &str) {
    let imported = read(text);
    assert_eq!(imported.values, None, "{text}");
    let found: Vec<_> =
        imported.problems.iter().map(|one| (one.code, &text[one.span.clone().expect("a place")])).collect();
    assert!(found.iter().any(|(own, at)| *own == code && at.starts_with(place)), "{text}: {found:?}");
}

const YOUMI: &str = r#"{"WechatId":"w","ToUserName":"u","RelationType":0,"MsgType":"text","Text":"x"}"#;

#[test]
fn a_quote_that_is_missing_is_not_put_somewhere() {
    for text in [
        r#"{"WechatId":"w","ToUserName":"u","RelationType":0,"MsgType":"image","Url":"http://a/b.png,"Format":"png"}"#,
        r#"{"WechatId":"w,"ToUserName":"u","RelationType":0,"MsgType":"text","Text":"x"}"#,
        r#"{"WechatId":"w”,"ToUserName":"u","RelationType":0,"MsgType":"text","Text":"x"}"#,
        r#"{"WechatId":"w";"ToUserName":"u";"RelationType":0;"MsgType":"text";"Text":"x"}"#,
        r#"{"WechatId":"w"、"ToUserName":"u"、"RelationType":0、"MsgType":"text"、"Text":"x"}"#,
    ] {
        assert!(read(text).values.is_none() && read(text).problems.len() == 1, "{text}");
    }
    let curved = r#"{"WechatId":“w","ToUserName":“u","RelationType":0,"MsgType":"text","Text":"x"}"#;
    refuse(curved, Code::Ambiguous, "“w\"");
    // JSON inside of a string has its brackets, and a quotation no value behind it.
    let imported = read(r#"{"appid":"a","to_wxid":"他说"你好"：再见","xml":"{"a":"b","c":"d"}"}"#);
    assert_eq!(
        imported.values.as_deref(),
        Some(r#"{"appid":"a","to_wxid":"他说\"你好\"：再见","xml":"{\"a\":\"b\",\"c\":\"d\"}"}"#)
    );
}

#[test]
fn an_address_of_something_else_is_no_operation() {
    let body = r#"{"livingid":"L","anchor_userid":"a","theme":"t","living_start":1,"living_duration":2}"#;
    for path in ["/cgi-bin/living/renew", "/anything"] {
        let imported = read(&format!("curl 'https://h.example{path}?access_token=z' -d '{body}'"));
        assert_eq!(imported.operation.map(|entry| entry.id), None);
        assert_eq!(
            imported.candidates.iter().map(|entry| entry.id).collect::<Vec<_>>(),
            ["wecom.living_create", "wecom.living_modify"]
        );
        assert!(imported.dropped.iter().any(|one| one.why == Why::Path && one.what == path), "{:?}", imported.dropped);
    }
    let told = import::import(
        format!("POST /v2/ChatMess/recallMessage HTTP/1.1\nHost: h\n\n{YOUMI}").as_bytes(),
        catalog::find("youmi.send_public_message"),
    );
    let told = told.expect("a request");
    assert_eq!(told.operation.map(|entry| entry.id), Some("youmi.send_public_message"));
    assert!(told.dropped.iter().any(|one| one.why == Why::Path), "{:?}", told.dropped);
    // A gateway whose only path is `/` may have something before it.
    let xbot = catalog::find("xbot.send_live").expect("in the catalog");
    let values = &xbot.examples()[0].values;
    let imported = read(&format!("curl http://127.0.0.1:5557/xbot/ -d '{values}'"));
    assert_eq!(imported.operation.map(|entry| entry.id), Some("xbot.send_live"));
}

#[test]
fn of_several_bodies_the_one_that_is_meant_counts() {
    let page = r#"First: {"appid":"a","to_wxid":"b","xml":"<appmsg/>"} then
        {"appid":"a","to_wxid_list":[{"to_wxid":"b","content":"c","msg_type":1}]} and {"ret":0,"msg":"success"}"#;
    let told = |id: &str| import::import(page.as_bytes(), catalog::find(id)).expect("JSON");
    let app = told("gewe.send_app");
    assert!(app.values.as_deref().is_some_and(|values| values.contains("xml")) && app.problems.is_empty(), "{app:?}");
    let msg = told("gewe.send_msg");
    assert!(msg.values.as_deref().is_some_and(|values| values.contains("to_wxid_list")), "{msg:?}");
    assert_eq!(msg.dropped.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::Around, Why::Rest]);
    // Where none is like it, that is said.
    let other = told("wecom.living_create");
    assert_eq!(other.problems.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::NotItsBody]);
}

#[test]
fn code_is_no_value() {
    let body = YOUMI.replace("\"u\"", "\"@\"");
    let call = "https://h/v2/ChatMess/doSendPublicMes";
    for (text, place) in [
        (format!("fetch('{call}', {{method: 'POST', body: `{}`}})", body.replace('@', "${user}")), "${user}"),
        (format!("fetch('{call}', {{method: 'POST', body: '{}'}})", body.replace('@', "' + user + '")), "user"),
        (
            format!(
                "fetch('{call}', {{method: 'POST', body: JSON.stringify({})}})",
                body.replace("\"@\"", "`${user}`")
            ),
            "${user}",
        ),
        (
            format!(
                "requests.post('{call}', data=f'{}')",
                body.replace('{', "{{").replace('}', "}}").replace('@', "{user}")
            ),
            "{user}",
        ),
        (
            format!("$b = @\"\n{}\n\"@\nInvoke-RestMethod '{call}' -Method Post -Body $b", body.replace('@', "$user")),
            "$user",
        ),
        (
            format!("irm {call} -Method Post -Body \"{}\"", body.replace('"', "`\"").replace('@', "$(whoami)")),
            "$(whoami)",
        ),
        (format!("curl ^\n {call} -d \"{}\"", body.replace('"', "\\\"").replace('@', "%USERNAME%")), "%USERNAME%"),
    ] {
        refuse(&text, Code::Variable, place);
    }
    // A template's blank is sent as it stands; that is said.
    let imported = read(&format!("curl {call} -d '{}'", body.replace('@', "{{name}}")));
    assert!(imported.values.is_some());
    assert_eq!(
        imported.problems.iter().map(|one| (one.code, one.is_error())).collect::<Vec<_>>(),
        [(Code::Variable, false)]
    );
    // What only looks like a variable of the command prompt.
    let imported = read(&format!("curl ^\n {call} -d \"{}\"", body.replace('"', "\\\"").replace('@', "%E4%BD%A0%2Fa")));
    assert!(imported.values.is_some_and(|values| values.contains("%E4%BD%A0%2Fa")));
}

#[test]
fn values_that_a_script_changes_later_are_not_known() {
    let python = YOUMI.replace('"', "'");
    let call = "'https://h/v2/ChatMess/doSendPublicMes'";
    for change in
        ["p['Text'] = NEW", "p.update(more)", "p['a']['b'] = 1", "del p['Text']", "p |= more", "p.pop('Text')"]
    {
        refuse(&format!("p = {python}\n{change}\nrequests.post({call}, json=p)"), Code::Variable, &change[..1]);
    }
    for change in ["p.ToUserName = boss", "p['Text'] = x", "Object.assign(p, more)", "delete p.Text"] {
        let text = format!("let p = {YOUMI};\n{change};\nfetch({call}, {{method: 'POST', body: JSON.stringify(p)}})");
        refuse(&text, Code::Variable, &change[..1]);
    }
    let filtered = format!("fetch({call}, {{method: 'POST', body: JSON.stringify({YOUMI}, ['Text'])}})");
    refuse(&filtered, Code::Variable, "['Text']");
    // What only lays it out says nothing of the values.
    for layout in ["null, 2", "undefined, '\\t'"] {
        let text = format!("fetch({call}, {{method: 'POST', body: JSON.stringify({YOUMI}, {layout})}})");
        assert_eq!(read(&text).values.as_deref(), Some(YOUMI), "{layout}");
    }
}

#[test]
fn a_word_that_may_be_a_secret_is_not_told() {
    for text in [
        r#"{"wxid":"1","target_wxid":"2","access_token":SECRET123,"messages":[]}"#,
        "POST /v2/ChatMess/doSendPublicMes HTTP/1.1\nHost: h\nAuthorization:\nBearer SECRET123\n\n{}",
    ] {
        let imported = read(text);
        assert!(!imported.problems.is_empty() || !imported.dropped.is_empty(), "{text}");
        let shown = format!("{imported:?}{}", imported.to_json(text, wxwire::lang::Lang::En));
        let said: Vec<_> = imported.problems.iter().map(|one| one.message(wxwire::lang::Lang::En)).collect();
        assert!(!shown.contains("SECRET123") && !said.join("").contains("SECRET123"), "{text}: {said:?}");
    }
}

#[test]
fn what_follows_an_option_is_no_address() {
    let address = "https://h.example/v2/ChatMess/doSendPublicMes";
    for option in ["--proto =https", "--unix-socket /run/s", "--tls-max 1.3", "-x http://p:1", "--dns-servers 1.1.1.1"]
    {
        let imported = read(&format!("curl {option} {address} -d '{YOUMI}'"));
        assert_eq!(imported.base_url.as_deref(), Some("https://h.example"), "{option}");
    }
    let imported = read(&format!("curl {address} --oauth2-bearer t0ken-s3cret -d '{YOUMI}'"));
    assert_eq!(
        (imported.given.as_slice(), imported.credentials.find("token").map(|one| one.reveal())),
        (&["token"][..], Some("t0ken-s3cret"))
    );
    let imported = read(&format!("curl -b 'a=b' {address} -d '{YOUMI}' --next http://other/ -d '{{}}'"));
    assert_eq!(imported.values.as_deref(), Some(YOUMI));
    assert_eq!(imported.dropped.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::Header, Why::Rest]);
}

#[test]
fn a_fault_is_told_at_its_place() {
    let check = |text: &str, place: usize| {
        let imported = read(text);
        let at = imported.problems.first().and_then(|one| one.span.clone()).expect(text);
        assert_eq!((imported.values, at.start), (None, place), "{text}");
    };
    check(&format!("{YOUMI}}}}}"), YOUMI.len());
    check(&YOUMI.replace("\"x\"}", "\"x\", ...}"), YOUMI.len() - 1 + 2);
    let form = format!("curl http://h/v2/ChatMess/doSendPublicMes -d '{YOUMI}' -d 'x=1'");
    check(&form, form.find("&x=1").unwrap_or(form.find("x=1").expect("there")));
}

#[test]
fn what_is_escaped_in_part_is_not_unescaped() {
    let text =
        r#"{&quot;WechatId&quot;:"w","ToUserName":"u","RelationType":0,"MsgType":"text","Text":"a &lt;b&gt; c"}"#;
    refuse(text, Code::Syntax, "&");
    let whole = YOUMI.replace('"', "&quot;").replace('x', "a &amp;lt;b&amp;gt; c");
    assert_eq!(read(&whole).values.as_deref(), Some(YOUMI.replace('x', "a &lt;b&gt; c").as_str()));
}

#[test]
fn a_comma_that_is_missing_between_objects_is_put_in() {
    let messages = read(r#"{"messages":[{"text":"a"},{"text":"b"}{"text":"c"}]}"#);
    assert_eq!(messages.values.as_deref(), Some(r#"{"messages":[{"text":"a"},{"text":"b"},{"text":"c"}]}"#));
    assert_eq!(messages.repairs.iter().map(|one| one.fix.name()).collect::<Vec<_>>(), ["missing_comma"]);
    // Outside of a list there is nothing for a comma to part: the second is told as the rest.
    let two = read(r#"{"theme":"a"}{"theme":"b"}"#);
    assert_eq!(two.values.as_deref(), Some(r#"{"theme":"a"}"#));
    assert_eq!(two.dropped.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::Rest]);
}

/// JSON in the midst of a text may be a part of it.
#[test]
fn what_stands_before_and_behind_counts() {
    for text in ["}\n  \"a\": {\"b\": 1}\n}", "{\"a\": 1,\n  }b\": 2,\n  \"c\": 3}", "x {\"a\": 1}}"] {
        assert_eq!(read(text).values, None, "{text}");
    }
    for (text, values) in [
        ("# Title\n\n```json\n[{\"a\": 1},]\n```\nand {more}\n", "[{\"a\": 1}]"),
        ("```\n[1, 2]\n```", "[1, 2]"),
        ("so: {\"a\": 1,} and {\"b\": 2}", "{\"a\": 1}"),
    ] {
        assert_eq!(read(text).values.as_deref(), Some(values), "{text}");
    }
}

#[test]
fn a_body_of_strange_fields_is_of_no_operation() {
    for count in 1..20 {
        let members: Vec<_> = (0..count).map(|at| format!("\"x{at}\":{at}")).collect();
        let imported = read(&format!("{{{}}}", members.join(",")));
        assert_eq!(imported.operation.map(|entry| entry.id), None, "{count} fields");
    }
}

#[test]
fn another_address_or_host_is_told() {
    let told = |imported: &Imported| -> Vec<_> {
        imported.dropped.iter().map(|one| (one.why.name(), one.what.clone())).collect()
    };
    let path = "/cgi-bin/living/create";
    let two = read(&format!("curl --url https://a.example{path} --url https://b.example{path} -d '{{}}'"));
    assert_eq!(two.base_url.as_deref(), Some("https://a.example"));
    assert_eq!(told(&two), [("rest", format!("https://b.example{path}"))]);
    let head = read(&format!("POST http://a.example{path} HTTP/1.1\nHost: b.example\n\n{{\"theme\":\"a\"}}"));
    assert_eq!(told(&head), [("header", "Host".to_owned())]);
    let same = read(&format!("POST http://a.example{path} HTTP/1.1\nHost: a.example\n\n{{\"theme\":\"a\"}}"));
    assert_eq!(told(&same), []);
    for (address, host) in [("//u:s3cret@b.example", "b.example"), ("u:s3cret@b.example", "b.example")] {
        let imported = read(&format!("curl '{address}{path}' -d '{{}}'"));
        assert_eq!(imported.host.as_deref(), Some(host));
        assert_eq!(told(&imported), [("user_info", "@".to_owned())]);
        assert!(!format!("{imported:?}").contains("s3cret"));
    }
    let header = read(&format!("POST {path} HTTP/1.1\nHost: u:s3cret@h\n\n{{\"theme\":\"t\"}}"));
    assert_eq!(header.host.as_deref(), Some("h"));
}

#[test]
fn a_line_of_a_log_in_brackets_is_no_list() {
    let body = r#"{"appid":"a","to_wxid":"b","xml":"<appmsg></appmsg>"}"#;
    for before in ["[INFO] ", "[2026-11-27 10:00:00] ", "[12] [main] ", "[worker-1] sending ", "[ 0.123] "] {
        let imported = import::import(format!("{before}{body}").as_bytes(), None).expect("a body");
        assert_eq!(imported.values.as_deref(), Some(body), "{before}: {:?}", imported.problems);
    }
}

/// Its other members have the wrong types for another call, which therefore is not meant for certain.
#[test]
fn a_member_too_many_makes_a_body_no_other_call_s() {
    let body =
        r#"{"touser":"zhangsan","agentid":1000002,"msgtype":"text","text":{"content":"x"},"image":{"media_id":"x"}}"#;
    let imported = import::import(body.as_bytes(), None).expect("a body");
    let mut ids: Vec<_> = imported.candidates.iter().map(|one| one.id).collect();
    ids.extend(imported.operation.map(|one| one.id));
    assert!(ids.contains(&"wecom.message_send"), "{ids:?}");
    assert_ne!(imported.operation.map(|one| one.id), Some("wecom.linkedcorp_message_send"));
}

/// The options of a library alone: the body in them is what is meant.
#[test]
fn options_hold_a_body() {
    let body = r#"{"appid":"a","to_wxid":"b","xml":"c"}"#;
    for name in ["json", "body", "data"] {
        let text = format!("{{\"headers\":{{\"X-GEWE-TOKEN\":\"t0ken-s3cret\"}},\"{name}\":{body}}}");
        let imported = import::import(text.as_bytes(), None).expect("options");
        assert_eq!(
            (imported.operation.map(|one| one.id), imported.values.as_deref()),
            (Some("gewe.send_app"), Some(body))
        );
        assert_eq!(imported.given, ["token"]);
        let more = text.replacen('{', "{\"x\":1,", 1);
        let more = import::import(more.as_bytes(), None).expect("JSON");
        assert_eq!(more.operation.map(|one| one.id), Some("gewe.send_app"));
        assert_eq!(more.dropped.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::Around]);
    }
}

/// A list is no call's body: it does not name all calls as candidates.
#[test]
fn a_list_is_of_no_call() {
    let imported = import::import(br#"[{"appid":"a"}]"#, None).expect("a list");
    assert!(imported.operation.is_none() && imported.candidates.is_empty(), "{}", imported.candidates.len());
}

/// Two single quotes in a text between single quotes are one in YAML and SQL, none in a shell and Python: where nothing says whose
/// text it is, it is not guessed.
#[test]
fn quotes_beside_each_other_are_not_guessed() {
    let body = r#"{"msgtype":"text","text":{"content":"it''s"}}"#;
    for text in [format!("f(a='{body}')"), format!("send '{body}' now")] {
        refuse(&text, Code::Ambiguous, "''");
    }
    let plain = body.replace("''", "'");
    for text in [format!("a: '{body}'\n"), format!("- '{body}'\n"), format!("INSERT INTO t VALUES ('{body}')")] {
        assert_eq!(read(&text).values.as_deref(), Some(plain.as_str()), "{text}");
    }
}

/// No letter of a message is hidden, whichever of several calls it is for; what is hidden in anybody's text is told.
#[test]
fn what_is_hidden_is_told() {
    for text in [
        r#"{"msgtype":"text","text":{"content":"初始密码: Abc12345，请尽快修改"}}"#,
        r#"{"msgtype":"news","news":{"articles":[{"title":"a","url":"https://a.cn/login?token=9f86d081884c7d65"}]}}"#,
    ] {
        assert_eq!(read(text).values.as_deref(), Some(text));
    }
    let text = r#"{"content":"password: hunter22","to":"a"}"#;
    let imported = read(text);
    assert_eq!(imported.values.as_deref(), Some(r#"{"content":"password: •••","to":"a"}"#));
    assert_eq!(imported.dropped.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::Secret]);
    // Be it without a name of its own.
    for text in [r#"{"tokens":["Zq7Lw2Xn9Kd4Vb8R"],"a":1}"#, r#"{"u":"http:\/\/u:Zq7Lw2Xn9Kd4Vb8R@h.cn"}"#] {
        let imported = read(text);
        let shown = text.replace("Zq7Lw2Xn9Kd4Vb8R", "•••");
        assert_eq!(imported.values.as_deref(), Some(shown.as_str()));
        assert_eq!(imported.dropped.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::Secret]);
    }
    let other = import::import(text.as_bytes(), catalog::find("wecom.message_send")).expect("JSON");
    assert!(other.values.is_some_and(|values| !values.contains("hunter22")));
}

/// A type of the body that is not the call's is told, and one that is not known is not.
#[test]
fn another_type_of_the_body_is_told() {
    let body = r#"{"appId":"a","toWxid":"b","content":"c"}"#;
    let url = "http://h/gewe/v2/api/message/postText";
    let told = |header: &str| {
        let found = read(&format!("curl {url} -H '{header}' -d '{body}'"));
        assert_eq!(found.values.as_deref(), Some(body));
        found.problems.iter().map(|problem| problem.expected.to_string()).collect::<Vec<_>>()
    };
    for other in ["text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded"] {
        assert_eq!(told(&format!("Content-Type: {other}")), ["content_type"], "{other}");
    }
    for own in ["content-type: application/json; charset=utf-8", "Content-Type: $TYPE", "Accept: text/plain"] {
        assert!(told(own).is_empty(), "{own}");
    }
}
