//! Which file is fetched when, and which calls a text finds.

use std::collections::HashSet;

use wxwire::lang::Lang;
use wxwire::problem::Source;

use super::*;
use crate::event::Event;
use crate::state::State;
use crate::update::{Effect, update};

fn state() -> State {
    State::new(Lang::En, State::entry_of("gewe.send_app"))
}

fn ask(state: &mut State) -> Option<&'static str> {
    state.calls.ask(state.palette.is_some())
}

fn index() -> Index {
    Index::read(catalog::index_to_json()).expect("JSON")
}

fn found(index: &Index, text: &str) -> Vec<&'static str> {
    index.find(text).into_iter().map(|at| index.calls[at].id).collect()
}

#[test]
fn every_call_is_found_by_its_id_its_path_and_both_titles() {
    let index = index();
    assert_eq!(index.calls.len(), catalog::entries().count());
    assert_eq!(found(&index, "").len(), index.calls.len());
    let mut sections = HashSet::new();
    for entry in catalog::entries() {
        // A section with types goes by the name that its document has for it.
        let section = if entry.has_type() { entry.section.name } else { entry.section.title.zh };
        let call = &index.calls[index.place(entry.id).expect(entry.id)];
        let marked = (entry.evidence != Source::Documented).then(|| entry.evidence.words());
        assert_eq!(call.evidence, marked, "{}", entry.id);
        let is_first = sections.insert(call.section);
        for text in [entry.id, entry.path, entry.title.zh, entry.title.en, section] {
            let holds = |word: &str| call.distance(word.to_ascii_lowercase().as_bytes()) < 3;
            assert!(text.split_whitespace().all(holds), "{}: {text}", entry.id);
            // Among all calls one of each section is looked for: what the others hold, each is asked itself.
            assert!(!is_first || found(&index, text).contains(&entry.id), "{}: {text}", entry.id);
        }
    }
}

#[test]
fn what_begins_with_a_word_comes_before_what_holds_it_and_fields_come_last() {
    let index = index();
    let found = found(&index, "TAG");
    let at = |id: &str| found.iter().position(|found| *found == id);
    // `getagreestatus` holds it; `tagid` of a list of members is but a field.
    assert!(at("wecom.tag_create") < at("wecom.chatdata_getagreestatus_single"), "{found:?}");
    assert!(at("wecom.chatdata_getagreestatus_single").is_some());
    let by_field = super::tests::found(&index, "tagname");
    assert!(by_field.contains(&"wecom.tag_create"), "{by_field:?}");
    assert!(super::tests::found(&index, "tag nothing_of_the_kind").is_empty());
}

#[test]
fn the_list_is_fetched_with_the_palette_and_once() {
    let mut state = state();
    assert_eq!(ask(&mut state), None);
    assert!(matches!(update(&mut state, Event::Palette), Effect::Focus(_)));
    assert_eq!(ask(&mut state), Some("calls.json"));
    assert_eq!(ask(&mut state), None, "one at a time");
    update(&mut state, Event::Calls("calls.json", Some(catalog::index_to_json())));
    assert_eq!(ask(&mut state), None);
    let palette = state.palette.as_ref().expect("open");
    assert_eq!(state.calls.index.as_ref().expect("read").calls[palette.found[palette.at]].id, "gewe.send_app");
}

#[test]
fn what_did_not_come_is_fetched_again_when_a_person_says_so() {
    let mut state = state();
    update(&mut state, Event::Palette);
    assert!(ask(&mut state).is_some());
    for broken in [None, Some("{".to_owned())] {
        update(&mut state, Event::Calls("calls.json", broken));
        assert_eq!((state.calls.failed, ask(&mut state)), (Some("calls.json"), None));
        update(&mut state, Event::CallsAgain);
        assert_eq!(ask(&mut state), Some("calls.json"));
    }
}

#[test]
fn a_call_that_is_none_is_said_once_the_list_is_there() {
    let mut state = state();
    update(&mut state, Event::Operation("wecom.no_such_call".into()));
    assert_eq!(ask(&mut state), Some("calls.json"));
    update(&mut state, Event::Calls("calls.json", Some(catalog::index_to_json())));
    assert!(state.calls.unknown && ask(&mut state).is_none());
    update(&mut state, Event::Operation("gewe.send_msg".into()));
    assert!(state.calls.wanted.is_none());
}

#[test]
fn the_palette_goes_round_and_draws_a_part() {
    let mut state = state();
    update(&mut state, Event::Palette);
    update(&mut state, Event::Calls("calls.json", Some(catalog::index_to_json())));
    update(&mut state, Event::Find(String::new()));
    let count = catalog::entries().count();
    for (down, at) in [(false, count - 1), (true, 0), (true, 1)] {
        update(&mut state, Event::Step(down));
        let palette = state.palette.as_ref().expect("open");
        assert_eq!(palette.at, at);
        assert!(palette.shown().contains(&at) && palette.shown().len() <= 50);
    }
    update(&mut state, Event::Find("nothing of the kind".into()));
    update(&mut state, Event::Step(true));
    assert!(state.palette.as_ref().expect("open").shown().is_empty());
    update(&mut state, Event::Cancel);
    assert!(state.palette.is_none());
}
