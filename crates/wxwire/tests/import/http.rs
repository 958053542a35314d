//! Requests on the wire, and recorded ones.

use wxwire::import::Form;

use crate::common::{BODY, URL, check};

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
