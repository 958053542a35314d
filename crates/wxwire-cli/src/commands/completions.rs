//! `wxwire completions`: a script that makes a shell ask this program.

use clap_complete::Shell;

use crate::completion;
use crate::exit::{Exit, Failure};
use crate::options::Options;
use crate::terminal;

pub fn run(options: &Options, shell: Shell) -> Result<Exit, Failure> {
    let name = shell.to_string();
    let script = completion::script(&name)?;
    if options.json {
        let script = String::from_utf8_lossy(&script);
        terminal::json(&serde_json::json!({"shell": name, "script": script}));
    } else {
        terminal::bytes(&script);
    }
    Ok(Exit::Done)
}
