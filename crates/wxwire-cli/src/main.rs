//! The command `wxwire`: composes, checks, sends and explains WeChat and WeCom messages.
//!
//! It is thin: the codec knows what a message is, this crate knows files, sockets, the clock, secrets and the terminal.

mod account;
mod args;
mod chance;
mod checked;
mod commands;
mod completion;
mod configuration;
mod exit;
mod gateways;
mod input;
mod keep;
mod link;
mod listen;
mod loopback;
mod operation;
mod options;
mod private;
mod profiles;
mod proxy;
mod running;
mod serve;
mod session;
mod signals;
mod source;
mod system;
mod targets;
mod terminal;
mod text;
mod tokens;
mod trace;
mod transmit;
mod whose;
mod wire;
mod yaml;

use std::process::ExitCode;

use args::Typed;
use exit::{Exit, Failure};
use options::Options;

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    // What is wrong with the command line is said in the manner that it asks for.
    let manner = Options::typed(&words);
    manner.count();
    let ended = run(words.clone(), &manner).map_err(|failure| failure.quoting(&words));
    let exit = ended.unwrap_or_else(|failure| {
        if manner.json {
            terminal::json(&failure.to_json(manner.lang()));
        }
        terminal::complain(failure.message(manner.lang()));
        failure.fault.exit()
    });
    let flushed = terminal::flush();
    if let Err(failure) = &flushed {
        terminal::complain(failure.message(manner.lang()));
    }
    flushed.map_or_else(|failure| failure.fault.exit(), |()| exit).into()
}

fn run(words: Vec<std::ffi::OsString>, manner: &Options) -> Result<Exit, Failure> {
    if completion::answer(&words, manner)? {
        return Ok(Exit::Done);
    }
    match args::parse(words)? {
        Typed::Command(options, command) => {
            options.count();
            commands::run(&options, *command)
        }
        Typed::Help(help) => {
            help.print();
            Ok(Exit::Done)
        }
    }
}
