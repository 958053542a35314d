//! Type 53: a group relay.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{Embedded, Str, elements};

elements! {
    /// Extra information.
    ///
    /// 扩展信息。
    pub struct ExtInfo {
        /// The group relay.
        ///
        /// 群接龙。
        pub solitaire_info: Option<Embedded<SolitaireInfo>>,
    }
}

/// The XML inside a group relay.
///
/// 群接龙内嵌的 XML。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct SolitaireInfo {
    /// The relay.
    ///
    /// 接龙。
    pub solitaire: Option<Solitaire>,
}

elements! {
    /// A group relay.
    ///
    /// 群接龙。
    pub struct Solitaire {
        /// The heading `tt`.
        ///
        /// 标题 `tt`。
        pub tt: Option<Str>,
        /// The mark `s`. What it counts is not known.
        ///
        /// 标记 `s`。含义未知。
        pub s: Option<Str>,
        /// The author.
        ///
        /// 发起人。
        pub au: Option<Str>,
        /// The entries.
        ///
        /// 接龙内容。
        pub content: Option<SolitaireContent>,
    }

    /// The entries of a relay.
    ///
    /// 接龙内容。
    pub struct SolitaireContent {
        /// The count. How many entries there are.
        ///
        /// 条数。
        pub s: Option<Str>,
        /// The entries. One for each that joined.
        ///
        /// 条目。每人一条。
        #[serde(default)]
        pub i: Vec<SolitaireEntry>,
    }

    /// One entry of a relay.
    ///
    /// 一条接龙。
    pub struct SolitaireEntry {
        /// Who. A wxid.
        ///
        /// 参与人。wxid。
        pub u: Option<Str>,
        /// When. The Unix second.
        ///
        /// 时间。Unix 秒时间戳。
        pub t: Option<Str>,
        /// The range. Its unit is not known.
        ///
        /// 范围。单位未知。
        pub r: Option<Str>,
    }
}
