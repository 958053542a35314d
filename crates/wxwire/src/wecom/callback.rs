//! What WeCom sends by itself, and what it is answered with: XML, decrypted or not; robots send JSON, too.

mod app;
mod living;
mod passive;
mod robot;
mod suite;

use schemars::JsonSchema;

use crate::lang::Words;
use crate::layer::xml::Element;
use crate::operation::{Callback, Root, has};

pub(super) static CALLBACKS: [Callback; 10] = [
    // What a receiver answers a callback with: the same envelope, signed.
    Callback::of::<Envelope>(
        "wecom.reply_encrypted_xml",
        Words::new("企业微信被动回复（加密，XML）", "passive reply to a WeCom callback, encrypted, XML"),
        Words::new("根元素 <xml> 中有 <Encrypt> 和 <MsgSignature>", "<Encrypt> and <MsgSignature> in the root <xml>"),
        |root| xml(root, &["Encrypt", "MsgSignature"]).is_some(),
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
        |root| xml(root, &["Encrypt"]).is_some(),
    ),
    Callback::of::<suite::Info>(
        "wecom.suite_callback",
        Words::new("企业微信第三方应用回调", "WeCom callback of a third-party app"),
        Words::new("根元素 <xml> 中有 <SuiteId> 和 <InfoType>", "<SuiteId> and <InfoType> in the root <xml>"),
        |root| xml(root, &["SuiteId", "InfoType"]).is_some(),
    ),
    Callback::of::<robot::Xml>(
        "wecom.robot_callback_xml",
        Words::new("企业微信群机器人回调（XML）", "WeCom robot callback, XML"),
        Words::new("根元素 <xml> 中有 <WebhookUrl> 和 <MsgType>", "<WebhookUrl> and <MsgType> in the root <xml>"),
        |root| xml(root, &["WebhookUrl", "MsgType"]).is_some(),
    ),
    Callback::of::<living::StatusChange>(
        "wecom.living_status_change",
        Words::new("企业微信回调：直播状态变更", "WeCom callback: a live's state changed"),
        Words::new("<Event> 为 living_status_change", "<Event> is living_status_change"),
        |root| is_event(root) && xml(root, &["Event"]).is_some_and(|xml| says(xml, "Event", "living_status_change")),
    ),
    Callback::of::<app::Message>(
        "wecom.callback",
        Words::new("企业微信回调", "WeCom callback"),
        Words::new(
            "根元素 <xml> 中有 <Event>，或有 <MsgType> 和 <AgentID>",
            "<Event>, or <MsgType> and <AgentID>, in the root <xml>",
        ),
        |root| is_event(root) || is_message(root),
    ),
    Callback::of::<passive::Reply>(
        "wecom.passive_reply",
        Words::new("企业微信被动回复", "passive reply to a WeCom message"),
        Words::new(
            "根元素 <xml> 中有 <MsgType>，没有 <MsgId> 和 <AgentID>",
            "<MsgType> in the root <xml>, and neither <MsgId> nor <AgentID>",
        ),
        is_passive_reply,
    ),
    Callback::of::<Envelope>(
        "wecom.encrypted_json",
        Words::new("企业微信回调（加密，JSON）", "WeCom callback, encrypted, JSON"),
        Words::new("含有 encrypt", "it has encrypt"),
        |root| has(root, &["encrypt"]),
    ),
    Callback::of::<robot::Json>(
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

/// The root `<xml>` of a document that has all of these elements.
fn xml<'t>(root: Root<'t>, names: &[&str]) -> Option<Element<'t>> {
    let Root::Xml(xml) = root else { return None };
    (xml.name() == "xml" && names.iter().all(|name| xml.child(name).is_some())).then_some(xml)
}

fn says(xml: Element<'_>, name: &str, text: &str) -> bool {
    xml.child(name).is_some_and(|child| child.text().trim() == text)
}

/// A message or an event of WeCom: Official Accounts (公众号) send the same form, and go by an id of their own, `gh_…`.
fn of_wecom<'t>(root: Root<'t>, names: &[&str]) -> Option<Element<'t>> {
    let is_account = |xml: Element<'t>, name| xml.child(name).is_some_and(|id| id.text().trim().starts_with("gh_"));
    xml(root, names).filter(|xml| !is_account(*xml, "ToUserName") && !is_account(*xml, "FromUserName"))
}

fn is_event(root: Root<'_>) -> bool {
    of_wecom(root, &["MsgType", "Event"]).is_some_and(|xml| says(xml, "MsgType", "event"))
}

/// Whether it is a message: WeCom names the app that it was written to, or else the company by its id.
fn is_message(root: Root<'_>) -> bool {
    let is_company = |xml: Element<'_>| xml.child("ToUserName").is_some_and(|id| is_corpid(id.text().trim()));
    of_wecom(root, &["MsgType"]).is_some_and(|xml| xml.child("AgentID").is_some() || is_company(xml))
}

fn is_passive_reply(root: Root<'_>) -> bool {
    let names = ["MsgType", "ToUserName", "FromUserName"];
    of_wecom(root, &names).is_some_and(|xml| xml.child("MsgId").is_none() && xml.child("AgentID").is_none())
}

/// Whether an id has the form of a company's: `ww` or `wx`, and 16 hexadecimal digits.
fn is_corpid(id: &str) -> bool {
    let digits = id.strip_prefix("ww").or(id.strip_prefix("wx"));
    digits.is_some_and(|digits| digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
