//! [获取 TOKEN](https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/doc-3385721): the token of the first API.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use crate::credential::Credential;
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};
use crate::youmi::Youmi;

/// Fetches a token of the first API, good for seven days.
///
/// 获取 v1 的令牌，有效期 7 天。
#[cfg_attr(doc, doc = "", doc = "On the wire, each name but `format` begins with a capital: `AppId`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetAccessToken {
    /// The form of the reply. · 回复格式。
    #[serde(rename = "format")]
    #[schemars(schema_with = "formats", extend("x-in" = "query"))]
    pub format: String,
    /// The monitor id of the console. · 监控 ID。
    pub app_id: String,
    /// A random text. · 随机字符串。
    pub nonce: String,
    /// The time. Unix seconds, good for 10 minutes; a number in the table, a text in the sample.
    ///
    /// 当前时间。Unix 秒，10 分钟内有效；文档的表格为数字，示例为字符串。
    pub timestamp: String,
    /// The signature of AppId, Nonce and Timestamp. HMAC-SHA1 with the app key in base64, percent-encoded with small letters.
    ///
    /// 对 AppId、Nonce、Timestamp 的签名。以 appkey 计算 HMAC-SHA1，base64 后做小写十六进制 URL 编码。
    #[schemars(regex(pattern = "^[A-Za-z0-9+/=%]*$"))]
    pub signature: String,
}

fn formats(_: &mut SchemaGenerator) -> Schema {
    schemars::json_schema!({"type": "string", "enum": ["json"]})
}

/// The reply. The name of the token's field is not known. · 回复。令牌字段的名称未知。
#[cfg_attr(doc, doc = "", doc = "On the wire, `msg_time` is `msgTime`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GetAccessTokenReply {
    /// The code. 10004 for reads, 20000 for actions. · 结果码。读取为 10004，操作为 20000。
    pub errmsg: i64,
    /// Whether it succeeded. · 是否成功。
    pub succeed: bool,
    /// When. · 时间。
    #[serde(default)]
    pub msg_time: String,
    /// The text of an error. · 错误说明。
    #[serde(default)]
    pub errdesc: Option<String>,
    /// When it ends. · 有效期。
    #[serde(default)]
    pub values: Option<TokenEnd>,
}

/// When a token ends. · 有效期。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TokenEnd {
    /// The moment at which it ends, not a duration. · 到期时间，不是时长。
    #[schemars(extend("x-unit" = "seconds"))]
    pub expires_in: i64,
}

impl Operation for GetAccessToken {
    type Gateway = Youmi;
    type Reply = GetAccessTokenReply;

    const ID: &str = "youmi.v1_get_access_token";
    const SECTION: Section = Section::new("v1", Words::new("v1", "first API"));
    const TITLE: Words = Words::new("获取 TOKEN", "Get a token of the first API");
    const SERVER: Option<&str> = Some("http://api10.agsoft.net:5001");
    const PATH: &str = "/publicapi/v1/GetAccessToken";
    const PAGE: &str = "https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/doc-3385721";
    const CREDENTIALS: &[Credential] = &[];
    const REPLY: &str = r#"{
        "errmsg": 10004, "succeed": true, "msgTime": "2020-06-23T15:46:11.6561987+08:00",
        "values": {"expires_in": 1593503171}, "errdesc": ""
    }"#;

    fn examples() -> Vec<Example<Self>> {
        let (app_id, nonce, timestamp) = ("10000001", "123456", "1592894384");
        let values = Self {
            format: "json".into(),
            app_id: app_id.into(),
            nonce: nonce.into(),
            timestamp: timestamp.into(),
            signature: super::signature("appkey", app_id, nonce, timestamp),
        };
        vec![Example::new("one", Words::new("获取 TOKEN", "A token"), values)]
    }
}
