//! [转发小程序](https://doc.geweapi.com/api-139908327): forwards a mini program that was received.

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

/// Forwards a mini program that was received. · 转发收到的小程序。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ForwardMiniApp {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The received message. The whole Content of its callback: a `<msg>` with `<appmsg>`.
    ///
    /// 收到的消息。回调中的整个 Content，即含有 `<appmsg>` 的 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "msg"))]
    pub xml: String,
    /// The address of the cover. · 封面图地址。
    pub cover_img_url: String,
}

impl Operation for ForwardMiniApp {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_forward_mini_app";
    const TITLE: Words = Words::new("转发小程序", "Forward a mini program");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/forwardMiniApp";
    const PAGE: &str = "https://doc.geweapi.com/api-139908327";
    const REPLY: &str = posted!(33);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            chat: Chat::with_friend(),
            xml: include_str!("received/mini_app.xml").trim_end().into(),
            cover_img_url: "https://example.com/thumb.jpg".into(),
        };
        vec![Example::new("mini_program", Words::new("收到的小程序", "A mini program received"), values)]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        received::MINI_APP.check(values, problems);
    }

    fn is_its(values: Value<'_>) -> bool {
        received::MINI_APP.is_in(values)
    }
}
