//! What the end-to-end tests share: the real binary, and servers of our own on loopback.
#![allow(clippy::panic)] // A test that cannot go on says why.

mod calls;
mod command;
mod served;
mod server;

pub use calls::{calls, sorts, typed};
pub use command::{Output, Wxwire, binary, example, target};
pub use served::Served;
pub use server::{Server, answer};
