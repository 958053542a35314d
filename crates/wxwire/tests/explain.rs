//! What holds for every explanation: its JSON says what it says and no more, an id's form is told to the letter, a call
//! is told by its method and path, a credential hides what stands in it.

// Unlike the codec, its tests open files and look at the clock.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::path::Path;

use serde_json::Value;
use wxwire::catalog;
use wxwire::explain::{Explanation, Kind, Meaning, explain};
use wxwire::lang::Lang;
use wxwire::layer::base64;
use wxwire::operation::Entry;

const MASK: &str = "•••";

fn explained(bytes: impl AsRef<[u8]>) -> Explanation {
    explain(bytes.as_ref(), None).expect("something")
}

/// Every sample, and of every few calls the reply, the values and the request.
fn everything() -> Vec<Vec<u8>> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let folders = std::fs::read_dir(samples).expect("samples").flatten().map(|entry| entry.path());
    let folders = folders.filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).expect("a folder").flatten());
    let mut all: Vec<_> = files.map(|file| std::fs::read(file.path()).expect("a file")).collect();
    for entry in some(40) {
        all.push(entry.reply().into_owned().into_bytes());
        all.extend(entry.examples().into_iter().map(|example| example.values.into_bytes()));
        all.push(head(entry.method.as_str(), entry.path).into_bytes());
    }
    all
}

/// So many calls at most, from all over the catalog.
fn some(most: usize) -> impl Iterator<Item = &'static Entry> {
    catalog::entries().step_by(catalog::entries().count() / most + 1)
}

fn head(method: &str, path: &str) -> String {
    format!("{method} {path} HTTP/1.1\r\nHost: h.example\r\n\r\n")
}

#[test]
fn the_json_says_what_the_explanation_says_and_no_more() {
    let all = everything();
    assert!(all.len() > 100, "{}", all.len());
    for bytes in all {
        let one = explained(&bytes);
        for lang in [Lang::Zh, Lang::En] {
            let json = serde_json::from_str(&one.json(lang)).expect("JSON");
            whole(&one, &json, lang);
            let layers = json["layers"].as_array().expect("a list");
            assert_eq!(layers.len(), one.lines.len());
            for (line, json) in one.lines.iter().zip(layers) {
                let title = line.title.as_ref().map(|title| title.get(lang)).filter(|title| !title.is_empty());
                let meaning = line.meaning.as_ref().map(|meaning| meaning.words(lang));
                let flag = |is: bool| is.then_some(Value::Bool(true));
                let members = [
                    ("path", Some(line.path.as_str().into())),
                    ("layer", Some(line.layer.name().into())),
                    ("value", Some(line.value.as_str().into())),
                    ("opened", flag(line.opened)),
                    ("secret", flag(line.secret)),
                    ("span", Some(vec![line.span.start, line.span.end].into())),
                    ("title", title.map(Value::from)),
                    ("meaning", meaning.map(Value::from)),
                ];
                same(json, &members);
                assert!(!(line.opened && line.meaning.is_some()), "{line:?}");
                assert!(!line.secret || line.value == MASK && line.meaning.is_none() && line.title.is_some());
            }
        }
    }
}

fn whole(one: &Explanation, json: &Value, lang: Lang) {
    let there = |name: &str, is: bool| assert_eq!(json.get(name).is_some(), is, "{name}: {json}");
    assert_eq!(json["kind"], one.kind.name());
    assert_eq!(json["kind"].as_str().map(|name| name.replace('_', "")), Some(format!("{:?}", one.kind).to_lowercase()));
    assert_eq!(json.get("callback").and_then(Value::as_str), one.callback.map(|(name, _)| name));
    assert_eq!(json.get("codes").and_then(Value::as_array).map_or(0, Vec::len), one.codes.len());
    assert_eq!(json["title"], one.title.get(lang));
    assert_eq!(json["told_by"], one.told_by.get(lang));
    assert_eq!(json.get("operation").and_then(Value::as_str), one.operation.map(|entry| entry.id));
    let candidates = json.get("candidates").and_then(Value::as_array);
    // One alone is none of the candidates where it is the operation; where its fields are too common to tell, it is.
    let told = if one.operation.is_none() { one.candidates.len() } else { 0 };
    assert_eq!(candidates.map_or(0, Vec::len), told);
    assert_eq!(json.get("verdict"), one.verdict.as_ref().map(|verdict| verdict.to_json(lang)).as_ref());
    there("candidates", told > 0);
    there("more", one.more);
    there("problems", !one.faults.is_empty());
    assert_eq!(json.get("problems").and_then(Value::as_array).map_or(0, Vec::len), one.faults.len());
    let around = format!("{:?}", one.around);
    there("within", around != "Nothing");
    there("payload", around != "Nothing");
    if let Some(verdict) = &one.verdict {
        let json = verdict.to_json(lang);
        let there = |name: &str, is: bool| assert_eq!(json.get(name).is_some(), is, "{name}: {json}");
        there("not_taken", !verdict.not_taken.is_empty());
        there("code", verdict.code.is_some());
        there("message", verdict.message.is_some());
        there("settled_by", verdict.settled_by.is_some());
        there("settled_how", verdict.settled_by.is_some());
        there("retry_after", verdict.retry_after.is_some());
    }
}

/// An object has these members, those that are there, and no others.
#[track_caller]
fn same(json: &Value, members: &[(&str, Option<Value>)]) {
    let expected = members.iter().filter_map(|(name, value)| Some(((*name).to_owned(), value.clone()?)));
    assert_eq!(*json, Value::Object(expected.collect()));
}

/// Whose an id is, by what its form is; by any form that is not wholly its own, it is nobody's.
#[test]
fn an_id_is_told_by_all_of_its_form() {
    let told = |id: &str| {
        let explanation = explained(serde_json::json!({ "x": id }).to_string());
        match explanation.lines[0].meaning.as_ref() {
            Some(Meaning::Who(words)) => words.en,
            _ => "",
        }
    };
    let (six, longest) = ("a1b2c3", "a1".repeat(16));
    for (words, ids) in [
        ("a WeChat room", vec!["1@chatroom", "gh_1@chatroom", "v2_@chatroom", "wxid_a1b2c3@chatroom"]),
        ("a mini program", vec!["gh_1@app", "gh_@app"]),
        ("an official account", vec!["gh_3968361c54e6", "gh_1@apps", "gh_1@openim"]),
        ("a channels account", vec!["v2_1@finder", "v2_@finder"]),
        ("a WeCom contact", vec!["1@openim", "wxid_a1b2c3@openim"]),
        ("a WeChat user", vec!["wxid_a1b2c3", &*format!("wxid_{six}"), &*format!("wxid_{longest}")]),
        ("a private chat", vec!["S:1_2", "S:_"]),
        ("a room", vec!["R:1", "R:"]),
        ("a WeCom member (inferred)", vec!["1688123412341234"]),
        ("an external contact (inferred)", vec!["7881123412341234"]),
        (
            "",
            vec![
                "gh1@app",
                "1@app",
                "v2_1",
                "1@finder",
                "v2_1@finders",
                "1@openim1",
                "wxid_a1b2c",
                &*format!("wxid_{longest}1"),
                "wxid_a1b2c3_",
                "S:12",
                "1_2",
                "R1",
                "168812341234123",
                "16881234123412345",
                "168812341234123x",
                "1689123412341234",
                "788112341234123",
                "78811234123412345",
                "788112341234123x",
                "7882123412341234",
            ],
        ),
    ] {
        ids.into_iter().for_each(|id| assert_eq!(told(id), words, "{id}"));
    }
    // So long, and with nothing in it that no id has.
    let long = |length: usize| format!("{}@chatroom", "1".repeat(length - "@chatroom".len()));
    assert_eq!([&*long(99), &*long(100), &*long(101)].map(told), ["a WeChat room", "a WeChat room", ""]);
    for odd in [" ", "\u{3000}", "\n", "<"] {
        assert_eq!(told(&format!("1{odd}2@chatroom")), "", "{odd:?}");
    }
}

/// An id was rounded if it lies beyond 2^53, at most 17 digits say something, and at least two zeros follow.
#[test]
fn a_rounded_id_is_told_by_its_digits() {
    let is_named = |id: &str| {
        let explanation = explained(format!(r#"{{"newMsgId":{id}}}"#));
        matches!(explanation.lines[0].meaning, Some(Meaning::Rounded))
    };
    for said in 1..=20 {
        for zeros in 0..=20 - said {
            let id = format!("{}{}", &"12345678912345678912"[..said], "0".repeat(zeros));
            let beyond = id.parse::<u64>().is_ok_and(|number| number > 1 << 53);
            assert_eq!(is_named(&id), beyond && said <= 17 && zeros >= 2, "{id}");
        }
    }
    assert!(!is_named("9007199254740992") && !is_named("9000000000000000") && is_named("9007199254741000"));
}

/// What is opened has its meaning inside.
#[test]
fn what_is_opened_means_nothing_itself() {
    let inner = base64::encode("gh_1小邪小邪小邪".as_bytes());
    for text in [r#"{"a":"R:https://h/p?a=1&b=2"}"#, r#"{"a":"https://h/p?a=1&b=S:_@openim"}"#, &inner] {
        let explanation = explained(text);
        let opened = explanation.lines.iter().filter(|line| line.opened);
        assert!(opened.clone().count() > 0, "{text}");
        opened.for_each(|line| assert!(line.meaning.is_none(), "{line:?}"));
    }
}

/// A request without a body is its call's, by the method and the path; by another method, or where the call has a body of
/// JSON that is not there, it is nobody's.
#[test]
fn a_bare_request_is_told_by_its_method_and_path() {
    let mut told = 0;
    for entry in some(300) {
        let (method, path) = (entry.method.as_str(), entry.path);
        let alike = |method: &str| catalog::entries().filter(|one| one.path == path && one.method == *method).count();
        // Every site has a page at its root.
        if path.contains('{') || path == "/" {
            continue;
        }
        let one = explained(head(method, path));
        if alike(method) == 1 {
            told += 1;
            assert_eq!((one.kind, one.operation.map(|one| one.id)), (Kind::Request, Some(entry.id)), "{path}");
            assert_eq!(one.title.en, "the request of a call");
        } else {
            assert!(one.kind != Kind::Request && one.operation.is_none(), "{path}");
        }
        for other in ["PATCH", "OPTIONS"].into_iter().filter(|other| alike(other) == 0) {
            let one = explained(head(other, path));
            assert!(one.kind != Kind::Request && one.operation.is_none(), "{other} {path}");
        }
        // Behind another step of the path, none is.
        let one = explained(head(method, &format!("{}/more", path.trim_end_matches('/'))));
        assert!(one.operation.is_none(), "{path}");
    }
    assert!(told > 0);
}

#[test]
fn each_kind_has_its_words() {
    for (bytes, kind, title, told_by) in [
        (&b"aGVsbG8gd29ybGQgZnJvbSBoZXJl"[..], Kind::Base64, "base64", "what it stands for can be read"),
        (b"\x08\x05\x12\x03abc", Kind::Protobuf, "protobuf", "its fields reach its end"),
        (b"https://h/p?a=1&b=2", Kind::Query, "an address with a query", "it has ?name=value"),
        ("你好".as_bytes(), Kind::Text, "just text", "nothing in it opens"),
        (b"\xff\xfe\x00", Kind::Bytes, "bytes", "no text, and nothing opens"),
        (b"[1]", Kind::Json, "some other JSON", "of no form that is known"),
        (b"<html/>", Kind::Xml, "XML", "it is well-formed"),
    ] {
        let one = explained(bytes);
        assert_eq!((one.kind, one.title.en, one.told_by.en), (kind, title, told_by));
        let words = one.kind.words().en.to_ascii_lowercase();
        assert!(words == format!("{kind:?}").to_ascii_lowercase() || kind == Kind::Query && words == "address");
    }
}

/// A reply is read by a schema where all the calls that it can be of agree on one, and only there.
#[test]
fn a_reply_is_read_by_what_its_calls_agree_on() {
    let mut read = 0;
    for entry in some(60) {
        let one = explained(entry.reply().as_bytes());
        let mut schemas: Vec<_> = one.candidates.iter().map(|entry| entry.reply_json_schema()).collect();
        schemas.dedup();
        if one.kind == Kind::Reply {
            assert_eq!(one.guide().schema.is_some(), schemas.len() == 1, "{}", entry.id);
            read += usize::from(schemas.len() == 1);
        }
        let mut schemas = vec![];
        for example in entry.examples() {
            let one = explained(&example.values);
            if one.kind == Kind::Request {
                schemas.extend(one.candidates.iter().map(|entry| entry.json_schema()));
                schemas.dedup();
                assert_eq!(one.guide().schema.is_some(), schemas.len() == 1, "{}", entry.id);
                schemas.clear();
            }
        }
    }
    assert!(read > 3, "{read}");
}

/// Of two credentials that begin alike the longer one is looked for first, whichever comes first: nothing of it stays.
#[test]
fn the_longer_credential_goes_first() {
    for [first, second] in [["abcdefgh1", "abcdefgh1234"], ["abcdefgh1234", "abcdefgh1"]] {
        let text = format!(r#"{{"token":"{first}","secret":"{second}","x":"a {first} b {second} c"}}"#);
        let one = explained(&text);
        let shown = one.lines.iter().map(|line| line.value.as_str()).collect::<Vec<_>>();
        assert_eq!(shown, [MASK, MASK, &*format!("a {MASK} b {MASK} c")]);
    }
}

/// The value beside the name of a credential is one, whichever comes first, and nothing of its inside is shown; beside any
/// other name it is none.
#[test]
fn a_record_that_names_a_credential_hides_its_value() {
    let value = r#""value":"{\"say\":\"hidden text\"}""#;
    let records = |name: &str| [format!(r#"{{{name},{value}}}"#), format!(r#"{{{value},{name}}}"#)];
    for key in ["name", "key"] {
        for text in records(&format!(r#""{key}":"access_token""#)) {
            let one = explained(format!("[{text},{{\"name\":\"x\",\"value\":\"1\"}}]"));
            let paths: Vec<_> = one.lines.iter().map(|line| line.path.as_str()).collect();
            assert_eq!(one.lines.len(), 4, "{paths:?}");
            let hidden: Vec<_> = one.lines.iter().filter(|line| line.secret).collect();
            assert_eq!((hidden.len(), hidden[0].path.as_str()), (1, "/0/value"), "{text}");
            assert!(hidden[0].value == MASK && !hidden[0].opened && hidden[0].title.is_some());
        }
        for text in records(&format!(r#""{key}":"color""#)) {
            let one = explained(&text);
            assert!(one.lines.iter().all(|line| !line.secret) && one.lines.iter().any(|line| line.opened), "{text}");
        }
    }
}

/// What never closes is not looked for to the end of the text again and again.
#[test]
fn what_never_closes_ends_soon() {
    for part in [
        "<xml><a>",
        "<xml>\n<a>",
        "<xml><![CDATA[",
        "<xml>\n<a><![CDATA[\n",
        "<msg>\n<xml>\n<a>x",
        "x {\"a\":\"1\",\"b\":[{\"c\":1\n",
        "x {\"a\":\"1\",b:[{\"c\":1\n",
        // In one line, whose end is far from each.
        "\\\\\"{",
        "[{",
        "{[",
        "{errcode=",
        "{\"a\"=>\"\\",
        "{\"a\"=>'\\",
        "[\"ret\":",
        "A(ret=",
        "{ret=1;[",
        "array(\n'a' => array(\n",
    ] {
        let text = part.repeat((1 << 20) / part.len());
        let start = std::time::Instant::now();
        wxwire::scan::payloads(&text);
        assert!(start.elapsed().as_secs() < 10, "{part}");
    }
}

/// Of what stands in one line, the line is not looked through for each.
#[test]
fn payloads_in_one_line_end_soon() {
    for part in ["\"\"{\"ret\":200}", "map[errcode://", "string(9) \"{\"ret\":200}"] {
        let text = part.repeat((1 << 20) / part.len());
        let start = std::time::Instant::now();
        wxwire::explain::parts(text.as_bytes(), None).expect("a text");
        assert!(start.elapsed().as_secs() < 10, "{part}");
    }
}

/// What looks like the place of a secret is looked through once, or a bounded part of it.
#[test]
fn places_of_secrets_end_soon() {
    for part in [
        "<add key=\"token\" ",
        "<td>token</td><td>",
        "token：\n",
        "token:\n- ",
        "token: |\n ",
        "\"tokens\":[",
        "kind: Secret\ndata:\n",
        "insert(token)values(1),(",
        "a:b@",
        "auth(\"a\",",
        "mysql -p",
        "$6$",
        "curl -sSu ",
        "token = (\"",
        "a  token\n",
        "wxtoken=",
        "name: wxtoken value",
        "/token/",
        "/bot1:",
        "tokens: {",
        "tokens:\n a: ",
        "token=\"a\" + ",
        "token=\"a\"\n",
        "login(\"a\",",
        "user/a@",
        "a\u{200b}",
        "<tr><td>token</td><td>",
        "token DEFAULT '",
        "Preparing: insert (token)(?,?\nParameters: a), b), \n",
        "- name: token\n  in: a\n",
        "[[\"token\"],",
        "token就是",
    ] {
        let text = part.repeat((1 << 18) / part.len());
        let start = std::time::Instant::now();
        wxwire::secret::blotted(&text);
        assert!(start.elapsed().as_secs() < 10, "{part}");
    }
}

/// Control characters beyond ASCII may stand in a message, and make it no text of another encoding.
#[test]
fn a_control_character_beyond_ascii_is_a_part_of_a_text() {
    for char in '\u{80}'..='\u{9f}' {
        let xml = format!(
            "<xml><ToUserName>b</ToUserName><FromUserName>a</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType>\
             <Content>您好{char}再见</Content><MsgId>1</MsgId><AgentID>1</AgentID></xml>"
        );
        let one = explained(&xml);
        let content = one.lines.iter().find(|line| line.path == "!xml/xml/Content").expect("a line");
        assert!(content.value.starts_with("您好") && content.value.ends_with("再见"), "{:x}", u32::from(char));
    }
}

/// Pairs that never end are looked at no longer than a query can be.
#[test]
fn pairs_without_an_end() {
    for open in ["[('msg_signature', '", "[('msg_signature', \"", "[('signature', 'a'), ("] {
        let began = std::time::Instant::now();
        wxwire::explain::parts(open.repeat(40_000).as_bytes(), None).expect("a text");
        assert!(began.elapsed().as_secs() < 10, "{open}");
    }
}
