//! An explanation takes time as long as its text is: twice the text, twice the time, whatever is repeated in it.

// Unlike the codec, its tests look at the clock.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::time::{Duration, Instant};

/// Four times the text takes about four times as long, whatever is repeated in it.
#[test]
fn a_longer_text_takes_no_longer_than_it_is() {
    let command = "curl http://api.geweapi.com/gewe/v2/api/message/postText -d \"{";
    let kinds = [
        ("", "密钥："),
        ("", "密钥：["),
        ("", "密钥>"),
        ("", "<token>ab</token>"),
        ("", "<密钥>ab</密钥>"),
        ("", "token=\"a1b2\","),
        ("", "[{"),
        ("", "a:{"),
        ("", "1 {\n"),
        ("", "1 \"a\":{\n"),
        ("", "1 \"a\":{\n1 }\n"),
        ("", "{...a"),
        ("", "{\\\"\n"),
        ("", "\\u`${["),
        ("", "http://"),
        ("", "http://u:p@h/"),
        ("", "http.NewRequest(\"POST\",\""),
        ("", "fetch(\"http://api.geweapi.com/gewe/v2/api/message/postText\",{body:JSON.stringify({"),
        (command, "$("),
        (command, "${"),
    ];
    let slow: Vec<_> = kinds.into_iter().filter_map(|kind| Some((kind, longer(kind)?))).collect();
    assert!(slow.is_empty(), "{slow:#?}");
}

/// The times that a text takes and one of four times its length, where that one takes too much.
fn longer((start, part): (&str, &str)) -> Option<[Duration; 2]> {
    let spent = |length: usize| {
        let text = format!("{start}{}", part.repeat(length / part.len()));
        let begun = Instant::now();
        let _ = wxwire::explain::parts(text.as_bytes(), None);
        begun.elapsed()
    };
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    // Others may be at work on the machine: then the least of some runs counts.
    for _ in 0..4 {
        (short, long) = (short.min(spent(30_000)), long.min(spent(120_000)));
        if long < short * 12 + Duration::from_millis(50) {
            return None;
        }
    }
    Some([short, long])
}
