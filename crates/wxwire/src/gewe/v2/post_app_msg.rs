//! [发送 appmsg 消息](https://doc.geweapi.com/api-139908321): sends an `<appmsg>`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{Posted, Reply, posted};
use super::{Chat, IDS, SENDS, SERVER};
use crate::appmsg;
use crate::gewe::Gewe;
use crate::gewe::cards::CARDS;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::Problem;

/// Sends any `<appmsg>`: music, channels, a quote and more. · 发送任意 `<appmsg>`：音乐、视频号、引用等。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostAppMsg {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The message. The `<appmsg>` node only, without the `<msg>` around it.
    ///
    /// 消息的 xml。只要 `<appmsg>` 节点，不要外层 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "appmsg"))]
    pub appmsg: String,
}

impl Operation for PostAppMsg {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_post_app_msg";
    const TITLE: Words = Words::new("发送 appmsg 消息", "Send an app message");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/postAppMsg";
    const PAGE: &str = "https://doc.geweapi.com/api-139908321";
    const REPLY: &str = posted!(5);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let with = |xml: &str| Self { chat: Chat::with_friend(), appmsg: xml.trim_end().into() };
        let link = with(include_str!("received/appmsg.xml"));
        let link = Example::new("link", Words::new("一个链接", "A link"), link);
        let others = CARDS.into_iter().filter(|card| card.name != "link");
        [link].into_iter().chain(others.map(|card| Example::new(card.name, card.title, with(card.xml)))).collect()
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        appmsg::check_in(values, "appmsg", problems);
    }
}
