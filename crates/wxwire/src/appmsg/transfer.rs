//! Type 2000: a transfer of money.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AppMsg, Shell};
use crate::layer::xml::typed::{Other, Str};

/// A transfer of money.
///
/// 转账。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Transfer {
    /// The title. The heading of the card.
    ///
    /// 标题。卡片上的大字。
    pub title: Option<Str>,
    /// The description. The small print of the card.
    ///
    /// 描述。卡片上的小字。
    pub des: Option<Str>,
    /// What every type has.
    #[serde(flatten)]
    pub shell: Shell,
    /// The transfer.
    ///
    /// 转账信息。
    pub wcpayinfo: Option<TransferInfo>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

/// What is transferred, and how far it has come.
///
/// 转账信息。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct TransferInfo {
    /// The state. 1 or 7 sent, 3 or 5 received, 4 returned.
    ///
    /// 状态。1、7 已发出，3、5 已收款，4 已退还。
    pub paysubtype: Option<Str>,
    /// The amount. As text, `￥1.00`.
    ///
    /// 金额。文字，如 `￥1.00`。
    pub feedesc: Option<Str>,
    /// The transaction. WeChat's own spelling.
    ///
    /// 交易号。微信的拼写如此。
    #[serde(rename = "transcationid")]
    pub transaction_id: Option<Str>,
    /// The transfer's id.
    ///
    /// 转账单号。
    pub transferid: Option<Str>,
    /// When it becomes invalid.
    ///
    /// 失效时间。
    pub invalidtime: Option<Str>,
    /// When the transfer began.
    ///
    /// 发起时间。
    pub begintransfertime: Option<Str>,
    /// The effective date.
    ///
    /// 有效期。
    pub effectivedate: Option<Str>,
    /// The note.
    ///
    /// 转账说明。
    pub pay_memo: Option<Str>,
    /// Who receives.
    ///
    /// 收款人。
    pub receiver_username: Option<Str>,
    /// Who pays.
    ///
    /// 付款人。
    pub payer_username: Option<Str>,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    pub other: Other,
}

impl From<Transfer> for AppMsg {
    fn from(message: Transfer) -> Self {
        Self::Transfer(message)
    }
}
