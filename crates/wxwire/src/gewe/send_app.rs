//! [发送app类型消息](https://blog.csdn.net/weixin_36648445/article/details/132468813): sends an `<appmsg>` to one chat.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cards::CARDS;
use super::{Gewe, Reply, judge_list};
use crate::appmsg;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation};
use crate::problem::Problem;
use crate::verdict::Judge;

/// Sends an `<appmsg>` to one chat: a link, a file, a mini program and more.
///
/// 发送 app 类型消息：链接、文件、小程序等特殊类型。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct SendApp {
    /// The device. The id of the logged-in device, `wx_…`.
    ///
    /// 设备 id。登录设备的 id，形如 `wx_…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "device"))]
    pub appid: String,
    /// The receiver. A wxid or a chat room's id.
    ///
    /// 接收人。wxid 或 chatroomid。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "wxid chatroom openim", "x-receiver" = true))]
    pub to_wxid: String,
    /// The message. The `<appmsg>` node only, without the `<msg>` around it.
    ///
    /// 消息的 xml。只截取 `<appmsg>` 节点，不要外层 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "appmsg"))]
    pub xml: String,
}

impl Operation for SendApp {
    type Gateway = Gewe;
    type Reply = Reply;

    const ID: &str = "gewe.send_app";
    const TITLE: Words = Words::new("发送 app 类型消息", "Send an app message");
    const PATH: &str = "/api/message/sendapp";
    const PAGE: &str = "https://blog.csdn.net/weixin_36648445/article/details/132468813";
    const REPLY: &str = super::REPLY;

    fn examples() -> Vec<Example<Self>> {
        let with = |to_wxid: &str, xml: &str| Self {
            appid: "wx_ECMY4oEDuQAP6WimpWwWv".into(),
            to_wxid: to_wxid.into(),
            xml: xml.trim_end().into(),
        };
        let documented = Example::new(
            "mini_program",
            Words::new("小程序（文档示例）", "A mini program, the document's sample"),
            with("xxxxxxxx", include_str!("send_app/mini_program.xml")),
        );
        let others = CARDS.into_iter().filter(|card| card.name != "mini_program");
        let others = others.map(|card| Example::new(card.name, card.title, with("wxid_0123456789abcd", card.xml)));
        [documented].into_iter().chain(others).collect()
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        appmsg::check_in(values, "xml", problems);
    }

    fn judge(reply: Value<'_>, sent: Option<Value<'_>>, judge: &mut Judge) {
        let receiver = sent.and_then(|sent| sent.get("to_wxid")?.as_str()).unwrap_or_default();
        judge_list(reply, Some(vec![receiver.into_owned()]), judge);
    }
}
