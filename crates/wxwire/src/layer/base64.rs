//! Base64 as it is met in the wild: either alphabet, padded or not, with spare bits that need not be zero.

use super::change::Edit;
use crate::problem::{Code, Problem};

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A mark on what the one alphabet has alone, and one on what the other has. What neither has bears both.
const MARKS: u8 = 0x40 | 0x80;

/// What each byte stands for, with its mark.
const VALUES: [u8; 256] = values();

/// The bytes that a text stands for.
///
/// # Errors
/// A problem with the place of the first byte that fits neither alphabet, or of the end where the text is cut.
pub fn decode(text: &str) -> Result<Vec<u8>, Problem> {
    decoded(text.as_bytes()).ok_or_else(|| {
        let foreign = text.bytes().position(|byte| !byte.is_ascii_alphanumeric() && !b"+/-_=".contains(&byte));
        let at = foreign.unwrap_or(text.len());
        Problem::new(Code::NotBase64).span(at..(at + 1).min(text.len()).max(at))
    })
}

fn decoded(text: &[u8]) -> Option<Vec<u8>> {
    let padding = text.iter().rev().take_while(|byte| **byte == b'=').take(3).count();
    let body = &text[..text.len() - padding];
    let rest = body.len() % 4;
    if rest == 1 || padding > 0 && (rest < 2 || rest + padding > 4) {
        return None;
    }
    let (mut out, mut seen) = (Vec::with_capacity(body.len().div_ceil(4) * 3), 0);
    let mut group = |letters: [u8; 4]| {
        let values = letters.map(|letter| VALUES[usize::from(letter)]);
        seen |= values.iter().fold(0, |all, value| all | value);
        // What has a letter of the one alphabet alone has none of the other.
        (seen & MARKS != MARKS).then(|| {
            let bits = values.iter().fold(0, |bits, value| bits << 6 | u32::from(value & !MARKS));
            let [_, bytes @ ..] = bits.to_be_bytes();
            bytes
        })
    };
    let (groups, rest) = body.as_chunks();
    for letters in groups {
        out.extend_from_slice(&group(*letters)?);
    }
    if !rest.is_empty() {
        // `A` stands for nothing.
        let mut letters = [b'A'; 4];
        letters[..rest.len()].copy_from_slice(rest);
        out.extend_from_slice(&group(letters)?[..rest.len() - 1]);
    }
    Some(out)
}

const fn values() -> [u8; 256] {
    let mut values = [MARKS; 256];
    let mut at = 0;
    while at < 64 {
        let (standard, url_safe) = (STANDARD[at] as usize, URL_SAFE[at] as usize);
        values[standard] = at as u8 | 0x40;
        values[url_safe] = at as u8 | 0x80;
        if standard == url_safe {
            values[standard] = at as u8;
        }
        at += 1;
    }
    values
}

/// Bytes as base64, standard alphabet, padded.
pub fn encode(bytes: &[u8]) -> String {
    encoded(bytes, STANDARD)
}

fn encoded(bytes: &[u8], alphabet: &[u8; 64]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let mut three = [0; 4];
        three[1..=group.len()].copy_from_slice(group);
        let bits = u32::from_be_bytes(three);
        for place in 0..4 {
            let letter = alphabet[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place > group.len() { '=' } else { char::from(letter) });
        }
    }
    out
}

/// The place in a source of a byte that it stands for: the character in which it begins.
pub(super) fn source(raw: &str, at: usize) -> usize {
    (at / 3 * 4 + at % 3).min(raw.len())
}

/// A change of the bytes as a change of the source: only the groups of four that it touches are written anew, in the
/// source's own alphabet, where it tells, and with its own idea of padding.
pub(super) fn outward(raw: &str, bytes: &[u8], edit: &Edit) -> Edit {
    let is_padded = raw.ends_with('=') || raw.len().is_multiple_of(4);
    written(raw, bytes, edit, if raw.contains(['-', '_']) { URL_SAFE } else { STANDARD }, is_padded)
}

/// The same for a part of a token, which has to be in the alphabet for addresses: none is padded that was not.
pub(super) fn url_outward(raw: &str, bytes: &[u8], edit: &Edit) -> Edit {
    written(raw, bytes, edit, URL_SAFE, raw.ends_with('='))
}

fn written(raw: &str, bytes: &[u8], edit: &Edit, alphabet: &[u8; 64], is_padded: bool) -> Edit {
    let first = edit.range.start / 3;
    let shift = edit.new.len() != edit.range.len();
    let last = edit.range.end.div_ceil(3);
    let behind = if shift { bytes.len() } else { (last * 3).min(bytes.len()) };
    let range = first * 4..if behind == bytes.len() { raw.len() } else { last * 4 };
    let new = [&bytes[first * 3..edit.range.start], &edit.new, &bytes[edit.range.end..behind]].concat();
    let mut text = encoded(&new, alphabet);
    if !is_padded {
        text.truncate(text.trim_end_matches('=').len());
    }
    Edit { range, new: text.into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_the_vendors_send() {
        assert_eq!(decode("5bCP6YKq").expect("sendername"), "小邪".as_bytes());
        assert_eq!(decode("YQ").expect("no padding"), b"a");
        assert_eq!(decode("YR==").expect("spare bits"), b"a");
        assert_eq!(decode("-_8").expect("URL alphabet"), [0xfb, 0xff]);
    }

    proptest::proptest! {
        #[test]
        fn reads_and_writes_as_another_implementation_does(text in "[AQYz09]{0,5}[AQ+/_=-]{0,2}={0,4}", bytes in "\\PC{0,9}") {
            use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
            use base64::{Engine, alphabet};
            let tolerant = GeneralPurposeConfig::new()
                .with_decode_padding_mode(DecodePaddingMode::Indifferent)
                .with_decode_allow_trailing_bits(true);
            let [standard, url_safe] =
                [alphabet::STANDARD, alphabet::URL_SAFE].map(|own| GeneralPurpose::new(&own, tolerant));
            let other = standard.decode(&text).or_else(|_| url_safe.decode(&text));
            assert_eq!(decode(&text).ok(), other.ok(), "{text}");
            assert_eq!(encode(bytes.as_bytes()), standard.encode(&bytes));
            assert_eq!(encoded(bytes.as_bytes(), URL_SAFE), url_safe.encode(&bytes));
        }
    }

    #[test]
    fn names_the_byte_that_does_not_fit() {
        assert_eq!(decode("YW…").expect_err("not base64").span, Some(2..3));
        assert_eq!(decode("YWJjY").expect_err("cut").code, Code::NotBase64);
    }
}
