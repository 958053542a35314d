//! A live's state changed.

use schemars::JsonSchema;

use super::app::Message;
use crate::schema::choices;

/// A live's state changed: an event, and which live.
#[derive(JsonSchema)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "its schema is what is read")]
pub(super) struct StatusChange {
    #[serde(flatten)]
    event: Message,
    /// The live.
    ///
    /// 直播 id。
    living_id: Option<String>,
    /// The live's state.
    ///
    /// 直播状态。
    #[schemars(schema_with = "states")]
    status: Option<i64>,
}

fn states(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    choices(&[
        (0, "Planned.\n\n预约中。"),
        (1, "Live.\n\n直播中。"),
        (2, "Ended.\n\n已结束。"),
        (4, "Cancelled.\n\n已取消。"),
    ])
}
