//! Files that were chosen.

use super::*;
use crate::upload::Chosen;

const OPERATION: &str = "wecom.media_upload";

fn chosen(operation: &'static str, bytes: Result<&str, &str>) -> Event {
    let bytes = bytes.map(str::to_owned).map_err(str::to_owned);
    Event::File(Chosen { operation, path: "/media".into(), name: "a.txt".into(), bytes })
}

fn open() -> State {
    State::new(Lang::En, State::entry_of(OPERATION))
}

#[test]
fn a_file_and_its_name_are_one_step_and_its_limits_are_checked() {
    let mut state = open();
    let before = state.text.clone();
    update(&mut state, chosen(OPERATION, Ok("MTIzNDU2Nzg=")));
    assert!(state.text.contains("\"MTIzNDU2Nzg=\"") && state.text.contains("\"a.txt\""), "{}", state.text);
    assert!(state.problems().is_empty(), "{:?}", state.problems());
    let page = crate::view::page(&state).into_string();
    assert!(page.contains("<bdi>a.txt</bdi> · 8 bytes"), "{page}");
    update(&mut state, chosen(OPERATION, Ok("MTIz")));
    assert!(state.problems().iter().any(|problem| problem.path == "/media"), "three bytes are too few");
    update(&mut state, Event::Undo);
    update(&mut state, Event::Undo);
    assert_eq!(state.text, before);
}

#[test]
fn what_was_not_read_is_said_and_changes_nothing_until_another_is() {
    let mut state = open();
    let before = state.text.clone();
    update(&mut state, chosen(OPERATION, Err("11000000 B")));
    assert_eq!(state.text, before);
    let said = "a.txt was not read: 11000000 B";
    assert!(crate::view::page(&state).into_string().contains(said));
    update(&mut state, chosen(OPERATION, Ok("MTIzNDU2Nzg=")));
    assert!(!crate::view::page(&state).into_string().contains(said));
}

#[test]
fn a_file_that_comes_late_is_not_put_into_another_operation() {
    let mut state = open();
    let before = state.text.clone();
    update(&mut state, chosen("wecom.service_contact", Ok("MTIzNDU2Nzg=")));
    update(&mut state, chosen("wecom.service_contact", Err("no")));
    assert_eq!((&state.text, &state.refused), (&before, &None));
}
