//! Type 53: a group relay.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{Embedded, Other, Str};

/// A group relay; its entries are in `extinfo`.
///
/// 群接龙，名单在 `extinfo` 中。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Relay {
    /// The whole list, as text.
    ///
    /// 整个接龙的文字。
    pub title: Option<Str>,
    /// The description. The small print of the card.
    ///
    /// 描述。卡片上的小字。
    pub des: Option<Str>,
    /// What every type has.
    #[serde(flatten)]
    pub shell: Shell,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// Extra information.
///
/// 扩展信息。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct ExtInfo {
    /// The group relay.
    ///
    /// 群接龙。
    pub solitaire_info: Option<Embedded<SolitaireInfo>>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// The XML inside a group relay.
///
/// 群接龙内嵌的 XML。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct SolitaireInfo {
    /// The relay.
    ///
    /// 接龙。
    pub solitaire: Option<Solitaire>,
}

/// A group relay.
///
/// 群接龙。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Solitaire {
    /// The heading `tt`.
    ///
    /// 标题 `tt`。
    pub tt: Option<Str>,
    /// The mark `s`. What it counts is not known.
    ///
    /// 标记 `s`。含义未知。
    pub s: Option<Str>,
    /// The author.
    ///
    /// 发起人。
    pub au: Option<Str>,
    /// The entries.
    ///
    /// 接龙内容。
    pub content: Option<SolitaireContent>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// The entries of a relay.
///
/// 接龙内容。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct SolitaireContent {
    /// The count. How many entries there are.
    ///
    /// 条数。
    pub s: Option<Str>,
    /// The entries. One for each that joined.
    ///
    /// 条目。每人一条。
    #[serde(default)]
    pub i: Vec<SolitaireEntry>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// One entry of a relay.
///
/// 一条接龙。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct SolitaireEntry {
    /// Who. A wxid.
    ///
    /// 参与人。wxid。
    pub u: Option<Str>,
    /// When. The Unix second.
    ///
    /// 时间。Unix 秒时间戳。
    pub t: Option<Str>,
    /// The range. Its unit is not known.
    ///
    /// 范围。单位未知。
    pub r: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<Relay> for AppMsg {
    fn from(message: Relay) -> Self {
        Self::Relay(message)
    }
}
