//! How Yunzhenji's callbacks are received: encrypted, sent once, and to be answered within a second.

use std::time::Duration;

use crate::credential::{Credential, Credentials};
use crate::crypto::Failure;
use crate::crypto::yunzhenji::Keys;
use crate::lang::Words;
use crate::layer::base64;
use crate::layer::json::{Kind, Tree};
use crate::operation::receiving::setting;
use crate::operation::sending::{Delivery, Sending};
use crate::operation::{Arrival, Opened, Receiving};

/// The key of callbacks.
const KEY: Credential = Credential::body(
    "encoding_aes_key",
    Words::new("EncodingAESKey，32 字节，开通时提供", "the EncodingAESKey of 32 bytes, given with the account"),
);

pub(crate) static RECEIVING: Receiving = Receiving {
    settings: &[KEY],
    within: Some(Duration::from_secs(1)),
    answer: ("application/json", r#"{"errcode":0}"#),
    open: |settings, arrival| events(settings, arrival).map(Opened::Message),
    read: Some(|settings, arrival| {
        // Text that is no base64 is no ciphertext: that is never text by chance.
        let text = std::str::from_utf8(arrival.body).map(|text| text.trim().trim_matches('"'));
        match text.is_ok_and(|text| base64::decode(text).is_err()) {
            true => Err(Failure::Envelope("base64")),
            false => events(settings, arrival),
        }
    }),
    sending: Sending {
        times: 1,
        post: |settings, message, _| {
            let body = Keys::new(setting(settings, &KEY)?)?.seal(message).into_bytes();
            Ok(Delivery { query: String::new(), content_type: "application/json; charset=utf-8", body })
        },
        trial: None,
        ..Sending::PLAIN
    },
    ..Receiving::PLAIN
};

/// The events in a body. There is no signature: the padding fits one wrong key in some hundred, and then it is the content
/// that shows it.
fn events(settings: &Credentials, arrival: Arrival<'_>) -> Result<Vec<u8>, Failure> {
    let message = Keys::new(setting(settings, &KEY)?)?.open(arrival.body)?;
    let is_list = Tree::read(&message).is_ok_and(|tree| tree.root().kind() == Kind::Array);
    is_list.then_some(message).ok_or(Failure::Content)
}
