//! Requests on the wire, and recorded ones.

use wxwire::import::Form;
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
    check(
        &format!(
            r#"{{"method": "POST", "url": "{URL}", "headers": {{"X-GEWE-TOKEN": "t0ken-s3cret"}}, "body": {body}}}"#
        ),
        Form::Har,
    );
}
