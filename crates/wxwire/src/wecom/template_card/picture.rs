//! The picture of a card.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number;

/// The picture. · 图片样式。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct CardImage {
    /// Its URL. · 图片 url。
    pub url: String,
    /// Width by height. From 1.3, the default, to 2.25. · 宽高比。1.3 至 2.25，默认 1.3。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1.3, max = 2.25))]
    pub aspect_ratio: Option<f64>,
}

/// A picture beside text. · 左图右文样式。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ImageTextArea {
    /// What a click opens. · 点击跳转类型。
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::click", extend("x-source" = "observed"))]
    pub kind: Option<i64>,
    /// The page. For type 1. · 跳转 url。类型为 1 时填写。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = "type=1", "x-source" = "observed"))]
    pub url: Option<String>,
    /// The mini program's appid. For type 2. · 小程序 appid。类型为 2 时填写。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-id" = "appid", "x-needed" = "type=2", "x-source" = "observed"))]
    pub appid: Option<String>,
    /// The mini program's page. · 小程序页面路径。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pagepath: Option<String>,
    /// The title. · 标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The text. · 描述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desc: Option<String>,
    /// The picture's URL. · 图片 url。
    pub image_url: String,
}
