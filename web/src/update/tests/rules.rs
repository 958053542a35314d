//! What the reader checks, and what waits for it.

use super::super::update;
use super::{found, served, text, *};
use crate::rules;

/// Text that is XML, escaped once too often, where an `<appmsg>` is wanted: no schema says so.
const ESCAPED: &str = "&lt;appmsg&gt;&lt;/appmsg&gt;";

fn gewe() -> State {
    State::new(Lang::En, State::entry_of("gewe.send_app"))
}

/// The codes of what the page shows.
fn codes(state: &State) -> Vec<String> {
    state.problems().into_iter().map(|one| one.code.into_owned()).collect()
}

#[test]
fn an_example_is_right_and_another_text_is_asked_about() {
    let mut state = gewe();
    assert!(rules::are_known(&state));
    assert!(rules::ask(&mut state).is_none());
    update(&mut state, text("/xml", ESCAPED));
    assert!(!rules::are_known(&state));
    let question = rules::ask(&mut state).expect("a question");
    assert!(rules::ask(&mut state).is_none(), "one at a time");
    assert!(!codes(&state).contains(&"escaped".into()));
    let said = Ok(Some(found(&state)));
    update(&mut state, Event::Said(question, said));
    assert!(codes(&state).contains(&"escaped".into()) && rules::are_known(&state));
    assert!(rules::ask(&mut state).is_none(), "it is known");
    update(&mut state, Event::Undo);
    assert_eq!(codes(&state), [""; 0], "the example again");
}

#[test]
fn what_was_found_stays_until_there_is_another_answer_but_not_with_another_call() {
    let mut state = gewe();
    update(&mut state, text("/xml", ESCAPED));
    let question = rules::ask(&mut state).expect("a question");
    let said = Ok(Some(found(&state)));
    update(&mut state, text("/xml", &format!("{ESCAPED} ")));
    update(&mut state, Event::Said(question, said));
    assert!(codes(&state).contains(&"escaped".into()) && !rules::are_known(&state));
    assert!(rules::ask(&mut state).is_some(), "the text is another");
    update(&mut state, Event::Operation("gewe.send_msg".into()));
    update(&mut state, text("/to_wxid_list/0/content", "other"));
    assert_eq!(codes(&state), [""; 0]);
}

#[test]
fn nothing_is_sent_before_the_very_text_is_checked() {
    let mut state = served(true);
    update(&mut state, text("/wxid", "other"));
    assert!(matches!(update(&mut state, Event::Send), Effect::None));
    assert!(state.is_checking());
    assert!(matches!(update(&mut state, Event::Send), Effect::None), "it waits already");
    let question = rules::ask(&mut state).expect("a question");
    assert!(matches!(update(&mut state, Event::Said(question, Ok(Some("[]".into())))), Effect::Delegate(_)));
}

#[test]
fn what_the_rules_refuse_is_not_sent_and_an_edit_gives_the_send_up() {
    let refused = r#"[{"path": "/wxid", "code": "wrong_form", "severity": "error", "message": "", "span": [1, 2]}]"#;
    let mut state = served(true);
    update(&mut state, text("/wxid", "other"));
    update(&mut state, Event::Send);
    let question = rules::ask(&mut state).expect("a question");
    assert!(matches!(update(&mut state, Event::Said(question, Ok(Some(refused.into())))), Effect::None));
    assert_eq!(send::hindrance(&state, &state.problems()), Some(send::Hindrance::Errors));
    assert!(matches!(state.sending, Sending::Idle));

    let mut state = served(true);
    update(&mut state, text("/wxid", "other"));
    update(&mut state, Event::Send);
    let question = rules::ask(&mut state).expect("a question");
    update(&mut state, text("/wxid", "another"));
    assert!(matches!(update(&mut state, Event::Said(question, Ok(Some("[]".into())))), Effect::None));
    assert!(matches!(state.sending, Sending::Idle));
}

#[test]
fn a_reader_that_did_not_load_is_said_and_asked_again() {
    let mut state = served(true);
    update(&mut state, text("/wxid", "other"));
    update(&mut state, Event::Send);
    let question = rules::ask(&mut state).expect("a question");
    assert!(matches!(update(&mut state, Event::Said(question, Err("worker.js".into()))), Effect::None));
    assert!(matches!(state.sending, Sending::Idle));
    assert!(rules::ask(&mut state).is_none());
    let page = crate::view::page(&state).into_string();
    assert!(page.contains(r#"data-action="read-again""#) && !page.contains("no problems"), "{page}");
    update(&mut state, Event::Send);
    let question = rules::ask(&mut state).expect("the next send asks again");
    assert!(matches!(update(&mut state, Event::Said(question, Ok(Some("[]".into())))), Effect::Delegate(_)));
}
