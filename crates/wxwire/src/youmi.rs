//! 友米聚合 Youmi, v2. A bearer token in a header; the code is the number `errmsg`, the text `errdesc`, the verdict
//! `succeed`.

#[cfg(feature = "derive")]
mod callback;
mod errcode;
mod send_public_message;

pub use send_public_message::{Flag, Message, Part, RelationType, SendPublicMessage, SendPublicMessageReply};

use serde_json::json;

use crate::lang::Words;
use crate::layer::json::{Kind, Value};
#[cfg(feature = "derive")]
use crate::operation::Callback;
use crate::operation::{Answer, Entry, Gateway, Refusal};
use crate::secret::SecretName;
use crate::secret::{Credential, Place};
use crate::verdict::{Judge, Why, flag, integer};

pub(crate) static OPERATIONS: [Entry; 1] = [Entry::of::<SendPublicMessage>()];

/// The gateway.
#[derive(Debug)]
pub enum Youmi {}

impl Gateway for Youmi {
    const NAME: &'static str = "youmi";
    const TITLE: Words = Words::new("友米聚合", "Youmi (友米聚合)");
    // The documents name the host of the token, not that of the calls.
    const BASE_URL: Option<&'static str> = None;
    const BASE_URL_HELP: Words =
        Words::new("文档没有给出接口域名，请向友米索取", "the documents name no host for the calls; ask Youmi for it");
    const CREDENTIALS: &'static [Credential] = &[
        Credential {
            name: "token",
            place: Place::Header("Authorization", "Bearer "),
            // Optional in the document's schema; in truth it takes one.
            required: true,
            title: Words::new("connect/token 返回的 access_token", "the access_token of connect/token"),
        },
        Credential {
            name: "tenant_id",
            place: Place::Header("TenantId", ""),
            required: false,
            title: Words::new("租户 ID，仅限代理商", "tenant id, agents only"),
        },
    ];
    // The first API signs its calls with the app key.
    const SECRETS: &'static [SecretName] =
        &[SecretName::ending("access_token"), SecretName::ending("client_secret"), SecretName::anywhere("app_key")];

    fn judge(reply: Value<'_>, judge: &mut Judge) {
        let code = reply.get("errmsg").filter(|code| code.kind() != Kind::Null);
        judge.vendor(code, reply.get("errdesc"));
        let Some((succeed, yes)) = judge.read(reply, "succeed", flag) else { return };
        let number = code.and_then(integer);
        match (code, number, yes == 1) {
            (None, _, true) => {}
            (_, Some(number), true) if errcode::is_success(number) => {}
            // No, whatever `succeed` says: the table knows this code.
            (Some(code), Some(number), _) if errcode::error(number).is_some() => {
                judge.code(code, errcode::error(number).unwrap_or(Why::Code), errcode::meaning(number));
            }
            (Some(code), _, true) => judge.at(code, Why::UnknownCode, code.source()),
            // A code of a success beside it says nothing of what is wrong.
            (Some(code), Some(number), false) if !errcode::is_success(number) => judge.code(code, Why::Code, None),
            (_, _, false) => judge.at(succeed, Why::Code, "succeed"),
        }
    }

    fn recognises(reply: Value<'_>) -> bool {
        reply.get("succeed").is_some_and(|succeed| succeed.kind() == Kind::Bool) && reply.get("errmsg").is_some()
    }

    #[cfg(feature = "derive")]
    fn callbacks() -> &'static [Callback] {
        &callback::CALLBACKS
    }

    fn refuse(refusal: &Refusal) -> Answer {
        // Codes of v1; those of v2 are not known.
        let (code, words) = match refusal {
            Refusal::UnknownPath => return Answer::bare(404),
            Refusal::WrongMethod => return Answer::bare(405),
            Refusal::NoCredential(_) => (200_001, "没有填写TOKEN"),
            Refusal::BadCredential(_) => (10003, "令牌失效"),
            Refusal::BadBody(_) => (200_012, "用户传参错误"),
            Refusal::RateLimited => (200_019, "操作失败"),
        };
        Answer::ok(json!({
            "requestId": "mock", "errmsg": code, "succeed": false, "msgTime": "2026-01-01T08:00:00+08:00",
            "values": null, "errdesc": words,
        }))
    }
}
