//! What commands have in common: what every one takes, and groups of options that several take.

use std::ffi::OsString;

use clap::{Args, ValueEnum, ValueHint};
use wxwire::lang::{Lang, Words};
use wxwire_mock::Fault;

use crate::terminal::{self, When};

/// What every command takes.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// Print JSON: one document on one line, with stable keys
    #[arg(long, global = true, display_order = 900)]
    pub json: bool,
    /// Language of texts; by default that of the locale
    #[arg(long, global = true, value_enum, value_name = "LANG", display_order = 901)]
    lang: Option<LangArg>,
    /// Colours: never with NO_COLOR, always with CLICOLOR_FORCE, else on a terminal
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t, display_order = 902)]
    color: When,
    /// Print results, warnings and errors, and no notes
    #[arg(short, long, global = true, display_order = 903)]
    quiet: bool,
    /// A gateway's document for this run alone, or anything that `learn` takes; can be given more than once
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::AnyPath, display_order = 904)]
    gateway: Vec<String>,
}

impl Options {
    /// What these words ask for, read before anything else is: what is wrong with the others is said in this manner.
    pub fn typed(words: &[OsString]) -> Self {
        let words: Vec<_> =
            words.iter().skip(1).take_while(|word| *word != "--").filter_map(|word| word.to_str()).collect();
        let behind = |option: &str| {
            let after = words.iter().position(|word| *word == option).and_then(|at| words.get(at + 1).copied());
            let inside = |word: &&'_ str| word.strip_prefix(option)?.strip_prefix('=').map(str::to_owned);
            after.map(str::to_owned).or_else(|| words.iter().find_map(inside))
        };
        Self {
            json: words.contains(&"--json"),
            gateway: Vec::new(),
            lang: behind("--lang").and_then(|lang| LangArg::from_str(&lang, false).ok()),
            color: behind("--color").and_then(|when| When::from_str(&when, false).ok()).unwrap_or_default(),
            quiet: false,
        }
    }

    /// From now on this is how everything is printed.
    pub fn count(&self) {
        self.color.counts();
        if self.quiet {
            terminal::be_quiet();
        }
    }

    /// The documents, and for `list` and `explain` the names, of gateways.
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

impl Body {
    /// Whether the values stand in the command line and in a file, so that nobody has to be waited for.
    pub fn is_at_hand(&self) -> bool {
        let is_file = |value: &String| std::fs::metadata(value).is_ok_and(|file| file.is_file());
        let is_typed = |value: &String| value.contains('=') && !value.contains("=@");
        self.values
            .split_first()
            .is_some_and(|(first, others)| (is_file(first) || is_typed(first)) && others.iter().all(is_typed))
    }
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

fn locale_lang() -> Lang {
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    Lang::of_locale(&["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).unwrap_or_default())
}
