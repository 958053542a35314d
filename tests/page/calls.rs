//! Every call of the catalog on the page: found by typing, fetched when it is chosen, and from there on as any other.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use wxwire_tests::Served;

use crate::browser::{Browser, built, copied};
use crate::look::{picture, resize, run};
use crate::page::Page;
use crate::suite::tests;

tests! {
    "zh": a_call_of_each_gateway_is_found_and_sent, a_call_of_a_gateway_of_ones_own_is_as_any_other, the_palette_looks_as_it_should;
    "en": a_call_of_each_gateway_is_found_and_sent, the_palette_is_worked_by_the_keyboard,
        a_link_to_a_call_loads_it_first_and_brings_its_draft, data_that_does_not_load_is_named,
        a_key_is_answered_at_once alone, the_palette_looks_as_it_should;
}

/// What is typed, the call that is meant, a field of its that is a number, and how a wrong value of it is told.
const CALLS: [(&str, &str, &str, &str); 4] = [
    ("finder/search", "gewe.finder_search", "/page", "error"),
    ("tag tag/get", "wecom.tag_get", "/tagid", "warning"),
    ("wechat/list page_size", "yunzhenji.list", "/page_size", "error"),
    ("activationconversation", "youmi.chat_mess_activation_conversation", "/activationType", "error"),
];

async fn open_palette(page: &Page) -> WebElement {
    page.find("#operation").await.click().await.expect("a click");
    page.find("[role='option'][aria-selected='true']").await;
    page.find("#find").await
}

async fn a_call_of_each_gateway_is_found_and_sent(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    for (typed, id, path, severity) in CALLS {
        open_palette(&page).await.send_keys(typed).await.expect("keys");
        page.find(&format!("[role='option'][data-value='{id}']")).await.click().await.expect("a click");
        page.find(&format!("#operation[data-value='{id}']")).await;
        assert_eq!(page.count("#find").await, 0);
        page.fill(path, "soon").await;
        page.find(&format!("[id='notes:{path}'] li.{severity}")).await;
        page.fill(path, "1").await;
        page.find("#send:enabled").await.click().await.expect("a click");
        page.reads("#verdict", if browser.lang == "zh" { "已接收" } else { "accepted" }).await;
        page.reads("#request", "HTTP/1.1").await;
        // What a reader of its replies is asked, it knows too.
        let select = page.find("#export").await;
        select.click().await.expect("a click");
        page.find("#export option[value='curl']").await.click().await.expect("a click");
        page.reads("#request", "curl").await;
        page.find("#export option[value='http']").await.click().await.expect("a click");
    }
}

/// A gateway that the page was not built with.
const OWN: &str = r##"{"openapi": "3.1.0", "info": {"title": "Acme", "x-title-zh": "艾可", "version": "1", "x-gateway": "acme"},
    "servers": [{"url": "https://api.acme.example"}],
    "x-reply": {"code": "/status", "ok": [0], "message": "/text"},
    "components": {"securitySchemes": {"sesame": {"type": "apiKey", "in": "header", "name": "X-Sesame"}}},
    "security": [{"sesame": []}],
    "paths": {"/notes/{room}": {"post": {"operationId": "note", "summary": "Leave a note",
        "parameters": [{"name": "room", "in": "path", "required": true, "schema": {"type": "string"}}],
        "requestBody": {"content": {"application/json": {"schema": {"type": "object", "required": ["words"],
            "properties": {"words": {"type": "string", "maxLength": 9}}}, "example": {"words": "hello"}}}},
        "responses": {"200": {"description": "", "content": {"application/json": {"example": {"status": 0, "text": "ok"}}}}}}}}}"##;

async fn a_call_of_a_gateway_of_ones_own_is_as_any_other(browser: &Browser) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("acme.json");
    std::fs::write(&file, OWN).expect("a file");
    let served = Served::start(&built(), &["--gateway", &file.to_string_lossy()]);
    let page = Page { driver: browser.driver.clone(), served };
    page.driver.goto(page.served.printed()).await.expect("the page opens");
    open_palette(&page).await.send_keys("艾可").await.expect("keys");
    page.find("[role='option'][data-value='acme.note']").await.click().await.expect("a click");
    page.find("#operation[data-value='acme.note']").await;
    page.fill("/words", "far too long for it").await;
    page.find("[id='notes:/words'] li.error").await;
    page.fill("/words", "hello").await;
    page.fill("/room", "a/b").await;
    page.reads("#request", "/notes/a%2Fb").await;
    // Its credential is a credential: its name stands in the request, its value does not.
    page.reads("#request", "X-Sesame").await;
    page.find("#send:enabled").await.click().await.expect("a click");
    page.find("#level[data-level='accepted']").await;
    // By the gateway's own rule.
    page.reads("#verdict", "0").await;
    page.driver.refresh().await.expect("the page opens again");
    page.find("#operation[data-value='acme.note']").await;
    page.discard().await;
}

async fn the_palette_is_worked_by_the_keyboard(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    page.field("/appid").await.send_keys(Key::Control + "k").await.expect("keys");
    let find = page.find("#find").await;
    // It begins at the call that is open.
    page.find("[role='option'][aria-selected='true'][data-value='gewe.send_app']").await;
    find.send_keys("wecom tag member").await.expect("keys");
    page.find("[role='option'][aria-selected='true'][data-value^='wecom.']").await;
    let chosen = "return document.querySelector('[role=option][aria-selected=true]').dataset.value";
    let first = run(&page, chosen).await;
    find.send_keys(Key::Down + Key::Down + Key::Up).await.expect("keys");
    let second = run(&page, chosen).await;
    assert_ne!(first, second);
    let named = "const find = document.querySelector('#find');
        const row = document.getElementById(find.getAttribute('aria-activedescendant'));
        return row.getAttribute('aria-selected') === 'true' && document.activeElement === find";
    assert_eq!(run(&page, named).await, json!(true));
    find.send_keys(Key::Escape + "").await.expect("keys");
    assert_eq!(run(&page, "return document.activeElement.id").await, json!("operation"));
    assert_eq!(page.count("#find").await, 0);
    page.find("#operation[data-value='gewe.send_app']").await;
    let find = open_palette(&page).await;
    // From the first to the last of all.
    find.send_keys("wecom tag member").await.expect("keys");
    find.send_keys(Key::Down + Key::Enter).await.expect("keys");
    page.find(&format!("#operation[data-value='{}']", second.as_str().expect("an id"))).await;
    let find = open_palette(&page).await;
    find.send_keys("no such thing at all").await.expect("keys");
    page.reads("#palette [role='status']", "0 / ").await;
}

async fn a_link_to_a_call_loads_it_first_and_brings_its_draft(browser: &Browser) {
    let page = browser.open("wecom.tag_create", &[]).await;
    page.find("#operation[data-value='wecom.tag_create']").await;
    page.fill("/tagname", "kept").await;
    page.reads("#kept", "kept on this machine").await;
    page.driver.refresh().await.expect("the page opens again");
    page.find("#operation[data-value='wecom.tag_create']").await;
    page.reads("#request", "\"kept\"").await;
    page.discard().await;
    page.driver.goto(format!("{}#wecom.nothing_of_the_kind", page.served.url())).await.expect("the page opens");
    page.reads(".wanted", "no such operation").await;
    page.find("#operation[data-value='wecom.tag_create']").await;
}

async fn data_that_does_not_load_is_named(browser: &Browser) {
    let folder = copied();
    std::fs::write(folder.path().join("calls/wecom.tag.json"), "{").expect("a file");
    let page = Page { driver: browser.driver.clone(), served: Served::start(folder.path(), &[]) };
    page.driver.goto(format!("{}#wecom.tag_create", page.served.printed())).await.expect("the page opens");
    page.reads(".wanted", "did not load: calls/wecom.tag.json").await;
    std::fs::copy(built().join("calls/wecom.tag.json"), folder.path().join("calls/wecom.tag.json")).expect("a copy");
    page.find("[data-action='calls-again']").await.click().await.expect("a click");
    page.find("#operation[data-value='wecom.tag_create']").await;
    assert_eq!(page.count(".wanted").await, 0);
}

/// A key is answered within so many milliseconds: half a frame. What else the machine does is not the page's: the best of
/// some times counts.
const ANSWERED: f64 = 8.0;

/// What keys of each kind take, in milliseconds, the least first.
const ANSWER: &str = "const find = document.querySelector('#find');
    const answered = (event) => {
        const start = performance.now();
        find.dispatchEvent(event);
        document.querySelector('#calls').offsetHeight;
        return performance.now() - start;
    };
    const typed = (text) => {
        find.value = text;
        return answered(new InputEvent('input', { bubbles: true }));
    };
    const texts = ['message send', 'userid', '客户', 'e', 'zzz', 'tag', ''].flatMap(word =>
        [...Array(word.length + 1).keys()].map(length => word.slice(0, length)));
    const rounds = [...Array(7)].map(() => texts.map(typed));
    const steps = [...Array(60)].map(() =>
        answered(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })));
    const least = texts.map((_, at) => Math.min(...rounds.map(times => times[at])));
    return [...least, Math.min(...steps)].sort((a, b) => a - b);";

async fn a_key_is_answered_at_once(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    open_palette(&page).await;
    let mut times: Vec<f64> = vec![];
    // Other tests may have the machine for as long as one measurement takes: then it is taken again, and the least counts.
    for _ in 0..10 {
        let taken = run(&page, ANSWER).await;
        let taken = taken.as_array().expect("a list").iter().filter_map(Value::as_f64);
        times = if times.is_empty() {
            taken.collect()
        } else {
            times.iter().zip(taken).map(|(one, other)| one.min(other)).collect()
        };
        let (middle, most) = (times[times.len() / 2], times[times.len() - 1]);
        println!("a key is answered in {middle:.1} ms, at the most {most:.1} ms");
        if most < ANSWERED {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    assert!(times.len() > 20 && times[times.len() - 1] < ANSWERED, "{times:?}");
}

async fn the_palette_looks_as_it_should(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    for (width, height) in [(1280, 900), (360, 740)] {
        resize(&page, width, height).await;
        for scheme in ["light", "dark"] {
            let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
            page.driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await.expect("a scheme");
            for (name, typed) in [("all", ""), ("found", if browser.lang == "zh" { "标签" } else { "tag" })] {
                let find = open_palette(&page).await;
                find.send_keys(typed).await.expect("keys");
                page.find("[role='option'][aria-selected='true']").await;
                assert!(page.too_wide().await <= 0);
                let cut = "const box = document.querySelector('.finder').getBoundingClientRect();
                    return box.left < 0 || box.right > innerWidth || box.bottom > innerHeight";
                assert_eq!(run(&page, cut).await, json!(false), "at {width}");
                picture(&page, &format!("palette-{}-{width}-{scheme}-{name}", browser.lang)).await;
                page.find("#find").await.send_keys(Key::Escape + "").await.expect("keys");
            }
        }
    }
    page.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({"features": []})).await.expect("a scheme");
    page.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("a size");
}
