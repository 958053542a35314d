//! How WeCom's callbacks are received: signed and encrypted, answered within five seconds, and sent up to three times.

use std::time::Duration;

use crate::credential::{Credential, Credentials};
use crate::crypto::Failure;
use crate::crypto::wecom::{Keys, Sealed, encrypted};
use crate::lang::Words;
use crate::layer::escape::percent_encode;
use crate::layer::xml;
use crate::operation::receiving::{member, setting, whole};
use crate::operation::sending::{Delivery, Sending, Trial};
use crate::operation::{Fresh, Opened, Receiving, Repeat, Reply};

/// The token that signs.
const TOKEN: Credential = Credential::query(
    "callback_token",
    Words::new("接收消息的 Token，在应用的“接收消息”设置中", "the Token of “receive messages” in the app's settings"),
);

/// The key that encrypts.
const KEY: Credential = Credential::query(
    "encoding_aes_key",
    Words::new("接收消息的 EncodingAESKey，43 个字符", "the EncodingAESKey of “receive messages”, 43 characters"),
);

/// Whom callbacks must be for.
const RECEIVER: Credential = Credential::query(
    "receive_id",
    Words::new(
        "自建应用填 CorpID，第三方应用填 SuiteID；不填则不核对",
        "the corp id; of a third-party app, the suite id; without it, whoever they are for will do",
    ),
)
.optional()
.open();

pub(crate) static RECEIVING: Receiving = Receiving {
    settings: &[TOKEN, KEY, RECEIVER],
    within: Some(Duration::from_secs(5)),
    answer: ("text/plain", ""),
    open: |settings, arrival| {
        let sealed = Sealed::of_callback(arrival.query, arrival.body)?;
        let message = keys(settings)?.open(&sealed)?.message;
        let is_verification = arrival.body.trim_ascii().is_empty();
        Ok(if is_verification { Opened::Verification(message) } else { Opened::Message(message) })
    },
    repeat: |message| repeat(message).map(Repeat::from),
    read: Some(|settings, arrival| {
        let sealed = Sealed::of_callback(arrival.query, arrival.body).or_else(|_| Sealed::of_reply(arrival.body));
        Ok(match sealed {
            Ok(sealed) => keys(settings)?.open(&sealed)?.message,
            // The token signs, and nothing here is signed.
            Err(_) => unsigned(settings)?.decrypt(&encrypted(arrival.body)?)?.message,
        })
    }),
    sending: Sending {
        times: 3,
        of_account: &[super::CORPID],
        post: |settings, message, fresh| post(settings, message, &fresh),
        trial: Some(|settings, fresh| {
            let echo = fresh.nonce.clone().into_bytes();
            let sealed = seal(keys(settings)?, &echo, &fresh);
            let query = format!("{}&echostr={}", query(&sealed), percent_encode(&sealed.encrypt));
            let delivery = Delivery { query, content_type: "text/plain", body: vec![] };
            Ok(Trial { delivery, expected: Some(echo) })
        }),
    },
    seal: Some(|settings, arrival, text, fresh| {
        let keys = keys(settings)?;
        // A reply names whom the callback was for.
        let to = keys.open(&Sealed::of_callback(arrival.query, arrival.body)?)?.receiver;
        let sealed = keys.of(&to).seal(text, fresh.random, &fresh.timestamp, &fresh.nonce);
        Ok(if arrival.body.trim_ascii_start().starts_with(b"{") {
            Reply { content_type: "application/json", body: sealed.to_json() }
        } else {
            Reply { content_type: "application/xml", body: sealed.to_xml() }
        })
    }),
};

/// A callback in the envelope of its message: XML names company and app outside, too; JSON is what robots get, for no
/// company.
fn post(settings: &Credentials, message: &[u8], fresh: &Fresh) -> Result<Delivery, Failure> {
    let keys = keys(settings)?;
    let tree = std::str::from_utf8(message).ok().and_then(|text| xml::Tree::parse(text).ok());
    let Some(tree) = tree else {
        let sealed = seal(keys.of(""), message, fresh);
        let body = serde_json::json!({"encrypt": sealed.encrypt}).to_string().into_bytes();
        return Ok(Delivery { query: query(&sealed), content_type: "application/json", body });
    };
    let child = |name| tree.root().child(name).map(|child| child.text().trim().to_owned());
    let company = settings.find(RECEIVER).map(|secret| secret.reveal().to_owned());
    let company = company.or_else(|| child("ToUserName")).unwrap_or_default();
    let sealed = seal(keys.of(&company), message, fresh);
    let outside = |name: &str, value: Option<String>| {
        value.map(|value| format!("<{name}><![CDATA[{value}]]></{name}>")).unwrap_or_default()
    };
    let (to, agent) = (outside("ToUserName", child("ToUserName")), outside("AgentID", child("AgentID")));
    let encrypt = outside("Encrypt", Some(sealed.encrypt.clone()));
    let body = format!("<xml>{to}{agent}{encrypt}</xml>").into_bytes();
    Ok(Delivery { query: query(&sealed), content_type: "text/xml", body })
}

fn seal(keys: Keys, message: &[u8], fresh: &Fresh) -> Sealed {
    keys.seal(message, fresh.random, &fresh.timestamp, &fresh.nonce)
}

fn query(sealed: &Sealed) -> String {
    format!("msg_signature={}&timestamp={}&nonce={}", sealed.signature, sealed.timestamp, sealed.nonce)
}

fn unsigned(settings: &Credentials) -> Result<Keys, Failure> {
    let receiver = settings.find(RECEIVER).map(|secret| secret.reveal());
    Keys::new("", setting(settings, &KEY)?, receiver)
}

fn keys(settings: &Credentials) -> Result<Keys, Failure> {
    let receiver = settings.find(RECEIVER).map(|secret| secret.reveal());
    Keys::new(setting(settings, &TOKEN)?, setting(settings, &KEY)?, receiver)
}

/// A message sent again has the same id. An event has none: it is the same where all of it is. What asks how a stream of a
/// robot goes on has to be answered each time.
fn repeat(message: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(message).ok()?;
    if let Ok(tree) = xml::Tree::parse(text) {
        let id = tree.root().child("MsgId").or(tree.root().child("MsgID")).map(|id| id.text().trim().to_owned());
        let from = tree.root().child("FromUserName").map(|from| from.text().into_owned()).unwrap_or_default();
        let is_event = tree.root().child("MsgType").is_some_and(|kind| kind.text().trim() == "event");
        return Some(id.filter(|_| !is_event).map_or_else(|| whole(message), |id| format!("{from} {id}")));
    }
    let is_stream = member(message, |root| root.get("msgtype")?.as_str().map(|kind| kind.into_owned()));
    if is_stream.as_deref() == Some("stream") {
        return None;
    }
    member(message, |root| root.get("msgid")?.as_str().map(|id| id.into_owned())).or_else(|| Some(whole(message)))
}
