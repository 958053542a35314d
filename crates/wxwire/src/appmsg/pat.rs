//! Type 62: a pat.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{Str, elements};

/// A pat.
///
/// 拍一拍。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Pat {
    /// The pat. Who and whom; its inside is not known well enough for fields.
    ///
    /// 拍一拍。内部结构所知不足，未拆分字段。
    #[serde(rename = "patMsg")]
    pub pat_msg: Option<PatMsg>,
}

elements! {
    /// Who patted whom.
    ///
    /// 谁拍了谁。
    pub struct PatMsg {
        /// The chat.
        ///
        /// 所在会话。
        #[serde(rename = "chatUser")]
        pub chat_user: Option<Str>,
    }
}
