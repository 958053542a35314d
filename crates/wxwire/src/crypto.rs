//! What gateways encrypt: WeCom's callbacks, Yunzhenji's, and files that bots get. No time and no chance is made here:
//! both come in as arguments.
//!
//! ```
//! use wxwire::crypto::wecom::{Keys, Sealed};
//!
//! let keys = Keys::new("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", Some("wx5823bf96d3bd56c7"))?;
//! let sealed = keys.seal(b"hello", *b"16 random bytes!", "1409659813", "1372623149");
//! assert_eq!(keys.open(&sealed)?.message, b"hello");
//!
//! let forged = Sealed { timestamp: "1409659814".into(), ..sealed };
//! let failure = keys.open(&forged).expect_err("it is not what was signed");
//! assert_eq!(failure.step(), "signature");
//! # Ok::<(), wxwire::crypto::Failure>(())
//! ```

mod cipher;
mod failure;
pub mod media;
pub mod wecom;
pub mod yunzhenji;

pub use failure::Failure;
