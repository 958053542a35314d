//! A robot that answers with a stream is asked how it goes on, until it has ended.

use std::time::Duration;

use super::process::{Home, port};

/// Answers a message with the beginning of a stream, and the first question how it goes on with its end.
const ROBOT: &str = r#"if grep -q '"msgtype":"stream"'
    then printf '{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"done"}}'
    else printf '{"msgtype":"stream","stream":{"id":"s1","finish":false,"content":"…"}}'; fi"#;

#[test]
fn a_stream_is_asked_for_until_it_has_ended() {
    let home = Home::new("stream");
    let listening = home.run(&["listen", "--port", "0", "/bot=wecom/bot", "--exec", ROBOT]);
    let port = port(listening.line()["url"].as_str().expect("an address"));
    let to = format!("wecom/bot=http://127.0.0.1:{port}/bot");
    // Of four callbacks the fourth is a robot's.
    let mock = home.run(&["mock", "--port", "0", "--callbacks", "4", "--callback", &to]);
    let told = mock.lines_until(|line| line["totals"].is_object());
    assert_eq!(told.last().expect("a line")["totals"]["taken"], 5);
    let printed = listening.rest(Duration::from_secs(2));
    let asked: Vec<_> = printed.iter().filter(|line| line.to_string().contains("\"stream\"")).collect();
    assert_eq!(asked.len(), 1, "{printed:?}");
    assert!(asked[0].to_string().contains("s1"), "{asked:?}");
    listening.end();
}
