//! What the end-to-end tests share: the real binary, and servers of our own on loopback.
#![allow(clippy::panic)] // A test that cannot go on says why.

mod calls;
mod command;
mod served;
mod server;

pub use calls::calls;
pub use command::{Output, Wxwire, binary, target};
pub use served::Served;
pub use server::{Server, answer};

/// The calls that a test goes through where all would take too long: those with a type, and some of the others.
pub fn calls() -> impl Iterator<Item = &'static wxwire::operation::Entry> {
    wxwire::catalog::typed().chain(wxwire::catalog::entries().filter(|entry| !entry.has_type()).step_by(23))
}
