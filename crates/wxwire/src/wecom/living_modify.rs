//! [修改预约直播](https://developer.work.weixin.qq.com/document/path/93640): a live that was booked and has not begun.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ack, LivingType, Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};

/// Changes a scheduled live. Only one that this app created and that has not begun.
///
/// 修改预约直播。仅限本应用创建且处于预约中的直播。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct LivingModify {
    /// The live's id. · 直播 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub livingid: String,
    /// The theme. At most 60 bytes here, while living/create counts 20 characters.
    ///
    /// 直播主题。最多 60 字节（living/create 则按 20 个字符计）。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 60))]
    pub theme: Option<String>,
    /// The start. Unix seconds. · 开始时间。Unix 秒。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 4_294_967_295_i64), extend("x-unit" = "seconds", "x-moment" = "future"))]
    pub living_start: Option<u32>,
    /// How long it lasts. Seconds. · 直播时长。单位秒。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 4_294_967_295_i64), extend("x-unit" = "seconds"))]
    pub living_duration: Option<u32>,
    /// The type. · 直播类型。
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "type")]
    pub kind: Option<LivingType>,
    /// The description. At most 300 bytes here, while living/create counts 100 characters.
    ///
    /// 直播简介。最多 300 字节（living/create 则按 100 个字符计）。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 300))]
    pub description: Option<String>,
    /// How early to remind. Seconds before the start; 0 if absent. · 提前提醒时间。开始前的秒数，缺省为 0。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 4_294_967_295_i64), extend("x-unit" = "seconds"))]
    pub remind_time: Option<u32>,
}

impl Operation for LivingModify {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.living_modify";
    const SECTION: Section = section::LIVING;
    const TITLE: Words = Words::new("修改预约直播", "Change a scheduled live");
    const PATH: &str = "/cgi-bin/living/modify";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93640";
    const REPLY: &str = super::ACK;

    fn examples() -> Vec<Example<Self>> {
        let to = || Self { livingid: "lvAAAAAAAAAA".into(), ..Self::default() };
        let all = Self {
            theme: Some("新品发布".into()),
            living_start: Some(4_102_444_800),
            living_duration: Some(3600),
            kind: Some(LivingType(0)),
            description: Some("新品介绍".into()),
            remind_time: Some(60),
            ..to()
        };
        vec![
            Example::new("one", Words::new("修改全部内容", "Change everything"), all),
            Example::new(
                "theme",
                Words::new("只修改主题", "Change the theme alone"),
                Self { theme: Some("新品发布会".into()), ..to() },
            ),
        ]
    }
}
