//! The token of an app, which its other calls take.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ACCESS_TOKEN, CORPID, CORPSECRET, Wecom, section};
use crate::credential::{Credential, MASK};
use crate::lang::Words;
use crate::operation::{Example, Method, Operation, Section, Yield};

/// Fetches the access token of an app. · 获取应用的 access_token。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Gettoken {}

/// The reply. · 回复。
#[derive(Clone, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GettokenReply {
    /// The token. At most 512 bytes. · 凭证。最长 512 字节。
    pub access_token: String,
    /// For how many seconds it is good. · 有效时间，单位为秒。
    pub expires_in: u64,
}

/// Without the token.
impl fmt::Debug for GettokenReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { access_token: _, expires_in } = self;
        f.debug_struct("GettokenReply")
            .field("access_token", &format_args!("{MASK}"))
            .field("expires_in", expires_in)
            .finish()
    }
}

impl Operation for Gettoken {
    type Gateway = Wecom;
    type Reply = GettokenReply;

    const ID: &str = "wecom.gettoken";
    const SECTION: Section = section::BASIC;
    const TITLE: Words = Words::new("获取 access_token", "Get an access token");
    const METHOD: Method = Method::GET;
    const PATH: &str = "/cgi-bin/gettoken";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/91039";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "access_token": "accesstoken000001", "expires_in": 7200}"#;
    const CREDENTIALS: &[Credential] = &[CORPID, CORPSECRET];
    const YIELDS: &[Yield] = &[Yield::of(ACCESS_TOKEN, "/access_token", "/expires_in")];

    fn examples() -> Vec<Example<Self>> {
        vec![Example::new("app", Words::new("应用", "An app"), Self {})]
    }
}
