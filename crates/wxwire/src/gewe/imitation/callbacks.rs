//! What GeWe's mock sends by itself. What is sent by a call is not called back, so that no callback settles one.

use serde_json::{Value, json};

use crate::imitation::Mock;

/// The device, and the account on it.
const DEVICE: &str = "wx_mock00000000000000";
const OWN: &str = "wxid_mock0000000001";
const FRIEND: &str = "wxid_mock0000000002";
const ROOM: &str = "10000000001@chatroom";

/// A message of each kind in turn; then a contact changed, one deleted, and the device gone offline.
pub(super) fn of_its_own(number: u64, mock: &mut Mock) -> String {
    let messages: [(i64, &str, String); 8] = [
        (1, FRIEND, format!("第 {number} 条")),
        (1, ROOM, format!("{FRIEND}:\n群里的第 {number} 条")),
        (
            3,
            FRIEND,
            media(r#"<img aeskey="6d6f636b" cdnthumburl="3057" cdnmidimgurl="3057" length="2048" md5="6d6f636b"/>"#),
        ),
        (
            34,
            FRIEND,
            media(r#"<voicemsg voicelength="1200" length="2048" voiceformat="4" aeskey="6d6f636b" voiceurl="3052"/>"#),
        ),
        (
            43,
            FRIEND,
            media(
                r#"<videomsg aeskey="6d6f636b" cdnvideourl="3057" cdnthumburl="3057" length="4096" playlength="3"/>"#,
            ),
        ),
        (
            47,
            FRIEND,
            media(r#"<emoji md5="6d6f636b" len="1024" cdnurl="http://example.com/emoji" width="240" height="240"/>"#),
        ),
        (
            48,
            FRIEND,
            media(r#"<location x="39.903740" y="116.397827" scale="15" label="北京市东城区" poiname="故宫博物院"/>"#),
        ),
        (
            49,
            FRIEND,
            media("<appmsg><title>标题</title><des>描述</des><type>5</type><url>https://example.com/</url></appmsg>"),
        ),
    ];
    let kinds = messages.len() as u64 + 3;
    let turn = number % kinds;
    let named = |name: &str, data: Option<Value>| {
        let mut callback = json!({"TypeName": name, "Appid": DEVICE, "Wxid": OWN});
        data.into_iter().for_each(|data| callback["Data"] = data);
        callback.to_string()
    };
    // These have no number of their own, by which they would be known again: so they name another contact each time.
    let contact = || json!({"UserName": {"string": format!("wxid_contact{number:08}")}});
    match kinds - turn {
        // Another device each time, for the same reason.
        1 => return json!({"TypeName": "Offline", "Appid": format!("wx_mock{number:013}"), "Wxid": OWN}).to_string(),
        2 => return named("DelContacts", Some(contact())),
        3 => return named("ModContacts", Some(contact())),
        _ => {}
    }
    let (kind, from, content) = &messages[turn as usize];
    let data = json!({
        "MsgId": mock.below(1 << 30), "FromUserName": {"string": from}, "ToUserName": {"string": OWN}, "MsgType": kind,
        "Content": {"string": content}, "Status": 3, "ImgStatus": if *kind == 3 { 2 } else { 1 }, "ImgBuf": {"iLen": 0},
        "CreateTime": mock.seconds(), "MsgSource": "<msgsource></msgsource>", "NewMsgId": mock.large_id(),
        "MsgSeq": mock.below(1 << 30),
    });
    named("AddMsg", Some(data))
}

fn media(inside: &str) -> String {
    format!("<msg>{inside}</msg>")
}
