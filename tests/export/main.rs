//! What a request is made into is run, and what arrives is the request, byte for byte: by real shells, a real curl, a real
//! Python and a real Node.js; and for Windows by readers of our own, written after the rules and not after the writers.

#![allow(clippy::panic)] // A test that cannot go on says why.

mod cmd;
mod nasty;
mod places;
mod powershell;
mod recorder;
mod run;
mod snapshot;
