//! One message of a record. A record inside a record stands in `<recordxml>`, and is kept as it is.

use crate::layer::xml::typed::{Str, elements};

elements! {
    /// One message of a record.
    ///
    /// 记录中的一条消息。
    pub struct DataItem {
        /// The type. 1 text, 2 picture, 4 video, 5 link, 6 location, 8 file, 17 record, 22 channels video, 23 channels live, 32 music, 37 emoticon.
        ///
        /// 类型。1 文本，2 图片，4 视频，5 链接，6 位置，8 文件，17 聊天记录，22 视频号，23 视频号直播，32 音乐，37 表情。
        #[serde(rename = "@datatype")]
        pub datatype: Option<Str>,
        /// The id in the record.
        ///
        /// 条目 id。
        #[serde(rename = "@dataid")]
        pub dataid: Option<Str>,
        /// The id in the note's page.
        ///
        /// 笔记页面中的 id。
        #[serde(rename = "@htmlid")]
        pub htmlid: Option<Str>,
        /// The name of who said it.
        ///
        /// 发言人昵称。
        pub sourcename: Option<Str>,
        /// When it was said.
        ///
        /// 发言时间。
        pub sourcetime: Option<Str>,
        /// The address of the speaker's avatar.
        ///
        /// 发言人头像地址。
        pub sourceheadurl: Option<Str>,
        /// The title.
        ///
        /// 标题。
        pub datatitle: Option<Str>,
        /// What was said. The text.
        ///
        /// 内容。文字。
        pub datadesc: Option<Str>,
        /// The file's extension.
        ///
        /// 文件扩展名。
        pub datafmt: Option<Str>,
        /// The file's size.
        ///
        /// 文件大小。
        pub datasize: Option<Str>,
        /// The file's CDN key.
        ///
        /// 文件 CDN 地址。
        pub cdndataurl: Option<Str>,
        /// The file's AES key.
        ///
        /// 文件 AES 密钥。
        pub cdndatakey: Option<Str>,
        /// The picture's CDN key.
        ///
        /// 缩略图 CDN 地址。
        pub cdnthumburl: Option<Str>,
        /// The picture's AES key.
        ///
        /// 缩略图 AES 密钥。
        pub cdnthumbkey: Option<Str>,
        /// The picture's size.
        ///
        /// 缩略图大小。
        pub thumbsize: Option<Str>,
        /// The file's MD5.
        ///
        /// 文件 MD5。
        pub fullmd5: Option<Str>,
        /// The picture's MD5.
        ///
        /// 缩略图 MD5。
        pub thumbfullmd5: Option<Str>,
        /// The chat that it comes from.
        ///
        /// 来源会话。
        #[serde(rename = "srcChatname")]
        pub src_chatname: Option<Str>,
        /// The message's local id.
        ///
        /// 本地消息 id。
        #[serde(rename = "srcMsgLocalid")]
        pub src_msg_localid: Option<Str>,
        /// When the message was made.
        ///
        /// 消息创建时间。
        #[serde(rename = "srcMsgCreateTime")]
        pub src_msg_create_time: Option<Str>,
        /// The message's UUID.
        ///
        /// 消息 UUID。
        pub messageuuid: Option<Str>,
        /// The message's id. Beyond 2^53.
        ///
        /// 消息 id。超出 2^53。
        pub fromnewmsgid: Option<Str>,
        /// The address of a link.
        ///
        /// 链接地址。
        pub link: Option<Str>,
        /// The address of a video's page.
        ///
        /// 视频页地址。
        pub streamweburl: Option<Str>,
        /// The location.
        ///
        /// 位置。
        pub location: Option<Location>,
        /// The emoticon.
        ///
        /// 表情。
        pub emojiitem: Option<EmojiItem>,
    }

    /// A location.
    ///
    /// 位置。
    pub struct Location {
        /// The latitude.
        ///
        /// 纬度。
        #[serde(rename = "@lat")]
        pub lat: Option<Str>,
        /// The longitude.
        ///
        /// 经度。
        #[serde(rename = "@lng")]
        pub lng: Option<Str>,
        /// The scale.
        ///
        /// 缩放级别。
        #[serde(rename = "@scale")]
        pub scale: Option<Str>,
        /// The label.
        ///
        /// 地址标签。
        #[serde(rename = "@label")]
        pub label: Option<Str>,
        /// The name of the place.
        ///
        /// 地点名称。
        #[serde(rename = "@poiname")]
        pub poiname: Option<Str>,
    }

    /// An emoticon.
    ///
    /// 表情。
    pub struct EmojiItem {
        /// The MD5.
        ///
        /// MD5 值。
        pub md5: Option<Str>,
        /// The address.
        ///
        /// 地址。
        pub cdnurlstring: Option<Str>,
    }
}
