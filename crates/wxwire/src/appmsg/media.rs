//! A `<msg>` without an `<appmsg>`: a picture, a video or voice.

use schemars::JsonSchema;

use crate::layer::xml::typed::Str;

/// A picture.
///
/// 图片。
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
pub(super) struct ImageMsg {
    /// The picture. · 图片。
    img: Image,
}

/// A picture, and where it is kept.
///
/// 图片及其存放位置。
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Image {
    /// The key of the file. · 文件密钥。
    #[serde(rename = "@aeskey")]
    #[schemars(extend("x-source" = "observed"))]
    aeskey: Str,
    /// The id of the file on the CDN. · 图片在 CDN 上的文件 id。
    #[serde(rename = "@cdnmidimgurl")]
    cdnmidimgurl: Option<Str>,
    /// The id of the thumbnail on the CDN. · 缩略图在 CDN 上的文件 id。
    #[serde(rename = "@cdnthumburl")]
    cdnthumburl: Option<Str>,
    /// The size. In bytes. · 大小。字节数。
    #[serde(rename = "@length")]
    length: Option<Str>,
    /// The MD5 of the file. · 文件 MD5。
    #[serde(rename = "@md5")]
    md5: Option<Str>,
}

/// A video.
///
/// 视频。
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
pub(super) struct VideoMsg {
    /// The video. · 视频。
    videomsg: Video,
}

/// A video, and where it is kept.
///
/// 视频及其存放位置。
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Video {
    /// The key of the file. · 文件密钥。
    #[serde(rename = "@aeskey")]
    #[schemars(extend("x-source" = "observed"))]
    aeskey: Str,
    /// The id of the file on the CDN. · 视频在 CDN 上的文件 id。
    #[serde(rename = "@cdnvideourl")]
    #[schemars(extend("x-source" = "observed"))]
    cdnvideourl: Str,
    /// The id of the thumbnail on the CDN. · 缩略图在 CDN 上的文件 id。
    #[serde(rename = "@cdnthumburl")]
    cdnthumburl: Option<Str>,
    /// The size. In bytes. · 大小。字节数。
    #[serde(rename = "@length")]
    length: Option<Str>,
    /// The duration. In seconds. · 时长。单位为秒。
    #[serde(rename = "@playlength")]
    playlength: Option<Str>,
    /// The MD5 of the file. · 文件 MD5。
    #[serde(rename = "@md5")]
    md5: Option<Str>,
    /// The newer MD5. · 新的 MD5。
    #[serde(rename = "@newmd5")]
    newmd5: Option<Str>,
}

/// Voice.
///
/// 语音。
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
pub(super) struct VoiceMsg {
    /// The voice. · 语音。
    voicemsg: Voice,
}

/// Voice, and where it is kept.
///
/// 语音及其存放位置。
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Voice {
    /// The key of the file. · 文件密钥。
    #[serde(rename = "@aeskey")]
    aeskey: Option<Str>,
    /// The duration. In milliseconds. · 时长。单位为毫秒。
    #[serde(rename = "@voicelength")]
    voicelength: Option<Str>,
    /// The size. In bytes. · 大小。字节数。
    #[serde(rename = "@length")]
    length: Option<Str>,
    /// The format. 4 is silk. · 格式。4 为 silk。
    #[serde(rename = "@voiceformat")]
    voiceformat: Option<Str>,
    /// The id of the file on the CDN. · 语音在 CDN 上的文件 id。
    #[serde(rename = "@voiceurl")]
    voiceurl: Option<Str>,
    /// The id of the buffer. · 缓冲 id。
    #[serde(rename = "@bufid")]
    bufid: Option<Str>,
}
