//! Help, and the version: printed like any result.

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use wxwire::lang::Lang;

use super::{chinese, wrap};
use crate::exit::Failure;
use crate::options::Options;
use crate::terminal::{self, Colour};
use crate::text::Text;

/// A text that was asked for, about the command itself.
#[derive(Debug)]
pub struct Help {
    text: String,
    /// The text's name in a JSON document, where one is asked for.
    key: Option<&'static str>,
}

impl Help {
    /// The help of the whole, or of one of its commands.
    pub fn of(mut whole: clap::Command, name: Option<String>, options: &Options) -> Result<Self, Failure> {
        whole.build();
        let names: Vec<_> = whole.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
        let command = match &name {
            None => &mut whole,
            Some(name) => whole.find_subcommand_mut(name).ok_or_else(|| {
                Failure::usage(Text::of(|lang| match lang {
                    Lang::Zh => format!("没有这个命令：{name}；可选 {}", names.join("、")),
                    Lang::En => format!("no such command: {name}; possible: {}", names.join(", ")),
                }))
            })?,
        };
        Ok(Self::new(&command.render_help(), "help", options))
    }

    /// What clap would print and call an error: help or version.
    pub fn shown(error: &clap::Error, options: &Options) -> Option<Self> {
        let key = match error.kind() {
            ErrorKind::DisplayHelp => "help",
            ErrorKind::DisplayVersion => "version",
            _ => return None,
        };
        Some(Self::new(&error.render(), key, options))
    }

    fn new(text: &StyledStr, key: &'static str, options: &Options) -> Self {
        let text = if Colour::wanted() && !options.json { text.ansi().to_string() } else { text.to_string() };
        let text = if options.lang() == Lang::Zh { chinese::usage(&text) } else { text };
        Self { text: wrap::fold(text.trim_end()), key: options.json.then_some(key) }
    }

    pub fn print(&self) {
        match self.key {
            Some(key) => terminal::json(&serde_json::json!({key: self.text})),
            None => terminal::say(&self.text),
        }
    }
}
