//! The command `wxwire`: composes, checks, sends and explains WeChat and WeCom messages.
//!
//! It is thin: the codec knows what a message is, this crate knows files, sockets, the clock, secrets and the terminal.

mod account;
mod args;
mod commands;
mod exit;
mod input;
mod loopback;
mod serve;
mod terminal;
mod wire;

use std::process::ExitCode;

fn main() -> ExitCode {
    let (options, command) = args::parse();
    match commands::run(&options, command) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            if options.json {
                terminal::json(&serde_json::json!({"error": {"message": failure.message}}));
            }
            terminal::complain(&failure.message);
            failure.exit.into()
        }
    }
}
