//! What outlives a reload, and what a field takes and leaves alone.

use thirtyfour::Key;

use crate::browser::Browser;
use crate::suite::tests;

tests! {
    "en": work_survives_a_reload_and_can_be_discarded, a_field_takes_lines_and_leaves_the_rest_alone,
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
