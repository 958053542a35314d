//! What the mock says for this gateway.

use serde_json::json;

use super::{Ilink, LOGIN};
use crate::imitation::{Answer, Imitation, Mock, Refusal, Twist};
use crate::layer::json::Value;
use crate::operation::Entry;

impl Imitation for Ilink {
    fn refuse(&self, refusal: &Refusal) -> Answer {
        // -14 is documented and -2 with these words was seen; what answers the rest is the mock's own.
        match refusal {
            Refusal::UnknownPath => Answer::bare(404),
            Refusal::WrongMethod => Answer::bare(405),
            Refusal::NoCredential(_) | Refusal::BadCredential(_) | Refusal::ExpiredCredential(_) => {
                Answer::ok(&json!({"ret": -1, "errcode": -14, "errmsg": "session timeout"}))
            }
            Refusal::BadBody(path) | Refusal::ExpiredFile(path) => {
                Answer::ok(&json!({"ret": -1, "errmsg": format!("mock: {path}")}))
            }
            Refusal::RateLimited => Answer::ok(&json!({"ret": -2, "errmsg": "rate limited"})),
        }
    }

    /// A code that was not scanned yet, then one that was, then a login: as often as it is asked for.
    fn answer(&self, entry: &Entry, _: Value<'_>, mock: &mut Mock) -> Option<serde_json::Value> {
        let asked = (entry.id == LOGIN.ask && mock.twist == Twist::None).then(|| mock.seconds() % 3);
        match asked {
            Some(1) => Some(json!({"ret": 0, "status": "wait"})),
            Some(2) => Some(json!({"ret": 0, "status": "scaned"})),
            _ => self.answer_by_table(entry, mock),
        }
    }

    fn go_wrong(&self, mut answer: serde_json::Value, twist: Twist) -> Option<serde_json::Value> {
        // `ret` says yes, and a code beside it no.
        let is_inner = twist == Twist::InnerFailure && answer.get("ret").is_some();
        is_inner.then(|| answer["errcode"] = json!(-12))?;
        Some(answer)
    }
}
