//! [获取商户 TOKEN](https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-84380512): the token of v2.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ACCESS, CLIENT_ID, CLIENT_SECRET, TOKEN, Youmi};
use crate::credential::{Credential, MASK};
use crate::lang::Words;
use crate::operation::{Body, Example, Operation, Section, Yield};
use crate::verdict::ReplyRule;

/// Fetches the token, at a host of its own. The page is marked as in development.
///
/// 获取 token，使用单独的域名。文档标注为开发中。
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ConnectToken {
    /// What it is for. · 权限范围。
    pub scope: Scope,
    /// How it is granted. · 授权方式。
    pub grant_type: GrantType,
}

/// What a token is for. · 权限范围。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum Scope {
    /// The calls of v2 · v2 接口
    #[serde(rename = "Ls.Qkl.PublicApi")]
    PublicApi,
}

/// How a token is granted. · 授权方式。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GrantType {
    /// By id and secret · 凭 client_id 和 client_secret
    ClientCredentials,
}

/// The reply, as one client reads it; the page's example is empty. · 回复。见于客户端代码，文档的示例为空。
#[derive(Clone, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(extend("x-source" = "observed"))]
#[non_exhaustive]
pub struct ConnectTokenReply {
    /// The token. · 凭证。
    pub access_token: String,
    /// For how many seconds it is good. · 有效时间，单位为秒。
    #[schemars(extend("x-unit" = "seconds"))]
    pub expires_in: u64,
}

/// Without the token.
impl fmt::Debug for ConnectTokenReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { access_token: _, expires_in } = self;
        f.debug_struct("ConnectTokenReply")
            .field("access_token", &format_args!("{MASK}"))
            .field("expires_in", expires_in)
            .finish()
    }
}

impl Operation for ConnectToken {
    type Gateway = Youmi;
    type Reply = ConnectTokenReply;

    const ID: &str = "youmi.connect_token";
    const SECTION: Section = ACCESS;
    const TITLE: Words = Words::new("获取商户 TOKEN", "Get a token");
    const SERVER: Option<&str> = Some("https://sso.yunshouzhi.net");
    const PATH: &str = "/connect/token";
    const PAGE: &str = "https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-84380512";
    const BODY: Body = Body::Form;
    const REPLY: &str = r#"{"access_token": "xxx", "expires_in": 7200}"#;
    const REPLY_RULE: Option<ReplyRule> = Some(ReplyRule::STATUS);
    const CREDENTIALS: &[Credential] = &[CLIENT_ID, CLIENT_SECRET];
    const YIELDS: &[Yield] = &[Yield::of(TOKEN, "/access_token", "/expires_in")];

    fn examples() -> Vec<Example<Self>> {
        let values = Self { scope: Scope::PublicApi, grant_type: GrantType::ClientCredentials };
        vec![Example::new("one", Words::new("获取 token", "A token"), values)]
    }
}
