//! The vendors' own pages, copied: what comes of each, beside what the catalog has of the call. Where the two differ, the
//! page contradicts itself, or the catalog knows more than the page.

use wxwire::catalog;
use wxwire::learn::{NoteKind, page};

use crate::form::{Learned, differences, of_document};
use crate::written;

macro_rules! seeds {
    ($($name:literal),*) => {
        pub(crate) const SEEDS: [(&str, &str); 5] =
            [$(($name, include_str!(concat!("../samples/pages/", $name, ".txt")))),*];
    };
}

seeds!("xbot_send_live", "gewe_send", "wecom_living_create", "yunzhenji_send_message", "youmi_send_public_message");

fn seed(name: &str) -> &'static str {
    SEEDS.iter().find(|(own, _)| *own == name).map(|(_, text)| *text).expect("a page")
}

/// The calls of a page, each with the same method and path as in the catalog, and these differences.
#[track_caller]
fn check(name: &str, expected: &[(&str, &str, &[&str])]) -> Vec<Learned> {
    let learned = page(seed(name)).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
    let calls = of_document(&learned.document);
    assert_eq!(calls.len(), expected.len(), "{name}");
    for (call, (id, title, different)) in calls.iter().zip(expected) {
        let entry = catalog::find(id).expect("in the catalog");
        assert_eq!((&*call.method, &*call.path), (&*entry.method.as_str().to_lowercase(), entry.path), "{id}");
        assert_eq!(call.operation["summary"], *title, "{id}");
        assert_eq!(call.operation["x-title-zh"], *title, "{id}");
        assert_eq!(call.operation["x-source"], "documented", "{id}");
        // What the page does not say at all, the catalog has from elsewhere.
        let mut form = call.form.clone();
        form.fields.retain(|key, _| !entry.credentials.iter().any(|one| one.name == key));
        let found = differences(&written::expected(entry), &form, &call.schemes);
        assert_eq!(found, *different, "{id}");
    }
    calls
}

/// Whether a note says this of what stands there.
#[track_caller]
fn noted(name: &str, kind: NoteKind, at: &str, what: &str, zh: &str) {
    let text = seed(name);
    let learned = page(text).expect("a call");
    let is_it = |note: &&wxwire::learn::Note| {
        note.kind == kind
            && note.what.contains(what)
            && note.words.zh.contains(zh)
            && text[note.span.clone()].contains(at)
    };
    assert!(learned.notes.iter().any(|note| is_it(&note)), "{at}, {what}, {zh}: {:#?}", learned.notes);
}

#[test]
fn xbot() {
    // `is_sync` was seen on the wire; the page does not have it.
    let calls = check("xbot_send_live", &[("xbot.send_live", "发送视频号直播消息", &["/is_sync: absent"])]);
    assert_eq!(calls[0].form.fields["type"].form.choices, ["WW_SEND_LIVE_MSG"]);
    noted("xbot_send_live", NoteKind::Guessed, "type", "WW_SEND_LIVE_MSG", "共用一个路径");
    assert!(
        calls[0].reply.fields["data"].form.fields["msg_data"].form.fields["sendtime"].form.types.contains("integer")
    );
}

#[test]
fn gewe() {
    let calls = check(
        "gewe_send",
        &[
            ("gewe.send_app", "发送app类型消息", &[]),
            // The copy has lost the marks: what the sample has is taken for required. The catalog knows both types of `msg_type`.
            (
                "gewe.send_msg",
                "发送消息",
                &[
                    "/to_wxid_list/*/at: required",
                    "/to_wxid_list/*/msg_type: {\"integer\", \"string\"} became {\"string\"}",
                ],
            ),
        ],
    );
    assert!(calls[1].schemes.contains("X-GEWE-TOKEN"));
    // The table says string, the sample a number: the table is kept, and it is said.
    noted("gewe_send", NoteKind::Guessed, "1", "msg_type: 1", "以表格为准");
    noted("gewe_send", NoteKind::Guessed, "msg_source", "msg_source", "表格里没有");
    noted("gewe_send", NoteKind::Guessed, "appid", "appid", "必填标记在复制时丢失");
    noted("gewe_send", NoteKind::Guessed, "\"", "\"", "字符串内的引号");
    noted("gewe_send", NoteKind::LeftOut, "http://域名地址", "http://域名地址", "服务器");
    // The reply's table puts at the top what its sample has further in.
    let reply = &calls[0].reply.fields["data"].form.fields["List"].form.items.as_ref().expect("items").fields;
    assert!(reply["MsgId"].form.types.contains("number") && reply["ToUsetName"].form.types.contains("object"));
    noted("gewe_send", NoteKind::Guessed, "ToUsetName", "ToUsetName", "示例中的位置");
}

#[test]
fn wecom() {
    let calls =
        check("wecom_living_create", &[("wecom.living_create", "创建预约直播", &["/living_duration: optional"])]);
    assert!(calls[0].schemes.contains("access_token") && calls[0].server.is_empty());
    assert_eq!(calls[0].operation["externalDocs"]["url"], "https://open.work.weixin.qq.com/api/doc/90001/90143/93717");
    noted("wecom_living_create", NoteKind::Guessed, "living_duration", "living_duration", "没有必填或可选的标记");
    noted("wecom_living_create", NoteKind::LeftOut, "127.0.0.1", "127.0.0.1", "服务器");
}

#[test]
fn yunzhenji() {
    // The content differs by its message's type: the catalog has a form for each, a page's samples all of them in one.
    let different = ["cover", "desc", "duration", "items", "text", "title", "url"];
    let different = different.map(|name| format!("/messages/*/content/{name}: optional"));
    let different: Vec<&str> = different.iter().map(String::as_str).collect();
    let calls = check("yunzhenji_send_message", &[("yunzhenji.send_message", "发消息给单个客户或客户群", &different)]);
    assert_eq!(calls[0].server, "https://oapi-yzj.miaokol.com");
    let body = &calls[0].operation["requestBody"]["content"]["application/json"]["schema"]["properties"];
    assert_eq!((&body["app_id"]["x-credential"], &body["access_token"]["x-credential"]), (&true.into(), &true.into()));
    let reply = &calls[0].reply.fields["data"].form.items.as_ref().expect("items").fields;
    assert_eq!(reply.keys().collect::<Vec<_>>(), ["api_send_id", "api_send_svrid", "idx"]);
    noted("yunzhenji_send_message", NoteKind::Guessed, "msg_type", "msg_type", "表格里没有");
}

#[test]
fn youmi() {
    // The samples alone tell of flags; whether each is required they cannot. `MsgId` stands in a batch, and nowhere else.
    let different = [
        "/Flags/*/Flag: optional",
        "/Flags/*/MsgIndex: optional",
        "/Flags/*/MsgTime: optional",
        "/Flags/*/MsgType: optional",
        "/MsgId: absent",
        "/MsgType: required",
    ];
    let calls = check("youmi_send_public_message", &[("youmi.send_public_message", "发送消息", &different)]);
    assert!(calls[0].schemes.contains("TenantId") && calls[0].schemes.contains("Authorization"));
    let examples = &calls[0].operation["requestBody"]["content"]["application/json"]["examples"];
    assert_eq!(examples["example_12"]["summary"], "转发");
    assert_eq!(examples["example_12"]["value"]["Flags"][7]["MsgIndex"], 24);
    noted("youmi_send_public_message", NoteKind::Guessed, ",", ",", "字段名后的逗号");
    let choices: Vec<_> =
        calls[0].form.fields["RelationType"].form.choices.iter().filter_map(|one| one.as_i64()).collect();
    assert_eq!(choices, [0, 1, 2, 3]);
}
