//! Tokens that are fetched: taken until they end, and refused in the gateway's own words behind that.

use std::time::Duration;

use http::Response;
use wxwire::catalog;
use wxwire::operation::Entry;
use wxwire::secret::Credentials;
use wxwire::token::Fetch;

use super::client::Running;
use crate::{Fault, credentials};

/// Every call that takes one fetched credential, with the way to it; one call for each way.
fn fetched() -> Vec<(&'static Entry, Fetch)> {
    let mut known = Vec::new();
    let mut all: Vec<(&'static Entry, Fetch)> = Vec::new();
    for entry in catalog::entries() {
        for one in entry.credentials.iter().filter(|one| one.required) {
            for fetch in Fetch::ways(&entry.gateway, one.name) {
                if !known.contains(&(fetch.entry.id, one.name)) {
                    known.push((fetch.entry.id, one.name));
                    all.push((entry, fetch));
                }
            }
        }
    }
    assert!(all.len() >= 3, "{}", all.len());
    all
}

fn base_url(mock: &Running, entry: &Entry) -> String {
    format!("http://{}/{}", mock.address, entry.gateway.name)
}

/// A token of the mock's, as its answer says it.
fn fetch(mock: &Running, fetch: &Fetch) -> (Credentials, Option<u64>) {
    let account = credentials(&fetch.entry.gateway);
    let request = fetch.entry.build(&fetch.values, &account, &base_url(mock, fetch.entry)).expect("a request");
    let response = mock.send(&request.into_http());
    let token = fetch.read(&Response::new(response.body().as_slice()), 0).expect("a token");
    (account.with(fetch.credential(), token.value.reveal()), token.ends)
}

/// Makes a call, and says whether it was refused for its token.
fn is_over(mock: &Running, entry: &Entry, account: &Credentials) -> bool {
    let values = &entry.examples()[0].values;
    let request = entry.build(values, account, &base_url(mock, entry)).expect("a request").into_http();
    let response = mock.send(&request);
    let mut borrowed = Response::new(response.body().as_slice());
    *borrowed.status_mut() = response.status();
    let verdict = entry.verdict(Some(values), &borrowed);
    let is_over = entry.wants_another_token(&verdict);
    assert!(is_over || verdict.code.as_deref().is_none_or(|code| code == "0" || code == "200"), "{verdict:?}");
    is_over
}

#[test]
fn a_token_ends_after_so_many_calls_in_the_gateways_own_words() {
    for (entry, way) in fetched() {
        let mock = Running::start(1, &["token_calls=3"]);
        let (first, _) = fetch(&mock, &way);
        let over: Vec<_> = (0..5).map(|_| is_over(&mock, entry, &first)).collect();
        assert_eq!(over, [false, false, false, true, true], "{} {}", entry.id, way.entry.id);
        let (second, _) = fetch(&mock, &way);
        assert_ne!(first.find(way.credential()), second.find(way.credential()));
        assert!(!is_over(&mock, entry, &second) && is_over(&mock, entry, &first));
        // Nobody's token is refused too; the mock's own credential never ends.
        let nobodys = first.with(way.credential(), "mock-nobody");
        assert!(is_over(&mock, entry, &nobodys));
        assert!((0..5).all(|_| !is_over(&mock, entry, &credentials(&entry.gateway))));
    }
}

#[test]
fn a_token_ends_after_so_many_seconds() {
    let (entry, way) = fetched().remove(0);
    let mock = Running::start(1, &["token_time=1s", "token_time=100s@2"]);
    let ((first, seconds), (second, others)) = (fetch(&mock, &way), fetch(&mock, &way));
    assert_eq!((seconds, others), (Some(1), Some(100)));
    assert!(!is_over(&mock, entry, &second));
    std::thread::sleep(Duration::from_millis(1100));
    assert!(is_over(&mock, entry, &first) && !is_over(&mock, entry, &second));
}

#[test]
fn only_calls_with_tokens_have_such_faults() {
    for fault in ["token_calls=0", "token_time=5s"] {
        let fault: Fault = fault.parse().expect(fault);
        let fits = |id: &str| fault.fits(catalog::find(id).expect(id));
        assert!(fits("wecom.message_send") && fits("wecom.gettoken") && fits("yunzhenji.send_message"));
        assert!(!fits("wecom.webhook_send") && !fits("gewe.send_app") && !fits("xbot.send_live"));
    }
    for wrong in ["token_calls", "token_calls=", "token_calls=-1", "token_time=5", "token_time=1500ms"] {
        assert!(wrong.parse::<Fault>().is_err(), "{wrong}");
    }
}
