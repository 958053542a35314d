//! Bodies as they stand in logs: every typed call's first example in each manner that a log has.

use wxwire::catalog;
use wxwire::import::{Why, import};
use wxwire::layer::json::{Tree, quote};
use wxwire::learn;
use wxwire::operation::{Body, Entry};
use wxwire::secret::masked;

use crate::common::{read, same};

/// Calls whose first example alone tells them, each with it in one line.
fn examples() -> impl Iterator<Item = (&'static Entry, String)> {
    let entries = catalog::typed().filter(|entry| entry.body == Body::Json);
    entries.filter_map(|entry| {
        let values = masked(&entry.examples().first()?.values).replace(['\n', '\r'], " ");
        let told = import(values.as_bytes(), None).ok()?;
        let is_plain = told.problems.is_empty() && told.operation.is_some_and(|one| one.id == entry.id);
        (is_plain && !values.contains("&lt;")).then_some((entry, values))
    })
}

fn is_read(text: &str, entry: &Entry, values: &str) {
    let imported = read(text);
    assert_eq!(imported.operation.map(|one| one.id), Some(entry.id), "{text}");
    same(imported.values.as_deref().expect("values"), values);
    assert!(!imported.repairs.is_empty(), "{text}");
}

#[test]
fn escaped_once_more() {
    let mut tried = 0;
    for (entry, values) in examples() {
        let string = quote(&values);
        let inside = &string[1..string.len() - 1];
        is_read(&format!("10:00 INFO body: {string}"), entry, &values);
        is_read(&format!("10:00 level=info msg=\"send {inside}\" cost=3"), entry, &values);
        let nginx: String = values.bytes().map(nginx).collect();
        is_read(&format!("1.2.3.4 \"POST / HTTP/1.1\" 200 \"{nginx}\""), entry, &values);
        tried += 1;
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn in_a_cell_of_a_table() {
    for (entry, values) in examples() {
        let cell = values.replace('"', "\"\"");
        for text in [format!("time,body\n10:00,\"{cell}\",200\n"), format!("\"{cell}\"")] {
            is_read(&text, entry, &values);
            let csv: Vec<_> = read(&text).repairs.iter().map(|one| one.fix.name()).collect();
            assert_eq!(csv, ["doubled_quotes"], "{text}");
        }
        let rows = format!("a,\"{cell}\"\nb,\"{cell}\"\n");
        let all = wxwire::learn::requests(rows.as_bytes(), None).expect("rows");
        assert_eq!(all.len(), 2, "{rows}");
        for one in all {
            same(one.imported.values.as_deref().expect("values"), &values);
        }
    }
}

/// As nginx writes a byte of a body.
fn nginx(byte: u8) -> String {
    match byte {
        b'"' | b'\\' | 0..=31 | 127.. => format!("\\x{byte:02X}"),
        byte => char::from(byte).to_string(),
    }
}

#[test]
fn in_a_string_of_a_record() {
    for (entry, values) in examples().step_by(3) {
        for message in [format!("POST /x body={values}"), values.clone()] {
            let record = format!("{{\"level\":\"info\",\"ctx\":{{\"message\":{}}},\"n\":1}}", quote(&message));
            let text = record.clone();
            let imported = import(text.as_bytes(), None).expect("a record");
            // What says too little to be anybody's alone stays a record.
            if let Some(one) = imported.operation {
                assert_eq!(one.id, entry.id, "{text}");
                same(imported.values.as_deref().expect("values"), &values);
            }
        }
    }
    let body = r#"{"anchor_userid":"zhangsan","theme":"\"a\"","living_start":1741000000,"living_duration":3600}"#;
    let record = format!("{{\"msg\":{}}}", quote(&format!("sent {body}")));
    is_read(&record, catalog::find("wecom.living_create").expect("a call"), body);
    // Whatever the record is; of several the first, and the others are told.
    let member = quote(body);
    for text in [
        format!("{{\"a\":{member}}}"),
        format!("[{{\"topic\":\"wx\",\"offset\":12,\"key\":null,\"value\":{member}}}]"),
        format!("{{\"hits\":{{\"hits\":[{{\"_source\":{{\"request\":{body}}}}}]}}}}"),
        format!("{{\"Records\":[{{\"body\":{}}}]}}", quote(&format!("{{\"detail\":{member}}}"))),
    ] {
        let imported = read(&text);
        assert_eq!(imported.operation.map(|one| one.id), Some("wecom.living_create"), "{text}");
        same(imported.values.as_deref().expect("values"), body);
        assert_eq!(imported.dropped.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::Around], "{text}");
    }
    let two = format!("{{\"msg\":{member},\"log\":{member}}}");
    let imported = read(&two);
    let rest = imported.dropped.iter().find(|one| one.why == Why::Rest).expect("the other");
    assert_eq!(&two[rest.span.clone()], member);
    assert_eq!(learn::requests(two.as_bytes(), None).expect("JSON").len(), 2);
}

/// An address beside a body, or around it, tells whose it is; one that takes no such body does not.
#[test]
fn an_address_around_a_body() {
    let body = r#"{"msgtype":"text","text":{"content":"你好"}}"#;
    let url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send";
    for text in [
        format!(r#"{{"resources":[{{"url":"{url}","body":{{"mimeType":"a","text":{}}}}}]}}"#, quote(body)),
        format!(r#"{{"nodes":[{{"parameters":{{"url":"{url}","jsonBody":{}}},"name":"x"}}]}}"#, quote(body)),
        format!(r#"{{"requests":[{{"endpoint":"{url}","other":"/cgi-bin/living/create","body":{{"raw":{body}}}}}]}}"#),
        format!(r#"{{"paths":{{"/cgi-bin/webhook/send":{{"post":{{"example":{body}}}}}}}}}"#),
        format!(r#"{{"result":[{{"values":[["17",{}]]}}]}}"#, quote(&format!("POST {url} {body}"))),
        format!(r#"{{"result":[{{"values":[["17",{}]]}}]}}"#, quote(&format!("$ curl {url} -d '{body}'"))),
    ] {
        let imported = read(&text);
        assert_eq!(imported.operation.map(|one| one.id), Some("wecom.webhook_send"), "{text}");
        same(imported.values.as_deref().expect("values"), body);
    }
}

/// What a tool put before each line is left out, and told.
#[test]
fn over_lines_that_each_begin_as_a_logs() {
    let body = "{\n  \"appId\": \"wx_1\",\n  \"toWxid\": \"wxid_1\",\n  \"content\": \"a | b\"\n}";
    for prefix in ["app_1  | ", "2024-05-01T00:00:00.000000000Z stdout F "] {
        let text = format!("{prefix}POST http://h/gewe/v2/api/message/postText\n{prefix}{body}")
            .replace('\n', &format!("\n{prefix}"));
        let imported = read(&text.replace(&format!("{prefix}{prefix}"), prefix));
        assert_eq!(imported.operation.map(|one| one.id), Some("gewe.message_post_text"), "{text}");
        same(imported.values.as_deref().expect("values"), body);
        assert!(imported.dropped.iter().any(|one| one.what == prefix.trim_end()), "{:?}", imported.dropped);
    }
    let shown = read(
        r#"2025-03-03T10:00:00 [http-nio-8080-exec-1] sk3a4b5c6d7e8f {"appId":"wx_1","toWxid":"wxid_1","content":"a"}"#,
    );
    assert_eq!(shown.dropped[0].what, "2025-03-03T10:00:00 [http-nio-8080-exec-1] •••");
}

/// What is in the members of a call that has a fault is no call of theirs.
#[test]
fn a_call_with_a_fault_holds_no_other() {
    let text = r#"{"extrenal_userid":["w"],"chat_type":"single","sender":"z","attachments":[{"msgtype":"text","text":{"content":"t"}}],"x":1}"#;
    let imported = read(text);
    assert!(imported.dropped.is_empty() && imported.values.as_deref() == Some(text), "{imported:?}");
}

#[test]
fn what_a_log_says_beside_it() {
    let body = r#"{"appid":"a","to_wxid":"b","xml":"c"}"#;
    let imported = read(&format!("INFO resp={body}, cost=35ms"));
    assert_eq!(imported.values.as_deref(), Some(body));
    // That is no member of JSON's, and this may be one.
    let text = format!("INFO resp={body}, \"cost\":35}}");
    assert!(import(text.as_bytes(), None).is_ok_and(|imported| imported.values.is_none()));
}

#[test]
fn strings_that_node_parts() {
    let text = "{\n  appid: 'wx_A',\n  to_wxid: 'wxid_a',\n  xml: '<a>' +\n    'b\\n' +\n    '</a>'\n}\n";
    let imported = read(text);
    assert_eq!(imported.values.as_deref(), Some(r#"{"appid":"wx_A","to_wxid":"wxid_a","xml":"<a>b\n</a>"}"#));
    let code = text.replace("'b\\n'", "b");
    assert!(import(code.as_bytes(), None).is_ok_and(|imported| imported.values.is_none()));
}

/// XML that was escaped as a whole is XML again where a field takes XML, and nothing else is.
#[test]
fn xml_that_was_escaped() {
    let values = |xml: &str| format!("{{\"appid\":\"wx_A\",\"to_wxid\":\"x@chatroom\",\"xml\":{}}}", quote(xml));
    let xml = "<appmsg appid=\"\" sdkver=\"0\"><title>a &amp; b</title><type>5</type></appmsg>";
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for text in [escaped(xml), escaped(&escaped(xml)), escaped(xml).replace('"', "&quot;")] {
        let imported = read(&values(&text));
        same(imported.values.as_deref().expect("values"), &values(xml));
        assert_eq!(imported.repairs.len(), 1, "{:?}", imported.repairs);
    }
    for text in [
        "&lt;appmsg>",
        "&lt;title&gt;a&lt;/title&gt;",
        "a &lt; b",
        "&lt;appmsg&gt;&lt;title&gt;a & b&lt;/title&gt;&lt;/appmsg&gt;",
    ] {
        let imported = import(values(text).as_bytes(), None).expect("values");
        let read = imported.values.as_deref().expect("values");
        assert_eq!(
            Tree::parse(read).expect("JSON").root().get("xml").and_then(|xml| xml.as_str()).as_deref(),
            Some(text)
        );
    }
}

/// Lines of a log that stand within a text are none of it, and nobody knows what is missing.
#[test]
fn lines_of_others_are_no_part_of_a_text() {
    let head = "2025-11-12 10:21:33 INFO [t-1] req={\"appId\":\"wx_1\",\"toWxid\":\"wxid_a\",\"content\":\"您的订单";
    for line in [
        "2025-11-12 10:21:33 INFO [t-2] ok",
        "[2025/11/12 10:21] ok",
        "10:21:33.104 ok",
        "2025-11-12T02:21:33.1Z stdout F l",
    ] {
        let text = format!("{head}\n{line}\n已发货\"}}\n");
        let problems = import(text.as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
        assert!(problems.iter().any(|one| one.is_error()), "{text}");
    }
    // Of one that is alone, they are.
    let body = "{\"appId\":\"wx_1\",\"toWxid\":\"wxid_a\",\"content\":\"告警\n2025-11-12 10:21:33 CPU 93%\"}";
    let values = read(body).values.expect("values");
    assert!(values.contains("告警\\n2025-11-12"), "{values}");
    assert!(read(&format!("{head}\n已发货\"}}\n")).values.is_some());
}

/// What a tool wrote down in its own manner is the text that it was: in lines of several programs, records, a dump, colours,
/// bytes, for mail.
#[test]
fn as_tools_write_a_text_down() {
    let body = "{\n \"appId\": \"wx_1\",\n \"toWxid\": \"wxid_a\",\n \"content\": \"你好\\n= 1\"\n}\n";
    let lines = |line: &dyn Fn(&str) -> String| body.lines().map(line).collect::<String>();
    let record = |line: &str| {
        format!("{{\"log\":{},\"stream\":\"stdout\",\"time\":\"2024-01-01T00:00:00Z\"}}\n", quote(&format!("{line}\n")))
    };
    let time = "2024-01-01T00:00:00.000000001Z stdout";
    let halves = |line: &str| format!("{time} P {}\n{time} F {}\n", &line[..1], &line[1..]);
    let rows = body.as_bytes().chunks(16).enumerate().map(|(row, bytes)| {
        let pairs: Vec<_> =
            bytes.chunks(2).map(|two| two.iter().map(|byte| format!("{byte:02x}")).collect()).collect::<Vec<String>>();
        let said: String =
            bytes.iter().map(|byte| if (32..127).contains(byte) { char::from(*byte) } else { '.' }).collect();
        format!("{:08x}: {:39}  {said}\n", row * 16, pairs.join(" "))
    });
    let mail =
        |byte: u8| if byte.is_ascii() && byte != b'=' { char::from(byte).to_string() } else { format!("={byte:02X}") };
    for (text, fix) in [
        (lines(&|line| format!("api-1  | {line}\ndb-1   | checkpoint\n")), "lines_in_turn"),
        (lines(&halves), "lines_in_turn"),
        (lines(&record), "records"),
        (format!("1\t{}\t\\N\n", body.trim().replace('\\', "\\\\").replace('\n', "\\n")), "dumped_rows"),
        (format!("services:\n  app:\n    command: |\n      {body}").replace("= 1", "$$ 1"), "dollars"),
        (body.replace('"', "\u{1b}[34m\"\u{1b}[0m"), "colours"),
        (rows.collect(), "hex_dump"),
        (body.bytes().map(mail).collect::<String>().replacen(' ', "=\n ", 1), "quoted_printable"),
    ] {
        let imported = read(&text);
        same(imported.values.as_deref().expect(&text), &body.replace('=', if fix == "dollars" { "$" } else { "=" }));
        assert_eq!(imported.repairs.first().map(|one| one.fix.name()), Some(fix), "{text}");
        assert!(imported.repairs.len() == 1, "{text}");
        let parts = wxwire::explain::parts(text.as_bytes(), None).expect("something");
        assert!(parts.iter().any(|part| part.explanation.kind == wxwire::explain::Kind::Request), "{text}");
    }
}

/// Of several programs in turn, each body is picked in the order of the lines, and what was done for it is told.
#[test]
fn bodies_in_lines_of_several_programs_are_picked() {
    let body = |text: &str| {
        let json = format!("{{\"appId\":\"wx_1\",\"toWxid\":\"wxid_a\",\"content\":\"{text}\"}}");
        json.replacen(',', ",\n", 1).lines().map(String::from).collect::<Vec<_>>()
    };
    let (one, two, three) = (body("one"), body("two"), body("three"));
    let lines = [
        ("api", &one[0]),
        ("db ", &two[0]),
        ("api", &one[1]),
        ("api", &three[0]),
        ("db ", &two[1]),
        ("api", &three[1]),
    ];
    let text: String = lines.iter().map(|(name, line)| format!("{name} | {line}\n")).collect();
    let all = wxwire::learn::requests(text.as_bytes(), None).expect("three");
    for (one, content) in all.iter().zip(["one", "two", "three"]) {
        let values = one.imported.values.as_deref().expect("values");
        assert!(values.contains(content) && one.imported.repairs.len() == 1, "{values}");
    }
    let parts = wxwire::explain::parts(text.as_bytes(), None).expect("three");
    assert!(
        all.len() == 3 && parts.len() == 3 && parts.is_sorted_by_key(|part| part.explanation.payload.start),
        "{text}"
    );
}

/// Rows that hold no body before the one that does, and one row of each manner of quotes.
#[test]
fn quotes_that_are_doubled() {
    let body = r#"{"appId":"wx_1","toWxid":"wxid_a","content":"it's 'ok'"}"#;
    let single = body.replace('\'', "''");
    for text in [
        format!("a,b\n1,\"{{\"\"level\"\":1}}\"\n2,\"{}\"\n", body.replace('"', "\"\"")),
        format!("notify:\n  url: http://h/message/postText\n  body: '{single}'\n"),
        format!("list:\n  - '{single}'\n"),
        format!("INSERT INTO t (a, b) VALUES (1, '{single}', 2);"),
    ] {
        same(read(&text).values.as_deref().expect(&text), body);
        let found = wxwire::scan::payloads(&text);
        assert!(found.iter().any(|one| one.text == body), "{text}");
    }
    // A shell and Python join them.
    let text = format!("x = {{'body': '{single}'}}");
    assert!(!wxwire::scan::payloads(&text).iter().any(|one| one.text == body), "{text}");
}

/// As Python logs what it sends, and as a table's rows are picked.
#[test]
fn as_it_was_logged_and_as_it_is_picked() {
    let body = r#"{"appId":"wx_1","toWxid":"wxid_a","content":"it's \u4f60\n\"好\""}"#;
    for (open, text) in [
        ("b'", body.replace('\\', "\\\\").replace('\'', "\\'")),
        ("b\"", body.replace('\\', "\\\\").replace('"', "\\\"")),
    ] {
        let log = format!("send: {open}{text}{}\nreply: 'HTTP/1.1 200 OK'\n", &open[1..]);
        let found = read(&log);
        same(found.values.as_deref().expect(&log), body);
    }
    let yaml = format!("a: '{0}'\nb: '{0}'\n", body.replace('\'', "''"));
    let all = wxwire::learn::requests(yaml.as_bytes(), None).expect("two");
    assert_eq!(all.len(), 2, "{yaml}");
    for one in all {
        same(one.imported.values.as_deref().expect("values"), body);
    }
}
