//! The kinds of things, with their names.

use crate::lang::Words;

/// A kind of thing. The names are stable.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// What a gateway answered.
    Reply,
    /// What a gateway sent by itself.
    Callback,
    /// The values of a call.
    Request,
    /// What a receiver answers a callback with.
    PassiveReply,
    /// WeChat's `<appmsg>`, or the `<msg>` around it.
    AppMsg,
    /// The XML of another message of WeChat's.
    Message,
    /// An error code, alone or in the words of a program.
    Code,
    /// A web page, such as a proxy answers with.
    Page,
    /// Some other JSON.
    Json,
    /// Some other XML.
    Xml,
    /// Base64.
    Base64,
    /// Protobuf.
    Protobuf,
    /// A URL or path with a query.
    Query,
    /// Just text.
    Text,
    /// Just bytes.
    Bytes,
}

impl Kind {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Callback => "callback",
            Self::Request => "request",
            Self::PassiveReply => "passive_reply",
            Self::AppMsg => "appmsg",
            Self::Message => "message",
            Self::Code => "code",
            Self::Page => "page",
            Self::Json => "json",
            Self::Xml => "xml",
            Self::Base64 => "base64",
            Self::Protobuf => "protobuf",
            Self::Query => "query",
            Self::Text => "text",
            Self::Bytes => "bytes",
        }
    }
}

impl Kind {
    /// The name for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Reply => Words::new("回复", "reply"),
            Self::Callback => Words::new("回调", "callback"),
            Self::Request => Words::new("请求", "request"),
            Self::PassiveReply => Words::new("被动回复", "passive reply"),
            Self::AppMsg => Words::new("appmsg", "appmsg"),
            Self::Message => Words::new("消息", "message"),
            Self::Code => Words::new("错误码", "error code"),
            Self::Page => Words::new("网页", "web page"),
            Self::Json => Words::new("JSON", "JSON"),
            Self::Xml => Words::new("XML", "XML"),
            Self::Base64 => Words::new("base64", "base64"),
            Self::Protobuf => Words::new("protobuf", "protobuf"),
            Self::Query => Words::new("地址", "address"),
            Self::Text => Words::new("文本", "text"),
            Self::Bytes => Words::new("字节", "bytes"),
        }
    }
}
