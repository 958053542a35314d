//! [获取临时素材](https://developer.work.weixin.qq.com/document/path/90254): the bytes of a file that was uploaded or received.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Answers, Example, Method, Operation, Section};
use crate::problem::Source;

/// Downloads a file. · 获取临时素材。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MediaGet {
    /// The file's media id. · 素材 media_id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub media_id: String,
}

/// The reply. The file itself; of JSON there is nothing. · 回复。文件本身，没有 JSON 内容。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MediaGetReply {}

impl Operation for MediaGet {
    type Gateway = Wecom;
    type Reply = MediaGetReply;

    const ID: &str = "wecom.media_get";
    const SECTION: Section = section::MEDIA;
    const TITLE: Words = Words::new("获取临时素材", "Download a file");
    const METHOD: Method = Method::GET;
    const PATH: &str = "/cgi-bin/media/get";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/90254";
    const REPLY: &str = "{}";
    const ANSWERS: Answers = Answers::Bytes;
    const EVIDENCE: Source = Source::Observed;

    fn examples() -> Vec<Example<Self>> {
        vec![Example::new("one", Words::new("一个素材", "A file"), Self { media_id: "MEDIA_ID".into() })]
    }
}
