//! Each fault does what it says.

use std::num::NonZeroU64;
use std::time::{Duration, Instant};

use http::{Request, Response};
use wxwire::catalog;
use wxwire::imitation::{Mock, Refusal, Twist};
use wxwire::lang::Lang;
use wxwire::operation::Answers;
use wxwire::operation::Entry;

use super::client::{Running, some, wire};
use crate::{Fault, Kind, When};

/// The answer of some operations under a fault.
fn with_fault(fault: &str, look: impl Fn(&Entry, Response<Vec<u8>>)) {
    let mock = Running::start(1, &[fault]);
    for entry in some() {
        look(entry, mock.send(&mock.request(entry, &entry.examples()[0])));
    }
}

#[test]
fn every_known_fault_is_read() {
    for (text, _) in Fault::KNOWN {
        let fault: Fault = text.parse().expect(text);
        assert_eq!(fault.when, When::Always);
        let three = NonZeroU64::new(3).expect("not 0");
        for (end, when) in [("@3", When::Only(three)), ("/3", When::Every(three))] {
            let third: Fault = format!("{text}{end}").parse().expect(text);
            assert_eq!(third.to_string().parse(), Ok(third), "{third}");
            assert_eq!((third.kind, third.when), (fault.kind, when));
        }
    }
    let time = |text: &str| text.parse::<Fault>().map(|fault| fault.kind);
    assert_eq!(time("delay=500ms"), Ok(Kind::Delay(Duration::from_millis(500))));
    assert_eq!(time("429"), Ok(Kind::RateLimited(None)));
}

#[test]
fn what_is_no_fault_is_told_with_what_is() {
    let told = |text: &str, says: &dyn Fn(&str) -> bool| {
        let error = text.parse::<Fault>().expect_err(text);
        for lang in [Lang::Zh, Lang::En] {
            let message = error.message(lang);
            assert!(says(&message), "{text}: {message}");
        }
    };
    for text in ["", "RESET", "@1"] {
        told(text, &|message| Fault::KNOWN.iter().all(|(known, _)| message.contains(known)));
    }
    for (text, right) in [
        ("delay", "delay=2s"),
        ("delay=2", "delay=2s"),
        ("delay=s", "delay=2s"),
        ("delay=-1s", "delay=2s"),
        ("429=x", "429=7"),
    ] {
        told(text, &|message| message.contains(right) && !message.contains("html"));
    }
    for text in ["reset=1", "reset@0", "reset@", "reset/0", "reset/", "reset@1/2"] {
        told(text, &|message| message.contains(text) && !message.contains("html"));
    }
}

/// A mock with these faults, and a good call.
fn prepared(faults: &[&str]) -> (Running, Request<Vec<u8>>) {
    let mock = Running::start(1, faults);
    let entry = catalog::entries().next().expect("an operation");
    let request = mock.request(entry, &entry.examples()[0]);
    (mock, request)
}

#[test]
fn delay_then_the_right_answer() {
    let mock = Running::start(1, &["delay=300ms", "500@2"]);
    let request =
        mock.request(catalog::entries().next().expect("one"), &catalog::entries().next().expect("one").examples()[0]);
    for status in [200, 500] {
        let start = Instant::now();
        assert_eq!(mock.send(&request).status(), status);
        assert!(start.elapsed() >= Duration::from_millis(300));
    }
}

#[test]
fn reset_of_the_second_call() {
    let (mut mock, request) = prepared(&["reset@2"]);
    assert_eq!(mock.send(&request).status(), 200);
    let error = mock.exchange(&wire(&request)).expect_err("no answer");
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    assert_eq!(mock.send(&request).status(), 200);
    let statuses: Vec<_> = std::iter::from_fn(|| mock.arrivals.try_recv().ok()).map(|one| one.status).collect();
    assert_eq!(statuses, [Some(200), None, Some(200)]);
}

#[test]
fn server_error() {
    with_fault("500", |_, response| assert_eq!(response.status(), 500));
}

#[test]
fn rate_limited() {
    with_fault("429=7", |entry, response| {
        assert_eq!(response.status(), 429);
        assert_eq!(response.headers()["retry-after"], "7");
        let body = entry.gateway.refuse(&Refusal::RateLimited).body;
        assert_eq!(*response.body(), body);
    });
    with_fault("429", |_, response| assert!(!response.headers().contains_key("retry-after")));
}

#[test]
fn html() {
    with_fault("html", |_, response| {
        assert_eq!(
            (response.status().as_u16(), &response.headers()["content-type"]),
            (200, &"text/html".parse().expect("a type"))
        );
        assert!(response.body().starts_with(b"<html>"));
    });
}

#[test]
fn truncated() {
    with_fault("truncated", |entry, response| {
        assert_eq!(response.status(), 200);
        assert!(response.body().starts_with(b"{") || entry.answers == Answers::Bytes);
        assert!(serde_json::from_slice::<serde_json::Value>(response.body()).is_err());
    });
}

#[test]
fn failures_inside_a_success() {
    for (fault, twist) in [("inner_failure", Twist::InnerFailure), ("fewer_results", Twist::FewerResults)] {
        with_fault(fault, |entry, response| {
            let values = entry.examples()[0].values.clone();
            let mut mock = Mock::new(1);
            mock.twist = twist;
            let tree = wxwire::layer::json::Tree::parse(&values).expect("JSON");
            let fits = entry.answer(tree.root(), &mut mock).is_some();
            assert_eq!(fault.parse::<Fault>().expect(fault).fits(entry), fits, "{}", entry.id);
            if !fits {
                assert_eq!(response.status(), 501, "{}", entry.id);
                return;
            }
            assert_eq!(response.status(), 200, "{}", entry.id);
            let verdict = entry.verdict(Some(&values), &Response::new(response.body().as_slice()));
            assert!(!verdict.reasons.is_empty(), "{} {fault}: {verdict:?}", entry.id);
        });
    }
}
