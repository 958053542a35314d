//! The commands, one in each file.

pub mod build;
mod check;
mod completions;
mod example;
pub mod explain;
pub mod import;
pub mod learn;
pub mod list;
pub mod listen;
pub mod login;
pub mod man;
pub mod mock;
pub mod send;
pub mod serve;
mod show;

use crate::args::Command;
use crate::exit::{Exit, Failure};
use crate::gateways;
use crate::operation::find;
use crate::options::Options;

/// Runs what was typed.
pub fn run(options: &Options, command: Command) -> Result<Exit, Failure> {
    let takes_name = matches!(command, Command::List(_) | Command::Explain(_));
    let named = match command.needed() {
        Some(needed) => gateways::of_documents(options, &needed, takes_name)?,
        None => None,
    };
    match command {
        Command::List(list) => list::run(options, &list, named.as_deref()),
        Command::Show { operation } => show::run(options, find(&operation)?),
        Command::Example { operation, name } => example::run(options, find(&operation)?, name.as_deref()),
        Command::Check(body) => check::run(options, &body),
        Command::Build(build) => build::run(options, &build),
        Command::Send(send) => send::run(options, &send),
        Command::Explain(explain) => explain::run(options, &explain, named.as_deref()),
        Command::Import(import) => import::run(options, &import),
        Command::Learn(learn) => learn::run(options, &learn),
        Command::Listen(listen) => listen::run(options, &listen),
        Command::Login(login) => login::run(options, &login),
        Command::Mock(mock) => mock::run(options, &mock),
        Command::Serve(serve) => serve::run(options, &serve),
        Command::Completions { shell } => completions::run(options, shell),
        Command::Man(man) => man::run(options, &man.folder),
        Command::Help { .. } => Ok(Exit::Done),
    }
}

/// A runtime for the commands that have to do with the network.
fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}
