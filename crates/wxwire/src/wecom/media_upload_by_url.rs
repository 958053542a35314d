//! [生成异步上传任务](https://developer.work.weixin.qq.com/document/path/96219): WeCom fetches a large file from an address.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section, SettledBy};
use crate::problem::Source;

/// Has WeCom upload a file from an address. The address must allow Range requests.
///
/// 生成异步上传任务，由企业微信从文件地址拉取。文件地址需支持 Range 分块下载。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MediaUploadByUrl {
    /// What it is for. · 使用场景。
    #[schemars(schema_with = "scene", extend("x-type-source" = "documented"))]
    pub scene: i64,
    /// What it is. At most 200 MB. · 素材类型。不超过 200 MB。
    #[serde(rename = "type")]
    #[schemars(extend("x-source" = "documented"))]
    pub kind: UrlMediaType,
    /// The file's name. · 文件名。
    pub filename: String,
    /// The file's address. · 文件地址。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub url: String,
    /// The MD5 of the file. 32 hexadecimal digits. · 文件的 md5。32 位十六进制。
    #[schemars(
        length(min = 32, max = 32),
        regex(pattern = "^[0-9A-Fa-f]*$"),
        extend("x-source" = "inferred", "x-type-source" = "documented")
    )]
    pub md5: String,
}

/// What a file from an address is. · 素材类型。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UrlMediaType {
    /// A video · 视频
    Video,
    /// Any file · 普通文件
    File,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MediaUploadByUrlReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// The job's id. · 任务 id。
    pub jobid: String,
}

fn scene(_: &mut SchemaGenerator) -> Schema {
    crate::schema::choices(&[(1, "The one that is documented · 文档中唯一的取值")])
}

impl Operation for MediaUploadByUrl {
    type Gateway = Wecom;
    type Reply = MediaUploadByUrlReply;

    const ID: &str = "wecom.media_upload_by_url";
    const SECTION: Section = section::MEDIA;
    const TITLE: Words = Words::new("生成异步上传任务", "Upload a file from an address");
    const PATH: &str = "/cgi-bin/media/upload_by_url";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/96219";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "jobid": "JOBID"}"#;
    const EVIDENCE: Source = Source::Observed;
    const IDS: &[&str] = &["/jobid"];
    const SETTLED_BY: Option<SettledBy> = Some(SettledBy::call(
        "media/get_upload_by_url_result",
        Words::new("查询任务的执行结果", "shows how the job went"),
    ));

    fn examples() -> Vec<Example<Self>> {
        let of = |kind, filename: &str| Self {
            scene: 1,
            kind,
            filename: filename.into(),
            url: format!("https://example.com/{filename}"),
            md5: "d41d8cd98f00b204e9800998ecf8427e".into(),
        };
        vec![
            Example::new("one", Words::new("视频", "A video"), of(UrlMediaType::Video, "video.mp4")),
            Example::new("file", Words::new("文件", "A file"), of(UrlMediaType::File, "manual.pdf")),
        ]
    }
}
