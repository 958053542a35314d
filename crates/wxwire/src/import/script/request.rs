//! The first request that a script sends.

mod calls;
mod state;

use super::bindings::annotation;
use super::client::makes;
use super::functions::Learned;
use super::names::{gives_the_same, says};
use super::prepared::{makes_request, prepared};
use super::signs::is_javascript;
use crate::import::code::{Expr, Reader, Scope};
use crate::import::found::Found;
use crate::import::report::Why;
use crate::import::text::Text;
use crate::problem::Code;
pub(super) use calls::is_call;
pub(super) use state::Script;

/// How often a name is followed to what it was set to.
pub(super) const MAX_NAMES: usize = 8;

/// So many requests are read past to what is given to the functions that send them.
const MAX_REQUESTS: usize = 1000;

/// The request, or nothing where no call sends one.
pub(super) fn read(text: &Text) -> Option<Found> {
    let (_, end, mut found) = all(text, 1).pop()?;
    let rest = text.slice(end..text.len()).trim();
    if !rest.as_str().trim_matches([';', ')']).trim().is_empty() {
        found.drop(Why::Rest, &rest);
    }
    Some(found)
}

/// So many requests, each with where its call begins and ends.
pub(super) fn all(text: &Text, most: usize) -> Vec<(usize, usize, Found)> {
    let mut learned = Learned::default();
    loop {
        let mut script = Script::new(text, learned);
        // What a function is given stands behind it, mostly.
        let passed = if script.calls_functions() { MAX_REQUESTS } else { 0 };
        let mut all = all_of(&mut script, text, most.max(passed));
        all.truncate(most);
        learned = script.learned;
        if !learned.goes_on() {
            return all;
        }
    }
}

/// The same, with what is known of the functions of the script.
fn all_of(script: &mut Script, text: &Text, most: usize) -> Vec<(usize, usize, Found)> {
    let mut all: Vec<(usize, usize, Found)> = Vec::new();
    let scope = Scope::new(text.len());
    let is_javascript = is_javascript(text.as_str());
    let mut reader = Reader::new(text, 0, script.language, &scope);
    // The name that is set last, and where its value begins.
    let mut target = (String::new(), 0);
    while reader.budget > 0 && all.len() < most {
        reader.space();
        script.learn(&mut reader);
        let Some(char) = reader.peek() else { break };
        let start = reader.at;
        if reader.string_begins() || !(char.is_alphabetic() || matches!(char, '_' | '$')) {
            script.taken_apart(&reader);
            if reader.string().is_none() {
                reader.step_over();
            }
            continue;
        }
        let name = reader.path();
        if reader.at == start {
            reader.step(char.len_utf8());
            continue;
        }
        if script.configures(&mut reader, &name, start) || script.changes(&mut reader, &name, start) {
            continue;
        }
        reader.space();
        // Not where it is made.
        let before = text.as_str()[..start].trim_end();
        let is_made = ["function", "def"].iter().any(|word| before.ends_with(word));
        let is_called = reader.rest().starts_with('(') && !is_made;
        if is_called {
            script.called(last(&name), &text.slice(start..reader.at));
        }
        if let Some(length) = annotation(reader.rest()).filter(|_| script.bindings.is_set_at(&name, start)) {
            reader.step(length);
        }
        let rest = reader.rest();
        if rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>") {
            reader.step(1);
            let from = reader.at;
            reader.space();
            target = (name.clone(), reader.at);
            let value = reader.expression();
            // What a comma follows is a list of one: `data = {…},`.
            let is_more = match is_javascript {
                true => goes_on(reader.rest()),
                false => reader.rest().starts_with(','),
            };
            // With the sign that goes on, it is no number either.
            let sign = text.len() - reader.rest().trim_start().len();
            let value = if is_more { Expr::Other(text.slice(target.1..sign + 1)) } else { value };
            if let Expr::Call(called, arguments, _) = &value {
                script.connect(called, arguments);
                if makes(called) {
                    script.client(&name, arguments);
                }
            }
            // A call may be the request itself, and code may hold it: look inside.
            if matches!(value, Expr::Call(..) | Expr::List(..) | Expr::Other(_) | Expr::Name(..)) {
                reader.at = from;
            }
            if script.bindings.is_set_at(&name, start) {
                script.holds(&value);
                script.note_address(&name, &value);
                let value = script.with_own(&name, value, start);
                let value = script.with_results(&name, value, start);
                script.sets(&name, value, start);
            }
        } else if rest.starts_with('(')
            && !is_made
            && script.clients.get(&name).is_none()
            && (script.bindings.defines(&name) || is_made_for(&name, text, start))
        {
            let from = reader.at;
            // It may change what it is given.
            for (_, value) in reader.arguments(')') {
                if let Expr::Name(name, _) = value {
                    script.lose(&name, reader.text.slice(start..reader.at));
                }
            }
            reader.at = from;
        } else if rest.starts_with('(') && makes(&name) {
            script.at = start;
            let arguments = reader.arguments(')');
            reader.space();
            // `with httpx.Client(…) as client:`
            if reader.takes("as ") {
                reader.space();
                let own = reader.path();
                script.client(&own, &arguments);
            }
        } else if rest.starts_with('(') && (is_call(&name) || script.clients.get(&name).is_some()) {
            script.at = start;
            let from = reader.at;
            let arguments = reader.arguments(')');
            let request = Some(&target.0).filter(|_| target.1 == start && makes_request(&name));
            let end = reader.at;
            script.end = request.map_or(end, |request| prepared(text, request, end));
            if let Some(mut found) = script.call(&name, &arguments) {
                found.form = script.language.form;
                if script.is_its_own(&name) {
                    found.refuse(Code::Variable, &text.slice(start..start + name.len()));
                }
                script.chained(&mut reader, &mut found);
                if let Some(request) = request {
                    script.tell_of_members(&mut found, text, request, end);
                }
                script.sent();
                all.push((start, reader.at, found));
            } else if script.begun.is_none() && arguments.iter().any(|(_, value)| may_call(value)) {
                reader.at = from;
            }
        }
    }
    // Nothing ended it.
    if let Some(found) = script.begun.take().filter(|_| all.len() < most) {
        let start = found.url.as_ref().map_or(0, |url| url.place().start);
        all.push((start, text.len(), found));
    }
    all
}

/// The last part of a name, such as `post` of `requests.post`.
pub(super) fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Whether a value that a call is given may be a request itself, or a function that sends one.
fn may_call(value: &Expr) -> bool {
    matches!(value, Expr::Call(..)) || matches!(value, Expr::Other(code) if code.as_str().contains('('))
}

/// Whether a call of a function that is not known gives nothing, so that it is made for what it does.
fn is_made_for(name: &str, text: &Text, start: usize) -> bool {
    let before = text.as_str()[..start].trim_end_matches([' ', '\t']);
    let is_statement = before.is_empty() || before.ends_with(['\n', ';', '{', '}']);
    is_statement && !is_call(name) && !says(name) && !gives_the_same(name)
}

/// Whether a line of JavaScript's goes on in the next one, which begins with a sign that stands between values.
pub(super) fn goes_on(rest: &str) -> bool {
    let next = rest.trim_start();
    let is_line = rest[..rest.len() - next.len()].contains('\n');
    let is_comment = next.starts_with("//") || next.starts_with("/*");
    is_line
        && !is_comment
        && next.starts_with(['[', '(', '+', '-', '*', '/', '%', '.', '?', '<', '>', '&', '|', '^', '`'])
}
