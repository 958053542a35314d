//! What the end-to-end tests share: the real binary, and servers of our own on loopback.

mod command;
mod server;

pub use command::{Output, Wxwire, binary, target};
pub use server::{Server, answer};
