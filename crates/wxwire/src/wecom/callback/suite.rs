//! What WeCom tells the provider of a third-party app.

use schemars::JsonSchema;

/// An event of a suite: its kind stands in InfoType.
#[derive(JsonSchema)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "its schema is what is read")]
pub(super) struct Info {
    /// The suite.
    ///
    /// 第三方应用的 SuiteId。
    suite_id: Option<String>,
    /// What happened.
    ///
    /// 事件。
    info_type: Option<String>,
    /// When, in Unix seconds.
    ///
    /// 时间。Unix 秒。
    #[schemars(extend("x-unit" = "seconds"))]
    time_stamp: Option<i64>,
    /// The company that granted or is granting the app.
    ///
    /// 授权企业的 CorpID。
    auth_corp_id: Option<String>,
}
