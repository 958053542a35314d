//! What the mock says for this gateway.

mod bot;
mod callbacks;

use serde_json::json;

use super::Wecom;
use crate::credential::Credentials;
use crate::imitation::{Answer, Imitation, Mock, Refusal, Taken, Twist};
use crate::layer::json::Value;
use crate::operation::Entry;

impl Imitation for Wecom {
    fn refuse(&self, refusal: &Refusal) -> Answer {
        let (code, text) = match refusal {
            // Observed: an unknown path is 404 with an empty body.
            Refusal::UnknownPath => return Answer::bare(404),
            Refusal::NoCredential("corpid") => (41002, "corpid missing"),
            Refusal::NoCredential("corpsecret") => (41004, "corpsecret missing"),
            Refusal::BadCredential("corpid") => (40013, "invalid corpid"),
            Refusal::BadCredential("corpsecret") => (40001, "invalid credential"),
            // A robot whose key is absent does not exist either.
            Refusal::NoCredential("key") | Refusal::BadCredential("key") => (93000, "invalid webhook url"),
            Refusal::NoCredential(_) => (41001, "access_token missing"),
            Refusal::BadCredential(_) => (40014, "invalid access_token"),
            Refusal::ExpiredCredential("suite_access_token") => (42009, "suite_access_token expired"),
            Refusal::ExpiredCredential("device_access_token") => (42021, "device_access_token expired"),
            Refusal::ExpiredCredential(_) => (42001, "access_token expired"),
            Refusal::ExpiredFile(_) => (40007, "invalid media_id"),
            Refusal::RateLimited => (45009, "api freq out of limit"),
            Refusal::WrongMethod | Refusal::BadBody(_) => (40058, "invalid Request Parameter"),
        };
        let hint = "hint: [1767225600000000000000000], from ip: 127.0.0.1";
        let text = format!("{text}, {hint}, more info at https://open.work.weixin.qq.com/devtool/query?e={code}");
        let headers = vec![("Error-Code", code.to_string()), ("Error-Msg", text.clone())];
        Answer { headers, ..Answer::ok(&json!({"errcode": code, "errmsg": text})) }
    }

    fn go_wrong(&self, mut answer: serde_json::Value, twist: Twist) -> Option<serde_json::Value> {
        match twist {
            Twist::InnerFailure => answer["errmsg"] = "ok. Warning: wrong json format. ".into(),
            // Of several receivers, those that are wrong are left out.
            Twist::FewerResults => answer["invaliduser"] = "nobody|noone".into(),
            Twist::None => return None,
        }
        Some(answer)
    }

    fn answer(&self, entry: &Entry, values: Value<'_>, mock: &mut Mock) -> Option<serde_json::Value> {
        let answer = self.answer_by_table(entry, mock)?;
        Some(callbacks::answer(entry, values, mock).unwrap_or(answer))
    }

    fn settle(&self, taken: Taken<'_>, mock: &mut Mock) -> Vec<String> {
        callbacks::settle(taken, mock).into_iter().collect()
    }

    /// A profile that is held to a company gets what the company's app gets; a robot's callbacks are for no company.
    fn callback(&self, number: u64, settings: &Credentials, mock: &mut Mock) -> Option<String> {
        let is_held = settings.find("receive_id").is_some();
        let is_of_robot = !is_held && number % 4 == 3;
        Some(if is_of_robot { bot::of_its_own(number, mock) } else { callbacks::of_its_own(number, mock) })
    }

    fn address(&self, message: String, settings: &Credentials) -> String {
        let company = settings.find("receive_id").or_else(|| settings.find("corpid"));
        match company {
            Some(company) => callbacks::address(message, company.reveal()),
            None => message,
        }
    }

    fn follow(&self, callback: &[u8], reply: &[u8], mock: &mut Mock) -> Option<String> {
        bot::follow(callback, reply, mock)
    }
}
