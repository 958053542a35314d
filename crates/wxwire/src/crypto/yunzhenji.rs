//! Yunzhenji's callbacks: looks like WeCom's and is not. The key is used as it is, there is no signature, and nothing stands
//! around the message.

use std::fmt;

use super::Failure;
use super::cipher::Key;
use crate::layer::base64;

/// The key of an account's callbacks. `Debug` shows nothing of it.
#[derive(Clone)]
pub struct Keys(Key);

impl Keys {
    /// The `encoding_aes_key`: its 32 bytes are the key.
    ///
    /// # Errors
    /// There are more or fewer.
    pub fn new(encoding_aes_key: &str) -> Result<Self, Failure> {
        Key::new(encoding_aes_key.as_bytes()).map(Self)
    }

    /// The events of a callback's body. Whether it goes over the wire as base64 or as bytes is not documented: both are read.
    ///
    /// # Errors
    /// The first step that failed.
    pub fn open(&self, body: &[u8]) -> Result<Vec<u8>, Failure> {
        let text = std::str::from_utf8(body).ok().map(|text| text.trim().trim_matches('"'));
        match text.and_then(|text| base64::decode(text).ok()).filter(|bytes| !bytes.is_empty()) {
            Some(ciphertext) => self.0.open(&ciphertext),
            None => self.0.open(body),
        }
    }

    /// A body as base64, for whoever imitates the gateway.
    pub fn seal(&self, events: &[u8]) -> String {
        base64::encode(&self.0.seal(events.to_vec()))
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "0123456789abcdef0123456789ABCDEF";

    #[test]
    fn what_is_sealed_is_opened_in_both_forms() {
        let keys = Keys::new(KEY).expect("32 bytes");
        for length in 0..100 {
            let events = vec![b'['; length];
            let sealed = keys.seal(&events);
            let bytes = base64::decode(&sealed).expect("base64");
            assert_eq!(bytes.len() % 32, 0);
            for body in [sealed.as_bytes(), &bytes, format!("\"{sealed}\"\n").as_bytes()] {
                assert_eq!(keys.open(body).as_ref(), Ok(&events));
            }
        }
    }

    #[test]
    fn a_cut_or_another_key_is_told() {
        let keys = Keys::new(KEY).expect("32 bytes");
        let sealed = base64::decode(&keys.seal(b"[{\"type\":\"chatMsg\"}]")).expect("base64");
        for at in 0..sealed.len() {
            assert!(keys.open(&sealed[..at]).is_err(), "cut at {at}");
        }
        let other = Keys::new(&KEY.replace('0', "x")).expect("32 bytes");
        assert_eq!(other.open(&sealed), Err(Failure::Padding));
        assert_eq!(Keys::new("short").err(), Some(Failure::Key));
        assert!(!format!("{keys:?}").contains("0123"));
    }
}
