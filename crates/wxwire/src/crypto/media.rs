//! Files that bots get and send, which lie encrypted on the vendor's servers.

use super::Failure;
use super::cipher::{Key, open_ecb, seal_ecb};
use crate::layer::{base64, hex};

/// A file of WeCom's AI bot: AES-256-CBC, whose key is the bot's EncodingAESKey or the link's own `aeskey`.
///
/// # Errors
/// The first step that failed.
pub fn open_aibot(aes_key: &str, file: &[u8]) -> Result<Vec<u8>, Failure> {
    let key = base64::decode(aes_key.trim()).map_err(|_| Failure::Key)?;
    Key::new(&key)?.open(file)
}

/// Encrypts as [`open_aibot`] reads, for whoever imitates the gateway.
///
/// # Errors
/// The key is none.
pub fn seal_aibot(aes_key: &str, file: &[u8]) -> Result<Vec<u8>, Failure> {
    let key = base64::decode(aes_key.trim()).map_err(|_| Failure::Key)?;
    Ok(Key::new(&key)?.seal(file.to_vec()))
}

/// A file of iLink: AES-128-ECB. Its `aes_key` is base64 of 16 bytes, or base64 of these in hexadecimal.
///
/// # Errors
/// The first step that failed.
pub fn open_ilink(aes_key: &str, file: &[u8]) -> Result<Vec<u8>, Failure> {
    open_ecb(&ilink_key(aes_key)?, file)
}

/// Encrypts a file for iLink. How long the result is goes into the call as `filesize`.
///
/// # Errors
/// The key is none.
pub fn seal_ilink(aes_key: &str, file: &[u8]) -> Result<Vec<u8>, Failure> {
    Ok(seal_ecb(&ilink_key(aes_key)?, file))
}

fn ilink_key(aes_key: &str) -> Result<[u8; 16], Failure> {
    let outer = base64::decode(aes_key.trim()).map_err(|_| Failure::Key)?;
    if let Ok(key) = outer.as_slice().try_into() {
        return Ok(key);
    }
    let inner = std::str::from_utf8(&outer).ok().and_then(hex::unhex).ok_or(Failure::Key)?;
    inner.try_into().map_err(|_| Failure::Key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_back_whole() {
        let key = base64::encode(b"0123456789abcdef0123456789ABCDEF");
        let (raw, hexed) = (base64::encode(b"0123456789abcdef"), base64::encode(b"30313233343536373839616263646566"));
        for length in [0, 1, 15, 16, 17, 31, 32, 33, 10_000] {
            let file: Vec<u8> = (0..length).map(|at| at as u8).collect();
            assert_eq!(open_aibot(&key, &seal_aibot(&key, &file).expect("a key")).as_ref(), Ok(&file));
            let sealed = seal_ilink(&raw, &file).expect("a key");
            assert_eq!(sealed.len(), (length / 16 + 1) * 16, "the size that the call tells");
            assert_eq!(open_ilink(&hexed, &sealed).as_ref(), Ok(&file), "both ways to write one key");
            assert!(open_ilink(&raw, &sealed[..sealed.len() - 1]).is_err());
        }
    }

    /// The first vector of FIPS 197, appendix B's key; ECB of one block, before its padding.
    #[test]
    fn it_is_aes() {
        let sealed = seal_ecb(b"Thats my Kung Fu", b"Two One Nine Two");
        assert_eq!(hex::hex(&sealed[..16]), "29c3505f571420f6402299b31a02d73a");
    }

    #[test]
    fn a_key_that_is_none_is_told() {
        for key in ["", "x", "!!!", &base64::encode(b"15 bytes only.."), &base64::encode([b'z'; 32].as_slice())] {
            assert_eq!(open_ilink(key, &[0; 16]), Err(Failure::Key), "{key}");
        }
        assert_eq!(open_aibot("c2hvcnQ=", &[0; 32]), Err(Failure::Key));
    }
}
