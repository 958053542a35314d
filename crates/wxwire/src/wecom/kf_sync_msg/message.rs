//! What the customer service brings: one message or event, of which the member that `msgtype` names is there. Nothing else is
//! required, so that a kind that is not known is read, too.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::KfEvent;
use crate::wecom::kf_send_msg::{BusinessCard, Msgmenu};

/// A message or an event. · 一条消息或事件。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfMessage {
    /// The message's id. · 消息 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub msgid: Option<String>,
    /// The service account. · 客服账号 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_kfid: Option<String>,
    /// The customer. · 客户的 external_userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_userid: Option<String>,
    /// Who serves. A userid. · 接待人员。userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub servicer_userid: Option<String>,
    /// When it was sent. · 发送时间。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-unit" = "seconds"))]
    pub send_time: Option<i64>,
    /// Where it comes from. · 消息来源。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<i64>,
    /// What kind it is. The member of that name holds it. · 消息类型。内容在同名字段中。
    pub msgtype: String,
    /// Text. · 文本。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<KfReceivedText>,
    /// A picture. · 图片。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<KfReceivedMedia>,
    /// Voice. · 语音。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<KfReceivedMedia>,
    /// A video. · 视频。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<KfReceivedVideo>,
    /// A file. · 文件。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<KfReceivedMedia>,
    /// A place. · 地理位置。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<KfReceivedLocation>,
    /// A link. · 链接。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<KfReceivedLink>,
    /// A contact card. · 名片。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_card: Option<BusinessCard>,
    /// A mini program. · 小程序。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub miniprogram: Option<KfReceivedMiniprogram>,
    /// A menu. · 菜单。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub msgmenu: Option<Msgmenu>,
    /// A product of a Channels shop. · 视频号商品。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channels_shop_product: Option<KfShopProduct>,
    /// An order of a Channels shop. · 视频号订单。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channels_shop_order: Option<KfShopOrder>,
    /// A chat history. · 聊天记录。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_msg: Option<KfMergedMsg>,
    /// Something of Channels. · 视频号消息。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channels: Option<KfChannelsMessage>,
    /// An event. · 事件。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<KfEvent>,
}

/// Text. · 文本。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfReceivedText {
    /// The text. · 文本。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The id of the menu entry that was clicked. · 所点击菜单项的 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub menu_id: Option<String>,
}

/// A file. · 素材。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfReceivedMedia {
    /// Its media id. · 素材 media_id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_id: Option<String>,
}

/// A video. · 视频。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfReceivedVideo {
    /// Its media id. · 素材 media_id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_id: Option<String>,
    /// The title. · 标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The description. · 描述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// A place. · 地理位置。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfReceivedLocation {
    /// The latitude. · 纬度。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// The longitude. · 经度。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// The name. · 位置名称。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The address. · 地址。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// A link. · 链接。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfReceivedLink {
    /// The title. · 标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The description. · 描述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desc: Option<String>,
    /// The page. · 链接地址。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The address of the picture. · 图片地址。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pic_url: Option<String>,
    /// The cover. A media id. · 封面图。素材 media_id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumb_media_id: Option<String>,
}

/// A mini program. · 小程序。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfReceivedMiniprogram {
    /// The title. · 标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The mini program's appid. · 小程序 appid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appid: Option<String>,
    /// The page. · 小程序页面路径。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pagepath: Option<String>,
    /// The cover. A media id. · 封面图。素材 media_id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumb_media_id: Option<String>,
}

/// A product of a Channels shop. · 视频号商品。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfShopProduct {
    /// The product's id. · 商品 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// The picture. · 商品图片。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head_img: Option<String>,
    /// The title. · 商品标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The price. · 商品价格。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sales_price: Option<i64>,
    /// The shop's name. · 店铺名称。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop_nickname: Option<String>,
    /// The shop's picture. · 店铺头像。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop_head_img: Option<String>,
}

/// An order of a Channels shop. · 视频号订单。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfShopOrder {
    /// The order's id. · 订单号。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// The products' titles. · 商品标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_titles: Option<String>,
    /// The price, in words. · 价格描述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_wording: Option<String>,
    /// The state, in words. · 订单状态。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The picture. · 订单图片。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// The shop's name. · 店铺名称。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop_nickname: Option<String>,
}

/// Something of Channels. · 视频号消息。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfChannelsMessage {
    /// What it is. · 消息子类型。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_type: Option<i64>,
    /// The account's name. · 视频号名称。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// The title. · 标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// A chat history. · 聊天记录。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfMergedMsg {
    /// The title. · 标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The messages in it. · 其中的消息。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item: Vec<KfMergedItem>,
}

/// A message in a chat history. · 聊天记录中的一条消息。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfMergedItem {
    /// When it was sent. · 发送时间。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-unit" = "seconds"))]
    pub send_time: Option<i64>,
    /// What kind it is. · 消息类型。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub msgtype: Option<String>,
    /// Who sent it. · 发送者名称。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender_name: Option<String>,
    /// What it holds. · 消息内容。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub msg_content: Option<String>,
}
