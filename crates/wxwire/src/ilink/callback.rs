//! The messages in updates, alone: what a bot keeps of them, or passes on.

use super::Message;
use crate::lang::Words;
use crate::layer::json::{Kind, Value};
use crate::operation::{Callback, Root};

pub(super) static CALLBACKS: [Callback; 7] = [
    one("ilink.text", Words::new("iLink 文本消息", "iLink text"), |root| is(root, 1)),
    one("ilink.image", Words::new("iLink 图片消息", "iLink picture"), |root| is(root, 2)),
    one("ilink.voice", Words::new("iLink 语音消息", "iLink voice"), |root| is(root, 3)),
    one("ilink.file", Words::new("iLink 文件消息", "iLink file"), |root| is(root, 4)),
    one("ilink.video", Words::new("iLink 视频消息", "iLink video"), |root| is(root, 5)),
    one("ilink.tool_call", Words::new("iLink 工具调用", "iLink call of a tool"), |root| {
        is(root, 11) || is(root, 12)
    }),
    one(
        "ilink.message",
        Words::new("iLink 消息（类型未知）", "iLink message of a kind that is not known"),
        |root| items(root).is_some(),
    ),
];

const fn one(name: &'static str, title: Words, is: fn(Root<'_>) -> bool) -> Callback {
    let told_by = Words::new(
        "含有 from_user_id、to_user_id、message_type 和 item_list，类型见第一项的 type",
        "it has from_user_id, to_user_id, message_type and item_list, whose first type is its kind",
    );
    Callback::of::<Message>(name, title, told_by, is)
}

/// Whether a document is a message whose first part is of a kind.
fn is(root: Root<'_>, kind: i64) -> bool {
    let first = items(root).and_then(|list| list.items().next());
    first.and_then(|item| item.get("type")?.as_i64()) == Some(kind)
}

/// The parts of a message; none where a document is no message.
fn items(root: Root<'_>) -> Option<Value<'_>> {
    let Root::Json(message) = root else { return None };
    ["from_user_id", "to_user_id", "message_type"].into_iter().try_for_each(|name| message.get(name).map(|_| ()))?;
    message.get("item_list").filter(|list| list.kind() == Kind::Array)
}
