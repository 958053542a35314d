//! WeCom's own API (企业微信). The token goes into the query, HTTP is 200 for its errors too, and the verdict is `errcode`.

#[cfg(feature = "derive")]
mod callback;
mod errcode;
mod living_create;

pub use living_create::{ActivityDetail, LivingCreate, LivingCreateReply, LivingType};

use serde_json::json;

use crate::lang::Words;
use crate::layer::json::{Kind, Value};
#[cfg(feature = "derive")]
use crate::operation::Callback;
use crate::operation::{Answer, Entry, Gateway, Refusal};
use crate::secret::SecretName;
use crate::secret::{Credential, Place};
use crate::verdict::{Judge, Why, integer};

pub(crate) static OPERATIONS: [Entry; 1] = [Entry::of::<LivingCreate>()];

/// The gateway.
#[derive(Debug)]
pub enum Wecom {}

impl Gateway for Wecom {
    const NAME: &'static str = "wecom";
    const TITLE: Words = Words::new("企业微信官方接口", "WeCom's own API");
    const BASE_URL: Option<&'static str> = Some("https://qyapi.weixin.qq.com");
    const BASE_URL_HELP: Words = Words::new("官方地址，只支持 https", "the official address; https only");
    // In a header or in the body it is ignored.
    const CREDENTIALS: &'static [Credential] = &[Credential {
        name: "access_token",
        place: Place::Query("access_token"),
        required: true,
        title: Words::new(
            "gettoken 返回的 access_token，有效期 7200 秒",
            "the access_token of gettoken, good for 7200 s",
        ),
    }];
    // A ticket in XML is WeChat's, of a friend request; response_code and selected_ticket are values of the next call. The
    // `key` of a webhook is all that it takes to send, the code of a response_url likewise.
    const SECRETS: &'static [SecretName] = &[
        SecretName::ending("access_token"),
        SecretName::ending("corpsecret"),
        SecretName::ending("secret"),
        SecretName::anywhere("encoding_aes_key"),
        SecretName::ending("jsapi_ticket"),
        SecretName::anywhere("suite_ticket"),
        SecretName::anywhere("model_ticket"),
        SecretName::anywhere("user_ticket"),
        SecretName::not_xml("ticket"),
        SecretName::anywhere("permanent_code"),
        SecretName::anywhere("auth_code"),
        SecretName::anywhere("pre_auth_code"),
        SecretName::anywhere("session_key"),
        SecretName::anywhere("secret_key"),
        SecretName::anywhere("pmi_pwd"),
        SecretName::anywhere("cookie_value"),
        SecretName::query("key", "/cgi-bin/webhook/"),
        SecretName::query("response_code", "/cgi-bin/aibot/response"),
    ];

    fn judge(reply: Value<'_>, judge: &mut Judge) {
        judge.vendor(reply.get("errcode"), reply.get("errmsg"));
        match judge.read(reply, "errcode", integer) {
            Some((_, 0)) => {}
            Some((code, number)) => {
                return judge.code(code, errcode::why(number), errcode::meaning(number));
            }
            None => return,
        }
        // A success whose text warns: the body was not understood as it was meant.
        if let Some(text) = reply.get("errmsg")
            && let Some(words) = text.as_str().filter(|words| words.contains("Warning"))
        {
            judge.at(text, Why::Warning, &words);
        }
        // Of several receivers, those that are wrong are left out, and the code is 0 all the same.
        for name in ["invaliduser", "invalidparty", "invalidtag", "unlicenseduser"] {
            let list = reply
                .get(name)
                .filter(|list| list.items().next().is_some() || list.as_str().is_some_and(|text| !text.is_empty()));
            if let Some(list) = list {
                judge.at(list, Why::Missing, list.source());
            }
        }
    }

    fn recognises(reply: Value<'_>) -> bool {
        reply.get("errcode").is_some_and(|code| code.kind() == Kind::Number) && reply.get("errmsg").is_some()
    }

    #[cfg(feature = "derive")]
    fn callbacks() -> &'static [Callback] {
        &callback::CALLBACKS
    }

    fn refuse(refusal: &Refusal) -> Answer {
        let (code, text) = match refusal {
            // Observed: an unknown path is 404 with an empty body.
            Refusal::UnknownPath => return Answer::bare(404),
            Refusal::NoCredential(_) => (41001, "access_token missing"),
            Refusal::BadCredential(_) => (40014, "invalid access_token"),
            Refusal::RateLimited => (45009, "api freq out of limit"),
            Refusal::WrongMethod | Refusal::BadBody(_) => (40058, "invalid Request Parameter"),
        };
        let hint = "hint: [1767225600000000000000000], from ip: 127.0.0.1";
        let text = format!("{text}, {hint}, more info at https://open.work.weixin.qq.com/devtool/query?e={code}");
        let headers = vec![("Error-Code", code.to_string()), ("Error-Msg", text.clone())];
        Answer { status: 200, headers, body: Some(json!({"errcode": code, "errmsg": text})) }
    }
}
