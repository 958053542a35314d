//! What comes into a field in other ways than letter by letter, and where the caret stands after undo.

use serde_json::json;
use thirtyfour::{Key, WebElement};

use crate::browser::Browser;
use crate::page::Page;
use crate::suite::tests;

tests! {
    "en": lines_that_are_pasted_leave_the_rest_alone, what_is_dragged_leaves_the_rest_alone,
        undo_and_redo_put_the_caret_at_the_change;
}

/// A value with what no field can hold, and escapes that nobody would write anew.
const BEFORE: &str = r#"{"wxid":"\ud83d\/\r\n\u4f60 one two\r\u0000","messages":[]}"#;

async fn open(browser: &Browser) -> Page {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    let script = "const s = document.querySelector('#source'); s.value = arguments[0]; \
                  s.dispatchEvent(new Event('input', {bubbles: true}))";
    page.driver.execute(script, vec![BEFORE.into()]).await.expect("a script");
    page.reads("#form", "U+0000").await;
    page
}

/// Selects so much of a field, in units of UTF-16.
async fn select(page: &Page, field: &WebElement, start: usize, end: usize) {
    let script = "arguments[0].focus(); arguments[0].setSelectionRange(arguments[1], arguments[2])";
    let field = field.to_json().expect("an element");
    page.driver.execute(script, vec![field, start.into(), end.into()]).await.expect("a script");
}

async fn caret(page: &Page) -> serde_json::Value {
    let script = "const e = document.activeElement; return [e.id, e.selectionStart, e.selectionEnd]";
    page.driver.execute(script, vec![]).await.expect("a script").json().clone()
}

async fn lines_that_are_pasted_leave_the_rest_alone(browser: &Browser) {
    let page = open(browser).await;
    let origin = page.served.url();
    let allow = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": origin});
    page.driver.cdp().send_raw("Browser.grantPermissions", allow).await.expect("a permission");
    let write = "navigator.clipboard.writeText('1\\r\\n2\\n3').then(arguments[0], arguments[0])";
    let field = page.field("/wxid").await;
    select(&page, &field, 5, 8).await;
    page.driver.execute_async(write, vec![]).await.expect("a script");
    field.send_keys(Key::Control + "v").await.expect("keys");
    assert_eq!(page.source().await, BEFORE.replace("one", r"1\n2\n3"));
    page.driver.cdp().send_raw("Input.insertText", json!({"text": "\n4\n\n5"})).await.expect("text");
    assert_eq!(page.source().await, BEFORE.replace("one", r"1\n2\n3\n4\n\n5"));
    field.send_keys(Key::Enter + Key::Enter).await.expect("keys");
    assert_eq!(page.source().await, BEFORE.replace("one", r"1\n2\n3\n4\n\n5\n\n"));
    field.send_keys(Key::Backspace + Key::Backspace + Key::Backspace).await.expect("keys");
    assert_eq!(page.source().await, BEFORE.replace("one", r"1\n2\n3\n4\n\n"));
}

async fn what_is_dragged_leaves_the_rest_alone(browser: &Browser) {
    let page = open(browser).await;
    let field = page.field("/wxid").await;
    field.scroll_into_view().await.expect("a script");
    let area = field.rect().await.expect("a place");
    let style = "const s = getComputedStyle(arguments[0]); \
                 return [parseFloat(s.paddingLeft), parseFloat(s.paddingTop), parseFloat(s.lineHeight)]";
    let style = page.driver.execute(style, vec![field.to_json().expect("an element")]).await.expect("a script");
    let [left, top, line]: [f64; 3] = style.convert().expect("numbers");
    let (width, height) = ((area.width / 2.0) as i64, (area.height / 2.0) as i64);
    let x = |pixels: f64| (left + pixels) as i64 - width;
    let y = (top + line * 1.5) as i64 - height;
    // A browser with much to do takes a quick hand for one that only clicks.
    for _ in 0..5 {
        // The selected word begins its line, where the mouse takes it; it is dropped behind what is right of it.
        select(&page, &field, 5, 8).await;
        let drag = page.driver.action_chain().move_to_element_with_offset(&field, x(30.0), y).click_and_hold();
        let drag =
            drag.move_to_element_with_offset(&field, x(40.0), y).move_to_element_with_offset(&field, x(300.0), y);
        drag.release().perform().await.expect("a drag");
        if page.source().await != BEFORE {
            break;
        }
    }
    assert_eq!(page.source().await, BEFORE.replace(" one two", "  twoone"));
    field.send_keys(Key::Control + "z").await.expect("keys");
    assert_eq!(page.source().await, BEFORE);
}

async fn undo_and_redo_put_the_caret_at_the_change(browser: &Browser) {
    let page = open(browser).await;
    let field = page.field("/wxid").await;
    select(&page, &field, 5, 8).await;
    field.send_keys("1\n").await.expect("keys");
    assert_eq!(page.source().await, BEFORE.replace("one", r"1\n"));
    field.send_keys(Key::Control + "z").await.expect("keys");
    assert_eq!(caret(&page).await, json!(["field:/wxid", 8, 8]));
    field.send_keys(Key::Control + "y").await.expect("keys");
    assert_eq!(caret(&page).await, json!(["field:/wxid", 7, 7]));
    page.driver.set_window_rect(0, 0, 1600, 900).await.expect("a size");
    let source = page.find("#source").await;
    select(&page, &source, 2, 6).await;
    source.send_keys("no").await.expect("keys");
    source.send_keys(Key::Control + "z").await.expect("keys");
    assert_eq!(caret(&page).await, json!(["source", 6, 6]));
}
