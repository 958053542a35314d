//! Types 63 and 88: a channels live, and its replay.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::channels_video::Media;
use crate::layer::xml::typed::{Str, elements};

/// A channels live (63), or its replay (88).
///
/// 视频号直播（63）或回放（88）。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct ChannelsLive {
    /// The live.
    ///
    /// 直播。
    #[serde(rename = "finderLive")]
    #[schemars(required, extend("x-source" = "observed"))]
    pub finder_live: Option<FinderLive>,
}

elements! {
    /// A channels live.
    ///
    /// 视频号直播。
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
    }
}
