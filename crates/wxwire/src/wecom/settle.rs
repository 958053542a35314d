//! What settles a message that was sent: an event of customer service, and the answers to queries.

use crate::lang::Words;
use crate::layer::json::Value;
use crate::verdict::{Judge, Why, integer_or_text};

/// How many items of a list are looked at: a reply has at most a thousand.
const MAX_ITEMS: usize = 10_000;

/// One item of sync_msg: only a failure is told, by an event; a message of which none is told was delivered or is under way.
pub(super) fn kf_message(item: Value<'_>, judge: &mut Judge) {
    let Some(event) = item.get("event").filter(|event| is(*event, "event_type", "msg_send_fail")) else { return };
    let kind = event.get("fail_type").map(Value::source).unwrap_or_default();
    judge.at(event, Why::SendFailed, kind);
    judge.id(event, "fail_msgid");
}

/// What a query's answer says of messages that were sent before.
pub(super) fn answer(reply: Value<'_>, judge: &mut Judge) {
    let list = |name: &str| reply.get(name).into_iter().flat_map(Value::items).take(MAX_ITEMS);
    list("msg_list").filter(|item| is(*item, "msgtype", "event")).for_each(|item| kf_message(item, judge));
    // Whom a message to many was sent to, each by their own id; and which members confirmed one.
    let of_member = |name: &str| list(name).filter(|item| item.get("userid").is_some()).collect::<Vec<_>>();
    let (sent, tasks) = (of_member("send_list"), of_member("task_list"));
    let (mut waiting, mut unclear) = (false, vec![]);
    for (item, is_task) in sent.iter().map(|item| (*item, false)).chain(tasks.iter().map(|item| (*item, true))) {
        let name = ["external_userid", "chat_id"].into_iter().find(|name| item.get(name).is_some());
        let status = item.get("status");
        let why = match (status.and_then(integer_or_text), is_task) {
            (Some(0), _) => {
                waiting = true;
                continue;
            }
            (Some(1), false) | (Some(2), true) => Why::Sent,
            (Some(2 | 3), false) => Why::SendFailed,
            _ => {
                unclear.push(status.unwrap_or(item));
                continue;
            }
        };
        judge.at(status.unwrap_or(item), why, status.map_or("", Value::source));
        judge.id(item, name.unwrap_or("userid"));
    }
    // Beside what is known of others, what is known of nobody is worth a word.
    if judge.is_settling() {
        unclear.into_iter().for_each(|value| judge.code(value, Why::NoCode, None));
    }
    let is_paged = reply.get("send_list").or(reply.get("task_list")).is_some();
    let has_more = reply.get("next_cursor").is_some_and(|cursor| !cursor.is_str(""));
    if waiting || is_paged && has_more && judge.is_settling() {
        judge.pending();
        let (name, how) = LATER;
        judge.settled_by(name, how);
    }
}

const LATER: (&str, Words) = (
    "externalcontact/get_groupmsg_send_result",
    Words::new("查询下一页，或等成员确认后再查", "the next page, or the same query when members have confirmed"),
);

fn is(object: Value<'_>, name: &str, text: &str) -> bool {
    object.get(name).is_some_and(|value| value.is_str(text))
}
