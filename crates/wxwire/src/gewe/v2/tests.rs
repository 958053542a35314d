//! What the calls want of a message received, of mentions and of ids.

use serde_json::{Value, json};

use crate::catalog;
use crate::layer::json::Tree;
use crate::operation::Entry;

fn find(id: &str) -> &'static Entry {
    catalog::find(id).expect(id)
}

/// The values of a call's first example.
fn example(entry: &Entry) -> Value {
    serde_json::from_str(&entry.examples()[0].values).expect("JSON")
}

/// The problems of some values, as `severity code path`.
fn problems(entry: &Entry, values: &Value) -> Vec<String> {
    let found = entry.check(values.to_string().as_bytes());
    found.iter().map(|one| format!("{} {} {}", one.severity.name(), one.code.name(), one.path)).collect()
}

/// The problems of a call's example with another value of one member.
fn with(id: &str, member: &str, value: impl Into<Value>) -> Vec<String> {
    let mut values = example(find(id));
    values[member] = value.into();
    problems(find(id), &values)
}

/// The calls that want a message as it was received.
fn takers() -> impl Iterator<Item = &'static Entry> {
    catalog::typed().filter(|entry| {
        entry.gateway.name == "gewe" && entry.schema().rules().any(|rule| rule.xml_root.as_deref() == Some("msg"))
    })
}

/// The `Content` of every sample of a callback, by the sample's name.
fn received() -> Vec<(&'static str, String)> {
    let samples = [
        ("image", include_str!("../../../tests/samples/gewe/gewe_cb_image_msgtype3.json")),
        ("video", include_str!("../../../tests/samples/gewe/gewe_cb_video_msgtype43.json")),
        ("url", include_str!("../../../tests/samples/gewe/gewe_cb_appmsg5_link.json")),
        ("file", include_str!("../../../tests/samples/gewe/gewe_cb_appmsg6_file_done.json")),
        ("mini_app", include_str!("../../../tests/samples/gewe/gewe_cb_appmsg33_miniapp.json")),
        ("", include_str!("../../../tests/samples/gewe/gewe_cb_appmsg57_quote.json")),
        ("", include_str!("../../../tests/samples/gewe/gewe_cb_emoji_msgtype47.json")),
        ("", include_str!("../../../tests/samples/gewe/gewe_cb_card_msgtype42.json")),
    ];
    let content = |text: &str| {
        let callback: Value = serde_json::from_str(text).expect("JSON");
        callback["Data"]["Content"]["string"].as_str().expect("a text").to_owned()
    };
    samples.into_iter().map(|(name, text)| (name, content(text))).collect()
}

#[test]
fn the_xml_of_each_is_looked_into_at_its_place() {
    let mut tried = 0;
    for entry in takers() {
        let values = example(entry);
        let xml = values["xml"].as_str().expect("a text").to_owned();
        assert_eq!(problems(entry, &values), [""; 0], "{}", entry.id);
        let element =
            ["img", "videomsg", "voicemsg", "appmsg"].into_iter().find(|name| xml.contains(&format!("<{name}")));
        let element = element.expect(entry.id);
        for (broken, expected) in [
            (xml.replace("</msg>", ""), "error xml_syntax /xml!xml/msg".to_owned()),
            (format!("<x>{element}</x>"), "error xml_root /xml!xml/x".to_owned()),
            ("<msg/>".to_owned(), format!("warning required /xml!xml/msg/{element}")),
            (format!("wxid_x7k2m9q4p1r322:\n{xml}"), "warning wrong_form /xml!xml".to_owned()),
            (xml.replace('<', "&lt;").replace('>', "&gt;"), "warning escaped /xml!xml".to_owned()),
        ] {
            let found = with(entry.id, "xml", &broken[..]);
            assert!(found.contains(&expected), "{}: {broken}: {found:?}", entry.id);
        }
        tried += 1;
    }
    assert_eq!(tried, 9);
}

#[test]
fn what_is_known_of_the_message_is_asked_of_it() {
    let without = |id: &str, what: &str, with_what: &str| {
        let xml = example(find(id))["xml"].as_str().expect("a text").replace(what, with_what);
        with(id, "xml", xml)
    };
    let key = " aeskey=\"6a7b8c9d0e1f2a3b4c5d6e7f8a9b0c1d\"";
    assert_eq!(without("gewe.message_forward_image", key, ""), ["warning required /xml!xml/msg/img/@aeskey"]);
    assert_eq!(without("gewe.message_forward_video", key, ""), ["warning required /xml!xml/msg/videomsg/@aeskey"]);
    assert_eq!(without("gewe.message_download_voice", key, ""), [""; 0]);
    let kind = "/xml!xml/msg/appmsg/type";
    assert_eq!(
        without("gewe.message_forward_url", "<type>5</type>", "<type>x</type>"),
        [format!("warning wrong_type {kind}"), format!("warning wrong_form {kind}")]
    );
    assert_eq!(
        without("gewe.message_forward_mini_app", "weappinfo>", "other>"),
        ["warning required /xml!xml/msg/appmsg/weappinfo"]
    );
    // A file that is on its way cannot be forwarded, says the vendor; of other types that is only likely.
    for id in ["gewe.message_forward_file", "gewe.message_download_file"] {
        let found = without(id, "<type>6</type>", "<type>74</type>");
        assert!(found.contains(&format!("error wrong_form {kind}")), "{id}: {found:?}");
    }
    let found = without("gewe.message_forward_url", "<type>5</type>", "<type>6</type>");
    assert!(found.contains(&format!("warning wrong_form {kind}")), "{found:?}");
    assert_eq!(without("gewe.message_forward_url", "<type>5</type>", "<type>68</type>"), [""; 0]);
}

/// Every message of the samples goes into the call that forwards it as it is, and names that call among all.
#[test]
fn what_was_received_is_forwarded_by_the_call_for_it() {
    for (name, content) in received() {
        let mut values = json!({"appId": "wx_dS_E6zUn9P_XTT3HDqeR3", "toWxid": "wxid_8nxih3k7rvzv22", "xml": content});
        if name == "mini_app" {
            values["coverImgUrl"] = "https://example.com/thumb.jpg".into();
        }
        let text = values.to_string();
        let found = catalog::recognise_values(Tree::parse(&text).expect("JSON").root());
        let id = (!name.is_empty()).then(|| format!("gewe.message_forward_{name}"));
        assert_eq!(found.operation.map(|entry| entry.id), id.as_deref(), "{content}");
        if let Some(id) = id {
            assert_eq!(problems(find(&id), &values), [""; 0], "{id}");
        }
    }
}

/// The values of every example are those of their call alone; a device and an XML say too little to be claimed for it.
#[test]
fn values_are_read_as_their_call() {
    for entry in catalog::typed().filter(|entry| entry.gateway.name == "gewe") {
        for example in entry.examples() {
            let tree = Tree::parse(&example.values).expect("JSON");
            let found = catalog::recognise_values(tree.root());
            let candidates: Vec<_> = found.candidates.iter().map(|one| one.id).collect();
            assert_eq!(candidates, [entry.id], "{}", example.name);
            let says_little = tree.root().members().count() == 2 && tree.root().get("xml").is_some();
            assert_eq!(found.operation.is_none(), says_little, "{}", entry.id);
        }
    }
    let sample = include_str!("../../../tests/samples/gewe/gewe_v2_postText_req_resp.json");
    let tree = Tree::parse(sample).expect("JSON");
    let found = catalog::recognise_values(tree.root().get("request").expect("a request"));
    assert_eq!(found.operation.map(|entry| entry.id), Some("gewe.message_post_text"));
}

#[test]
fn a_mention_takes_an_id_a_nick_and_a_room() {
    let post = |to: &str, ats: &str, content: &str| {
        let values = json!({"appId": "wx_Yp4sTt2LkQ8mVn6RaXbJd", "toWxid": to, "ats": ats, "content": content});
        problems(find("gewe.message_post_text"), &values)
    };
    let (room, friend) = ("45812630977@chatroom", "wxid_x7k2m9q4p1r322");
    for (to, ats, content, expected) in [
        (room, friend, "@小北 hi", ""),
        (room, "wxid_a,abc-d,e@openim", "@小北 @b @c hi", ""),
        (room, "notify@all", "@所有人 hi", ""),
        (room, friend, "hi", "warning incomplete /content"),
        (room, "", "@小北 hi", "warning incomplete /content"),
        (room, "", "hi，@小北", "warning incomplete /content"),
        (room, "", "a@b.c, and 5 @ 3", ""),
        (friend, "", "@小北 hi", ""),
        (friend, friend, "@小北 hi", "warning ignored /ats"),
        (room, "小北", "@小北 hi", "warning wrong_form /ats"),
        (room, "wxid_a，wxid_b", "@小北 hi", "warning wrong_form /ats"),
        (room, "@小北", "@小北 hi", "warning wrong_form /ats"),
    ] {
        assert_eq!(post(to, ats, content).join(", "), expected, "{to} {ats} {content}");
    }
    // The first API's list says the same.
    let message = |to: &str, at: &[&str], content: &str| {
        let message = json!({"at": at, "content": content, "msg_source": "", "msg_type": 1, "to_wxid": to});
        problems(find("gewe.send_msg"), &json!({"appid": "wx_AbCdEf12345", "to_wxid_list": [message]})).join(", ")
    };
    assert_eq!(message(room, &["wxid_0000000000a11"], "hi"), "warning incomplete /to_wxid_list/0/content");
    assert_eq!(message(friend, &["wxid_0000000000a11"], "@a hi"), "warning ignored /to_wxid_list/0/at");
    assert_eq!(message(room, &["@张三"], "@张三 hi"), "warning wrong_form /to_wxid_list/0/at/0");
    assert_eq!(message(room, &[""], "@张三 hi"), "warning incomplete /to_wxid_list/0/content");
    assert_eq!(message(room, &[], "hi"), "");
}

#[test]
fn an_id_of_another_sort_is_told() {
    for (id, member, value, severity) in [
        ("gewe.message_post_text", "toWxid", "gh_3a8b1c5d7e9f", "warning"),
        ("gewe.message_post_text", "toWxid", "wx_Yp4sTt2LkQ8mVn6RaXbJd", "warning"),
        ("gewe.message_post_text", "appId", "wxid_x7k2m9q4p1r322", "warning"),
        ("gewe.message_post_text", "appId", "wx1a2b3c4d5e6f7a8b", "warning"),
        ("gewe.send_app", "appid", "45812630977@chatroom", "warning"),
        ("gewe.message_post_mini_app", "userName", "gh_3a8b1c5d7e9f", "error"),
        ("gewe.message_post_mini_app", "miniAppId", "gh_3a8b1c5d7e9f", "error"),
        ("gewe.message_post_name_card", "nameCardWxid", "45812630977@chatroom", "warning"),
    ] {
        assert_eq!(with(id, member, value), [format!("{severity} wrong_form /{member}")], "{id} {value}");
    }
    // Of a name that somebody chose, nobody knows what it is the name of.
    for value in ["zhangsan88", "filehelper", "wx_short"] {
        assert_eq!(with("gewe.message_post_text", "toWxid", value), [""; 0], "{value}");
    }
    assert_eq!(with("gewe.message_post_text", "toWxid", "{{to}}"), ["warning placeholder /toWxid"]);
}

#[test]
fn what_cannot_work_is_told() {
    for (id, member, value, expected) in [
        ("gewe.message_revoke_msg", "newMsgId", json!("3768973957878705000"), "warning rounded /newMsgId"),
        ("gewe.message_revoke_msg", "newMsgId", json!(3768973957812345671_u64), "error wrong_type /newMsgId"),
        ("gewe.message_revoke_msg", "createTime", json!("1703841160000"), "warning too_long /createTime"),
        ("gewe.message_send_finder_msg", "id", json!(14414437835012346000_u64), "warning rounded /id"),
        ("gewe.message_post_voice", "voiceDuration", json!(2), "warning too_small /voiceDuration"),
        ("gewe.message_post_voice", "voiceUrl", json!("https://h/a.MP3?x=1"), "warning wrong_form /voiceUrl"),
        ("gewe.message_post_video", "videoDuration", json!(10_000), "warning too_big /videoDuration"),
        ("gewe.message_post_mini_app", "pagePath", json!("pages/index/index"), "warning wrong_form /pagePath"),
        ("gewe.message_post_emoji", "emojiMd5", json!("e10adc"), "warning too_short /emojiMd5"),
        ("gewe.message_download_image", "type", json!(4), "error unknown_value /type"),
        ("gewe.message_download_cdn", "type", json!(2), "error wrong_type /type"),
    ] {
        assert_eq!(with(id, member, value.clone()), [expected], "{id} {value}");
    }
}
