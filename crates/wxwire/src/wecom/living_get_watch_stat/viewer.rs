//! Who watched a live, of the company and of outside.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use crate::wecom::number;

/// A member who watched. · 观看直播的企业成员。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Viewer {
    /// The userid. · 成员 userid。
    pub userid: String,
    /// How long it was watched. · 观看时长。
    #[schemars(extend("x-unit" = "seconds"))]
    pub watch_time: i64,
    /// Whether the member commented. · 是否评论。
    #[serde(default)]
    #[schemars(schema_with = "number::flag")]
    pub is_comment: i64,
    /// Whether the member spoke. · 是否连麦。
    #[serde(default)]
    #[schemars(schema_with = "number::flag")]
    pub is_mic: i64,
    /// Who invited, of the company. Lives that promote products only. · 邀请人的 userid。仅推广产品直播。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitor_userid: Option<String>,
    /// Who invited, of outside. Lives that promote products only. · 邀请人的 external_userid。仅推广产品直播。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitor_external_userid: Option<String>,
}

/// An external contact who watched. · 观看直播的外部联系人。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ExternalViewer {
    /// The external_userid. · 外部联系人的 external_userid。
    pub external_userid: String,
    /// What kind of contact. · 外部联系人类型。
    #[serde(rename = "type")]
    #[schemars(schema_with = "kind")]
    pub kind: i64,
    /// The name. · 名称。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How long it was watched. · 观看时长。
    #[schemars(extend("x-unit" = "seconds"))]
    pub watch_time: i64,
    /// Whether the contact commented. · 是否评论。
    #[serde(default)]
    #[schemars(schema_with = "number::flag")]
    pub is_comment: i64,
    /// Whether the contact spoke. · 是否连麦。
    #[serde(default)]
    #[schemars(schema_with = "number::flag")]
    pub is_mic: i64,
    /// Who invited, of the company. Lives that promote products only. · 邀请人的 userid。仅推广产品直播。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitor_userid: Option<String>,
    /// Who invited, of outside. Lives that promote products only. · 邀请人的 external_userid。仅推广产品直播。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitor_external_userid: Option<String>,
}

fn kind(_: &mut SchemaGenerator) -> Schema {
    crate::schema::choices(&[(1, "Of WeChat · 微信用户"), (2, "Of WeCom · 企业微信用户")])
}
