//! [在微信中观看直播或直播回放](https://developer.work.weixin.qq.com/document/path/93641): the code that opens a live in WeChat.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};

/// Gets the code for watching a live in WeChat. · 获取在微信中观看直播的凭证。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct LivingGetLivingCode {
    /// The live's id. · 直播 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub livingid: String,
    /// The viewer's openid. · 观众的 openid。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub openid: String,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LivingGetLivingCodeReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// The code for WeChat. Good for 5 minutes, more than once. · 微信观看凭证。5 分钟内可重复使用。
    pub living_code: String,
}

impl Operation for LivingGetLivingCode {
    type Gateway = Wecom;
    type Reply = LivingGetLivingCodeReply;

    const ID: &str = "wecom.living_get_living_code";
    const SECTION: Section = section::LIVING;
    const TITLE: Words = Words::new("在微信中观看直播或直播回放", "Get the code for watching in WeChat");
    const PATH: &str = "/cgi-bin/living/get_living_code";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93641";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "living_code": "abcdef"}"#;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { livingid: "lvAAAAAAAAAA".into(), openid: "oAAAAAAAAAAA".into() };
        vec![Example::new("one", Words::new("一位观众", "A viewer"), values)]
    }
}
