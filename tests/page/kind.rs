//! Another kind of a value, and what was written in the former one.

use std::time::Duration;

use crate::browser::Browser;
use crate::page::Page;
use crate::suite::tests;

tests! { "zh": what_was_written_in_a_kind_is_there_again; "en": another_type_brings_back_what_it_could_not_say; }

/// Chooses by the first letter, as a person does by the keyboard.
async fn choose(page: &Page, control: &str, letter: &str) {
    // Soon after another, a letter would be the second of a word.
    tokio::time::sleep(Duration::from_millis(1100)).await;
    page.find(control).await.send_keys(letter).await.expect("keys");
}

async fn what_was_written_in_a_kind_is_there_again(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    let (kind, text) = ("[id='field:/messages/0/msg_type']", "/messages/0/content/items/0/text");
    page.fill(text, "第一行").await;
    let written = page.source().await;
    choose(&page, kind, "p").await;
    page.fill("/messages/0/content/url", "https://h/1.png").await;
    choose(&page, kind, "t").await;
    assert_eq!(page.source().await, written);
    assert_eq!(page.field(text).await.value().await.expect("an answer").as_deref(), Some("第一行"));
    choose(&page, kind, "p").await;
    let url = page.field("/messages/0/content/url").await;
    assert_eq!(url.value().await.expect("an answer").as_deref(), Some("https://h/1.png"));
}

async fn another_type_brings_back_what_it_could_not_say(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    page.find("[id='begin:/messages/0/api_send_id']").await.click().await.expect("a click");
    page.fill("/messages/0/api_send_id", "mine").await;
    let types = ".alternative[data-path='/messages/0/api_send_id']";
    choose(&page, types, "n").await;
    page.fill("/messages/0/api_send_id", "5").await;
    assert!(page.source().await.contains("\"api_send_id\": 5"), "{}", page.source().await);
    choose(&page, types, "s").await;
    let text = page.field("/messages/0/api_send_id").await;
    assert_eq!(text.value().await.expect("an answer").as_deref(), Some("mine"));
}
