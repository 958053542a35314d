//! The real binary, end to end: what it prints, how it ends, what it never shows.
#![allow(clippy::panic)] // A test that cannot go on says why.

mod callbacks;
mod calls;
mod contract;
mod explain;
mod export;
mod forms;
mod hostile;
mod import;
mod input;
mod learn;
mod listen;
mod login;
mod output;
mod partial;
mod places;
mod profiles;
mod secrets;
mod send;
mod serve;
mod signals;
mod strict;
mod tokens;
mod unsealed;
