//! Base64 as it is met in the wild: either alphabet, padded or not, with spare bits that need not be zero.

use super::change::Edit;
use crate::problem::{Code, Problem};

/// The letters that stand for the numbers below 62 in either alphabet, and what each has for the last two.
const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const STANDARD: [u8; 2] = *b"+/";
const URL_SAFE: [u8; 2] = *b"-_";

/// The bytes that a text stands for.
///
/// # Errors
/// A problem with the place of the first byte that fits neither alphabet, or of the end where the text is cut.
pub fn decode(text: &str) -> Result<Vec<u8>, Problem> {
    let foreign = || text.bytes().position(|byte| !byte.is_ascii_alphanumeric() && !b"+/-_=".contains(&byte));
    decoded(text).ok_or_else(|| {
        let at = foreign().unwrap_or(text.len());
        Problem::new(Code::NotBase64).span(at..(at + 1).min(text.len()).max(at))
    })
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let letters = text.trim_end_matches('=').as_bytes();
    // What has a letter of the one alphabet alone is not read by the other.
    let last = if letters.iter().any(|letter| URL_SAFE.contains(letter)) { URL_SAFE } else { STANDARD };
    let padding = text.len() - letters.len();
    // One letter is no byte, and padding fills the last group of four and no more.
    if letters.len() % 4 == 1 || padding > (4 - letters.len() % 4) % 4 {
        return None;
    }
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3 + 2);
    let (mut bits, mut count) = (0_u32, 0);
    for &letter in letters {
        let number = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            _ if letter == last[0] => 62,
            _ if letter == last[1] => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(number);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

/// Bytes as base64, standard alphabet, padded.
pub fn encode(bytes: &[u8]) -> String {
    encoded(bytes, STANDARD)
}

fn encoded(bytes: &[u8], last: [u8; 2]) -> String {
    let letter = |number: u32| {
        let at = (number & 63) as usize;
        char::from(if at < 62 { LETTERS[at] } else { last[at - 62] })
    };
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        text.extend([letter(bits >> 18), letter(bits >> 12)]);
        text.push(if group.len() > 1 { letter(bits >> 6) } else { '=' });
        text.push(if group.len() > 2 { letter(bits) } else { '=' });
    }
    text
}

/// The place in a source of a byte that it stands for: the character in which it begins.
pub(super) fn source(raw: &str, at: usize) -> usize {
    (at / 3 * 4 + at % 3).min(raw.len())
}

/// A change of the bytes as a change of the source: only the groups of four that it touches are written anew, in the
/// source's own alphabet and with its own idea of padding.
pub(super) fn outward(raw: &str, bytes: &[u8], edit: &Edit) -> Edit {
    let first = edit.range.start / 3;
    let shift = edit.new.len() != edit.range.len();
    let last = edit.range.end.div_ceil(3);
    let behind = if shift { bytes.len() } else { (last * 3).min(bytes.len()) };
    let range = first * 4..if behind == bytes.len() { raw.len() } else { last * 4 };
    let new = [&bytes[first * 3..edit.range.start], &edit.new, &bytes[edit.range.end..behind]].concat();
    let mut text = encoded(&new, if raw.contains(['-', '_']) { URL_SAFE } else { STANDARD });
    if !raw.ends_with('=') && !raw.len().is_multiple_of(4) {
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

    #[test]
    fn names_the_byte_that_does_not_fit() {
        assert_eq!(decode("YW…").expect_err("not base64").span, Some(2..3));
        assert_eq!(decode("YWJjY").expect_err("cut").code, Code::NotBase64);
    }
}
