//! [接收外部数据到智能表格](https://developer.work.weixin.qq.com/document/path/101260): records of a smart sheet, by its webhook.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Ack, WEBHOOK_KEY, Wecom, section};
use crate::credential::Credential;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate, Section};

/// Writes records of a smart sheet. Values stand under field ids, and have another shape than in add_records: a date is
/// milliseconds as a string, a select [{"text"}] that exists, a number bare, a picture base64 without `data:`.
///
/// 写入智能表格的记录。值以字段 id 为键，格式与 add_records 不同：日期为毫秒时间戳字符串，选项为已存在的 [{"text"}]，数字直接填写，图片为不带
/// `data:` 前缀的 base64。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(extend("x-one-of" = "add_records | update_records", "x-source" = "inferred"))]
pub struct WedocSmartsheetWebhook {
    /// Records to add. At most 500 in a call. · 要添加的记录。每次最多 500 条。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500), extend("x-source" = "observed"))]
    pub add_records: Vec<NewRecord>,
    /// Records to update. At most 500 in a call; only those that the webhook wrote.
    ///
    /// 要更新的记录。每次最多 500 条，只能更新由 webhook 写入的记录。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 500), extend("x-source" = "observed"))]
    pub update_records: Vec<ChangedRecord>,
}

/// A record to add. · 要添加的记录。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct NewRecord {
    /// The values by field id. · 以字段 id 为键的值。
    pub values: Map<String, Value>,
}

/// A record to update. · 要更新的记录。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ChangedRecord {
    /// The record's id. · 记录 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub record_id: String,
    /// The values by field id. · 以字段 id 为键的值。
    pub values: Map<String, Value>,
}

impl Operation for WedocSmartsheetWebhook {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.wedoc_smartsheet_webhook";
    const SECTION: Section = section::SMARTSHEET;
    const TITLE: Words = Words::new("通过 webhook 写入记录", "Write records by webhook");
    const PATH: &str = "/cgi-bin/wedoc/smartsheet/webhook";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/101260";
    const REPLY: &str = super::ACK;
    const CREDENTIALS: &[Credential] = &[WEBHOOK_KEY];
    const RATES: &[Rate] = &[
        Rate { times: 3000, seconds: 60, per: Words::new("每个子表", "sheet") },
        Rate { times: 10_000, seconds: 60, per: Words::new("每个文档", "document") },
    ];

    fn examples() -> Vec<Example<Self>> {
        let values = |value: Value| value.as_object().cloned().unwrap_or_default();
        let new = values(json!({
            "fAAAAA": "新任务", "fBBBBB": "1704067200000", "fCCCCC": 30, "fDDDDD": [{"text": "进行中"}]
        }));
        let changed =
            ChangedRecord { record_id: "rAAAAA".into(), values: values(json!({"fDDDDD": [{"text": "已完成"}]})) };
        vec![
            Example::new(
                "one",
                Words::new("添加一条记录", "Add a record"),
                Self { add_records: vec![NewRecord { values: new }], ..Self::default() },
            ),
            Example::new(
                "update",
                Words::new("更新一条记录", "Update a record"),
                Self { update_records: vec![changed], ..Self::default() },
            ),
        ]
    }
}
