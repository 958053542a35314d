//! The request as it would go out, as text: told here where that is simple, and else by the reader.

use wxwire::export::{FORMATS, as_http};
use wxwire::secret::Credentials;

use crate::question::Question;
use crate::state::State;

/// The request, as far as it is known.
pub(crate) enum Shown<'s> {
    /// The whole of it.
    Text(std::borrow::Cow<'s, str>),
    /// It is being read.
    Reading,
    /// The reader did not load.
    Failed(&'s str),
}

/// The request in the form that is chosen.
pub(crate) fn shown(state: &State) -> Shown<'_> {
    if let Some(text) = plain(state) {
        return Shown::Text(text.into());
    }
    match &state.preview.said {
        Some((_, Err(error))) => Shown::Failed(error),
        Some((asked, Ok(text))) if *asked == Question::request(state) => {
            Shown::Text(text.as_deref().unwrap_or_default().into())
        }
        _ => Shown::Reading,
    }
}

/// What to ask the reader now, if anything; one question at a time.
pub(crate) fn ask(state: &mut State) -> Option<Question> {
    if state.preview.asked || matches!(state.preview.said, Some((_, Err(_)))) || plain(state).is_some() {
        return None;
    }
    let question = Question::request(state);
    if state.preview.said.as_ref().is_some_and(|(asked, _)| *asked == question) {
        return None;
    }
    state.preview.asked = true;
    Some(question)
}

/// The request on the wire, where nothing in it needs to be searched for secrets.
fn plain(state: &State) -> Option<String> {
    if state.entry.replies_to.is_some() {
        // Its body alone: whoever receives the callback sends it.
        return Some(state.text.clone());
    }
    if state.export.name != FORMATS[0].name {
        return None;
    }
    let none = Credentials::new();
    let own = state.settings.get(state.entry.gateway.name).map_or(&none, |settings| &settings.credentials);
    state.entry.plain_preview(&state.text, own, state.shown_base_url()).map(|preview| as_http(&preview))
}
