//! What the mock says for this gateway.

use serde_json::json;

use super::Youmi;
use crate::credential::Credentials;
use crate::imitation::{Answer, Imitation, Mock, Refusal, Twist};

impl Imitation for Youmi {
    fn refuse(&self, refusal: &Refusal) -> Answer {
        // Codes of v1; those of v2 are not known.
        let (code, words) = match refusal {
            Refusal::UnknownPath => return Answer::bare(404),
            Refusal::WrongMethod => return Answer::bare(405),
            Refusal::NoCredential(_) => (200_001, "没有填写TOKEN"),
            Refusal::BadCredential(_) | Refusal::ExpiredCredential(_) => (10003, "令牌失效"),
            Refusal::BadBody(_) | Refusal::ExpiredFile(_) => (200_012, "用户传参错误"),
            Refusal::RateLimited => (200_019, "操作失败"),
        };
        Answer::ok(&json!({
            "requestId": "mock", "errmsg": code, "succeed": false, "msgTime": "2026-01-01T08:00:00+08:00",
            "values": null, "errdesc": words,
        }))
    }

    fn go_wrong(&self, mut answer: serde_json::Value, twist: Twist) -> Option<serde_json::Value> {
        // Success outside, and no task inside.
        let task = answer.pointer_mut("/values/taskId").filter(|_| twist == Twist::InnerFailure)?;
        *task = "".into();
        Some(answer)
    }

    fn callback(&self, number: u64, _: &Credentials, mock: &mut Mock) -> Option<String> {
        // Of the kinds that are documented, only one has a documented content.
        let values = json!({
            "ad_friend_id": 1_000_000 + number, "ad_friend_uwenober": "www_1000001", "ad_friend_wenober": "wxid_mock0000000002",
        });
        Some(json!({"Type": 0, "MerchantId": 1001, "MsgTime": mock.seconds(), "Values": values}).to_string())
    }
}
