//! Which shell a command is written for.

use super::{Words, all_escaped, bash, cmd, powershell};
use crate::import::code::Scope;
use crate::import::text::Text;

/// The words of the shell that the command is written for.
pub(crate) fn parted(text: &Text, at: usize) -> Words {
    let rest = text.as_str().get(at..).unwrap_or_default();
    let line = rest.trim_start().lines().next().unwrap_or_default().trim_end();
    // Between backticks it is a shell's, whose output is put in.
    let before = text.as_str().get(..at).unwrap_or_default();
    if before.trim_end_matches(|char: char| char.is_ascii_alphanumeric()).ends_with('`') {
        return bash(text, at);
    }
    if line.ends_with('^') || rest.trim_start().starts_with("^\"") || line.contains(" ^\"") || all_escaped(line) {
        cmd(text, at)
    } else if line.ends_with('`')
        || text.as_str().get(..at).is_some_and(|before| before.ends_with(".exe")) && !line.ends_with('\\')
    {
        powershell(text, at, &Scope::new(0))
    } else {
        bash(text, at)
    }
}
