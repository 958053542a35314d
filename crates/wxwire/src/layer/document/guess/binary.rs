//! What bytes hold that are no text.

use super::super::readable;
use super::{How, Inside, MAX_LAYERS, Room, Wrapped, evidence, text};
use crate::layer::charset::Charset;
use crate::layer::document::Layer;
use crate::layer::packed::{Packing, inflate, unpack};
use crate::layer::{delimited, der, protobuf};

pub(super) fn open<'c>(bytes: &'c [u8], text: Option<&str>, room: Room<'_>) -> Option<Inside<'c>> {
    let is_opaque = text.is_none();
    packed(bytes, is_opaque, room)
        .or_else(|| utf16(bytes, room))
        .or_else(|| (is_opaque && der::is_whole(bytes)).then_some(Inside::Der))
        .or_else(|| (is_message(bytes, text) && is_sure(bytes, room)).then_some(Inside::Protobuf))
        .or_else(|| is_stream(bytes).then_some(Inside::Delimited))
        .or_else(|| if is_opaque { gb18030(bytes, room).or_else(|| deflate(bytes, room)) } else { None })
}

/// Whether a message is none by chance.
fn is_sure(bytes: &[u8], room: Room<'_>) -> bool {
    tells(bytes, room.levels) && (!room.is_chance || evidence::of_message(bytes, MAX_LAYERS) >= evidence::MESSAGE)
}

/// What gzip or zlib hold, be it nothing that opens: their checksum tells.
fn packed<'c>(bytes: &[u8], is_opaque: bool, room: Room<'_>) -> Option<Inside<'c>> {
    let (packing, read) = is_opaque.then(|| unpack(bytes, room.unpacked))??;
    let layer = if matches!(packing, Packing::Gzip(_)) { Layer::Gzip } else { Layer::Deflate };
    // An empty one says too little to be one.
    (!read.is_empty()).then(|| wrapped(layer, How::Packed(packing), 0, bytes, read))
}

/// Bare deflate has no mark and no checksum: only what goes on opening is it.
fn deflate<'c>(bytes: &[u8], room: Room<'_>) -> Option<Inside<'c>> {
    // A block of one of three sorts.
    let begins = bytes.first().is_some_and(|first| first & 6 != 6);
    let read = (begins && bytes.len() >= LEAST_DEFLATE).then(|| inflate(bytes, room.unpacked))??;
    text::open(readable(&read)?, room.inside())?;
    Some(wrapped(Layer::Deflate, How::Packed(Packing::Deflate), 0, bytes, read))
}

/// The least that is tried.
const LEAST_DEFLATE: usize = 8;

/// UTF-16, with its mark or without.
fn utf16<'c>(bytes: &[u8], room: Room<'_>) -> Option<Inside<'c>> {
    let (charset, start) = match bytes {
        [0xff, 0xfe, ..] => (Charset::Utf16Le, 2),
        [0xfe, 0xff, ..] => (Charset::Utf16Be, 2),
        [0, first, 0, ..] if first.is_ascii_graphic() => (Charset::Utf16Be, 0),
        [first, 0, _, 0, ..] if first.is_ascii_graphic() => (Charset::Utf16Le, 0),
        _ => return None,
    };
    let read = charset.decode(&bytes[start..])?;
    let is_read = readable(read.as_bytes()).is_some() && read.len() >= LEAST_UTF16;
    let is_common = || start > 0 && read.chars().all(is_common);
    let is_it = is_read && (text::open(&read, room.inside()).is_some() || is_common());
    is_it.then(|| wrapped(Layer::Utf16, How::Encoded(charset), start, bytes, read.into_bytes()))
}

/// The least that is read as UTF-16 by its mark, in bytes of UTF-8.
const LEAST_UTF16: usize = 6;

/// A character as texts in Chinese and English have.
fn is_common(char: char) -> bool {
    matches!(char, '\0'..='\u{ff}' | '\u{2010}'..='\u{203b}' | '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ff00}'..='\u{ffef}' | '\u{1f300}'..='\u{1faff}' | '\u{feff}')
}

/// GB18030 of what goes on opening, or of so much Chinese that no other bytes read so. What is UTF-8 is none by chance.
fn gb18030<'c>(bytes: &[u8], room: Room<'_>) -> Option<Inside<'c>> {
    if std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let read = Charset::Gb18030.decode(bytes)?;
    let text = readable(read.as_bytes())?;
    let chinese = || text.chars().filter(|char| matches!(char, '\u{4e00}'..='\u{9fff}')).count() >= LEAST_CHINESE;
    let is_common = || chinese() && text.chars().all(is_common) && is_gb2312(bytes);
    let is_it = text::open(text, room.inside()).is_some() || is_common();
    is_it.then(|| wrapped(Layer::Gb18030, How::Encoded(Charset::Gb18030), 0, bytes, read.into_bytes()))
}

/// So many characters of Chinese tell.
const LEAST_CHINESE: usize = 12;

/// Whether all characters beyond ASCII are of the common part of GB18030.
fn is_gb2312(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        rest = match (first, behind) {
            (..0x80, _) => behind,
            (0xa1..=0xf7, [0xa1..=0xfe, behind @ ..]) => behind,
            _ => return false,
        };
    }
    true
}

fn wrapped<'c>(layer: Layer, how: How, start: usize, around: &[u8], bytes: Vec<u8>) -> Inside<'c> {
    Inside::Wrapped(Wrapped { layer, how, range: start..around.len(), joined: None, bytes })
}

/// Whether a message is none by chance: its field numbers are small, and it has a text in it or counts from 1 on.
fn tells(bytes: &[u8], levels: usize) -> bool {
    // Gone through field by field, and kept nowhere: a message can have a field in every two bytes.
    let fields = || protobuf::walk(bytes);
    let told = |field: &protobuf::Field<'_>| match field.value {
        protobuf::Value::Bytes(inner) if inner.len() > 1 => {
            readable(inner).is_some() || levels > 1 && tells(inner, levels - 1)
        }
        _ => false,
    };
    let counts =
        || fields().nth(2).is_some() && fields().flatten().zip(1..).all(|(field, number)| field.number == number);
    fields().all(|field| field.is_ok_and(|field| field.number < 1000))
        && (fields().flatten().any(|field| told(&field)) || counts())
}

/// Whether bytes inside a message are one of their own, and neither text nor just bytes; `text` is the bytes, if they
/// are readable.
pub(in super::super) fn is_message(bytes: &[u8], text: Option<&str>) -> bool {
    match text {
        // A text that begins with a line feed and then happens to say its own length is a message.
        Some(text) => text.starts_with('\n') && text.len() > 2 && protobuf::is_message(bytes),
        None => protobuf::is_message(bytes),
    }
}

/// Whether bytes are messages, each behind its length, that no other bytes would look like.
pub(in super::super) fn is_stream(bytes: &[u8]) -> bool {
    let mut bits = 0;
    for message in delimited::messages(bytes) {
        let Some((length, message)) = message else { return false };
        bits += 4 * length.len() + evidence::of_message(&bytes[message], MAX_LAYERS);
    }
    bits >= evidence::MESSAGE
}
