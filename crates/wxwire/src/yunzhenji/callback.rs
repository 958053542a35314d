//! What Yunzhenji sends by itself, decrypted: a list of events.

use schemars::JsonSchema;
use serde_json::Value as Any;

use super::SETTLED_BY;
use super::query_task::DENIED;
use crate::kinds::Kinds;
use crate::lang::Words;
use crate::layer::json::{Kind, Value};
use crate::operation::{Callback, Root};
use crate::schema::choices;
use crate::verdict::{Judge, Why, denies};

static KINDS: Kinds = Kinds::new("yunzhenji", include_str!("../../callbacks/yunzhenji.json"));

pub(super) static CALLBACKS: [Callback; 1] = [Callback::of::<Vec<Event>>(
    "yunzhenji.callback",
    Words::new("云真机回调（已解密）", "Yunzhenji callback, decrypted"),
    Words::new("数组，各项含有 type、rel_wxid 和 data", "a list of objects with type, rel_wxid and data"),
    |root| match root {
        Root::Json(list) if list.kind() == Kind::Array => {
            let is_event = |event: Value<'_>| ["type", "rel_wxid", "data"].iter().all(|name| event.get(name).is_some());
            list.items().next().is_some() && list.items().all(is_event)
        }
        _ => false,
    },
)
.of_kinds(&KINDS, |root| {
    let Root::Json(list) = root else { return String::new() };
    // Events of several kinds are no one's.
    let mut kinds = list.items().filter_map(|event| event.get("type")?.as_str());
    let first = kinds.next().unwrap_or_default();
    if kinds.all(|kind| kind == first) { format!("event {first}") } else { "event".to_owned() }
})
.judged_by(judge)];

/// Only a failure is told. A chatMsg comes for every message that was handed to the client, whatever became of it, so it
/// leaves the question open; of a message that was not sent by a call it says nothing here.
fn judge(events: Value<'_>, judge: &mut Judge) {
    let parts = |kind: &'static str| events.items().filter(move |event| is(*event, kind)).flat_map(parts);
    if events.items().all(|event| is(event, "taskDone")) {
        // What a task that is done holds is not documented. One that says itself that it is no success leaves its end open.
        let held = parts("taskDone").flat_map(|part| [Some(part), part.get("result")]).flatten();
        return held.filter(|told| denies(*told)).for_each(|told| judge.code(told, Why::NoCode, Some(DENIED)));
    }
    let mut failed = false;
    for part in parts("chatMsgSendFail") {
        failed = true;
        judge.at(part, Why::SendFailed, "");
        judge.id(part, "api_send_svrid");
        if part.get("api_send_id").is_some() {
            judge.id(part, "api_send_id");
        }
    }
    if failed {
        return;
    }
    for part in parts("chatMsg").filter(|part| part.get("api_send_svrid").is_some()) {
        judge.id(part, "api_send_svrid");
        if part.get("api_send_id").is_some() {
            judge.id(part, "api_send_id");
        }
        judge.queued();
        let (name, how) = SETTLED_BY;
        judge.settled_by(name, how);
    }
}

fn is(event: Value<'_>, kind: &str) -> bool {
    event.get("type").is_some_and(|name| name.is_str(kind))
}

/// The messages of an event; the event itself where it holds none, since the form of a failure is not documented.
fn parts(event: Value<'_>) -> Vec<Value<'_>> {
    let data = event.get("data");
    let items: Vec<_> = data.into_iter().flat_map(Value::items).collect();
    match data {
        _ if !items.is_empty() => items,
        Some(data) if data.kind() == Kind::Object => vec![data],
        _ => vec![event],
    }
}

/// One event.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Event {
    /// What happened. chatMsg: a message, whatever became of it; chatMsgSendFail: a message that failed.
    ///
    /// 事件。chatMsg 聊天消息（不论结果），chatMsgSendFail 发送失败，contacts 联系人，taskDone 任务完成。
    #[serde(rename = "type")]
    kind: String,
    /// The company; may be absent.
    ///
    /// 企业 wxid，可能没有。
    corp_wxid: Option<String>,
    /// The account that it concerns.
    ///
    /// 相关企微号 wxid。
    rel_wxid: String,
    /// What it is about.
    ///
    /// 内容。
    data: Vec<Item>,
}

/// A chat message.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Item {
    /// The sender.
    ///
    /// 发送方。
    from_wxid: Option<String>,
    /// The receiver.
    ///
    /// 接收方。
    to_wxid: Option<String>,
    /// The chat.
    ///
    /// 会话。
    chat_wxid: Option<String>,
    /// A private chat or a room.
    ///
    /// 会话类型。
    #[schemars(schema_with = "chat_types")]
    chat_type: Option<i64>,
    /// What kind of message.
    ///
    /// 消息类型。
    msg_type: Option<String>,
    /// When.
    ///
    /// 时间。
    #[schemars(extend("x-unit" = "seconds"))]
    msg_time: Option<i64>,
    /// What it says, by its kind.
    ///
    /// 内容，由类型决定。
    content: Option<Content>,
    /// The id that the call was answered with.
    ///
    /// 调用时返回的编号。
    api_send_svrid: Option<String>,
    /// The id that the caller gave.
    ///
    /// 调用方自定义的编号。
    api_send_id: Option<String>,
    /// The message's id on WeChat's server.
    ///
    /// 微信服务器消息 id。
    wx_svrid: Option<String>,
    /// The message's id on WeChat's side. · 微信消息 id。
    wx_msgid: Option<String>,
    /// The message's id of the vendor. · 平台消息 id。
    svrid: Option<String>,
    /// The message's id on the client. · 客户端编号。
    client_id: Option<String>,
    /// A hash of the message. · 消息哈希。
    msg_hash: Option<String>,
    /// The account. · 企微号 wxid。
    wxid: Option<String>,
    /// The vendor's customer. · 平台用户 id。
    user_id: Option<String>,
    /// Its sub-account. · 平台子账号 id。
    sub_user_id: Option<i64>,
    /// The company. · 企业编号。
    corp_id: Option<i64>,
    /// Which call or task it comes from. · 消息的来源。
    extra: Option<Extra>,
    /// The task that is done. · 任务编号。
    task_id: Option<Any>,
}

/// What a message says.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Content {
    /// The parts of a text. · 文本的各部分。
    items: Option<Vec<Part>>,
}

/// A part of a text.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Part {
    /// What it is. · 类型。
    #[serde(rename = "type")]
    kind: Option<String>,
    /// What it says. · 文本。
    text: Option<String>,
}

/// Which call or task a message comes from.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Extra {
    /// What kind of callback. · 回调类型。
    callback_type: Option<i64>,
    /// What kind of callback, for the client. · 客户端回调类型。
    client_callback_type: Option<i64>,
    /// Its place. · 序号。
    index: Option<i64>,
    /// The module. · 模块。
    module: Option<String>,
    /// The sender. · 发送方 wxid。
    sender_wxid: Option<String>,
    /// Where it comes from. · 来源。
    source: Option<i64>,
    /// The part of the task. · 子任务编号。
    sub_task_id: Option<String>,
    /// The vendor's sub-account. · 平台子账号 id。
    sub_user_id: Option<String>,
    /// The receiver's number. · 接收方编号。
    target_id: Option<String>,
    /// The receiver. · 接收方 wxid。
    target_wxid: Option<String>,
    /// The task. · 任务编号。
    task_id: Option<String>,
    /// The vendor's customer. · 平台用户 id。
    user_id: Option<String>,
}

fn chat_types(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    choices(&[(1, "A private chat.\n\n单聊。"), (2, "A room.\n\n群聊。")])
}
