//! Types 4, 5 and 68: a link, a video's page, an article of an official account, an invitation to a group.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{Str, elements};

/// A link, a video's page, an article of an official account, an invitation to a group.
///
/// 链接、视频页、公众号文章、群邀请。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Link {
    /// The article. What the reader says of it.
    ///
    /// 文章信息。阅读器的分享信息。
    pub mmreadershare: Option<ReaderShare>,
}

elements! {
    /// What the reader of articles says.
    ///
    /// 文章阅读器的分享信息。
    pub struct ReaderShare {
        /// The kind of article. 0 in samples.
        ///
        /// 文章类别。样本中为 0。
        pub itemshowtype: Option<Str>,
    }
}
