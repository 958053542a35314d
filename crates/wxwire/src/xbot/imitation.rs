//! What the mock says for this gateway.

use serde_json::json;

use super::Xbot;
use crate::credential::Credentials;
use crate::imitation::{Answer, Imitation, Mock, Refusal, Twist};
use crate::layer::json::Value;
use crate::operation::Entry;

impl Imitation for Xbot {
    fn refuse(&self, refusal: &Refusal) -> Answer {
        // xbot's error codes are not known. The shape is that of one client's server; code and words are the mock's own.
        let words = match refusal {
            Refusal::BadBody(path) => format!("mock: {path}"),
            other => format!("mock: {other:?}"),
        };
        match refusal {
            Refusal::UnknownPath => Answer::bare(404),
            Refusal::WrongMethod => Answer::bare(405),
            _ => Answer::ok(&json!({"err_code": 1, "err_msg": words})),
        }
    }

    // A reply names the type of its request.
    fn answer(&self, entry: &Entry, values: Value<'_>, mock: &mut Mock) -> Option<serde_json::Value> {
        let mut answer = mock.fresh(&entry.reply(), entry.ids);
        if let Some(kind) = values.get("type").and_then(Value::as_str) {
            answer["type"] = kind.into_owned().into();
        }
        match mock.twist {
            Twist::None => Some(answer),
            twist => self.go_wrong(answer, twist),
        }
    }

    fn go_wrong(&self, mut answer: serde_json::Value, twist: Twist) -> Option<serde_json::Value> {
        let failed = answer.pointer_mut("/data/is_svr_fail").filter(|_| twist == Twist::InnerFailure)?;
        *failed = true.into();
        Some(answer)
    }

    fn callback(&self, number: u64, _: &Credentials, mock: &mut Mock) -> Option<String> {
        // A text: of no other kind is the content documented.
        let (own, friend) = ("1688850000000001", "7881300000000001");
        let now = mock.seconds().to_string();
        let data = json!({
            "appinfo": mock.large_id().to_string(), "at_list": [], "cdn_data": "", "content": format!("第 {number} 条"),
            "content_type": 2, "conversation_id": format!("S:{own}_{friend}"), "is_pc": 0,
            "local_id": (10_000 + number).to_string(), "receiver": own, "send_time": now, "sender": friend,
            "sender_name": "mock", "server_id": (1_000_000 + number).to_string(),
        });
        Some(json!({"data": data, "type": "WW_RECV_TEXT_MSG", "client_id": 1, "user_id": own}).to_string())
    }
}
