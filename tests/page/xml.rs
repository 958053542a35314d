//! XML in a text: its form, and the text behind it.

use thirtyfour::{ElementRect, Key};

use crate::browser::Browser;
use crate::look::picture;
use crate::suite::tests;

tests! {
    "zh": xml_in_a_text_has_a_form_of_its_own, the_form_of_xml_comes_first_and_what_another_kind_has_is_told;
    "en": the_form_of_xml_comes_first_and_what_another_kind_has_is_told,
        what_cannot_be_read_is_open_and_stays_while_it_is_typed;
}

async fn xml_in_a_text_has_a_form_of_its_own(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    page.reads("#form", "小程序").await;
    let before = page.source().await;
    page.fill("/xml!xml/appmsg/title", "标题 & <b>").await;
    assert_eq!(page.source().await, before.replace("<title>腾讯云助手</title>", "<title>标题 &amp; &lt;b&gt;</title>"));
    page.unfold("/xml").await;
    page.fill("/xml", "").await;
    page.find("[id='kind:/xml']").await.send_keys("5").await.expect("keys");
    page.find("[id='begin:/xml!xml/appmsg/thumburl']").await.click().await.expect("a click");
    page.fill("/xml!xml/appmsg/thumburl", "https://h/?a=1&b=2").await;
    assert!(page.source().await.contains("?a=1&amp;b=2</thumburl>"), "{}", page.source().await);
    page.reads("#summary", "没有问题").await;
}

async fn the_form_of_xml_comes_first_and_what_another_kind_has_is_told(browser: &Browser) {
    let lang = browser.lang;
    let remark = if lang == "zh" { "此类型不使用" } else { "not used by this type" };
    let page = browser.open("gewe.send_app", &[]).await;
    for width in [360, 1280] {
        page.driver.set_window_rect(0, 0, width, 800).await.expect("a size");
        page.reload().await;
        let top = page.field("/xml!xml/appmsg/title").await.rect().await.expect("a place").y;
        assert!(width < 1000 || top < 600.0, "the form begins in the window, at {top}");
        assert!(!page.field("/xml").await.is_displayed().await.expect("an answer"), "the source is folded");
        picture(&page, &format!("xml-form-{lang}-{width}")).await;
        // The first that begins with 5, from the top.
        page.field("/xml!xml/appmsg/type").await.send_keys(Key::Home + "5").await.expect("keys");
        assert!(page.source().await.contains("<type>5</type>"));
        let row = "[data-row='/xml!xml/appmsg/weappinfo']";
        page.reads(row, remark).await;
        page.reads(row, "<weappinfo>").await;
        assert!(page.too_wide().await <= 0);
        let right = |rect: ElementRect| rect.x + rect.width;
        let inside = page.find(&format!("{row} pre")).await.rect().await.expect("a place");
        let around = page.find("#form").await.rect().await.expect("a place");
        assert!(right(inside) <= right(around), "it stays in its card");
        page.find(row).await.scroll_into_view().await.expect("a script");
        picture(&page, &format!("xml-switched-{lang}-{width}")).await;
        page.find(&format!("{row} button.icon")).await.click().await.expect("a click");
        assert!(!page.source().await.contains("weappinfo"));
        page.discard().await;
    }
}

async fn what_cannot_be_read_is_open_and_stays_while_it_is_typed(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    page.unfold("/xml").await;
    page.fill("/xml", "<appmsg><type>5</type").await;
    assert_eq!(page.count("[id='xml:/xml'][open]").await, 1);
    assert_eq!(page.count("[data-path='/xml!xml/appmsg']").await, 0);
    let focused = page.driver.active_element().await.expect("an element");
    assert_eq!(focused.id().await.expect("an answer").as_deref(), Some("field:/xml"));
    focused.send_keys("></appmsg>").await.expect("keys");
    page.field("/xml!xml/appmsg/type").await;
    assert!(page.source().await.contains("<appmsg><type>5</type></appmsg>"), "{}", page.source().await);
    page.find("#language").await.click().await.expect("a click");
    page.reload().await;
    assert_eq!(page.count("[id='xml:/xml'][open]").await, 0, "it is folded where there is a form");
}
