//! What goes with the text of a message to customers: of
//! [`ExternalcontactAddMsgTemplate`](super::ExternalcontactAddMsgTemplate) and
//! [`ExternalcontactSendWelcomeMsg`](super::ExternalcontactSendWelcomeMsg).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::content::Media;

/// Text for customers. · 发送给客户的文本。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct CustomerText {
    /// The text. At most 4000 bytes. · 文本。最多 4000 字节。
    #[schemars(extend("maxBytes" = 4000, "x-source" = "documented"))]
    pub content: String,
}

/// An attachment, by its kind. · 附件，按类型区分。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Attachment {
    /// A picture · 图片
    Image { image: AttachedImage },
    /// A link · 图文链接
    Link { link: AttachedLink },
    /// A mini program · 小程序
    Miniprogram { miniprogram: AttachedMiniprogram },
    /// A video · 视频
    Video { video: Media },
    /// A file · 文件
    File { file: Media },
}

/// A picture. By media id or by address. · 图片。填写 media_id 或图片地址。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(extend("x-one-of" = "media_id | pic_url"))]
pub struct AttachedImage {
    /// Its media id. · 素材 media_id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_id: Option<String>,
    /// Its address. · 图片地址。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pic_url: Option<String>,
}

/// A link. · 图文链接。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct AttachedLink {
    /// The title. At most 128 bytes. · 标题。最多 128 字节。
    #[schemars(extend("maxBytes" = 128, "x-type-source" = "documented", "x-source" = "documented"))]
    pub title: String,
    /// The address of the picture. At most 2048 bytes. · 图片地址。最多 2048 字节。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 2048, "x-source" = "documented"))]
    pub picurl: Option<String>,
    /// The description. At most 512 bytes. · 描述。最多 512 字节。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 512, "x-source" = "documented"))]
    pub desc: Option<String>,
    /// The page. At most 2048 bytes. · 链接。最多 2048 字节。
    #[schemars(extend("maxBytes" = 2048, "x-type-source" = "documented", "x-source" = "documented"))]
    pub url: String,
}

/// A mini program. · 小程序。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct AttachedMiniprogram {
    /// The title. At most 64 bytes. · 标题。最多 64 字节。
    #[schemars(extend("maxBytes" = 64, "x-type-source" = "documented", "x-source" = "documented"))]
    pub title: String,
    /// The cover. A media id; 520 × 416 is advised. · 封面图。素材 media_id，建议 520 × 416。
    #[schemars(extend("x-type-source" = "documented", "x-source" = "documented"))]
    pub pic_media_id: String,
    /// The mini program's appid. · 小程序 appid。
    #[schemars(extend("x-id" = "appid", "x-type-source" = "documented"))]
    pub appid: String,
    /// The page. · 小程序页面路径。
    #[schemars(extend("x-type-source" = "documented"))]
    pub page: String,
}

/// An attachment of each kind, for examples.
pub(super) fn samples() -> [Attachment; 5] {
    let media = || Media { media_id: "MEDIA_ID".into() };
    let link = AttachedLink {
        title: "新品介绍".into(),
        picurl: Some("https://example.com/picture.png".into()),
        desc: Some("点击查看".into()),
        url: "https://example.com/page".into(),
    };
    let miniprogram = AttachedMiniprogram {
        title: "新品商城".into(),
        pic_media_id: "MEDIA_ID".into(),
        appid: "wx0123456789abcdef".into(),
        page: "pages/index.html".into(),
    };
    [
        Attachment::Image { image: AttachedImage { media_id: Some("MEDIA_ID".into()), pic_url: None } },
        Attachment::Link { link },
        Attachment::Miniprogram { miniprogram },
        Attachment::Video { video: media() },
        Attachment::File { file: media() },
    ]
}
