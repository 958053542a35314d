//! Type 87: the announcement of a group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{CData, Str};

/// The announcement of a group.
///
/// 群公告。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Announcement {
    /// The announcement. XML, `<group_notice_item>`.
    ///
    /// 公告内容。XML，`<group_notice_item>`。
    pub announcement: Option<CData>,
    /// The announcement, in WeChat's other spelling.
    ///
    /// 公告内容（微信的另一种拼写）。
    pub announcememt: Option<CData>,
    /// The text.
    ///
    /// 公告文字。
    pub textannouncement: Option<Str>,
    /// The pure text.
    ///
    /// 纯文字。
    pub xmlpuretext: Option<Str>,
    /// The announcement's id.
    ///
    /// 公告 id。
    pub announcement_id: Option<Str>,
}
