//! 云真机 Yunzhenji. The credentials go into the body, error text is in `message`, and a message was taken in only if its
//! number comes back.
#![cfg_attr(doc, doc = include_str!("../docs/yunzhenji.md"))]

mod callback;
mod errcode;
mod imitation;
mod oauth_token;
mod query_task;
mod rapid_send_message;
mod receiving;
mod send_message;

pub use oauth_token::{GrandType, OauthToken, OauthTokenData, OauthTokenReply};
pub use query_task::{QueryTask, QueryTaskData, QueryTaskReply, TaskResult};
pub use rapid_send_message::{RapidMessage, RapidSendMessage, RapidSendMessageReply};
pub use send_message::{
    AnnouncementContent, Content, FileContent, Item, LinkContent, Message, PictureContent, Queued, SendId, SendMessage,
    SendMessageReply, TextContent, VoiceContent,
};

use crate::credential::{Credential, SecretName};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Callback, Codes, Gateway, Incoming, operations};
use crate::verdict::{Judge, integer_or_text, is_code};
pub(crate) use receiving::RECEIVING;

operations!(SendMessage, RapidSendMessage, QueryTask, OauthToken);

/// The app's id.
pub const APP_ID: Credential = Credential::body("app_id", Words::new("AppID", "AppID"));

/// The app's secret, for a token.
pub const APP_SECRET: Credential = Credential::body("app_secret", Words::new("AppSecret", "AppSecret"));

/// The token of /oauth/token.
pub const ACCESS_TOKEN: Credential = Credential::body(
    "access_token",
    Words::new("/oauth/token 返回的 token，有效期 7200 秒", "the token of /oauth/token, good for 7200 s"),
);

/// The gateway.
#[derive(Debug)]
pub struct Yunzhenji;

impl Gateway for Yunzhenji {
    const NAME: &str = "yunzhenji";
    const TITLE: Words = Words::new("云真机", "Yunzhenji (云真机)");
    const BASE_URL: Option<&str> = Some("https://oapi-yzj.miaokol.com");
    const BASE_URL_HELP: Words = Words::new("官方地址", "the official address");
    const CREDENTIALS: &[Credential] = &[APP_ID, ACCESS_TOKEN];
    const ENVELOPE: &[&str] = &["errcode", "message"];
    const CONTENT_TYPE: &str = "application/json; charset=UTF-8";
    const SECRETS: &[SecretName] =
        &[SecretName::ending("access_token"), SecretName::ending("app_secret"), SecretName::ending("encoding_aes_key")];
}

impl Incoming for Yunzhenji {
    fn judge(&self, reply: Value<'_>, judge: &mut Judge) {
        judge.vendor(reply.get("errcode"), reply.get("message"));
        // The sister console writes the code as text.
        if let Some((code, number @ (1.. | ..=-1))) = judge.read(reply, "errcode", integer_or_text) {
            judge.code(code, errcode::why(number), errcode::meaning(number));
        }
    }

    fn recognises(&self, reply: Value<'_>) -> bool {
        let has = |name: &str| reply.get(name).is_some();
        reply.get("errcode").is_some_and(is_code) && !has("errmsg") && (has("data") || has("message"))
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

/// What settles a message that was queued.
const SETTLED_BY: (&str, Words) = (
    "chatMsgSendFail",
    Words::new(
        "收到 chatMsgSendFail 回调即为失败；chatMsg 回调不能证明成功",
        "a callback chatMsgSendFail means failure; a callback chatMsg proves nothing",
    ),
);
