//! What is uploaded comes back by its id, until it has expired; and calls are held to a rate where that is asked for.

use std::time::Duration;

use http::Response;
use wxwire::catalog;
use wxwire::imitation::Refusal;
use wxwire::layer::base64;
use wxwire::operation::{Answers, Entry};
use wxwire::serde_json::{Value, json};

use super::client::Running;

/// Makes a call with these values.
fn call(mock: &Running, entry: &Entry, values: &Value) -> Response<Vec<u8>> {
    let base_url = format!("http://{}/{}", mock.address, entry.gateway.name);
    let account = crate::credentials(&entry.gateway);
    mock.send(&entry.build(&values.to_string(), &account, &base_url).expect("a request").into_http())
}

/// Uploads a file, and gives its id.
fn upload(mock: &Running, bytes: &[u8]) -> String {
    let entry = catalog::find("wecom.media_upload").expect("it is there");
    let values = json!({"type": "file", "media": base64::encode(bytes), "filename": "a.bin"});
    let reply: Value = serde_json::from_slice(call(mock, entry, &values).body()).expect("JSON");
    reply["media_id"].as_str().expect("an id").to_owned()
}

fn fetch(mock: &Running, id: &str) -> Response<Vec<u8>> {
    let entry = catalog::find("wecom.media_get").expect("it is there");
    assert_eq!(entry.answers, Answers::Bytes);
    call(mock, entry, &json!({"media_id": id}))
}

#[test]
fn a_file_comes_back_by_its_id() {
    let mock = Running::start(1, &[]);
    let files: Vec<Vec<u8>> = (0..5).map(|at| (0..=255).cycle().skip(at).take(1000 + at).collect()).collect();
    let ids: Vec<_> = files.iter().map(|file| upload(&mock, file)).collect();
    for (id, file) in ids.iter().zip(&files).rev() {
        assert_eq!(fetch(&mock, id).body(), file);
    }
    assert!(!files.contains(fetch(&mock, "another").body()));
}

#[test]
fn a_file_that_has_expired_is_refused_in_the_gateways_own_words() {
    let mut mock = Running::start(1, &["file_time=200ms@1"]);
    let (first, second) = (upload(&mock, b"first file"), upload(&mock, b"second file"));
    assert_eq!(fetch(&mock, &first).body(), b"first file");
    std::thread::sleep(Duration::from_millis(250));
    let gateway = catalog::gateways().find(|gateway| gateway.name == "wecom").expect("it is there");
    let refusal = Refusal::ExpiredFile(first.clone());
    assert_eq!(*fetch(&mock, &first).body(), gateway.refuse(&refusal).body);
    assert_eq!(fetch(&mock, &second).body(), b"second file");
    // A message that names it is refused for it as well, and one that names the other is not.
    let send = catalog::find("wecom.message_send").expect("it is there");
    let message = |id: &str| json!({"touser": "a", "msgtype": "file", "agentid": 1, "file": {"media_id": id}});
    assert_eq!(*call(&mock, send, &message(&first)).body(), gateway.refuse(&refusal).body);
    assert_ne!(*call(&mock, send, &message(&second)).body(), gateway.refuse(&refusal).body);
    let refusals: Vec<_> = std::iter::from_fn(|| mock.arrivals.try_recv().ok()).filter_map(|one| one.refusal).collect();
    assert_eq!(refusals, [refusal.clone(), refusal]);
}

/// Which of some calls were refused as too many.
fn refused(mock: &mut Running, entry: &Entry, times: usize) -> Vec<bool> {
    let request = mock.request(entry, &entry.examples()[0]);
    (0..times).for_each(|_| _ = mock.send(&request));
    let arrivals = std::iter::from_fn(|| mock.arrivals.try_recv().ok());
    arrivals.map(|one| one.refusal == Some(Refusal::RateLimited)).collect()
}

#[test]
fn one_call_too_many_is_refused() {
    let mut mock = Running::start(1, &["rate=3"]);
    for id in ["wecom.message_send", "youmi.send_public_message"] {
        let entry = catalog::find(id).expect(id);
        assert_eq!(refused(&mut mock, entry, 5), [false, false, false, true, true], "each has a count of its own");
    }
}

#[test]
fn documented_rates_hold_for_calls_that_have_some() {
    let rated = catalog::typed().find(|entry| entry.rates.iter().any(|rate| rate.times <= 60 && rate.seconds >= 30));
    let rated = rated.expect("a call with a rate");
    let times =
        rated.rates.iter().filter(|rate| rate.seconds >= 30).map(|rate| rate.times).min().expect("one") as usize;
    let mut mock = Running::start(1, &["rates"]);
    let refused = refused(&mut mock, rated, times + 1);
    assert_eq!(refused.iter().position(|is| *is), Some(times), "{} {refused:?}", rated.id);
}

/// The log says which rules a call breaks.
#[test]
fn a_refusal_names_its_rules() {
    let mut mock = Running::start(1, &[]);
    let entry = catalog::find("wecom.message_send").expect("it is there");
    let values = json!({"touser": "a", "msgtype": "text", "agentid": "1", "text": {"content": ""}});
    mock.send(&mock.unchecked(entry, &values.to_string()));
    let arrival = mock.arrivals.try_recv().expect("a call");
    let known: Vec<_> = entry.check(values.to_string().as_bytes());
    assert!(arrival.problems.len() >= 2 && arrival.problems == known, "{:?}", arrival.problems);
}
