//! What outlives a reload, and what a field takes and leaves alone.

use std::time::Duration;

use serde_json::json;
use thirtyfour::Key;

use crate::browser::Browser;
use crate::suite::tests;

tests! {
    "en": work_survives_a_reload_and_can_be_discarded, a_draft_that_is_refused_leaves_no_earlier_one,
        a_storage_that_takes_nothing_is_told_once, a_field_takes_lines_and_leaves_the_rest_alone,
        the_last_undo_and_redo_keep_the_focus;
}

async fn work_survives_a_reload_and_can_be_discarded(browser: &Browser) {
    let page = browser.open("wecom.living_create", &[]).await;
    let first = page.source().await;
    page.fill("/theme", "kept").await;
    page.reload().await;
    assert!(page.source().await.contains("\"kept\""));
    page.reads("#kept", "kept on this machine").await;
    page.discard().await;
    page.reload().await;
    assert_eq!(page.source().await, first);
}

async fn a_draft_that_is_refused_leaves_no_earlier_one(browser: &Browser) {
    let page = browser.open("wecom.living_create", &[]).await;
    let first = page.source().await;
    page.fill("/theme", "earlier").await;
    page.reads("#kept", "kept on this machine").await;
    page.fill("/theme", "access_token=CANARY").await;
    page.reads("#kept", "not kept").await;
    page.reload().await;
    assert_eq!(page.source().await, first);
}

async fn a_storage_that_takes_nothing_is_told_once(browser: &Browser) {
    let script = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    let cdp = browser.driver.cdp();
    let full = cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await;
    let page = browser.open("wecom.living_create", &[]).await;
    // Only this page: others are opened in the same browser.
    let id = full.expect("a script")["identifier"].clone();
    cdp.send_raw("Page.removeScriptToEvaluateOnNewDocument", json!({"identifier": id})).await.expect("it is gone");
    let first = page.source().await;
    page.fill("/theme", "abc").await;
    page.reads("#kept", "not kept").await;
    let watch = "window.said = 0; new MutationObserver(() => window.said += 1).observe(document.querySelector('#kept'), \
                 {childList: true, characterData: true, subtree: true})";
    page.driver.execute(watch, vec![]).await.expect("a script");
    for letter in ["d", "e"] {
        page.field("/theme").await.send_keys(letter).await.expect("keys");
        tokio::time::sleep(Duration::from_millis(700)).await;
    }
    let said = page.driver.execute("return window.said", vec![]).await.expect("a script");
    assert_eq!(said.json(), &json!(0));
    assert!(page.source().await.contains("\"abcde\""));
    page.find("#language").await.click().await.expect("a click");
    page.reads("#kept", "草稿无法保存").await;
    page.reload().await;
    assert_eq!(page.source().await, first);
}

async fn a_field_takes_lines_and_leaves_the_rest_alone(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    let script = "const s = document.querySelector('#source'); s.value = arguments[0]; \
                  s.dispatchEvent(new Event('input', {bubbles: true}))";
    let text = r#"{"wxid":"\ud83d\/\r\n\u4f60\r\u0000","messages":[]}"#;
    page.driver.execute(script, vec![text.into()]).await.expect("a script");
    page.reads("#form", "U+0000").await;
    page.field("/wxid").await.send_keys(Key::Control + Key::End).await.expect("keys");
    page.field("/wxid").await.send_keys("a" + Key::Enter + "b").await.expect("keys");
    assert_eq!(page.source().await, text.replace(r"\u0000", r"\u0000a\nb"));
}

async fn the_last_undo_and_redo_keep_the_focus(browser: &Browser) {
    let page = browser.open("wecom.living_create", &[]).await;
    page.fill("/theme", "abc").await;
    for button in ["#undo", "#redo"] {
        page.find(button).await.click().await.expect("a click");
        assert!(!page.find(button).await.is_enabled().await.expect("an answer"));
        let focused = page.driver.active_element().await.expect("an element");
        assert_eq!(focused.id().await.expect("an answer").as_deref(), Some("field:/theme"));
    }
}
