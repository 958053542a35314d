//! Type 50: the name card of a channels account.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{CData, Other, Str};

/// The name card of a channels account.
///
/// 视频号名片。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct ChannelsCard {
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
    /// The account.
    ///
    /// 视频号。
    pub findernamecard: Option<FinderNameCard>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// A channels account.
///
/// 视频号。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct FinderNameCard {
    /// The account's id. `v2_…@finder`.
    ///
    /// 视频号 id。`v2_…@finder`。
    pub username: Option<Str>,
    /// The address of the avatar.
    ///
    /// 头像地址。
    pub avatar: Option<CData>,
    /// The name.
    ///
    /// 昵称。
    pub nickname: Option<Str>,
    /// What it is certified as.
    ///
    /// 认证身份。
    pub auth_job: Option<Str>,
    /// The type of the certificate's icon.
    ///
    /// 认证图标类型。
    pub auth_icon: Option<Str>,
    /// The address of the certificate's icon.
    ///
    /// 认证图标地址。
    pub auth_icon_url: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<ChannelsCard> for AppMsg {
    fn from(message: ChannelsCard) -> Self {
        Self::ChannelsCard(message)
    }
}
