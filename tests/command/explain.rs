//! `wxwire explain`: what is inside, and one value of it changed.

use wxwire_tests::Wxwire;

/// A reply as its document shows it: base64 in JSON, protobuf in it, and once more base64 on the way.
const REPLY: &str = include_str!("../../crates/wxwire/tests/samples/xbot/xbot_send_live_reply.json");

const CONTENT: &str = "/data/msg_data/content!base64!protobuf";

/// The value at a path, as `--json` says it.
fn value(text: &str, path: &str) -> String {
    let explained = Wxwire::new(&["explain", "--json"]).input(text).run().exits(0).json();
    let layers = explained["layers"].as_array().expect("layers").clone();
    let layer = layers.iter().find(|layer| layer["path"] == path).expect(path);
    layer["value"].as_str().expect("text").to_owned()
}

#[test]
fn a_person_sees_a_tree_with_meanings() {
    let shown = Wxwire::new(&["explain", "--lang", "en"]).input(REPLY).run().exits(0).out;
    assert!(shown.contains("3  抖音APP  · title"), "{shown}");
    for line in ["2  1639363236 = 2021-12-13 02:40:36 UTC", "3  1639363236564 = 2021-12-13 02:40:36 UTC"] {
        assert!(shown.contains(line), "{shown}");
    }
    assert!(shown.contains("accepted"), "{shown}");
}

/// An error code is typed as it was read somewhere, and goes to the gateways that know it; what is a file is read.
#[test]
fn an_error_code_is_explained_as_it_is_typed() {
    for typed in ["45009", "errcode: 45009"] {
        let told = Wxwire::new(&["explain", "--json", typed]).run().exits(0).json();
        assert_eq!((&told["kind"], &told["codes"][0]["code"]), (&"code".into(), &45009.into()), "{told}");
        let shown = Wxwire::new(&["explain", "--lang", "zh", typed]).run().exits(0).out;
        assert!(shown.contains("45009") && shown.matches("调用太频繁").count() == 1, "{shown}");
    }
    let negative = Wxwire::new(&["explain", "--json", "-1"]).run().exits(0).json();
    assert_eq!(negative["codes"][0]["code"], -1);
    // A number that nobody knows is just that.
    let number = Wxwire::new(&["explain", "--json", "99999"]).run().exits(0).json();
    assert_eq!((&number["kind"], number.get("codes")), (&"text".into(), None));
}

/// Where a kind is known from is said, unless the vendor documents it.
#[test]
fn what_a_vendor_does_not_document_is_marked() {
    let flat = r#"{"appid":"wx_a","wxid":"w","msgType":"TEXT","content":"x"}"#;
    let shown = Wxwire::new(&["explain", "--lang", "en", "-"]).input(flat).run().exits(0).out;
    assert!(shown.contains("· observed"), "{shown}");
    let v1 = r#"{"TypeName":"Offline","Appid":"wx_a","Wxid":"w"}"#;
    let shown = Wxwire::new(&["explain", "--lang", "en", "-"]).input(v1).run().exits(0).out;
    assert!(shown.contains("the account went offline") && !shown.contains("documented"), "{shown}");
}

#[test]
fn a_value_deep_inside_is_changed_and_every_other_byte_stays() {
    let title = format!("{CONTENT}/3");
    let longer = "一个长得多的标题，使外面每一层的长度都改变";
    let after = Wxwire::new(&["explain", "--set", &format!("{title}={longer}")]).input(REPLY).run().exits(0).out;
    assert_eq!(value(&after, &title), longer);
    // Of the text around, only the base64 that holds the title differs, and of that only what comes behind the length.
    let (start, end) = ("\"content\": \"", "\"");
    let split = |text: &str| {
        let from = text.find(start).expect("content") + start.len();
        let to = from + text[from..].find(end).expect("a closing quote");
        (text[..from].to_owned(), text[from..to].to_owned(), text[to..].to_owned())
    };
    let ((head, base64, tail), (new_head, new_base64, new_tail)) = (split(REPLY), split(&after));
    assert_eq!((head, tail), (new_head, new_tail));
    let same = base64.bytes().zip(new_base64.bytes()).take_while(|(one, other)| one == other).count();
    let fields = |text: &str| (1..=4).map(|field| value(text, &format!("{CONTENT}/{field}"))).collect::<Vec<_>>();
    let (before, changed) = (fields(REPLY), fields(&after));
    // Keys and lengths take two bytes of each field that comes before; every three bytes are four letters.
    let kept = 2 * 2 + before[0].len() + before[1].len();
    assert!(same >= kept / 3 * 4, "{same} of {}", base64.len());
    assert_eq!((&before[..2], &before[3]), (&changed[..2], &changed[3]));
    // And back again to the byte.
    let back = Wxwire::new(&["explain", "--set", &format!("{title}=抖音APP")]).input(after).run().exits(0).out;
    assert_eq!(back, REPLY);
}

#[test]
fn more_than_one_value_is_changed_in_turn() {
    let text = r#"{"a=b": "1", "c": {"d": 2}, "x": "<m><t>a</t></m>"}"#;
    let set = ["explain", "--set", "/a=b=é=", "--set", "/c/d=12345678901234567890", "--set", "/x!xml/m/t=a & b"];
    let after = Wxwire::new(&set).input(text).run().exits(0).out;
    assert_eq!(after, r#"{"a=b": "é=", "c": {"d": 12345678901234567890}, "x": "<m><t>a &amp; b</t></m>"}"#);
}

#[test]
fn what_cannot_be_changed_is_named_and_nothing_is_printed() {
    let no_path = Wxwire::new(&["explain", "--set", "/b=1"]).input(r#"{"a": 1}"#).run().exits(2);
    assert!(no_path.err.contains("/b") && no_path.out.is_empty(), "{no_path:?}");
    let no_json = Wxwire::new(&["explain", "--set", "/a=x y"]).input(r#"{"a": 1}"#).run().exits(30);
    assert!(no_json.err.contains("/a") && no_json.out.is_empty(), "{no_json:?}");
    Wxwire::new(&["explain", "--set", "nothing"]).input(r#"{"a": 1}"#).run().exits(2);
}

#[test]
fn bytes_that_are_no_text_are_explained_and_changed_too() {
    let message = b"\x08\x05\x12\x03abc";
    let explained = Wxwire::new(&["explain", "--json"]).input(message.to_vec()).run().exits(0).json();
    assert_eq!(explained["kind"], "protobuf");
    let after = Wxwire::new(&["explain", "--set", "!protobuf/2=abcd"]).input(message.to_vec()).run().exits(0);
    assert!(after.out == "\u{8}\u{5}\u{12}\u{4}abcd", "{:?}", after.out);
}

/// UTF-16 in messages has as many zeros as UTF-16 alone, and lengths around it that follow a change.
#[test]
fn a_message_with_utf_16_in_it_is_a_message() {
    let message = |bytes: &[u8]| [&b"\x08\x01\x12"[..], &[bytes.len() as u8], bytes, b"\x1a\x03abc"].concat();
    let (low, high): (fn(u16) -> [u8; 2], fn(u16) -> [u8; 2]) = (u16::to_le_bytes, u16::to_be_bytes);
    for bytes in [low, high] {
        let whole = |text: &str| {
            let json = format!("{{\"errcode\":7,\"errmsg\":\"{text}\"}}");
            message(&message(&json.encode_utf16().flat_map(bytes).collect::<Vec<_>>()))
        };
        let path = "!protobuf/2/2!utf16!json/errmsg";
        let shown = Wxwire::new(&["explain", "--paths"]).input(whole("no")).run().exits(0).out;
        assert!(shown.contains(&format!("{path} = no\n")), "{shown}");
        for new in ["xxxxxxxxxx", "", "y"] {
            let run = Wxwire::new(&["explain", "--set", &format!("{path}={new}")]).input(whole("no")).run();
            assert_eq!(run.exits(0).out.into_bytes(), whole(new));
        }
    }
}

/// The path that is printed of a value leads to it in the source, wherever its payload stands; so does the payload's own.
#[test]
fn a_path_that_is_printed_is_taken() {
    let texts = [
        r#"{"ret":200,"data":{"content":"{\"errcode\":40014,\"errmsg\":\"no\"}"}}"#,
        r#"{"level":"info","reply":{"errcode":40014,"errmsg":"no"}}"#,
        r#"{"level":"info","log":"{\"reply\":{\"errcode\":40014,\"errmsg\":\"no\"}}"}"#,
        r#"{"log":"{&quot;errcode&quot;:40014,&quot;errmsg&quot;:&quot;no&quot;}","a":1}"#,
        "```json\n{&#x22;errcode&#x22;:40014,&#x22;errmsg&#x22;:&#x22;no&#x22;}\n```\n",
        r#"10:00 got "{\"errcode\":40014,\"errmsg\":\"no\"}" in 3ms"#,
        "<r><a>1</a><b><![CDATA[{\"errcode\":40014,\"errmsg\":\"no\"}]]></b></r>\n",
        "eyJlcnJjb2RlIjo0MDAxNCwiZXJybXNnIjoibm8ifQ==",
        "MTA6MDAgZ290IHsiZXJyY29kZSI6NDAwMTQsImVycm1zZyI6Im5vIn0gaW4gM21z",
        "a {\"errcode\":40014,\"errmsg\":\"no\"}\nb {\"errcode\":40014,\"errmsg\":\"no\"}\n",
    ];
    let get = |text: &str, path: &str| Wxwire::new(&["explain", "--get", path]).input(text).run().exits(0).out;
    let set = |text: &str, path: &str, value: &str| {
        Wxwire::new(&["explain", "--set", &format!("{path}={value}")]).input(text).run().exits(0).out
    };
    for text in texts {
        let shown = Wxwire::new(&["explain", "--paths"]).input(text).run().exits(0).out;
        let paths: Vec<_> = shown.lines().filter_map(|line| line.strip_suffix("/errmsg = no")).collect();
        assert!(!paths.is_empty(), "{text}\n{shown}");
        for path in paths {
            let path = format!("{path}/errmsg");
            assert_eq!(get(text, &path), "no", "{text}");
            let after = set(text, &path, "a \"b\" <c>");
            assert_eq!(get(&after, &path), "a \"b\" <c>", "{after}");
            assert_eq!(set(&after, &path, "no"), text);
        }
        // What is all of it in another form has no path but that.
        if text.starts_with("eyJ") {
            continue;
        }
        assert_eq!(get(text, "/errmsg"), "no", "{text}");
        assert_eq!(get(&set(text, "/errmsg", "x"), "/errmsg"), "x", "{text}");
    }
}

#[test]
fn a_path_that_is_typed_cannot_pass_for_output() {
    let path = "/zz\n\u{1b}[31mFAKE\u{9b}=1";
    let run = Wxwire::new(&["explain", "--set", path]).input(r#"{"a": 1}"#).run().exits(2);
    assert!(!run.err.contains(['\u{1b}', '\u{9b}']) && !run.err.contains("\nFAKE"), "{:?}", run.err);
    let empty = Wxwire::new(&["explain", "--set", "/a=1"]).run().exits(30);
    assert!(empty.out.is_empty() && empty.err.contains("empty"), "{empty:?}");
}

#[test]
fn every_value_has_a_path_of_its_own() {
    let text = r#"{"a[2]":"X","a":"1","\u0061":"2","u":"http://h/p?a=1&%61=2&a[2]=3"}"#;
    let paths = ["/a~32]", "/a", "/a[2]", "/u!query/a", "/u!query/a[2]", "/u!query/a~32]"];
    let before = paths.map(|path| value(text, path));
    for (at, path) in paths.iter().enumerate() {
        let new = format!("new{at}");
        let after = Wxwire::new(&["explain", "--set", &format!("{path}={new}")]).input(text).run().exits(0).out;
        assert_eq!(value(&after, path), new, "{after}");
        for (other, before) in paths.iter().zip(&before).filter(|(other, _)| *other != path) {
            assert_eq!(value(&after, other), *before, "{path} {other}");
        }
    }
}

#[test]
fn more_than_is_shown_is_said_and_can_be_changed() {
    let count = wxwire::explain::MAX_LINES + 1;
    let text = format!("[{}]", vec!["1"; count].join(","));
    let explained = Wxwire::new(&["explain", "--json"]).input(text.clone()).run().exits(0).out;
    assert_eq!((explained.matches("\"more\":true").count(), explained.matches("\"path\":").count()), (1, count - 1));
    let shown = Wxwire::new(&["explain", "--lang", "zh"]).input(text.clone()).run().exits(0).out;
    assert!(shown.trim_end().lines().last().is_some_and(|last| last.contains("只显示前 100000 个值")));
    let set = format!("/{}=[2]", count - 1);
    let after = Wxwire::new(&["explain", "--set", &set]).input(text.clone()).run().exits(0).out;
    assert!(after.len() == text.len() + 2 && after.ends_with(",1,[2]]"));
    // A path with `=` in it is found there, too.
    let named = format!(r#"{{"l":{text},"a=b":1}}"#);
    let after = Wxwire::new(&["explain", "--set", "/a=b=2"]).input(named).run().exits(0).out;
    assert!(after.ends_with(r#","a=b":2}"#));
    let both = Wxwire::new(&["explain", "--set", "/a=b=2"]).input(r#"{"a=b":"1","a":"x"}"#).run().exits(0).out;
    assert_eq!(both, r#"{"a=b":"2","a":"x"}"#, "the path that is listed");
}

#[test]
fn a_credential_is_not_shown_and_can_be_changed() {
    let texts = [
        r#"{"app_id":"S3CRETa","access_token":"S3CRETb","wxid":"1","target_wxid":"2","messages":[]}"#,
        r#"{"errcode":0,"access_token":"S3CRETb","expires_in":7200}"#,
        r#"{"u":"https://h/p?access_token=S3CRETb&x=1"}"#,
        "<m><access_token>S3CRETb</access_token>& one that stands alone</m>",
    ];
    for text in texts {
        for arguments in [&["explain"][..], &["explain", "--json"]] {
            let run = Wxwire::new(arguments).input(text).run().exits(0);
            assert!(!run.out.contains("S3CRET") && !run.err.contains("S3CRET"), "{run:?}");
            assert!(run.out.contains("•••"), "{run:?}");
        }
    }
    // What is broken says so with its status.
    for text in [
        r#"{"app_id":"S3CRETa","access_token":"S3CRETb","messages":[}"#,
        r#"{"access_token":"S3CRETb"#,
        "access_token=S3CRETb&x=2",
        "POST /cgi-bin/living/create?access_token=S3CRETb HTTP/1.1\nAuthorization : Bearer S3CRETa\n\n{",
        "HTTP/1.1 200 OK\n\nnot json token=S3CRETb",
    ] {
        for arguments in [&["explain"][..], &["explain", "--json"]] {
            let run = Wxwire::new(arguments).input(text).run().exits(if text.starts_with('{') { 30 } else { 0 });
            assert!(!run.out.contains("S3CRET") && !run.err.contains("S3CRET"), "{run:?}");
        }
    }
    let after = Wxwire::new(&["explain", "--set", "/u!query/access_token=new"]).input(texts[2]).run().exits(0).out;
    assert_eq!(after, texts[2].replace("S3CRETb", "new"));
}

/// Of several payloads, the one that has the path is changed, and shown in hexadecimal.
#[test]
fn one_of_several_payloads_is_changed_by_its_path() {
    let text =
        "a {\"TypeName\":\"Offline\",\"Appid\":\"wx_a\",\"Wxid\":\"w\"}\nb {\"errcode\":40001,\"errmsg\":\"x\"}\n";
    let run = Wxwire::new(&["explain", "--set", "/errcode=1"]).input(text).run().exits(0);
    assert_eq!(run.out, text.replace("40001", "1"));
    assert!(run.err.contains("2 payloads"), "{}", run.err);
    let both = Wxwire::new(&["explain", "--set", "/Wxid=v", "--set", "/Appid=b"]).input(text).run().exits(0).out;
    assert_eq!(both, text.replace("\"w\"", "\"v\"").replace("wx_a", "b"));
    let hex = Wxwire::new(&["explain", "--hex", "--get", "/errcode"]).input(text).run().exits(0).out;
    assert!(hex.contains("34 30 30 30 31") && hex.contains("40001"), "{hex}");
    // What does not stand there as it is cannot be changed in place, which is said.
    let printed =
        "a {\"TypeName\":\"Offline\",\"Appid\":\"wx_a\",\"Wxid\":\"w\"}\nb {'errcode': 40001, 'errmsg': 'x'}\n";
    let run = Wxwire::new(&["explain", "--set", "/errcode=1"]).input(printed).run().exits(30);
    assert!(run.out.is_empty() && run.err.contains("--get"), "{}", run.err);
    for printed in [
        "x = {'errcode': 0, 'errmsg': 'ok', 'msgid': 'a', 'n': None}\n",
        "{ errcode: 0, errmsg: 'ok', msgid: 'a' }\n",
        r"log: {\x22errcode\x22:0,\x22errmsg\x22:\x22ok\x22,\x22msgid\x22:\x22a\x22}",
    ] {
        let run = Wxwire::new(&["explain", "--set", "/msgid=b"]).input(printed).run().exits(30);
        assert!(run.out.is_empty() && run.err.contains("--get"), "{}", run.err);
    }
}

/// A token that says something else is no longer signed.
#[test]
fn a_signature_that_no_longer_fits_is_told() {
    let token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ6aGFuZ3NhbiJ9.MDEyMzQ1Njc4OWFi";
    let run = Wxwire::new(&["explain", "--set", "!jwt/payload!base64!json/sub=lisi"]).input(token).run().exits(0);
    assert!(!run.out.contains('=') && run.err.contains("signature"), "{run:?}");
}

/// JSON lets these characters stand in a string, and a terminal obeys them.
#[test]
fn json_holds_nothing_that_a_terminal_obeys() {
    let run =
        Wxwire::new(&["explain", "--json"]).input("{\"errcode\":0,\"errmsg\":\"a\u{7f}b\u{9b}c\u{202e}d\"}").run();
    let out = run.exits(0).out;
    assert!(!out.trim_end().contains(|char: char| char.is_control() || char == '\u{202e}'), "{out:?}");
    let read: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(read["layers"][1]["value"], "a\u{7f}b\u{9b}c\u{202e}d");
}

#[test]
fn nothing_to_read_is_one_line() {
    for command in [&["explain"][..], &["import"][..]] {
        let run = Wxwire::new(command).input("").run().exits(30);
        assert_eq!(
            run.err.trim_end().lines().count() + run.out.trim_end().lines().count(),
            1,
            "{}{}",
            run.out,
            run.err
        );
    }
}
