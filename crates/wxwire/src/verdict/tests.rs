//! What replies come to: the successes that are none above all. One file for each gateway; here, what they share.

mod callbacks;
mod gewe;
mod http;
mod ilink;
mod wecom;
mod words;
mod xbot;
mod youmi;
mod yunzhenji;

use super::*;
use crate::catalog;

/// The verdict on a reply to the last example of an operation.
fn judge(id: &str, status: u16, reply: &str) -> Verdict {
    let entry = catalog::find(id).expect("in the catalog");
    let example = entry.examples().into_iter().next_back().expect("an example").values;
    entry.verdict(Some(&example), Received { status, retry_after: None, body: reply.as_bytes() })
}

/// A verdict as `level: code path, code path`.
fn summary(verdict: &Verdict) -> String {
    let reasons: Vec<_> = verdict.reasons.iter().map(|one| format!("{} {}", one.why.name(), one.path)).collect();
    format!("{}: {}", verdict.level.name(), reasons.join(", ")).trim_end().to_owned()
}

/// Compares the verdict on each reply, answered with HTTP 200.
#[track_caller]
fn check(id: &str, table: &[(&str, &str)]) {
    for (reply, expected) in table {
        let found = summary(&judge(id, 200, reply));
        assert_eq!(found, *expected, "{reply}");
    }
}

/// Compares what each reason says in English.
#[track_caller]
fn check_words(id: &str, table: &[(&str, &str)]) {
    for (reply, expected) in table {
        let found: Vec<_> = judge(id, 200, reply).reasons.iter().map(|one| one.message(Lang::En)).collect();
        assert_eq!(found.join("; "), *expected, "{reply}");
    }
}
