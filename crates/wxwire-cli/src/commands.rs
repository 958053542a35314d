//! The commands, one in each file.

pub mod build;
mod check;
mod completions;
mod example;
pub mod explain;
pub mod import;
pub mod learn;
pub mod list;
pub mod mock;
pub mod send;
pub mod serve;
mod show;

pub use mock::Running;

use wxwire::catalog;
use wxwire::lang::Words;
use wxwire::operation::Entry;

use crate::args::{Command, Options};
use crate::exit::{Exit, Failure, Fault};
use crate::gateways;
use crate::text::Text;

/// Runs what was typed.
pub fn run(options: &Options, command: Command) -> Result<Exit, Failure> {
    let named = gateways::of_documents(options, &command)?;
    match command {
        Command::List(list) => list::run(options, &list, named.as_deref()),
        Command::Show { operation } => show::run(options, find(&operation)?),
        Command::Example { operation, name } => example::run(options, find(&operation)?, name.as_deref()),
        Command::Check(body) => check::run(options, &body),
        Command::Build(build) => build::run(options, &build),
        Command::Send(send) => send::run(options, &send),
        Command::Explain(explain) => explain::run(options, &explain),
        Command::Import(import) => import::run(options, &import),
        Command::Learn(learn) => learn::run(options, &learn),
        Command::Mock(mock) => mock::run(options, &mock),
        Command::Serve(serve) => serve::run(options, &serve),
        Command::Completions { shell } => Ok(completions::run(options, shell)),
        Command::Help { .. } => Ok(Exit::Done),
    }
}

/// The operation of an id, or a failure that names those that are near.
pub fn find(id: &str) -> Result<&'static Entry, Failure> {
    catalog::find(id).ok_or_else(|| {
        let near = catalog::near(id);
        let width = near.iter().map(|entry| entry.id.len()).max().unwrap_or_default();
        let words = Words::new("没有这个操作", "no such operation");
        let ask = Words::new("用 `wxwire list --search 词语` 查找", "look for it with `wxwire list --search WORDS`");
        let text = Text::of(|lang| {
            let names = near.iter().map(|entry| format!("\n  {:width$}  {}", entry.id, entry.title.get(lang)));
            format!("{} {id:?}{}\n{}", words.get(lang), names.collect::<String>(), ask.get(lang))
        });
        Failure::new(Fault::NoSuchOperation, text)
    })
}

/// A runtime for the commands that have to do with the network.
fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}
