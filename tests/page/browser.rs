//! Chromium, driven.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use thirtyfour::error::WebDriverError;
use thirtyfour::prelude::*;
use wxwire_tests::{Served, target};

use crate::page::Page;

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

/// The window that a test begins with.
const WIDTH: u32 = 1280;
const HEIGHT: u32 = 900;

/// A browser that speaks a language.
pub struct Browser {
    pub lang: &'static str,
    pub driver: WebDriver,
    chromedriver: Child,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Starts one.
    pub async fn start(lang: &'static str) -> Self {
        let profile = tempfile::tempdir().expect("a folder");
        let (chromedriver, driver) = start(profile.path(), lang).await;
        Self { lang, driver, chromedriver, _profile: profile }
    }

    /// Opens the page at an operation, served by a server of its own and so without any memory of another; `more` are
    /// further arguments of `wxwire serve`.
    pub async fn open(&self, operation: &str, more: &[&str]) -> Page {
        self.open_at(operation, Served::start(&built(), more)).await
    }

    /// Opens the page as it is when it sends for real, to an address of ours.
    pub async fn open_real(&self, operation: &str, environment: &[(&str, &str)]) -> Page {
        self.open_at(operation, Served::real(&built(), environment)).await
    }

    async fn open_at(&self, operation: &str, served: Served) -> Page {
        let driver = self.driver.clone();
        driver.set_window_rect(0, 0, WIDTH, HEIGHT).await.expect("a size");
        // A port that another test had before may have left a draft or a language.
        let kept = serde_json::json!({"origin": served.url().trim_end_matches('/'), "storageTypes": "all"});
        driver.cdp().send_raw("Storage.clearDataForOrigin", kept).await.expect("nothing kept");
        driver.goto(format!("{}#{operation}", served.printed())).await.expect("the page opens");
        let page = Page { driver, served };
        page.find("#form [data-path]").await;
        page
    }

    /// Closes the browser. That is not what is tested: where its driver does not answer, that is said, and no more.
    pub async fn close(mut self) {
        let mut quit = self.driver.clone().quit().await;
        for _ in 0..4 {
            // A connection that was idle for long may be none any more, and another is made.
            let is_gone = |error: &WebDriverError| error.to_string().contains("invalid session id");
            if quit.is_ok() || quit.as_ref().is_err_and(is_gone) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
            quit = self.driver.clone().quit().await;
        }
        if let Err(error) = quit {
            eprintln!("a browser was not closed: {error}");
        }
        self.chromedriver.kill().expect("it runs");
        self.chromedriver.wait().expect("it ends");
    }
}

/// The folder of the page.
pub fn built() -> PathBuf {
    let page = target().join("page");
    assert!(page.join("index.html").exists(), "the page is not built: cargo xtask web");
    page
}

/// A copy of the page's folder, to take files out of.
pub fn copied() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for part in ["", "calls"] {
        std::fs::create_dir_all(folder.path().join(part)).expect("a folder");
        for file in std::fs::read_dir(built().join(part)).expect("a folder").flatten() {
            if file.path().is_file() {
                std::fs::copy(file.path(), folder.path().join(part).join(file.file_name())).expect("a copy");
            }
        }
    }
    folder
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
    let own = [
        format!("--user-data-dir={}", profile.display()),
        format!("--lang={lang}"),
        format!("--window-size={WIDTH},{HEIGHT}"),
    ];
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
