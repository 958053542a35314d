//! [转发文件](https://doc.geweapi.com/api-139908323): forwards a file.

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

/// Forwards a file that was received. It calls back twice, with type 74 and then 6: only the second can be forwarded.
///
/// 转发收到的文件。文件有两次回调，类型先 74 后 6，只有第二次的可以转发。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ForwardFile {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The received message. The whole Content of its callback: a `<msg>` with `<appmsg>`.
    ///
    /// 收到的消息。回调中的整个 Content，即含有 `<appmsg>` 的 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "msg"))]
    pub xml: String,
}

impl Operation for ForwardFile {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_forward_file";
    const TITLE: Words = Words::new("转发文件", "Forward a file");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/forwardFile";
    const PAGE: &str = "https://doc.geweapi.com/api-139908323";
    const REPLY: &str = posted!(6);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { chat: Chat::with_friend(), xml: include_str!("received/file.xml").trim_end().into() };
        vec![Example::new("file", Words::new("收到的文件", "A file received"), values)]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        received::FILE.check(values, problems);
    }

    fn is_its(values: Value<'_>) -> bool {
        received::FILE.is_in(values)
    }
}
