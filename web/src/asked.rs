//! What the reader is asked of the page as it is.

use wxwire::layer::json::quote;

use crate::outcome::Answer;
use crate::question::{Ask, Question, texts};
use crate::state::{Sent, State};

impl Question {
    /// What some bytes are; the number tells one such question from the next.
    pub(crate) fn explain(state: &State) -> Self {
        let number = state.explained.number.to_string();
        let operation = quote(state.explained.operation);
        Self::of(Ask::Explain, &[("lang", quote(state.lang.code())), ("number", number), ("operation", operation)])
    }

    /// What is wrong with the values by the rules of their call.
    pub(crate) fn check(state: &State) -> Self {
        let members =
            [("operation", quote(state.entry.id)), ("text", quote(&state.text)), ("lang", quote(state.lang.code()))];
        Self::of(Ask::Check, &members)
    }

    /// What of the draft may be kept.
    pub(crate) fn keep(state: &State) -> Self {
        let parts = texts(&mut state.drafts.iter().map(|(path, typed)| (path, typed.as_str())));
        let members = [("operation", quote(state.entry.id)), ("text", quote(&state.text)), ("parts", parts)];
        Self::of(Ask::Keep, &[&members[..], &[credentials(state)]].concat())
    }

    /// The request in the form that is chosen.
    pub(crate) fn request(state: &State) -> Self {
        Self::of(Ask::Request, &call(state, state.shown_base_url(), ("format", state.export.name)))
    }

    /// A call straight to its gateway.
    pub(crate) fn send(state: &State) -> Self {
        Self::of(Ask::Send, &call(state, state.base_url().unwrap_or_default(), ("lang", state.lang.code())))
    }

    /// What a gateway's answer means.
    pub(crate) fn verdict(state: &State, sent: &Sent, answer: &Answer) -> Self {
        let mut members = vec![
            ("operation", quote(sent.entry.id)),
            ("sent", quote(&sent.text)),
            ("status", answer.status.to_string()),
            ("body", quote(&answer.body)),
            credentials(state),
        ];
        members.extend(answer.retry_after.as_ref().map(|wait| ("retry_after", quote(wait))));
        Self::of(Ask::Verdict, &members)
    }
}

/// All of a call, and one thing more.
fn call(state: &State, base_url: &str, (name, value): (&'static str, &str)) -> [(&'static str, String); 5] {
    let (id, values) = (quote(state.entry.id), quote(&state.text));
    let base_url = ("base_url", quote(base_url));
    [("operation", id), ("values", values), base_url, (name, quote(value)), credentials(state)]
}

/// The credentials that were typed for the gateway.
fn credentials(state: &State) -> (&'static str, String) {
    let own = state.settings.get(state.entry.gateway.name).map(|settings| &settings.credentials);
    let one = |name| Some((name, own?.find(name)?.reveal()));
    ("credentials", texts(&mut state.entry.credentials.iter().filter_map(|credential| one(credential.name))))
}
