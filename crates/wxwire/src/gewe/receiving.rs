//! How GeWe's callbacks are received: JSON in clear, answered within three seconds, and sent again where they are not.

use std::time::Duration;

use crate::layer::json::Value;
use crate::operation::receiving::{member, whole};
use crate::operation::sending::{Delivery, Sending, Trial};
use crate::operation::{Receiving, Repeat};

pub(crate) static RECEIVING: Receiving = Receiving {
    within: Some(Duration::from_secs(3)),
    // Any answer will do; this is what clients send.
    answer: ("text/plain", "success"),
    repeat: |message| {
        // What is no message has no number, and may be told in the same words again: but not within the time in which
        // repeats come.
        let event = || Repeat { key: whole(message), within: Some(Duration::from_secs(60)) };
        Some(member(message, key).map_or_else(event, Repeat::from))
    },
    sending: Sending {
        // That it sends again is known, and not how often.
        times: 2,
        trial: Some(|_, _| {
            let probe = r#"{"testMsg":"验证回调地址是否可用","token":"mock-token"}"#;
            Ok(Trial { delivery: Delivery::plain("application/json", probe.as_bytes()), expected: None })
        }),
        ..Sending::PLAIN
    },
    ..Receiving::PLAIN
};

/// The device and the message, in either case of the keys. What is no message has no such number.
fn key(root: Value<'_>) -> Option<String> {
    let of = |object: Value<'_>, names: [&str; 2]| {
        let value = names.iter().find_map(|name| object.get(name))?;
        Some(value.as_str().map_or_else(|| value.source().to_owned(), |text| text.into_owned()))
    };
    let device = of(root, ["Appid", "appid"])?;
    let data = ["Data", "data"].iter().find_map(|name| root.get(name)).unwrap_or(root);
    let number = of(data, ["NewMsgId", "newMsgId"]).filter(|number| number != "0")?;
    Some(format!("{device} {number}"))
}
