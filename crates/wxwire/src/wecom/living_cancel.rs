//! [取消预约直播](https://developer.work.weixin.qq.com/document/path/93638): of a live that has not begun.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ack, Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};

/// Cancels a scheduled live. Only one that has not begun. · 取消预约直播。仅限预约中的直播。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct LivingCancel {
    /// The live's id. · 直播 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub livingid: String,
}

impl Operation for LivingCancel {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.living_cancel";
    const SECTION: Section = section::LIVING;
    const TITLE: Words = Words::new("取消预约直播", "Cancel a scheduled live");
    const PATH: &str = "/cgi-bin/living/cancel";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93638";
    const REPLY: &str = super::ACK;

    fn examples() -> Vec<Example<Self>> {
        vec![Example::new("one", Words::new("一场直播", "A live"), Self { livingid: "lvAAAAAAAAAA".into() })]
    }
}
