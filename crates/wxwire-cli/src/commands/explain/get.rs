//! One value, and nothing else.

use serde_json::json;
use wxwire::explain::{Got, Part, Unsealed, explain};
use wxwire::layer::base64;
use wxwire::operation::Entry;
use wxwire::problem::Code;

use super::{paths, unchanged, unsealed};
use crate::exit::{Exit, Failure};
use crate::options::Options;
use crate::terminal;

/// The value at a path, if there is one and it may be shown.
pub(super) fn value(path: &str, bytes: &[u8], operation: Option<&'static Entry>) -> Option<Vec<u8>> {
    match explain(bytes, operation).and_then(|explanation| explanation.get(bytes, path)) {
        Ok(Got::Value(value)) if !value.is_empty() => Some(value),
        _ => None,
    }
}

/// Prints the value at a path, to the byte; of what was encrypted, that of the message inside.
pub(super) fn run(
    path: &str,
    name: &str,
    mut bytes: Vec<u8>,
    parts: &[Part<'_>],
    tried: Option<Vec<Unsealed>>,
    operation: Option<&'static Entry>,
    options: &Options,
) -> Result<Exit, Failure> {
    for one in tried.iter().flatten() {
        match &one.message {
            Ok(message) => bytes.clone_from(message),
            Err(failure) => {
                terminal::complain(&format!("[{}] {}", failure.step(), failure.words(options.lang())));
            }
        }
    }
    if tried.iter().flatten().any(|one| one.message.is_err()) {
        return Ok(Exit::Invalid);
    }
    if tried.as_ref().is_some_and(Vec::is_empty) {
        terminal::note(unsealed::nothing(options));
    }
    // Of several payloads, the first that is known and has it; else the whole.
    super::many::only_first(parts, options);
    let mut places = paths::places(parts, &bytes, path);
    let in_part = || places.find_map(|(part, own)| part.explanation.get(&part.payload, own).ok());
    let got = match tried.is_none().then(in_part).flatten() {
        Some(got) => Ok(got),
        None => explain(&bytes, operation).and_then(|explanation| explanation.get(&bytes, path)),
    };
    match got {
        Ok(Got::Value(value)) if options.json => terminal::json(&match std::str::from_utf8(&value) {
            Ok(text) => json!({"path": path, "text": text}),
            Err(_) => json!({"path": path, "base64": base64::encode(&value)}),
        }),
        Ok(Got::Value(value)) => terminal::bytes(&value),
        Ok(Got::Secret) => {
            terminal::complain(
                options.say(
                    "这个值是凭据，或含有凭据，不显示",
                    "this value is a credential or holds one, and is not shown",
                ),
            );
            return Ok(Exit::Invalid);
        }
        Err(problem) => {
            unchanged(&problem, name, &bytes, options);
            return Ok(if problem.code == Code::NoSuchPath { Exit::Usage } else { Exit::Invalid });
        }
    }
    Ok(Exit::Done)
}
