//! 云真机 Yunzhenji. The credentials go into the body, error text is in `message`, and a message was taken in only if its
//! number comes back.

#[cfg(feature = "derive")]
mod callback;
mod send_message;

pub use send_message::{Content, Item, Message, SendId, SendMessage, SendMessageReply};

use serde_json::json;

use crate::lang::Words;
use crate::layer::json::{Kind, Value};
#[cfg(feature = "derive")]
use crate::operation::Callback;
use crate::operation::{Answer, Entry, Gateway, Refusal};
use crate::secret::{Credential, Place};
use crate::verdict::{Judge, Why};

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

    fn judge(reply: Value<'_>, judge: &mut Judge) {
        let code = reply.get("errcode");
        judge.vendor(code, reply.get("message"));
        // The sister console writes the code as text.
        let number = code.and_then(|code| code.as_i64().or_else(|| code.as_str()?.parse().ok()));
        match (code, number) {
            (Some(_), Some(0)) => {}
            (Some(code), Some(number)) => {
                let (why, meaning) = meaning(number);
                judge.code(code, why, meaning);
            }
            (Some(code), None) => judge.at(code, Why::NoCode, code.source()),
            (None, _) => judge.absent(reply, "errcode", Why::NoCode),
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

/// What a code says about the call; the vendor's table is complete with these.
fn meaning(code: i64) -> (Why, Option<Words>) {
    let credentials = |zh, en| (Why::Credentials, Some(Words::new(zh, en)));
    match code {
        101 => credentials("app_id 错误", "app_id wrong"),
        102 => credentials("app_secret 错误", "app_secret wrong"),
        103 => credentials("grant_type 错误", "grant_type wrong"),
        110 => credentials("access_token 错误", "access_token wrong"),
        111 => credentials("access_token 已过期，请重新获取", "access_token expired, fetch a new one"),
        112 => credentials("access_token 为空", "access_token empty"),
        113 => credentials("IP 不在白名单", "IP not on the white list"),
        114 => credentials("API 订单已过期", "the API order has expired"),
        405 => (Why::Code, Some(Words::new("请求方法不正确", "wrong method"))),
        406 => (Why::Code, Some(Words::new("参数错误", "a parameter is wrong"))),
        407 => (Why::RateLimited, None),
        _ => (Why::Code, None),
    }
}
