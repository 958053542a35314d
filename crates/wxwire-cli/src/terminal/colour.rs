//! Colours, where they are wanted.

use std::env::var_os;
use std::io::IsTerminal;
use std::sync::atomic::{AtomicU8, Ordering};

use clap::ValueEnum;

use super::output;

/// A colour of the terminal.
#[derive(Clone, Copy, Debug)]
pub enum Colour {
    Red,
    Green,
    Yellow,
    Blue,
    Bold,
    Dim,
}

/// When there are colours.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub enum When {
    #[default]
    Auto,
    Always,
    Never,
}

static WHEN: AtomicU8 = AtomicU8::new(When::Auto as u8);

impl When {
    /// From now on this counts.
    pub fn counts(self) {
        WHEN.store(self as u8, Ordering::Relaxed);
    }

    /// Whether a stream takes colours: what was typed counts, then what the environment says, then whether it is a terminal
    /// that knows colours.
    fn takes(is_terminal: impl FnOnce() -> bool) -> bool {
        let is_set = |name| var_os(name).is_some_and(|value| !value.is_empty());
        let is_zero = |name| var_os(name).is_some_and(|value| value == "0");
        match WHEN.load(Ordering::Relaxed) {
            when if when == Self::Always as u8 => true,
            when if when == Self::Never as u8 => false,
            _ if is_set("NO_COLOR") => false,
            _ if is_set("CLICOLOR_FORCE") && !is_zero("CLICOLOR_FORCE") => true,
            _ if is_zero("CLICOLOR") || var_os("TERM").is_some_and(|term| term == "dumb") => false,
            _ => is_terminal(),
        }
    }
}

impl Colour {
    /// The text in this colour, if standard output takes colours.
    pub fn paint(self, text: &str) -> String {
        let code = match self {
            Self::Red => "31",
            Self::Green => "32",
            Self::Yellow => "33",
            Self::Blue => "34",
            Self::Bold => "1",
            Self::Dim => "2",
        };
        if Self::wanted() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// Whether standard output takes colours.
    pub fn wanted() -> bool {
        When::takes(output::is_terminal)
    }

    /// A text that was painted for standard output, for standard error: plain where that takes no colours.
    pub fn for_errors(text: &str) -> String {
        if !text.contains('\u{1b}') || When::takes(|| std::io::stderr().is_terminal()) {
            return text.to_owned();
        }
        let mut parts = text.split("\u{1b}[");
        let first = parts.next().unwrap_or_default();
        let rest = parts.map(|part| part.split_once('m').map_or(part, |(_, rest)| rest));
        std::iter::once(first).chain(rest).collect()
    }
}
