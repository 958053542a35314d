//! Payloads in layers, and what does not open.

use super::*;

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

/// As recordings keep a body that may be no text.
#[test]
fn a_reply_in_base64_is_a_reply() {
    let body = crate::layer::base64::encode(br#"{"errcode":0,"errmsg":"ok","invaliduser":"lisi"}"#);
    let record = format!(r#"{{"response":{{"status":200,"content":{{"encoding":"base64","text":"{body}"}}}}}}"#);
    assert_eq!(levels(&record), [Some(Level::Partial)], "{record}");
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

/// What comes out of a buffer of C ends in zeros, which are kept.
#[test]
fn zeros_behind_json_are_no_part_of_it() {
    let bytes = b"{\"errcode\":40014,\"errmsg\":\"no\"}\0\0";
    let all = parts(bytes, None).expect("something");
    assert_eq!(all[0].explanation.kind, Kind::Reply);
    let after = Document::new(bytes, Guide::default()).expect("bytes").replace("/errmsg", "x");
    assert_eq!(after.expect("a change"), b"{\"errcode\":40014,\"errmsg\":\"x\"}\0\0");
}
