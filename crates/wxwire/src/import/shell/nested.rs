//! A command within a text that another program reads first: `bash -c "curl …"`, `ssh host 'curl …'`, `run: "curl …"` and
//! `run: >-` of YAML, a line of a crontab, a step of Jenkins.

use super::bash::{parted, with_code};
use super::groovy;
use super::written::replaced;
use crate::import::text::Text;
use crate::layer::escape::{JSON, doubled};

/// Shells, which read the word behind `-c`.
const SHELLS: [&str; 5] = ["bash", "sh", "zsh", "dash", "su"];

/// Commands that give their words, joined with blanks, to a shell.
const JOIN: [&str; 3] = ["ssh", "watch", "eval"];

/// The longest line of another program's that is looked at.
const MAX_LINE: usize = 16 << 10;

/// The text that a shell reads in the end, of the command whose name ends at a place of a line of another program's. None where
/// it stands in none.
pub(crate) fn inner(text: &Text, at: usize) -> Option<Text> {
    let source = text.as_str();
    let line = source[..at].rfind('\n').map_or(0, |line| line + 1);
    let before = source[line..at].trim_end_matches(|char: char| char.is_ascii_alphanumeric() || char == '.');
    let whole = groovy::inner(text, at).or_else(|| folded(text, line)).or_else(|| of_cron(text, line));
    if whole.is_some() {
        return whole;
    }
    if before.trim().is_empty() || before.len() > MAX_LINE {
        return None;
    }
    let found = of_cell(text, line + before.len())
        .or_else(|| of_yaml(text, line, before))
        .or_else(|| of_shell(text, line, at))?;
    Some(match replaced(source, at) {
        Some(mark) => with_code(&found, mark),
        None => found,
    })
}

/// The command that a cell of CSV or a text of SQL is, which begins at a place.
fn of_cell(text: &Text, start: usize) -> Option<Text> {
    let source = text.as_str();
    if let Some(end) = doubled::in_single(source, start) {
        return Some(text.slice(start..end).unescaped(&doubled::SINGLE).0);
    }
    let before = source[..start].strip_suffix('"')?;
    let begins = before.is_empty() || before.ends_with([',', ';', '\t', '\n']);
    let end = begins.then(|| doubled::end(source, start))??;
    source[start..end].contains("\"\"").then(|| text.slice(start..end).unescaped(&doubled::CELL).0)
}

/// The command of a crontab's line: what is escaped there is a percent sign, and one that is not ends the command.
fn of_cron(text: &Text, line: usize) -> Option<Text> {
    let source = text.as_str();
    let whole = source[line..].lines().next()?;
    let is_field = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit() || b"*/,-".contains(&byte));
    let count = if whole.starts_with('@') { 1 } else { 5 };
    let mut rest = whole;
    for _ in 0..count {
        let (field, behind) = rest.split_once([' ', '\t'])?;
        (is_field(field) || count == 1).then_some(())?;
        rest = behind.trim_start();
    }
    rest.contains('%').then_some(())?;
    let (mut at, end) = (line + whole.len() - rest.len(), line + whole.len());
    let mut out = text.slice(at..at);
    while let Some(sign) = source[at..end].find('%') {
        let place = at + sign;
        let is_escaped = source[at..place].ends_with('\\');
        out.push(text, at..place - usize::from(is_escaped));
        if !is_escaped {
            return Some(out);
        }
        out.push(text, place..place + 1);
        at = place + 1;
    }
    out.push(text, at..end);
    Some(out)
}

/// The block of YAML that a line stands in, where a `>` before it makes one line of all: what a break and its indent stand for is a
/// blank. None where a line is indented further, which stays a line.
fn folded(text: &Text, line: usize) -> Option<Text> {
    let source = text.as_str();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_blank = |line: &str| line.trim().is_empty();
    let own = indent(source[line..].lines().next()?);
    let mut first = line;
    let header = loop {
        let start = source[..first.checked_sub(1)?].rfind('\n').map_or(0, |line| line + 1);
        let before = &source[start..first];
        if !is_blank(before) && indent(before) < own {
            break before.trim_end();
        }
        (line - start < MAX_LINE).then_some(())?;
        first = start;
    };
    let is_folded = [">", ">-", ">+"]
        .iter()
        .any(|sign| header.strip_suffix(sign).is_some_and(|key| key.ends_with(": ") || key.ends_with("- ")));
    let mut out = is_folded.then(|| text.slice(first..first))?;
    let mut at = first;
    for line in source[first..].split_inclusive('\n') {
        let start = at;
        at += line.len();
        match (is_blank(line), indent(line)) {
            (true, _) => out.push_char('\n', text, start..at),
            (false, more) if more > own => return None,
            (false, less) if less < own => break,
            _ => {
                if !out.is_empty() && !out.as_str().ends_with('\n') {
                    out.push_char(' ', text, start..start + own.max(1).min(line.len()));
                }
                let line = line.trim_end();
                out.push(text, start + own..start + line.len());
            }
        }
    }
    Some(out)
}

/// The scalar of YAML that the text before a command opens.
fn of_yaml(text: &Text, line: usize, before: &str) -> Option<Text> {
    let source = text.as_str();
    let is_key = |key: &str| {
        let is_name = |key: &str| key.ends_with(char::is_alphanumeric) && (!key.contains(' ') || key.starts_with("- "));
        key == "-" || key.strip_suffix(':').is_some_and(is_name)
    };
    let Some(open) = before.find(['"', '\'']) else {
        // Without quotes a comment ends it.
        let comment = source[line..].lines().next()?.find(" #").filter(|_| is_key(before.trim()))?;
        return Some(text.slice(line + before.len()..line + comment));
    };
    let start = line + open + 1;
    if !is_key(before[..open].trim()) {
        return None;
    }
    if before[open..].starts_with('\'') {
        let end = doubled::end_of_single(source, start)?;
        return Some(text.slice(start..end).unescaped(&doubled::SINGLE).0);
    }
    let mut end = start;
    while !source[end..].starts_with('"') {
        end += if source[end..].starts_with('\\') { 2 } else { 1 };
        end += (0..4).find(|more| source.is_char_boundary(end + more))?;
        source.get(end..).filter(|rest| !rest.is_empty())?;
    }
    // YAML has more escapes than JSON.
    let inner = &source[start..end];
    let is_json = |escape: &str| escape.starts_with(['"', '\\', '/', 'b', 'f', 'n', 'r', 't', 'u']);
    let mut rest = inner;
    while let Some(sign) = rest.find('\\') {
        is_json(&rest[sign + 1..]).then_some(())?;
        rest = rest.get(sign + 2..).unwrap_or_default();
    }
    Some(text.slice(start..end).unescaped(&JSON).0)
}

/// What a shell gets from another, or from what joins its words.
fn of_shell(text: &Text, line: usize, at: usize) -> Option<Text> {
    let source = text.as_str();
    let words: Vec<&str> = source[line..at].split_whitespace().collect();
    let name = |word: &str| word.rsplit(['/', '=']).next().unwrap_or_default().to_owned();
    let is_one_of = |word: &str, names: &[&str]| names.contains(&&*name(word));
    let wrapper = words.iter().find(|word| is_one_of(word, &SHELLS) || is_one_of(word, &JOIN))?;
    let start = line + source[line..at].find(&format!("{wrapper} "))?;
    let parts = parted(text, start, None);
    if parts.unclosed.is_some() || parts.end < at {
        return None;
    }
    let place = text.source(at - 1);
    let is_here = |word: &Text| word.place().contains(&place);
    let here = parts.words.iter().position(is_here)?;
    let before = here.checked_sub(1).and_then(|before| parts.words.get(before));
    match is_one_of(wrapper, &JOIN) {
        true => Some(joined(&parts.words[here..])),
        false => before.filter(|flag| is_command_flag(flag.as_str())).map(|_| parts.words[here].clone()),
    }
}

/// `-c`, be it among others: `-lc`.
fn is_command_flag(word: &str) -> bool {
    word.strip_prefix('-')
        .is_some_and(|flags| flags.ends_with('c') && flags.chars().all(|char| char.is_ascii_lowercase()))
}

fn joined(words: &[Text]) -> Text {
    let Some((first, rest)) = words.split_first() else { return Text::default() };
    let mut out = first.clone();
    for word in rest {
        out.push_char(' ', word, 0..0);
        out.push(word, 0..word.len());
    }
    out
}
