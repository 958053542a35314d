//! Type 87: the announcement of a group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{CData, Other, Str};

/// The announcement of a group.
///
/// 群公告。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Announcement {
    /// The title. Absent in samples.
    ///
    /// 标题。样本中没有。
    pub title: Option<Str>,
    /// The description. The small print of the card.
    ///
    /// 描述。卡片上的小字。
    pub des: Option<Str>,
    /// What every type has.
    #[serde(flatten)]
    pub shell: Shell,
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
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<Announcement> for AppMsg {
    fn from(message: Announcement) -> Self {
        Self::Announcement(message)
    }
}
