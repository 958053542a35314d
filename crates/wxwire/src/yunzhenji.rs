//! 云真机 Yunzhenji. The credentials go into the body, error text is in `message`, and a message was taken in only if its
//! number comes back.

#[cfg(feature = "derive")]
mod callback;
mod errcode;
mod send_message;

pub use send_message::{Content, Item, Message, SendId, SendMessage, SendMessageReply};

use serde_json::json;

use crate::lang::Words;
use crate::layer::json::{Kind, Value};
#[cfg(feature = "derive")]
use crate::operation::Callback;
use crate::operation::{Answer, Entry, Gateway, Refusal};
use crate::secret::SecretName;
use crate::secret::{Credential, Place};
use crate::verdict::{Judge, integer_or_text};

pub(crate) static OPERATIONS: [Entry; 1] = [Entry::of::<SendMessage>()];

/// The gateway.
#[derive(Debug)]
pub enum Yunzhenji {}

impl Gateway for Yunzhenji {
    const NAME: &'static str = "yunzhenji";
    const TITLE: Words = Words::new("云真机", "Yunzhenji (云真机)");
    const BASE_URL: Option<&'static str> = Some("https://oapi-yzj.miaokol.com");
    const BASE_URL_HELP: Words = Words::new("官方地址", "the official address");
    const CREDENTIALS: &'static [Credential] = &[
        Credential {
            name: "app_id",
            place: Place::Body("app_id"),
            required: true,
            title: Words::new("AppID", "AppID"),
        },
        Credential {
            name: "access_token",
            place: Place::Body("access_token"),
            required: true,
            title: Words::new(
                "/oauth/token 返回的 token，有效期 7200 秒",
                "the token of /oauth/token, good for 7200 s",
            ),
        },
    ];
    const CONTENT_TYPE: &'static str = "application/json; charset=UTF-8";
    const SECRETS: &'static [SecretName] = &[
        SecretName::ending("access_token"),
        SecretName::ending("app_secret"),
        SecretName::anywhere("encoding_aes_key"),
    ];

    fn judge(reply: Value<'_>, judge: &mut Judge) {
        judge.vendor(reply.get("errcode"), reply.get("message"));
        // The sister console writes the code as text.
        if let Some((code, number @ (1.. | ..=-1))) = judge.read(reply, "errcode", integer_or_text) {
            judge.code(code, errcode::why(number), errcode::meaning(number));
        }
    }

    fn recognises(reply: Value<'_>) -> bool {
        let list = reply.get("data").is_some_and(|data| data.kind() == Kind::Array);
        reply.get("errcode").is_some() && reply.get("errmsg").is_none() && (list || reply.get("message").is_some())
    }

    #[cfg(feature = "derive")]
    fn callbacks() -> &'static [Callback] {
        &callback::CALLBACKS
    }

    fn refuse(refusal: &Refusal) -> Answer {
        let code = match refusal {
            Refusal::UnknownPath => return Answer::bare(404),
            Refusal::WrongMethod => 405,
            Refusal::NoCredential("access_token") => 112,
            Refusal::BadCredential("access_token") => 110,
            Refusal::NoCredential(_) | Refusal::BadCredential(_) => 101,
            Refusal::BadBody(_) => 406,
            Refusal::RateLimited => 407,
        };
        let words = match code {
            101 => "app_id错误",
            110 => "access_token错误",
            112 => "access_token为空",
            405 => "请求方法不正确",
            406 => "参数错误",
            _ => "超出系统限制",
        };
        Answer::ok(json!({"errcode": code, "message": words}))
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
