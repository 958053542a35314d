//! A bad call gets what the gateway's own words are for it.

use http::{Method, Request, Response, Uri};
use serde_json::{Map, Value};
use wxwire::catalog;
use wxwire::imitation::Refusal;
use wxwire::operation::{Body, Entry};
use wxwire::secret::Place;

use super::client::{Running, some};

/// Sends the first example of some operations, changed, and compares the answer.
fn refused(change: impl Fn(&Entry, &mut Request<Vec<u8>>) -> Option<Refusal>) {
    let mock = Running::start(1, &[]);
    let mut count = 0;
    for entry in some() {
        let mut request = mock.request(entry, &entry.examples()[0]);
        let Some(refusal) = change(entry, &mut request) else { continue };
        count += 1;
        assert_answer(entry, &refusal, &mock.send(&request));
    }
    assert!(count > 0);
}

fn assert_answer(entry: &Entry, refusal: &Refusal, response: &Response<Vec<u8>>) {
    let answer = entry.gateway.refuse(refusal);
    let body = String::from_utf8_lossy(&answer.body);
    assert_eq!(String::from_utf8_lossy(response.body()), body, "{} {refusal:?}", entry.id);
    assert_eq!(response.status(), answer.status);
    for (name, value) in answer.headers {
        assert_eq!(response.headers()[name], value);
    }
}

/// Puts another text in the place of every credential.
fn replace(entry: &Entry, request: &mut Request<Vec<u8>>, other: &str) -> Option<&'static str> {
    let first = entry.credentials.iter().find(|credential| credential.required)?;
    let own = format!("mock-{}", first.name);
    match first.place {
        Place::Header(name, prefix) => {
            let value = format!("{prefix}{other}").parse().expect("a header");
            request.headers_mut().insert(name, value);
        }
        Place::Query(_) => {
            *request.uri_mut() = request.uri().to_string().replace(&own, other).parse().expect("a URL");
        }
        Place::Body(_) => {
            let body = String::from_utf8_lossy(request.body()).replace(&own, other);
            *request.body_mut() = body.into_bytes();
        }
    }
    Some(first.name)
}

#[test]
fn no_credential() {
    refused(|entry, request| replace(entry, request, "").map(Refusal::NoCredential));
}

#[test]
fn wrong_credential() {
    refused(|entry, request| replace(entry, request, "mine").map(Refusal::BadCredential));
}

#[test]
fn credentials_come_before_the_body() {
    refused(|entry, request| {
        let name = replace(entry, request, "mine")?;
        if String::from_utf8_lossy(request.body()).contains("mine") {
            return None;
        }
        *request.body_mut() = b"{".to_vec();
        Some(Refusal::BadCredential(name))
    });
}

#[test]
fn a_header_without_its_prefix() {
    refused(|entry, request| {
        let credential = entry.credentials.iter().find(|credential| credential.required)?;
        let Place::Header(name, prefix) = credential.place else { return None };
        request.headers_mut().insert(name, format!("mock-{}", credential.name).parse().expect("a header"));
        (!prefix.is_empty()).then_some(Refusal::NoCredential(credential.name))
    });
}

/// Some values with each of their members left out in turn, and each member of an object among them.
fn less(values: &str) -> Vec<Value> {
    let whole: Map<String, Value> = serde_json::from_str(values).expect("an object");
    let mut all = Vec::new();
    for (name, value) in &whole {
        let mut outer = whole.clone();
        outer.remove(name);
        all.push(Value::Object(outer));
        for inner in value.as_object().into_iter().flat_map(Map::keys) {
            let mut outer = whole.clone();
            outer[name].as_object_mut().expect("an object").remove(inner);
            all.push(Value::Object(outer));
        }
    }
    all
}

/// Each required field left out, wherever in the request its place is. Without a step of its path it is no request.
#[test]
fn a_required_field_left_out() {
    let mock = Running::start(1, &[]);
    let mut count = 0;
    for entry in catalog::entries() {
        let values = &entry.examples()[0].values;
        for less in less(values) {
            let less = less.to_string();
            let problems = entry.check(less.as_bytes());
            let Some(first) = problems.iter().find(|problem| problem.is_error()) else { continue };
            if entry.path.contains(&format!("{{{}}}", first.path.trim_start_matches('/'))) {
                continue;
            }
            // Without what names the call it may be another at the same path.
            if entry.named_by(less.as_bytes()) < entry.named_by(values.as_bytes()) {
                continue;
            }
            count += 1;
            let response = mock.send(&mock.unchecked(entry, &less));
            assert_answer(entry, &Refusal::BadBody(first.path.clone()), &response);
        }
    }
    assert!(count > 5, "{count}");
}

#[test]
fn a_body_that_is_none() {
    for body in [b"".as_slice(), b"{", b"\xff\xfe", b"nonsense"] {
        refused(|entry, request| {
            *request.body_mut() = body.to_vec();
            // A form is nothing but text, and what carries nothing has no body to be wrong.
            matches!(entry.body, Body::Json | Body::Multipart).then(|| Refusal::BadBody(String::new()))
        });
    }
}

#[test]
fn unknown_path_and_wrong_method() {
    refused(|_, request| {
        let path = format!("{}/nowhere", request.uri().path());
        *request.uri_mut() = path.parse::<Uri>().expect("a path");
        Some(Refusal::UnknownPath)
    });
    refused(|entry, request| {
        *request.method_mut() = if entry.method == Method::PUT { Method::PATCH } else { Method::PUT };
        Some(Refusal::WrongMethod)
    });
}

#[test]
fn unknown_gateway() {
    let mock = Running::start(1, &[]);
    let response = mock.send(&Request::post("http://mock/nobody/send").body(vec![]).expect("a request"));
    assert_eq!(response.status(), 404);
    let text = String::from_utf8_lossy(response.body());
    assert!(catalog::gateways().all(|gateway| text.contains(&format!("/{}\n", gateway.name))), "{text}");
}
