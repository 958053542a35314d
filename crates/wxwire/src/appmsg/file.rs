//! Types 6 and 74: a file, ready, or still on its way.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::Str;

/// A file, ready (6) or still on its way (74).
///
/// 文件：已完成（6）或上传中（74）。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct File {
    /// The local network. Of a file on its way.
    ///
    /// 局域网信息。上传中的文件才有。
    pub laninfo: Option<Str>,
}
