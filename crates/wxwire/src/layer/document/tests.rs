//! Real payloads opened to the bottom, and one leaf of them changed.

use super::*;

fn leaves(bytes: &[u8]) -> Vec<(String, String)> {
    let mut leaves = Vec::new();
    let document = Document::new(bytes, Guide::default()).expect("bytes");
    document.visit(|leaf| {
        assert!(leaf.span.start <= leaf.span.end && leaf.span.end <= bytes.len(), "{leaf:?}");
        if !leaf.opened {
            leaves.push((leaf.path.to_owned(), leaf.value.text().into_owned()));
        }
    });
    leaves
}

/// The paths of a document's leaves, one with its value a line.
fn show(bytes: &[u8]) -> String {
    leaves(bytes).iter().map(|(path, value)| format!("{path} = {value}\n")).collect()
}

fn replaced(bytes: &[u8], path: &str, value: &str) -> String {
    let document = Document::new(bytes, Guide::default()).expect("bytes");
    let after = document.replace(path, value).expect("it can be replaced");
    let again = Document::new(&after, Guide::default()).expect("bytes");
    assert_eq!(again.value(path).as_deref(), Some(value), "{}", String::from_utf8_lossy(&after));
    String::from_utf8(after).expect("text")
}

/// The same, where what is written is not what reads there: JSON in the place of a number.
fn replaced_as(bytes: &[u8], path: &str, value: &str) -> String {
    let document = Document::new(bytes, Guide::default()).expect("bytes");
    String::from_utf8(document.replace(path, value).expect("it can be replaced")).expect("text")
}

#[test]
fn opens_every_layer_that_there_is() {
    let text = br#"{"a": 1, "b": "<m x=\"1\"><t>a&amp;b</t><u><![CDATA[<r><s>deep</s></r>]]></u><e/></m>",
        "c": "wxid_1:\n<m>x</m>", "d": "CgoIABIGCgQ0MTY1", "e": "http://h/p?x=%7B%22k%22%3A1%7D&y=a+b#z",
        "f": "{\"g\": [true, null]}", "h": "&lt;m&gt;1&lt;/m&gt;", "i": "", "j~/!": "plain", "k": {}}"#;
    assert_eq!(
        show(text),
        "/a = 1\n/b!xml/m/@x = 1\n/b!xml/m/t = a&b\n/b!xml/m/u!xml/r/s = deep\n/b!xml/m/e = \n\
         /c!xml/sender() = wxid_1\n/c!xml/m = x\n/d!base64!protobuf/1/1 = 0\n/d!base64!protobuf/1/2/1 = 4165\n\
         /e!query/x!json/k = 1\n/e!query/y = a b\n/f!json/g/0 = true\n/f!json/g/1 = null\n/h!entities!xml/m = 1\n\
         /i = \n/j~0~1~2 = plain\n/k = {}\n"
    );
}

#[test]
fn a_change_goes_outward_and_touches_nothing_else() {
    let check = |before: &str, path: &str, value: &str, after: &str| {
        assert_eq!(replaced(before.as_bytes(), path, value), after);
    };
    check(r#"{"a" : 1.50, "b":2 }"#, "/a", "12345678901234567890", r#"{"a" : 12345678901234567890, "b":2 }"#);
    // Escapes stay beside the change, and the change is escaped like them.
    check(r#"{"a": "\u4f60\u597d"}"#, "/a", "你们好", r#"{"a": "\u4f60\u4eec\u597d"}"#);
    check(r#"{"a": "x\/y\u0041"}"#, "/a", "x/z/yA", r#"{"a": "x\/z\/y\u0041"}"#);
    // In XML in JSON: text, CDATA, an attribute, an empty tag.
    let xml = r#"{"x": "<m a='1' ><t>a&#38;b</t>\n<u><![CDATA[c]]></u><e  /><f></f></m>"}"#;
    let whole = |from: &str, to: &str| xml.replace(from, to);
    check(xml, "/x!xml/m/t", "a&b<\"", &whole("a&#38;b", "a&#38;b&lt;\\\""));
    check(xml, "/x!xml/m/u", "c]]>d", &whole("[c]]>", "[c]]]]><![CDATA[>d]]>"));
    check(xml, "/x!xml/m/@a", "'1\"", &whole("'1'", "'&#39;1&quot;'"));
    check(xml, "/x!xml/m/e", "你", &whole("<e  />", "<e>你</e>"));
    check(xml, "/x!xml/m/f", "1", &whole("<f></f>", "<f>1</f>"));
    // Base64 keeps its groups before the change, its alphabet and its padding.
    check(r#"{"d": "CgoIABIGCgQ0MTY1"}"#, "/d!base64!protobuf/1/2/1", "4166", r#"{"d": "CgoIABIGCgQ0MTY2"}"#);
    check(r#"{"d": "CgoIABIGCgQ0MTY1"}"#, "/d!base64!protobuf/1/2/1", "41655", r#"{"d": "CgsIABIHCgU0MTY1NQ=="}"#);
    check("eyJhIjoiPz8_In0", "!base64!json/a", "???!", "eyJhIjoiPz8_ISJ9");
    // A whole layer can be replaced as the text that it is.
    check(
        r#"{"e": "http://h/p?x=%7B%22k%22%3A1%7D&y=a+b#z"}"#,
        "/e!query/x!json/k",
        "2",
        r#"{"e": "http://h/p?x=%7B%22k%22%3A2%7D&y=a+b#z"}"#,
    );
    check(r#"{"e": "http://h/p?x=1"}"#, "/e", "no", r#"{"e": "no"}"#);
    check(r#"{"h": "&lt;m&gt;1&lt;/m&gt;"}"#, "/h!entities!xml/m", "&", r#"{"h": "&lt;m&gt;&amp;amp;&lt;/m&gt;"}"#);
}

/// The path of a problem with a message leads to the value in a document of the same text.
#[test]
fn xml_itself_is_entered_without_saying_so() {
    let text = "wxid_1:\n<msg><appmsg><des>a & b</des><url x='1'>c</url></appmsg></msg>";
    let (_, problems) = crate::appmsg::Envelope::read(text).expect("a message");
    let path = problems[0].path.as_str();
    assert_eq!(path, "/msg/appmsg/des");
    let document = Document::new(text.as_bytes(), Guide::default()).expect("bytes");
    let whole = format!("!xml{path}");
    assert_eq!(document.value(path).as_deref(), Some("a & b"));
    assert_eq!(document.value(path), document.value(&whole));
    let changed = document.replace(path, "x").expect("it can be replaced");
    assert_eq!(changed, text.replace("a & b", "x").as_bytes());
    assert_eq!(document.replace(&whole, "x").ok(), Some(changed));
    assert_eq!(document.value("/msg/appmsg/url/@x").as_deref(), Some("1"));
    assert_eq!(document.value("/msg/appmsg/title"), None);
    let json = Document::new(br#"{"a": "<b>c</b>"}"#, Guide::default()).expect("bytes");
    assert_eq!((json.value("/b"), json.value("/a!xml/b").as_deref()), (None, Some("c")));
}

#[test]
fn says_why_it_cannot() {
    let check = |before: &[u8], path: &str, value: &str, code: Code| {
        let document = Document::new(before, Guide::default()).expect("bytes");
        let problem = document.replace(path, value).expect_err("it cannot be replaced");
        assert_eq!((problem.code, problem.path.as_str()), (code, path));
    };
    check(br#"{"a": 1}"#, "/b", "2", Code::NoSuchPath);
    check(br#"{"a": 1}"#, "/a", "two", Code::WrongType);
    assert_eq!(replaced_as(br#"{"a": 1}"#, "/a", "\"two\""), r#"{"a": "two"}"#);
    check(br#"{"a": 1}"#, "/a", "[", Code::WrongType);
    check(b"<m>x</m>", "!xml/m", "\u{1}", Code::CannotHold);
    check(b"\x0a\x04\x08\x01\x12\x00\x12\x02ab", "!protobuf/1/1", "-", Code::WrongType);
    check(b"\x0a\x02\xff\xfe\x12\x02ab", "!protobuf/1", "ff0", Code::WrongType);
}

#[test]
fn what_cannot_be_opened_for_sure_stays_text() {
    for text in [
        "13895574026529675281",
        "7881300714912093",
        "d41d8cd98f00b204e9800998ecf8427e",
        "testdescription!",
        "WW_SEND_LIVE_MSG",
        "wxid_abcdefgh",
        "gh_44fc2ced7f87@app",
        "<3 you",
        "{not json}",
        "1 < 2",
        "what?",
        "&amp;",
    ] {
        let json = format!("[{}]", crate::layer::json::quote(text));
        assert_eq!(show(json.as_bytes()), format!("/0 = {text}\n"));
    }
}

#[test]
fn a_message_of_http_keeps_saying_how_long_it_is() {
    let check = |before: &str, path: &str, value: &str, after: &str| {
        assert_eq!(replaced(before.as_bytes(), path, value), after)
    };
    check(
        "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
        "/a",
        "1000",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\":1000}",
    );
    // The editor's line end is not counted.
    check(
        "POST / HTTP/1.1\ncontent-length:7\n\n{\"a\":1}\n",
        "/a",
        "10",
        "POST / HTTP/1.1\ncontent-length:8\n\n{\"a\":10}\n",
    );
    // What was wrong before says nothing of the body.
    check("HTTP/2 200\ncontent-length: 5\n\n{\"a\":1}", "/a", "10", "HTTP/2 200\ncontent-length: 5\n\n{\"a\":10}");
    check(
        "GET /a?b=1&c=2 HTTP/1.1\r\nHost: h\r\n\r\n",
        "!query/b",
        "3 4",
        "GET /a?b=3%204&c=2 HTTP/1.1\r\nHost: h\r\n\r\n",
    );
}

#[test]
fn a_line_of_a_log_keeps_what_stands_around_its_payload() {
    let log = "10:00 [INFO] got {\"a\": \"<m><t>x</t></m>\"} in 3ms\n";
    assert_eq!(replaced(log.as_bytes(), "/a!xml/m/t", "<"), log.replace(">x<", ">&lt;<"));
    assert_eq!(show(b"10:00 <3> <m><t>x</t></m>\n"), "!xml/m/t = x\n");
}
