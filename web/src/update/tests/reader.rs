//! What the reader is asked of the request, and what is shown of its answers.

use super::*;

#[test]
fn every_form_of_the_request_can_be_copied_and_holds_no_credential() {
    let mut state = state();
    update(&mut state, Event::Credential("app_id".into(), "S3cr3t".into()));
    for form in wxwire::export::FORMATS {
        update(&mut state, Event::of("export", "", form.name.into()).expect("a form"));
        // All but the first is told by the reader, which is asked once.
        if let Some(question) = request::ask(&mut state) {
            assert!(request::ask(&mut state).is_none());
            assert!(matches!(update(&mut state, Event::Copy), Effect::None), "there is nothing yet");
            let own = &state.settings.get("yunzhenji").expect("a credential").credentials;
            let text = form.hidden(state.entry, &state.text, own, state.shown_base_url());
            update(&mut state, Event::Said(question, Ok(Some(text))));
        }
        assert!(request::ask(&mut state).is_none());
        let copied = match update(&mut state, Event::Copy) {
            Effect::Copy(text) => text,
            _ => String::new(),
        };
        assert!(copied.contains(if form.runs { "{{app_id}}" } else { "•••" }), "{copied}");
        assert!(!copied.contains("S3cr3t"), "{copied}");
        assert_eq!(state.export.name, form.name);
    }
    assert!(Event::of("export", "", "telnet".into()).is_none());
}

#[test]
fn a_request_that_may_hold_a_secret_is_told_by_the_reader_and_asked_for_again_when_it_changes() {
    let mut state = state();
    assert_eq!(request::ask(&mut state), None, "an example holds none");
    update(&mut state, text("/wxid", "access_token=CANARY"));
    let question = request::ask(&mut state).expect("a question");
    update(&mut state, text("/wxid", "access_token=CANARY2"));
    assert_eq!(request::ask(&mut state), None, "one at a time");
    update(&mut state, Event::Said(question, Ok(Some("of before".into()))));
    assert!(matches!(request::shown(&state), Shown::Reading));
    let question = request::ask(&mut state).expect("a question");
    update(&mut state, Event::Said(question, Err("worker.js".into())));
    assert!(matches!(request::shown(&state), Shown::Failed("worker.js")));
    assert_eq!(request::ask(&mut state), None, "a person asks again");
    update(&mut state, Event::ReadAgain);
    assert!(request::ask(&mut state).is_some());
}

#[test]
fn only_what_is_said_of_the_latest_is_shown() {
    let mut state = state();
    update(&mut state, Event::Explain("one".into()));
    let first = Question::explain(&state);
    update(&mut state, Event::Explain("two".into()));
    update(&mut state, Event::Said(first, Ok(Some("one".into()))));
    assert!(matches!(state.explained.stage, explained::Stage::Reading(_)));
    let second = Question::explain(&state);
    update(&mut state, Event::Said(second, Ok(Some("two".into()))));
    assert!(matches!(&state.explained.stage, explained::Stage::Told(two) if two == "two"));
    update(&mut state, Event::Explain(String::new()));
    assert!(matches!(state.explained.stage, explained::Stage::Nothing));
}
