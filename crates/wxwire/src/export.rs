//! A request as text that other tools take. Credentials are masked.

mod curl;
mod http;

pub use curl::bash;
pub use http::http;
