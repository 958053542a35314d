//! AES as the gateways use it.

use aes::{Aes128, Aes256};
use cbc::cipher::block_padding::{NoPadding, Pkcs7};
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit};

use super::Failure;

/// The block of AES, in bytes.
const BLOCK: usize = 16;

/// What gateways pad to with AES-256: twice the cipher's own block.
const PAD: usize = 32;

/// A key of 32 bytes, of which the first half is also where the chain begins. `Debug` shows nothing of it.
#[derive(Clone)]
pub(super) struct Key([u8; 32]);

impl Key {
    pub(super) fn new(bytes: &[u8]) -> Result<Self, Failure> {
        bytes.try_into().map(Self).map_err(|_| Failure::Key)
    }

    /// AES-256-CBC, with the padding taken off.
    pub(super) fn open(&self, ciphertext: &[u8]) -> Result<Vec<u8>, Failure> {
        if ciphertext.is_empty() || !ciphertext.len().is_multiple_of(BLOCK) {
            return Err(Failure::Length);
        }
        let mut plain = cbc::Decryptor::<Aes256>::new(&self.0.into(), &self.start().into())
            .decrypt_padded_vec::<NoPadding>(ciphertext)
            .map_err(|_| Failure::Length)?;
        // More than the cipher's own padding reads: up to 32 bytes.
        let pad = usize::from(*plain.last().ok_or(Failure::Padding)?);
        let length = plain.len().checked_sub(pad).filter(|_| (1..=PAD).contains(&pad)).ok_or(Failure::Padding)?;
        if plain[length..].iter().any(|byte| usize::from(*byte) != pad) {
            return Err(Failure::Padding);
        }
        plain.truncate(length);
        Ok(plain)
    }

    /// AES-256-CBC of a text padded to multiples of 32 bytes.
    pub(super) fn seal(&self, mut plain: Vec<u8>) -> Vec<u8> {
        let pad = PAD - plain.len() % PAD;
        plain.resize(plain.len() + pad, u8::try_from(pad).expect("at most 32"));
        cbc::Encryptor::<Aes256>::new(&self.0.into(), &self.start().into()).encrypt_padded_vec::<NoPadding>(&plain)
    }

    fn start(&self) -> [u8; BLOCK] {
        let (start, _) = self.0.split_first_chunk().expect("32 bytes hold 16");
        *start
    }
}

/// AES-128-ECB, PKCS#7.
pub(super) fn open_ecb(key: &[u8; 16], ciphertext: &[u8]) -> Result<Vec<u8>, Failure> {
    if ciphertext.is_empty() || !ciphertext.len().is_multiple_of(BLOCK) {
        return Err(Failure::Length);
    }
    ecb::Decryptor::<Aes128>::new(&(*key).into()).decrypt_padded_vec::<Pkcs7>(ciphertext).map_err(|_| Failure::Padding)
}

/// AES-128-ECB, PKCS#7.
pub(super) fn seal_ecb(key: &[u8; 16], plain: &[u8]) -> Vec<u8> {
    ecb::Encryptor::<Aes128>::new(&(*key).into()).encrypt_padded_vec::<Pkcs7>(plain)
}
