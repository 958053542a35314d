//! What can be typed.

mod chinese;
mod footer;
mod help;
mod mistake;
pub(crate) mod wrap;

pub use chinese::usage as in_chinese;
pub use help::Help;

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use wxwire::lang::Lang;

use crate::commands::{build, explain, import, learn, list, listen, login, man, mock, send, serve};
use crate::exit::Failure;
use crate::gateways::Needed;
use crate::options::{Body, Options};

/// Compose, check, send and explain WeChat and WeCom messages.
#[derive(Debug, Parser)]
#[command(name = "wxwire", version, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// List operations: all, those of a gateway or section, or those that have some words
    List(list::List),
    /// Show an operation: its fields, limits, credentials and examples
    Show {
        /// The operation, such as those that `wxwire list` prints
        operation: String,
    },
    /// Print a payload from the vendor's document, to begin with
    Example {
        /// The operation
        operation: String,
        /// Which example; by default the first
        name: Option<String>,
    },
    /// Check values and name every problem at its place
    Check(Body),
    /// Print the request, for people and for other tools; credentials are hidden
    Build(build::Build),
    /// Check, send, and say what really happened
    Send(send::Send),
    /// Explain any bytes: what they are, what is inside to the bottom, what a reply says about the call
    Explain(explain::Explain),
    /// Find the operation and its values in any text: a command line, a request, a script, JSON with faults
    Import(import::Import),
    /// Learn a gateway from OpenAPI, a Postman or Apifox export or a copied page, so that all commands know it
    Learn(learn::Learn),
    /// Log in at a gateway by a QR code, and keep the token for the commands that send
    Login(login::LogIn),
    /// Receive callbacks: verify, decrypt and explain each, answer as its gateway wants it
    Listen(listen::Listen),
    /// Imitate the gateways on loopback
    Mock(mock::Mock),
    /// Serve the playground on loopback; requests go through this command, which holds the credentials
    Serve(serve::Serve),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Write the manual pages, in English and Chinese
    Man(man::Man),
    /// Print this help, or that of a command
    Help {
        /// The command
        command: Option<String>,
    },
}

impl Command {
    /// Which gateways' documents it needs; none where it needs no gateway.
    pub fn needed(&self) -> Option<Needed> {
        Some(match self {
            Self::Show { operation } | Self::Example { operation, .. } => Needed::of(operation),
            Self::Check(body) => Needed::of(&body.operation),
            Self::Build(build) => Needed::of(&build.body.operation),
            Self::Send(send) => Needed::of(&send.body.operation),
            Self::List(_)
            | Self::Explain(_)
            | Self::Import(_)
            | Self::Listen(_)
            | Self::Login(_)
            | Self::Mock(_)
            | Self::Serve(_) => Needed::All,
            Self::Learn(_) | Self::Completions { .. } | Self::Man(_) | Self::Help { .. } => return None,
        })
    }
}

/// What was typed.
#[derive(Debug)]
pub enum Typed {
    Command(Options, Box<Command>),
    Help(Help),
}

/// Reads the command line; help and errors are in the person's language, and their texts are made only for who sees them.
pub fn parse(words: Vec<OsString>) -> Result<Typed, Failure> {
    let manner = Options::typed(&words);
    match Cli::try_parse_from(&words).or_else(|_| told(&words, manner.lang())) {
        Ok(Cli { options, command: Command::Help { command: name } }) => {
            Help::of(command(manner.lang()), name, &options).map(Typed::Help)
        }
        Ok(cli) => Ok(Typed::Command(cli.options, Box::new(cli.command))),
        Err(error) => match Help::shown(&error, &manner) {
            Some(help) => Ok(Typed::Help(help)),
            None => Err(mistake::failure(&error, &command(manner.lang()), &words, manner.lang())),
        },
    }
}

/// Reads it with all texts there are.
fn told(words: &[OsString], lang: Lang) -> Result<Cli, clap::Error> {
    Cli::from_arg_matches(&command(lang).try_get_matches_from(words)?)
}

/// The definition of the command line, in a language.
pub fn command(lang: Lang) -> clap::Command {
    let command = match lang {
        Lang::Zh => chinese::translate(Cli::command()),
        Lang::En => Cli::command(),
    };
    // Lines are broken where the help is printed: clap breaks none without spaces.
    footer::add(command.term_width(0), lang)
}
