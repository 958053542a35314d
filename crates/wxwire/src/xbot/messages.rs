//! The protobuf messages inside xbot's base64 fields: numbers and names.

use crate::lang::Words;
use crate::layer::json::Value;
use crate::layer::protobuf::{Holds, Known, Message};

/// The message at a path of a reply or callback.
pub(super) fn message(root: Value<'_>, path: &str) -> Option<&'static Message> {
    match path {
        "/data/msg_data/appinfo!base64!base64!protobuf" => Some(&CLIENT_KEY),
        "/data/cdn_data!base64!protobuf" => Some(&RICH),
        "/data/msg_data/content!base64!protobuf" => match root.find("/data/msg_data/contenttype")?.as_i64()? {
            2 => Some(&RICH),
            13 => Some(&LINK),
            _ => None,
        },
        _ => None,
    }
}

const fn known(number: u32, name: &'static str, zh: &'static str, en: &'static str, holds: Holds) -> Known {
    Known { number, name, title: Words::new(zh, en), holds }
}

/// Names of its fields are not known; two hold the same moment.
static CLIENT_KEY: Message = Message {
    name: "client message key",
    fields: &[
        known(2, "", "时间（秒）", "time, in seconds", Holds::Seconds),
        known(3, "", "时间（毫秒）", "time, in milliseconds", Holds::Milliseconds),
    ],
};

static LINK: Message = Message {
    name: "LinkMessage",
    fields: &[
        known(1, "linkUrl", "链接", "link", Holds::Value),
        known(2, "imageUrl", "图片链接", "picture", Holds::Value),
        known(3, "title", "标题", "title", Holds::Value),
        known(4, "description", "描述", "description", Holds::Value),
        known(5, "imageData", "图片数据", "picture's bytes", Holds::Value),
        known(6, "cmd", "命令", "command", Holds::Value),
        known(7, "openImageUri", "图片地址", "picture's address", Holds::Value),
    ],
};

static RICH: Message =
    Message { name: "RichMessage", fields: &[known(1, "messages", "消息段", "part", Holds::Message(&PART))] };

static PART: Message = Message {
    name: "Message",
    fields: &[
        known(1, "contentType", "段类型，0 为文本", "kind of part, 0 is text", Holds::Value),
        known(2, "data", "段内容", "what the part says", Holds::Message(&TEXT)),
    ],
};

static TEXT: Message = Message { name: "TextMessage", fields: &[known(1, "content", "文本", "text", Holds::Value)] };
