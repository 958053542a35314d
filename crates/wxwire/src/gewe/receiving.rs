//! How GeWe's callbacks are received: JSON in clear, answered within three seconds, and sent again where they are not.

use std::time::Duration;

use crate::layer::json::Value;
use crate::operation::Receiving;
use crate::operation::receiving::member;

pub(crate) static RECEIVING: Receiving = Receiving {
    within: Some(Duration::from_secs(3)),
    // Any answer will do; this is what clients send.
    answer: ("text/plain", "success"),
    repeat: |message| member(message, key),
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
