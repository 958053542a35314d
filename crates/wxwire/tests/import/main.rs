//! Import: the samples of the documents, every way of writing a request down, and what is not guessed.
#![allow(clippy::panic)] // A test that cannot go on says why.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // Unlike the codec, it reads files and the clock.

mod bytes;
mod changed;
mod collections;
mod commands;
mod common;
mod curl;
mod doubt;
mod encoded;
mod filled;
mod flow;
mod hostile;
mod http;
mod javascript;
mod later;
mod libraries;
mod linear;
mod literals;
mod logged;
mod mends;
mod nested;
mod nobodys;
mod one_byte;
mod pages;
mod peers;
mod powershell;
mod programs;
mod python;
mod random;
mod received;
mod refused;
mod samples;
mod several;
mod shells;
mod tail;
mod touched;
mod uses;
mod values;
mod variables;
