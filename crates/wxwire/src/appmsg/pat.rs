//! Type 62: a pat.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{Other, Str};

/// A pat.
///
/// 拍一拍。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Pat {
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
    /// The pat. Who and whom; its inside is not known well enough for fields.
    ///
    /// 拍一拍。内部结构所知不足，未拆分字段。
    #[serde(rename = "patMsg")]
    pub pat_msg: Option<PatMsg>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// Who patted whom.
///
/// 谁拍了谁。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct PatMsg {
    /// The chat.
    ///
    /// 所在会话。
    #[serde(rename = "chatUser")]
    pub chat_user: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<Pat> for AppMsg {
    fn from(message: Pat) -> Self {
        Self::Pat(message)
    }
}
