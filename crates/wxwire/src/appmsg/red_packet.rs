//! Type 2001: a red packet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{CData, Other, Str};

/// A red packet.
///
/// 红包。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct RedPacket {
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
    /// The red packet.
    ///
    /// 红包信息。
    pub wcpayinfo: Option<RedPacketInfo>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// What is written on a red packet.
///
/// 红包信息。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct RedPacketInfo {
    /// The template.
    ///
    /// 模板 id。
    pub templateid: Option<CData>,
    /// The address.
    ///
    /// 地址。
    pub url: Option<CData>,
    /// The address of the icon.
    ///
    /// 图标地址。
    pub iconurl: Option<CData>,
    /// The title for who receives.
    ///
    /// 收件人看到的标题。
    pub receivertitle: Option<CData>,
    /// The title for who sends.
    ///
    /// 发送人看到的标题。
    pub sendertitle: Option<CData>,
    /// The scene. Stands there twice.
    ///
    /// 场景文字。会出现两次。
    #[serde(default)]
    pub scenetext: Vec<CData>,
    /// The words for who sends.
    ///
    /// 发送人看到的说明。
    pub senderdes: Option<CData>,
    /// The words for who receives.
    ///
    /// 收件人看到的说明。
    pub receiverdes: Option<CData>,
    /// The native address. `wxpay://…`.
    ///
    /// 应用内地址。`wxpay://…`。
    pub nativeurl: Option<CData>,
    /// The scene's id. 1002.
    ///
    /// 场景 id。1002。
    pub sceneid: Option<CData>,
    /// The inner type.
    ///
    /// 内部类型。
    pub innertype: Option<CData>,
    /// The id of the payment's message.
    ///
    /// 支付消息 id。
    pub paymsgid: Option<CData>,
    /// The local icon.
    ///
    /// 本地图标。
    pub locallogoicon: Option<Str>,
    /// When it becomes invalid.
    ///
    /// 失效时间。
    pub invalidtime: Option<Str>,
    /// The extension.
    ///
    /// 扩展。
    pub broaden: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<RedPacket> for AppMsg {
    fn from(message: RedPacket) -> Self {
        Self::RedPacket(message)
    }
}
