//! [获取 Access Token](https://www.showdoc.com.cn/yunzhenji/11490694073951972): the token that the other calls take.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ACCESS_TOKEN, APP_ID, APP_SECRET, Yunzhenji};
use crate::credential::{Credential, MASK};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section, Yield};

/// Fetches the access token. It is good for 7200 s: use it until then.
///
/// 获取 access_token。有效期 7200 秒，有效期内请复用。
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct OauthToken {
    /// How it is granted. `grand_type` is the wire's. · 授权方式。`grand_type` 是接口的原样拼写。
    pub grand_type: GrandType,
}

/// How a token is granted. · 授权方式。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GrandType {
    /// By id and secret · 凭 AppID 和 AppSecret
    ClientCredentials,
}

/// The reply. The page's sample is not known; where the token stands is concluded from the other calls.
///
/// 回复。文档的示例未知，token 的位置由其他接口推断。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OauthTokenReply {
    /// 0 for a success. · 结果码。0 为成功。
    pub errcode: i64,
    /// What is wrong. · 错误原因。
    #[serde(default)]
    pub message: Option<String>,
    /// The token. · token 信息。
    #[serde(default)]
    #[schemars(extend("x-source" = "inferred"))]
    pub data: Option<OauthTokenData>,
}

/// A token. · token 信息。
#[derive(Clone, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OauthTokenData {
    /// The token. · 凭证。
    pub access_token: String,
    /// For how many seconds it is good. · 有效时间，单位为秒。
    #[schemars(extend("x-unit" = "seconds"))]
    pub expires_in: u64,
}

/// Without the token.
impl fmt::Debug for OauthTokenData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { access_token: _, expires_in } = self;
        f.debug_struct("OauthTokenData")
            .field("access_token", &format_args!("{MASK}"))
            .field("expires_in", expires_in)
            .finish()
    }
}

impl Operation for OauthToken {
    type Gateway = Yunzhenji;
    type Reply = OauthTokenReply;

    const ID: &str = "yunzhenji.oauth_token";
    const SECTION: Section = Section::new("access", Words::new("接入", "access"));
    const TITLE: Words = Words::new("获取 Access Token", "Get an access token");
    const PATH: &str = "/oauth/token";
    const PAGE: &str = "https://www.showdoc.com.cn/yunzhenji/11490694073951972";
    const REPLY: &str = r#"{"errcode": 0, "data": {"access_token": "xxx", "expires_in": 7200}}"#;
    const CREDENTIALS: &[Credential] = &[APP_ID, APP_SECRET];
    const YIELDS: &[Yield] = &[Yield::of(ACCESS_TOKEN, "/data/access_token", "/data/expires_in")];

    fn examples() -> Vec<Example<Self>> {
        let values = Self { grand_type: GrandType::ClientCredentials };
        vec![Example::new("one", Words::new("获取 token", "A token"), values)]
    }
}
