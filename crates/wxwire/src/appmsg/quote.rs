//! Type 57: text that quotes a message.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{Str, elements};

/// Text that quotes a message.
///
/// 引用消息。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Quote {
    /// The quoted message.
    ///
    /// 被引用的消息。
    #[schemars(required, extend("x-source" = "observed"))]
    pub refermsg: Option<ReferMsg>,
}

elements! {
    /// A quoted message.
    ///
    /// 被引用的消息。
    pub struct ReferMsg {
        /// The message type. Not an appmsg's: 1, 3, 34, 43, 47, 49.
        ///
        /// 消息类型。是 MsgType，不是 appmsg 的 type：1、3、34、43、47、49。
        #[serde(rename = "type")]
        #[schemars(required, extend("x-source" = "observed"))]
        pub kind: Option<Str>,
        /// The message's id. Its NewMsgId.
        ///
        /// 消息 id。即 NewMsgId。
        #[schemars(required, extend("x-source" = "observed"))]
        pub svrid: Option<Str>,
        /// From whom. A wxid; which of the two it names in a group is not known.
        ///
        /// 来自。wxid；群聊中与 chatusr 的区别未知。
        #[schemars(required, extend("x-source" = "observed"))]
        pub fromusr: Option<Str>,
        /// The user of the chat. A wxid.
        ///
        /// 会话用户。wxid。
        #[schemars(required, extend("x-source" = "observed"))]
        pub chatusr: Option<Str>,
        /// The name of who said it.
        ///
        /// 发言人昵称。
        #[schemars(required, extend("x-source" = "observed"))]
        pub displayname: Option<Str>,
        /// What was said. Text, or the whole `<msg>`, which is escaped once more.
        ///
        /// 被引用的内容。文字，或整个 `<msg>`（多转义一层）。
        #[schemars(required, extend("x-source" = "observed"))]
        pub content: Option<Str>,
        /// The source of the quoted message. XML.
        ///
        /// 被引用消息的来源信息。XML。
        pub msgsource: Option<Str>,
        /// The message's id as text.
        ///
        /// 消息 id（文本）。
        pub strid: Option<Str>,
        /// When it was said.
        ///
        /// 发言时间。
        pub createtime: Option<Str>,
    }
}
