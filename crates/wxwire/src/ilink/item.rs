//! A part of a message: a number tells its kind, and the member of that kind holds it. What is received is read without
//! what must be there in what is sent.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use serde_json::Value as Any;

use super::Media;
use crate::schema::choices;

/// The members of a part, by its number.
pub(super) const MEMBERS: [(i64, &str); 7] = [
    (1, "text_item"),
    (2, "image_item"),
    (3, "voice_item"),
    (4, "file_item"),
    (5, "video_item"),
    (11, "tool_call_start_item"),
    (12, "tool_call_result_item"),
];

/// A part of a message. · 消息的一部分。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(default)]
#[schemars(extend("required" = ["type"]))]
pub struct Item {
    /// Its kind. · 类型。
    #[serde(rename = "type")]
    #[schemars(schema_with = "kinds")]
    pub kind: i64,
    /// Text. · 文本。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_item: Option<TextItem>,
    /// A picture. · 图片。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_item: Option<ImageItem>,
    /// Voice. · 语音。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voice_item: Option<VoiceItem>,
    /// A file. · 文件。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_item: Option<FileItem>,
    /// A video. · 视频。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_item: Option<VideoItem>,
    /// A tool's call begins. What it holds is not documented. · 工具调用开始。内容没有文档。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-undocumented" = true))]
    pub tool_call_start_item: Option<Any>,
    /// A tool's result. What it holds is not documented. · 工具调用结果。内容没有文档。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-undocumented" = true))]
    pub tool_call_result_item: Option<Any>,
    /// What it quotes. · 引用的消息。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ref_msg: Option<RefMsg>,
}

/// Text. · 文本。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct TextItem {
    /// The text. · 文本内容。
    pub text: String,
}

/// A picture. · 图片。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(default)]
#[schemars(extend("required" = ["media"]))]
pub struct ImageItem {
    /// The picture. · 图片文件。
    #[schemars(extend("x-type-source" = "inferred"))]
    pub media: Media,
    /// The small picture. · 缩略图文件。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumb_media: Option<Media>,
    /// The key. In hexadecimal. · 密钥。十六进制。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9a-fA-F]*$"))]
    pub aeskey: Option<String>,
    /// The size. In bytes, encrypted. · 大小。密文字节数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-source" = "observed"))]
    pub mid_size: Option<u64>,
    /// The small picture's size. · 缩略图大小。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumb_size: Option<u64>,
    /// The small picture's height. · 缩略图高度。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumb_height: Option<u64>,
    /// The small picture's width. · 缩略图宽度。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumb_width: Option<u64>,
    /// The size in full quality. · 原图大小。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hd_size: Option<u64>,
}

/// Voice. · 语音。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(default)]
#[schemars(extend("required" = ["media"]))]
pub struct VoiceItem {
    /// The voice. · 语音文件。
    #[schemars(extend("x-type-source" = "inferred"))]
    pub media: Media,
    /// How it is encoded. · 编码。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "encodings")]
    pub encode_type: Option<i64>,
    /// Bits of a sample. · 采样位数。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bits_per_sample: Option<u64>,
    /// Samples a second. In Hz. · 采样率。单位 Hz。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample_rate: Option<u64>,
    /// How long it is. In milliseconds. · 时长。毫秒。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub playtime: Option<u64>,
    /// What it says. · 转写的文本。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A file. · 文件。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(default)]
#[schemars(extend("required" = ["media", "file_name"]))]
pub struct FileItem {
    /// The file. · 文件。
    #[schemars(extend("x-type-source" = "inferred"))]
    pub media: Media,
    /// Its name. · 文件名。
    #[schemars(extend("x-type-source" = "inferred"))]
    pub file_name: String,
    /// Its MD5. · 文件 MD5。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub md5: Option<String>,
    /// The size. A text; in bytes, not encrypted. · 大小。字符串，明文字节数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9]*$"), extend("x-source" = "observed"))]
    pub len: Option<String>,
}

/// A video. · 视频。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(default)]
#[schemars(extend("required" = ["media"]))]
pub struct VideoItem {
    /// The video. · 视频文件。
    #[schemars(extend("x-type-source" = "inferred"))]
    pub media: Media,
    /// The size. In bytes, encrypted. · 大小。密文字节数。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-source" = "observed"))]
    pub video_size: Option<u64>,
    /// How long it is. · 时长。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub play_length: Option<u64>,
    /// Its MD5. · 视频 MD5。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_md5: Option<String>,
    /// The small picture. · 缩略图文件。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumb_media: Option<Media>,
    /// The small picture's size. · 缩略图大小。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumb_size: Option<u64>,
    /// The small picture's height. · 缩略图高度。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumb_height: Option<u64>,
    /// The small picture's width. · 缩略图宽度。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumb_width: Option<u64>,
}

/// What a part quotes. More of it is not documented. · 引用的消息。其余内容没有文档。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(extend("additionalProperties" = true))]
#[serde(default)]
pub struct RefMsg {
    /// The part of its text. · 所引用的部分文本。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partial_text: Option<PartialText>,
    /// The message's id on the server. · 服务器消息 id。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svr_id: Option<Any>,
}

/// A part of a text. What its members count is not documented. · 部分文本。各字段的含义没有文档。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(default)]
pub struct PartialText {
    /// Where it begins. · 起始文本。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Any>,
    /// Where it ends. · 结束文本。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Any>,
    /// The index of the beginning. · 起始位置。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub startindex: Option<Any>,
    /// The index of the end. · 结束位置。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endindex: Option<Any>,
    /// The MD5 of what is quoted. · 引用内容的 MD5。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quotemd5: Option<String>,
}

fn kinds(_: &mut SchemaGenerator) -> Schema {
    choices(&[
        (1, "Text · 文本"),
        (2, "A picture · 图片"),
        (3, "Voice · 语音"),
        (4, "A file · 文件"),
        (5, "A video · 视频"),
        (11, "A tool's call · 工具调用开始"),
        (12, "A tool's result · 工具调用结果"),
    ])
}

fn encodings(_: &mut SchemaGenerator) -> Schema {
    choices(&[
        (1, "PCM · PCM 编码"),
        (2, "ADPCM · ADPCM 编码"),
        (3, "Feature · feature 编码"),
        (4, "Speex · Speex 编码"),
        (5, "AMR · AMR 编码"),
        (6, "SILK · SILK 编码"),
        (7, "MP3 · MP3 编码"),
        (8, "Ogg with Speex · Ogg-Speex 编码"),
    ])
}
