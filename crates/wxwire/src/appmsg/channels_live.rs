//! Types 63 and 88: a channels live, and its replay.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::channels_video::Media;
use super::{AppMsg, Shell};
use crate::layer::xml::typed::{Other, Str};

/// A channels live (63), or its replay (88).
///
/// 视频号直播（63）或回放（88）。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct ChannelsLive {
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
    /// The live.
    ///
    /// 直播。
    #[serde(rename = "finderLive")]
    pub finder_live: Option<FinderLive>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// A channels live.
///
/// 视频号直播。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FinderLive {
    /// The live's id.
    ///
    /// 直播 id。
    #[serde(rename = "finderLiveID")]
    pub finder_live_id: Option<Str>,
    /// The account's id. `v2_…@finder`.
    ///
    /// 视频号 id。`v2_…@finder`。
    pub finder_username: Option<Str>,
    /// The id of the live's post. Beyond i64.
    ///
    /// 直播动态 id。超出 i64。
    #[serde(rename = "finderObjectID")]
    pub finder_object_id: Option<Str>,
    /// The account's name.
    ///
    /// 视频号昵称。
    pub nickname: Option<Str>,
    /// The description.
    ///
    /// 描述。
    pub desc: Option<Str>,
    /// The nonce of the post's id.
    ///
    /// 直播动态 nonce id。
    #[serde(rename = "finderNonceID")]
    pub finder_nonce_id: Option<Str>,
    /// The address of the avatar.
    ///
    /// 头像地址。
    pub head_url: Option<Str>,
    /// The state. 1 in the sample.
    ///
    /// 直播状态。样本中为 1。
    pub live_status: Option<Str>,
    /// The address of the certificate's icon.
    ///
    /// 认证图标地址。
    pub auth_icon_url: Option<Str>,
    /// The type of the certificate's icon.
    ///
    /// 认证图标类型。
    pub auth_icon_type_str: Option<Str>,
    /// The picture and its size.
    ///
    /// 封面及尺寸。
    pub media: Option<Media>,
    /// The kind of binding. In newer versions.
    ///
    /// 绑定类型。新版本才有。
    pub bind_type: Option<Str>,
    /// Whether it is charged for. In newer versions.
    ///
    /// 是否付费。新版本才有。
    pub charge_flag: Option<Str>,
    /// The state of the replay. In newer versions.
    ///
    /// 回放状态。新版本才有。
    pub replay_status: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<ChannelsLive> for AppMsg {
    fn from(message: ChannelsLive) -> Self {
        Self::ChannelsLive(message)
    }
}
