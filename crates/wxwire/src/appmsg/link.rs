//! Types 4, 5 and 68: a link, a video's page, an article of an official account, an invitation to a group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{Other, Str};

/// A link, a video's page, an article of an official account, an invitation to a group.
///
/// 链接、视频页、公众号文章、群邀请。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Link {
    /// The title. The heading of the card.
    ///
    /// 标题。卡片上的大字。
    pub title: Option<Str>,
    /// The description. The small print of the card.
    ///
    /// 描述。卡片上的小字。
    pub des: Option<Str>,
    /// What every type has.
    #[serde(flatten)]
    pub shell: Shell,
    /// The article. What the reader says of it.
    ///
    /// 文章信息。阅读器的分享信息。
    pub mmreadershare: Option<ReaderShare>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// What the reader of articles says.
///
/// 文章阅读器的分享信息。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct ReaderShare {
    /// The kind of article. 0 in samples.
    ///
    /// 文章类别。样本中为 0。
    pub itemshowtype: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<Link> for AppMsg {
    fn from(message: Link) -> Self {
        Self::Link(message)
    }
}
