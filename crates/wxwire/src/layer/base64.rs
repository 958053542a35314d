//! Base64 as it is met in the wild: either alphabet, padded or not, with spare bits that need not be zero.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::change::Edit;
use crate::problem::{Code, Problem};

const TOLERANT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, TOLERANT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, TOLERANT);

/// The bytes that a text stands for.
///
/// # Errors
/// A problem with the place of the first byte that fits neither alphabet, or of the end where the text is cut.
pub fn decode(text: &str) -> Result<Vec<u8>, Problem> {
    let foreign = || text.bytes().position(|byte| !byte.is_ascii_alphanumeric() && !b"+/-_=".contains(&byte));
    // What has a letter of the one alphabet alone is not read by the other.
    STANDARD.decode(text).or_else(|_| URL_SAFE.decode(text)).map_err(|_| {
        let at = foreign().unwrap_or(text.len());
        Problem::new(Code::NotBase64).span(at..(at + 1).min(text.len()).max(at))
    })
}

/// Bytes as base64, standard alphabet, padded.
pub fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The place in a source of a byte that it stands for: the character in which it begins.
pub(super) fn source(raw: &str, at: usize) -> usize {
    (at / 3 * 4 + at % 3).min(raw.len())
}

/// A change of the bytes as a change of the source: only the groups of four that it touches are written anew, in the
/// source's own alphabet, where it tells, and with its own idea of padding.
pub(super) fn outward(raw: &str, bytes: &[u8], edit: &Edit) -> Edit {
    written(raw, bytes, edit, if raw.contains(['-', '_']) { &URL_SAFE } else { &STANDARD })
}

/// The same where it has to be the alphabet for addresses.
pub(super) fn url_outward(raw: &str, bytes: &[u8], edit: &Edit) -> Edit {
    written(raw, bytes, edit, &URL_SAFE)
}

fn written(raw: &str, bytes: &[u8], edit: &Edit, engine: &GeneralPurpose) -> Edit {
    let first = edit.range.start / 3;
    let shift = edit.new.len() != edit.range.len();
    let last = edit.range.end.div_ceil(3);
    let behind = if shift { bytes.len() } else { (last * 3).min(bytes.len()) };
    let range = first * 4..if behind == bytes.len() { raw.len() } else { last * 4 };
    let new = [&bytes[first * 3..edit.range.start], &edit.new, &bytes[edit.range.end..behind]].concat();
    let mut text = engine.encode(new);
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
