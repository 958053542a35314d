//! [转发链接](https://doc.geweapi.com/api-139908326): forwards a link that was received.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::received;
use super::reply::{Posted, Reply, posted};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::Problem;

/// Forwards a link that was received. · 转发收到的链接。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ForwardUrl {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The received message. The whole Content of its callback: a `<msg>` with `<appmsg>`.
    ///
    /// 收到的消息。回调中的整个 Content，即含有 `<appmsg>` 的 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "msg"))]
    pub xml: String,
}

impl Operation for ForwardUrl {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_forward_url";
    const TITLE: Words = Words::new("转发链接", "Forward a link");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/forwardUrl";
    const PAGE: &str = "https://doc.geweapi.com/api-139908326";
    const REPLY: &str = posted!(5);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { chat: Chat::with_friend(), xml: include_str!("received/link.xml").trim_end().into() };
        vec![Example::new("link", Words::new("收到的链接", "A link received"), values)]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        received::LINK.check(values, problems);
    }

    fn is_its(values: Value<'_>) -> bool {
        received::LINK.is_in(values)
    }
}
