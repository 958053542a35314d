//! [创建预约直播](https://developer.work.weixin.qq.com/document/path/93637): books a live.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section, SettledBy};

/// Books a live.
///
/// 创建预约直播。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct LivingCreate {
    /// The anchor. The userid of the member who goes live.
    ///
    /// 主播的 userid。开播成员的 userid。
    #[schemars(length(min = 1, max = 64), regex(pattern = "^[A-Za-z0-9_.-]*$"))]
    pub anchor_userid: String,
    /// The theme. At most 20 characters here, while living/modify counts 60 bytes.
    ///
    /// 直播主题。最多 20 个字符（living/modify 则按 60 字节计）。
    #[schemars(length(min = 1, max = 20))]
    pub theme: String,
    /// The start. Unix seconds; how far ahead it may be is not known.
    ///
    /// 开始时间。Unix 秒；最多可提前多久，文档没有说明。
    #[schemars(range(max = 4_294_967_295_i64), extend("x-unit" = "seconds", "x-moment" = "future"))]
    pub living_start: u32,
    /// How long it lasts. Seconds; the maximum is not known.
    ///
    /// 直播时长。单位秒；最大值文档没有说明。
    #[schemars(range(max = 4_294_967_295_i64), extend("x-unit" = "seconds"))]
    pub living_duration: u32,
    /// The description of types 0 to 3. At most 100 characters; type 4 takes `activity_detail.description`.
    ///
    /// 直播简介，用于类型 0–3。最多 100 个字符；类型 4 请用 `activity_detail.description`。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100), extend("x-when" = "type=0|1|2|3|"))]
    pub description: Option<String>,
    /// The type. 0 if absent.
    ///
    /// 直播类型。缺省为 0。
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "type")]
    pub kind: Option<LivingType>,
    /// The app. Only old third-party suites of several apps need it.
    ///
    /// 应用 id。仅旧的第三方多应用套件需要。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agentid: Option<i64>,
    /// How early to remind. Seconds before the start; which values are allowed is not known.
    ///
    /// 提前提醒时间。开始前的秒数；允许的取值文档没有说明。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 4_294_967_295_i64), extend("x-unit" = "seconds"))]
    pub remind_time: Option<u32>,
    /// The cover of the room. A media id; type 4 only.
    ///
    /// 直播间封面。media_id，仅类型 4。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-when" = "type=4"))]
    pub activity_cover_mediaid: Option<String>,
    /// The picture of the share card. A media id; type 4 only.
    ///
    /// 分享卡片图片。media_id，仅类型 4。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-when" = "type=4"))]
    pub activity_share_mediaid: Option<String>,
    /// The introduction of an activity. Type 4 only.
    ///
    /// 活动直播的介绍。仅类型 4。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-when" = "type=4"))]
    pub activity_detail: Option<ActivityDetail>,
}

/// The introduction of an activity.
///
/// 活动直播的介绍。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ActivityDetail {
    /// The text. How long it may be is not known.
    ///
    /// 介绍文字。长度限制文档没有说明。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The pictures. Media ids; of more than five, the first five are taken without an error.
    ///
    /// 介绍图片。media_id 列表；超过五张时只取前五张，不报错。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 5), extend("x-cut" = true))]
    pub image_list: Option<Vec<String>>,
}

/// What kind of live it is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct LivingType(pub i64);

impl LivingType {
    /// An activity: the one type with pictures.
    pub const ACTIVITY: Self = Self(4);
}

impl JsonSchema for LivingType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "LivingType".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        crate::schema::choices(&[
            (0, "General\n\n通用直播"),
            (1, "Small class. K12 schools and the IT industry only\n\n小班课。仅 K12 学校和 IT 行业"),
            (2, "Large class. K12 schools and the IT industry only\n\n大班课。仅 K12 学校和 IT 行业"),
            (3, "Training\n\n企业培训"),
            (4, "Activity\n\n活动直播"),
        ])
    }
}

/// The reply.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LivingCreateReply {
    /// 0 for a success.
    ///
    /// 结果码。0 表示成功。
    pub errcode: i64,
    /// `ok`, or what is wrong.
    ///
    /// 结果说明。`ok` 或错误原因。
    #[serde(default)]
    pub errmsg: String,
    /// The live's id.
    ///
    /// 直播 id。
    #[serde(default)]
    pub livingid: String,
}

impl Operation for LivingCreate {
    type Gateway = Wecom;
    type Reply = LivingCreateReply;

    const ID: &str = "wecom.living_create";
    const SECTION: Section = section::LIVING;
    const TITLE: Words = Words::new("创建预约直播", "Schedule a live stream");
    const PATH: &str = "/cgi-bin/living/create";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93637";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "livingid": "lvQ7mXkTZbWnP2sYd8RgHcJvA5eUfK3o"}"#;
    const IDS: &[&str] = &["/livingid"];
    const SETTLED_BY: Option<SettledBy> = Some(SettledBy::call(
        "living/get_living_info",
        Words::new("查询实际创建的直播及其状态", "shows what was booked, and its state"),
    ));

    fn examples() -> Vec<Example<Self>> {
        let general = Self {
            anchor_userid: "zhangsan".into(),
            theme: "theme".into(),
            // The page shows one in 2020, which would be refused now.
            living_start: 4_102_444_800,
            living_duration: 3600,
            description: Some("test description".into()),
            kind: Some(LivingType(0)),
            remind_time: Some(60),
            ..Self::default()
        };
        let activity = Self {
            description: Some("testdescription".into()),
            kind: Some(LivingType::ACTIVITY),
            agentid: Some(1_000_014),
            activity_cover_mediaid: Some("MEDIA_ID".into()),
            activity_share_mediaid: Some("MEDIA_ID".into()),
            activity_detail: Some(ActivityDetail {
                description: Some("活动描述,非活动类型的直播不用传".into()),
                image_list: Some(vec!["MEDIA_ID_1".into(), "MEDIA_ID_2".into()]),
            }),
            ..general.clone()
        };
        vec![
            Example::new("general", Words::new("通用直播", "A general live"), general),
            Example::new(
                "activity",
                Words::new("活动直播（文档示例）", "An activity, the document's sample"),
                activity,
            ),
        ]
    }
}
