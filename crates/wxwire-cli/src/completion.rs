//! Completion: what a shell asks for while somebody types. A script makes the shell ask this program itself, so that it knows
//! the operations, the gateways that were learned and the profiles as they are now.

mod line;
mod words;

use std::ffi::{OsStr, OsString};

use clap::{Arg, Command};
use clap_complete::engine::ValueCompleter;
use clap_complete::env::{CompleteEnv, Shells};
use clap_complete::{ArgValueCompleter, CompletionCandidate, PathCompleter};
use wxwire::lang::Lang;

use crate::exit::Failure;
use crate::options::Options;
use crate::{args, gateways, terminal};

/// The variable of the environment in which a shell says that it asks, and which it is.
const ASKS: &str = "WXWIRE_COMPLETE";

/// The name that a shell knows this program by.
const NAME: &str = "wxwire";

/// Answers a shell, if it is one that asks.
pub fn answer(words: &[OsString], options: &Options) -> Result<bool, Failure> {
    if std::env::var_os(ASKS).is_none_or(|shell| shell.is_empty()) {
        return Ok(false);
    }
    // What is wrong with a file that is kept would stand in the middle of the line that somebody types.
    terminal::be_silent();
    let lang = options.lang();
    let folder = std::env::current_dir().ok();
    let command = || with_candidates(args::command(lang), lang);
    CompleteEnv::with_factory(command)
        .var(ASKS)
        .bin(NAME)
        .completer(NAME)
        .try_complete(words, folder.as_deref())
        .map_err(|error| Failure::usage(error.to_string()))
}

/// The script that makes a shell ask.
pub fn script(shell: &str) -> Result<Vec<u8>, Failure> {
    let mut script = Vec::new();
    if let Some(shell) = Shells::builtins().completer(shell) {
        shell.write_registration(ASKS, NAME, NAME, NAME, &mut script)?;
    }
    Ok(script)
}

/// The command line, each argument with what can stand there.
fn with_candidates(command: Command, lang: Lang) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let commands = names.clone();
    names.into_iter().fold(command.mut_args(move |arg| argument("", arg, &[], lang)), |command, name| {
        let commands = commands.clone();
        command.mut_subcommand(&name, |sub| sub.mut_args(|arg| argument(&name, arg, &commands, lang)))
    })
}

fn argument(command: &str, arg: Arg, commands: &[String], lang: Lang) -> Arg {
    let of = |candidates: fn(&str, Lang) -> Vec<CompletionCandidate>| {
        completer(move |current| {
            // Every candidate may come of a document that was learned.
            gateways::keep_all();
            candidates(current, lang)
        })
    };
    let paths = |paths: PathCompleter| completer(move |current| paths.complete(current.as_ref()));
    let completer = match (command, arg.get_id().as_str()) {
        (_, "operation") => of(words::operations),
        ("list", "part") => of(words::parts),
        ("listen", "from") => of(words::receivers),
        ("login", "at") => of(words::logins),
        ("example", "name") => of(words::examples),
        (_, "profile") => of(words::profiles),
        (_, "fault") => of(words::faults),
        ("mock", "callback") => of(words::callbacks),
        (_, "values") => of(words::values),
        ("help", "command") => {
            let commands = commands.to_vec();
            completer(move |_| commands.iter().map(CompletionCandidate::new).collect())
        }
        (_, "files" | "file" | "what") => paths(PathCompleter::any().stdio()),
        (_, "out" | "cacert" | "gateway") => paths(PathCompleter::any()),
        (_, "page" | "folder") => paths(PathCompleter::dir()),
        _ => return arg,
    };
    arg.add(completer)
}

/// What goes on as what was typed so far, and is what a shell takes as it stands: a name from a document of others or a
/// profile could hold a command, and a shell quotes nothing.
fn completer(candidates: impl Fn(&str) -> Vec<CompletionCandidate> + Send + Sync + 'static) -> ArgValueCompleter {
    let is_plain = |value: &str| value.chars().all(|char| char.is_alphanumeric() || "_-.,=:/@+%".contains(char));
    ArgValueCompleter::new(move |current: &OsStr| {
        let current = current.to_str().unwrap_or_default();
        let mut all = candidates(current);
        all.retain(|one| one.get_value().to_str().is_some_and(|value| value.starts_with(current) && is_plain(value)));
        all
    })
}
