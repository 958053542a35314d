//! Who serves the page: told by the token, asked again when it is silent, and named when a file does not come.

use wxwire_tests::{Served, Server, answer};

use crate::browser::{Browser, built, copied};
use crate::page::Page;
use crate::suite::tests;

tests! {
    "zh": without_the_token_the_page_says_where_to_open_it;
    "en": the_token_leaves_the_address_and_outlives_a_reload, a_server_that_fails_is_asked_again,
        a_file_that_does_not_load_is_named;
}

async fn without_the_token_the_page_says_where_to_open_it(browser: &Browser) {
    let page = Page { driver: browser.driver.clone(), served: Served::start(&built(), &[]) };
    page.driver.goto(page.served.url()).await.expect("the page opens");
    page.reads("#sending[data-mode='locked']", "wxwire serve 打印的完整地址").await;
    assert_eq!(page.count("#send:enabled").await + page.count("#settings").await, 0);
}

async fn the_token_leaves_the_address_and_outlives_a_reload(browser: &Browser) {
    let page = browser.open("gewe.send_msg", &[]).await;
    page.find("#send:enabled").await;
    let address = page.driver.current_url().await.expect("an address").to_string();
    assert_eq!(address, format!("{}#gewe.send_msg", page.served.url()));
    page.reload().await;
    page.find("#send:enabled").await.click().await.expect("a click");
    page.find("#level[data-level='accepted']").await;
}

async fn a_server_that_fails_is_asked_again(browser: &Browser) {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let (folder, asked) = (built(), AtomicUsize::new(0));
    let server = Server::start(move |stream, request| {
        let path = request.split(' ').nth(1).unwrap_or_default().trim_start_matches('/');
        let path = path.split('?').next().unwrap_or_default();
        if path == "api/state" {
            match asked.fetch_add(1, Ordering::SeqCst) {
                0 => answer(stream, "502 Bad Gateway", b"<html>a proxy</html>"),
                1 => drop(stream),
                _ => answer(stream, "200 OK", br#"{"served": true, "mock": true, "gateways": {}, "profiles": []}"#),
            }
            return;
        }
        let kind = match path.rsplit('.').next() {
            Some("js") => "text/javascript",
            Some("wasm") => "application/wasm",
            Some("css") => "text/css",
            Some("json") => "application/json",
            _ => "text/html",
        };
        let file = folder.join(if path.is_empty() { "index.html" } else { path });
        answer(stream, &format!("200 OK\r\nContent-Type: {kind}"), &std::fs::read(file).unwrap_or_default());
    });
    let page = Page { driver: browser.driver.clone(), served: Served::start(&built(), &[]) };
    page.driver.goto(&server.url).await.expect("the page opens");
    page.reads("#sending[data-mode='failed']", "asked again by itself").await;
    assert_eq!(page.count("#settings").await, 0, "no credentials are asked for");
    page.find("#again").await.click().await.expect("a click");
    page.find("#sending[data-mode='mock']").await;
}

async fn a_file_that_does_not_load_is_named(browser: &Browser) {
    let folder = copied();
    let page = Page { driver: browser.driver.clone(), served: Served::start(folder.path(), &[]) };
    for name in ["catalog.json", "wxwire_web.js", "wxwire_web_bg.wasm"] {
        let (file, aside) = (folder.path().join(name), folder.path().join("aside"));
        std::fs::rename(&file, &aside).expect("a file");
        page.driver.goto(page.served.printed()).await.expect("the page opens");
        page.reads("#loading[role='alert']", &format!("无法加载 {name}")).await;
        page.reads("#loading", &format!("{name} did not load")).await;
        std::fs::rename(&aside, &file).expect("a file");
        page.find("#loading button").await.click().await.expect("a click");
        page.find("#form [data-path]").await;
    }
    std::fs::remove_file(folder.path().join("forms.json")).expect("a file");
    page.pick("gewe.send_app").await;
    page.reads(".compose", "forms.json did not load").await;
    std::fs::copy(built().join("forms.json"), folder.path().join("forms.json")).expect("a copy");
    page.find("[data-action='forms-again']").await.click().await.expect("a click");
    page.find("[id='xml:/xml']").await;
    assert_eq!(page.count("[data-action='forms-again']").await, 0);
}
