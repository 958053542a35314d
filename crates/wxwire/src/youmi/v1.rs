//! The first API: each call is signed with the app key, which goes nowhere itself.

mod get_access_token;

pub use get_access_token::{GetAccessToken, GetAccessTokenReply, TokenEnd};

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

use crate::layer::base64;

/// The signature of a call: HMAC-SHA1 of three texts put together, in base64, and that percent-encoded with small letters.
///
/// Of the call for a token `whose` is the AppId, of any other the access token.
///
/// ```
/// let signature = wxwire::youmi::v1::signature("appkey", "10000001", "123456", "1592894384");
/// assert!(signature.ends_with("%3d"));
/// ```
pub fn signature(app_key: &str, whose: &str, nonce: &str, timestamp: &str) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(app_key.as_bytes()).expect("HMAC takes a key of any length");
    [whose, nonce, timestamp].into_iter().for_each(|part| mac.update(part.as_bytes()));
    let signed = base64::encode(&mac.finalize().into_bytes());
    signed.replace('+', "%2b").replace('/', "%2f").replace('=', "%3d")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 2202, test cases 2 and 6 (a key longer than a block): HMAC-SHA1, in base64.
    #[test]
    fn it_is_hmac_sha1_of_the_three_together() {
        for (key, whose, nonce, timestamp, signed) in [
            ("Jefe", "what do ya want ", "for ", "nothing?", "7/zfauXrL6LSdBbV8YTfnCWafHk="),
            ("Jefe", "", "", "what do ya want for nothing?", "7/zfauXrL6LSdBbV8YTfnCWafHk="),
        ] {
            let escaped = signed.replace('/', "%2f").replace('=', "%3d");
            assert_eq!(signature(key, whose, nonce, timestamp), escaped);
        }
        let each = signature("k", "a", "b", "c");
        assert!(each != signature("k", "b", "a", "c") && each != signature("j", "a", "b", "c"));
        assert_eq!(each, signature("k", "ab", "", "c"));
    }

    /// As long as the document's example, and escaped as .NET does it.
    #[test]
    fn it_looks_like_the_documents() {
        for number in 0..2000 {
            let signature = signature("key", "id", &number.to_string(), "1592894384");
            let plain = signature.replace("%2b", "+").replace("%2f", "/").replace("%3d", "=");
            assert_eq!((plain.len(), plain.ends_with('='), signature.contains(['+', '/', '='])), (28, true, false));
        }
    }
}
