//! Undo: a burst of typing in one field is one step, by the keyboard too.

use std::time::Duration;

use thirtyfour::Key;

use crate::browser::Browser;
use crate::suite::tests;

tests! { "en": one_burst_of_typing_is_one_step_of_undo, a_pause_begins_another_step_of_undo; }

async fn one_burst_of_typing_is_one_step_of_undo(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    let first = page.source().await;
    let paths = ["/xml!xml/appmsg/title", "/appid", "/xml"];
    page.unfold("/xml").await;
    for path in paths {
        page.field(path).await.send_keys(Key::End + "abcdef").await.expect("keys");
    }
    let last = page.source().await;
    let undo = || async { page.driver.active_element().await.expect("it").send_keys(Key::Control + "z").await };
    undo().await.expect("keys");
    assert_eq!(page.source().await.matches("abcdef").count(), 2);
    undo().await.expect("keys");
    assert_eq!(page.source().await.matches("abcdef").count(), 1);
    undo().await.expect("keys");
    assert_eq!(page.source().await, first);
    for _ in paths {
        page.field("/appid").await.send_keys(Key::Control + "y").await.expect("keys");
    }
    assert_eq!(page.source().await, last);
}

async fn a_pause_begins_another_step_of_undo(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    page.fill("/appid", "abc").await;
    tokio::time::sleep(Duration::from_millis(1300)).await;
    page.field("/appid").await.send_keys("def").await.expect("keys");
    page.field("/appid").await.send_keys(Key::Control + "z").await.expect("keys");
    assert_eq!(page.field("/appid").await.value().await.expect("an answer").as_deref(), Some("abc"));
}
