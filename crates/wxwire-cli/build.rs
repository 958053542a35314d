//! How the command is linked.

// Cargo is told on standard output.
#![allow(clippy::disallowed_macros)]

use std::env::var;

/// A command that sends one message has no time for its own start. At an address of its own, nothing of it has to be set right
/// before `main`, which was a fifth of the whole, and what unwinds a panic needs no library of the system's.
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| var(name).is_ok_and(|own| own == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
        println!("cargo:rustc-link-lib=static=gcc_eh");
    }
}
