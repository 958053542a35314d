//! A log that is still written: each payload is told as it comes, in little memory.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use wxwire_tests::{Wxwire, binary};

const OFFLINE: &str = r#"{"TypeName":"Offline","Appid":"wx_a","Wxid":"w"}"#;

const REFUSED: &str = r#"{"errcode":40001,"errmsg":"invalid credential","invaliduser":"a"}"#;

/// The command while it reads, what it reads from, and the next document that it prints.
fn explaining() -> (Child, ChildStdin, impl FnMut() -> Value) {
    let mut child = Command::new(binary())
        .args(["explain", "--json", "--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let stdin = child.stdin.take().expect("piped");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let next = move || serde_json::from_str(&lines.next().expect("a line").expect("UTF-8")).expect("JSON");
    (child, stdin, next)
}

#[test]
fn each_is_told_before_the_next_comes() {
    let (mut child, mut stdin, mut next) = explaining();
    let mut write = |text: String| {
        stdin.write_all(text.as_bytes()).expect("it reads");
        stdin.flush().expect("it reads");
    };
    let begun = Instant::now();
    write(format!("10:00 start\n10:01 got {OFFLINE}\n"));
    assert_eq!((&next()["kind"], begun.elapsed() < Duration::from_secs(20)), (&"callback".into(), true));
    // Over several lines, and in two parts.
    write("10:02 sent {\n  \"errcode\": 40001,\n".to_owned());
    write("  \"errmsg\": \"invalid credential\"\n}\n".to_owned());
    let reply = next();
    assert_eq!(
        (&reply["verdict"]["level"], &reply["line"], &reply["document"]),
        (&"refused".into(), &3.into(), &2.into())
    );
    // What never closes does not keep back what follows.
    write("10:03 when {\n".to_owned());
    write(format!("10:04 {{'errcode': 40001, 'errmsg': 'x'}} and {OFFLINE}\n"));
    assert_eq!((&next()["form"], &next()["kind"]), (&"python".into(), &"callback".into()));
    drop(stdin);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

/// What takes its time is waited for, and told whole.
#[test]
fn a_pause_cuts_nothing() {
    let (mut child, mut stdin, mut next) = explaining();
    let mut write = |text: &str| stdin.write_all(text.as_bytes()).expect("it reads");
    write("{\"errcode\":0,\"errmsg\":\"ok\"}\n");
    assert_eq!(next()["verdict"]["level"], "accepted");
    write("{\n \"errcode\": 81013,\n");
    std::thread::sleep(Duration::from_millis(1500));
    write(" \"errmsg\":\"x\"\n}\n");
    assert_eq!(next()["verdict"]["level"], "refused");
    // Another record says that the one before it was cut.
    write("{\n \"errcode\": 0,\n");
    write(&format!("2025-03-01 10:00:00 got {OFFLINE}\n"));
    assert_eq!(next()["broken"], true);
    assert_eq!(next()["kind"], "callback");
    // So does the end.
    write("{\n \"errcode\": 0,\n");
    drop(stdin);
    assert_eq!(next()["broken"], true);
    assert_eq!(child.wait().expect("it ends").code(), Some(30));
}

/// A large log from standard input or a file: in order, with the right lines, by kind and gateway.
#[test]
fn a_large_log_is_told_line_by_line() {
    let noise = "2025-03-01 10:00:00 [INFO] [http-nio-1] c.x.Service - List<String> took {} ms, see [1] and {name}\n"
        .repeat(600);
    let mut log = String::new();
    for _ in 0..100 {
        log.push_str(&noise);
        log.push_str(&format!("got {OFFLINE}\nsent {REFUSED}\n"));
    }
    assert!(log.len() > 5 << 20);
    let file = std::env::temp_dir().join(format!("wxwire-stream-{}.log", std::process::id()));
    std::fs::write(&file, &log).expect("a temporary file");
    let run = |words: &[&str]| {
        Wxwire::new(&[&["explain", "--lang", "en", &file.to_string_lossy()], words].concat()).run().exits(0).out
    };
    let (all, replies, gewe) = (run(&["--json"]), run(&["--only", "reply"]), run(&["--gateway", "gewe", "--json"]));
    std::fs::remove_file(&file).expect("it is there");
    assert_eq!((all.lines().count(), replies.lines().count(), gewe.lines().count()), (200, 100, 100));
    for (line, at) in all.lines().zip(0..) {
        let one: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(one["line"], 601 + 602 * (at / 2) + at % 2);
    }
    assert!(replies.lines().all(|line| line.contains("refused") && line.contains("40001")), "{}", &replies[..400]);
}
