//! PowerShell's `Invoke-RestMethod` and `Invoke-WebRequest`, with the variables that are set before them.

use super::code::{Expr, Scope};
use super::found::{Form, Found};

use super::repair::Origin;
use super::report::Why;
use super::shell;
use super::text::Text;
use crate::problem::{Code, Problem};

/// The names of the command.
const NAMES: [&str; 4] = ["invoke-restmethod", "invoke-webrequest", "irm ", "iwr "];

/// The most arguments that are looked at.
const MAX_ARGUMENTS: usize = 200;

/// Such a command.
#[derive(Debug)]
pub(crate) struct Invocation {
    /// Where it begins, or the first of the variables before it.
    pub(crate) start: usize,
    /// Where its words begin.
    words: usize,
    variables: Scope,
}

/// The first such command of a text.
pub(crate) fn find(text: &Text) -> Option<Invocation> {
    let low = text.as_str().to_ascii_lowercase();
    if !NAMES.iter().any(|name| low.contains(name)) {
        return None;
    }
    let mut variables = Scope::new(text.len());
    let (first, command) = variables.run(text, 0, &|text, at| name(text, at).is_some());
    let command = command?;
    Some(Invocation { start: first.unwrap_or(command), words: name(text.as_str(), command)?, variables })
}

/// The end of the command's name, if it stands at a place.
fn name(text: &str, at: usize) -> Option<usize> {
    let is = |name: &&&str| text.get(at..at + name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
    let name = NAMES.iter().find(is)?;
    let inside = text[..at].ends_with(|char: char| char.is_ascii_alphanumeric() || "-_.".contains(char));
    (!inside).then_some(at + name.len())
}

/// Its request.
pub(crate) fn read(text: &Text, invocation: Invocation) -> Found {
    let Invocation { words: at, variables, .. } = invocation;
    let shell::Words { words, end, unclosed, mut repairs, .. } = shell::powershell(text, at, &variables);
    let mut found = Found::new(Form::PowerShell);
    found.repairs.append(&mut repairs);
    found.problems.extend(unclosed.map(|place| Problem::new(Code::CutOff).span(place)));
    let mut words = words.into_iter().take(MAX_ARGUMENTS);
    while let Some(word) = words.next() {
        if let Some(name) = word.as_str().strip_prefix('@').filter(|name| !name.starts_with(['{', '('])) {
            match variables.get(name) {
                Some(Expr::Map(_, members)) => {
                    members.into_iter().for_each(|(name, value)| parameter(&mut found, &name, value));
                }
                _ => found.refuse(Code::Variable, &word),
            }
            continue;
        }
        let Some(name) = word.as_str().strip_prefix('-') else {
            let url = shown(variables.word(word));
            found.url.get_or_insert(url);
            continue;
        };
        let switches = ["usebasicparsing", "skipcertificatecheck", "disablekeepalive"];
        if name.is_empty() || switches.contains(&full(name).as_str()) {
            found.drop(Why::Option, &word);
            continue;
        }
        let Some(value) = words.next() else { break };
        parameter(&mut found, &word.slice(1..word.len()), variables.word(value));
    }
    let rest = text.slice(end..text.len()).trim();
    if !rest.is_empty() {
        found.drop(Why::Rest, &rest);
    }
    found
}

/// Parameters of both commands of which as much may be written as tells them apart.
const PARAMETERS: [&str; 16] = [
    "uri",
    "method",
    "contenttype",
    "headers",
    "body",
    "infile",
    "outfile",
    "usebasicparsing",
    "useragent",
    "usedefaultcredentials",
    "skipcertificatecheck",
    "disablekeepalive",
    "maximumredirection",
    "timeoutsec",
    "credential",
    "proxy",
];

/// The whole name of a parameter, in small letters; as it stands, where several begin so or none does.
fn full(name: &str) -> String {
    let low = name.to_ascii_lowercase();
    let mut like = PARAMETERS.iter().filter(|one| one.starts_with(&low));
    match (like.next(), like.next()) {
        (Some(one), None) => (*one).to_owned(),
        _ => low,
    }
}

fn parameter(found: &mut Found, name: &Text, value: Expr) {
    match full(name.as_str()).as_str() {
        "uri" => found.url = Some(shown(value)),
        "method" => found.method = Some(shown(value)),
        "contenttype" => found.headers.push((Text::default(), shown(value))),
        "headers" => {
            if let Expr::Map(_, members) = value {
                found.headers.extend(members.into_iter().map(|(name, value)| (name, shown(value))));
            }
        }
        "body" => match value {
            Expr::Text(text) => found.body = Some((text, Origin::Body)),
            other => found.refuse(Code::Variable, other.place()),
        },
        "infile" => found.refuse(Code::FileNeeded, value.place()),
        _ => found.drop(Why::Option, name),
    }
}

/// A text; what is none stands as the variable that it is.
fn shown(value: Expr) -> Text {
    match value {
        Expr::Text(text) => text,
        other if crate::secret::is_variable(other.place().as_str()) => other.place().clone(),
        other => other.place().as_variable(),
    }
}
