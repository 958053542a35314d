//! Typing, and the way back.

use super::*;

#[test]
fn one_burst_of_typing_is_one_step_of_undo() {
    let mut state = state();
    let first = state.text.clone();
    for typed in ["1", "16", "168"] {
        update(&mut state, text("/wxid", typed));
    }
    update(&mut state, text("/target_wxid", "7"));
    update(&mut state, Event::Undo);
    assert!(state.text.contains("\"168\"") && state.text.contains("\"7xxx\""), "{}", state.text);
    update(&mut state, Event::Undo);
    assert_eq!(state.text, first);
    update(&mut state, Event::Undo);
    assert_eq!(state.text, first);
}

#[test]
fn a_pause_parts_two_bursts_and_undone_is_redone() {
    let mut state = state();
    for typed in ["1", "16"] {
        update(&mut state, text("/wxid", typed));
    }
    update(&mut state, Event::Pause);
    for typed in ["168", "1688"] {
        update(&mut state, text("/wxid", typed));
    }
    let last = state.text.clone();
    update(&mut state, Event::Undo);
    assert!(state.text.contains("\"16\""), "{}", state.text);
    update(&mut state, Event::Redo);
    assert_eq!(state.text, last);
    update(&mut state, Event::Undo);
    update(&mut state, text("/wxid", "2"));
    update(&mut state, Event::Redo);
    assert!(state.text.contains("\"2\""), "what was typed since is not lost: {}", state.text);
}

#[test]
fn undo_stays_in_its_operation_and_finds_its_way_back_after_another() {
    let mut state = state();
    let first = state.text.clone();
    update(&mut state, text("/wxid", "mine"));
    update(&mut state, Event::Operation("xbot.send_live".into()));
    let other = state.text.clone();
    update(&mut state, Event::Undo);
    assert_eq!((state.entry.id, &state.text), ("xbot.send_live", &other));
    update(&mut state, Event::Operation("yunzhenji.send_message".into()));
    update(&mut state, Event::Undo);
    assert_eq!(state.text, first);
    update(&mut state, Event::Redo);
    assert!(state.text.contains("mine"));
}

#[test]
fn undo_puts_the_caret_where_the_change_was() {
    let mut state = state();
    state.text = r#"{"wxid": "\u4f60a\r\nb"}"#.into();
    update(&mut state, text("/wxid", "你a\nXb"));
    assert_eq!(state.text, r#"{"wxid": "\u4f60a\r\nXb"}"#);
    let effect = update(&mut state, Event::Undo);
    assert!(matches!(effect, Effect::Caret { path: Some(path), field: 3, source: 21 } if path == "/wxid"));
    update(&mut state, text("/wxid", "你b"));
    let effect = update(&mut state, Event::Undo);
    assert!(
        matches!(effect, Effect::Caret { field: 3, source: 21, .. }),
        "what comes back stands before it: {effect:?}"
    );
}

#[test]
fn what_a_field_cannot_hold_stays_while_it_is_typed_in() {
    let mut state = state();
    let source = |inside: &str| format!("{{\r\n \"wxid\":\"{inside}\",\r\"x\":{{\r\n\"a\":1.50}}}}");
    state.text = source(r"\ud83d\/\r\n\u4f60\r\u0000");
    update(&mut state, text("/wxid", "\u{fffd}/\n你Z\n\u{fffd}"));
    assert_eq!(state.text, source(r"\ud83d\/\r\n\u4f60Z\r\u0000"));
    let held = crate::typed::shown(&state.text).replace("1.50", "1.5");
    update(&mut state, Event::Source(held.into()));
    assert_eq!(state.text, source(r"\ud83d\/\r\n\u4f60Z\r\u0000").replace("1.50", "1.5"));
    update(&mut state, Event::Draft("/x".into(), "{\n\"a\":1.57}".into()));
    assert_eq!(state.text, source(r"\ud83d\/\r\n\u4f60Z\r\u0000").replace("1.50", "1.57"));
}

#[test]
fn json_that_is_not_finished_is_kept_and_goes_with_its_item() {
    let mut state = state();
    state.text = r#"{"messages": [{"msg_type": "video", "content": {}}, 2]}"#.into();
    let type_at = |state: &mut State, path: &str, typed: &str| update(state, Event::Draft(path.into(), typed.into()));
    type_at(&mut state, "/messages/0/content", "{\"a\": ");
    assert_eq!(state.drafts.get("/messages/0/content").map(String::as_str), Some("{\"a\": "));
    update(&mut state, Event::Edit("/messages/0".into(), Edit::Down));
    assert_eq!(state.drafts.names().collect::<Vec<_>>(), ["/messages/1/content"]);
    update(&mut state, Event::Edit("/messages/0".into(), Edit::Remove));
    assert_eq!(state.drafts.names().collect::<Vec<_>>(), ["/messages/0/content"]);
    type_at(&mut state, "/messages/0/content", "{\"a\": 1.0}");
    assert!(state.drafts.is_empty());
    assert_eq!(state.text, r#"{"messages": [{"msg_type": "video", "content": {"a": 1.0}}]}"#);
    type_at(&mut state, "/messages/0/content", "{");
    update(&mut state, Event::Edit("/messages/0".into(), Edit::Remove));
    assert!(state.drafts.is_empty());
}

#[test]
fn an_operation_is_found_as_it_was_left() {
    let mut state = state();
    update(&mut state, text("/wxid", "168"));
    let left = state.text.clone();
    update(&mut state, Event::Operation("xbot.send_live".into()));
    assert_eq!(state.text, state.first_example());
    update(&mut state, Event::Operation("yunzhenji.send_message".into()));
    assert_eq!(state.text, left);
}
