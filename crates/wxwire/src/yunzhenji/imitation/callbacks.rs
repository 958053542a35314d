//! What Yunzhenji's mock sends by itself: lists of events.

use serde_json::{Value as Json, json};

use crate::imitation::{Mock, Taken};
use crate::layer::json::Value;

/// What follows messages that were taken in: a `chatMsg` for each, whatever became of it, and a failure for each that
/// failed. What a failure holds beyond the ids is not documented.
pub(super) fn settle(taken: Taken<'_>, mock: &mut Mock) -> Vec<String> {
    let of = |name: &str| text(taken.values.get(name));
    let (sender, receiver) = (of("wxid"), of("target_wxid"));
    let messages: Vec<_> = taken.values.get("messages").into_iter().flat_map(Value::items).collect();
    let ids = taken.answer.get("data").into_iter().flat_map(Value::items);
    let parts: Vec<_> = ids.zip(messages).map(|(ids, message)| (ids_of(ids), text(message.get("msg_type")))).collect();
    if parts.is_empty() {
        return vec![];
    }
    let sent = parts.iter().map(|(ids, kind)| {
        let mut item = message(&sender, &receiver, kind, mock);
        item.as_object_mut().into_iter().for_each(|item| item.extend(ids.clone()));
        item
    });
    let mut all = vec![event("chatMsg", &sender, sent.collect())];
    if taken.fails {
        all.push(event("chatMsgSendFail", &sender, parts.into_iter().map(|(ids, _)| ids.into()).collect()));
    }
    all
}

/// A message of a customer's, or of a room's.
pub(super) fn of_its_own(number: u64, mock: &mut Mock) -> String {
    let own = "1688850000000001";
    let from = if number.is_multiple_of(2) { "7881300000000001" } else { "R:10699000000000001" };
    let mut item = message(from, own, "text", mock);
    item["content"] = json!({"items": [{"type": "text", "text": format!("第 {number} 条")}]});
    event("chatMsg", own, vec![item])
}

fn message(from: &str, to: &str, kind: &str, mock: &mut Mock) -> Json {
    let chat = if to.starts_with("R:") || !from.starts_with("R:") { to } else { from };
    json!({
        "from_wxid": from, "to_wxid": to, "chat_wxid": chat, "chat_type": if chat.starts_with("R:") { 2 } else { 1 },
        "msg_type": kind, "msg_time": mock.seconds(), "wx_svrid": mock.large_id().to_string(), "msg_hash": mock.letters(16),
    })
}

fn event(kind: &str, account: &str, data: Vec<Json>) -> String {
    json!([{"type": kind, "rel_wxid": account, "data": data}]).to_string()
}

/// The ids by which a caller knows a message again.
fn ids_of(result: Value<'_>) -> serde_json::Map<String, Json> {
    let known = ["api_send_svrid", "api_send_id"].into_iter();
    known.filter_map(|name| Some((name.to_owned(), text(Some(result.get(name)?)).into()))).collect()
}

fn text(value: Option<Value<'_>>) -> String {
    value.and_then(Value::as_str).map(|text| text.into_owned()).unwrap_or_default()
}
