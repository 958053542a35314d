//! [发送语音消息](https://doc.geweapi.com/api-139908316): sends voice.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{Posted, Reply, posted};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::{Code, Problem, Severity, Source};

/// Endings of other sound files.
const OTHERS: [&str; 8] = [".mp3", ".wav", ".amr", ".m4a", ".aac", ".ogg", ".opus", ".flac"];

/// Sends voice. · 发送语音。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostVoice {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The address of the voice. Silk only. · 语音地址。只支持 silk。
    pub voice_url: String,
    /// The duration. In milliseconds. · 时长。单位为毫秒。
    #[schemars(range(min = 100), extend("x-source" = "inferred", "x-unit" = "milliseconds"))]
    pub voice_duration: i64,
}

impl Operation for PostVoice {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_post_voice";
    const TITLE: Words = Words::new("发送语音消息", "Send voice");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/postVoice";
    const PAGE: &str = "https://doc.geweapi.com/api-139908316";
    const REPLY: &str = posted!(34);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values =
            Self { chat: Chat::with_friend(), voice_url: "https://example.com/a.silk".into(), voice_duration: 2000 };
        vec![Example::new("two_seconds", Words::new("两秒", "Two seconds"), values)]
    }

    /// Only silk is taken; the name of the file may tell that it is something else.
    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        let Some(address) = values.get("voiceUrl") else { return };
        let text = address.as_str().unwrap_or_default().to_ascii_lowercase();
        let file = text.split(['?', '#']).next().unwrap_or_default();
        if OTHERS.iter().any(|ending| file.ends_with(ending)) {
            let problem = Problem::new(Code::WrongForm).severity(Severity::Warning).source(Source::Documented);
            problems.push(problem.expected("….silk").found(&text).on(address));
        }
    }
}
