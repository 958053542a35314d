//! Type 51: a channels video.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{Str, elements};

/// A channels video.
///
/// 视频号视频。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct ChannelsVideo {
    /// The video.
    ///
    /// 视频。
    #[serde(rename = "finderFeed")]
    #[schemars(required, extend("x-source" = "observed"))]
    pub finder_feed: Option<FinderFeed>,
}

elements! {
    /// A channels video.
    ///
    /// 视频号视频。
    #[serde(rename_all = "camelCase")]
    pub struct FinderFeed {
        /// The video's id. Beyond i64.
        ///
        /// 视频 id。超出 i64。
        pub object_id: Option<Str>,
        /// The type. 4 in the sample.
        ///
        /// 类型。样本中为 4。
        pub feed_type: Option<Str>,
        /// The account's name.
        ///
        /// 视频号昵称。
        pub nickname: Option<Str>,
        /// The address of the avatar.
        ///
        /// 头像地址。
        pub avatar: Option<Str>,
        /// The description.
        ///
        /// 描述。
        pub desc: Option<Str>,
        /// How many media there are.
        ///
        /// 媒体数量。
        pub media_count: Option<Str>,
        /// The nonce of the video's id.
        ///
        /// 视频 nonce id。
        pub object_nonce_id: Option<Str>,
        /// The id of the live.
        ///
        /// 直播 id。
        pub live_id: Option<Str>,
        /// The account's id. `v2_…@finder`.
        ///
        /// 视频号 id。`v2_…@finder`。
        pub username: Option<Str>,
        /// The address on the web.
        ///
        /// 网页地址。
        pub web_url: Option<Str>,
        /// The type of the certificate's icon.
        ///
        /// 认证图标类型。
        pub auth_icon_type: Option<Str>,
        /// The address of the certificate's icon.
        ///
        /// 认证图标地址。
        pub auth_icon_url: Option<Str>,
        /// The name of the official account.
        ///
        /// 公众号名称。
        pub biz_nickname: Option<Str>,
        /// The address of the official account's avatar.
        ///
        /// 公众号头像地址。
        pub biz_avatar: Option<Str>,
        /// The id of the official account.
        ///
        /// 公众号 id。
        #[serde(rename = "bizUsernameV2")]
        pub biz_username_v2: Option<Str>,
        /// The media.
        ///
        /// 媒体列表。
        pub media_list: Option<MediaList>,
    }

    /// The media of a video.
    ///
    /// 媒体列表。
    pub struct MediaList {
        /// The media. One or several.
        ///
        /// 媒体。一个或多个。
        #[serde(default)]
        pub media: Vec<Media>,
    }

    /// A medium of a channels video or live.
    ///
    /// 视频号视频或直播的媒体。
    #[serde(rename_all = "camelCase")]
    pub struct Media {
        /// The type. 9 for a live.
        ///
        /// 媒体类型。直播为 9。
        pub media_type: Option<Str>,
        /// The address.
        ///
        /// 地址。
        pub url: Option<Str>,
        /// The address of the small picture.
        ///
        /// 缩略图地址。
        pub thumb_url: Option<Str>,
        /// The address of the cover.
        ///
        /// 封面地址。
        pub cover_url: Option<Str>,
        /// The address of the whole cover.
        ///
        /// 完整封面地址。
        pub full_cover_url: Option<Str>,
        /// The width.
        ///
        /// 宽度。
        pub width: Option<Str>,
        /// The height.
        ///
        /// 高度。
        pub height: Option<Str>,
        /// How long it plays. An official sample has `10>>`.
        ///
        /// 时长。官方样本中有 `10>>`。
        pub video_play_duration: Option<Str>,
    }
}
