//! What the mock says for this gateway.

mod callbacks;

use serde_json::json;

use super::Gewe;
use super::send_msg::receivers;
use crate::credential::Credentials;
use crate::imitation::{Answer, Imitation, Mock, Refusal, Twist};
use crate::layer::json::Value;
use crate::operation::Entry;

impl Imitation for Gewe {
    fn refuse(&self, refusal: &Refusal) -> Answer {
        match refusal {
            Refusal::UnknownPath => Answer::bare(404),
            Refusal::WrongMethod => Answer::bare(405),
            // The one error that the document shows; what else there is, is not known.
            _ => Answer::ok(&json!({"ret": -1, "msg_err": "失败"})),
        }
    }

    /// One result for each receiver, where the call is answered so.
    fn answer(&self, entry: &Entry, values: Value<'_>, mock: &mut Mock) -> Option<serde_json::Value> {
        if entry.reply() != super::REPLY {
            return Some(to_receiver(self.answer_by_table(entry, mock)?, values));
        }
        let one = values.get("to_wxid").and_then(Value::as_str).map(|receiver| vec![receiver.into_owned()]);
        Some(results(&one.unwrap_or_else(|| receivers(values)), mock))
    }

    fn callback(&self, number: u64, _: &Credentials, mock: &mut Mock) -> Option<String> {
        Some(callbacks::of_its_own(number, mock))
    }
}

/// The answer to a message, with the receiver that the message has.
fn to_receiver(mut answer: serde_json::Value, values: Value<'_>) -> serde_json::Value {
    if let (Some(own), Some(receiver)) =
        (answer.pointer_mut("/data/toWxid"), values.get("toWxid").and_then(Value::as_str))
    {
        *own = receiver.into();
    }
    answer
}

/// A documented success, with one result for each receiver.
fn results(receivers: &[String], mock: &mut Mock) -> serde_json::Value {
    let kept = match mock.twist {
        Twist::FewerResults => receivers.len().saturating_sub(1),
        _ => receivers.len(),
    };
    let mut ret = if mock.twist == Twist::InnerFailure { -1 } else { 0 };
    let result = |receiver: &String| {
        let now = mock.seconds();
        json!({
            "Ret": std::mem::take(&mut ret),
            // The misspellings are the wire's.
            "ToUsetName": {"string": receiver},
            "MsgId": 0,
            "NewClientMsgid": mock.below(1 << 32),
            "Createtime": now,
            "servertime": now + 2,
            "Type": 1,
            "NewMsgId": mock.large_id(),
        })
    };
    let list: Vec<_> = receivers.iter().take(kept).map(result).collect();
    json!({
        "ret": 0,
        "msg": "success",
        "data": {"BaseResponse": {"ret": 0, "errMsg": {}}, "Count": list.len(), "List": list, "NoKnow": 0},
    })
}
