//! What holds for every kind of callback: it is told by its form, whole and in both languages; every sample is of the kind
//! that its document names; nothing that is cut, doubled or of another type stops the reader.

// Unlike the codec, its tests open files.
#![allow(clippy::disallowed_methods)]

use std::path::Path;

use wxwire::catalog;
use wxwire::explain::{Explanation, explain};
use wxwire::lang::Lang;
use wxwire::operation::{Callback, CallbackKind};
use wxwire::schema::{Field, Rule, Schema, Shape};

fn explained(bytes: impl AsRef<[u8]>) -> Explanation {
    explain(bytes.as_ref(), None).expect("something")
}

/// All kinds, each with its form.
fn kinds() -> Vec<(&'static Callback, &'static CallbackKind)> {
    catalog::callbacks().flat_map(|(_, form)| form.kinds().map(move |kind| (form, kind))).collect()
}

#[test]
fn every_kind_is_said_in_both_languages() {
    let all = kinds();
    assert!(all.len() > 200, "{}", all.len());
    for (form, kind) in all {
        let name = format!("{} {}", form.name, kind.key);
        assert!(!kind.title.en.is_empty() && kind.title.zh != kind.title.en, "{name}");
        assert!(kind.title.en.is_ascii() && !kind.title.zh.is_ascii(), "{name}");
        let Some(schema) = &kind.schema else { continue };
        assert!(schema.unknown_keywords.is_empty(), "{name}: {:?}", schema.unknown_keywords);
        for rule in schema.rules().filter(|rule| !rule.docs.is_empty()) {
            assert!(rule.docs.has(Lang::Zh) && rule.docs.has(Lang::En), "{name}: {:?}", rule.docs);
        }
    }
}

/// What is written for those who know no types holds the kinds, and the codes.
#[test]
fn kinds_and_codes_are_written_as_data() {
    let read = |text: String| serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
    let (reading, codes) = (read(catalog::reading_to_json()), read(catalog::codes_to_json()));
    assert!(reading["wecom"]["kinds"]["kinds"]["event template_card_event"].is_object());
    assert!(reading["message"]["kinds"]["kinds"]["msg img"].is_object());
    for (gateway, count) in [("wecom", 1250), ("youmi", 30), ("yunzhenji", 12)] {
        let table = codes[format!("{gateway}.codes")]["words"].as_object().expect("a table");
        assert!(table.len() >= count, "{gateway} {}", table.len());
        for (code, words) in table {
            let code: i64 = code.parse().expect("a number");
            let (_, own) = catalog::codes(code).find(|(own, _)| own.name == gateway).expect("its words");
            assert_eq!(words[0], own.zh, "{gateway} {code}");
            assert_eq!(words[1], own.en, "{gateway} {code}");
        }
    }
    assert!(catalog::codes(99_999).next().is_none() && catalog::codes(0).next().is_none());
}

/// The samples, each with the kind that its source names, the title of a callback, and where it is known from.
fn samples() -> Vec<(String, String, String, bool)> {
    let table = include_str!("samples/kinds.tsv");
    let row = |line: &str| {
        let mut parts = line.split('\t').map(str::to_owned);
        let mut next = || parts.next().expect("four parts");
        (next(), next(), next(), next() == "documented")
    };
    table.lines().map(row).collect()
}

/// What the documents show inside of `<appmsg>` and say nothing of.
const UNEXPLAINED: [&str; 4] = ["showRelievedBuyFlag", "hasRelievedBuyPlugin", "flagshipflag", "isforceupdate"];

#[test]
fn every_sample_is_of_its_kind_and_its_fields_are_known() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let all = samples();
    for part in ["appmsg", "gewe", "wecom", "xbot", "youmi", "yunzhenji"] {
        for file in std::fs::read_dir(folder.join(part)).expect("a folder").flatten() {
            let name = format!("{part}/{}", file.file_name().to_string_lossy());
            assert!(all.iter().any(|(own, ..)| *own == name), "{name} is not in kinds.tsv");
        }
    }
    for (name, kind, title, is_documented) in all {
        let one = explained(std::fs::read(folder.join(&name)).expect(&name));
        match &*kind {
            // Headers, notes, what was cut: no kind of its own.
            "any" => {}
            // A request of one member, or of common ones, can be anybody's.
            "request" => assert!(matches!(one.kind.name(), "request" | "json"), "{name}"),
            kind => assert_eq!(one.kind.name(), kind, "{name}"),
        }
        if title != "-" {
            assert_eq!(one.title.en, title, "{name}");
        }
        if !is_documented || !matches!(&*kind, "callback" | "passive_reply") {
            continue;
        }
        // What stands in addresses and in ids is not the gateway's to say.
        let is_own =
            |path: &str| !["!query", "!base64", "!protobuf", "!hex", "!der"].iter().any(|layer| path.contains(layer));
        for line in one.lines.iter().filter(|line| is_own(&line.path) && !line.opened) {
            let is_shown = UNEXPLAINED.iter().any(|name| line.path.ends_with(name));
            // An element of nothing but attributes has no text to name.
            let is_empty = line.value.trim().is_empty();
            assert!(line.title.is_some() || is_shown || is_empty, "{name} {}", line.path);
        }
    }
}

/// A form, the first word of its keys, the places of the other words, and what else has to be there.
type Form = (&'static str, &'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

/// How the forms are told whose kinds have fields of their own: a key's texts at these places, and what else has to be
/// there, with the root of XML or without.
const FORMS: [Form; 9] = [
    ("wecom.callback", "message", &["MsgType"], &[("AgentID", "1"), ("MsgId", "2")]),
    ("wecom.callback", "event", &["Event", "ChangeType"], &[("MsgType", "event")]),
    ("wecom.suite_callback", "info", &["InfoType", "ChangeType"], &[("SuiteId", "s")]),
    ("wecom.passive_reply", "reply", &["MsgType"], &[("ToUserName", "u"), ("FromUserName", "c")]),
    ("wecom.robot_callback_xml", "xml", &["MsgType"], &[("WebhookUrl", "h")]),
    ("wecom.robot_callback", "json", &["msgtype"], &[("webhook_url", "h"), ("msgid", "m")]),
    ("wecom.aibot_callback", "message", &["msgtype", "event/eventtype"], &[("aibotid", "b")]),
    ("wecom.kf_message", "message", &["msgtype", "event/event_type"], &[("open_kfid", "k"), ("msgid", "m")]),
    ("wecom.robot_reply", "reply", &["msgtype"], &[("visible_to_user", "u")]),
];

/// A value with all that its rule knows in it; `fixed` is what stands at some paths.
fn json(schema: &Schema, rule: &Rule, path: &str, fixed: &[(String, String)]) -> String {
    let inner = |field: &Field| {
        let path = if path.is_empty() { field.name.clone() } else { format!("{path}/{}", field.name) };
        format!("\"{}\": {}", field.name, json(schema, schema.rule(field.rule), &path, fixed))
    };
    match &rule.shape {
        Shape::Object(object) => format!("{{{}}}", object.fields.iter().map(inner).collect::<Vec<_>>().join(", ")),
        Shape::List { items, .. } => format!("[{}]", json(schema, schema.rule(*items), path, fixed)),
        _ => match fixed.iter().find(|(own, _)| own == path) {
            Some((_, text)) => format!("\"{text}\""),
            None => "\"1\"".to_owned(),
        },
    }
}

fn xml(schema: &Schema, rule: &Rule, name: &str, path: &str, fixed: &[(String, String)]) -> String {
    let inner = |field: &Field| {
        let path = if path.is_empty() { field.name.clone() } else { format!("{path}/{}", field.name) };
        xml(schema, schema.rule(field.rule), &field.name, &path, fixed)
    };
    let inside = match &rule.shape {
        Shape::Object(object) => object.fields.iter().map(inner).collect(),
        Shape::List { items, .. } => return xml(schema, schema.rule(*items), name, path, fixed),
        _ => {
            fixed.iter().find(|(own, _)| own == path).map_or("1".to_owned(), |(_, text)| format!("<![CDATA[{text}]]>"))
        }
    };
    format!("<{name}>{inside}</{name}>")
}

/// Every kind with fields of its own, whole, in each form that it has: the kind, and the text.
fn built() -> Vec<(&'static CallbackKind, String)> {
    let mut all = Vec::new();
    for (form, kind) in kinds() {
        let mut words = kind.key.split(' ');
        let family = words.next();
        let Some((.., places, others)) =
            FORMS.iter().find(|(name, own, ..)| *name == form.name && Some(*own) == family)
        else {
            continue;
        };
        let schema = kind.schema.as_ref().expect("fields");
        let texts: Vec<_> = words.collect();
        // Of a key that has fewer texts than places, those that are not known stand there.
        let mut fixed: Vec<_> = others.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        for (at, place) in places.iter().enumerate() {
            fixed.push(((*place).to_owned(), texts.get(at).copied().unwrap_or("unheard_of").to_owned()));
        }
        if !form.name.ends_with("_xml") {
            all.push((kind, json(schema, schema.root(), "", &fixed)));
        }
        if matches!(
            form.name,
            "wecom.callback" | "wecom.suite_callback" | "wecom.passive_reply" | "wecom.robot_callback_xml"
        ) {
            all.push((kind, xml(schema, schema.root(), "xml", "", &fixed)));
        }
    }
    all
}

#[test]
fn every_kind_is_told_with_all_of_its_fields() {
    let all = built();
    assert!(all.len() > 200, "{}", all.len());
    for (kind, text) in all {
        let one = explained(&text);
        assert_eq!(one.title.en, kind.title.en, "{} {text}", kind.key);
        let unnamed = one.lines.iter().find(|line| line.title.is_none() && !line.opened);
        assert!(unnamed.is_none(), "{} {text}: {unnamed:?}", kind.key);
    }
}

/// The title of what some bytes are.
fn title(text: &str) -> &'static str {
    explained(text).title.en
}

#[test]
fn personal_messages_are_told_in_each_form() {
    let v1 = |kind: i64| format!(r#"{{"TypeName":"AddMsg","Appid":"wx_a","Wxid":"w","Data":{{"MsgType":{kind}}}}}"#);
    let lower =
        |kind: i64| format!(r#"{{"type_name":"AddMsg","appid":"wx_a","Wxid":"w","data":{{"MsgType":{kind}}}}}"#);
    for (kind, name) in [(1, "a text"), (3, "a picture"), (37, "a friend request"), (10002, "a notice, XML")] {
        for text in [v1(kind), lower(kind)] {
            assert_eq!(title(&text), format!("GeWe callback: {name}"), "{text}");
        }
    }
    assert_eq!(title(&v1(77)), "GeWe callback: a message of a kind that is not known");
    let event = |name: &str| format!(r#"{{"TypeName":"{name}","Appid":"wx_a","Wxid":"w"}}"#);
    assert_eq!(title(&event("Offline")), "GeWe callback: the account went offline");
    assert_eq!(title(&event("ModContacts")), "GeWe callback: a contact or a room changed");
    assert_eq!(title(&event("DelContacts")), "GeWe callback: a friend was deleted, or a room left");
    assert_eq!(title(&event("Else")), "GeWe callback: of a kind that is not known");
    let flat =
        explained(r#"{"appid":"wx_a","wxid":"w","msgType":"QUOTE","createTime":1741000000000,"isSelf":"false"}"#);
    assert_eq!((flat.title.en, flat.kind.name()), ("GeWe callback, flat: a quote", "callback"));
    let json: serde_json::Value = serde_json::from_str(&flat.json(Lang::En)).expect("JSON");
    assert_eq!((&json["evidence"], &json["callback"]), (&"observed".into(), &"gewe.callback_flat".into()));
    let probe = r#"{"testMsg":"验证回调地址是否可用","token":"t"}"#;
    assert_eq!(title(probe), "GeWe tries the callback address; any answer with 200 will do");
    assert_ne!(title(r#"{"testMsg":"x","token":"t","other":1}"#), title(probe));
}

#[test]
fn received_of_xbot_is_told_by_its_type() {
    let envelope = |kind: &str| format!(r#"{{"data":{{"a":1}},"type":"{kind}","client_id":1}}"#);
    assert_eq!(title(&envelope("WW_RECV_TEXT_MSG")), "xbot callback: a text");
    assert_eq!(title(&envelope("WW_RECV_X_MSG")), "xbot callback: of a kind that is not known");
    assert_ne!(explained(envelope("WW_SEND_X_MSG")).kind.name(), "callback");
}

#[test]
fn the_xml_of_messages_is_told_alone() {
    for (xml, expected, path, name) in [
        (r#"<msg><img aeskey="a" length="1" md5="b"/></msg>"#, "a picture", "/msg/img/@aeskey", "The key of the file"),
        (r#"<msg><voicemsg voicelength="9" /></msg>"#, "a voice message", "/msg/voicemsg/@voicelength", "The duration"),
        (r#"<msg><location x="1" y="2"/></msg>"#, "a location", "/msg/location/@x", "The latitude"),
        (r#"<msg><emoji md5 = "a" len="1"></emoji></msg>"#, "an emoji", "/msg/emoji/@len", "The size"),
        (r#"<msg username="v3_a" nickname="n" antispamticket="t"/>"#, "a contact card", "/msg/@nickname", "The name"),
        (
            r#"<msg encryptusername="v3" ticket="v4" scene="3"/>"#,
            "a friend request",
            "/msg/@scene",
            "How it came about",
        ),
        (
            r#"<sysmsg type="revokemsg"><revokemsg><newmsgid>1</newmsgid></revokemsg></sysmsg>"#,
            "a notice: a message was revoked",
            "/sysmsg/revokemsg/newmsgid",
            "The message's id on the server",
        ),
        (r#"<sysmsg type="unheard_of"><a>1</a></sysmsg>"#, "a notice", "/sysmsg/@type", "What kind of notice"),
    ] {
        for (text, way) in [(xml.to_owned(), "!xml"), (format!("wxid_a:\n{xml}"), "!xml")] {
            let one = explained(&text);
            assert_eq!((one.kind.name(), one.title.en), ("message", expected), "{text}");
            let line = one.lines.iter().find(|line| line.path == format!("{way}{path}")).expect(path);
            assert_eq!(line.title.as_ref().map(|title| title.get(Lang::En)), Some(name), "{text}");
        }
    }
    assert_eq!(explained("<msg><other/><a>1</a></msg>").kind.name(), "xml");
}

/// Products of the same family say the same inside of what is of no gateway.
#[test]
fn a_failure_inside_of_what_is_nobodys_is_said() {
    for (text, path) in [
        (r#"{"Success":true,"Code":0,"Data":{"BaseResponse":{"ret":-2,"errMsg":{}}}}"#, "/Data/BaseResponse/ret"),
        (r#"{"Code":200,"Data":[{"isSendSuccess":false,"errMsg":"x"}],"Text":""}"#, "/Data/0/isSendSuccess"),
    ] {
        let verdict = explained(text).verdict.expect("a verdict");
        assert_eq!((verdict.level.name(), &*verdict.reasons[0].path), ("refused", path), "{text}");
        let fine = text.replace("-2", "0").replace("false", "true");
        assert!(explained(&fine).verdict.is_none(), "{fine}");
    }
    // Of a list, only what says no was not taken.
    for text in [
        r#"{"ret":200,"msg":"操作成功","data":[{"ret":0,"to":"a"},{"ret":-2,"msg":"x","to":"b"}]}"#,
        r#"{"ret":200,"msg":"操作成功","data":[{"ret":200,"to":"a"},{"ret":-2,"to":"b"},{"ret":5,"to":"c"}]}"#,
        r#"{"Code":200,"Data":[{"isSendSuccess":true,"to":"a"},{"isSendSuccess":false,"errMsg":"x","to":"b"}]}"#,
    ] {
        let verdict = explained(text).verdict.expect("a verdict");
        let names: Vec<_> = verdict.not_taken.iter().map(|part| part.name.as_str()).collect();
        assert_eq!((verdict.level.name(), names), ("partial", vec!["b"]), "{text}");
    }
    let deep = format!("{}{}", r#"{"Data":"#.repeat(100), "1") + &"}".repeat(100);
    assert!(explained(deep).verdict.is_none());
}

/// What is cut anywhere is still something. Every kind is cut; neighbours, which have most of their text in common, at other places.
#[test]
fn whatever_is_cut_is_read() {
    for (number, (_, text)) in built().into_iter().enumerate() {
        for end in (1 + number % 7..text.len()).step_by(7).filter(|end| text.is_char_boundary(*end)) {
            explained(&text[..end]);
        }
    }
}

/// A member of another type, or one that stands twice: each member of every kind in turn, those of neighbours with other values.
#[test]
fn a_member_of_another_type_or_twice_is_read() {
    const OTHERS: [&str; 9] =
        ["null", "[]", "{}", "[[{}]]", "{\"a\": [1]}", "-1e99", "true", "\"\"", "12345678901234567890"];
    for (number, (kind, text)) in built().into_iter().filter(|(_, text)| text.starts_with('{')).enumerate() {
        let value: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text).expect("an object");
        for name in value.keys() {
            for other in OTHERS.iter().skip(number % 3).step_by(3) {
                let mut changed = value.clone();
                changed[name] = serde_json::from_str(other).expect("JSON");
                explained(serde_json::to_string(&changed).expect("JSON"));
                let twice = text.replacen('{', &format!("{{\"{name}\": {other}, "), 1);
                assert_eq!(explained(&twice).title.en, kind.title.en, "{twice}");
            }
        }
    }
}
