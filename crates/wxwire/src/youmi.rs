//! 友米聚合 Youmi, v2. A bearer token in a header; the code is the number `errmsg`, the text `errdesc`, the verdict
//! `succeed`.
#![cfg_attr(doc, doc = include_str!("../docs/youmi.md"))]

mod activation_conversation;
mod apply_take_over;
mod callback;
mod connect_token;
mod errcode;
mod imitation;
mod receiving;
mod register_callback_url;
mod reply;
mod send_public_message;
mod subscribe_event;
pub mod v1;

pub use activation_conversation::ActivationConversation;
pub use apply_take_over::ApplyTakeOver;
pub use connect_token::{ConnectToken, ConnectTokenReply, GrantType, Scope};
pub use register_callback_url::RegisterCallbackUrl;
pub use reply::Reply;
pub use send_public_message::{
    File, Flag, Link, Message, Part, RelationType, SendPublicMessage, SendPublicMessageReply, Task, Video,
};
pub use subscribe_event::SubscribeEvent;
use v1::GetAccessToken;

use crate::credential::{Credential, SecretName};
use crate::lang::Words;
use crate::layer::json::{Kind, Value};
use crate::operation::{Callback, Codes, Gateway, Incoming, Section, operations};
use crate::verdict::words::WELL;
use crate::verdict::{Judge, Why, flag, integer_or_no};
pub(crate) use receiving::RECEIVING;

operations!(
    SendPublicMessage,
    ApplyTakeOver,
    ActivationConversation,
    ConnectToken,
    RegisterCallbackUrl,
    SubscribeEvent,
    GetAccessToken,
);

const ACCESS: Section = Section::new("access", Words::new("接入", "access"));
const CHATS: Section = Section::new("chat_mess", Words::new("会话", "chats"));

/// The client's id, for a token.
pub const CLIENT_ID: Credential =
    Credential::body("client_id", Words::new("y 加 32 位十六进制", "`y` and 32 hex digits"));

/// The client's secret, for a token.
pub const CLIENT_SECRET: Credential = Credential::body("client_secret", Words::new("32 位十六进制", "32 hex digits"));

/// The access token of connect/token. Optional in the document's schema; in truth each call takes one.
pub const TOKEN: Credential =
    Credential::bearer("token", Words::new("connect/token 返回的 access_token", "the access_token of connect/token"));

/// The id of a tenant: for agents only.
pub const TENANT_ID: Credential =
    Credential::header("tenant_id", "TenantId", Words::new("租户 ID，仅限代理商", "tenant id, agents only")).optional();

/// The gateway.
#[derive(Debug)]
pub struct Youmi;

impl Gateway for Youmi {
    const NAME: &str = "youmi";
    const TITLE: Words = Words::new("友米聚合", "Youmi (友米聚合)");
    // The documents name the host of the token, not that of the calls.
    const BASE_URL: Option<&str> = None;
    const BASE_URL_HELP: Words =
        Words::new("文档没有给出接口域名，请向友米索取", "the documents name no host for the calls; ask Youmi for it");
    const CREDENTIALS: &[Credential] = &[TOKEN, TENANT_ID];
    const ENVELOPE: &[&str] = &["requestId", "errmsg", "succeed", "msgTime", "errdesc"];
    // The first API signs its calls with the app key.
    const SECRETS: &[SecretName] =
        &[SecretName::ending("access_token"), SecretName::ending("client_secret"), SecretName::anywhere("app_key")];
}

impl Incoming for Youmi {
    fn judge(&self, reply: Value<'_>, judge: &mut Judge) {
        let code = reply.get("errmsg").filter(|code| code.kind() != Kind::Null);
        judge.vendor(code, reply.get("errdesc"));
        let Some((succeed, yes)) = judge.read(reply, "succeed", flag) else { return };
        let number = code.and_then(integer_or_no);
        match (code, number, yes == 1) {
            (None, _, true) => {}
            (_, Some(number), true) if errcode::is_success(number) => {}
            // No, whatever `succeed` says: the table knows this code.
            (Some(code), Some(number), _) if errcode::error(number).is_some() => {
                judge.code(code, errcode::error(number).unwrap_or(Why::Code), errcode::meaning(number));
            }
            // Words of an error beside it say no as well, and so does what is an error wherever codes are numbers.
            (Some(code), number, true)
                if reply.get("errdesc").is_some_and(|words| !words.is_str(""))
                    || matches!(number, Some(..0 | 400..600))
                    || code.as_str().is_some_and(|text| !WELL.contains(&&*text)) =>
            {
                judge.unclear(code);
            }
            (Some(code), _, true) => judge.at(code, Why::UnknownCode, code.source()),
            // A code of a success beside it says nothing of what is wrong.
            (Some(code), Some(number), false) if !errcode::is_success(number) => judge.code(code, Why::Code, None),
            (_, _, false) => judge.at(succeed, Why::Code, "succeed"),
        }
    }

    fn recognises(&self, reply: Value<'_>) -> bool {
        reply.get("succeed").is_some_and(|succeed| succeed.kind() == Kind::Bool) && reply.get("errmsg").is_some()
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
