//! Colours, where they are wanted.

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

    /// Whether standard output is a terminal, and nobody asked for no colours.
    pub fn wanted() -> bool {
        output::is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
    }
}
