//! Sending: through the command, to a mock, and the truth about it.

use thirtyfour::Key;

use crate::browser::Browser;
use crate::suite::tests;

tests! {
    "zh": every_operation_is_sent_and_judged;
    "en": a_failure_inside_a_success_is_told, the_request_shows_no_credential,
        leaving_is_asked_about_while_a_message_is_out;
}

async fn every_operation_is_sent_and_judged(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    let mut before = None;
    for entry in wxwire_tests::sorts() {
        page.pick(entry.id).await;
        match before.replace(entry.id) {
            None => assert_eq!(page.count("#level").await, 0),
            // The verdict stays, and says whose it is.
            Some(before) => page.reads("#verdict", before).await,
        }
        page.find("#send:enabled").await.click().await.expect("a click");
        let level = page.find("#level").await.attr("data-level").await.expect("an answer").unwrap_or_default();
        assert!(["accepted", "queued", "delivered"].contains(&&*level), "{}: {level}", entry.id);
        assert!(page.text("#verdict").await.contains("不保证送达") || level != "accepted");
    }
}

async fn a_failure_inside_a_success_is_told(browser: &Browser) {
    let page = browser.open("gewe.send_app", &["--fault", "reset@2", "--fault", "inner_failure"]).await;
    page.find("#send:enabled").await.click().await.expect("a click");
    page.reads("#verdict", "success outside, failure inside").await;
    assert!(page.text("#verdict").await.contains("/data/List/0/Ret"));
    // Again, by the keyboard; this time the connection breaks.
    page.field("/appid").await.send_keys(Key::Control + Key::Enter).await.expect("keys");
    page.reads("#verdict", "find out before you send it again").await;
}

async fn the_request_shows_no_credential(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    page.reads("#request", "\"access_token\": \"•••\"").await;
    page.find("#send:enabled").await.click().await.expect("a click");
    page.find("#level").await;
    let whole = page.driver.source().await.expect("markup");
    assert!(!whole.contains("mock-access_token"), "the credential stays with the command");
}

async fn leaving_is_asked_about_while_a_message_is_out(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &["--fault", "delay=1s"]).await;
    let asks = async || {
        let script = "const leave = new Event('beforeunload', { cancelable: true });
            window.dispatchEvent(leave); return leave.defaultPrevented;";
        page.driver.execute(script, vec![]).await.expect("a script").json().as_bool()
    };
    assert_eq!(asks().await, Some(false), "nothing is out yet");
    page.find("#send:enabled").await.click().await.expect("a click");
    assert_eq!(asks().await, Some(true), "a message is out");
    page.find("#level").await;
    assert_eq!(asks().await, Some(false), "it is known what became of it");
}
