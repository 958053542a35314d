//! `lint`: formatting, clippy for both targets, and the invariants that no compiler knows.

mod code;
mod files;
mod floors;
mod layers;
mod names;
mod readmes;

#[cfg(test)]
pub(crate) use files::rust;
pub(crate) use names::gateways;

use crate::page::install_target;
use crate::run::{WASM, cargo, run, step};
use crate::{Command, Result};

pub(crate) const COMMAND: Command = Command {
    name: "lint",
    arguments: "",
    about: "formatting, clippy, layering, names, both READMEs",
    takes: "1 min",
    run: |arguments| match arguments {
        [] => lint(),
        _ => Err("takes no arguments".into()),
    },
};

fn lint() -> Result {
    read()?;
    compile()
}

/// What is told by reading alone; formatting first, since it is the quickest to fail.
pub(crate) fn read() -> Result {
    step("formatting", || run(cargo(&["fmt", "--all", "--check"])))?;
    step("files", files::check)?;
    step("names", names::check)?;
    step("layers", layers::check)?;
    step("floors", floors::check)?;
    step("readmes", readmes::check)
}

/// What compilers tell.
pub(crate) fn compile() -> Result {
    step("clippy", || run(clippy(&["--workspace", "--all-targets"])))?;
    step("clippy for wasm", || {
        install_target()?;
        run(clippy(&[
            "-p",
            "wxwire",
            "-p",
            "wxwire-web",
            "-p",
            "wxwire-reader",
            "-p",
            "wxwire-paste",
            "--target",
            WASM,
        ]))
    })?;
    step("documentation", || {
        let mut command = cargo(&["doc", "--workspace", "--no-deps"]);
        command.env("RUSTDOCFLAGS", "-D warnings");
        run(command)
    })
}

fn clippy(arguments: &[&str]) -> std::process::Command {
    cargo(&[&["clippy"], arguments, &["--", "-D", "warnings"]].concat())
}

/// No findings, or all of them.
fn settle(findings: &[String]) -> Result {
    match findings {
        [] => Ok(()),
        _ => Err(findings.join("\n       ")),
    }
}
