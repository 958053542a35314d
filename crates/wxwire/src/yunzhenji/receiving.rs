//! How Yunzhenji's callbacks are received: encrypted, sent once, and to be answered within a second.

use std::time::Duration;

use crate::credential::Credential;
use crate::crypto::yunzhenji::Keys;
use crate::lang::Words;
use crate::operation::receiving::setting;
use crate::operation::{Opened, Receiving};

/// The key of callbacks.
const KEY: Credential = Credential::body(
    "encoding_aes_key",
    Words::new("EncodingAESKey，32 字节，开通时提供", "the EncodingAESKey of 32 bytes, given with the account"),
);

pub(crate) static RECEIVING: Receiving = Receiving {
    settings: &[KEY],
    within: Some(Duration::from_secs(1)),
    answer: ("application/json", r#"{"errcode":0}"#),
    open: |settings, arrival| {
        let keys = Keys::new(setting(settings, &KEY)?)?;
        keys.open(arrival.body).map(Opened::Message)
    },
    ..Receiving::PLAIN
};
