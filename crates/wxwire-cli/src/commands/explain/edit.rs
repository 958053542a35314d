//! Values changed, every other byte as it was.

use serde_json::json;
use wxwire::explain::{Explanation, Part};
use wxwire::layer::base64;
use wxwire::layer::document::{Document, Guide};
use wxwire::problem::{Code, Problem};

use super::refuse::{refuse, wording};
use crate::exit::{Exit, Failure};
use crate::input::Encoding;
use crate::options::Options;
use crate::terminal;

/// The parts of a token that its signature is of, in paths.
const IN_TOKEN: [&str; 2] = ["!jwt/header", "!jwt/payload"];

/// Changes values, one after the other, and prints the whole as it is then, to the byte.
pub(super) fn edit(
    explanation: &Explanation,
    mut bytes: Vec<u8>,
    set: &[&str],
    source: &Source<'_>,
    options: &Options,
) -> Result<Exit, Failure> {
    let name = source.name;
    for typed in set {
        let guide = explanation.guide();
        let changed = Document::new(&bytes, guide).map(|document| {
            let (path, value) = split(typed, &document)?;
            Some(document.replace(path, value))
        });
        let Some(changed) = changed.transpose() else {
            return Err(Failure::usage(format!("--set {typed}: PATH=VALUE")));
        };
        match changed.and_then(|changed| changed) {
            Ok(changed) => bytes = changed,
            Err(problem) => {
                unchanged(&problem, name, &bytes, options);
                return Ok(if problem.code == Code::NoSuchPath { Exit::Usage } else { Exit::Invalid });
            }
        }
    }
    let Some(bytes) = source.whole(bytes) else {
        let words = options.say(
            "改后的内容无法按原来的编码写出",
            "what it is then cannot be written in the encoding that it was read from",
        );
        terminal::complain(words);
        return Ok(Exit::Invalid);
    };
    if options.json {
        terminal::json(&match std::str::from_utf8(&bytes) {
            Ok(text) => json!({"text": text}),
            Err(_) => json!({"base64": base64::encode(&bytes)}),
        });
    } else {
        terminal::bytes(&bytes);
    }
    if set.iter().any(|typed| IN_TOKEN.iter().any(|part| typed.contains(part))) {
        terminal::note(options.say(
            "令牌的签名没有重新计算，与改后的内容不符",
            "the token's signature was not made anew, and does not fit what it says now",
        ));
    }
    Ok(Exit::Done)
}

/// Says why nothing was changed: the output is the whole or, but for a JSON document, nothing.
pub(super) fn unchanged(problem: &Problem, name: &str, bytes: &[u8], options: &Options) {
    if options.json {
        refuse(problem, name, bytes, options);
    } else {
        terminal::note(&wording(problem, name, bytes, options));
    }
}

/// Whether a payload has the value that is to be changed.
pub(super) fn leads(typed: &str, payload: &[u8], guide: Guide<'static>) -> bool {
    let document = Document::new(payload, guide);
    let is_there = |document: &Document<'_>| {
        let (path, value) = split(typed, document)?;
        document.replace(path, value).ok()
    };
    document.is_ok_and(|document| is_there(&document).is_some())
}

/// A path can hold `=` itself: the longest one that leads somewhere is meant, be it among the values that are shown or not.
fn split<'t>(typed: &'t str, document: &Document<'_>) -> Option<(&'t str, &'t str)> {
    let mut leads: Option<usize> = None;
    document.visit(|leaf| {
        let length = leaf.path.len();
        if leads.is_none_or(|known| length > known)
            && typed.strip_prefix(leaf.path).is_some_and(|rest| rest.starts_with('='))
        {
            leads = Some(length);
        }
    });
    let at = leads.or_else(|| typed.find('='))?;
    Some((&typed[..at], &typed[at + 1..]))
}

/// What is changed, and how it was read.
pub(super) struct Source<'s> {
    pub(super) name: &'s str,
    /// The payload that is changed; none where it is all of it.
    pub(super) part: Option<&'s Part<'s>>,
    pub(super) bytes: &'s [u8],
    pub(super) encoding: Option<Encoding>,
    /// The bytes as they came.
    pub(super) raw: &'s [u8],
}

impl Source<'_> {
    /// The whole, with these bytes in the place of those that were changed.
    fn whole(&self, bytes: Vec<u8>) -> Option<Vec<u8>> {
        let whole = self.part.map_or_else(|| Some(bytes.clone()), |part| part.put(self.bytes, &bytes))?;
        match self.encoding {
            None => Some(whole),
            Some(encoding) => {
                let as_read = |bytes: &[u8]| encoding.encode(std::str::from_utf8(bytes).ok()?, self.raw);
                // What is not read and written to the same bytes would not stay as it was.
                let (text, _) = crate::input::decoded(self.raw);
                (as_read(&text)? == self.raw).then(|| as_read(&whole))?
            }
        }
    }
}
