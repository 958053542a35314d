//! Sending by the worker: what is told where it does not load, breaks, or fails at something else; and that nothing leaves
//! twice for it.

use std::net::TcpStream;
use std::sync::{Arc, Mutex};

use thirtyfour::Key;
use wxwire_tests::{Served, Server, answer};

use crate::browser::{Browser, built};
use crate::look::run;
use crate::page::Page;
use crate::reader::{READER, plain_files};
use crate::suite::tests;

tests! {
    "zh": what_does_not_load_has_sent_nothing;
    "en": what_does_not_load_has_sent_nothing, what_was_out_when_the_worker_broke_is_unknown,
        what_is_out_outlives_what_else_the_worker_fails_at;
}

/// What the command says about itself, and what it answers to a send.
const STATE: &str = r#"{"served": true, "mock": true, "gateways": {}}"#;
const ACCEPTED: &str = r#"{"verdict": {"level": "accepted"}}"#;

/// A command of our own, which serves the page.
struct Command {
    page: Page,
    server: Server,
    /// The file that is not there.
    gone: Arc<Mutex<&'static str>>,
    /// Sends that wait for their answer.
    held: Arc<Mutex<Vec<TcpStream>>>,
}

impl Command {
    /// Serves the page, its worker with more behind it, and opens it.
    async fn open(browser: &Browser, more: &'static str) -> Self {
        let (gone, held) = (Arc::new(Mutex::new("")), Arc::new(Mutex::new(Vec::new())));
        let (missing, sends) = (Arc::clone(&gone), Arc::clone(&held));
        let worker = std::fs::read_to_string(built().join("worker.js")).expect("the worker");
        let server = plain_files(move |stream, request| {
            let asks = |what: &str| request.starts_with(&format!("{what} "));
            let stream = stream.try_clone().expect("a stream");
            let missing = *missing.lock().expect("no panic");
            if !missing.is_empty() && asks(&format!("GET /{missing}")) {
                answer(stream, "404 Not Found", b"");
            } else if asks("GET /worker.js") {
                answer(stream, "200 OK\r\nContent-Type: text/javascript", format!("{worker}\n{more}").as_bytes());
            } else if asks("GET /api/state") {
                answer(stream, "200 OK", STATE.as_bytes());
            } else if asks("POST /api/send") {
                sends.lock().expect("no panic").push(stream);
            } else {
                return false;
            }
            true
        });
        let page = Page { driver: browser.driver.clone(), served: Served::start(&built(), &[]) };
        let command = Self { page, server, gone, held };
        command.load().await;
        command
    }

    async fn load(&self) {
        self.page.driver.goto("about:blank").await.expect("nothing opens");
        self.page.driver.goto(format!("{}/?token=abc0#gewe.send_app", self.server.url)).await.expect("the page opens");
        self.page.find("#sending[data-mode='mock']").await;
    }

    async fn send(&self) {
        self.page.find("#send:enabled:not([aria-disabled])").await.click().await.expect("a click");
    }

    /// How many sends have come.
    fn sent(&self) -> usize {
        self.server.all().iter().filter(|request| request.starts_with("POST /api/send ")).count()
    }

    /// Waits until so many have.
    async fn comes(&self, count: usize) {
        for _ in 0..250 {
            if self.sent() == count && self.held.lock().expect("no panic").len() > 0 {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("{} sends came, not {count}", self.sent());
    }

    /// Has the page ask the same worker for something else: the request in another form.
    async fn asks_more(&self) {
        let script = "const forms = document.querySelector('#export'); forms.value = 'curl'; \
                      forms.dispatchEvent(new InputEvent('input', {bubbles: true}))";
        run(&self.page, script).await;
    }

    fn answer(&self) {
        for stream in self.held.lock().expect("no panic").drain(..) {
            answer(stream, "200 OK", ACCEPTED.as_bytes());
        }
    }
}

async fn what_does_not_load_has_sent_nothing(browser: &Browser) {
    let (loading, unsent) =
        if browser.lang == "zh" { ("读取模块加载失败", "没有发出") } else { ("did not load", "not sent") };
    let command = Command::open(browser, "").await;
    for (count, name) in (1..).zip(READER) {
        *command.gone.lock().expect("no panic") = name;
        command.load().await;
        command.send().await;
        command.page.find("#level[data-level='none']").await;
        command.page.reads("#level", unsent).await;
        command.page.reads("#verdict [role='alert']", loading).await;
        assert_eq!(command.sent(), count - 1, "nothing left without {name}");
        // It is there again, and a person sends again.
        *command.gone.lock().expect("no panic") = "";
        command.send().await;
        command.comes(count).await;
        command.answer();
        command.page.find("#level[data-level='accepted']").await;
    }
    let last = command.server.all().into_iter().rfind(|request| request.starts_with("POST")).expect("it was sent");
    let last = last.to_lowercase();
    assert!(last.contains("x-wxwire: abc0") && last.contains("content-type: application/json"), "{last}");
}

async fn what_was_out_when_the_worker_broke_is_unknown(browser: &Browser) {
    let breaks = "self.addEventListener('message', ({ data }) => {
        if (data.name === 'request') Promise.reject(new Error('broken'));
    });";
    let command = Command::open(browser, breaks).await;
    command.send().await;
    command.comes(1).await;
    command.asks_more().await;
    command.page.find("#level[data-level='unknown']").await;
    command.page.reads("#verdict", "The request may have gone out").await;
    command.answer();
    // The next worker sends what it is asked to, and not what the one before was.
    command.send().await;
    command.comes(2).await;
    command.answer();
    command.page.find("#level[data-level='accepted']").await;
    assert_eq!(command.sent(), 2);
}

async fn what_is_out_outlives_what_else_the_worker_fails_at(browser: &Browser) {
    let fails = "const sound = self.onmessage;
        self.onmessage = (event) => event.data.name === 'request'
            ? self.postMessage({ id: event.data.id, error: 'broken' }) : sound(event);";
    let command = Command::open(browser, fails).await;
    command.send().await;
    command.comes(1).await;
    command.asks_more().await;
    command.page.reads("#request [role='alert']", "broken").await;
    command.page.find("#send[aria-disabled='true']").await.send_keys(Key::Enter).await.expect("keys");
    command.answer();
    command.page.find("#level[data-level='accepted']").await;
    assert_eq!(command.sent(), 1);
}
