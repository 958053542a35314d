//! Type 2000: a transfer of money.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layer::xml::typed::{Str, elements};

/// A transfer of money.
///
/// 转账。
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Transfer {
    /// The transfer.
    ///
    /// 转账信息。
    pub wcpayinfo: Option<TransferInfo>,
}

elements! {
    /// What is transferred, and how far it has come.
    ///
    /// 转账信息。
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
    }
}
