//! What the page asks its reader: the module that a worker loads when it is first asked.

use wxwire::layer::json::quote;

use crate::outcome::Answer;
use crate::state::{Sent, State};

/// Which of the reader's functions is asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Ask {
    /// What some bytes are.
    Explain,
    /// What of a draft may be kept.
    Keep,
    /// A request as text.
    Request,
    /// What the command's answer to a send means.
    Outcome,
    /// What a gateway's answer means.
    Verdict,
}

/// A question: JSON.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Question {
    pub(crate) ask: Ask,
    pub(crate) text: String,
}

/// What the reader says, nothing where it makes nothing of the question; or why it cannot be asked.
pub(crate) type Said = Result<Option<String>, String>;

impl Ask {
    /// The function's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Explain => "explain",
            Self::Keep => "keep",
            Self::Outcome => "outcome",
            Self::Request => "request",
            Self::Verdict => "verdict",
        }
    }
}

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

    /// What the command's answer to a send means.
    pub(crate) fn outcome(answer: &Answer) -> Self {
        Self::of(Ask::Outcome, &[("status", answer.status.to_string()), ("body", quote(&answer.body))])
    }

    fn of(ask: Ask, members: &[(&str, String)]) -> Self {
        let members = members.iter().map(|(name, value)| format!("\"{name}\":{value}"));
        Self { ask, text: format!("{{{}}}", members.collect::<Vec<_>>().join(",")) }
    }
}

/// The credentials that were typed for the gateway.
fn credentials(state: &State) -> (&'static str, String) {
    let own = state.settings.get(state.entry.gateway.name).map(|settings| &settings.credentials);
    let one = |name: &str| Some(format!("{}:{}", quote(name), quote(own?.find(name)?.reveal())));
    let all = state.entry.credentials.iter().filter_map(|credential| one(credential.name));
    ("credentials", format!("{{{}}}", all.collect::<Vec<_>>().join(",")))
}
