//! What WeCom sends by itself, and what it is answered with: XML or JSON, decrypted or not.

mod kinds;

use schemars::JsonSchema;

use self::kinds::{AIBOT, APP, KF, PASSIVE, ROBOT, ROBOT_REPLY, key};
use super::settle;
use crate::lang::Words;
use crate::operation::{Callback, Root, has};

pub(super) static CALLBACKS: [Callback; 13] = [
    Callback::of::<Verification>(
        "wecom.verification",
        Words::new(
            "企业微信验证回调地址，返回解密后的 echostr",
            "WeCom tries the callback address; the decrypted echostr answers it",
        ),
        Words::new(
            "参数中有 msg_signature、timestamp、nonce 和 echostr",
            "its query has msg_signature, timestamp, nonce and echostr",
        ),
        |root| has(root, &["msg_signature", "timestamp", "nonce", "echostr"]),
    ),
    // What a receiver answers a callback with: the same envelope, signed.
    Callback::of::<Envelope>(
        "wecom.reply_encrypted_xml",
        Words::new("企业微信被动回复（加密，XML）", "passive reply to a WeCom callback, encrypted, XML"),
        Words::new("根元素 <xml> 中有 <Encrypt> 和 <MsgSignature>", "<Encrypt> and <MsgSignature> in the root <xml>"),
        |root| xml(root, &["Encrypt", "MsgSignature"]),
    )
    .answering(),
    Callback::of::<Envelope>(
        "wecom.reply_encrypted_json",
        Words::new("企业微信被动回复（加密，JSON）", "passive reply to a WeCom callback, encrypted, JSON"),
        Words::new("含有 encrypt 和 msgsignature", "it has encrypt and msgsignature"),
        |root| has(root, &["encrypt", "msgsignature"]),
    )
    .answering(),
    Callback::of::<Envelope>(
        "wecom.encrypted_xml",
        Words::new("企业微信回调（加密，XML）", "WeCom callback, encrypted, XML"),
        Words::new("根元素 <xml> 中有 <Encrypt>", "<Encrypt> in the root <xml>"),
        |root| xml(root, &["Encrypt"]),
    ),
    Callback::new(
        "wecom.suite_callback",
        Words::new("企业微信第三方应用回调", "WeCom callback of a third-party app"),
        Words::new(
            "含有 InfoType，以及 SuiteId、AuthCorpId 或 ServiceCorpId",
            "it has InfoType, and SuiteId, AuthCorpId or ServiceCorpId",
        ),
        |root| {
            let is_provider = ["SuiteId", "AuthCorpId", "ServiceCorpId"].iter().any(|name| root.has(&[name]));
            root.has(&["InfoType"]) && is_provider
        },
    )
    .of_kinds(&APP, |root| key(root, "info", &[&["InfoType"], &["ChangeType"]])),
    Callback::new(
        "wecom.robot_callback_xml",
        Words::new("企业微信群机器人回调（XML）", "WeCom robot callback, XML"),
        Words::new("根元素 <xml> 中有 <WebhookUrl> 和 <MsgType>", "<WebhookUrl> and <MsgType> in the root <xml>"),
        |root| xml(root, &["WebhookUrl", "MsgType"]),
    )
    .of_kinds(&ROBOT, |root| key(root, "xml", &[&["MsgType"]])),
    Callback::new(
        "wecom.callback",
        Words::new("企业微信回调", "WeCom callback"),
        Words::new(
            "含有 Event，或 MsgType 和 AgentID（或企业的 CorpID）",
            "it has Event, or MsgType and AgentID, or a company's id",
        ),
        |root| is_event(root) || is_message(root),
    )
    .of_kinds(&APP, |root| match is_event(root) {
        true => key(root, "event", &[&["Event"], &["ChangeType"]]),
        false => key(root, "message", &[&["MsgType"]]),
    }),
    Callback::new(
        "wecom.passive_reply",
        Words::new("企业微信被动回复", "passive reply to a WeCom message"),
        Words::new(
            "含有 MsgType、ToUserName 和 FromUserName，没有 MsgId 和 AgentID",
            "it has MsgType, ToUserName and FromUserName, and neither MsgId nor AgentID",
        ),
        is_passive_reply,
    )
    .of_kinds(&PASSIVE, |root| match ["Button", "TaskCard"].iter().find(|name| root.has(&[name])) {
        Some(card) => format!("reply {card}"),
        None => key(root, "reply", &[&["MsgType"]]),
    })
    .answering(),
    Callback::of::<Envelope>(
        "wecom.encrypted_json",
        Words::new("企业微信回调（加密，JSON）", "WeCom callback, encrypted, JSON"),
        Words::new("含有 encrypt", "it has encrypt"),
        |root| has(root, &["encrypt"]),
    ),
    Callback::new(
        "wecom.robot_callback",
        Words::new("企业微信群机器人回调", "WeCom robot callback"),
        Words::new("含有 webhook_url、msgid 和 msgtype", "it has webhook_url, msgid and msgtype"),
        |root| has(root, &["webhook_url", "msgid", "msgtype"]),
    )
    .of_kinds(&ROBOT, |root| key(root, "json", &[&["msgtype"]])),
    Callback::new(
        "wecom.aibot_callback",
        Words::new("企业微信智能机器人回调", "WeCom AI bot callback"),
        Words::new("含有 aibotid 和 msgtype", "it has aibotid and msgtype"),
        |root| has(root, &["aibotid", "msgtype"]),
    )
    .of_kinds(&AIBOT, |root| key(root, "message", &[&["msgtype"], &["event", "eventtype"]])),
    Callback::new(
        "wecom.kf_message",
        Words::new("微信客服消息", "WeChat customer service"),
        Words::new(
            "含有 msgtype 和 open_kfid，没有 touser，是 sync_msg 返回的一条",
            "it has msgtype and open_kfid, and no touser: an item of sync_msg",
        ),
        |root| {
            let is_of_account = has(root, &["open_kfid"]) || root.text(&["event", "open_kfid"]).is_some();
            let is_received = ["msgid", "origin", "send_time", "event"].iter().any(|name| root.has(&[name]));
            has(root, &["msgtype"]) && is_of_account && is_received && !root.has(&["touser"]) && !root.has(&["code"])
        },
    )
    .of_kinds(&KF, |root| key(root, "message", &[&["msgtype"], &["event", "event_type"]]))
    .judged_by(settle::kf_message),
    Callback::new(
        "wecom.robot_reply",
        Words::new("企业微信群机器人被动回复", "passive reply of a WeCom robot"),
        Words::new(
            "含有 visible_to_user 和 msgtype，没有 chatid 和 post_id",
            "it has visible_to_user and msgtype, and neither chatid nor post_id",
        ),
        |root| has(root, &["visible_to_user", "msgtype"]) && !root.has(&["chatid"]) && !root.has(&["post_id"]),
    )
    .of_kinds(&ROBOT_REPLY, |root| key(root, "reply", &[&["msgtype"]]))
    .answering(),
];

/// The query that an address is tried with.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Verification {
    /// The signature: of the token, the time, the nonce and the ciphertext. · 签名，由 Token、时间戳、随机数和密文计算。
    msg_signature: String,
    /// When, in Unix seconds. · 时间戳。Unix 秒。
    #[schemars(extend("x-unit" = "seconds"))]
    timestamp: String,
    /// Random digits. · 随机数。
    nonce: String,
    /// The ciphertext; what is in it answers, within 1 second. · 密文，1 秒内返回解密后的明文。
    echostr: String,
}

/// The envelope around what is encrypted, in XML and in JSON.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
#[serde(rename_all = "PascalCase")]
struct Envelope {
    /// The ciphertext; its key is the app's EncodingAESKey. · 密文，密钥为应用的 EncodingAESKey。
    encrypt: Option<String>,
    /// The ciphertext; its key is the app's EncodingAESKey. · 密文，密钥为应用的 EncodingAESKey。
    #[serde(rename = "encrypt")]
    encrypt_json: Option<String>,
    /// Whom it is for: the company, or the suite. · 接收方：企业的 CorpID 或第三方应用的 SuiteId。
    to_user_name: Option<String>,
    /// Whom it is for: the company, or the suite. · 接收方：企业的 CorpID 或第三方应用的 SuiteId。
    #[serde(rename = "tousername")]
    to_user_name_json: Option<String>,
    /// The app. · 应用 id。
    #[serde(rename = "AgentID")]
    agent_id: Option<i64>,
    /// The app. · 应用 id。
    #[serde(rename = "agentid")]
    agent_id_json: Option<i64>,
    /// The signature: of the token, the time, the nonce and the ciphertext. · 签名，由 Token、时间戳、随机数和密文计算。
    msg_signature: Option<String>,
    /// The signature: of the token, the time, the nonce and the ciphertext. · 签名，由 Token、时间戳、随机数和密文计算。
    #[serde(rename = "msgsignature")]
    msg_signature_json: Option<String>,
    /// When, in Unix seconds. · 时间戳。Unix 秒。
    #[schemars(extend("x-unit" = "seconds"))]
    time_stamp: Option<i64>,
    /// When, in Unix seconds. · 时间戳。Unix 秒。
    #[serde(rename = "timestamp")]
    #[schemars(extend("x-unit" = "seconds"))]
    time_stamp_json: Option<i64>,
    /// Random digits. · 随机数。
    nonce: Option<String>,
    /// Random digits. · 随机数。
    #[serde(rename = "nonce")]
    nonce_json: Option<String>,
}

/// Whether the root is an `<xml>` that has all of these elements.
fn xml(root: Root<'_>, names: &[&str]) -> bool {
    matches!(root, Root::Xml(_)) && root.has(names)
}

/// A message or an event of WeCom: Official Accounts (公众号) send the same form, and go by an id of their own, `gh_…`.
fn is_of_wecom(root: Root<'_>) -> bool {
    let is_account = |name| root.text(&[name]).is_some_and(|id| id.starts_with("gh_"));
    !is_account("ToUserName") && !is_account("FromUserName")
}

fn is_event(root: Root<'_>) -> bool {
    root.has(&["MsgType", "Event"]) && root.says("MsgType", "event") && is_of_wecom(root)
}

/// Whether it is a message: WeCom names the app that it was written to, or else the company by its id.
fn is_message(root: Root<'_>) -> bool {
    let is_company = || root.text(&["ToUserName"]).is_some_and(|id| is_corpid(&id));
    root.has(&["MsgType"]) && (root.has(&["AgentID"]) || is_company()) && is_of_wecom(root)
}

fn is_passive_reply(root: Root<'_>) -> bool {
    let is_reply = root.has(&["MsgType", "ToUserName", "FromUserName"]) && is_of_wecom(root);
    is_reply && !root.has(&["MsgId"]) && !root.has(&["AgentID"])
}

/// Whether an id has the form of a company's: `ww` or `wx`, and 16 hexadecimal digits.
fn is_corpid(id: &str) -> bool {
    let digits = id.strip_prefix("ww").or(id.strip_prefix("wx"));
    digits.is_some_and(|digits| digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
