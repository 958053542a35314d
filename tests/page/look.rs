//! Pictures of the page, to be looked at, and what can be measured of how it looks.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::page::Page;
use crate::suite::tests;
use wxwire_tests::target;

tests! {
    "zh": nothing_is_wider_than_the_window, send_and_the_count_stay_in_sight, every_text_can_be_read;
    "en": send_and_the_count_stay_in_sight, every_text_can_be_read;
}

async fn nothing_is_wider_than_the_window(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    for width in [360, 1280] {
        page.driver.set_window_rect(0, 0, width, 900).await.expect("a size");
        for entry in wxwire_tests::calls() {
            page.pick(entry.id).await;
            let over = page.too_wide().await;
            assert!(over <= 0, "{} at {width}: {over} pixels too wide", entry.id);
            picture(&page, &format!("{}-{width}", entry.id)).await;
        }
    }
}

/// Keeps a picture of the page in `target/page-pictures`, where somebody wants to look: `cargo xtask pictures`.
pub async fn picture(page: &Page, name: &str) {
    if std::env::var_os("WXWIRE_PICTURES").is_none() {
        return;
    }
    let folder = target().join("page-pictures");
    std::fs::create_dir_all(&folder).expect("a folder");
    page.driver.screenshot(&folder.join(format!("{name}.png"))).await.expect("a picture");
}

/// Sets what the page's window measures, below what a window of the browser can.
pub async fn resize(page: &Page, width: u32, height: u32) {
    let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
    page.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.expect("a size");
}

pub async fn run(page: &Page, script: &str) -> Value {
    page.driver.execute(script, vec![]).await.expect("a script").json().clone()
}

async fn send_and_the_count_stay_in_sight(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    page.fill("/wxid", "").await;
    page.find("#count").await;
    for width in [320, 480, 900, 1300, 1900] {
        resize(&page, width, 700).await;
        for place in ["0", "document.body.scrollHeight / 2", "document.body.scrollHeight"] {
            let hidden = run(
                &page,
                &format!(
                    "scrollTo(0, {place});
                    const side = document.querySelector('aside');
                    side.scrollTop = scrollY ? side.scrollHeight : 0;
                    return ['send', 'count'].filter(id => {{
                        const box = document.getElementById(id).getBoundingClientRect();
                        const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                        return box.top < 0 || box.bottom > innerHeight || !at?.closest('#dock');
                    }});"
                ),
            )
            .await;
            assert_eq!(hidden, json!([]), "at {width}, scrolled to {place}");
        }
        let order = "return [...document.querySelectorAll('aside > [id]')].map(part => part.id)";
        assert_eq!(run(&page, order).await, json!(["problems", "sending", "dock", "verdict", "request"]));
        assert!(page.too_wide().await <= 0, "at {width}");
        let nameless = "return [...document.querySelectorAll('button, input, select, textarea')].filter(control =>
            control.checkVisibility() && !control.getAttribute('aria-label') && !control.innerText?.trim()
            && ![...control.labels ?? []].some(label => label.innerText.trim())).map(control => control.outerHTML);";
        assert_eq!(run(&page, nameless).await, json!([]), "at {width}");
        run(&page, "scrollTo(0, 0)").await;
        picture(&page, &format!("side-{}-{width}", browser.lang)).await;
    }
    page.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("a size");
}

/// Every text whose contrast with what is behind it is below 4.5, the least that WCAG's AA asks for.
const FAINT: &str = "
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const over = (colours) => {
        canvas.globalAlpha = 1;
        canvas.clearRect(0, 0, 1, 1);
        for (const [colour, alpha] of colours) {
            canvas.globalAlpha = alpha;
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
        }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const light = (rgb) => {
        const [r, g, b] = rgb.map(part => part / 255).map(part =>
            part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    const faint = [];
    for (const element of document.querySelectorAll('body *')) {
        const typed = element.matches('input, textarea, select');
        const text = typed || [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        if (!text || !element.checkVisibility() || element.closest(':disabled, option, optgroup')) continue;
        const behind = [];
        let alpha = 1;
        for (let here = element; here; here = here.parentElement) {
            behind.unshift([getComputedStyle(here).backgroundColor, 1]);
            alpha *= Number(getComputedStyle(here).opacity);
        }
        const styles = [getComputedStyle(element)];
        if (typed && element.placeholder) styles.push(getComputedStyle(element, '::placeholder'));
        for (const style of styles) {
            const found = contrast(over(behind), over([...behind, [style.color, alpha * Number(style.opacity)]]));
            if (found < 4.5) faint.push(`${found.toFixed(2)} ${element.outerHTML.slice(0, 120)}`);
        }
    }
    return faint;";

async fn every_text_can_be_read(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &["--fault", "inner_failure"]).await;
    page.find("#send:enabled").await.click().await.expect("a click");
    page.find("#level").await;
    page.fill("/wxid", "").await;
    page.find("#verdict[data-old]").await;
    page.find("#problems li.warning").await;
    page.fill("/messages/0/delayed_time", "soon").await;
    page.find("#problems li.error").await;
    for scheme in ["light", "dark"] {
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"}]});
        page.driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await.expect("a scheme");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        picture(&page, &format!("contrast-{}-{scheme}", browser.lang)).await;
        assert_eq!(run(&page, FAINT).await, json!([]), "{scheme}");
    }
    page.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({"features": []})).await.expect("a scheme");
}
