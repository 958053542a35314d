//! A file for messages: uploaded once, named by its media id for three days.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::layer::{base64, json};
use crate::operation::{Body, Example, Operation, Section};
use crate::problem::{Code, Problem, Source, Unit};

/// Uploads a file for messages. · 上传用于消息的临时素材。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MediaUpload {
    /// What it is. · 素材类型。
    #[serde(rename = "type")]
    #[schemars(extend("x-in" = "query"))]
    pub kind: MediaType,
    /// The file. · 文件。
    #[schemars(extend(
        "contentEncoding" = "base64",
        "contentMediaType" = "application/octet-stream",
        "minBytes" = 6,
        "maxBytes" = 20_971_520
    ))]
    pub media: String,
    /// What it is called. A receiver of a file sees it. · 文件名。接收文件的人会看到。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-in" = "filename"))]
    pub filename: Option<String>,
}

/// What a file is. · 素材类型。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaType {
    /// A picture, JPG or PNG, at most 10 MB · 图片，JPG 或 PNG，最大 10 MB
    Image,
    /// Voice, AMR, at most 60 seconds and 2 MB · 语音，AMR，最长 60 秒，最大 2 MB
    Voice,
    /// A video, MP4, at most 10 MB · 视频，MP4，最大 10 MB
    Video,
    /// Any file, at most 20 MB · 普通文件，最大 20 MB
    File,
}

/// The reply. · 回复。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MediaUploadReply {
    /// What it is. · 素材类型。
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id, good for three days. · 素材 id，三天内有效。
    pub media_id: String,
    /// When it was uploaded. Unix seconds, as text. · 上传时间。Unix 秒，字符串。
    pub created_at: String,
}

impl Operation for MediaUpload {
    type Gateway = Wecom;
    type Reply = MediaUploadReply;

    const ID: &str = "wecom.media_upload";
    const SECTION: Section = section::MEDIA;
    const TITLE: Words = Words::new("上传临时素材", "Upload a file");
    const BODY: Body = Body::Multipart;
    const PATH: &str = "/cgi-bin/media/upload";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/90253";
    const REPLY: &str = r#"{
        "errcode": 0, "errmsg": "", "type": "image",
        "media_id": "1G6nrLmr5EC3MMb_-zK1dDdzmd0p7cNliYu9V5w7o8K0", "created_at": "1380000000"
    }"#;
    const IDS: &[&str] = &["/media_id"];

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            kind: MediaType::File,
            media: base64::encode("你好，世界\n".as_bytes()),
            filename: Some("hello.txt".into()),
        };
        vec![Example::new("file", Words::new("文件", "A file"), values)]
    }

    /// Each type has a greatest size of its own.
    fn check(values: json::Value<'_>, problems: &mut Vec<Problem>) {
        check_size(values, problems);
    }
}

/// Holds a file to the greatest size of its type.
pub(super) fn check_size(values: json::Value<'_>, problems: &mut Vec<Problem>) {
    let kind = values.get("type").and_then(json::Value::as_str);
    let megabytes = match kind.as_deref() {
        Some("image" | "video") => 10,
        Some("voice") => 2,
        // That of a file is the greatest of all, and stands in the schema.
        _ => return,
    };
    let Some(media) = values.get("media") else { return };
    let size = media.as_str().and_then(|text| base64::decode(&text).ok()).map_or(0, |bytes| bytes.len());
    let most = megabytes << 20;
    // Beyond the greatest of all it is told already.
    if (most + 1..=20 << 20).contains(&size) {
        let problem = Problem::new(Code::TooLong).measured(most, size, Unit::Bytes);
        problems.push(problem.on(media).source(Source::Documented));
    }
}
