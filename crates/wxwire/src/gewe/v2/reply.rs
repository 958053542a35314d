//! How the second API answers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Reply<T> {
    /// 200 for a success. · 结果码。200 表示成功。
    pub ret: i64,
    /// The words. · 结果说明。
    pub msg: String,
    /// What it brings. · 返回的内容。
    pub data: Option<T>,
}

/// The reply of a call that brings nothing. · 没有内容的回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Ack {
    /// 200 for a success. · 结果码。200 表示成功。
    pub ret: i64,
    /// The words. · 结果说明。
    pub msg: String,
}

/// A message that was sent. · 发出的消息。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Posted {
    /// The receiver. · 接收人。
    #[serde(default)]
    pub to_wxid: String,
    /// The time. Unix seconds; null for a video. · 发送时间。Unix 秒；视频为 null。
    #[serde(default)]
    #[schemars(extend("x-unit" = "seconds"))]
    pub create_time: Option<i64>,
    /// The message's id on the device. May be 0 in a success. · 消息 id。成功时也可能为 0。
    #[serde(default)]
    pub msg_id: i64,
    /// The message's id on the server. Beyond 2^53; with msgId and createTime, each as a string, it revokes the message.
    ///
    /// 服务器消息 id。会超过 2^53；与 msgId、createTime 一起，都写成字符串，即可撤回消息。
    pub new_msg_id: u64,
    /// The type. Null for a picture and a video. · 消息类型。图片和视频为 null。
    #[serde(rename = "type", default)]
    pub kind: Option<i64>,
}

/// A picture that was sent. Its key and ids forward it without another upload.
///
/// 发出的图片。用其中的密钥和 id 转发，无需重复上传。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PostedImage {
    /// The message.
    #[serde(flatten)]
    pub message: Posted,
    /// The key of the file. · 文件密钥。
    pub aes_key: String,
    /// The file's id. · 文件 id。
    pub file_id: String,
    /// Its size. In bytes. · 大小。字节数。
    #[serde(default)]
    pub length: i64,
    /// The width. · 宽度。
    #[serde(default)]
    pub width: i64,
    /// The height. · 高度。
    #[serde(default)]
    pub height: i64,
    /// The MD5 of the file. · 文件 MD5。
    #[serde(default)]
    pub md5: String,
}

/// A video that was sent. · 发出的视频。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PostedVideo {
    /// The message.
    #[serde(flatten)]
    pub message: Posted,
    /// The key of the file. · 文件密钥。
    pub aes_key: String,
    /// The file's id. · 文件 id。
    pub file_id: String,
    /// Its size. In bytes. · 大小。字节数。
    #[serde(default)]
    pub length: i64,
}

/// Where a file can be fetched. · 文件的下载地址。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FileUrl {
    /// The address. Valid for 7 days. · 下载地址。有效期 7 天。
    pub file_url: String,
}

/// Where an emoji can be fetched. · 表情的下载地址。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EmojiUrl {
    /// The address. Valid for 7 days; files have it as `fileUrl`. · 下载地址。有效期 7 天；文件的下载地址为 `fileUrl`。
    pub url: String,
}

/// The reply to a message of a type.
macro_rules! posted {
    ($type:literal) => {
        concat!(
            r#"{"ret": 200, "msg": "操作成功", "data": {"toWxid": "wxid_x7k2m9q4p1r322", "createTime": 1703841160, "#,
            r#""msgId": 769533801, "newMsgId": 3768973957812345671, "type": "#,
            $type,
            "}}"
        )
    };
}
pub(super) use posted;

/// The reply to a picture.
pub(super) const IMAGE: &str = r#"{"ret": 200, "msg": "操作成功", "data": {
    "toWxid": "wxid_x7k2m9q4p1r322", "createTime": 1703841160, "msgId": 769533801, "newMsgId": 3768973957812345671,
    "type": null, "aesKey": "6a7b8c9d0e1f2a3b4c5d6e7f8a9b0c1d",
    "fileId": "3057020100044b304902010002047c6f9a1b02032f57ed0204", "length": 1315979, "width": 1080, "height": 1920,
    "md5": "e10adc3949ba59abbe56e057f20f883e"
}}"#;

/// The reply to a video.
pub(super) const VIDEO: &str = r#"{"ret": 200, "msg": "操作成功", "data": {
    "toWxid": "wxid_x7k2m9q4p1r322", "createTime": null, "msgId": 769533801, "newMsgId": 3768973957812345671,
    "type": null, "aesKey": "6a7b8c9d0e1f2a3b4c5d6e7f8a9b0c1d",
    "fileId": "3057020100044b304902010002047c6f9a1b02032f57ed0204", "length": 1315979
}}"#;

/// The reply to what brings nothing.
pub(super) const ACK: &str = r#"{"ret": 200, "msg": "操作成功"}"#;

/// The reply to what fetches a file.
pub(super) const FILE: &str =
    r#"{"ret": 200, "msg": "操作成功", "data": {"fileUrl": "https://example.com/download/a"}}"#;
