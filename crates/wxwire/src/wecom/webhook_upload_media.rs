//! A file or a voice message for a group robot: uploaded once, named by its media id for three days, to that robot alone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::media_upload::{MediaUploadReply, check_size};
use super::{WEBHOOK_KEY, Wecom};
use crate::credential::Credential;
use crate::lang::Words;
use crate::layer::{base64, json};
use crate::operation::{Body, Example, Operation};
use crate::problem::Problem;

/// Uploads a file for a group robot. · 上传群机器人使用的文件。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct WebhookUploadMedia {
    /// What it is. · 文件类型。
    #[serde(rename = "type")]
    #[schemars(extend("x-in" = "query"))]
    pub kind: WebhookMediaType,
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

/// What a robot's file is. · 群机器人的文件类型。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WebhookMediaType {
    /// Any file, at most 20 MB · 普通文件，最大 20 MB
    File,
    /// Voice, AMR, at most 60 seconds and 2 MB · 语音，AMR，最长 60 秒，最大 2 MB
    Voice,
}

impl Operation for WebhookUploadMedia {
    type Gateway = Wecom;
    type Reply = MediaUploadReply;

    const ID: &str = "wecom.webhook_upload_media";
    const TITLE: Words = Words::new("群机器人上传文件", "Upload a file as a group robot");
    const BODY: Body = Body::Multipart;
    const PATH: &str = "/cgi-bin/webhook/upload_media";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/99110";
    const REPLY: &str =
        r#"{"errcode": 0, "errmsg": "ok", "type": "file", "media_id": "MEDIA_ID", "created_at": "1380000000"}"#;
    const CREDENTIALS: &[Credential] = &[WEBHOOK_KEY];
    const IDS: &[&str] = &["/media_id"];

    fn examples() -> Vec<Example<Self>> {
        let file =
            |kind, media: &[u8], name: &str| Self { kind, media: base64::encode(media), filename: Some(name.into()) };
        let text = file(WebhookMediaType::File, "你好，世界\n".as_bytes(), "hello.txt");
        // The head of an AMR file, and one frame without speech.
        let voice = file(WebhookMediaType::Voice, b"#!AMR\n\x7c", "hello.amr");
        vec![
            Example::new("file", Words::new("文件", "A file"), text),
            Example::new("voice", Words::new("语音", "A voice message"), voice),
        ]
    }

    /// Each type has a greatest size of its own.
    fn check(values: json::Value<'_>, problems: &mut Vec<Problem>) {
        check_size(values, problems);
    }
}
