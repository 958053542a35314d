//! Tests.

use wxwire::lang::Lang;
use wxwire::layer::json::quote;

use super::*;
use crate::event::Event;
use crate::update::update;

fn state(operation: &str, text: &str) -> State {
    let mut state = State::new(Lang::En, State::entry_of(operation));
    state.text = text.into();
    state
}

fn turn(state: &mut State, path: &str, kind: &str) {
    update(state, Event::Edit(path.into(), Edit::Variant(kind.into())));
}

fn write(state: &mut State, path: &str, text: &str) {
    update(state, Event::Edit(path.into(), Edit::Text(text.into())));
}

/// Two messages of the operation with the most kinds, in its own layout.
const TWO: &str = "{\"messages\": [ {\"content\":{ \"items\":[{\"type\":\"text\",\"text\":\"\\u4f60\\r\"}] } ,\
    \"delayed_time\": 7, \"own\":1.50, \"msg_type\":\"text\"}, {\"msg_type\":\"picture\",\"content\":{\"url\":\"u\"}} ]}";

#[test]
fn what_was_written_in_a_kind_is_there_again_to_the_byte() {
    let mut state = state("yunzhenji.send_message", TWO);
    turn(&mut state, "/messages/0", "picture");
    write(&mut state, "/messages/0/content/url", "https://h/1.png");
    let picture = state.text.clone();
    turn(&mut state, "/messages/0", "text");
    assert_eq!(state.text, TWO);
    turn(&mut state, "/messages/0", "picture");
    assert_eq!(state.text, picture);
    turn(&mut state, "/messages/0", "voice");
    turn(&mut state, "/messages/0", "text");
    assert_eq!(state.text, TWO);
}

#[test]
fn what_every_kind_has_is_as_it_is_now() {
    let mut state = state("yunzhenji.send_message", TWO);
    turn(&mut state, "/messages/0", "picture");
    let path = String::from("/messages/0/delayed_time");
    update(&mut state, Event::Edit(path, Edit::Number("75".into())));
    turn(&mut state, "/messages/0", "text");
    assert_eq!(state.text, TWO.replace('7', "75"));
}

#[test]
fn it_goes_with_its_item_and_does_not_come_back_elsewhere() {
    let mut state = state("yunzhenji.send_message", TWO);
    turn(&mut state, "/messages/0", "picture");
    let edit = |state: &mut State, path: &str, edit: Edit| update(state, Event::Edit(path.into(), edit));
    edit(&mut state, "/messages/0", Edit::Down);
    turn(&mut state, "/messages/0", "text");
    assert_eq!(state.text.matches("\\u4f60").count(), 0, "{}", state.text);
    turn(&mut state, "/messages/1", "text");
    assert_eq!(state.text.matches("\\u4f60").count(), 1, "{}", state.text);
    turn(&mut state, "/messages/1", "picture");
    edit(&mut state, "/messages/1", Edit::Up);
    update(&mut state, Event::Undo);
    turn(&mut state, "/messages/0", "picture");
    assert!(state.text.contains("\"u\"") && !state.text.contains("\\u4f60"), "undone too: {}", state.text);
}

#[test]
fn it_goes_away_with_its_item() {
    let mut state = state("yunzhenji.send_message", TWO);
    turn(&mut state, "/messages/0", "picture");
    update(&mut state, Event::Edit("/messages/0".into(), Edit::Remove));
    turn(&mut state, "/messages/0", "text");
    assert!(!state.text.contains("\\u4f60"), "{}", state.text);
}

#[test]
fn fields_of_one_level_and_unfinished_parts_come_back() {
    let text = r#"{"Text": "one", "MsgType": "text", "WxId": "w"}"#;
    let mut state = state("youmi.send_public_message", text);
    turn(&mut state, "", "image");
    assert!(!state.text.contains("one"), "{}", state.text);
    update(&mut state, Event::Draft("/WxId".into(), "[".into()));
    update(&mut state, Event::Draft("/Url".into(), "{".into()));
    turn(&mut state, "", "text");
    assert_eq!(state.text, text);
    assert_eq!(state.drafts.names().collect::<Vec<_>>(), ["/WxId"], "what every kind has stays as it is");
    turn(&mut state, "", "image");
    assert_eq!(state.drafts.get("/Url").map(String::as_str), Some("{"));
}

#[test]
fn a_part_of_what_comes_back_has_its_own_former_kinds() {
    let parts = r#"{"MsgType": "batch", "messList": [{"MsgType": "text", "Text": "one"}]}"#;
    let mut state = state("youmi.send_public_message", parts);
    turn(&mut state, "/messList/0", "image");
    turn(&mut state, "", "text");
    turn(&mut state, "", "batch");
    turn(&mut state, "/messList/0", "text");
    assert_eq!(state.text, parts);
}

#[test]
fn another_type_brings_back_what_it_could_not_say() {
    let text = |id: &str| format!(r#"{{"messages": [{{"msg_type": "text", "api_send_id": {id}}}]}}"#);
    let mut state = state("yunzhenji.send_message", &text(r#""\u0061bc""#));
    let path = "/messages/0/api_send_id";
    let alternative = |state: &mut State, at| update(state, Event::Edit(path.into(), Edit::Alternative(at)));
    alternative(&mut state, 1);
    update(&mut state, Event::Edit(path.into(), Edit::Number("5".into())));
    assert_eq!(state.text, text("5"));
    alternative(&mut state, 0);
    assert_eq!(state.text, text(r#""\u0061bc""#));
    alternative(&mut state, 1);
    assert_eq!(state.text, text("5"));
    state.history = Default::default();
    state.text = text(r#""1\u0032""#);
    alternative(&mut state, 1);
    alternative(&mut state, 0);
    assert_eq!(state.text, text(r#""1\u0032""#));
    alternative(&mut state, 1);
    update(&mut state, Event::Edit(path.into(), Edit::Number("123".into())));
    alternative(&mut state, 0);
    assert_eq!(state.text, text(r#""123""#), "the same value in another type");
}

#[test]
fn xml_of_another_kind_keeps_what_the_former_had() {
    let text = r#"{"xml": "<appmsg>\r<title>t<\/title><type>33</type><weappinfo><a>\u4f60</a></weappinfo></appmsg>"}"#;
    let mut state = state("gewe.send_app", text);
    update(&mut state, Event::Forms(Some(wxwire::forms::to_json())));
    for (kind, after) in [("5", text.replace("33", "5")), ("33", text.into())] {
        update(&mut state, Event::Edit("/xml!xml/appmsg/type".into(), Edit::Json(quote(kind))));
        assert_eq!(state.text, after);
    }
}

#[test]
fn another_source_forgets_and_undo_remembers() {
    let mut state = state("yunzhenji.send_message", TWO);
    turn(&mut state, "/messages/0", "picture");
    let longer = state.text.replacen("[ ", "[ {\"msg_type\":\"picture\",\"content\":{\"url\":\"v\"}}, ", 1);
    update(&mut state, Event::Source(longer.into()));
    turn(&mut state, "/messages/0", "text");
    assert!(!state.text.contains("\\u4f60"), "{}", state.text);
    update(&mut state, Event::Undo);
    update(&mut state, Event::Undo);
    turn(&mut state, "/messages/0", "text");
    assert_eq!(state.text, TWO);
}
