//! [删除直播回放](https://developer.work.weixin.qq.com/document/path/93874): what is kept of a live.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ack, Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};

/// Deletes the replay of a live. · 删除直播回放。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct LivingDeleteReplayData {
    /// The live's id. · 直播 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub livingid: String,
}

impl Operation for LivingDeleteReplayData {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.living_delete_replay_data";
    const SECTION: Section = section::LIVING;
    const TITLE: Words = Words::new("删除直播回放", "Delete a replay");
    const PATH: &str = "/cgi-bin/living/delete_replay_data";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93874";
    const REPLY: &str = super::ACK;

    fn examples() -> Vec<Example<Self>> {
        vec![Example::new("one", Words::new("一场直播", "A live"), Self { livingid: "lvAAAAAAAAAA".into() })]
    }
}
