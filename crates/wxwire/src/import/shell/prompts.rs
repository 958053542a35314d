//! What a shell writes before the further lines of a command, copied with it.

use crate::import::text::Text;

/// Of PowerShell, of POSIX shells, of Windows' cmd.
const PROMPTS: [&str; 3] = [">> ", "> ", "More? "];

/// A text without the prompts before the further lines of the command that begins at a place. A line of a message can begin
/// so as well: there has to be a line that begins as JSON or a command goes on.
pub(crate) fn without_prompts(text: &Text, at: usize) -> Option<Text> {
    let source = text.as_str();
    let first = at + source.get(at..)?.find('\n')? + 1;
    let prompt = PROMPTS.iter().find(|prompt| source[first..].starts_with(prompt.trim_end()))?;
    let mut out = text.slice(0..first);
    let (mut at, mut hides_break, mut is_told) = (first, hides_break(&source[..first]), false);
    for line in source[first..].split_inclusive('\n') {
        let bare = line.strip_prefix(prompt.trim_end()).filter(|rest| rest.trim().is_empty());
        let Some(own) = line.strip_prefix(prompt).or(bare) else { break };
        is_told |= goes_on(own.trim(), hides_break);
        hides_break = self::hides_break(line);
        out.push(text, at + line.len() - own.len()..at + line.len());
        at += line.len();
    }
    out.push(text, at..source.len());
    is_told.then_some(out)
}

/// Whether a line hides its break from the shell.
fn hides_break(text: &str) -> bool {
    text.trim_end().ends_with(['\\', '^', '`'])
}

/// Whether a line is one of JSON's or, where the line before it hides its break, of a command's.
fn goes_on(line: &str, is_command: bool) -> bool {
    let is_option = line.starts_with('-') || line.starts_with(['\'', '"']) || line.starts_with("http");
    let is_key = line.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    line.starts_with(['{', '}', '[', ']'])
        || is_key.is_some_and(|(_, rest)| rest.trim_start().starts_with(':'))
        || is_command && is_option
}
