//! What is sent, and when.

use super::*;

/// The body for `api/send`.
fn delegated(effect: Effect) -> String {
    let body = match effect {
        Effect::Delegate(body) => Some(body),
        _ => None,
    };
    body.expect("it is sent")
}

#[test]
fn an_imitation_is_sent_to_at_once_and_never_twice_at_a_time() {
    let mut state = served(true);
    let body = delegated(update(&mut state, Event::Send));
    assert!(body.starts_with(r#"{"operation":"yunzhenji.send_message","lang":"en","values":{"#), "{body}");
    assert!(matches!(update(&mut state, Event::Send), Effect::None));
    assert!(matches!(update(&mut state, Event::Confirm), Effect::None));
}

#[test]
fn a_real_send_is_asked_for_and_an_edit_withdraws_the_question() {
    let mut state = served(false);
    update(&mut state, Event::Profile("shop".into()));
    assert!(matches!(update(&mut state, Event::Send), Effect::Focus(_)));
    update(&mut state, text("/wxid", "other"));
    assert!(matches!(update(&mut state, Event::Confirm), Effect::None));
    update(&mut state, Event::Send);
    let body = delegated(update(&mut state, Event::Confirm));
    assert!(body.contains(r#""profile":"shop""#) && body.contains(r#""wxid": "other""#), "{body}");
}

#[test]
fn nothing_is_sent_with_errors_or_unfinished_json() {
    let mut state = served(true);
    update(&mut state, Event::Source("{}".into()));
    assert!(matches!(update(&mut state, Event::Send), Effect::None));
    update(&mut state, Event::Undo);
    update(&mut state, Event::Draft("/messages".into(), "[".into()));
    assert!(matches!(update(&mut state, Event::Send), Effect::None));
}

#[test]
fn nothing_real_goes_out_without_the_credentials() {
    let mut state = state();
    update(&mut state, Event::Served(Asked::Answered(200, r#"{"served": true, "mock": false}"#.into())));
    assert_eq!(send::hindrance(&state, &state.problems()), Some(send::Hindrance::NoCredential("app_id")));
    state.profile = "another".into();
    assert_eq!(send::hindrance(&state, &state.problems()), Some(send::Hindrance::NoCredential("app_id")));
}

#[test]
fn a_server_that_does_not_answer_is_asked_again_and_makes_no_page_of_files() {
    let mut state = state();
    let failures = [
        Asked::Silent,
        Asked::Answered(500, "<html>".into()),
        Asked::Answered(503, String::new()),
        Asked::Answered(200, r#"{"served": tr"#.into()),
        Asked::Answered(403, "<html>".into()),
    ];
    for (count, failure) in (1..).zip(failures) {
        assert!(matches!(update(&mut state, Event::Served(failure)), Effect::AskLater(failed) if failed == count));
        assert!(matches!(state.mode, Mode::Failed(failed) if failed == count));
        assert!(matches!(update(&mut state, Event::Send), Effect::None));
        assert!(matches!(update(&mut state, Event::AskAgain(count + 1)), Effect::None), "not asked for that");
        assert!(matches!(update(&mut state, Event::AskAgain(count)), Effect::Ask));
        assert!(matches!(update(&mut state, Event::AskAgain(count)), Effect::None), "asked already");
    }
    let locked = r#"{"error": {"code": "token", "message": ""}}"#;
    update(&mut state, Event::Served(Asked::Answered(403, locked.into())));
    assert!(matches!(state.mode, Mode::Locked));
    assert!(matches!(update(&mut state, Event::Send), Effect::None));
    assert!(matches!(update(&mut state, Event::AskAgain(0)), Effect::Ask));
    update(&mut state, Event::Served(Asked::Answered(200, "\n<!doctype html>".into())));
    assert!(matches!(state.mode, Mode::Static));
}

#[test]
fn what_does_not_show_is_isolated_and_named_in_the_question() {
    let mut state = served(false);
    update(&mut state, text("/target_wxid", "7\u{202e}881"));
    update(&mut state, Event::Send);
    let page = crate::view::page(&state).into_string();
    let (_, question) = page.split_once("id=\"asked\"").expect("a question");
    assert!(question.contains("<bdi>7\u{202e}881</bdi>") && question.contains("U+202E RIGHT-TO-LEFT"), "{question}");
}

#[test]
fn a_profile_has_its_own_address_and_credentials() {
    let mut state = state();
    let gateway = |url: &str, set: &str| format!(r#"{{"yunzhenji": {{"base_url": "{url}", "credentials": [{set}]}}}}"#);
    let (both, one) = (r#""app_id", "access_token""#, r#""app_id""#);
    let answer = format!(
        r#"{{"served": true, "mock": false, "profiles": ["shop", "half"], "gateways": {}, "accounts": {{"shop": {}, "half": {}}}}}"#,
        gateway("https://without.example", both),
        gateway("https://shop.example", both),
        gateway("https://half.example", one),
    );
    update(&mut state, Event::Served(Asked::Answered(200, answer)));
    update(&mut state, Event::Profile("shop".into()));
    update(&mut state, Event::Send);
    let page = crate::view::page(&state).into_string();
    let (_, question) = page.split_once("id=\"asked\"").expect("a question");
    assert!(question.contains("https://shop.example"), "{question}");
    assert!(!page.contains("https://without.example"), "{page}");
    update(&mut state, Event::Cancel);
    update(&mut state, Event::Profile("half".into()));
    assert!(matches!(update(&mut state, Event::Send), Effect::None), "a credential is absent");
    assert!(matches!(state.sending, Sending::Idle));
}

#[test]
fn where_no_field_names_a_receiver_the_question_shows_what_is_called() {
    let entry = wxwire::catalog::entries()
        .find(|entry| entry.schema().rules().all(|rule| !rule.receiver))
        .expect("a call without a field for a receiver");
    let mut state = State::new(Lang::En, entry);
    state.sending = Sending::Asked;
    let page = crate::view::page(&state).into_string();
    assert!(!page.contains("none is named") && page.contains(&format!("{} /", entry.method)), "{page}");
}

#[test]
fn what_answers_a_callback_is_not_sent() {
    let mut state = served(true);
    update(&mut state, Event::Operation("wecom.aibot_respond_msg".into()));
    assert_eq!(send::hindrance(&state, &state.problems()), Some(send::Hindrance::Reply));
    let page = crate::view::page(&state).into_string();
    assert!(page.contains("id=\"count\"") && !page.contains("id=\"send"), "neither the button nor the panel: {page}");
    assert!(matches!(update(&mut state, Event::Send), Effect::None));
    assert!(matches!(state.sending, Sending::Idle));
}
