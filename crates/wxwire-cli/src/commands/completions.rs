//! `wxwire completions`: a script for the shell.

use clap_complete::Shell;

use crate::args::{self, Options};
use crate::exit::Exit;

pub fn run(options: &Options, shell: Shell) -> Exit {
    clap_complete::generate(shell, &mut args::command(options.lang()), "wxwire", &mut std::io::stdout().lock());
    Exit::Done
}
