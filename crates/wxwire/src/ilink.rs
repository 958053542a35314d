//! iLink, WeChat's own API for bots of personal accounts. A bearer token comes by a QR code; one number, `ret` -2, has
//! several meanings, which only its words tell apart.
#![cfg_attr(doc, doc = include_str!("../docs/ilink.md"))]

mod callback;
mod caller;
mod errcode;
mod get_updates;
mod imitation;
mod item;
mod login;
mod media;
mod message;
mod receiving;
mod send_message;

pub use caller::{AppId, AuthorizationType, BaseInfo, Caller};
pub use get_updates::{GetUpdates, GetUpdatesReply};
pub use item::{FileItem, ImageItem, Item, PartialText, RefMsg, TextItem, VideoItem, VoiceItem};
pub use media::Media;
pub use message::Message;
pub use send_message::{Msg, SendMessage, SendMessageReply};

use crate::credential::{Credential, SecretName};
use crate::lang::Words;
use crate::layer::json::{Kind, Value};
use crate::operation::{Callback, Codes, Gateway, Incoming, operations};
use crate::verdict::{Judge, Why, integer, integer_or_no, is_code};
pub(crate) use login::LOGIN;
pub(crate) use receiving::RECEIVING;

operations!(SendMessage, GetUpdates);

/// The token of a login.
pub const TOKEN: Credential =
    Credential::bearer("token", Words::new("扫码登录得到的 bot_token", "the bot_token of a login by QR code"));

/// Its page. The vendor keeps the protocol's description beside a client.
const PAGE: &str = "https://github.com/Tencent/openclaw-weixin";

/// The gateway.
#[derive(Debug)]
pub struct Ilink;

impl Gateway for Ilink {
    const NAME: &str = "ilink";
    const TITLE: Words = Words::new("微信 iLink", "iLink (WeChat's bots)");
    const BASE_URL: Option<&str> = Some("https://ilinkai.weixin.qq.com");
    const BASE_URL_HELP: Words =
        Words::new("官方地址；登录后以登录结果中的 baseurl 为准", "the official address; after a login, its baseurl");
    const CREDENTIALS: &[Credential] = &[TOKEN];
    const ENVELOPE: &[&str] = &["ret", "errcode", "errmsg"];
    // Who sends a message on needs its context_token and a file's aes_key.
    const SECRETS: &[SecretName] = &[SecretName::ending("bot_token"), SecretName::anywhere("local_token_list")];
}

impl Incoming for Ilink {
    fn judge(&self, reply: Value<'_>, judge: &mut Judge) {
        let told = |name: &str| reply.get(name).filter(|value| value.kind() != Kind::Null);
        let (ret, errcode, words) = (told("ret"), told("errcode"), told("errmsg"));
        let no = [errcode, ret].into_iter().flatten().find(|code| integer(*code) != Some(0));
        judge.vendor(no.or(ret).or(errcode), words);
        for name in ["ret", "errcode"].into_iter().filter(|name| told(name).is_some()) {
            if let Some((code, number @ (1.. | ..=-1))) = judge.read(reply, name, integer_or_no) {
                let (why, meaning) = errcode::meaning(number, words.and_then(Value::as_str).as_deref());
                judge.code(code, why, meaning);
            }
        }
        // What some calls bring is documented without a code beside it.
        if ret.or(errcode).is_none() && told("upload_param").or(told("typing_ticket")).is_none() {
            judge.absent(reply, "ret", Why::NoCode);
        }
    }

    fn recognises(&self, reply: Value<'_>) -> bool {
        let has = |name: &str| reply.get(name).is_some();
        let is_number = |name: &str| reply.get(name).is_some_and(is_code);
        // GeWe has `ret` as well, beside `msg` or `data`.
        let is_reply = is_number("ret") && !has("msg") && !has("data");
        is_reply && ["errmsg", "message_id", "get_updates_buf", "typing_ticket", "upload_param"].into_iter().any(has)
            || has("qrcode") && has("qrcode_img_content")
            || has("status") && has("ilink_bot_id")
    }

    fn callbacks(&self) -> &'static [Callback] {
        &callback::CALLBACKS
    }

    fn codes(&self) -> Option<&'static Codes> {
        Some(&errcode::CODES)
    }

    fn is_expired(&self, code: i64) -> bool {
        errcode::is_expired(code)
    }
}

#[cfg(test)]
mod tests;
