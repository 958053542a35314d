//! Learning: gateways by document, pages and collections come back as the calls that they tell of, and no text makes it
//! stumble. A process of its own, as what is learned stays.
#![allow(clippy::panic)] // A test that cannot go on says why.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // Unlike the codec, it reads the clock.

mod answers;
mod bad;
mod common;
mod foreign;
mod form;
mod hostile;
mod own;
mod pages;
mod postman;
mod seeds;
mod written;
