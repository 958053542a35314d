//! Payloads inside payloads: lossless trees of one layer each.
//!
//! A tree borrows its text and keeps spans into it, so that a problem knows its place in the source, and so that text
//! that nobody edits stays as it is to the byte. Paths go from layer to layer: a JSON pointer, then `!` and the name of
//! the next layer, then on: `/data/msg_data/appinfo!base64!base64!protobuf/2`.

pub(crate) mod any;
pub mod base64;
mod change;
mod charset;
pub(crate) mod chunks;
mod delimited;
mod der;
pub mod document;
pub(crate) mod escape;
mod form;
pub(crate) mod hex;
pub mod json;
mod jwt;
mod lines;
mod packed;
pub mod protobuf;
pub mod query;
pub mod xml;

/// The most bytes of one document that are read. Longer ones are refused before anything is allocated for them.
pub const MAX_BYTES: usize = 32 << 20;

/// How deep a document may nest, in any layer.
pub const MAX_DEPTH: usize = 128;
