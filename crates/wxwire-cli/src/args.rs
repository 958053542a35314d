//! What can be typed.

mod chinese;
mod footer;
mod help;
mod mistake;
mod wrap;

pub use help::Help;

use std::ffi::OsString;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use wxwire::lang::{Lang, Words};
use wxwire_mock::Fault;

use crate::commands::{build, explain, import, learn, list, mock, send, serve};
use crate::exit::Failure;

/// Compose, check, send and explain WeChat and WeCom messages.
#[derive(Debug, Parser)]
#[command(name = "wxwire", version, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// Print JSON: one document on one line, with stable keys
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of texts; by default that of the locale
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    lang: Option<LangArg>,
    /// A gateway's document for this run alone, or anything that `learn` takes; can be given more than once. With list, also a gateway's name: only its operations
    #[arg(long, global = true, value_name = "FILE")]
    gateway: Vec<String>,
}

impl Options {
    /// What these words ask for, read before anything else is: what is wrong with the others is said in this manner.
    pub fn typed(words: &[OsString]) -> Self {
        let words: Vec<_> =
            words.iter().skip(1).take_while(|word| *word != "--").filter_map(|word| word.to_str()).collect();
        let after = words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at + 1).copied());
        let lang = after.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")));
        Self {
            json: words.contains(&"--json"),
            gateway: Vec::new(),
            lang: lang.and_then(|lang| LangArg::from_str(lang, false).ok()),
        }
    }

    /// The documents, and for `list` the names, of gateways.
    pub fn gateways(&self) -> &[String] {
        &self.gateway
    }

    /// The language that was asked for, or that of the locale.
    pub fn lang(&self) -> Lang {
        match self.lang {
            Some(LangArg::Zh) => Lang::Zh,
            Some(LangArg::En) => Lang::En,
            None => locale_lang(),
        }
    }

    /// A text in that language.
    pub fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        Words::new(zh, en).get(self.lang())
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LangArg {
    Zh,
    En,
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
    /// Imitate the gateways on loopback
    Mock(mock::Mock),
    /// Serve the playground on loopback; requests go through this command, which holds the credentials
    Serve(serve::Serve),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print this help, or that of a command
    Help {
        /// The command
        command: Option<String>,
    },
}

/// An operation and its values.
#[derive(Args, Clone, Debug)]
pub struct Body {
    /// The operation, such as those that `wxwire list` prints
    pub operation: String,
    /// A file or - for the whole; then key=text, key:=json, key=@file (as it is, for a field that is a file), 'key=\@text'; nested keys as data[desc]=… and list[0][a]=…
    #[arg(value_name = "VALUES")]
    pub values: Vec<String>,
    /// Refuse warnings as well as errors
    #[arg(long)]
    pub strict: bool,
}

/// How long to wait.
#[derive(Args, Clone, Copy, Debug)]
pub struct Times {
    /// Seconds to wait for a connection
    #[arg(long, value_name = "SECONDS", default_value = "5", value_parser = seconds)]
    pub connect_timeout: std::time::Duration,
    /// Seconds to wait for the whole answer
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    pub timeout: std::time::Duration,
}

/// How a mock behaves.
#[derive(Args, Clone, Debug)]
pub struct Behaviour {
    /// How the mock should misbehave; can be given more than once
    #[arg(long, value_name = "FAULT")]
    pub fault: Vec<Fault>,
    /// The same seed gives the same ids
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

fn seconds(text: &str) -> Result<std::time::Duration, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.001..=86_400.0).contains(seconds));
    seconds.map(std::time::Duration::from_secs_f64).ok_or_else(|| "0.001 – 86400".to_owned())
}

/// What was typed.
#[derive(Debug)]
pub enum Typed {
    Command(Options, Command),
    Help(Help),
}

/// Reads the command line; help and errors are in the person's language.
pub fn parse(words: Vec<OsString>) -> Result<Typed, Failure> {
    let manner = Options::typed(&words);
    let command = command(manner.lang());
    let parsed = command.clone().try_get_matches_from(&words).and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(Cli { options, command: Command::Help { command: name } }) => {
            Help::of(command, name, &options).map(Typed::Help)
        }
        Ok(cli) => Ok(Typed::Command(cli.options, cli.command)),
        Err(error) => match Help::shown(&error, &manner) {
            Some(help) => Ok(Typed::Help(help)),
            None => Err(mistake::failure(&error, &command, &words, manner.lang())),
        },
    }
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

fn locale_lang() -> Lang {
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    Lang::of_locale(&["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).unwrap_or_default())
}
