//! [获取企业微信回调 IP 段](https://developer.work.weixin.qq.com/document/path/90930): where callbacks come from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Method, Operation, Section};
use crate::problem::Source;

/// Gets the addresses that callbacks come from. · 获取企业微信回调的来源 IP 段。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Getcallbackip {}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GetcallbackipReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// The addresses. One may hold the wildcard `*`. · IP 列表。可能含通配符 `*`。
    pub ip_list: Vec<String>,
}

impl Operation for Getcallbackip {
    type Gateway = Wecom;
    type Reply = GetcallbackipReply;

    const ID: &str = "wecom.getcallbackip";
    const SECTION: Section = section::BASIC;
    const TITLE: Words = Words::new("获取企业微信回调 IP 段", "Get the addresses that callbacks come from");
    const METHOD: Method = Method::GET;
    const PATH: &str = "/cgi-bin/getcallbackip";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/90930";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "ip_list": ["203.0.113.10", "198.51.100.*"]}"#;
    const EVIDENCE: Source = Source::Observed;

    fn examples() -> Vec<Example<Self>> {
        vec![Example::new("one", Words::new("全部地址", "All addresses"), Self {})]
    }
}
