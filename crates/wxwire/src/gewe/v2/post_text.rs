//! [发送文字消息](https://doc.geweapi.com/api-139908313): sends text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{Posted, Reply, posted};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::gewe::mention::Mentions;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::Problem;

/// Sends text. A mention needs both: the wxid in `ats` and `@nick` in the text.
///
/// 发送文本。@ 群成员时，ats 填 wxid，content 中也须有 @昵称。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostText {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The text. A mention is written in it as `@nick`. · 文本。@ 的人以 `@昵称` 写在其中。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub content: String,
    /// Whom to mention. Wxids joined by commas; `notify@all` for the owner or an admin.
    ///
    /// @ 的人。wxid，用英文逗号连接；`notify@all` 仅限群主和管理员。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ats: Option<String>,
}

impl Operation for PostText {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_post_text";
    const TITLE: Words = Words::new("发送文字消息", "Send text");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/postText";
    const PAGE: &str = "https://doc.geweapi.com/api-139908313";
    const REPLY: &str = posted!(1);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let text = Self { chat: Chat::with_friend(), content: "下午好".into(), ats: None };
        let ats = Some("wxid_x7k2m9q4p1r322".into());
        let mention = Self { chat: Chat::room(), content: "@小北 下午好".into(), ats };
        vec![
            Example::new("text", Words::new("文本", "Text"), text),
            Example::new("mention", Words::new("群内 @ 成员", "A mention in a room"), mention),
        ]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        let [receiver, list, content] = ["toWxid", "ats", "content"].map(|name| values.get(name));
        Mentions { receiver, name: "ats", list, content }.check(problems);
    }
}
