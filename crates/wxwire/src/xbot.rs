//! xbot, the hook gateway for the WeCom client (企微): one local port, one path, an envelope of `data`, `client_id` and
//! `type`. Its replies have no success code.
#![cfg_attr(doc, doc = include_str!("../docs/xbot.md"))]

mod callback;
mod envelope;
mod imitation;
mod messages;
mod receiving;
mod send;
mod send_img_v2;
mod send_live;
mod send_location;
mod send_text;
mod send_text_v2;
mod send_video_v2;
mod send_voice;

pub use envelope::{Envelope, EnvelopeReply, Message, TypeOf};
pub use send::{Send, SendReply};
pub use send_img_v2::ImgV2;
pub use send_live::{Live, SendLive, SendLiveReply, SendLiveType, Sent, SentMessage};
pub use send_location::Location;
pub use send_text::Text;
pub use send_text_v2::TextV2;
pub use send_video_v2::VideoV2;
pub use send_voice::Voice;

pub(crate) use receiving::RECEIVING;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use crate::credential::{Credential, SecretName};
use crate::lang::Words;
use crate::layer::document::MessageAt;
use crate::layer::json::{Kind, Value};
use crate::operation::{Callback, Gateway, Incoming, operations};
use crate::schema::choices;
use crate::verdict::{Judge, Why, flag, integer_or_text};

/// The operations of messages that need no more than their envelope.
type SendText = Envelope<Text>;
type SendTextV2 = Envelope<TextV2>;
type SendImgV2 = Envelope<ImgV2>;
type SendVideoV2 = Envelope<VideoV2>;
type SendVoice = Envelope<Voice>;
type SendLocation = Envelope<Location>;

operations!(SendLive, SendText, SendTextV2, SendImgV2, SendVideoV2, SendVoice, SendLocation, Send);

/// The token of a hosted xbot. Observed; the documents know none.
pub const TOKEN: Credential = Credential::header(
    "token",
    "token",
    Words::new("托管版 xbot 的 token（文档中没有）", "token of a hosted xbot (not documented)"),
)
.optional();

/// The gateway.
#[derive(Debug)]
pub struct Xbot;

impl Gateway for Xbot {
    const NAME: &str = "xbot";
    const TITLE: Words = Words::new("xbot（企微）", "xbot (WeCom client)");
    // The documented URL is `/` without a host.
    const BASE_URL: Option<&str> = None;
    const BASE_URL_HELP: Words = Words::new(
        "xbot 在本机端口上监听，例如 http://127.0.0.1:5557（见过 5557、5882、5887）",
        "xbot listens on a local port, such as http://127.0.0.1:5557 (5557, 5882 and 5887 were seen)",
    );
    const CREDENTIALS: &[Credential] = &[TOKEN];
    const ENVELOPE: &[&str] = &["data", "type", "err_code", "err_msg", "code", "msg"];
    // aes_key and auth_key are of a file: whoever sends it on needs them.
    const SECRETS: &[SecretName] = &[SecretName::ending("token"), SecretName::anywhere("secret")];
}

impl Incoming for Xbot {
    fn judge(&self, reply: Value<'_>, judge: &mut Judge) {
        // Observed: one client's server answers with err_code and err_msg, a relay with code and msg.
        let told = |name| reply.get(name).filter(|value| value.kind() != Kind::Null);
        judge.vendor(told("err_code").or(told("code")), told("err_msg").or(told("msg")));
        // Whether a code says yes; none where there is no code.
        let mut yes = None;
        if told("err_code").is_some() {
            let read = judge.read(reply, "err_code", integer_or_text);
            if let Some((code, 1.. | ..=-1)) = read {
                judge.at(code, Why::Code, code.source());
            }
            yes = Some(matches!(read, Some((_, 0))));
        } else if let Some(code) = told("code").filter(|code| integer_or_text(*code) != Some(0)) {
            // After 15 s the relay gives up waiting. What else it may say is not known.
            let late = code.as_i64() == Some(500) && told("msg").is_some_and(|text| text.is_str("timeout"));
            judge.at(code, if late { Why::Timeout } else { Why::NoCode }, code.source());
            yes = Some(false);
        }
        // No success has a code; what is below 0 says that it is none.
        if let Some(status) = told("status").filter(|status| integer_or_text(*status).is_some_and(|status| status < 0))
        {
            judge.unclear(status);
        }
        match (reply.get("data").filter(|data| data.kind() == Kind::Object), yes) {
            (Some(data), _) if data.get("is_svr_fail").is_some() => {
                if let Some((failure, 1)) = judge.read(data, "is_svr_fail", flag) {
                    judge.at(failure, Why::InnerCode, "is_svr_fail");
                }
            }
            (Some(_), _) | (None, Some(false)) => {}
            // Many documented pages show `{}` as the answer: taken in, and nothing said.
            (None, Some(true)) => judge.absent(reply, "data", Why::NoId),
            (None, None) if reply.members().next().is_none() => judge.absent(reply, "data", Why::NoId),
            (None, None) => judge.absent(reply, "data", Why::NoCode),
        }
    }

    fn recognises(&self, reply: Value<'_>) -> bool {
        // A request and a callback have the same envelope, but with a client_id.
        let envelope = reply.get("type").is_some_and(|kind| kind.as_str().is_some_and(|kind| kind.starts_with("WW_")));
        let object = reply.get("data").is_some_and(|data| data.kind() == Kind::Object);
        let code = reply.get("err_code").is_some() && reply.get("err_msg").is_some();
        (envelope && object || code) && reply.get("client_id").is_none()
    }

    fn callbacks(&self) -> &'static [Callback] {
        &callback::CALLBACKS
    }

    fn messages(&self) -> Option<MessageAt> {
        Some(messages::message)
    }
}

/// A reply names the type of its request; one of another type answers something else.
fn answers_its_type(reply: Value<'_>, sent: Option<Value<'_>>, judge: &mut Judge) {
    let asked = sent.and_then(|sent| sent.get("type")).and_then(Value::as_str);
    if let Some((kind, asked)) = reply.get("type").zip(asked)
        && !kind.is_str(&asked)
    {
        judge.code(kind, Why::NoCode, None);
    }
}

/// Whether to wait for the result.
///
/// 是否等待结果。
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct IsSync(pub i64);

impl JsonSchema for IsSync {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "IsSync".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        choices(&[(0, "Do not wait\n\n不等待"), (1, "Wait for the result\n\n等待结果")])
    }
}

#[cfg(test)]
mod tests;
