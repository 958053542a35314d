//! Signals, to the real binary.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use wxwire_tests::{Server, binary};

const VALUES: [&str; 4] = ["anchor_userid=a", "theme=t", "living_start:=4000000000", "living_duration:=1"];

/// The command, which takes every signal: whoever runs the tests may ignore some, as `nohup` does, and a child would too.
fn command() -> Command {
    if cfg!(target_os = "linux") {
        let mut command = Command::new("env");
        command.arg("--default-signal=HUP,INT,TERM").arg(binary());
        return command;
    }
    Command::new(binary())
}

fn signal(child: &Child, name: &str) {
    let status = Command::new("kill").args(["-s", name, &child.id().to_string()]).status().expect("kill runs");
    assert!(status.success());
}

fn send(url: &str, more: &[&str]) -> Child {
    command()
        .args(["send", "--base-url", url, "wecom.living_create"])
        .args(VALUES)
        .args(more)
        .env_clear()
        .env("WXWIRE_WECOM_ACCESS_TOKEN", "tok-tok-tok")
        .env("WXWIRE_PROFILES", "/nonexistent/profiles.toml")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts")
}

/// Waits until something is true.
fn until(mut what: impl FnMut() -> bool) {
    let start = Instant::now();
    while !what() {
        assert!(start.elapsed() < Duration::from_secs(20), "it never comes");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// A server that takes a request and keeps silent.
fn silent() -> Server {
    Server::start(|stream, _| {
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(60));
            drop(stream);
        });
    })
}

fn end(child: Child) -> Output {
    let (start, id) = (Instant::now(), child.id().to_string());
    let (ended, waited) = channel::<()>();
    // What does not end is ended: a test that fails does not wait.
    let watch = std::thread::spawn(move || {
        if waited.recv_timeout(Duration::from_secs(20)) == Err(RecvTimeoutError::Timeout) {
            let _ = Command::new("kill").args(["-s", "KILL", &id]).status();
        }
    });
    let output = child.wait_with_output().expect("it ends");
    drop(ended);
    watch.join().expect("it watches");
    assert!(start.elapsed() < Duration::from_secs(5), "it ends at once");
    output
}

#[test]
fn a_signal_while_a_request_is_out_leaves_the_outcome_unknown() {
    let server = silent();
    for (count, name) in ["INT", "TERM", "HUP"].into_iter().enumerate() {
        let child = send(&server.url, &["--json"]);
        until(|| server.count() == count + 1);
        signal(&child, name);
        let output = end(child);
        assert_eq!(output.status.code(), Some(41), "{name}: {output:?}");
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a document");
        let reason = &json["verdict"]["reasons"][0];
        assert_eq!((&json["verdict"]["level"], &reason["code"]), (&"unknown".into(), &"interrupted".into()));
        assert!(reason["message"].as_str().expect("words").contains(name), "{reason}");
        assert_eq!((&json["status"], json["duration_ms"].is_u64()), (&serde_json::Value::Null, true));
    }
    for (count, (lang, words)) in
        [("zh", "在得到回复之前被中断"), ("en", "interrupted before an answer")].into_iter().enumerate()
    {
        let child = send(&server.url, &["--lang", lang]);
        until(|| server.count() == count + 4);
        signal(&child, "INT");
        let output = end(child);
        assert_eq!(output.status.code(), Some(41));
        assert!(String::from_utf8_lossy(&output.stdout).contains(words), "{output:?}");
    }
}

#[test]
fn before_there_is_a_connection_nothing_was_sent() {
    // TLS that never answers: a connection of TCP alone carries no request.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("https://{}", listener.local_addr().expect("an address"));
    let child = send(&url, &["--json"]);
    let (stream, _) = listener.accept().expect("it connects");
    signal(&child, "TERM");
    let output = end(child);
    drop(stream);
    assert_eq!(output.status.code(), Some(40), "{output:?}");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a document");
    assert_eq!(json["verdict"]["level"], "not_sent");
    assert_eq!(json["verdict"]["reasons"][0]["code"], "interrupted");
}

#[test]
fn while_values_are_read_nothing_was_sent() {
    for (arguments, name) in [(&["--lang", "en"][..], "INT"), (&["--json"], "TERM"), (&["--lang", "zh"], "HUP")] {
        let child = command()
            .args(["send", "--base-url", "http://127.0.0.1:1", "wecom.living_create", "-"])
            .args(arguments)
            .env_clear()
            // Nothing is written to it, and it is not closed before the end.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut child = child;
        let held = child.stdin.take();
        std::thread::sleep(Duration::from_millis(500));
        signal(&child, name);
        let output = end(child);
        drop(held);
        assert_eq!(output.status.code(), Some(40), "{name}: {output:?}");
        let out = String::from_utf8_lossy(&output.stdout).into_owned();
        match arguments {
            ["--json"] => {
                let json: serde_json::Value = serde_json::from_str(&out).expect("a document");
                assert_eq!((&json["verdict"]["level"], &json["request"]), (&"not_sent".into(), &().into()), "{out}");
            }
            [_, "zh"] => assert!(out.contains("没有发送"), "{out}"),
            _ => assert!(out.contains("Nothing was sent") && out.contains("SIGINT"), "{out}"),
        }
    }
}

#[test]
fn a_second_signal_ends_at_once() {
    // The answer is longer than a pipe holds, and nobody reads it: the command hangs in its output.
    let server = Server::start(|stream, _| {
        let body = format!("{{\"errcode\":0,\"x\":\"{}\"}}", "y".repeat(1_000_000));
        wxwire_tests::answer(stream, "200 OK", body.as_bytes());
    });
    let mut child = send(&server.url, &["--json"]);
    until(|| server.count() == 1);
    std::thread::sleep(Duration::from_millis(500));
    signal(&child, "INT");
    std::thread::sleep(Duration::from_millis(200));
    assert!(child.try_wait().expect("it can be asked").is_none(), "it still writes");
    signal(&child, "INT");
    until(|| child.try_wait().expect("it can be asked").is_some());
    assert_eq!(child.wait().expect("it ended").code(), Some(130));
}

#[test]
fn what_was_ignored_stays_ignored() {
    let server = Server::start(|stream, _| {
        std::thread::sleep(Duration::from_millis(600));
        wxwire_tests::answer(stream, "200 OK", br#"{"errcode":0,"errmsg":"ok","livingid":"x"}"#);
    });
    let child = Command::new("sh")
        .args(["-c", "trap '' HUP; exec \"$@\"", "sh"])
        .arg(binary())
        .args(["send", "--base-url", &server.url, "wecom.living_create"])
        .args(VALUES)
        .env("WXWIRE_WECOM_ACCESS_TOKEN", "tok-tok-tok")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a shell");
    until(|| server.count() == 1);
    signal(&child, "HUP");
    assert_eq!(end(child).status.code(), Some(0));
}

#[test]
fn servers_end_well() {
    let page = tempfile::tempdir().expect("a folder");
    std::fs::write(page.path().join("index.html"), "the page").expect("a file");
    let page = page.path().to_string_lossy();
    for arguments in [&["mock"][..], &["serve", "--mock", "--page", &page]] {
        for name in ["INT", "TERM", "HUP"] {
            let mut child = command()
                .args(arguments)
                .args(["--port", "0", "--json"])
                .env_clear()
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the binary starts");
            let mut line = String::new();
            BufReader::new(child.stdout.as_mut().expect("piped")).read_line(&mut line).expect("a line");
            assert!(line.ends_with("}\n"), "one document, one line: {line}");
            signal(&child, name);
            assert_eq!(end(child).status.code(), Some(0), "{arguments:?} {name}");
        }
    }
}
