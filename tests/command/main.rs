//! The real binary, end to end: what it prints, how it ends, what it never shows.

mod contract;
mod hostile;
mod import;
mod input;
mod secrets;
mod send;
mod serve;
