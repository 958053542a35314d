//! A real send is meant: the question says what it is about, and nothing but a fresh press answers it.

use std::time::Duration;

use serde_json::json;
use thirtyfour::Key;
use wxwire_tests::{Server, answer};

use crate::browser::Browser;
use crate::look::{picture, resize};
use crate::page::Page;
use crate::suite::tests;

tests! {
    "zh": the_question_says_what_it_is_about, a_held_key_sends_nothing;
    "en": a_double_click_on_send_confirms_nothing, what_may_have_arrived_is_said_and_an_old_verdict_marked,
        the_focus_is_never_lost;
}

/// A gateway that takes everything in, and the page that sends to it.
pub async fn real(browser: &Browser, body: &'static [u8]) -> (Page, Server) {
    let server = Server::start(move |stream, _| answer(stream, "200 OK", body));
    let environment = [
        ("WXWIRE_YUNZHENJI_BASE_URL", server.url.as_str()),
        ("WXWIRE_YUNZHENJI_APP_ID", "app"),
        ("WXWIRE_YUNZHENJI_ACCESS_TOKEN", "token"),
    ];
    let page = browser.open_real("yunzhenji.send_message", &environment).await;
    page.find("#sending[data-mode='real']").await;
    (page, server)
}

pub const TAKEN: &[u8] = br#"{"errcode":0,"errmsg":"ok","data":[]}"#;

/// Presses Enter as a keyboard does that is held down: once, and again and again.
async fn hold_enter(page: &Page, modifiers: u8) {
    for repeated in [false, true, true, true] {
        let key = json!({"type": "keyDown", "key": "Enter", "code": "Enter", "text": "\r", "autoRepeat": repeated,
            "windowsVirtualKeyCode": 13, "modifiers": modifiers});
        page.driver.cdp().send_raw("Input.dispatchKeyEvent", key).await.expect("a key");
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    let up = json!({"type": "keyUp", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13});
    page.driver.cdp().send_raw("Input.dispatchKeyEvent", up).await.expect("a key");
}

/// The id of what has the focus.
async fn focus(page: &Page) -> String {
    page.driver.active_element().await.expect("it").id().await.expect("an id").unwrap_or_default()
}

/// Longer than a double click takes.
async fn rest() {
    tokio::time::sleep(Duration::from_millis(600)).await;
}

async fn the_question_says_what_it_is_about(browser: &Browser) {
    let (page, server) = real(browser, TAKEN).await;
    page.fill("/target_wxid", "R:42").await;
    page.find("#send:enabled").await.click().await.expect("a click");
    let host = server.url.trim_start_matches("http://").to_owned();
    for part in ["yunzhenji.send_message", "R:42", "消息条数", &host, "配置", "默认"] {
        page.reads(".question", part).await;
    }
    for width in [320, 900, 1300] {
        resize(&page, width, 700).await;
        picture(&page, &format!("question-{width}")).await;
        assert!(page.find("#confirm").await.is_clickable().await.expect("a state"), "at {width}");
    }
    page.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("a size");
    assert_eq!(server.count(), 0);
}

async fn a_held_key_sends_nothing(browser: &Browser) {
    let (page, server) = real(browser, TAKEN).await;
    page.find("#send:enabled").await.focus().await.expect("the focus");
    hold_enter(&page, 0).await;
    assert_eq!((server.count(), page.count("#confirm").await), (0, 1), "Enter, held on Send, asks and no more");
    page.find("#cancel").await.click().await.expect("a click");
    page.field("/wxid").await.focus().await.expect("the focus");
    hold_enter(&page, 2).await;
    assert_eq!((server.count(), page.count("#confirm").await), (0, 1), "Ctrl+Enter, held, asks and no more");
    rest().await;
    page.driver.active_element().await.expect("it").send_keys(Key::Enter).await.expect("keys");
    page.find("#level").await;
    assert_eq!(server.count(), 1, "a fresh press confirms");
}

async fn a_double_click_on_send_confirms_nothing(browser: &Browser) {
    let (page, server) = real(browser, TAKEN).await;
    for width in [480, 1280] {
        page.driver.set_window_rect(0, 0, width, 900).await.expect("a size");
        let send = page.find("#send:enabled").await;
        page.driver.action_chain().double_click_element(&send).perform().await.expect("a double click");
        page.find("#confirm").await;
        // Not even where the second half of it lands on Confirm itself.
        let script = "document.querySelector('#cancel').click();
            document.querySelector('#send').click(); document.querySelector('#confirm').click();";
        page.driver.execute(script, vec![]).await.expect("a script");
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!((server.count(), page.count("#confirm").await), (0, 1), "at {width}");
        page.find("#cancel").await.click().await.expect("a click");
        rest().await;
    }
}

async fn what_may_have_arrived_is_said_and_an_old_verdict_marked(browser: &Browser) {
    let (page, _server) = real(browser, b"<html>a proxy</html>").await;
    page.find("#send:enabled").await.click().await.expect("a click");
    rest().await;
    page.find("#confirm").await.click().await.expect("a click");
    page.find("#level[data-level='unknown']").await;
    assert_eq!(page.count("#verdict[data-old]").await, 0);
    page.find("#send:enabled").await.click().await.expect("a click");
    page.reads(".question", "may have arrived already").await;
    page.fill("/wxid", "another").await;
    page.reads("#verdict[data-old]", "of an earlier text").await;
    page.find("#send:enabled").await.click().await.expect("a click");
    page.find("#confirm").await;
    assert!(!page.text(".question").await.contains("arrived"));
    page.field("/wxid").await.send_keys(Key::Control + "z").await.expect("keys");
    page.find("#verdict:not([data-old])").await;
}

async fn the_focus_is_never_lost(browser: &Browser) {
    let (page, _server) = real(browser, TAKEN).await;
    page.find("#send:enabled").await.click().await.expect("a click");
    assert_eq!(focus(&page).await, "confirm");
    page.find("#cancel").await.click().await.expect("a click");
    assert_eq!(focus(&page).await, "send");
    page.find("#send").await.send_keys(Key::Enter).await.expect("keys");
    rest().await;
    page.find("#confirm").await.send_keys(Key::Enter).await.expect("keys");
    page.find("#level").await;
    assert_eq!(focus(&page).await, "send");
    drop(page);
    let page = browser.open("yunzhenji.send_message", &[]).await;
    page.find("#send:enabled").await.click().await.expect("a click");
    page.find("#level").await;
    assert_eq!(focus(&page).await, "send");
}
