//! What settles a call that the mock took.

use std::time::Duration;

use serde_json::Value;
use wxwire_tests::Wxwire;

use super::process::{Home, port};

const MESSAGES: &str = r#"{"wxid":"1688850000000001","target_wxid":"7881300000000001","messages":[
    {"msg_type":"text","content":{"items":[{"type":"text","text":"one"}]},"api_send_id":"own-1"},
    {"msg_type":"text","content":{"items":[{"type":"text","text":"two"}]}}]}"#;

/// Sends a call to a mock that calls back a listener: the verdict of the call, and what the listener printed.
fn sent(name: &str, faults: &[&str], operation: &str, values: &str) -> (Value, Vec<Value>) {
    let home = Home::new(name);
    let listening = home.run(&["listen", "--port", "0", "yunzhenji/shop", "wecom/shop"]);
    let port = port(listening.line()["url"].as_str().expect("an address"));
    listening.line();
    let to = ["yunzhenji/shop", "wecom/shop"].map(|one| format!("--callback={one}=http://127.0.0.1:{port}/{one}"));
    let faults: Vec<_> = faults.iter().flat_map(|fault| ["--fault", fault]).collect();
    let mock = home.run(&[&["mock", "--port", "0", &to[0], &to[1]], &faults[..]].concat());
    let (gateway, _) = operation.split_once('.').expect("an id");
    let known = mock.line()["gateways"][gateway].clone();
    let mut send = Wxwire::new(&["send", operation, "-", "--json"]).input(values);
    let variable = |name: &str| format!("WXWIRE_{}_{}", gateway.to_uppercase(), name.to_uppercase());
    send = send.env(&variable("base_url"), known["base_url"].as_str().expect("an address"));
    for (name, value) in known["credentials"].as_object().expect("credentials") {
        send = send.env(&variable(name), value.as_str().expect("text"));
    }
    let verdict = send.run().exits(0).json()["verdict"].clone();
    let printed = listening.rest(Duration::from_secs(2));
    (verdict, printed.into_iter().filter(|one| one["number"].is_u64()).collect())
}

fn ids(verdict: &Value) -> Vec<&str> {
    verdict["ids"].as_array().expect("ids").iter().filter_map(|id| id["value"].as_str().or(id.as_str())).collect()
}

#[test]
fn a_message_comes_back_with_the_ids_that_the_call_was_answered_with() {
    let (verdict, printed) = sent("taken", &[], "yunzhenji.send_message", MESSAGES);
    assert_eq!(verdict["level"], "queued");
    let [told] = &printed[..] else { panic!("one callback: {printed:?}") };
    let told = &told["explained"]["verdict"];
    assert_eq!(told["level"], "queued", "that it was handed on proves nothing");
    let known = ids(&verdict);
    assert!(known.len() >= 2, "{verdict}");
    assert!(ids(told).len() >= 2 && known.iter().all(|id| told["ids"].to_string().contains(id)), "{verdict} {told}");
}

#[test]
fn a_message_that_fails_is_told_to_have_failed() {
    let (verdict, printed) = sent("failed", &["callback_failed"], "yunzhenji.send_message", MESSAGES);
    assert_eq!(verdict["level"], "queued", "the gateway took it");
    let levels: Vec<_> =
        printed.iter().map(|one| one["explained"]["verdict"]["level"].as_str().expect("one")).collect();
    let mut levels = levels;
    levels.sort_unstable();
    assert_eq!(levels, ["failed", "queued"]);
}

#[test]
fn an_app_is_told_of_a_job_that_ended_and_of_news_of_customers() {
    let values = wxwire_tests::example("wecom.media_upload_by_url");
    let (_, printed) = sent("job", &[], "wecom.media_upload_by_url", &values);
    assert!(printed.len() == 1 && printed[0].to_string().contains("upload_media_job_finish"), "{printed:?}");
    let values = r#"{"touser":"wmcustomer","open_kfid":"wkaccount","msgtype":"text","text":{"content":"hello"}}"#;
    let (_, printed) = sent("kf", &[], "wecom.kf_send_msg", values);
    assert!(printed.is_empty(), "a success is not told: {printed:?}");
    let (_, printed) = sent("kf", &["callback_failed"], "wecom.kf_send_msg", values);
    assert!(printed.len() == 1 && printed[0].to_string().contains("kf_msg_or_event"), "{printed:?}");
}

#[test]
fn the_first_button_of_a_card_is_pressed() {
    let card = wxwire::catalog::find("wecom.message_send")
        .and_then(|entry| entry.examples().into_iter().find(|one| one.name == "button_interaction"))
        .expect("a card with buttons")
        .values;
    let asked: Value = serde_json::from_str(&card).expect("JSON");
    let (_, printed) = sent("card", &[], "wecom.message_send", &card);
    let [pressed] = &printed[..] else { panic!("one callback: {printed:?}") };
    let told = pressed.to_string();
    assert!(told.contains("ww6a112864f8022910"), "the company of the profile: {told}");
    for (name, place) in [("EventKey", "/template_card/button_list/0/key"), ("TaskId", "/template_card/task_id")] {
        let value = asked.pointer(place).and_then(Value::as_str).expect(place);
        assert!(told.contains(name) && told.contains(value), "{name} {value}: {told}");
    }
}
