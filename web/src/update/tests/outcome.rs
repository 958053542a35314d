//! What became of what was sent.

use super::*;

#[test]
fn the_commands_answer_is_told_by_the_reader() {
    let mut state = served(true);
    update(&mut state, Event::Send);
    let answer = Answer { status: 502, retry_after: None, body: "<html>".into() };
    let question = read(update(&mut state, Event::Replied(Reply::Answer(answer, 3))));
    assert_eq!((question.ask, &*question.text), (Ask::Outcome, r#"{"status":502,"body":"<html>"}"#));
    assert!(matches!(state.sending, Sending::Busy(_)), "it is not known yet");
    update(&mut state, Event::Said(question, Ok(Some(told("unknown", "<p>told</p>")))));
    assert!(matches!(state.sending, Sending::Idle));
    assert!(state.may_have_arrived());
    assert!(crate::view::page(&state).into_string().contains("<p>told</p>"));
}

#[test]
fn the_page_itself_sends_judges_and_masks() {
    let mut state = state();
    update(&mut state, Event::Served(Asked::Answered(404, String::new())));
    update(&mut state, Event::BaseUrl("http://127.0.0.1:1/y".into()));
    update(&mut state, Event::Credential("app_id".into(), "app".into()));
    assert!(matches!(update(&mut state, Event::Send), Effect::None), "a credential is absent");
    update(&mut state, Event::Credential("access_token".into(), "s3cret".into()));
    assert!(matches!(update(&mut state, Event::Send), Effect::Focus(_)));
    let question = match update(&mut state, Event::Confirm) {
        Effect::Send(question) => Some(question),
        _ => None,
    };
    let question = question.expect("it is sent");
    let base_url = r#""base_url":"http://127.0.0.1:1/y","lang":"en""#;
    for part in [r#""operation":"yunzhenji.send_message""#, r#""access_token":"s3cret""#, base_url] {
        assert!(question.text.contains(part), "{}", question.text);
    }
    let answer = Answer { status: 200, retry_after: None, body: r#"{"errcode": 1, "message": "s3cret?"}"#.into() };
    let question = read(update(&mut state, Event::Replied(Reply::Answer(answer, 3))));
    assert!(matches!(state.sending, Sending::Busy(_)), "it is not known yet");
    for part in [r#""status":200"#, r#""access_token":"s3cret""#, r#""body":"{\"errcode\": 1,"#] {
        assert!(question.text.contains(part), "{}", question.text);
    }
    // The reader did not load, and is asked again.
    update(&mut state, Event::Said(question.clone(), Err("worker.js".into())));
    let outcome = state.outcome.as_ref().expect("an answer came");
    assert_eq!(outcome.unread, Some((200, "worker.js".to_owned())));
    assert!(state.may_have_arrived());
    assert_eq!(read(update(&mut state, Event::ReadAgain)), question);
    update(&mut state, Event::Said(question.clone(), Ok(Some(told("partial", "•••?")))));
    let outcome = state.outcome.as_ref().expect("an answer came");
    assert_eq!(outcome.level(), "partial");
    let told = outcome.told.as_ref().map(|told| &*told.get(Lang::En)[1]);
    assert_eq!((told, outcome.milliseconds), (Some("•••?"), Some(3)));
    assert!(!state.may_have_arrived() && state.sent.is_some());
    // Said twice, it changes nothing.
    update(&mut state, Event::Said(question, Err("late".into())));
    assert_eq!(state.outcome.as_ref().and_then(|outcome| outcome.unread.as_ref()), None);
}

#[test]
fn every_level_is_read_from_what_the_reader_tells() {
    for level in ["invalid", "not_sent", "unknown", "refused", "partial", "accepted", "queued", "delivered", "failed"] {
        let mut state = served(true);
        update(&mut state, Event::Send);
        answered(&mut state, level);
        assert_eq!(state.outcome.as_ref().map(|outcome| outcome.level()), Some(level));
    }
}

/// What the reader is asked.
fn read(effect: Effect) -> Question {
    let question = match effect {
        Effect::Read(question) => Some(question),
        _ => None,
    };
    question.expect("the reader is asked")
}

#[test]
fn without_an_answer_the_outcome_is_unknown() {
    let mut state = served(true);
    update(&mut state, Event::Send);
    update(&mut state, Event::Replied(Reply::Nothing(Some(3))));
    assert_eq!(state.outcome.as_ref().map(|outcome| outcome.level()), Some("unknown"));
}

/// The command answers, and the reader tells this level.
fn answered(state: &mut State, level: &str) {
    let answer = Answer { status: 200, retry_after: None, body: "{}".into() };
    let question = read(update(state, Event::Replied(Reply::Answer(answer, 1))));
    update(state, Event::Said(question, Ok(Some(told(level, "")))));
}

/// What the reader tells.
fn told(level: &str, markup: &str) -> String {
    let title = r#""title_zh": "", "title_en": "called so""#;
    format!(r#"{{"level": "{level}", {title}, "zh": "{markup}", "en": "{markup}"}}"#)
}

#[test]
fn a_verdict_is_old_until_its_text_is_back() {
    let mut state = served(true);
    update(&mut state, Event::Send);
    answered(&mut state, "queued");
    assert!(!state.is_outcome_old());
    update(&mut state, text("/wxid", "other"));
    assert!(state.is_outcome_old());
    update(&mut state, Event::Undo);
    assert!(!state.is_outcome_old());
    update(&mut state, Event::Profile("shop".into()));
    assert!(state.is_outcome_old());
    update(&mut state, Event::Profile(String::new()));
    update(&mut state, Event::Operation("xbot.send_live".into()));
    assert!(state.is_outcome_old());
}

#[test]
fn what_may_have_arrived_is_said_until_it_is_known() {
    let mut state = served(true);
    update(&mut state, Event::Send);
    update(&mut state, Event::Replied(Reply::Nothing(Some(3))));
    update(&mut state, text("/wxid", "other"));
    assert!(!state.may_have_arrived());
    update(&mut state, Event::Send);
    answered(&mut state, "queued");
    update(&mut state, Event::Undo);
    assert!(state.may_have_arrived());
    update(&mut state, Event::Send);
    answered(&mut state, "queued");
    assert!(!state.may_have_arrived());
}

#[test]
fn what_the_reader_says_of_a_send_is_read() {
    let read = |said: &str| format!("{:?}", Reply::read(Ok(Some(said.to_owned()))));
    assert!(read(r#"{"milliseconds":7,"status":429,"retry_after":"3","body":"{}"}"#).contains("429"));
    assert_eq!(read(r#"{"milliseconds":7}"#), "Nothing(Some(7))");
    assert_eq!(read(r#"{"error":"no"}"#), "Refused(\"no\")");
    // What is not understood does not tell that nothing left; neither does silence.
    for said in ["", "[]", "{}", r#"{"milliseconds":-1}"#, r#"{"milliseconds":7,"status":99999,"body":""}"#] {
        assert_eq!(read(said), "Nothing(None)", "{said}");
    }
    assert!(matches!(Reply::read(Ok(None)), Reply::Nothing(None)));
    assert!(matches!(Reply::read(Err("worker.js".into())), Reply::NotLoaded(_)));
}

#[test]
fn what_never_left_is_not_unknown_and_says_nothing_about_what_left_before() {
    let ways: [fn(&mut State); 3] = [
        |state| _ = update(state, Event::Replied(Reply::NotLoaded("worker.js".into()))),
        |state| _ = update(state, Event::Replied(Reply::Refused("no".into()))),
        |state| answered(state, "not_sent"),
    ];
    for unsent in ways {
        let mut state = served(true);
        update(&mut state, Event::Send);
        unsent(&mut state);
        assert!(matches!(state.sending, Sending::Idle));
        let level = state.outcome.as_ref().map(|outcome| outcome.level().to_owned());
        assert!(level.as_ref().is_some_and(|level| level != "unknown"), "{level:?}");
        assert!(!state.may_have_arrived());
        update(&mut state, Event::Send);
        update(&mut state, Event::Replied(Reply::Nothing(None)));
        assert!(state.may_have_arrived());
        update(&mut state, Event::Send);
        unsent(&mut state);
        assert!(state.may_have_arrived(), "the one before may have");
    }
}
