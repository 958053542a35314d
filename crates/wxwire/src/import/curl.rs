//! curl: which of its words say something about the request.

mod command;
mod options;

use super::batch;
use super::found::{Form, Found};
use super::report::Why;
use super::shell::{self, Words};
use super::text::Text;
use crate::problem::{Code, Problem};
use command::Command;

/// The request of the curl command whose words begin at a place.
pub(crate) fn read(text: &Text, at: usize) -> Found {
    let mut words = shell::parted(text, at);
    if batch::is_in_file(text.as_str().get(..at).unwrap_or_default()) {
        words.words.iter_mut().for_each(batch::made);
    }
    let is_windows = at_windows_prompt(text.as_str().get(..at).unwrap_or_default());
    let line = text.as_str().get(at..).unwrap_or_default().lines().next().unwrap_or_default();
    let mut found = command(text, words, None);
    // At its prompt a single quote is no quote.
    if let Some(quote) = line.find(" '").filter(|_| is_windows) {
        let place = text.span(at + quote + 1..at + quote + 2);
        found.warn("cmd_quotes", place);
    }
    let rest = text.as_str().get(at..).unwrap_or_default();
    if rest.contains("^\\^\"")
        && let Some((body, _)) = &found.body
        && let Some(place) = doubled(body.as_str())
    {
        let place = body.span(place..place + 2);
        found.warn("backslashes", place);
    }
    found
}

/// Where a body has an escape of JSON behind two backslashes, if it has none behind one.
fn doubled(body: &str) -> Option<usize> {
    let (mut first, mut at) = (None, 0);
    while let Some(found) = body[at..].find('\\') {
        let start = at + found;
        let length = body[start..].bytes().take_while(|byte| *byte == b'\\').count();
        at = start + length;
        let escapes = body[at..].starts_with(['n', 'r', 't', 'u', 'b', 'f', '/']);
        match length {
            2 if escapes => first = first.or(Some(start)),
            1 => return None,
            _ => {}
        }
    }
    first
}

/// Whether what stands before a command is the prompt of Windows' cmd.
fn at_windows_prompt(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    line.get(1..3) == Some(":\\") && line.contains('>')
}

/// The request of a curl command by its words; `input` is what is piped into it, where that is known.
pub(crate) fn command(text: &Text, words: Words, input: Option<Text>) -> Found {
    let Words { words, end, unclosed, mut repairs, input: own, mut warnings, .. } = words;
    let input = input.or(own);
    let mut found = Found::new(Form::Curl);
    found.repairs.append(&mut repairs);
    found.problems.append(&mut warnings);
    found.problems.extend(unclosed.map(|place| Problem::new(Code::CutOff).span(place)));
    let mut command = Command::new(found, input);
    let mut words = words.into_iter();
    let mut end = end;
    while let Some(word) = words.next() {
        // Another prompt on the same line, where the command before it printed no line break.
        let is_other = word.as_str() == "curl" && command.found.url.is_some();
        if is_other || matches!(word.as_str(), "--next" | "-:") {
            // Another request begins.
            end = (0..end).rev().find(|at| text.source(*at) == word.place().start).unwrap_or(end);
            break;
        }
        command.word(word, &mut words);
    }
    let rest = text.slice(end..text.len()).trim();
    let mut found = command.finish();
    if !rest.is_empty() {
        found.drop(Why::Rest, &rest);
    }
    found
}
