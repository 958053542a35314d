//! Every developer command, one file each: `cargo xtask` lists them.

mod bench;
mod browser;
mod fuzz;
mod lint;
mod mends;
mod mutants;
mod new;
mod openapi;
mod page;
mod pictures;
mod play;
mod run;
mod snapshots;
mod test;
mod web;

use std::process::ExitCode;

/// What a command comes to: nothing, or words about what went wrong.
type Result<T = ()> = std::result::Result<T, String>;

/// A developer command.
struct Command {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    /// How long it takes on two cores, once everything that it needs is built.
    takes: &'static str,
    run: fn(&[String]) -> Result,
}

const COMMANDS: [Command; 12] = [
    play::COMMAND,
    test::COMMAND,
    lint::COMMAND,
    new::COMMAND,
    snapshots::COMMAND,
    pictures::COMMAND,
    web::COMMAND,
    bench::COMMAND,
    fuzz::COMMAND,
    mends::COMMAND,
    openapi::COMMAND,
    mutants::COMMAND,
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", list());
        return ExitCode::SUCCESS;
    };
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprint!("no such command: {name}\n\n{}", list());
        return ExitCode::from(2);
    };
    match (command.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn list() -> String {
    let line = |command: &Command| {
        let usage = format!("{} {}", command.name, command.arguments);
        format!("  cargo xtask {usage:<29} {:>7}  {}\n", command.takes, command.about)
    };
    COMMANDS.iter().map(line).collect()
}
