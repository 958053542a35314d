//! What the variables of a shell's script hold, as far as that is certain: set once, by a command of its own that is surely
//! run before the request.

use std::cell::{Cell, RefCell};

use super::bash::{of_text, parted};
use super::heredoc;
use super::written::is_written_over;
use crate::import::code::in_hole;
use crate::import::found::Found;
use crate::import::text::Text;
use crate::named::Named;

/// The longest text whose variables are followed.
const MAX_SCRIPT: usize = 64 << 10;

/// So many bytes of values are put in.
const MAX_FILLED: usize = 1 << 20;

/// Words that open what may not be run, or more than once; and those that close it.
const OPENS: [&str; 7] = ["if", "for", "while", "until", "case", "select", "{"];
const CLOSES: [&str; 4] = ["fi", "done", "esac", "}"];

/// Words before an assignment that leave it one.
const DECLARES: [&str; 3] = ["export ", "readonly ", "declare "];

/// Commands that set what they name.
const SETS: [&str; 8] = ["read", "unset", "for", "local", "mapfile", "getopts", "select", "readarray"];

/// Puts what variables hold into a command's request; the command begins at a place of a text.
pub(crate) fn fill(found: &mut Found, text: &Text, at: usize) {
    let has_code = {
        let parts = found.parts.iter().map(|part| &part.value);
        let headers = found.headers.iter().map(|(_, value)| value);
        let body = found.body.iter().map(|(body, _)| body);
        parts.chain(headers).chain(body).chain(&found.url).chain(&found.query).any(Text::has_code)
    };
    if !has_code || text.len() > MAX_SCRIPT {
        return;
    }
    let known = Variables::before(text, at);
    let unquoted = of_text(text, at).unquoted;
    let mut left = MAX_FILLED;
    let mut fill = |text: &mut Text| {
        if text.has_code() {
            *text = known.filled(text, &unquoted, &mut left);
        }
    };
    found.parts.iter_mut().for_each(|part| fill(&mut part.value));
    found.headers.iter_mut().for_each(|(_, value)| fill(value));
    found.query.iter_mut().for_each(&mut fill);
    found.url.iter_mut().for_each(&mut fill);
    found.body.iter_mut().for_each(|(body, _)| fill(body));
}

struct Variables<'t> {
    text: &'t Text,
    /// Where variables stand that were no shell's when it read the text.
    others: Vec<usize>,
    set: Named<'static, Option<Text>>,
}

impl<'t> Variables<'t> {
    /// Those that are set before a place.
    fn before(text: &'t Text, place: usize) -> Self {
        let mut others: Vec<_> = text.code().iter().map(|code| code.place().start).collect();
        crate::order::sort_by_key(&mut others, |place| (*place, 0));
        let mut variables = Self { text, others, set: Named::default() };
        let source = text.as_str();
        // What another program writes has variables of its own.
        if is_written_over(source, place) {
            return variables;
        }
        let prompt = prompt(source, place);
        let (mut at, mut depth, mut is_sure) = (0, 0_usize, true);
        while at < place {
            if let Some(prompt) = prompt.filter(|_| at == 0 || source[..at].ends_with('\n')) {
                // What stands there without one was printed.
                if !source[at..].starts_with(prompt) {
                    at = source[at..].find('\n').map_or(source.len(), |end| at + end + 1);
                    continue;
                }
                at += prompt.len();
            }
            let rest = &source[at..];
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', ';', '&', '|']).len();
            at += blank;
            if source[at..].starts_with('\n') {
                at += 1;
                continue;
            }
            if source[at..].starts_with('#') {
                at += source[at..].find('\n').unwrap_or(source.len() - at);
                continue;
            }
            let begins = at;
            let words = parted(text, at, None);
            if words.unclosed.is_some() || words.end <= at || words.end > place {
                break;
            }
            at = words.end;
            let first = words.words.first().map_or("", Text::as_str);
            let ends = source[at..].trim_start_matches([' ', '\t']);
            let is_alone = !ends.starts_with(['|', '&', '>', '<']) || ends.starts_with("&&");
            let declared = DECLARES.iter().find_map(|word| source[begins..].strip_prefix(word));
            let names = if declared.is_some() { &words.words[1..] } else { &words.words[..] };
            let asks_root =
                first == "sudo" && words.words.get(1).is_some_and(|word| matches!(word.as_str(), "-i" | "-s" | "su"));
            // What a file sets is not known.
            if SHELLS.contains(&first) || asks_root || matches!(first, "." | "source") {
                variables.set = Named::default();
            }
            if OPENS.contains(&first) || words.words.last().is_some_and(|last| last.as_str() == "{") {
                depth += 1;
            } else if CLOSES.contains(&first) {
                depth = depth.saturating_sub(1);
            } else if !names.is_empty() && names.iter().all(|word| assigned(word).is_some()) {
                names.iter().for_each(|word| variables.assign(word, depth == 0 && is_sure && is_alone));
            }
            is_sure = !ends.starts_with("&&") && !ends.starts_with("||") && !ends.starts_with('|');
            // What is left out of a word for good, such as a bracket, is no command.
            at += source[at..].chars().next().filter(|char| !char.is_whitespace()).map_or(0, char::len_utf8);
        }
        variables
    }

    fn assign(&mut self, word: &Text, is_sure: bool) {
        let Some(length) = assigned(word) else { return };
        let name = word.as_str()[..length].to_owned();
        let value = self.filled(&word.slice(length + 1..word.len()), &[], &mut { MAX_SCRIPT });
        let is_known =
            is_sure && !value.has_code() && !value.as_str().starts_with('~') && is_set_once(self.text.as_str(), &name);
        self.set.set(name, is_known.then_some(value));
    }

    /// A text with what is known of the code in it; what stands at one of some places is parted into words.
    fn filled(&self, text: &Text, unquoted: &[usize], left: &mut usize) -> Text {
        let rest = Cell::new(*left);
        let places = RefCell::new(text.code().into_iter().map(|code| code.place().start));
        let filled = text.filled(&|code| {
            let place = places.borrow_mut().next()?;
            let is_parted = unquoted.contains(&place);
            if self.others.binary_search(&place).is_ok() {
                return None;
            }
            let value = match code.strip_prefix("$(").and_then(|code| code.strip_suffix(')')) {
                Some(command) => self.printed(command.trim())?,
                None => {
                    let name = in_hole(code);
                    self.set.get(name.strip_prefix('$').unwrap_or(name))?.clone()?
                }
            };
            // Of several words only one is sent, and of a pattern what files there are.
            if is_parted && (value.is_empty() || value.as_str().contains([' ', '\t', '\n', '*', '?', '['])) {
                return None;
            }
            rest.set(rest.get().checked_sub(value.len())?);
            Some(value)
        });
        *left = rest.get();
        filled
    }

    /// The document that a function prints: `name() { cat <<EOF … }`.
    fn printed(&self, name: &str) -> Option<Text> {
        let is_name = !name.is_empty() && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_');
        let source = self.text.as_str();
        let head = format!("{name}()");
        let at = memchr::memmem::find(source.as_bytes(), head.as_bytes()).filter(|_| is_name)?;
        let body = source[at + head.len()..].trim_start().strip_prefix('{')?.trim_start();
        let (document, end) = heredoc::cat(self.text, source.len() - body.len())?;
        source[end..].trim_start().starts_with('}').then(|| self.filled(&document, &[], &mut { MAX_SCRIPT }))
    }
}

/// What stands before the command at a place, where that is a shell's prompt, and so before each command of a session.
fn prompt(source: &str, place: usize) -> Option<&str> {
    let line = source[..place].rfind('\n').map_or(0, |line| line + 1);
    let is_name = |char: char| char.is_ascii_alphanumeric() || char == '.';
    let before = source[line..place].trim_end_matches(is_name);
    let is_prompt = before.len() <= MAX_PROMPT && before.trim_end().ends_with(['$', '#', '%', '❯']);
    (is_prompt && before.ends_with(' ')).then_some(before)
}

/// The longest prompt.
const MAX_PROMPT: usize = 200;

/// The length of the name that a word gives a value: `NAME=value`.
fn assigned(word: &Text) -> Option<usize> {
    let end = word.as_str().find('=')?;
    let name = &word.as_str()[..end];
    let is_name = name.starts_with(|char: char| char.is_ascii_alphabetic() || char == '_')
        && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_');
    is_name.then_some(end)
}

/// Commands behind which another shell reads, which knows only what was exported.
const SHELLS: [&str; 9] = ["bash", "sh", "zsh", "fish", "su", "exec", "tmux", "screen", "newgrp"];

/// What sets any name, or what names hold, in ways that are not followed.
const OTHERWISE: [&str; 8] = ["eval ", "source ", "\n. ", "; . ", "IFS=", "declare -n", "local -n", "coproc "];

/// Names that the shell itself sets.
const OWN: [&str; 8] = ["RANDOM", "SECONDS", "LINENO", "UID", "EUID", "PPID", "BASHPID", "SRANDOM"];

/// Whether only one command of a script sets a name.
fn is_set_once(source: &str, name: &str) -> bool {
    if OWN.contains(&name) {
        return false;
    }
    let is_word = |char: char| char.is_ascii_alphanumeric() || char == '_';
    let mut times = 0;
    for at in memchr::memmem::find_iter(source.as_bytes(), name) {
        let (before, behind) = (&source[..at], &source[at + name.len()..]);
        if before.ends_with(is_word) || behind.starts_with(is_word) || before.ends_with("-") {
            continue;
        }
        let is_used = before.ends_with('$') || before.ends_with("${");
        let is_default = is_used && (behind.starts_with(":=") || behind.starts_with('='));
        let line = before.rsplit('\n').next().unwrap_or_default();
        let is_read = !is_used && line.split([' ', '\t', ';', '(']).any(|word| SETS.contains(&word) || word == "-v");
        let sets = ["=", "+=", "-=", "*=", "++", "--", "[", "}>", "}<"];
        let counts = before.ends_with("++") || before.ends_with("--");
        let is_assigned = !is_used && (counts || sets.iter().any(|sign| behind.starts_with(sign)));
        times += usize::from(is_default || is_read || is_assigned);
        // Whatever runs may set it.
        if times > 1 {
            return false;
        }
    }
    !OTHERWISE.iter().any(|word| source.contains(word))
}
