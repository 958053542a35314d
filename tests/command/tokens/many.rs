//! Several processes at once: one fetch for each token, and every message taken once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use wxwire_tests::{Output, Server, answer};

use super::{Home, Mock, TAKEN, counts, gateway};

/// As many runs at once as there are here.
const RUNS: usize = 8;

fn at_once(home: &Home) -> Vec<Output> {
    thread::scope(|scope| {
        let runs: Vec<_> = (0..RUNS).map(|_| scope.spawn(|| home.text().run())).collect();
        runs.into_iter().map(|run| run.join().expect("it ends")).collect()
    })
}

#[test]
fn eight_at_once_fetch_once() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    for run in at_once(&home) {
        run.exits(0);
    }
    assert_eq!(counts(&server), (1, RUNS));
}

#[test]
fn eight_at_once_with_a_token_that_ends_after_three_calls() {
    let mock = Mock::start(&["token_calls=3"]);
    for round in 1..=3 {
        let address = format!("{}/wecom", mock.url);
        let home = Home::wecom(&address);
        home.profile("wecom", &[("corpid", "mock-corpid"), ("corpsecret", "mock-corpsecret"), ("base_url", &address)]);
        for run in at_once(&home) {
            run.exits(0);
        }
        let arrived = mock.arrivals();
        let count = |name: &str| arrived.iter().filter(|one| one.as_str() == name).count();
        assert_eq!(
            (count("wecom.message_send"), count("wecom.gettoken")),
            (RUNS, RUNS.div_ceil(3)),
            "{round}: {arrived:?}"
        );
    }
}

/// Nobody else uses a new token up before the call that it was fetched for was made; but a slow answer to that holds nobody
/// up for long.
#[test]
fn a_new_token_is_tried_before_it_is_shared() {
    for (delay, is_shared) in [(1500, false), (8000, true)] {
        let (answered, early) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let (first, seen) = (Arc::clone(&answered), Arc::clone(&early));
        let sends = AtomicUsize::new(0);
        let server = Server::start(move |stream, request| {
            if request.contains("gettoken") {
                let token = r#"{"errcode":0,"errmsg":"ok","access_token":"abcdef","expires_in":7200}"#;
                return answer(stream, "200 OK", token.as_bytes());
            }
            if sends.fetch_add(1, Ordering::SeqCst) > 0 {
                seen.fetch_add(usize::from(!first.load(Ordering::SeqCst)), Ordering::SeqCst);
                return answer(stream, "200 OK", TAKEN.as_bytes());
            }
            let first = Arc::clone(&first);
            thread::spawn(move || {
                thread::sleep(Duration::from_millis(delay));
                first.store(true, Ordering::SeqCst);
                answer(stream, "200 OK", TAKEN.as_bytes());
            });
        });
        let home = Home::wecom(&server.url);
        for run in at_once(&home) {
            run.exits(0);
        }
        assert_eq!(counts(&server), (1, RUNS));
        assert_eq!(early.load(Ordering::SeqCst) > 0, is_shared, "{delay} ms");
    }
}

/// A process that ends amid its fetch holds nobody up.
#[test]
fn a_process_that_was_killed_leaves_no_lock() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    home.text().run().exits(0);
    let lock = home.tokens("lock").remove(0);
    let token = home.token();
    std::fs::remove_file(&token).expect("it is there");
    // What such a process leaves: the lock's file, and a token half written.
    std::fs::write(token.with_extension("new"), "{\"tok").expect("a file");
    assert!(lock.exists());
    home.text().run().exits(0);
    assert_eq!(counts(&server), (2, 2));
    assert!(home.token().exists() && home.tokens("new").is_empty());
}
