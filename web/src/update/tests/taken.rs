//! Values that were found in what was pasted, on their way into the form.

use super::*;

const TEXT: &str = r#"{"touser": "a"}"#;

#[test]
fn what_is_taken_opens_its_call_as_one_step_of_undo() {
    let mut state = state();
    let own = state.text.clone();
    let effect = update(&mut state, Event::Take("wecom.message_send".into(), TEXT.into()));
    assert!(matches!(effect, Effect::Open(id) if id == "wecom.message_send"), "its call is to be opened");
    assert_eq!(state.text, own, "nothing changes before");
    let effect = update(&mut state, Event::Operation("wecom.message_send".into()));
    assert!(matches!(effect, Effect::Address("wecom.message_send")));
    assert_eq!((state.entry.id, &*state.text), ("wecom.message_send", TEXT));
    update(&mut state, Event::Undo);
    assert_eq!(state.text, state.first_example());
    // Of the call that is open, too.
    update(&mut state, Event::Take("wecom.message_send".into(), TEXT.into()));
    update(&mut state, Event::Operation("wecom.message_send".into()));
    assert_eq!(state.text, TEXT);
}

#[test]
fn what_waits_for_its_call_is_given_up_for_another() {
    let mut state = state();
    update(&mut state, Event::Take("acme.send".into(), TEXT.into()));
    update(&mut state, Event::Operation("acme.send".into()));
    assert_eq!(state.calls.wanted.as_deref(), Some("acme.send"));
    assert!(state.taken.is_some(), "its file is being fetched");
    update(&mut state, Event::Operation("wecom.message_send".into()));
    assert!(state.taken.is_none());
    assert_ne!(state.text, TEXT);
}
