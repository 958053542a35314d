//! Messages of HTTP one behind the other: requests, and what answered them.

use super::Part;
use super::behind::BY_REQUEST;
use crate::explain::{Kind, explain_answer};
use crate::layer::document::messages;
use crate::operation::Entry;

/// Each message, if there are several; a reply is that of the call before it.
pub(super) fn parts<'s>(text: &'s str) -> Vec<Part<'s>> {
    let messages = messages(text);
    if messages.len() < 2 {
        return vec![];
    }
    let mut asked: Option<(&'static Entry, String)> = None;
    let mut found = Vec::new();
    for place in messages {
        let Some(message) = text.get(place.clone()) else { continue };
        let call = asked.take();
        let (entry, sent) = call.as_ref().map_or((None, None), |(entry, sent)| (Some(*entry), Some(sent.as_str())));
        let is_answer = message.starts_with("HTTP/");
        let entry = entry.filter(|_| is_answer);
        let Ok(mut explanation) = explain_answer(message.as_bytes(), entry, sent) else { continue };
        if entry.is_some() {
            explanation.told_by = BY_REQUEST;
        }
        if explanation.kind == Kind::Request
            && let Some(entry) = explanation.operation
        {
            asked = Some((entry, message.get(explanation.payload.clone()).unwrap_or_default().to_owned()));
        }
        let around = explanation.around.clone();
        let payload = place.start + explanation.payload.start..place.start + explanation.payload.end;
        let bytes = &message.as_bytes()[explanation.payload.clone()];
        let mut part = Part::new(explanation, bytes).placed(&place, true);
        (part.explanation.around, part.explanation.payload) = (around, payload);
        found.push(part);
    }
    found
}
