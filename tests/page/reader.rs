//! The reader in its worker: fetched when it is needed, named when it does not come, and the judge of what a gateway
//! answers to the page itself.

use serde_json::json;
use thirtyfour::Key;
use wxwire_tests::{Served, Server, answer};

use crate::browser::{Browser, built, copied};
use crate::look::run;
use crate::page::Page;
use crate::suite::tests;

tests! {
    "zh": a_reader_that_does_not_load_is_named_and_asked_again;
    "en": the_reader_is_fetched_when_it_is_needed_and_not_before, a_reader_that_does_not_load_is_named_and_asked_again,
        what_a_gateway_answers_to_the_page_is_judged, what_a_gateway_answers_to_a_call_that_was_fetched_is_judged,
        a_redirect_is_not_followed;
}

/// The files that come when something is first pasted.
const PASTED: [&str; 5] = ["worker.js", "decode.js", "reading.json", "wxwire_paste.js", "wxwire_paste_bg.wasm"];

/// The files of the reader.
pub const READER: [&str; 4] = ["worker.js", "reading.json", "wxwire_reader.js", "wxwire_reader_bg.wasm"];

async fn the_reader_is_fetched_when_it_is_needed_and_not_before(browser: &Browser) {
    let server = plain_files(|_, _| false);
    let page = Page { driver: browser.driver.clone(), served: Served::start(&built(), &[]) };
    page.driver.goto(&server.url).await.expect("the page opens");
    page.reads("#request", "HTTP/1.1").await;
    // Where there may be a secret in what is shown, the reader hides it.
    let is_plain = |entry: &&wxwire::operation::Entry| {
        entry.examples().first().is_none_or(|first| !wxwire::secret::may_hold(&first.values))
    };
    for entry in wxwire::catalog::typed().filter(is_plain) {
        page.driver.goto(format!("{}#{}", server.url, entry.id)).await.expect("the page opens");
        page.find(&format!("#operation[data-value='{}']", entry.id)).await;
        // Of what answers a callback, the body alone is shown.
        let shown = if entry.replies_to.is_none() { entry.path } else { "{" };
        page.reads("#request", shown).await;
    }
    let asked = |name: &str| server.all().iter().any(|request| request.starts_with(&format!("GET /{name} ")));
    assert!(READER.iter().chain(&PASTED).all(|name| !asked(name)), "it was not needed yet");
    page.find("#paste").await.send_keys("a").await.expect("keys");
    page.find("#explained [data-kind='text']").await;
    assert!(PASTED.iter().all(|name| asked(name)));
    assert_eq!(server.all().iter().filter(|request| request.contains("reading.json")).count(), 1);
}

async fn a_reader_that_does_not_load_is_named_and_asked_again(browser: &Browser) {
    let said = if browser.lang == "zh" { "读取模块加载失败" } else { "did not load" };
    let folder = copied();
    let page = Page { driver: browser.driver.clone(), served: Served::start(folder.path(), &[]) };
    for name in PASTED {
        let (file, aside) = (folder.path().join(name), folder.path().join("aside"));
        std::fs::rename(&file, &aside).expect("a file");
        page.driver.goto(page.served.printed()).await.expect("the page opens");
        page.find("#paste").await.send_keys("a").await.expect("keys");
        page.reads("#explained [role='alert']", said).await;
        page.reads("#explained [role='alert']", name.trim_end_matches("_bg.wasm")).await;
        std::fs::rename(&aside, &file).expect("a file");
        page.find("#explained [data-action='read-again']").await.send_keys(Key::Enter).await.expect("keys");
        page.find("#explained [data-kind='text']").await;
    }
}

async fn what_a_gateway_answers_to_the_page_is_judged(browser: &Browser) {
    let body = r#"{"errcode": 40014, "errmsg": "no such token: CANARY-abcdef"}"#;
    judged(browser, "yunzhenji.send_message", &["app_id", "access_token"], body, "refused", "no such token: •••").await;
}

/// The reader fetches what it needs of a call that the page has fetched: which member of its replies is an id.
async fn what_a_gateway_answers_to_a_call_that_was_fetched_is_judged(browser: &Browser) {
    let body = r#"{"errcode": 0, "errmsg": "ok", "tagid": 4711}"#;
    judged(browser, "wecom.tag_create", &["access_token"], body, "accepted", "tagid\n4711").await;
}

/// Sends straight to a gateway that answers so, and waits for the verdict.
async fn judged(browser: &Browser, id: &str, credentials: &[&str], body: &'static str, level: &str, says: &str) {
    let head = "200 OK\r\nAccess-Control-Allow-Origin: *";
    let (page, server) = sent_straight(browser, id, credentials, head, body).await;
    page.find(&format!("#level[data-level='{level}']")).await;
    page.reads("#verdict", says).await;
    assert!(!page.driver.source().await.expect("markup").contains("CANARY"));
    assert_eq!(run(&page, "return localStorage.length").await, json!(0));
    let posts: Vec<_> = server.all().into_iter().filter(|request| request.starts_with("POST")).collect();
    assert_eq!(posts.len(), 1);
    let head = posts[0].split("\r\n\r\n").next().unwrap_or_default().to_lowercase();
    assert!(!head.contains("\r\nreferer:") && !head.contains("\r\ncookie:"), "{head}");
}

async fn a_redirect_is_not_followed(browser: &Browser) {
    let head = "307 Temporary Redirect\r\nAccess-Control-Allow-Origin: *\r\nLocation: /gateway/elsewhere";
    let (page, server) = sent_straight(browser, "wecom.tag_create", &["access_token"], head, "{}").await;
    page.find("#level[data-level='unknown']").await;
    page.reads("#verdict", "It may have arrived").await;
    assert!(!server.all().iter().any(|request| request.contains("/gateway/elsewhere")));
}

/// Sends straight to a gateway that answers so.
async fn sent_straight(
    browser: &Browser,
    id: &str,
    credentials: &[&str],
    head: &'static str,
    body: &'static str,
) -> (Page, Server) {
    let server = plain_files(move |stream, request| {
        if request.starts_with("OPTIONS /gateway/") {
            let head = "204 No Content\r\nAccess-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: *";
            answer(stream.try_clone().expect("a stream"), head, b"");
            return true;
        }
        let is_call = request.starts_with("POST /gateway/");
        if is_call {
            answer(stream.try_clone().expect("a stream"), head, body.as_bytes());
        }
        is_call
    });
    let page = Page { driver: browser.driver.clone(), served: Served::start(&built(), &[]) };
    page.driver.goto(format!("{}#{id}", server.url)).await.expect("the page opens");
    page.find(&format!("#operation[data-value='{id}']")).await;
    page.find("#sending[data-mode='direct']").await;
    page.find("#settings summary").await.click().await.expect("a click");
    page.find("#base-url").await.send_keys(format!("{}/gateway", server.url)).await.expect("keys");
    let gateway = id.split('.').next().unwrap_or_default();
    for name in credentials {
        let field = page.find(&format!("[id='credential:{gateway}:{name}']")).await;
        field.send_keys("CANARY-abcdef").await.expect("keys");
    }
    page.find("#send:enabled").await.click().await.expect("a click");
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    page.find("#confirm").await.click().await.expect("a click");
    (page, server)
}

/// The page as plain files, but for what is answered otherwise.
pub fn plain_files(otherwise: impl Fn(&std::net::TcpStream, &str) -> bool + Send + 'static) -> Server {
    let folder = built();
    Server::start(move |stream, request| {
        if otherwise(&stream, request) {
            return;
        }
        let path = request.split(' ').nth(1).unwrap_or_default().trim_start_matches('/');
        let path = path.split('?').next().unwrap_or_default();
        let kind = match path.rsplit('.').next() {
            Some("js") => "text/javascript",
            Some("wasm") => "application/wasm",
            Some("css") => "text/css",
            Some("json") => "application/json",
            _ => "text/html",
        };
        match std::fs::read(folder.join(if path.is_empty() { "index.html" } else { path })) {
            Ok(bytes) => answer(stream, &format!("200 OK\r\nContent-Type: {kind}"), &bytes),
            Err(_) => answer(stream, "404 Not Found", b""),
        }
    })
}
