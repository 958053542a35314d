//! Every example of every operation is taken, answered, and counts as a success.

use http::Response;
use wxwire::catalog;
use wxwire::operation::Answers;
use wxwire::verdict::Level;

use super::client::{Running, some};

#[test]
fn every_example_succeeds() {
    let mut mock = Running::start(1, &[]);
    let mut sent = 0;
    for entry in catalog::entries() {
        for example in entry.examples() {
            let request = mock.request(entry, &example);
            let response = mock.send(&request);
            sent += 1;
            let shown = format!("{} {}: {}", entry.id, example.name, String::from_utf8_lossy(response.body()));
            assert_eq!(response.status(), 200, "{shown}");
            let kind = match entry.answers {
                Answers::Bytes => "application/octet-stream",
                _ => "application/json; charset=utf-8",
            };
            assert_eq!(response.headers()["content-type"], kind, "{shown}");
            let verdict = entry.verdict(Some(&example.values), &borrowed(&response));
            // Some vendors show a reply that names what was not taken.
            let is_partial = verdict.level == Level::Partial && entry.reply().contains(&verdict.not_taken[0].name);
            let is_taken = matches!(verdict.level, Level::Accepted | Level::Queued | Level::Delivered) || is_partial;
            assert!(is_taken, "{shown}\n{:?}", verdict.reasons);
            let arrival = mock.arrivals.try_recv().expect("one arrival for each call");
            assert_eq!((arrival.number, arrival.operation, arrival.status), (sent, Some(entry.id), Some(200)));
            assert_eq!(arrival.request.body(), request.body());
        }
    }
    assert!(sent > 0 && mock.arrivals.try_recv().is_err());
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let run = |seed| {
        let mock = Running::start(seed, &[]);
        let requests = some().map(|entry| mock.request(entry, &entry.examples()[0]));
        requests.map(|request| mock.send(&request).into_body()).collect::<Vec<_>>()
    };
    assert_eq!(run(7), run(7));
    assert_ne!(run(7), run(8));
}

/// Debug shows no secret, whatever a person sent.
#[test]
fn an_arrival_shows_no_secret() {
    let mut mock = Running::start(1, &[]);
    for entry in some() {
        mock.send(&mock.request(entry, &entry.examples()[0]));
        let shown = format!("{:?}", mock.arrivals.try_recv().expect("an arrival"));
        assert!(shown.contains(entry.id) && !shown.contains("mock-"), "{shown}");
    }
}

fn borrowed(response: &Response<Vec<u8>>) -> Response<&[u8]> {
    let mut borrowed = Response::new(response.body().as_slice());
    *borrowed.status_mut() = response.status();
    *borrowed.headers_mut() = response.headers().clone();
    borrowed
}
