//! Whatever is pasted or opened: what it was read as, every payload in it, and the calls that go into the form with one click.

use serde_json::json;

use crate::browser::Browser;
use crate::explain::paste;
use crate::look::{picture, resize, run};
use crate::page::Page;
use crate::suite::tests;

tests! {
    "zh": a_curl_line_behind_a_prompt_goes_into_the_form, what_a_file_is_read_as_is_said;
    "en": every_payload_of_a_log_is_told_and_each_call_is_offered, what_is_no_json_in_the_source_is_read_and_taken_back,
        what_answers_a_callback_has_nothing_about_sending;
}

/// Of a call that the page has not loaded, with a credential, and a body as JavaScript writes it.
const CURL: &str = r#"root@host:~# curl -X POST 'https://qyapi.weixin.qq.com/cgi-bin/tag/create?access_token=CANARY-abcdef123456' \
  -H 'Content-Type: application/json' -d '{tagname: "华东", "tagid": 12,}'"#;

async fn a_curl_line_behind_a_prompt_goes_into_the_form(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    // Where no field is meant, a paste is read, too.
    let script =
        "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); document.querySelector('h1')
        .dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))";
    page.find("#paste").await;
    page.driver.execute(script, vec![CURL.into()]).await.expect("a script");
    page.find("#explained [data-offer='wecom.tag_create']").await;
    let told = page.text("#explained").await;
    for word in ["curl 命令", "access_token", "字段名加上双引号", "去掉多余的逗号", "华东"] {
        assert!(told.contains(word), "{word} is not in\n{told}");
    }
    let markup = run(&page, "return document.documentElement.outerHTML").await.to_string();
    assert!(!markup.contains("CANARY"), "the credential is shown");
    sizes(&page, "curl").await;
    page.find("#explained [data-action='take']").await.click().await.expect("a click");
    page.find("#operation[data-value='wecom.tag_create']").await;
    page.reads("#request", "华东").await;
    assert_eq!(page.source().await.replace([' ', '\n'], ""), r#"{"tagname":"华东","tagid":12}"#);
    page.find("#undo").await.click().await.expect("a click");
    assert!(!page.source().await.contains("华东"), "it was one step");
}

async fn every_payload_of_a_log_is_told_and_each_call_is_offered(browser: &Browser) {
    let page = browser.open("wecom.living_create", &[]).await;
    let callback = |id: u32| {
        json!({"TypeName": "AddMsg", "Appid": "wx_AbC", "Data": {"MsgId": id, "FromUserName": {"string": "wxid_a"},
            "ToUserName": {"string": "wxid_b"}, "MsgType": 1, "Content": {"string": "hi"}, "CreateTime": 1_705_043_418,
            "NewMsgId": 3_768_973_957_878_705_021_i64}, "Wxid": "wxid_b"})
    };
    let text = |theme: &str| json!({"touser": "a", "msgtype": "text", "agentid": 1, "text": {"content": theme}});
    let log = format!(
        "10:00 INFO got {}\n10:01 sent body={}\n10:02 again {}\n10:03 sent {} -> {{\"errcode\":60020,\"errmsg\":\"not allow\"}}\n",
        callback(1),
        text("one"),
        callback(1),
        text("two"),
    );
    paste(&page, &log).await;
    page.find("#explained [data-part='5']").await;
    page.reads("#explained", "5 payloads").await;
    page.reads("[data-part='3']", "sent again, the same as 1").await;
    page.reads("[data-part='5']", "refused").await;
    assert_eq!(page.count("[data-offer='wecom.message_send']").await, 2);
    // What was opened stays open, whatever is typed beside it.
    page.find("details[data-part='1'] > summary").await.click().await.expect("a click");
    page.fill("/theme", "meanwhile").await;
    page.reads("#request", "meanwhile").await;
    assert_eq!(page.count("details[data-part='1'][open]").await, 1);
    page.reads("[data-part='1']", "wxid_a").await;
    sizes(&page, "log").await;
    page.find("li[data-offer]:nth-child(2) [data-action='take']").await.click().await.expect("a click");
    page.find("#operation[data-value='wecom.message_send']").await;
    assert!(page.source().await.contains("two"));
}

async fn what_a_file_is_read_as_is_said(browser: &Browser) {
    let page = browser.open("yunzhenji.send_message", &[]).await;
    // 周三例会, as Windows in Chinese writes it.
    let script = "const ascii = (text) => [...new TextEncoder().encode(text)];
        const bytes = new Uint8Array([...ascii('{\"anchor_userid\":\"zhangsan\",\"theme\":\"'),
            0xd6, 0xdc, 0xc8, 0xfd, 0xc0, 0xfd, 0xbb, 0xe1,
            ...ascii('\",\"living_start\":1600000000,\"living_duration\":3600,}')]);
        const drop = (blob, name) => { const data = new DataTransfer(); data.items.add(new File([blob], name));
            const drop = new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
            document.querySelector('h1').dispatchEvent(drop); };";
    run(&page, &format!("{script} drop(bytes, 'a.json')")).await;
    page.find("#explained [data-read='gb18030']").await;
    page.reads("#explained", "周三例会").await;
    sizes(&page, "gbk").await;
    run(
        &page,
        &format!(
            "{script} new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
            .then((blob) => drop(blob, 'a.json.gz'))"
        ),
    )
    .await;
    page.find("#explained [data-read='gzip gb18030']").await;
    page.find("#explained [data-offer='wecom.living_create'] [data-action='take']")
        .await
        .click()
        .await
        .expect("a click");
    page.find("#operation[data-value='wecom.living_create']").await;
    assert!(page.source().await.contains("周三例会"));
}

async fn what_is_no_json_in_the_source_is_read_and_taken_back(browser: &Browser) {
    let page = browser.open("wecom.living_create", &[]).await;
    // What is long and no object is read beside it at once.
    let long = "const data = new DataTransfer(); data.setData('text/plain', 'curl '.repeat(200000));
        const paste = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
        document.querySelector('#source').dispatchEvent(paste); return paste.defaultPrevented";
    page.find("#source").await;
    assert_eq!(run(&page, long).await, json!(true));
    page.find("#explained [data-kind='text']").await;
    let script = "const source = document.querySelector('#source'); source.value = arguments[0];
        source.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'insertFromPaste'}))";
    let broken = "{'anchor_userid': 'zhangsan', theme: 'mended', living_start: 1600000000, living_duration: 3600,}";
    page.find("#source").await;
    page.driver.execute(script, vec![broken.into()]).await.expect("a script");
    run(&page, "document.querySelector('[data-action=read]').click()").await;
    page.find("#explained [data-offer='wecom.living_create'] [data-fix='unquoted_key']").await;
    sizes(&page, "damaged").await;
    page.find("#explained [data-action='take']").await.click().await.expect("a click");
    page.reads("#request", "\"theme\": \"mended\"").await;
    assert_eq!(page.count("[data-action='read']").await, 0);
}

async fn what_answers_a_callback_has_nothing_about_sending(browser: &Browser) {
    let page = browser.open("wecom.aibot_respond_msg", &[]).await;
    page.find("#count").await;
    assert_eq!(page.count("#sending, #send").await, 0);
    page.pick("wecom.message_send").await;
    assert_eq!(page.count("#sending, #send").await, 2);
}

/// Looks at the page at both widths.
async fn sizes(page: &Page, name: &str) {
    for width in [400, 1280] {
        resize(page, width, 1000).await;
        assert!(page.too_wide().await <= 0, "{name} at {width}");
        run(page, "document.querySelector('#explain').scrollIntoView()").await;
        picture(page, &format!("pasted-{name}-{width}")).await;
    }
    page.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("a size");
}
