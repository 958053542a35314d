//! Functions that a script defines and calls once: what they are given there, they have, and what they give stands there.
//!
//! `find` finds them. A script is read again with what was learned of them (`learn`), until nothing more is.

mod find;
mod learn;

pub(super) use learn::{Hidden, Learned};

use std::ops::Range;

/// A function that a script defines.
#[derive(Debug)]
pub(super) struct Function {
    /// What it is called by: `send`, `bot.send`, the name of its class.
    name: String,
    /// Where its one call stands, if there is no other mention of it.
    call: Option<usize>,
    parameters: Vec<Parameter>,
    block: Range<usize>,
    /// Where the one expression begins that it gives at its end.
    gives: Option<usize>,
}

/// What a function is given.
#[derive(Clone, Debug)]
struct Parameter {
    name: String,
    at: usize,
    /// Where the value begins that it has where it is given nothing.
    default: Option<usize>,
}
