//! What every call with a token says of who makes it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who makes a call. · 调用方信息。
#[cfg_attr(
    doc,
    doc = "",
    doc = "On the wire, all but `base_info` are headers: `AuthorizationType`, `X-WECHAT-UIN`, `iLink-App-Id`, `iLink-App-ClientVersion`, `SKRouteTag`."
)]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Caller {
    /// The program. · 程序信息。
    pub base_info: BaseInfo,
    /// The kind of token. · token 的类型。
    #[serde(rename = "AuthorizationType")]
    #[schemars(extend("x-in" = "header", "x-type-source" = "inferred"))]
    pub authorization_type: AuthorizationType,
    /// A random number. base64 of the decimal text of a random uint32. · 随机数。随机 uint32 的十进制文本，再做 base64。
    #[serde(rename = "X-WECHAT-UIN")]
    #[schemars(
        regex(pattern = "^[A-Za-z0-9+/=]*$"),
        extend("x-in" = "header", "x-type-source" = "inferred")
    )]
    pub x_wechat_uin: String,
    /// The app. · 应用。
    #[serde(rename = "iLink-App-Id")]
    #[schemars(extend("x-in" = "header", "x-type-source" = "inferred"))]
    pub app_id: AppId,
    /// The program's version as a number. 0x00MMNNPP in decimal: 2.4.6 is 132102.
    ///
    /// 程序版本的数字形式。0x00MMNNPP 的十进制文本，如 2.4.6 为 132102。
    #[serde(rename = "iLink-App-ClientVersion")]
    #[schemars(regex(pattern = "^[0-9]*$"), extend("x-in" = "header", "x-type-source" = "inferred"))]
    pub client_version: String,
    /// A route. What it holds is not documented. · 路由标签。内容没有文档。
    #[serde(rename = "SKRouteTag", default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-in" = "header", "x-undocumented" = true))]
    pub route_tag: Option<String>,
}

/// The program that calls. · 发起调用的程序。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct BaseInfo {
    /// The program's version. · 程序版本。
    pub channel_version: String,
    /// The bot. Words as in a User-Agent, ASCII. · 机器人。形如 User-Agent 的 ASCII 文本。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 256))]
    pub bot_agent: Option<String>,
}

/// The kind of token. · token 的类型。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum AuthorizationType {
    /// A bot's · 机器人
    #[serde(rename = "ilink_bot_token")]
    Bot,
}

/// The app. · 应用。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum AppId {
    /// A bot · 机器人
    #[serde(rename = "bot")]
    Bot,
}

impl Caller {
    /// The caller of the examples.
    pub(super) fn example() -> Self {
        Self {
            base_info: BaseInfo { channel_version: "2.4.6".into(), bot_agent: None },
            authorization_type: AuthorizationType::Bot,
            x_wechat_uin: "MzA1NDE5ODk2".into(),
            app_id: AppId::Bot,
            client_version: "132102".into(),
            route_tag: None,
        }
    }
}
