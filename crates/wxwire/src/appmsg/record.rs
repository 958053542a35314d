//! Types 19, 24 and 40: a merged chat record, a note, and a record that was trimmed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{Embedded, Str, elements};

mod item;

pub use item::{DataItem, EmojiItem, Location};

/// A merged chat record (19), a note (24), or a record that was trimmed (40).
///
/// 聊天记录（19）、笔记（24）或精简的记录（40）。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Record {
    /// The record.
    ///
    /// 记录内容。
    pub recorditem: Option<Embedded<RecordItem>>,
    /// The type that it had. 19; of a trimmed record.
    ///
    /// 原类型。19；精简的记录才有。
    pub realinnertype: Option<Str>,
    /// The length that it had. Of a trimmed record.
    ///
    /// 原长度。精简的记录才有。
    pub xmlfulllen: Option<Str>,
}

/// The XML inside a record.
///
/// 记录内嵌的 XML。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct RecordItem {
    /// The record.
    ///
    /// 记录。
    pub recordinfo: Option<RecordInfo>,
}

elements! {
    /// A record of messages.
    ///
    /// 聊天记录。
    pub struct RecordInfo {
        /// Where it comes from.
        ///
        /// 来源场景。
        pub fromscene: Option<Str>,
        /// Who kept it.
        ///
        /// 收藏人。
        pub favusername: Option<Str>,
        /// When it was kept.
        ///
        /// 收藏时间。
        pub favcreatetime: Option<Str>,
        /// Whether it comes from a group.
        ///
        /// 是否来自群聊。
        #[serde(rename = "isChatRoom")]
        pub is_chat_room: Option<Str>,
        /// The title.
        ///
        /// 标题。
        pub title: Option<Str>,
        /// The preview.
        ///
        /// 预览。
        pub desc: Option<Str>,
        /// The preview, again.
        ///
        /// 预览（重复）。
        pub info: Option<Str>,
        /// The messages.
        ///
        /// 消息列表。
        pub datalist: Option<DataList>,
    }

    /// The messages of a record.
    ///
    /// 消息列表。
    pub struct DataList {
        /// How many there are.
        ///
        /// 条数。
        #[serde(rename = "@count")]
        pub count: Option<Str>,
        /// The messages. One after the other.
        ///
        /// 消息。逐条排列。
        #[serde(default)]
        pub dataitem: Vec<DataItem>,
    }
}
