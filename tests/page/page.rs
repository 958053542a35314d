//! The page, as a person has it before them.

use std::time::Duration;

use thirtyfour::prelude::*;
use wxwire_tests::Served;

/// The page in a browser, and the server behind it.
pub struct Page {
    pub driver: WebDriver,
    pub served: Served,
}

impl Page {
    /// Goes to another operation, as a link to it does.
    pub async fn pick(&self, operation: &str) {
        self.driver.goto(format!("{}#{operation}", self.served.url())).await.expect("the page opens");
        self.find(&format!("#operation[data-value='{operation}']")).await;
    }

    /// Begins afresh, with the first example.
    pub async fn discard(&self) {
        self.find("#discard").await.click().await.expect("a click");
    }

    /// Loads the page again: it begins with the draft that was kept, if there is one.
    pub async fn reload(&self) {
        self.driver.refresh().await.expect("the page opens again");
        self.find("#form [data-path]").await;
    }

    /// An element, once it is there. A machine that does other things besides is slow.
    pub async fn find(&self, selector: &str) -> WebElement {
        let query = self.driver.query(By::Css(selector)).wait(Duration::from_secs(20), Duration::from_millis(20));
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
}
