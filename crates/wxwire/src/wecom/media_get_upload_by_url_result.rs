//! [查询异步上传任务结果](https://developer.work.weixin.qq.com/document/path/96219): how an upload from an address went.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};
use crate::problem::Source;

/// Gets the result of an upload from an address. · 查询异步上传任务的结果。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MediaGetUploadByUrlResult {
    /// The job's id. Of media/upload_by_url. · 任务 id。由 media/upload_by_url 返回。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub jobid: String,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MediaGetUploadByUrlResultReply {
    /// The code of the query. What the job came to stands in `detail`. · 查询本身的结果码。任务结果见 `detail`。
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// The job's state. · 任务状态。
    pub status: i64,
    /// What the job came to. · 任务结果。
    pub detail: UploadDetail,
}

/// What an upload from an address came to. · 异步上传的结果。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UploadDetail {
    /// The job's code. 0 for a success. · 任务结果码。0 表示成功。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// The file's media id. · 素材 media_id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_id: Option<String>,
    /// When it was uploaded. · 上传时间。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-unit" = "seconds"))]
    pub created_at: Option<i64>,
}

impl Operation for MediaGetUploadByUrlResult {
    type Gateway = Wecom;
    type Reply = MediaGetUploadByUrlResultReply;

    const ID: &str = "wecom.media_get_upload_by_url_result";
    const SECTION: Section = section::MEDIA;
    const TITLE: Words = Words::new("查询异步上传任务结果", "Get the result of an upload from an address");
    const PATH: &str = "/cgi-bin/media/get_upload_by_url_result";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/96219";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "status": 2, "detail": {
        "errcode": 0, "errmsg": "ok", "media_id": "MEDIA_ID", "created_at": 1380000000
    }}"#;
    const EVIDENCE: Source = Source::Observed;

    fn examples() -> Vec<Example<Self>> {
        vec![Example::new("one", Words::new("一个任务", "A job"), Self { jobid: "JOBID".into() })]
    }
}
