//! A menu for a customer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::wecom::number;

/// A menu. · 菜单。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Msgmenu {
    /// What stands above it. · 起始文本。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head_content: Option<String>,
    /// Its entries. At most 10. · 菜单项列表。最多 10 项。
    #[schemars(length(max = 10), extend("x-source" = "documented"))]
    pub list: Vec<MenuItem>,
    /// What stands below it. · 结束文本。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tail_content: Option<String>,
}

/// An entry of a menu. · 一个菜单项。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum MenuItem {
    /// An answer to click · 回复菜单
    Click { click: Click },
    /// A page · 超链接菜单
    View { view: View },
    /// A mini program · 小程序菜单
    Miniprogram { miniprogram: MenuMiniprogram },
    /// Text · 文本
    Text { text: MenuText },
}

/// An answer to click. · 回复菜单。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Click {
    /// Its id. The customer's message brings it as menu_id. · 菜单 id。客户的消息以 menu_id 带回。
    #[schemars(extend("x-type-source" = "observed"))]
    pub id: String,
    /// What it says. · 菜单文案。
    #[schemars(extend("x-type-source" = "observed"))]
    pub content: String,
}

/// A page. · 超链接菜单。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct View {
    /// The page. · 链接。
    #[schemars(extend("x-type-source" = "observed"))]
    pub url: String,
    /// What it says. · 菜单文案。
    #[schemars(extend("x-type-source" = "observed"))]
    pub content: String,
}

/// A mini program. · 小程序菜单。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MenuMiniprogram {
    /// The mini program's appid. · 小程序 appid。
    #[schemars(extend("x-id" = "appid", "x-type-source" = "observed"))]
    pub appid: String,
    /// The page. · 小程序页面路径。
    #[schemars(extend("x-type-source" = "observed"))]
    pub pagepath: String,
    /// What it says. · 菜单文案。
    #[schemars(extend("x-type-source" = "observed"))]
    pub content: String,
}

/// Text in a menu. · 菜单中的文本。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MenuText {
    /// The text. · 文本。
    #[schemars(extend("x-type-source" = "observed"))]
    pub content: String,
    /// Whether no line breaks behind it. · 内容后是否不换行。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::flag", extend("x-source" = "observed"))]
    pub no_newline: Option<i64>,
}
