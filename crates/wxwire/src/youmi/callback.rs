//! What Youmi sends by itself (its first API).

use schemars::JsonSchema;
use serde_json::Value as Any;

use crate::kinds::Kinds;
use crate::lang::Words;
use crate::operation::{Callback, has};
use crate::schema::choices;

static KINDS: Kinds = Kinds::new("youmi", include_str!("../../callbacks/youmi.json"));

pub(super) static CALLBACKS: [Callback; 1] = [Callback::of::<Event>(
    "youmi.callback",
    Words::new("友米回调（v1）", "Youmi callback, v1"),
    Words::new("含有 Type、MerchantId、MsgTime 和 Values", "it has Type, MerchantId, MsgTime and Values"),
    |root| has(root, &["Type", "MerchantId", "MsgTime", "Values"]),
)
.of_kinds(&KINDS, |root| format!("type {}", root.text(&["Type"]).unwrap_or_default()))];

/// A callback.
#[derive(JsonSchema)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "its schema is what is read")]
struct Event {
    /// What happened.
    ///
    /// 事件。
    #[serde(rename = "Type")]
    #[schemars(schema_with = "types")]
    kind: i64,
    /// The merchant; a number or a text.
    ///
    /// 商户 id，数字或字符串。
    merchant_id: Any,
    /// When, in Unix seconds.
    ///
    /// 时间。Unix 秒。
    #[schemars(extend("x-unit" = "seconds"))]
    msg_time: i64,
    /// What it is about. · 内容。
    values: Option<Values>,
}

/// What it is about: of most types nothing is documented.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Values {
    /// The friend. · 好友编号。
    ad_friend_id: Option<i64>,
    /// The account's own WeChat id. · 运营号原始微信号。
    ad_friend_uwenober: Option<String>,
    /// The friend's original WeChat id. · 好友原始微信号。
    ad_friend_wenober: Option<String>,
}

fn types(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    choices(&[
        (0, "A tag or a remark was saved.\n\n标签或备注已保存。"),
        (1, "A message was sent.\n\n发送消息。"),
        (2, "A customer was edited.\n\n修改客户。"),
        (3, "Something in a group.\n\n群操作。"),
        (4, "Chat messages were fetched.\n\n拉取聊天消息。"),
        (5, "The list of friends.\n\n好友列表。"),
        (6, "A device is at fault.\n\n设备故障。"),
        (7, "A like or a comment on moments.\n\n朋友圈点赞或评论。"),
        (8, "A reply to comments on own moments.\n\n回复自己朋友圈的评论。"),
    ])
}
