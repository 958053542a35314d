//! Types 6 and 74: a file, ready, or still on its way.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{Other, Str};

/// A file, ready (6) or still on its way (74).
///
/// 文件：已完成（6）或上传中（74）。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct File {
    /// The file's name.
    ///
    /// 文件名。
    pub title: Option<Str>,
    /// The description. The small print of the card.
    ///
    /// 描述。卡片上的小字。
    pub des: Option<Str>,
    /// What every type has.
    #[serde(flatten)]
    pub shell: Shell,
    /// The local network. Of a file on its way.
    ///
    /// 局域网信息。上传中的文件才有。
    pub laninfo: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<File> for AppMsg {
    fn from(message: File) -> Self {
        Self::File(message)
    }
}
