//! `wxwire completions`: a script for the shell.

use clap_complete::Shell;

use crate::args;
use crate::exit::Exit;
use crate::options::Options;
use crate::terminal;

pub fn run(options: &Options, shell: Shell) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut args::command(options.lang()), "wxwire", &mut script);
    if options.json {
        let script = String::from_utf8_lossy(&script);
        terminal::json(&serde_json::json!({"shell": shell.to_string(), "script": script}));
    } else {
        terminal::bytes(&script);
    }
    Exit::Done
}
