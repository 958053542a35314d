//! [获取直播详情](https://developer.work.weixin.qq.com/document/path/93635): what a live is, and how it stands.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::{LivingType, Wecom, number, section};
use crate::lang::Words;
use crate::operation::{Example, Method, Operation, Section};
use crate::schema::choices;

/// Gets a live. Only one that this app created. · 获取直播详情。仅限本应用创建的直播。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct LivingGetLivingInfo {
    /// The live's id. · 直播 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub livingid: String,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LivingGetLivingInfoReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// The live. · 直播详情。
    pub living_info: LivingInfo,
}

/// A live. · 直播详情。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LivingInfo {
    /// Its id. · 直播 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub livingid: Option<String>,
    /// The theme. · 直播主题。
    pub theme: String,
    /// The start. Once it has begun, the real one. · 开始时间。开播后为实际开始时间。
    #[schemars(extend("x-unit" = "seconds"))]
    pub living_start: i64,
    /// How long it lasts. · 直播时长。
    #[schemars(extend("x-unit" = "seconds"))]
    pub living_duration: i64,
    /// How it stands. · 直播状态。
    #[schemars(schema_with = "status")]
    pub status: i64,
    /// The start that was booked. · 预约开始时间。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-unit" = "seconds"))]
    pub reserve_start: Option<i64>,
    /// How long it was booked for. · 预约直播时长。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-unit" = "seconds"))]
    pub reserve_living_duration: Option<i64>,
    /// The description. · 直播简介。
    #[serde(default)]
    pub description: String,
    /// The anchor's userid. · 主播 userid。
    pub anchor_userid: String,
    /// The anchor's main department. · 主播所在主部门 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_department: Option<i64>,
    /// How many watched. · 观看人数。
    #[serde(default)]
    pub viewer_num: i64,
    /// How many comments there are. · 评论数。
    #[serde(default)]
    pub comment_num: i64,
    /// How many spoke. · 连麦人数。
    #[serde(default)]
    pub mic_num: i64,
    /// Whether there is a replay. · 是否开启回放。
    #[serde(default)]
    #[schemars(schema_with = "number::flag")]
    pub open_replay: i64,
    /// How the replay stands. Only where there is one. · 回放状态。仅开启回放时返回。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "replay_status")]
    pub replay_status: Option<i64>,
    /// The type. One created with type 3 was seen to come back with 0. · 直播类型。实测以类型 3 创建的直播返回 0。
    #[serde(rename = "type")]
    pub kind: LivingType,
    /// Where to push the stream. Only type 4 that has not begun. · 推流地址。仅类型 4 且尚未开播时返回。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub push_stream_url: Option<String>,
    /// How many are watching. · 当前在线人数。
    #[serde(default)]
    pub online_count: i64,
    /// How many booked a reminder. · 预约人数。
    #[serde(default)]
    pub subscribe_count: i64,
}

fn status(_: &mut SchemaGenerator) -> Schema {
    choices(&[
        (0, "Scheduled · 预约中"),
        (1, "Live · 直播中"),
        (2, "Ended · 已结束"),
        (3, "Expired · 已过期"),
        (4, "Cancelled · 已取消"),
    ])
}

fn replay_status(_: &mut SchemaGenerator) -> Schema {
    choices(&[(0, "Made · 生成成功"), (1, "Being made · 生成中"), (2, "Deleted · 已删除"), (3, "Failed · 生成失败")])
}

impl Operation for LivingGetLivingInfo {
    type Gateway = Wecom;
    type Reply = LivingGetLivingInfoReply;

    const ID: &str = "wecom.living_get_living_info";
    const SECTION: Section = section::LIVING;
    const TITLE: Words = Words::new("获取直播详情", "Get a live");
    const METHOD: Method = Method::GET;
    const PATH: &str = "/cgi-bin/living/get_living_info";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93635";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "living_info": {
        "theme": "新品发布", "living_start": 1704067200, "living_duration": 3600, "status": 1,
        "reserve_start": 1704067200, "reserve_living_duration": 3600, "description": "新品介绍",
        "anchor_userid": "zhangsan", "main_department": 1, "viewer_num": 10, "comment_num": 10, "mic_num": 1,
        "open_replay": 1, "replay_status": 1, "type": 0, "online_count": 8, "subscribe_count": 20
    }}"#;

    fn examples() -> Vec<Example<Self>> {
        vec![Example::new("one", Words::new("一场直播", "A live"), Self { livingid: "lvAAAAAAAAAA".into() })]
    }
}
