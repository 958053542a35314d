//! Gateways that are learned, while the program runs: a process of its own, as what is learned stays.
#![allow(clippy::panic)] // A test that cannot go on says why.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // Unlike the codec, it reads files.

mod answers;
mod bad;
mod common;
mod documented;
mod foreign;
mod own;
mod paths;
mod repeated;
mod said;
mod tokens;
mod twins;
