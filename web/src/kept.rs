//! What is kept of the work on an operation when the page is left, as a text for the browser's storage.
//!
//! No credential is in it: the reader takes out members that hold one, and keeps no text in which one may be left. It is
//! asked where a quick look does not tell that there is none, and of every call that takes files, whose bytes it takes out.

use wxwire::layer::json::{Kind, Object, Tree, Value};
use wxwire::secret::may_hold;

use crate::named::Named;
use crate::question::{Question, texts};
use crate::state::State;
use crate::upload::takes_files;

/// The most bytes that are kept of one operation.
const MOST: usize = 1 << 20;

/// What to do with what is kept of an operation.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Keep {
    /// Forget it: there is nothing but the first example.
    Forget,
    /// Keep this.
    Text(String),
    /// It is too large, or may hold a credential.
    Refuse,
    /// Ask the reader what may be kept.
    Ask(Question),
}

/// What to keep of the operation that is open.
pub(crate) fn keep(state: &State) -> Keep {
    if state.is_fresh() {
        return Keep::Forget;
    }
    let has_files = takes_files(state.entry);
    if !has_files && state.text.len() + state.drafts.values().map(String::len).sum::<usize>() > MOST {
        return Keep::Refuse;
    }
    if has_files
        || state.settings.has(state.entry.gateway.name)
        || may_hold(&state.text)
        || state.drafts.values().any(|typed| may_hold(typed))
    {
        return Keep::Ask(Question::keep(state));
    }
    let parts = texts(&mut state.drafts.iter().map(|(path, typed)| (path, typed.as_str())));
    bounded(Object::new().text("text", &state.text).json("parts", &parts).end())
}

/// A draft, if it is not too large.
pub(crate) fn bounded(kept: String) -> Keep {
    if kept.len() > MOST { Keep::Refuse } else { Keep::Text(kept) }
}

/// The text and the unfinished parts that were kept; of what is no longer understood, all of it as the text.
pub(crate) fn read(kept: &str) -> (String, Named<String>) {
    let mut parts = Named::default();
    let Ok(tree) = Tree::parse(kept) else { return (kept.to_owned(), parts) };
    let text = tree.root().get("text").and_then(Value::as_str);
    let Some(text) = text else { return (kept.to_owned(), parts) };
    let members = tree.root().get("parts").filter(|parts| parts.kind() == Kind::Object);
    for (path, typed) in members.into_iter().flat_map(Value::members) {
        if let Some((path, typed)) = path.as_str().zip(typed.as_str()) {
            parts.insert(path.into_owned(), typed.into_owned());
        }
    }
    (text.into_owned(), parts)
}

#[cfg(test)]
mod tests {
    use wxwire::lang::Lang;

    use super::*;

    fn state(text: &str) -> State {
        let mut state = State::new(Lang::En, State::entry_of("yunzhenji.send_message"));
        state.text = text.into();
        state
    }

    fn kept(text: &str) -> Option<String> {
        match keep(&state(text)) {
            Keep::Text(kept) => Some(read(&kept).0),
            _ => None,
        }
    }

    #[test]
    fn what_is_kept_comes_back_to_the_byte_be_it_json_or_not() {
        for text in ["{\"wxid\":\t\"你\\r\\n\\/\" }", "{\"wxid\": ", ""] {
            assert_eq!(kept(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_may_hold_a_credential_is_for_the_reader_to_tell() {
        for text in [r#"{"access_token":"CANARY"}"#, r#"{"access_token": "CANARY""#, r#"{"\u0061pp_id": 1}"#] {
            assert!(matches!(keep(&state(text)), Keep::Ask(_)), "{text}");
            let mut unfinished = state("{}");
            unfinished.drafts.insert("/x".into(), text.into());
            assert!(matches!(keep(&unfinished), Keep::Ask(_)), "{text}");
        }
        let mut own = state("{}");
        own.settings.or_default("yunzhenji").base_url = Some("https://h".into());
        assert!(matches!(keep(&own), Keep::Ask(_)));
    }

    #[test]
    fn what_may_hold_a_file_is_for_the_reader_to_tell() {
        let mut state = State::new(Lang::En, State::entry_of("wecom.media_upload"));
        for text in [r#"{"media": "Q0FOQVJZ"}"#.to_owned(), "{".into(), "x".repeat(2 * MOST)] {
            state.text = text;
            assert!(matches!(keep(&state), Keep::Ask(_)));
        }
    }

    #[test]
    fn what_is_not_understood_is_the_text() {
        assert_eq!(read("{\"wxid\": 1}").0, "{\"wxid\": 1}");
        assert_eq!(read("not json").0, "not json");
    }

    #[test]
    fn the_first_example_and_what_is_too_large_are_not_kept() {
        let fresh = State::new(Lang::En, State::entry_of("yunzhenji.send_message"));
        assert_eq!(keep(&fresh), Keep::Forget);
        assert_eq!(keep(&state(&"x".repeat(MOST))), Keep::Refuse);
    }
}
