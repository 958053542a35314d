//! Type 115: a gift.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{Other, Str};

/// A gift of WeChat's shop.
///
/// 微信礼物。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Gift {
    /// The title. The heading of the card.
    ///
    /// 标题。卡片上的大字。
    pub title: Option<Str>,
    /// The description. The small print of the card.
    ///
    /// 描述。卡片上的小字。
    pub des: Option<Str>,
    /// What every type has.
    #[serde(flatten)]
    pub shell: Shell,
    /// The wish.
    ///
    /// 祝福语。
    pub wishmessage: Option<Str>,
    /// The article's name.
    ///
    /// 商品名称。
    pub skutitle: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<Gift> for AppMsg {
    fn from(message: Gift) -> Self {
        Self::Gift(message)
    }
}
