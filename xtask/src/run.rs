//! Running other programs, and the folders of the house.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::Result;

/// The target of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// How cargo is told to build the command and the examples: what describes the catalog to the page is one, and tests run
/// the others. With `--workspace` and examples their dependencies have the features that the tests give them, and are built
/// once for all three.
pub(crate) const NATIVE: [&str; 5] = ["build", "--workspace", "--bin", "wxwire", "--examples"];

/// The workspace's folder.
pub(crate) fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.clone(), PathBuf::from)
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// A program, to be run in the workspace's folder.
pub(crate) fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    // `cargo run` sets these for us. Build scripts that watch them would run again whenever they come and go.
    for (variable, _) in std::env::vars_os() {
        let own = variable.to_str().is_some_and(|name| {
            ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"].iter().any(|start| name.starts_with(start))
        });
        if own {
            command.env_remove(variable);
        }
    }
    command
}

/// cargo, to be run in the workspace's folder.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    program("cargo", arguments)
}

/// Runs a program to its end; anything but success is an error.
pub(crate) fn run(mut command: Command) -> Result {
    let shown = show(&command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}`: {status}")),
        Err(error) => Err(format!("`{shown}`: {error}")),
    }
}

/// What a program prints. Its complaints go where ours go.
pub(crate) fn output(mut command: Command) -> Result<String> {
    let shown = show(&command);
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| format!("`{shown}`: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{shown}`: {}", output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program beside others: what it printed, to be shown later, and whether it went well.
pub(crate) fn captured(mut command: Command) -> (String, Result) {
    let shown = show(&command);
    match command.output() {
        Ok(output) => {
            let printed = [output.stdout, output.stderr].concat();
            let well = if output.status.success() { Ok(()) } else { Err(format!("`{shown}`: {}", output.status)) };
            (String::from_utf8_lossy(&printed).into_owned(), well)
        }
        Err(error) => (String::new(), Err(format!("`{shown}`: {error}"))),
    }
}

/// Whether a program is there to be run.
pub(crate) fn is_installed(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).any(|folder| folder.join(&file).is_file())
}

/// A step of a command, with its time.
pub(crate) fn step(name: &str, work: impl FnOnce() -> Result) -> Result {
    println!("▸ {name}");
    let start = Instant::now();
    work()?;
    println!("  {name}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// The value of the one option that a command knows; nothing else may stand there.
pub(crate) fn option<'a>(name: &str, arguments: &'a [String]) -> Result<Option<&'a str>> {
    match arguments {
        [] => Ok(None),
        [option, value] if option == name => Ok(Some(value)),
        _ => Err(format!("only `{name} …` can stand here, not {arguments:?}")),
    }
}

fn show(command: &Command) -> String {
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    let words: Vec<_> = std::iter::once(command.get_program().to_string_lossy()).chain(arguments).collect();
    words.join(" ")
}
