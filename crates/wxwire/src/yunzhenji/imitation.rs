//! What the mock says for this gateway.

mod callbacks;

use serde_json::json;

use super::{SendMessage, Yunzhenji};
use crate::credential::Credentials;
use crate::imitation::{Answer, Imitation, Mock, Refusal, Taken, Twist};
use crate::layer::json::Value;
use crate::operation::{Entry, Operation};

impl Imitation for Yunzhenji {
    fn refuse(&self, refusal: &Refusal) -> Answer {
        let code = match refusal {
            Refusal::UnknownPath => return Answer::bare(404),
            Refusal::WrongMethod => 405,
            Refusal::NoCredential("access_token") => 112,
            Refusal::BadCredential("access_token") => 110,
            Refusal::ExpiredCredential("access_token") => 111,
            Refusal::NoCredential(_) | Refusal::BadCredential(_) | Refusal::ExpiredCredential(_) => 101,
            Refusal::BadBody(_) | Refusal::ExpiredFile(_) => 406,
            Refusal::RateLimited => 407,
        };
        let words = match code {
            101 => "app_id错误",
            110 => "access_token错误",
            111 => "access_token过期",
            112 => "access_token为空",
            405 => "请求方法不正确",
            406 => "参数错误",
            _ => "超出系统限制",
        };
        Answer::ok(&json!({"errcode": code, "message": words}))
    }

    fn answer(&self, entry: &Entry, values: Value<'_>, mock: &mut Mock) -> Option<serde_json::Value> {
        if entry.id != SendMessage::ID {
            return self.answer_by_table(entry, mock);
        }
        let of = |key: &str| values.get(key).and_then(Value::as_str).unwrap_or_default();
        let (sender, receiver) = (of("wxid"), of("target_wxid"));
        let count = values.get("messages")?.items().count();
        let kept = match mock.twist {
            Twist::None => count,
            // Code 0, and nothing in the list.
            Twist::InnerFailure => 0,
            Twist::FewerResults => count.saturating_sub(1),
        };
        let queued = |(idx, message): (usize, Value<'_>)| {
            let id = format!("{sender},{receiver},{}{}", mock.seconds() * 1000, mock.letters(6));
            let mut queued = json!({"idx": idx, "api_send_svrid": id});
            if let Some(own) = message.get("api_send_id") {
                let own = own.as_str().map_or_else(|| own.source().to_owned(), std::borrow::Cow::into_owned);
                queued["api_send_id"] = own.into();
            }
            queued
        };
        let data: Vec<_> = values.get("messages")?.items().enumerate().take(kept).map(queued).collect();
        Some(json!({"data": data, "errcode": 0}))
    }

    fn settle(&self, taken: Taken<'_>, mock: &mut Mock) -> Vec<String> {
        if taken.entry.id == SendMessage::ID { callbacks::settle(taken, mock) } else { vec![] }
    }

    fn callback(&self, number: u64, _: &Credentials, mock: &mut Mock) -> Option<String> {
        Some(callbacks::of_its_own(number, mock))
    }
}
