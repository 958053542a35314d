//! What the reader is asked of the page as it is.

use wxwire::layer::json::quote;

use crate::outcome::Answer;
use crate::question::{Ask, Question};
use crate::state::{Sent, State};

impl Question {
    /// What some bytes are; the number tells one such question from the next.
    pub(crate) fn explain(state: &State) -> Self {
        let number = state.explained.number.to_string();
        Self::of(Ask::Explain, &[("lang", quote(state.lang.code())), ("number", number)])
    }

    /// What of the draft may be kept.
    pub(crate) fn keep(state: &State) -> Self {
        let parts = state.drafts.iter().map(|(path, typed)| format!("{}:{}", quote(path), quote(typed)));
        let parts = format!("{{{}}}", parts.collect::<Vec<_>>().join(","));
        let members = [("operation", quote(state.entry.id)), ("text", quote(&state.text)), ("parts", parts)];
        Self::of(Ask::Keep, &[&members[..], &[credentials(state)]].concat())
    }

    /// The request in the form that is chosen.
    pub(crate) fn request(state: &State) -> Self {
        let members = [
            ("operation", quote(state.entry.id)),
            ("values", quote(&state.text)),
            ("base_url", quote(state.shown_base_url())),
            ("format", quote(state.export.name)),
        ];
        Self::of(Ask::Request, &[&members[..], &[credentials(state)]].concat())
    }

    /// A call straight to its gateway.
    pub(crate) fn send(state: &State) -> Self {
        let members = [
            ("operation", quote(state.entry.id)),
            ("values", quote(&state.text)),
            ("base_url", quote(state.base_url().unwrap_or_default())),
            ("lang", quote(state.lang.code())),
        ];
        Self::of(Ask::Send, &[&members[..], &[credentials(state)]].concat())
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

/// The credentials that were typed for the gateway.
fn credentials(state: &State) -> (&'static str, String) {
    let own = state.settings.get(state.entry.gateway.name).map(|settings| &settings.credentials);
    let one = |name: &str| Some(format!("{}:{}", quote(name), quote(own?.find(name)?.reveal())));
    let all = state.entry.credentials.iter().filter_map(|credential| one(credential.name));
    ("credentials", format!("{{{}}}", all.collect::<Vec<_>>().join(",")))
}
