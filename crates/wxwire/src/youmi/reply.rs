//! What Youmi answers with: the same around everything.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The reply. · 回复。
#[cfg_attr(doc, doc = "", doc = "On the wire, `request_id` is `requestId`, and `msg_time` is `msgTime`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Reply<T> {
    /// The id of the call. · 本次调用的编号。
    #[serde(default)]
    pub request_id: String,
    /// The code, a number. · 结果码。是数字，不是文字。
    pub errmsg: i64,
    /// Whether it was taken in. · 是否已接收。
    pub succeed: bool,
    /// When. · 时间。
    #[serde(default)]
    pub msg_time: String,
    /// The text of an error. · 错误说明。
    #[serde(default)]
    pub errdesc: Option<String>,
    /// What it brings. · 返回的内容。
    #[serde(default)]
    pub values: Option<T>,
}

/// The reply of a call of v2, up to its `values`.
macro_rules! v2 {
    ($values:literal) => {
        concat!(
            r#"{"requestId": "0HN4A1B2C3D4E:00000001", "errmsg": 0, "succeed": true, "#,
            r#""msgTime": "2025-05-16T10:00:00.0000000+08:00", "errdesc": """#,
            $values,
            "}"
        )
    };
}
pub(super) use v2;
