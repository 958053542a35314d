//! What HTTP says holds for every gateway.
#![allow(clippy::panic)] // A test that cannot go on says why.

use super::summary;
use crate::catalog;
use crate::imitation::Mock;
use crate::lang::Lang;
use crate::operation::{Answers, Entry};
use crate::verdict::{Level, Received, Verdict, Why};

/// The operations that are answered with JSON which says what happened.
fn entries() -> impl Iterator<Item = &'static Entry> {
    let has_code = |entry: &Entry| entry.reply_rule.as_ref().is_none_or(|rule| rule.code.is_some());
    catalog::entries().filter(move |entry| entry.answers == Answers::Json && has_code(entry))
}

/// The verdicts of these operations on one answer.
fn all(status: u16, retry_after: Option<&str>, body: &[u8]) -> Vec<(&'static str, Verdict)> {
    let received = Received { status, retry_after, body };
    let judge = |entry: &'static Entry| (entry.id, entry.verdict(None, received));
    entries().map(judge).collect()
}

#[track_caller]
fn check(status: u16, body: &[u8], expected: &str) {
    for (id, verdict) in all(status, None, body) {
        assert_eq!(summary(&verdict), expected, "{id} {status} {}", String::from_utf8_lossy(body));
    }
}

#[test]
fn no_json_is_no_answer() {
    for status in [200, 201, 204] {
        check(status, b"", "unknown: not_json");
        check(status, b" \r\n", "unknown: not_json");
    }
    check(200, b"<html><h1>502 Bad Gateway", "unknown: not_json");
    check(200, b"ok", "unknown: not_json");
    check(200, b"{\"errcode\":0,\"ret\":0,\"succ", "unknown: not_json");
    check(200, b"{\"errcode\":0}{\"errcode\":0}", "unknown: not_json");
    check(200, b"\xff\xfe{\x00}\x00", "unknown: not_json");
    check(200, "[".repeat(100_000).as_bytes(), "unknown: not_json");
}

#[test]
fn what_is_no_json_is_named() {
    let words = |body: &[u8]| {
        let said: Vec<_> = all(200, None, body).iter().map(|(_, one)| one.reasons[0].message(Lang::En)).collect();
        assert!(said.windows(2).all(|pair| pair[0] == pair[1]));
        said[0].clone()
    };
    assert_eq!(words(b""), "the answer is not JSON: it is empty");
    assert_eq!(words(b"\r\n<!DOCTYPE html>"), "the answer is not JSON: a web page, perhaps a proxy's");
    for cut in ["{", r#"{"errcode""#, r#"{"errcode": 0, "errms"#, r#"{"ret":0,"data":{"List":["#, r#"{"a": 12"#] {
        assert_eq!(words(cut.as_bytes()), "the answer is not JSON: it is cut short", "{cut}");
    }
    assert_eq!(words(br#"{"errcode": 0,, "errmsg": "ok"}"#), "the answer is not JSON");
    assert_eq!(words(b"ok"), "the answer is not JSON");
}

#[test]
fn a_server_error_is_no_answer() {
    for status in [500, 502, 503, 504, 599] {
        check(status, b"", "unknown: http_status");
        check(status, b"<html>", "unknown: http_status");
        check(status, br#"{"ret":-1,"errcode":40014,"succeed":false,"err_code":1}"#, "unknown: http_status");
    }
    // What the vendor says is kept.
    let reply =
        br#"{"ret":500,"msg_err":"said","errcode":7,"errmsg":"said","message":"said","err_code":7,"err_msg":"said"}"#;
    let said = all(500, None, reply).into_iter().filter(|(id, _)| !id.starts_with("youmi"));
    assert!(said.clone().count() > 3);
    for (id, verdict) in said {
        assert_eq!(verdict.message.as_deref(), Some("said"), "{id}");
        assert!(verdict.code.is_some() && verdict.ids.is_empty() && verdict.settled_by.is_none(), "{id}");
    }
}

#[test]
fn a_success_beside_another_status_is_none() {
    for entry in entries() {
        let example = entry.examples().remove(0).values;
        let tree = crate::layer::json::Tree::parse(&example).expect("JSON");
        let answer = entry.answer(tree.root(), &mut Mock::new(1)).map(|answer| answer.body);
        let body = answer.expect(entry.id);
        let judge = |status| {
            let received = Received { status, retry_after: None, body: &body };
            entry.verdict(Some(&example), received)
        };
        let good = judge(200);
        let is_whole = good.reasons.iter().all(|reason| matches!(reason.why, Why::Missing | Why::Sent));
        assert!(is_whole && good.ids.len() >= entry.ids.len(), "{}: {good:?}", entry.id);
        for status in [302, 400, 401, 403, 404, 405, 413, 429] {
            let verdict = judge(status);
            assert_eq!(verdict.level, Level::Unknown, "{} {status}", entry.id);
            let mut last = verdict.reasons.iter().rev();
            let (contradiction, told) = (last.next().expect("a reason"), last.next().expect("another"));
            assert_eq!((told.why, contradiction.why), (Why::HttpStatus, Why::Contradiction), "{} {status}", entry.id);
            assert!(told.detail.starts_with(&status.to_string()));
        }
        assert_eq!(summary(&judge(500)), "unknown: http_status", "{}", entry.id);
    }
}

#[test]
fn where_no_reply_is_known_the_status_decides() {
    let entries = catalog::entries().filter(|entry| entry.reply_rule.as_ref().is_some_and(|rule| rule.code.is_none()));
    let mut tried = 0;
    for entry in entries {
        tried += 1;
        let judge = |status, body: &[u8]| summary(&entry.verdict(None, Received { status, retry_after: None, body }));
        for body in [&b""[..], b"ok", b"<html>", br#"{"errcode": 1}"#] {
            assert_eq!(judge(200, body), "accepted: status_only", "{}", entry.id);
            assert_eq!(judge(401, body), "refused: credentials , status_only", "{}", entry.id);
            assert_eq!(judge(429, body), "refused: rate_limited , status_only", "{}", entry.id);
            // Its server blames the call, and nobody is known to say more.
            for status in [400, 402, 404, 405, 406, 409, 413, 422, 451] {
                let is_proxys = body.starts_with(b"<") && ![404, 405, 413].contains(&status);
                let expected = if is_proxys {
                    "unknown: http_status , status_only"
                } else {
                    "refused: not_processed , status_only"
                };
                assert_eq!(judge(status, body), expected, "{} {status}", entry.id);
            }
            // A proxy, a wait that ended, a redirect, a server's error: nothing says what was done.
            for status in [302, 407, 408, 499, 500, 502, 599] {
                assert_eq!(judge(status, body), "unknown: http_status , status_only", "{} {status}", entry.id);
            }
        }
    }
    assert!(tried > 0);
}

#[test]
fn a_file_is_an_answer_where_one_is_looked_for() {
    let entries: Vec<_> = catalog::entries().filter(|entry| entry.answers == Answers::Bytes).collect();
    assert!(!entries.is_empty());
    for entry in entries {
        let judge = |status, body: &[u8]| summary(&entry.verdict(None, Received { status, retry_after: None, body }));
        let tree = crate::layer::json::Tree::parse("{}").expect("JSON");
        let answer = entry.answer(tree.root(), &mut Mock::new(1)).expect("a file");
        assert_eq!(judge(answer.status, &answer.body), "accepted:", "{}", entry.id);
        // A file of JSON is one too, unless it is what the gateway says when there is none.
        assert_eq!(judge(206, b"[1, 2]"), "accepted:", "{}", entry.id);
        let refusal = entry.gateway.refuse(&crate::imitation::Refusal::BadBody("/x".into())).body;
        assert!(judge(200, &refusal).starts_with("refused"), "{}", entry.id);
        assert_eq!(judge(200, b" "), "unknown: not_json", "{}", entry.id);
        assert_eq!(judge(200, b"<!DOCTYPE HTML><p>log in"), "unknown: not_json", "{}", entry.id);
        assert!(judge(404, b"PNG").starts_with("refused"), "{}", entry.id);
        assert_eq!(judge(502, b"PNG"), "unknown: http_status", "{}", entry.id);
    }
}

#[test]
fn a_part_that_was_taken_in_is_a_success_too() {
    let example = catalog::find("yunzhenji.send_message").expect("in the catalog").examples().remove(0).values;
    let part = r#"{"errcode":0,"data":[{"idx":0,"api_send_svrid":"1,7,1A"},{"idx":1,"api_send_svrid":"2,7,1A"}]}"#;
    let tree = crate::layer::json::Tree::parse(&example).expect("JSON");
    let sent = tree.root().get("messages").expect("messages").items().count() + 2;
    let messages = vec![tree.root().find("/messages/0").expect("a message").source(); sent].join(",");
    let values = format!(r#"{{"messages":[{messages}]}}"#);
    let entry = catalog::find("yunzhenji.send_message").expect("in the catalog");
    let judge = |status| entry.verdict(Some(&values), Received { status, retry_after: None, body: part.as_bytes() });
    assert!(summary(&judge(200)).starts_with("partial: missing"), "{:?}", judge(200));
    assert!(summary(&judge(403)).starts_with("unknown: missing") && judge(403).has(Why::Contradiction));
}

#[test]
fn refusals_by_status() {
    // What HTTP says was not processed was not, with a page beside it or without.
    for status in [404, 405, 410, 411, 413, 414, 415, 417, 421, 426, 431] {
        check(status, b"", "refused: not_processed");
        check(status, b"\n", "refused: not_processed");
        check(status, b"<html>", "refused: not_json , not_processed");
        check(status, b"[]", "unknown: no_code , http_status");
    }
    check(401, b"", "refused: credentials");
    // A page is a proxy's, which knows of no credentials.
    check(403, b"<html>", "refused: not_json , not_processed");
    // Any of these may be a proxy's, or come after an effect.
    for status in [400, 402, 406, 407, 408, 409, 422, 425, 451, 499] {
        check(status, b"", "unknown: http_status");
        check(status, b"<html>", "unknown: not_json , http_status");
        check(status, b"bad request", "unknown: not_json , http_status");
    }
    // This may have begun to say yes.
    for status in [401, 403, 404, 429] {
        check(status, b"{\"errcode\":0,\"ret\":0,\"succ", "unknown: not_json , http_status");
    }
    check(301, b"", "unknown: not_json , http_status");
    check(307, b"<html>", "unknown: not_json , http_status");
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    for body in [r#"{"errcode":0,"ret":0}"#, "", "<html>", r#"{"errcode":0,"errms"#] {
        let marked = format!("\u{feff}{body}");
        for (one, other) in all(200, None, marked.as_bytes()).iter().zip(all(200, None, body.as_bytes())) {
            assert_eq!(*one, other);
        }
    }
    for (id, verdict) in all(200, None, "\u{feff}{\"errcode\":40014,\"errmsg\":\"x\"}".as_bytes()) {
        if id.starts_with("wecom") {
            assert_eq!(summary(&verdict), "refused: credentials /errcode");
        }
    }
}

#[test]
fn rate_limits_say_how_long() {
    check(429, b"", "refused: rate_limited");
    check(429, b"slow down", "refused: rate_limited");
    check(429, b"[]", "refused: rate_limited");
    for (id, verdict) in all(429, Some("7"), br#"{"x":1}"#) {
        assert_eq!(verdict.reasons.last().expect("a reason").detail, "429, Retry-After 7", "{id}");
    }
    for (id, verdict) in all(503, Some("Fri, 31 Dec 2027 23:59:59 GMT"), b"") {
        assert_eq!(summary(&verdict), "unknown: http_status", "{id}");
        assert!(verdict.reasons[0].detail.contains("Retry-After Fri, 31 Dec 2027"), "{id}");
    }
    // The gateway's own code, and the header beside it.
    for (id, verdict) in all(200, Some("7"), br#"{"errcode":45009,"errmsg":"x"}"#) {
        if id.starts_with("wecom") {
            assert_eq!(summary(&verdict), "refused: rate_limited /errcode, rate_limited");
        }
    }
}
