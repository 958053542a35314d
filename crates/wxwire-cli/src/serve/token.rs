//! The token of one start: who knows it may send.
//!
//! Any user of this machine can reach loopback, and a browser's rules about origins bind no other program. The token
//! stands only in what `wxwire serve` prints, so another user of this machine cannot send with these credentials.

use axum::http::HeaderMap;
use subtle::ConstantTimeEq;

use crate::chance;
use crate::exit::Failure;

/// The header in which the page sends it.
const HEADER: &str = "x-wxwire";

/// A random text, shown by nothing but the address.
pub struct Token(String);

impl Token {
    /// A new one: 128 bits from the operating system.
    pub fn new() -> Result<Self, Failure> {
        Ok(Self(chance::bytes()?.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// The address at which a person opens the page.
    pub fn url(&self, server: &str) -> String {
        format!("http://{server}/?token={}", self.0)
    }

    /// Whether a request carries it, once; how long that takes does not tell how much of it is right.
    pub fn is_in(&self, headers: &HeaderMap) -> bool {
        let mut values = headers.get_all(HEADER).iter();
        match (values.next(), values.next()) {
            (Some(value), None) => bool::from(value.as_bytes().ct_eq(self.0.as_bytes())),
            _ => false,
        }
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(•••)")
    }
}
