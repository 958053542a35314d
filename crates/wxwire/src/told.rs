//! A call as data: written of what its type or its document says, and read again.
//!
//! The page holds neither types nor documents: it loads this data, that of most calls when one of them is first chosen.

mod gateway;
mod read;
mod write;

pub(crate) use gateway::{gateway, put};
pub(crate) use read::{entries, of_replies};
pub(crate) use write::{composing, reading, row};

#[cfg(test)]
mod tests;
