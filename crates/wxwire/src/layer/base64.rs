//! Base64 as it is met in the wild: either alphabet, padded or not, with spare bits that need not be zero.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

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
    let engine = if text.contains(['-', '_']) { &URL_SAFE } else { &STANDARD };
    let foreign = || text.bytes().position(|byte| !byte.is_ascii_alphanumeric() && !b"+/-_=".contains(&byte));
    engine.decode(text).map_err(|_| {
        let at = foreign().unwrap_or(text.len());
        Problem::new(Code::NotBase64).span(at..(at + 1).min(text.len()).max(at))
    })
}

/// Bytes as base64, standard alphabet, padded.
pub fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
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
