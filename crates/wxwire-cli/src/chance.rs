//! Chance, from the operating system.

use crate::exit::Failure;

/// 128 random bits.
pub fn bytes() -> Result<[u8; 16], Failure> {
    let mut bytes = [0; 16];
    let provider = rustls::crypto::ring::default_provider();
    provider.secure_random.fill(&mut bytes).map_err(|_| std::io::Error::other("no random bytes"))?;
    Ok(bytes)
}
