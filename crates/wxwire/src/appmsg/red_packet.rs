//! Type 2001: a red packet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{CData, Str, elements};

/// A red packet.
///
/// 红包。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct RedPacket {
    /// The red packet.
    ///
    /// 红包信息。
    pub wcpayinfo: Option<RedPacketInfo>,
}

elements! {
    /// What is written on a red packet.
    ///
    /// 红包信息。
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
    }
}
