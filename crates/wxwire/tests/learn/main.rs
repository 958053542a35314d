//! Learning: pages of every call there is come back as that call, the vendors' own pages become what the catalog has of
//! them, and no text makes it stumble.
#![allow(clippy::panic)] // A test that cannot go on says why.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // Unlike the codec, it reads the clock.

mod apifox;
mod form;
mod hostile;
mod pages;
mod postman;
mod seeds;
mod written;
