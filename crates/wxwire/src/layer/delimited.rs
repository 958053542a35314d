//! Protobuf messages one behind the other, each behind its length, as they are written to a stream.

use std::ops::Range;

use super::protobuf;

/// A message: where its length stands, and where the message.
pub(crate) type Message = (Range<usize>, Range<usize>);

/// The messages up to the end; none where something else is there.
pub(crate) fn messages(bytes: &[u8]) -> impl Iterator<Item = Option<Message>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let message = message(bytes, at);
        at = message.as_ref().map_or(bytes.len(), |(_, message)| message.end);
        Some(message)
    })
}

fn message(bytes: &[u8], at: usize) -> Option<Message> {
    let mut length = 0_usize;
    for (count, byte) in bytes[at..].iter().take(4).enumerate() {
        length |= usize::from(byte & 0x7f) << (7 * count);
        if byte & 0x80 == 0 {
            let start = at + count + 1;
            let message = start..start + length;
            let is_one = protobuf::is_message(bytes.get(message.clone())?);
            return is_one.then_some((at..start, message));
        }
    }
    None
}
