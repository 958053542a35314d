//! The page in a real browser, in front of the real `wxwire serve`: what a person does, and what a person reads.
#![allow(clippy::panic)] // A test that cannot go on says why.

mod browser;
mod compose;
mod look;
mod send;
mod undo;
mod xml;
