//! Type 8: an emoticon, a GIF.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{Other, Str};

/// An emoticon; it is in the attachment.
///
/// 表情，在附件中。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Emoticon {
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
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<Emoticon> for AppMsg {
    fn from(message: Emoticon) -> Self {
        Self::Emoticon(message)
    }
}
