//! The examples, run as they were built, as a reader would run them.
//!
//! `cargo test -p wxwire` builds them, and so does `cargo build --examples`; `cargo test --test examples` alone does not.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "it runs programs and answers them")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::{Command, Output, Stdio};

/// What stands in no output.
const KEY: &str = "693a91f6-7xxx-4bc4-97a0";

/// Runs an example with some standard input.
fn run(name: &str, arguments: &[&str], input: &str) -> Output {
    let deps = std::env::current_exe().expect("a test is a file");
    let folder = deps.parent().and_then(|folder| folder.parent()).expect("two folders up").join("examples");
    let mut program = Command::new(folder.join(name));
    program.args(arguments).env("WXWIRE_WECOM_KEY", KEY);
    let program = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().expect("`cargo build --examples` makes it");
    // One that ends before it has read all is no fault.
    let _ = child.stdin.take().expect("it is piped").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

#[track_caller]
fn prints(output: &Output, expected: &str) {
    let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(out, expected, "{error}");
    assert!(output.status.success(), "{error}");
    assert!(!out.contains(KEY) && !error.contains(KEY));
}

/// Answers one request on loopback: the base URL, and what arrived.
fn gateway(answer: &'static str) -> (String, std::thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let base_url = format!("http://{}/wecom", listener.local_addr().expect("an address"));
    let arrived = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let (mut bytes, mut chunk) = (Vec::new(), [0; 4096]);
        while !bytes.ends_with(b"}") {
            let length = stream.read(&mut chunk).expect("a request");
            assert_ne!(length, 0, "it broke off");
            bytes.extend_from_slice(&chunk[..length]);
        }
        stream.write_all(answer.as_bytes()).expect("a client that reads");
        String::from_utf8(bytes).expect("UTF-8")
    });
    (base_url, arrived)
}

/// What a recipe does not show is no part of it but the end of the function that it is copied into.
#[test]
fn recipes_show_all_that_they_take() {
    let lines = include_str!("../src/cookbook.rs").lines().map(|line| line.trim_start_matches("//!").trim());
    let (mut inside, mut recipes) = (false, 0);
    for line in lines {
        if line == "```" {
            inside = !inside;
            recipes += usize::from(inside);
        } else if inside && line.starts_with("# ") {
            assert!(line.starts_with("# Ok::<(), "), "{line}");
        }
    }
    assert!(!inside && recipes > 10, "{recipes}");
}

#[test]
fn send() {
    let (base_url, arrived) =
        gateway("HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n{\"errcode\": 0, \"errmsg\": \"ok\"}");
    prints(&run("send", &[&base_url, "下班了"], ""), "POST 127.0.0.1 •••\naccepted\n");
    let arrived = arrived.join().expect("a request");
    assert!(arrived.starts_with(&format!("POST /wecom/cgi-bin/webhook/send?key={KEY} HTTP/1.1\r\n")), "{arrived}");
    assert!(arrived.ends_with("\r\n\r\n{\"msgtype\":\"text\",\"text\":{\"content\":\"下班了\"}}"), "{arrived}");
}

#[test]
fn send_to_a_gateway_that_breaks_off_is_unknown() {
    let (base_url, arrived) = gateway("");
    let output = run("send", &[&base_url, "下班了"], "");
    arrived.join().expect("a request");
    assert!(String::from_utf8_lossy(&output.stdout).contains("\nunknown\n"), "{output:?}");
}

#[test]
fn send_to_nobody_is_not_sent() {
    // Bound and closed again: nobody listens there.
    let nobody = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let output = run("send", &[&format!("http://{nobody}"), "下班了"], "");
    assert!(String::from_utf8_lossy(&output.stdout).contains("\nnot_sent\n"), "{output:?}");
}

#[test]
fn callback() {
    let body = r#"[{"type": "chatMsgSendFail", "corp_wxid": "c", "rel_wxid": "168", "data": [{"api_send_svrid": "168,7,a"}]}]"#;
    let output = run("callback", &[], body);
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(out.starts_with("Yunzhenji callback: messages that were not sent, decrypted\n"), "{output:?}");
    assert!(out.ends_with("\nfailed: api_send_svrid 168,7,a\n"), "{output:?}");
    assert!(!run("callback", &[], "{}").status.success());
}

#[test]
fn retitle() {
    let values = r#"{"appid": "a",  "xml": "<appmsg><title>旧<\/title><type>5<\/type><\/appmsg>"}"#;
    prints(&run("retitle", &["A & B"], values), &values.replace('旧', "A &amp; B"));
    assert!(!run("retitle", &["x"], "{}").status.success());
}

#[test]
fn explain() {
    let reply = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples/yunzhenji/yzj_sendMessage_resp.json");
    let output = run("explain", &[reply], "");
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(out.contains("\nyunzhenji.send_message\n"), "{output:?}");
    assert!(out.contains("\n  /data/0/api_send_svrid  168xxx,7xxx,1675997660116ABKocO\n"), "{output:?}");
    assert!(out.ends_with("\nqueued\n"), "{output:?}");
}

#[test]
fn describe() {
    let folder = format!("{}/described", env!("CARGO_TARGET_TMPDIR"));
    prints(&run("describe", &[&folder], ""), "");
    let catalog = std::fs::read_to_string(format!("{folder}/catalog.json")).expect("a file");
    assert_eq!(catalog, wxwire::catalog::to_json());
}
