//! What WeCom sends by itself, and what it is answered with: XML, decrypted or not; robots send JSON, too.

use schemars::JsonSchema;

use crate::lang::Words;
use crate::operation::{Callback, Root, has};
use crate::schema::choices;

pub(super) static CALLBACKS: [Callback; 6] = [
    // What a receiver answers a callback with: the same envelope, signed.
    Callback::of::<Envelope>(
        "wecom.reply_encrypted_xml",
        Words::new("企业微信被动回复（加密，XML）", "passive reply to a WeCom callback, encrypted, XML"),
        Words::new("根元素 <xml> 中有 <Encrypt> 和 <MsgSignature>", "<Encrypt> and <MsgSignature> in the root <xml>"),
        |root| {
            let both = ["Encrypt", "MsgSignature"];
            matches!(root, Root::Xml(xml) if xml.name() == "xml" && both.iter().all(|name| xml.child(name).is_some()))
        },
    ),
    Callback::of::<Envelope>(
        "wecom.reply_encrypted_json",
        Words::new("企业微信被动回复（加密，JSON）", "passive reply to a WeCom callback, encrypted, JSON"),
        Words::new("含有 encrypt 和 msgsignature", "it has encrypt and msgsignature"),
        |root| has(root, &["encrypt", "msgsignature"]),
    ),
    Callback::of::<Envelope>(
        "wecom.encrypted_xml",
        Words::new("企业微信回调（加密，XML）", "WeCom callback, encrypted, XML"),
        Words::new("根元素 <xml> 中有 <Encrypt>", "<Encrypt> in the root <xml>"),
        |root| matches!(root, Root::Xml(xml) if xml.name() == "xml" && xml.child("Encrypt").is_some()),
    ),
    Callback::of::<Event>(
        "wecom.callback",
        Words::new("企业微信回调", "WeCom callback"),
        Words::new("根元素 <xml> 中有 <MsgType>", "<MsgType> in the root <xml>"),
        |root| matches!(root, Root::Xml(xml) if xml.name() == "xml" && xml.child("MsgType").is_some()),
    ),
    Callback::of::<Envelope>(
        "wecom.encrypted_json",
        Words::new("企业微信回调（加密，JSON）", "WeCom callback, encrypted, JSON"),
        Words::new("含有 encrypt", "it has encrypt"),
        |root| has(root, &["encrypt"]),
    ),
    Callback::of::<Robot>(
        "wecom.robot_callback",
        Words::new("企业微信群机器人回调", "WeCom robot callback"),
        Words::new("含有 webhook_url、msgid 和 msgtype", "it has webhook_url, msgid and msgtype"),
        |root| has(root, &["webhook_url", "msgid", "msgtype"]),
    ),
];

/// The envelope around what is encrypted.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Envelope {
    /// The ciphertext; its key is the app's EncodingAESKey.
    ///
    /// 密文，密钥为应用的 EncodingAESKey。
    #[serde(rename = "Encrypt")]
    encrypt: Option<String>,
    /// The ciphertext; its key is the app's EncodingAESKey.
    ///
    /// 密文，密钥为应用的 EncodingAESKey。
    #[serde(rename = "encrypt")]
    encrypt_json: Option<String>,
}

/// A message or an event.
#[derive(JsonSchema)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "its schema is what is read")]
struct Event {
    /// The company.
    ///
    /// 企业的 CorpID。
    to_user_name: Option<String>,
    /// The member.
    ///
    /// 成员 UserID。
    from_user_name: Option<String>,
    /// When, in Unix seconds.
    ///
    /// 时间。Unix 秒。
    #[schemars(extend("x-unit" = "seconds"))]
    create_time: Option<i64>,
    /// What kind of message.
    ///
    /// 消息类型。
    msg_type: Option<String>,
    /// What happened.
    ///
    /// 事件。
    event: Option<String>,
    /// What it says.
    ///
    /// 文本内容。
    content: Option<String>,
    /// The message's id; it can go beyond 2^53.
    ///
    /// 消息 id，可能超过 2^53。
    msg_id: Option<String>,
    /// The app.
    ///
    /// 应用 id。
    #[serde(rename = "AgentID")]
    agent_id: Option<i64>,
    /// The live.
    ///
    /// 直播 id。
    living_id: Option<String>,
    /// The live's state.
    ///
    /// 直播状态。
    #[schemars(schema_with = "living_states")]
    status: Option<i64>,
    /// The latitude.
    ///
    /// 纬度。
    #[serde(rename = "Location_X")]
    location_x: Option<String>,
    /// The longitude.
    ///
    /// 经度。
    #[serde(rename = "Location_Y")]
    location_y: Option<String>,
}

/// A message to a robot.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Robot {
    /// Where the robot answers to. It is a secret.
    ///
    /// 机器人地址，属于密钥。
    webhook_url: Option<String>,
    /// The message's id.
    ///
    /// 消息 id。
    msgid: Option<String>,
    /// The chat.
    ///
    /// 会话 id。
    chatid: Option<String>,
    /// What kind of chat: single, group, blackboard, blackboard_reply.
    ///
    /// 会话类型：single、group、blackboard、blackboard_reply。
    chattype: Option<String>,
    /// What kind of message.
    ///
    /// 消息类型。
    msgtype: Option<String>,
}

fn living_states(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    choices(&[
        (0, "Planned.\n\n预约中。"),
        (1, "Live.\n\n直播中。"),
        (2, "Ended.\n\n已结束。"),
        (4, "Cancelled.\n\n已取消。"),
    ])
}
