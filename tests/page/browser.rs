//! Chromium, driven.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use thirtyfour::prelude::*;
use wxwire_tests::{Served, target};

/// Flags that keep Chromium to itself.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A browser with the page open, and the server behind it.
pub struct Browser {
    pub driver: WebDriver,
    pub served: Served,
    chromedriver: Child,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Opens the page in a language; `more` are further arguments of `wxwire serve`.
    pub async fn open(lang: &str, more: &[&str]) -> Self {
        let page = target().join("page");
        assert!(page.join("index.html").exists(), "the page is not built: cargo xtask web");
        let served = Served::start(&page, more);
        let profile = tempfile::tempdir().expect("a folder");
        let (chromedriver, driver) = start(profile.path(), lang).await;
        driver.goto(served.url()).await.expect("the page opens");
        Self { driver, served, chromedriver, _profile: profile }
    }

    /// Opens another operation.
    pub async fn pick(&self, operation: &str) {
        self.driver.goto(format!("{}#{operation}", self.served.url())).await.expect("the page opens");
        self.driver.refresh().await.expect("the page opens again");
        self.find("#form [data-path]").await;
    }

    /// An element, once it is there.
    pub async fn find(&self, selector: &str) -> WebElement {
        let query = self.driver.query(By::Css(selector)).wait(Duration::from_secs(5), Duration::from_millis(20));
        query.first().await.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    /// How many elements there are.
    pub async fn count(&self, selector: &str) -> usize {
        self.driver.find_all(By::Css(selector)).await.expect("a selector").len()
    }

    /// The control of a value.
    pub async fn field(&self, path: &str) -> WebElement {
        self.find(&format!("[id='field:{path}']")).await
    }

    /// Puts text in the place of what a control holds, as a person types.
    pub async fn fill(&self, path: &str, text: &str) {
        let field = self.field(path).await;
        field.send_keys(Key::Control + "a").await.expect("keys");
        match text {
            "" => field.send_keys(Key::Delete).await.expect("keys"),
            text => field.send_keys(text).await.expect("keys"),
        }
    }

    /// Unfolds the source of the XML in a text.
    pub async fn unfold(&self, path: &str) {
        self.find(&format!("[id='xml:{path}'] > summary")).await.click().await.expect("a click");
    }

    /// How many pixels the page is wider than the window.
    pub async fn too_wide(&self) -> i64 {
        let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        self.driver.execute(script, vec![]).await.expect("a script").convert().expect("a number")
    }

    /// What a person reads in an element.
    pub async fn text(&self, selector: &str) -> String {
        self.find(selector).await.text().await.expect("text")
    }

    /// Waits until an element reads so.
    pub async fn reads(&self, selector: &str, expected: &str) {
        let mut text = String::new();
        for _ in 0..250 {
            text = self.text(selector).await;
            if text.contains(expected) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{selector} reads {text:?}, not {expected:?}");
    }

    /// The text that is being composed, as the source view has it.
    pub async fn source(&self) -> String {
        let value = self.driver.execute("return document.querySelector('#source').value", vec![]).await;
        value.expect("a script").convert().expect("text")
    }

    /// Closes the browser.
    pub async fn close(mut self) {
        let quit = self.driver.clone().quit().await;
        self.chromedriver.kill().expect("it runs");
        self.chromedriver.wait().expect("it ends");
        quit.expect("the browser ends");
    }
}

async fn start(profile: &Path, lang: &str) -> (Child, WebDriver) {
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port();
    let child = Command::new("chromedriver")
        .arg(format!("--port={port}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver is installed");
    // The command's choice of TLS is the whole workspace's; fails only when it is made already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut capabilities = DesiredCapabilities::chrome();
    let own =
        [format!("--user-data-dir={}", profile.display()), format!("--lang={lang}"), "--window-size=1280,900".into()];
    for flag in FLAGS.iter().map(|flag| (*flag).to_owned()).chain(own) {
        capabilities.add_arg(&flag).expect("a flag");
    }
    let languages = serde_json::json!({"intl.accept_languages": lang});
    capabilities.add_experimental_option("prefs", languages).expect("preferences");
    for _ in 0..100 {
        match WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities.clone()).await {
            Ok(driver) => return (child, driver),
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
    panic!("chromedriver does not answer")
}
