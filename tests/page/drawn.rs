//! How the work is drawn at every width: tall fields, the draft's line, what does not show, the question, the verdict.

use serde_json::json;
use wxwire_tests::Server;

use crate::browser::Browser;
use crate::look::{picture, resize, run};
use crate::meant::{TAKEN, real};
use crate::page::Page;
use crate::suite::tests;

tests! {
    "zh": nothing_is_cut_off_while_it_is_composed_and_sent;
    "en": nothing_is_cut_off_while_it_is_composed_and_sent;
}

/// What stands out of the window, or holds more than its box shows and does not scroll.
const CUT: &str = "
    const wide = [...document.querySelectorAll('#app *')].filter(element => {
        if (!element.checkVisibility()) return false;
        const box = element.getBoundingClientRect();
        const clipped = getComputedStyle(element).overflowX !== 'auto' && element.clientWidth > 1
            && !element.matches('textarea, input, select') && element.scrollWidth > element.clientWidth + 1;
        return box.right > innerWidth + 1 || clipped && getComputedStyle(element).display !== 'inline';
    });
    const low = [...document.querySelectorAll('#form textarea')].filter(area =>
        area.checkVisibility() && area.scrollHeight > area.clientHeight + 1 && area.clientHeight < 200);
    return [...wide, ...low].map(element => element.outerHTML.slice(0, 160));";

async fn compose(browser: &Browser) -> (Page, Server) {
    let (page, server) = real(browser, TAKEN).await;
    page.find("#send:enabled").await.click().await.expect("a click");
    page.find("#confirm").await;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    page.find("#confirm").await.click().await.expect("a click");
    page.find("#level").await;
    let lines: String = (1..=9).map(|line| format!("{line}. 一行文字 and a line of text\\n")).collect();
    let text = format!(
        r#"{{"wxid": "16\u202e81", "target_wxid": "7{}", "messages": [{{"msg_type": "text", "content": {{"items": [{{"type": "text", "text": "{lines}"}}]}}}}], "own": [1, 2]}}"#,
        "8".repeat(80)
    );
    let script = "const s = document.querySelector('#source'); s.value = arguments[0]; \
                  s.dispatchEvent(new Event('input', {bubbles: true}))";
    page.driver.execute(script, vec![text.into()]).await.expect("a script");
    page.find("#discard").await;
    (page, server)
}

async fn nothing_is_cut_off_while_it_is_composed_and_sent(browser: &Browser) {
    let (page, _server) = compose(browser).await;
    page.find("#send:enabled").await.click().await.expect("a click");
    page.find("#confirm").await;
    look(&page, browser.lang, "asked").await;
    page.fill("/own", "[1,").await;
    look(&page, browser.lang, "draft").await;
}

async fn look(page: &Page, lang: &str, what: &str) {
    for scheme in ["light", "dark"] {
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"}]});
        page.driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await.expect("a scheme");
        for width in [320, 480, 900, 1300] {
            resize(page, width, 2000).await;
            run(page, "scrollTo(0, 0)").await;
            picture(page, &format!("drawn-{what}-{lang}-{scheme}-{width}")).await;
            assert_eq!(run(page, CUT).await, json!([]), "{what} at {width}");
            assert!(page.too_wide().await <= 0, "{what} at {width}");
        }
    }
    page.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({"features": []})).await.expect("a scheme");
    page.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("a size");
}
