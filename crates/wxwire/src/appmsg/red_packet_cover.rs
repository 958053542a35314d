//! Type 2003: the cover of a red packet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::Str;

/// The cover of a red packet.
///
/// 红包封面。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct RedPacketCover {
    /// The address of the source.
    ///
    /// 来源地址。
    pub receiverc2cshowsourceurl: Option<Str>,
}
