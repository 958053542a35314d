//! What a gateway sent, pasted, typed or dropped, and what the page says of it.

use std::time::Duration;

use serde_json::json;

use crate::browser::Browser;
use crate::look::{picture, resize, run};
use crate::page::Page;
use crate::suite::tests;

tests! {
    "zh": a_reply_is_explained_layer_by_layer, a_file_is_read_where_it_is_dropped;
    "en": a_reply_is_explained_layer_by_layer, the_page_stays_at_hand_while_a_large_text_is_read,
        what_is_pasted_never_becomes_markup;
}

async fn a_reply_is_explained_layer_by_layer(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    let entry = wxwire::catalog::find("xbot.send_live").expect("in the catalog");
    let words = match browser.lang {
        "zh" => ["回复", "已接收", "路径", "= 2022-07-05 06:50:17 UTC", "链接"],
        _ => ["reply", "accepted", "Path", "= 2022-07-05 06:50:17 UTC", "link"],
    };
    paste(&page, &entry.reply()).await;
    page.find("#explained [data-kind='reply']").await;
    let told = page.text("#explained").await;
    for word in [&words[..], &["xbot.send_live", "/data/msg_data/content!base64!protobuf/3", "抖音APP"]].concat() {
        assert!(told.contains(word), "{word} is not in\n{told}");
    }
    paste(&page, &entry.reply().replacen('{', "{\"access_token\": \"CANARY-abcdef\", \"x\": \"CANARY-abcdef\",", 1))
        .await;
    page.find("#explained tr[data-path='/access_token']").await;
    assert!(!page.text("#explained").await.contains("CANARY"));
    for width in [360, 1280] {
        resize(&page, width, 900).await;
        assert!(page.too_wide().await <= 0, "at {width}");
        run(&page, "document.querySelector('#explain').scrollIntoView()").await;
        picture(&page, &format!("explained-{}-{width}", browser.lang)).await;
    }
    page.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("a size");
}

/// Puts a text into the field at once, as a paste does: by the driver's keys, each letter would be read.
pub async fn paste(page: &Page, text: &str) {
    let script = "const field = document.querySelector('#paste'); field.value = arguments[0]; \
                  field.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'}))";
    page.find("#paste").await;
    page.driver.execute(script, vec![text.into()]).await.expect("a script");
}

async fn a_file_is_read_where_it_is_dropped(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    let script = "const data = new DataTransfer();
        data.items.add(new File([new Uint8Array([10, 4, 119, 120, 105, 100, 16, 255, 1])], 'a.bin'));
        const drop = new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
        document.querySelector('#explain h2').dispatchEvent(drop); return drop.defaultPrevented;";
    assert_eq!(run(&page, script).await, json!(true));
    page.find("#explained [data-kind='protobuf']").await;
    page.reads("#explained", "wxid").await;
    page.find("#language").await.click().await.expect("a click");
    page.reads("#explained", "its fields reach its end").await;
    page.find("#forget").await.click().await.expect("a click");
    assert_eq!(page.text("#explained").await, "");
    let focused = page.driver.active_element().await.expect("an element");
    assert_eq!(focused.id().await.expect("an answer").as_deref(), Some("paste"));
}

async fn the_page_stays_at_hand_while_a_large_text_is_read(browser: &Browser) {
    let page = browser.open("wecom.living_create", &[]).await;
    // The longest time without a frame, from the paste on, and how many there were while it was read.
    let script = "const item = '{\"wxid\":\"' + 'a'.repeat(80) + '\",\"time\":1767225600,\"list\":[1,2,3]}';
        const data = new DataTransfer();
        data.setData('text/plain', '[' + Array(80000).fill(item).join(',') + ']');
        window.gap = 0; window.frames_read = 0; let last = performance.now();
        const frame = () => { const now = performance.now(); window.gap = Math.max(window.gap, now - last); last = now;
            if (document.querySelector('#explained [role=status]')) {
                window.frames_read += 1; window.from ??= now; window.took = now - window.from;
            }
            requestAnimationFrame(frame); };
        requestAnimationFrame(frame);
        const paste = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
        document.querySelector('#paste').dispatchEvent(paste);
        return [paste.defaultPrevented, data.getData('text/plain').length > 10e6];";
    assert_eq!(run(&page, script).await, json!([true, true]));
    page.find("#explained [role='status']").await;
    page.fill("/theme", "meanwhile").await;
    page.reads("#request", "meanwhile").await;
    assert_eq!(page.count("#explained [role='status']").await, 1, "it is still being read");
    for _ in 0..60 {
        if page.count("#explained [data-kind='json']").await == 1 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    page.reads("#explained", "more are not listed").await;
    assert!(page.count("#explained tr").await < 400);
    // Other tests run beside this one, so a machine may be slow; a page that reads by itself draws nothing meanwhile.
    let [gap, took] = ["gap", "took"].map(|name| format!("return window.{name}"));
    let gap = run(&page, &gap).await.as_f64().expect("a number");
    let took = run(&page, &took).await.as_f64().expect("a number");
    assert!(gap < f64::max(5000.0, took / 2.0), "no frame for {gap} ms of {took} ms");
    let frames = run(&page, "return window.frames_read").await.as_f64().expect("a number");
    assert!(frames >= 10.0, "{frames} frames while it was read");
}

async fn what_is_pasted_never_becomes_markup(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    let evil = "<img src=x onerror=document.title='evil'>";
    paste(&page, &format!("{{\"{}\": \"{}\"}}", evil.replace('"', ""), evil)).await;
    page.reads("#explained", evil).await;
    assert_eq!(page.count("#explained img").await, 0);
    resize(&page, 360, 800).await;
    assert!(page.too_wide().await <= 0);
    page.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("a size");
}
