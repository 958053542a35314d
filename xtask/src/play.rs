//! `play`: builds the page and the command, and serves the page with the mock gateways beside it.

use std::process;

use crate::page::build;
use crate::run::{NATIVE, cargo, option, program, run, step, target};
use crate::{Command, Result};

pub(crate) const COMMAND: Command = Command {
    name: "play",
    arguments: "[--port N]",
    about: "serve the playground with mock gateways; Ctrl-C ends it",
    takes: "5 s",
    run: |arguments| play(option("--port", arguments)?),
};

fn play(port: Option<&str>) -> Result {
    step("page", || build(None).map(drop))?;
    step("command", || run(cargo(&NATIVE)))?;
    let wxwire = target().join("debug").join(format!("wxwire{}", std::env::consts::EXE_SUFFIX));
    let page = target().join("page");
    let mut command = program(&wxwire.to_string_lossy(), &["serve", "--mock", "--page", &page.to_string_lossy()]);
    if let Some(port) = port {
        command.args(["--port", port]);
    }
    become_command(command)
}

/// Hands the terminal over, so that Ctrl-C reaches the server and nobody else.
#[cfg(unix)]
fn become_command(mut command: process::Command) -> Result {
    use std::os::unix::process::CommandExt;
    Err(format!("wxwire: {}", command.exec()))
}

#[cfg(not(unix))]
fn become_command(command: process::Command) -> Result {
    run(command)
}
