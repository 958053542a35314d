//! A program that puts a request together call by call.
//!
//! Nothing is run: a name is what it was set to last, and what is set or changed within a branch is not known.

mod assign;
mod builder;
mod call;
mod later;
mod made;
mod statement;

use super::draft::{Draft, Ends};
use super::known::Known;
use super::names::{self, Does};
use crate::import::code::{Language, Reader, Scope};
use crate::import::found::{Form, Found};
use crate::import::report::Why;
use crate::import::text::Text;
pub(super) use builder::by_place;
use call::is_read;
pub(super) use later::Later;
pub(super) use statement::set_in_brackets;

/// How many characters around a name are looked at for its type.
const NEAR: usize = 100;

/// The request that is sent first; what follows it is left out.
pub(super) fn read(text: &Text, language: &'static Language) -> Option<Found> {
    let (request, mut found) = several(text, language, 1).pop()?;
    let end = request.place().end.saturating_sub(text.place().start);
    let rest = text.slice(end..text.len()).trim();
    if rest.as_str().contains(char::is_alphanumeric) {
        found.drop(Why::Rest, &rest);
    }
    Some(found)
}

/// The requests that are sent one after the other, each with where it is put together.
pub(super) fn several(text: &Text, language: &'static Language, most: usize) -> Vec<(Text, Found)> {
    let scope = Scope::new(text.len());
    let reader = Reader::new(text, 0, language, &scope);
    let mut draft = Draft::new(language);
    draft.has_options = takes_options(text.as_str(), language);
    draft.is_get |= language.form == Form::CSharp && text.as_str().contains("WebRequest.Create");
    let mut program = Program {
        reader,
        known: Known::new(text, language, Later::of(text, language)),
        draft,
        chained: None,
        asked: 0,
    };
    let (mut all, mut start) = (Vec::new(), 0);
    while all.len() < most {
        program.read_to_its_end();
        let further = program.draft.further();
        let draft = std::mem::replace(&mut program.draft, further);
        let (ends, end) = (draft.ends, program.reader.at);
        if let Some(mut found) = draft.finish() {
            if let Some((start, end)) = program.known.of_machine.take().filter(|_| found.body.is_some()) {
                found.warn("machine_bytes", start..end);
            }
            all.push((text.slice(first_line(text, start, &found)..end), found));
            start = end;
        }
        if ends.is_none() {
            break;
        }
    }
    all
}

/// Libraries of PHP's that take nothing from a call but options of their own, by what names them, and one that takes a body.
const TAKE_OPTIONS: [&str; 2] = ["GuzzleHttp", "Symfony\\Component\\HttpClient"];
const TAKES_BODY: &str = "Http::";

/// Whether the requests of a program are those of a library that takes options alone.
fn takes_options(text: &str, language: &Language) -> bool {
    language.form == Form::Php && TAKE_OPTIONS.iter().any(|name| text.contains(name)) && !text.contains(TAKES_BODY)
}

/// Where the line begins that the first part of a request stands in, in a text that was read from a place on.
fn first_line(text: &Text, from: usize, found: &Found) -> usize {
    let parts = [found.url.as_ref(), found.method.as_ref(), found.body.as_ref().map(|(body, _)| body)];
    let first = parts.into_iter().flatten().map(|part| part.place().start).min().unwrap_or_default();
    // What is set before is for several, and stands anywhere.
    let first = first.saturating_sub(text.place().start).max(from);
    text.as_str().get(from..first).and_then(|before| before.rfind('\n')).map_or(from, |line| from + line + 1)
}

struct Program<'t> {
    reader: Reader<'t>,
    known: Known,
    draft: Draft,
    /// The name whose value the calls behind dots add to, and where the last of them ends.
    chained: Option<(String, usize)>,
    /// How often a function was gone into.
    asked: usize,
}

impl Program<'_> {
    /// Reads on to where a request is sent, or another begins.
    fn read_to_its_end(&mut self) {
        while self.reader.budget > 0 && self.draft.ends.is_none() {
            self.reader.space();
            let Some(char) = self.reader.peek() else { break };
            let start = self.reader.at;
            self.known.at = start;
            self.next(char);
            match self.draft.ends {
                Some(Ends::Sent) => _ = self.reader.takes(";"),
                // It is read once more, for that one.
                Some(Ends::Another) => self.reader.at = start,
                None => {}
            }
        }
    }

    fn next(&mut self, char: char) {
        let start = self.reader.at;
        match char {
            '{' => self.known.enter(),
            '}' => self.known.leave(),
            ';' => self.known.statement_ends(),
            _ => {}
        }
        if self.reader.string_begins() || !(char.is_alphabetic() || matches!(char, '_' | '$')) {
            if let Some(end) = self.destructured() {
                self.forget_in(start..end);
            }
            if self.reader.string().is_none() {
                self.reader.step_over();
            }
            return;
        }
        let name = self.reader.path();
        if name.starts_with("$$") || name == "$GLOBALS" {
            // Any name may be meant.
            self.known.forget_all();
        }
        if self.reader.at == start {
            return self.reader.step(char.len_utf8());
        }
        self.word(&name);
        self.declares_text(&name);
        if self.draft.language.form == Form::Php && SETS_ANY.contains(&name.as_str()) {
            self.known.forget_all();
        }
        let is_behind = self.is_behind_dot(start);
        let end = self.reader.at;
        self.reader.space();
        // What begins the next line is another statement.
        if self.draft.language.ends_by_line() && self.reader.text.as_str()[end..self.reader.at].contains('\n') {
            self.reader.at = end;
            self.reader.blank();
        }
        match self.reader.peek() {
            // What takes a part of it changes that later.
            Some('[') if self.is_lent(&name, start) => {
                self.known.forget(root_of(&name), self.reader.text.slice(start..end));
                self.reader.at = end;
            }
            Some(',') if self.is_lent(&name, start) => {
                self.known.forget(root_of(&name), self.reader.text.slice(start..end));
                self.reader.at = end;
            }
            Some('(') => self.call(&name, start, is_behind),
            Some('{') if self.draft.language.has_initializers() && names::call(&name) == Some(Does::Requests) => {
                self.initializer();
            }
            Some('[') if !self.member(&name, start, end) => self.reader.at = end,
            Some('=' | ':' | ',') if !self.set(&name, start, is_behind) => self.reader.at = end,
            Some('[' | '=' | ':' | ',') => {}
            _ if self.extends(&name, start) => {}
            _ if self.is_changed(&name, start) => {
                self.known.forget(root_of(&name), self.reader.text.slice(start..end));
                self.reader.at = end;
            }
            _ => self.reader.at = end,
        }
    }
}

/// The name that a path begins with.
fn root_of(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

fn is_headers(name: &str) -> bool {
    name.len() < 60 && name.to_ascii_lowercase().contains("header")
}

/// What sets variables of PHP's by names that do not stand there.
const SETS_ANY: [&str; 6] = ["extract", "parse_str", "include", "include_once", "require", "require_once"];
