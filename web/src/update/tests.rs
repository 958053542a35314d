//! Tests.

use wxwire::layer::json::quote;

use super::*;
use crate::edit::Edit;
use crate::outcome::{Answer, Reply};
use crate::served::Asked;
use crate::state::{Mode, Sending};

fn state() -> State {
    State::new(Lang::En, State::entry_of("yunzhenji.send_message"))
}

fn text(path: &str, typed: &str) -> Event {
    Event::Edit(path.into(), Edit::Text(typed.into()))
}

fn served(mock: bool) -> State {
    let mut state = state();
    let own = r#"{"base_url": null, "credentials": ["app_id", "access_token"]}"#;
    let own = format!(r#"{{"yunzhenji": {own}}}"#);
    let answer = format!(r#"{{"served": true, "mock": {mock}, "gateways": {own}, "accounts": {{"shop": {own}}}}}"#);
    update(&mut state, Event::Served(Asked::Answered(200, answer)));
    state
}

/// The body for `api/send`.
fn delegated(effect: Effect) -> String {
    let body = match effect {
        Effect::Delegate(body) => Some(body),
        _ => None,
    };
    body.expect("it is sent")
}

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
fn typing_in_xml_leaves_what_is_beside_it_in_the_same_text() {
    let mut state = with_forms("");
    let source = |title: &str| {
        format!(r#"{{"xml": "\ud83d\/<appmsg><title>{title}</title>\r\n<des>\u4f60<\/des></appmsg>"}}"#)
            .replace(r"\ud83d\/", "")
    };
    state.text = source(r"\u4f60\r\n&#x61;b");
    update(&mut state, text("/xml!xml/appmsg/title", "你\nabc"));
    assert_eq!(state.text, source(r"\u4f60\r\n&#x61;bc"));
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
fn the_commands_answer_is_told_by_the_reader() {
    let mut state = served(true);
    update(&mut state, Event::Send);
    let answer = Some(Answer { status: 502, retry_after: None, body: "<html>".into() });
    let question = read(update(&mut state, Event::Replied(Reply { answer, milliseconds: 3 })));
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
    let request = match update(&mut state, Event::Confirm) {
        Effect::Send(request) => Some(request),
        _ => None,
    };
    let request = request.expect("it is sent");
    assert_eq!(request.reveal().url, "http://127.0.0.1:1/y/wechat/sendMessage");
    let answer =
        Some(Answer { status: 200, retry_after: None, body: r#"{"errcode": 1, "message": "s3cret?"}"#.into() });
    let question = read(update(&mut state, Event::Replied(Reply { answer, milliseconds: 3 })));
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
    update(&mut state, Event::Replied(Reply { answer: None, milliseconds: 3 }));
    assert_eq!(state.outcome.as_ref().map(|outcome| outcome.level()), Some("unknown"));
}

#[test]
fn a_path_inside_a_layer_leads_to_its_field_or_that_which_holds_it() {
    let inner = ["field:/a!xml/m/c", "field:/a!xml/m", "field:/a!xml", "field:/a", "field:"];
    assert_eq!(ancestors("/a!xml/m/c"), inner);
}

/// A page with the forms of XML, and an operation that has XML in it.
fn with_forms(xml: &str) -> State {
    let mut state = State::new(Lang::En, State::entry_of("gewe.send_app"));
    assert!(state.wants_forms());
    update(&mut state, Event::Forms(Some(wxwire::forms::to_json())));
    update(&mut state, Event::Source(format!(r#"{{"appid": "a", "to_wxid": "b", "xml": {}}}"#, quote(xml)).into()));
    state
}

#[test]
fn xml_in_a_text_is_begun_and_filled_by_its_form() {
    let mut state = with_forms("");
    update(&mut state, Event::Edit("/xml".into(), Edit::Variant("33".into())));
    assert!(state.text.contains("<type>33</type>"), "{}", state.text);
    update(&mut state, text("/xml!xml/appmsg/title", "a & <b>"));
    assert!(state.text.contains("<title>a &amp; &lt;b&gt;</title>"), "{}", state.text);
    let effect = update(&mut state, Event::Edit("/xml!xml/appmsg/appattach".into(), Edit::Begin));
    assert!(matches!(effect, Effect::Focus(ids) if ids[0] == "field:/xml!xml/appmsg/appattach"));
    update(&mut state, text("/xml!xml/appmsg/weappinfo/username", "gh_1@app"));
    assert!(state.text.contains("<username>gh_1@app</username>"), "{}", state.text);
    assert_eq!(state.problems(), []);
    let page = crate::view::page(&state).into_string();
    assert!(page.contains("data-path=\"/xml!xml/appmsg/weappinfo/username\""), "{page}");
}

#[test]
fn an_element_of_another_kind_is_shown_cut_and_said_to_be_one() {
    let long = "x".repeat(5000);
    let mut state =
        with_forms(&format!("<appmsg><type>5</type><weappinfo><a>{long}</a></weappinfo><own><b/></own></appmsg>"));
    let row = |state: &State, name: &str| {
        let page = crate::view::page(state).into_string();
        let (_, row) = page.split_once(&format!("data-row=\"/xml!xml/appmsg/{name}\"")).expect("a row");
        row.split_once("</pre>").expect("its source").0.to_owned()
    };
    let foreign = row(&state, "weappinfo");
    assert!(
        foreign.contains("not used by this type") && foreign.contains("&lt;weappinfo&gt;&lt;a&gt;xxx"),
        "{foreign}"
    );
    assert!(foreign.ends_with("x…") && foreign.len() < 3000, "{foreign}");
    let own = row(&state, "own");
    assert!(own.contains("unknown field") && own.contains("data-action=\"remove\""), "{own}");
    update(&mut state, Event::Edit("/xml!xml/appmsg/weappinfo".into(), Edit::Remove));
    assert!(state.text.ends_with("<type>5</type><own><b/></own></appmsg>\"}"), "{}", state.text);
}

#[test]
fn xml_that_is_none_has_no_form_and_is_not_touched() {
    for xml in ["<appmsg", "<other/>", "text"] {
        let mut state = with_forms(xml);
        let before = state.text.clone();
        update(&mut state, text("/xml!xml/appmsg/title", "a"));
        update(&mut state, Event::Edit("/xml!xml/appmsg".into(), Edit::Remove));
        assert_eq!(state.text, before);
        let page = crate::view::page(&state).into_string();
        assert!(!page.contains("data-action=\"text\" data-path=\"/xml!xml"), "{page}");
    }
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

#[test]
fn nothing_real_goes_out_without_the_credentials() {
    let mut state = state();
    update(&mut state, Event::Served(Asked::Answered(200, r#"{"served": true, "mock": false}"#.into())));
    assert_eq!(send::hindrance(&state, &state.problems()), Some(send::Hindrance::NoCredential("app_id")));
    state.profile = "another".into();
    assert_eq!(send::hindrance(&state, &state.problems()), Some(send::Hindrance::NoCredential("app_id")));
}

#[test]
fn every_form_of_the_request_can_be_copied_and_holds_no_credential() {
    let mut state = state();
    update(&mut state, Event::Credential("app_id".into(), "S3cr3t".into()));
    for form in wxwire::export::FORMATS {
        update(&mut state, Event::of("export", "", form.name.into()).expect("a form"));
        // All but the first is told by the reader, which is asked once.
        if let Some(question) = preview::ask(&mut state) {
            assert!(preview::ask(&mut state).is_none());
            assert!(matches!(update(&mut state, Event::Copy), Effect::None), "there is nothing yet");
            let own = &state.settings.get("yunzhenji").expect("a credential").credentials;
            let text = form.hidden(state.entry, &state.text, own, state.shown_base_url());
            update(&mut state, Event::Said(question, Ok(Some(text))));
        }
        assert!(preview::ask(&mut state).is_none());
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
    assert_eq!(preview::ask(&mut state), None, "an example holds none");
    update(&mut state, text("/wxid", "access_token=CANARY"));
    let question = preview::ask(&mut state).expect("a question");
    update(&mut state, text("/wxid", "access_token=CANARY2"));
    assert_eq!(preview::ask(&mut state), None, "one at a time");
    update(&mut state, Event::Said(question, Ok(Some("of before".into()))));
    assert!(matches!(preview::shown(&state), Shown::Reading));
    let question = preview::ask(&mut state).expect("a question");
    update(&mut state, Event::Said(question, Err("worker.js".into())));
    assert!(matches!(preview::shown(&state), Shown::Failed("worker.js")));
    assert_eq!(preview::ask(&mut state), None, "a person asks again");
    update(&mut state, Event::ReadAgain);
    assert!(preview::ask(&mut state).is_some());
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

/// The command answers, and the reader tells this level.
fn answered(state: &mut State, level: &str) {
    let answer = Some(Answer { status: 200, retry_after: None, body: "{}".into() });
    let question = read(update(state, Event::Replied(Reply { answer, milliseconds: 1 })));
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
    update(&mut state, Event::Replied(Reply { answer: None, milliseconds: 3 }));
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
