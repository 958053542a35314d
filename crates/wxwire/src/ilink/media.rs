//! A file on the vendor's servers, encrypted.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use crate::schema::choices;

/// A file on the vendor's servers. `crypto::media` encrypts and opens it. · 服务器上的文件（已加密）。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(extend("required" = ["encrypt_query_param", "aes_key", "encrypt_type"]))]
pub struct Media {
    /// Where it is. The header `x-encrypted-param` of the answer to the upload; with `upload_param` in its place the message is
    /// taken and dropped.
    ///
    /// 文件位置。取自上传回复的 `x-encrypted-param` 头；误用 `upload_param` 时消息会被接收后丢弃。
    #[serde(default)]
    #[schemars(extend("x-source" = "observed", "x-type-source" = "inferred"))]
    pub encrypt_query_param: String,
    /// The key. base64 of 16 bytes, or of these in hexadecimal; to be sent, the second form works.
    ///
    /// 密钥。16 字节的 base64，或其十六进制文本的 base64；发送时用后一种。
    #[serde(default)]
    #[schemars(
        length(min = 24, max = 44),
        regex(pattern = "^[A-Za-z0-9+/=]*$"),
        extend("x-type-source" = "inferred")
    )]
    pub aes_key: String,
    /// How it is encrypted. 1 in what is sent. · 加密方式。发送时为 1。
    #[serde(default)]
    #[schemars(schema_with = "encrypt_types", extend("x-source" = "observed", "x-type-source" = "inferred"))]
    pub encrypt_type: i64,
    /// The whole address. In what is received; what is sent with it fails. · 完整地址。仅见于收到的消息，发送时带上会失败。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_url: Option<String>,
}

fn encrypt_types(_: &mut SchemaGenerator) -> Schema {
    choices(&[(0, "Not documented · 没有文档"), (1, "As files are sent · 发送文件时的方式")])
}

impl Media {
    /// That of the examples.
    pub(super) fn example() -> Self {
        Self {
            encrypt_query_param: "AAFFAHb5G1aLtYJ2x".into(),
            // base64 of 0123456789abcdef0123456789abcdef
            aes_key: "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=".into(),
            encrypt_type: 1,
            full_url: None,
        }
    }
}
