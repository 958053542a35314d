//! The real binary, end to end: what it prints, how it ends, what it never shows.
#![allow(clippy::panic)] // A test that cannot go on says why.

mod callbacks;
mod calls;
mod completion;
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
mod manners;
mod network;
mod output;
mod partial;
mod pasted;
mod places;
mod profiles;
mod secrets;
mod send;
mod serve;
mod signals;
mod stream;
mod strict;
mod tokens;
mod unsealed;
mod verbose;
