//! [设置回调地址](https://doc.geweapi.com/api-212040839): sets where callbacks go.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{self, Ack};
use super::{DEVICE, SERVER};
use crate::credential::Credential;
use crate::gewe::{Gewe, TOKEN};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};

/// Sets where callbacks go: one address for a token, and all its accounts. GeWe tries it at once; answer within 3 seconds.
///
/// 设置回调地址：一个 token 只有一个，用于其全部账号。设置时会推送一条测试，须在 3 秒内响应。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SetCallback {
    /// The device. The id of the logged-in device, `wx_…`. · 设备 id。登录设备的 id，形如 `wx_…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "device"))]
    pub app_id: String,
    /// The address. · 回调地址。
    pub callback_url: String,
}

impl Operation for SetCallback {
    type Gateway = Gewe;
    type Reply = Ack;

    const ID: &str = "gewe.login_set_callback";
    const SECTION: Section = Section::new("login", Words::new("登录", "login"));
    const TITLE: Words = Words::new("设置回调地址", "Set the callback address");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/login/setCallback";
    const PAGE: &str = "https://doc.geweapi.com/api-212040839";
    const REPLY: &str = reply::ACK;
    // The token that it is set for stands in the body as well.
    const CREDENTIALS: &[Credential] =
        &[TOKEN, Credential::body("token", Words::new("要设置的 token", "the token to set it for"))];

    fn examples() -> Vec<Example<Self>> {
        let values = Self { app_id: DEVICE.into(), callback_url: "https://example.com/gewe".into() };
        vec![Example::new("one", Words::new("一个地址", "An address"), values)]
    }
}
