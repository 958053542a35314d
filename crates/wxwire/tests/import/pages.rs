//! JSON and commands in the HTML of a page, coloured or not.

use crate::common::{read, same};

const BODY: &str = r#"{"touser": "a&b", "msgtype": "text", "agentid": 1, "text": {"content": "1 < 2 \"x\""}}"#;

/// Each string, word and bracket in a `<span>`, as those that colour code write them.
fn coloured(json: &str, quote: &str) -> String {
    let escaped = json.replace('&', "&amp;").replace('<', "&lt;").replace("\\\"", "\u{1}");
    let (mut out, mut is_open) = (String::new(), false);
    for char in escaped.chars() {
        match char {
            '"' if is_open => out.push_str(&format!("{quote}</span>")),
            '"' => out.push_str(&format!("<span class=\"hljs-string\">{quote}")),
            '{' | '}' | ',' if !is_open => out.push_str(&format!("<span class=\"hljs-punctuation\">{char}</span>")),
            '\u{1}' => out.push_str(&format!("\\{quote}")),
            char => out.push(char),
        }
        is_open ^= char == '"';
    }
    out
}

#[test]
fn coloured_json() {
    let script = "<script>var conf = {\"a\": 1, \"b\": {\"c\": [2]}};</script>";
    for quote in ["\"", "&quot;"] {
        let code = coloured(BODY, quote);
        for page in [
            code.clone(),
            format!("<pre>{code}</pre>"),
            format!("<pre><code class=\"json\">{code}</code></pre>"),
            format!("<html><head>{script}</head><body><h1>发送</h1><pre>{code}</pre></body></html>"),
            format!(
                "<!DOCTYPE html>\n<div>{script}<!-- {{\"x\":1}} --><p>POST</p><pre>\n{code}\n</pre><pre>{{\"errcode\":0}}</pre>"
            ),
        ] {
            let imported = read(&page);
            assert_eq!(imported.operation.map(|entry| entry.id), Some("wecom.message_send"), "{page}");
            same(imported.values.as_deref().expect("values"), BODY);
        }
    }
}

#[test]
fn a_command_of_a_page() {
    let page = "<p>Try</p><pre><span class=\"k\">curl</span> http://h/v2/api/message/postText -H <span>'X-GEWE-TOKEN: t0ken-s3cret'</span> \
                -d <span>'{&quot;appId&quot;:&quot;a&quot;,&quot;toWxid&quot;:&quot;w&quot;,&quot;content&quot;:&quot;&lt;b&gt;&quot;}'</span></pre>";
    let imported = read(page);
    assert_eq!(imported.values.as_deref(), Some(r#"{"appId":"a","toWxid":"w","content":"<b>"}"#));
    assert_eq!(imported.given, ["token"]);
}
