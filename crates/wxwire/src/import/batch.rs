//! Lines of the Windows command prompt around curl: variables that are set before it, and what is piped into it.

use super::code::{Expr, POWERSHELL, Reader, Scope};
use super::curl;
use super::found::Found;
use super::report::Why;
use super::shell;
use super::text::Text;
use crate::named::Named;

/// What begins such lines.
const SIGNS: [&str; 5] = ["set ", "@echo ", "echo ", "powershell ", "powershell.exe "];

/// What says nothing about the request.
const SILENT: [&str; 7] = ["@echo off", "rem ", "::", "chcp ", "setlocal", "cls", "title "];

/// Where a line begins as those do.
pub(crate) fn begins(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let command = at_prompt(line);
        if SIGNS.iter().any(|sign| is(command, sign)) && !is_of_shell(command) {
            return Some(start + line.len() - command.len());
        }
        start += line.len();
    }
    None
}

/// What lines of a file that the command prompt runs begin with, in small letters.
const OF_FILE: [&str; 7] = ["@echo off", "setlocal", "set /", "set ", "for %%", "if ", "goto "];

/// Whether a command stands in such a file.
pub(crate) fn is_in_file(before: &str) -> bool {
    let near = &before[crate::scan::floor(before, before.len().saturating_sub(MAX_FILE))..];
    let lines = near.lines().map(|line| line.trim_start().to_ascii_lowercase());
    let is_one =
        |line: &str| OF_FILE.iter().any(|sign| line.starts_with(sign) && (*sign != "if " || line.contains("%")));
    let mut lines = lines.filter(|line| is_one(line));
    lines.any(|line| !line.starts_with("set ") || line.contains('=') && !is_of_shell(&line))
}

/// Whether a line sets an option of another shell: `set -e; NAME=value`.
fn is_of_shell(line: &str) -> bool {
    line.get(4..).is_some_and(|rest| is(line, "set ") && rest.trim_start().starts_with(['-', '+']))
}

/// So much of it is looked at.
const MAX_FILE: usize = 16 << 10;

/// Takes what the command prompt puts in for code, from its sign on: a percent sign, which is two where one is meant, `%%i`, and
/// `!NAME!`.
pub(crate) fn made(word: &mut Text) {
    let text = word.as_str();
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_');
    let (mut out, mut at) = (word.slice(0..0), 0);
    while let Some(found) = text[at..].find(['%', '!']) {
        let sign = at + found;
        let rest = &text[sign + 1..];
        let is_percent = text[sign..].starts_with('%');
        // Both stand in one place where a variable's value has one of them.
        let is_values = || word.span(sign..sign + 1) == word.span(sign + 1..sign + 2);
        let is_one = rest
            .strip_prefix('%')
            .is_some_and(|rest| !rest.starts_with(|char: char| char.is_ascii_alphabetic()) || is_values());
        out.push(word, at..sign);
        match (is_percent, is_one) {
            (true, true) => out.push_char('%', word, sign..sign + 2),
            (false, _) if !rest.split_once('!').is_some_and(|(name, _)| is_name(name)) => {
                out.push(word, sign..sign + 1)
            }
            _ => {
                out.push_code(word, sign..word.len());
                return *word = out;
            }
        }
        at = sign + if is_percent { 2 } else { 1 };
    }
    out.push(word, at..word.len());
    *word = out;
}

/// A line without the prompt before it.
fn at_prompt(line: &str) -> &str {
    let line = line.trim_start();
    match line.split_once('>') {
        Some((prompt, behind)) if prompt.get(1..3) == Some(":\\") => behind.trim_start(),
        _ => line,
    }
}

fn is(command: &str, sign: &str) -> bool {
    command.get(..sign.len()).is_some_and(|own| own.eq_ignore_ascii_case(sign))
}

/// The request of the curl command behind the lines; nothing where they are not the command prompt's.
pub(crate) fn read(text: &Text, start: usize) -> Option<Found> {
    let source = text.as_str();
    let line = source.get(start..)?.find('\n').map_or(source.len(), |line| start + line);
    let in_file = is_in_file(&source[..line]);
    let mut lines = Lines { set: Named::default(), in_file, budget: text.len().saturating_mul(2) + 10_000 };
    let mut at = start;
    for line in source.get(start..)?.split_inclusive('\n') {
        let command = at_prompt(line);
        let from = at + line.len() - command.len();
        let silent = command.is_empty() || SILENT.iter().any(|sign| is(command, sign));
        if !silent && !lines.sets(&text.slice(from..from + command.trim_end_matches(['\r', '\n']).len())) {
            at = from;
            break;
        }
        at += line.len();
    }
    let rest = lines.expanded(&text.slice(at..text.len()));
    let (first, end, _) = shell::cmd_command(&rest, 0);
    let behind = rest.as_str().get(end..)?;
    let (from, input) = match behind.strip_prefix('|') {
        Some(piped) => (rest.len() - piped.trim_start().len(), lines.printed(&first)),
        None => (0, None),
    };
    let command = rest.as_str().get(from..)?;
    let curl = ["curl.exe ", "curl "].into_iter().find(|name| is(command, name))?;
    // Single quotes, and a line that goes on behind a backslash, are another shell's.
    let line = command.lines().next().unwrap_or_default();
    if line.trim_end().ends_with('\\') || line.split('"').next().is_some_and(|plain| plain.contains('\'')) {
        return None;
    }
    let mut words = shell::cmd(&rest, from + curl.len());
    // A sign that a variable held is one.
    let holds_signs = lines.set.values().iter().any(|(_, value)| {
        let value = value.as_str();
        value.contains('!') || value.contains('%') && !in_file
    });
    if is_in_file(&source[..at]) && !holds_signs {
        words.words.iter_mut().for_each(made);
    }
    let mut found = curl::command(&rest, words, input);
    let before = text.slice(0..start).trim();
    // A prompt is no text.
    if before.as_str().contains(char::is_whitespace) {
        found.drop(Why::Around, &before);
    }
    Some(found)
}

/// What the lines have set.
struct Lines {
    /// By names in lower case, each once more beside its value.
    set: Named<'static, (String, Text)>,
    /// They stand in a file, where a percent sign is two.
    in_file: bool,
    /// The bytes that may still be put in for variables.
    budget: usize,
}

impl Lines {
    /// Takes in `set "name=value"` or `set name=value`, if the line is that.
    fn sets(&mut self, line: &Text) -> bool {
        if !is(line.as_str(), "set ") {
            return false;
        }
        let rest = line.slice(4..line.len()).trim();
        let quoted = rest.as_str().strip_prefix('"').and_then(|inner| Some(rest.slice(1..1 + inner.rfind('"')?)));
        let setting = match quoted {
            Some(inner) => self.expanded(&inner),
            None => {
                let plain = line.slice(line.len() - line.as_str()[4..].trim_start().len()..line.len());
                shell::cmd_command(&self.expanded(&plain), 0).0
            }
        };
        let Some((name, value)) = setting.as_str().split_once('=') else { return false };
        // `/a` reckons, and `/p` asks.
        if !name.starts_with('/') {
            let (name, mut value) =
                (name.to_ascii_lowercase(), setting.slice(setting.len() - value.len()..setting.len()));
            if self.in_file {
                made(&mut value);
            }
            self.set.set(name.clone(), (name, value));
        }
        true
    }

    /// A text with the values of its variables; one that is not set stays as it is.
    fn expanded(&mut self, text: &Text) -> Text {
        let source = text.as_str();
        let mut out = text.slice(0..0);
        let (mut copied, mut at) = (0, 0);
        while let Some(found) = source[at..].find('%') {
            let mark = at + found;
            let name = source.as_bytes()[mark + 1..].iter().take(100).position(|byte| *byte == b'%');
            let value = name.and_then(|length| self.value(&source[mark + 1..mark + 1 + length]));
            match (name, value.filter(|value| value.len() < self.budget)) {
                (Some(length), Some(value)) => {
                    self.budget = self.budget.saturating_sub(2 * value.len() + 1);
                    out.push(text, copied..mark);
                    // Its signs are read once more.
                    let mut pushed = 0;
                    for (sign, _) in value.as_str().match_indices('%').filter(|_| self.in_file) {
                        out.push(&value, pushed..sign + 1);
                        out.push_char('%', &value, sign..sign + 1);
                        pushed = sign + 1;
                    }
                    out.push(&value, pushed..value.len());
                    at = mark + length + 2;
                    copied = at;
                }
                _ => at = mark + 1,
            }
        }
        out.push(text, copied..text.len());
        out
    }

    /// A variable, or a part of it: `name:~start,length`.
    fn value(&self, name: &str) -> Option<Text> {
        let Some((name, part)) = name.split_once(":~") else {
            return self.whole(name).filter(|value| value.len() < self.budget).cloned();
        };
        let value = self.whole(name)?;
        let (start, length) = part.split_once(',')?;
        let (start, length): (usize, usize) = (start.trim().parse().ok()?, length.trim().parse().ok()?);
        let end = start.checked_add(length)?.min(value.len());
        value.as_str().get(start..end)?.is_ascii().then(|| value.slice(start..end))
    }

    fn whole(&self, name: &str) -> Option<&Text> {
        self.set.get(&name.to_ascii_lowercase()).map(|(_, value)| value)
    }

    /// What a command prints: `echo`, or PowerShell that writes bytes to its output.
    fn printed(&self, command: &Text) -> Option<Text> {
        if is(command.as_str(), "echo ") {
            return Some(command.slice(5..command.len()).trim());
        }
        let words = shell::cmd_arguments(command).words;
        let name = words.first()?.as_str().to_ascii_lowercase();
        let code = words.iter().position(|word| word.as_str().eq_ignore_ascii_case("-command"))?;
        let code = words.get(code + 1).filter(|_| ["powershell", "powershell.exe", "pwsh"].contains(&name.as_str()))?;
        let mut variables =
            Scope::new(code.len() + self.set.values().iter().map(|(_, value)| value.len()).sum::<usize>());
        for (name, value) in self.set.values() {
            variables.set(&format!("env:{name}"), Expr::Text(value.clone()));
        }
        const WRITE: &str = "[Console]::OpenStandardOutput().Write(";
        let (_, write) = variables.run(code, 0, &|text, at| is(text.get(at..).unwrap_or_default(), WRITE));
        match Reader::new(code, write? + WRITE.len(), &POWERSHELL, &variables).expression() {
            Expr::List(_, items) => items.into_iter().next().and_then(Expr::text),
            one => one.text(),
        }
    }
}
