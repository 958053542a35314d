//! Composing: problems come and go, and an edit touches one place.

use crate::browser::Browser;
use crate::suite::tests;

tests! {
    "zh": a_problem_comes_and_goes_beside_its_field, the_language_changes_and_stays;
    "en": a_problem_in_the_list_leads_to_its_field, form_and_source_are_one_text;
}

async fn a_problem_comes_and_goes_beside_its_field(browser: &Browser) {
    let page = browser.open("wecom.living_create", &[]).await;
    page.reads("#summary", "没有问题").await;
    let before = page.source().await;
    page.fill("/theme", &"题".repeat(21)).await;
    page.reads("#summary", "1 个错误").await;
    page.reads("#problems", "21 个字符，最多 20 个字符").await;
    let field = page.field("/theme").await;
    assert_eq!(field.attr("aria-invalid").await.expect("an answer").as_deref(), Some("true"));
    assert!(!page.find("#send").await.is_enabled().await.expect("an answer"));
    page.fill("/theme", "theme").await;
    page.reads("#summary", "没有问题").await;
    assert_eq!(page.source().await, before, "every other byte is as it was");
    assert!(page.find("#send").await.is_enabled().await.expect("an answer"));
}

async fn a_problem_in_the_list_leads_to_its_field(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    page.unfold("/xml").await;
    page.fill("/xml", "<appmsg><url>a&b</url></appmsg>").await;
    page.reads("#problems", "/xml!xml/appmsg/url").await;
    page.find("#problems button.jump").await.click().await.expect("a click");
    let focused = page.driver.active_element().await.expect("an element");
    assert_eq!(focused.id().await.expect("an answer").as_deref(), Some("field:/xml"));
}

async fn form_and_source_are_one_text(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    let script = "const s = document.querySelector('#source'); s.value = arguments[0]; \
                  s.dispatchEvent(new Event('input', {bubbles: true}))";
    let set = |text: &str| page.driver.execute(script, vec![text.into()]);
    let text = "{\"wxid\":\"<b>&\\u4f60\" , \"target_wxid\":null, \"x\": 13895574026529675281, \"messages\":[]}";
    set(text).await.expect("a script");
    page.reads("#problems", "/messages").await;
    assert_eq!(page.field("/wxid").await.value().await.expect("an answer").as_deref(), Some("<b>&你"));
    page.fill("/wxid", "168").await;
    assert_eq!(page.source().await, text.replace("<b>&\\u4f60", "168"));
    set("{\"wxid\": ").await.expect("a script");
    page.reads("#problems", "not JSON").await;
    assert_eq!(page.source().await, "{\"wxid\": ");
    page.find("#undo").await.click().await.expect("a click");
    page.reads("#problems", "/messages").await;
}

async fn the_language_changes_and_stays(browser: &Browser) {
    let page = browser.open("gewe.send_app", &[]).await;
    page.reads("#problems", "没有问题").await;
    page.find("#language").await.click().await.expect("a click");
    page.reads("#problems", "no problems").await;
    page.reload().await;
    page.reads("#problems", "no problems").await;
}
