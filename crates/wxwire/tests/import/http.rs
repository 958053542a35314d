//! Requests on the wire, and recorded ones.

use wxwire::import::{Form, import};
use wxwire::problem::Code;

use crate::common::{BODY, URL, check, read, refuse};

#[test]
fn raw_http() {
    for text in [
        format!(
            "POST /p/api/message/sendapp HTTP/1.1\r\nHost: h.example\r\nX-GEWE-TOKEN: t0ken-s3cret\r\nContent-Length: 5\r\n\r\n{BODY}"
        ),
        format!("POST {URL}\nX-GEWE-TOKEN: t0ken-s3cret\n\n{BODY}\n"),
        format!("Request:\nPOST {URL} HTTP/1.1 X-GEWE-TOKEN: t0ken-s3cret Content-Type: application/json {BODY}"),
    ] {
        let text = text.replace("POST /p", "POST https://h.example/p");
        check(&text, Form::Http);
    }
}

/// A body in chunks is what they are together, be a key or an escape in two of them.
#[test]
fn a_body_in_chunks() {
    let head = format!("POST {URL} HTTP/1.1\r\nX-GEWE-TOKEN: t0ken-s3cret\r\nTransfer-Encoding: chunked\r\n\r\n");
    let chunks = |sizes: &[usize], ending: &str| {
        let (mut text, mut rest) = (head.replace("\r\n", ending), BODY);
        for size in sizes.iter().copied().chain([BODY.len()]) {
            let size = (size.min(rest.len())..).find(|size| rest.is_char_boundary(*size)).unwrap_or(rest.len());
            let (chunk, behind) = rest.split_at(size);
            text += &format!("{:X}{ending}{chunk}{ending}", chunk.len());
            rest = behind;
        }
        format!("{text}0{ending}{ending}")
    };
    for ending in ["\r\n", "\n"] {
        for sizes in [&[][..], &[4], &[33, 1, 1, 1], &[1; 60]] {
            let imported = check(&chunks(sizes, ending), Form::Http);
            assert!(imported.repairs.is_empty() && imported.problems.is_empty(), "{imported:?}");
        }
    }
    // Where it is one and the length is wrong, it is the body; of several nobody knows what belongs to it.
    let one = chunks(&[], "\n").replace(&format!("\n{:X}\n", BODY.len()), "\n15\n");
    assert_eq!(read(&one).values.as_deref().map(str::len), Some(BODY.len()));
    let wrong = chunks(&[20], "\n").replace("\n14\n", "\n15\n");
    refuse(&wrong, Code::Syntax, "15");
    // Tools show the head as it was and the body as it is.
    check(&format!("{head}{BODY}"), Form::Http);
}

#[test]
fn recorded() {
    let body = wxwire::layer::json::quote(BODY);
    let headers = r#"[{"name": "X-GEWE-TOKEN", "value": "t0ken-s3cret"}, {"name": "User-Agent", "value": "x"}]"#;
    let request =
        format!(r#"{{"method": "POST", "url": "{URL}", "headers": {headers}, "postData": {{"text": {body}}}}}"#);
    check(
        &format!(
            r#"{{"log": {{"entries": [{{"request": {{"method": "GET", "url": "https://x/"}}}}, {{"request": {request}}}]}}}}"#
        ),
        Form::Har,
    );
    check(&request, Form::Har);
    let encoded = wxwire::layer::base64::encode(BODY.as_bytes());
    let packed =
        request.replace(&format!("\"text\": {body}"), &format!("\"text\": \"{encoded}\", \"encoding\": \"base64\""));
    check(&packed, Form::Har);
    let broken = packed.replace(&encoded, "/w==");
    refuse(&broken, Code::WrongType, "/w==");
    check(
        &format!(
            r#"{{"method": "POST", "url": "{URL}", "headers": {{"X-GEWE-TOKEN": "t0ken-s3cret"}}, "body": {body}}}"#
        ),
        Form::Har,
    );
}

/// A file of requests, as editors run them: its variables, its parts, and what it calls them.
#[test]
fn a_file_of_requests() {
    let file = |head: &str, content: &str| {
        format!(
            "{head}\n### 发文本\n# @name sendText\nPOST {{{{base}}}}/message/postText HTTP/1.1\n\n\
             {{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"{content}\"}}\n\n### 第二个\nPOST {{{{base}}}}/message/postText\n\n\
             {{\"appId\":\"a\",\"toWxid\":\"c\",\"content\":\"二\"}}\n"
        )
    };
    let head = "@base = http://h.example/gewe/v2/api\n@msg = 你好，{{who}}\n@who=世界";
    let content = |text: &str| {
        let imported = import(text.as_bytes(), None).expect("a request");
        let values: Option<serde_json::Value> =
            imported.values.as_deref().map(|one| serde_json::from_str(one).expect("JSON"));
        let codes: Vec<_> = imported.problems.iter().map(|one| (one.code, one.is_error())).collect();
        (values.map(|one| one["content"].as_str().unwrap_or_default().to_owned()), codes)
    };
    assert_eq!(content(&file(head, "{{ msg }}!")), (Some("你好，世界!".to_owned()), vec![]));
    // Of another file's, nobody knows here.
    let other = vec![(Code::Variable, false)];
    assert_eq!(content(&file(head, "{{other}}")), (Some("{{other}}".to_owned()), other));
    for more in ["@msg = 再见", "@msg = \"x\"", "# @prompt msg"] {
        let told = content(&file(&format!("{head}\n{more}"), "{{msg}}"));
        assert_eq!(told, (None, vec![(Code::Variable, true)]), "{more}");
    }
    let all = wxwire::learn::requests(file(head, "{{msg}}").as_bytes(), None).expect("requests");
    let told: Vec<_> = all.iter().map(|one| (one.name.as_str(), one.imported.base_url.as_deref())).collect();
    let base = Some("http://h.example/gewe/v2/api");
    assert_eq!(told, [("发文本 sendText", base), ("第二个", base)]);
    assert!(all[0].imported.values.as_deref().is_some_and(|values| values.contains("世界")));
    let of_file = format!("### a\nPOST {URL}\nContent-Type: application/json\n\n< ./body.json\n");
    refuse(&of_file, Code::FileNeeded, "./body.json");
}
