//! What WeCom's mock sends to an app by itself: messages and events, in XML.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::imitation::{Mock, Taken};
use crate::layer::json::Value;
use crate::operation::Entry;

/// The company, where none is named.
const COMPANY: &str = "ww0000000000000001";

/// What tells messages and events of customers.
const SYNC: &str = "wecom.kf_sync_msg";

/// A message of each kind in turn, then events.
pub(super) fn of_its_own(number: u64, mock: &mut Mock) -> String {
    let (media, card) = (mock.letters(32), mock.letters(32));
    let content = format!("第 {number} 条");
    let kinds: [(&str, &[(&str, &str)]); 10] = [
        ("text", &[("Content", &content)]),
        ("image", &[("PicUrl", "https://example.com/picture.jpg"), ("MediaId", &media)]),
        ("voice", &[("MediaId", &media), ("Format", "amr")]),
        ("video", &[("MediaId", &media), ("ThumbMediaId", &card)]),
        ("location", &[("Location_X", "39.903"), ("Location_Y", "116.397"), ("Scale", "15"), ("Label", "北京市")]),
        (
            "link",
            &[
                ("Title", &content),
                ("Description", "描述"),
                ("Url", "https://example.com/"),
                ("PicUrl", "https://example.com/a.jpg"),
            ],
        ),
        ("event", &[("Event", "enter_agent"), ("EventKey", "")]),
        ("event", &[("Event", "subscribe")]),
        ("event", &[("Event", "living_status_change"), ("LivingId", &media), ("Status", "1")]),
        (
            "event",
            &[
                ("Event", "template_card_event"),
                ("EventKey", "key"),
                ("TaskId", &media),
                ("CardType", "button_interaction"),
                ("ResponseCode", &card),
            ],
        ),
    ];
    let (kind, members) = kinds[(number % kinds.len() as u64) as usize];
    let mut members = members.to_vec();
    let id = mock.large_id().to_string();
    if kind != "event" {
        members.push(("MsgId", &id));
    }
    members.push(("AgentID", "1000002"));
    message("zhangsan", kind, &members, mock)
}

/// The same message, for a company.
pub(super) fn address(message: String, company: &str) -> String {
    let to = |company: &str| format!("<ToUserName><![CDATA[{company}]]></ToUserName>");
    message.replacen(&to(COMPANY), &to(&in_cdata(company)), 1)
}

/// What tells that something was settled: that a job of an upload has ended, or that there is news of a customer.
pub(super) fn settle(taken: Taken<'_>, mock: &mut Mock) -> Option<String> {
    let asked = |name: &str| taken.values.get(name).and_then(Value::as_str);
    let got = |name: &str| taken.answer.get(name).and_then(Value::as_str);
    match taken.entry.id {
        "wecom.media_upload_by_url" => {
            let job = got("jobid")?;
            Some(message("sys", "event", &[("Event", "upload_media_job_finish"), ("JobId", &job)], mock))
        }
        // Somebody presses the first button of a card.
        "wecom.message_send" => {
            let card = taken.values.get("template_card")?;
            let button = card.get("button_list")?.items().next()?;
            let text = |value: Value<'_>, name: &str| value.get(name).and_then(Value::as_str).map(Cow::into_owned);
            let members = [
                ("Event", "template_card_event".to_owned()),
                ("EventKey", text(button, "key")?),
                ("TaskId", text(card, "task_id").unwrap_or_default()),
                ("CardType", text(card, "card_type")?),
                ("ResponseCode", got("response_code").map_or_else(|| mock.letters(32), Cow::into_owned)),
                ("AgentID", taken.values.get("agentid")?.source().to_owned()),
            ];
            let members: Vec<_> = members.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let to = asked("touser").unwrap_or_default();
            let who = to.split('|').next().filter(|who| !matches!(*who, "" | "@all")).unwrap_or("zhangsan");
            Some(message(who, "event", &members, mock))
        }
        // A success is not told; a failure is, to whoever then asks.
        "wecom.kf_send_msg" if taken.fails => {
            let (account, id) = (asked("open_kfid")?, got("msgid")?);
            let event = json!({
                "event_type": "msg_send_fail", "open_kfid": account, "external_userid": asked("touser")?,
                "fail_msgid": id, "fail_type": 0,
            });
            let (new, now) = (mock.letters(32), mock.seconds());
            let told = json!({"msgid": new, "open_kfid": account, "send_time": now, "origin": 4, "msgtype": "event", "event": event});
            mock.tell_later(&account, told);
            let token = mock.letters(32);
            let members = [("Event", "kf_msg_or_event"), ("Token", &*token), ("OpenKfId", &*account)];
            Some(message("sys", "event", &members, mock))
        }
        _ => None,
    }
}

/// What there is news of, where that was asked.
pub(super) fn answer(entry: &Entry, values: Value<'_>, mock: &mut Mock) -> Option<Json> {
    let account = (entry.id == SYNC).then(|| values.get("open_kfid")?.as_str())??;
    let told = mock.told(&account);
    let cursor = mock.letters(16);
    (!told.is_empty())
        .then(|| json!({"errcode": 0, "errmsg": "ok", "next_cursor": cursor, "has_more": 0, "msg_list": told}))
}

fn message(from: &str, kind: &str, members: &[(&str, &str)], mock: &mut Mock) -> String {
    let mut xml = format!(
        "<xml><ToUserName><![CDATA[{COMPANY}]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName>\
         <CreateTime>{}</CreateTime><MsgType><![CDATA[{kind}]]></MsgType>",
        mock.seconds()
    );
    for (name, value) in members {
        let value = in_cdata(value);
        // Writing to a text cannot fail.
        let _ = write!(xml, "<{name}><![CDATA[{value}]]></{name}>");
    }
    xml + "</xml>"
}

fn in_cdata(text: &str) -> String {
    text.replace("]]>", "]]]]><![CDATA[>")
}

#[cfg(test)]
mod tests {
    use crate::catalog;
    use crate::credential::Credentials;
    use crate::imitation::Mock;

    /// Every callback of an app is for the company of the profile, be it named for calls or for callbacks.
    #[test]
    fn callbacks_are_for_the_company_of_the_profile() {
        let gateway = catalog::gateways().find(|gateway| gateway.name == "wecom").expect("it is there");
        let company = "ww1234567890abcdef";
        for name in ["corpid", "receive_id"] {
            let settings = Credentials::new().with(name, company);
            for number in 0..20 {
                let message = gateway.callback(number, &settings, &mut Mock::new(1)).expect("a callback");
                let message = gateway.address(message, &settings);
                let is_of_robot = message.starts_with('{');
                assert!(!is_of_robot || name == "corpid", "{message}");
                let to = format!("<xml><ToUserName><![CDATA[{company}]]></ToUserName>");
                assert!(is_of_robot || message.starts_with(&to), "{message}");
            }
        }
    }
}
