//! The kinds of a message to a customer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Msgmenu;
use crate::wecom::content::Media;

/// What a message to a customer holds, by its kind. · 客服消息的内容，按类型区分。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum KfContent {
    /// Text · 文本
    Text { text: KfText },
    /// A picture · 图片
    Image { image: Media },
    /// Voice · 语音
    Voice { voice: Media },
    /// A video · 视频
    Video { video: KfVideo },
    /// A file · 文件
    File { file: Media },
    /// A link · 图文链接
    Link { link: Link },
    /// A mini program · 小程序
    Miniprogram { miniprogram: Miniprogram },
    /// A menu · 菜单
    Msgmenu { msgmenu: Msgmenu },
    /// A place · 地理位置
    Location { location: Location },
    /// A contact card; a client has it · 名片；见于客户端代码
    BusinessCard { business_card: BusinessCard },
    /// A link of 获客助手; a client has it · 获客链接；见于客户端代码
    CaLink { ca_link: CaLink },
}

/// Text. · 文本内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct KfText {
    /// The text. · 文本。
    #[schemars(extend("maxBytes" = 2048))]
    pub content: String,
}

/// A video. · 视频。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct KfVideo {
    /// Its media id. · 素材 media_id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub media_id: String,
    /// The title. A client has it. · 标题。见于客户端代码。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub title: Option<String>,
    /// The description. A client has it. · 描述。见于客户端代码。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub description: Option<String>,
}

/// A link. · 图文链接。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Link {
    /// The title. · 标题。
    #[schemars(extend("x-type-source" = "observed"))]
    pub title: String,
    /// The description. · 描述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desc: Option<String>,
    /// The page. · 点击后跳转的链接。
    #[schemars(extend("x-type-source" = "observed"))]
    pub url: String,
    /// The cover. A media id. · 封面图。素材 media_id。
    #[schemars(extend("x-type-source" = "observed"))]
    pub thumb_media_id: String,
}

/// A mini program. · 小程序。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Miniprogram {
    /// The mini program's appid. · 小程序 appid。
    #[schemars(extend("x-id" = "appid", "x-type-source" = "observed"))]
    pub appid: String,
    /// The title. · 标题。
    #[schemars(extend("x-type-source" = "observed"))]
    pub title: String,
    /// The cover. A media id. · 封面图。素材 media_id。
    #[schemars(extend("x-type-source" = "observed"))]
    pub thumb_media_id: String,
    /// The page. · 小程序页面路径。
    #[schemars(extend("x-type-source" = "observed"))]
    pub pagepath: String,
}

/// A place. · 地理位置。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Location {
    /// The name. · 位置名称。
    #[schemars(extend("x-type-source" = "observed"))]
    pub name: String,
    /// The address. · 地址。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub address: Option<String>,
    /// The latitude. · 纬度。
    #[schemars(extend("x-type-source" = "observed"))]
    pub latitude: f64,
    /// The longitude. · 经度。
    #[schemars(extend("x-type-source" = "observed"))]
    pub longitude: f64,
}

/// A contact card. · 名片。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct BusinessCard {
    /// Whose. A member's userid. · 名片所属成员的 userid。
    #[schemars(extend("x-type-source" = "observed"))]
    pub userid: String,
}

/// A link of 获客助手. · 获客链接。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct CaLink {
    /// The link. · 链接。
    #[schemars(extend("x-type-source" = "observed"))]
    pub link_url: String,
}
