//! What is printed: whole, at once, or an error.

use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};

use wxwire_tests::{Server, Wxwire, answer, binary};

const VALUES: [&str; 4] = ["anchor_userid=a", "theme=t", "living_start:=4000000000", "living_duration:=1"];

/// A run of every command, of every kind of output, that ends by itself.
fn commands() -> Vec<Vec<&'static str>> {
    let list: [&[&str]; 19] = [
        &["list"],
        &["show", "gewe.send_msg"],
        &["example", "gewe.send_msg"],
        &["check", "wecom.living_create", "theme=t"],
        &["check", "wecom.living_create", VALUES[0], VALUES[1], VALUES[2], VALUES[3]],
        &["build", "wecom.living_create", VALUES[0], VALUES[1], VALUES[2], VALUES[3]],
        &["build", "--as", "curl", "wecom.living_create", VALUES[0], VALUES[1], VALUES[2], VALUES[3]],
        &["send", "--dry-run", "wecom.living_create", VALUES[0], VALUES[1], VALUES[2], VALUES[3]],
        &["send", "wecom.living_create", "theme=t"],
        &["explain", "/dev/null"],
        &["explain", "--set", "/a=2", "-"],
        &["import", "-"],
        &["import", "/dev/null"],
        &["completions", "bash"],
        &["help"],
        &["help", "send"],
        &["send", "--help"],
        &["--help"],
        &["--version"],
    ];
    list.iter().map(|one| one.to_vec()).collect()
}

fn start(arguments: &[&str], out: impl Into<Stdio>) -> std::process::Child {
    let mut child = Command::new(binary())
        .args(arguments)
        .env_clear()
        .env("WXWIRE_PROFILES", "/nonexistent/profiles.toml")
        .stdin(Stdio::piped())
        .stdout(out)
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut input = child.stdin.take().expect("piped");
    // A command that does not read its input closes the pipe.
    let _ = std::io::Write::write_all(&mut input, b"{\"a\": 1}");
    child
}

/// Its status and what it complained of, without the notes.
fn end(child: std::process::Child) -> (i32, Vec<String>) {
    let output = child.wait_with_output().expect("it ends");
    let err = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(!err.contains("panicked"), "{err}");
    let complaints = err.lines().filter(|line| line.starts_with("wxwire: ")).map(str::to_owned).collect();
    (output.status.code().expect("no signal"), complaints)
}

fn full() -> File {
    File::options().write(true).open("/dev/full").expect("a device that is always full")
}

#[test]
fn a_full_disk_is_an_error_of_every_command() {
    for arguments in commands() {
        for json in [&[][..], &["--json"]] {
            let arguments = [json, &arguments[..]].concat();
            let (status, complaints) = end(start(&arguments, full()));
            // What fails anyway and prints nothing on standard output keeps its status.
            let prints = Wxwire::new(&arguments).input("{\"a\": 1}").run();
            if prints.out.is_empty() {
                assert_eq!(status, prints.exit, "{arguments:?}");
                continue;
            }
            assert_eq!(status, 1, "{arguments:?}");
            let last = complaints.last().expect("a complaint");
            assert!(last.contains("output could not be written"), "{arguments:?}: {complaints:?}");
        }
    }
}

#[test]
fn a_closed_pipe_ends_the_output_quietly() {
    for arguments in commands() {
        let whole = Wxwire::new(&arguments).input("{\"a\": 1}").run();
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let (status, complaints) = end(start(&arguments, writer));
        assert_eq!(status, whole.exit, "{arguments:?}");
        assert!(complaints.iter().all(|line| !line.contains("written")), "{arguments:?}: {complaints:?}");
    }
}

#[test]
fn what_was_sent_keeps_its_status() {
    let refused = Server::start(|stream, _| answer(stream, "200 OK", br#"{"errcode":92000,"errmsg":"x"}"#));
    let accepted = Server::start(|stream, _| answer(stream, "200 OK", br#"{"errcode":0,"livingid":"x"}"#));
    for (server, expected) in [(&refused, 42), (&accepted, 0)] {
        for json in [&[][..], &["--json"]] {
            let arguments = [json, &["send", "--base-url", &server.url, "wecom.living_create"], &VALUES].concat();
            let mut child = Command::new(binary());
            child.args(&arguments).env_clear().env("WXWIRE_WECOM_ACCESS_TOKEN", "tok-tok-tok");
            let child = child.stdout(full()).stderr(Stdio::piped()).spawn().expect("the binary starts");
            let (status, complaints) = end(child);
            assert_eq!(status, expected);
            assert!(complaints.iter().any(|line| line.contains("could not be written")), "{complaints:?}");
        }
    }
}

#[test]
fn a_server_that_cannot_say_where_it_is_does_not_start() {
    let (status, complaints) = end(start(&["mock", "--port", "0"], full()));
    assert_eq!((status, complaints.len()), (1, 1));
}

#[test]
fn a_json_document_is_one_line() {
    let long = format!("{{\"a\": \"{}\",\r\n\"b\": [1,\n2]}}", "x".repeat(200_000));
    let server_reply = long.clone();
    let server = Server::start(move |stream, _| answer(stream, "200 OK", server_reply.as_bytes()));
    let url = server.url.clone();
    let mut all = commands();
    all.push(vec!["send", "--mock", "wecom.living_create", VALUES[0], VALUES[1], VALUES[2], VALUES[3]]);
    // Faults of every kind: usage, an operation, a file, credentials, an address, a profile.
    all.push(vec!["check"]);
    all.push(vec!["chek"]);
    all.push(vec!["check", "wecom.living_create", "--bogus"]);
    all.push(vec!["check", "wecom.living_create", "a[=1"]);
    all.push(vec!["check", "nobody.nothing", "a=1"]);
    all.push(vec!["check", "wecom.living_create", "/nonexistent"]);
    all.push(vec!["send", "wecom.living_create", VALUES[0], VALUES[1], VALUES[2], VALUES[3]]);
    all.push(vec!["send", "gewe.send_app", "-", "--base-url", "ftp://x"]);
    all.push(vec!["send", "--profile", "p", "wecom.living_create", VALUES[0], VALUES[1], VALUES[2], VALUES[3]]);
    all.push(vec!["explain", "--set", "/nothing=2", "-"]);
    all.push(vec!["list", "--gateway", "nobody"]);
    all.push(vec!["help", "nobody"]);
    all.push(vec!["send", "--timeout", "-1"]);
    all.push(vec!["send", "--base-url", &url, "gewe.send_msg", "appid=a", "to_wxid_list:=[]"]);
    for arguments in &all {
        for arguments in [[&["--json"], &arguments[..]].concat(), [&arguments[..], &["--json"]].concat()] {
            let run = Wxwire::new(&arguments).input(long.as_str()).run();
            let (exit, out) = (run.exit, run.out);
            assert_eq!(out.matches('\n').count(), 1, "{arguments:?}: {out}");
            assert!(out.ends_with('\n') && !out.contains('\r'), "{arguments:?}");
            let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
            if let Some(error) = json.get("error") {
                assert!(error["code"].is_string() && error["message"].is_string() && exit != 0, "{out}");
            }
        }
    }
}

#[test]
fn a_json_document_is_one_write() {
    let log = tempfile::NamedTempFile::new().expect("a file");
    let strace = Command::new("strace").arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if strace.is_err() {
        return;
    }
    let mut all = commands();
    all.push(vec!["show", "youmi.send_public_message"]);
    all.push(vec!["chek"]);
    all.push(vec!["check", "gewe.send_app", "/nonexistent"]);
    all.push(vec!["mock", "--port", "x"]);
    for arguments in all {
        let arguments = [&arguments[..], &["--json"]].concat();
        let output = Command::new("strace")
            .args(["-f", "-e", "trace=write", "-o"])
            .arg(log.path())
            .arg(binary())
            .args(&arguments)
            .env_clear()
            .stdin(Stdio::null())
            .output()
            .expect("strace runs");
        let trace = std::fs::read_to_string(log.path()).expect("a trace");
        let writes: Vec<_> = trace.lines().filter(|line| line.contains("write(1, ")).collect();
        // Where another thread does something meanwhile, the end of a call stands on a line of its own.
        let ended = format!("= {}", output.stdout.len());
        let is_end = |line: &str| line.ends_with(&ended) && line.contains("write");
        let is_whole = writes.len() == 1 && trace.lines().any(is_end);
        assert!(is_whole, "{arguments:?}: {writes:?}");
    }
}

#[test]
fn documents_of_runs_side_by_side_do_not_mix() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let append = || File::options().append(true).open(file.path()).expect("the file");
    let children: Vec<_> = (0..8).map(|_| start(&["list", "--json"], append())).collect();
    for child in children {
        assert_eq!(end(child).0, 0);
    }
    let mut text = String::new();
    File::open(file.path()).and_then(|mut file| file.read_to_string(&mut text)).expect("text");
    assert_eq!(text.lines().count(), 8);
    assert!(text.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
}

#[test]
fn words_that_are_no_text_are_a_usage_error() {
    use std::os::unix::ffi::OsStrExt;
    let word = std::ffi::OsStr::from_bytes(b"theme=\xff");
    let mut run = Command::new(binary());
    let output = run.args(["check", "wecom.living_create"]).arg(word).arg("--json").output().expect("it runs");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a document");
    assert_eq!((&json["error"]["code"], output.status.code()), (&"usage".into(), Some(2)));
}

#[test]
fn an_error_has_a_stable_code() {
    let table: [(&[&str], &str, i32); 9] = [
        (&["chek"], "usage", 2),
        (&["check", "--bogus", "x"], "usage", 2),
        (&["check", "no.such", "a=1"], "no_such_operation", 2),
        (&["check", "gewe.send_app", "/nonexistent"], "file", 2),
        (&["check", "gewe.send_app", "a[=1"], "usage", 2),
        (&["send", "wecom.living_create", VALUES[0], VALUES[1], VALUES[2], VALUES[3]], "credentials", 10),
        (&["send", "--base-url", "x", "wecom.living_create", VALUES[0], VALUES[1], VALUES[2], VALUES[3]], "address", 2),
        (
            &["send", "--profile", "p", "wecom.living_create", VALUES[0], VALUES[1], VALUES[2], VALUES[3]],
            "no_such_profile",
            10,
        ),
        (&["explain", "/nonexistent"], "file", 2),
    ];
    for (arguments, code, status) in table {
        let run = Wxwire::new(&[&["--json"], arguments].concat()).run().exits(status);
        assert_eq!(run.json()["error"]["code"], code, "{}", run.out);
    }
}
