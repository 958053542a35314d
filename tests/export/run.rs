//! Requests in each form, run.

use std::path::Path;
use std::process::{Command, Stdio};

use proptest::test_runner::{Config, TestCaseError, TestRunner};
use wxwire::export::Format;
use wxwire::request::Preview;

use crate::recorder::Recorder;
use crate::{cmd, nasty, powershell};

/// Requests in a form, one after the other.
fn script(form: &str, requests: &[Preview]) -> String {
    let form = Format::find(form).expect("a form");
    requests.iter().map(|request| form.write(request) + "\n").collect()
}

/// Runs many requests, and the long ones; `run` is to send all that it is given.
fn check(allowed: nasty::Allowed, run: impl Fn(&[Preview])) {
    let recorder = Recorder::start();
    let check = |requests: Vec<Preview>| {
        run(&requests);
        recorder.compare(&requests).map_err(TestCaseError::fail)
    };
    // Few runs of many requests each, because to start a program takes long; so is shrinking bounded.
    let config = Config { cases: 2, max_shrink_iters: 20, failure_persistence: None, ..Config::default() };
    let requests = nasty::requests(recorder.url.clone(), 40, allowed);
    TestRunner::new(config).run(&requests, check).expect("what arrives is the request");
    check(nasty::long(&recorder.url)).expect("what arrives is the request");
}

/// Runs a program on a text in a file of its own, with nothing of a person's settings.
fn run(program: &str, arguments: &[&str], text: &str, modules: Option<&Path>) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("script.mjs");
    std::fs::write(&file, text).expect("a file");
    let mut command = Command::new(program);
    command.args(arguments).arg(&file).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("HOME", folder.path()).env("PYTHONPATH", modules.unwrap_or(folder.path()));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let ended = command.output().unwrap_or_else(|error| panic!("{program} is needed for this test: {error}"));
    assert!(ended.status.success(), "{program}: {}", String::from_utf8_lossy(&ended.stderr));
}

fn is_there(program: &str, test: &[&str]) -> bool {
    let tried = Command::new(program).args(test).stdin(Stdio::null()).output();
    tried.is_ok_and(|ended| ended.status.success())
}

#[test]
fn bash_hands_curl_the_request() {
    check(nasty::ALL, |requests| run("bash", &[], &script("curl", requests), None));
}

/// As at a prompt, where `!` means a line of the history.
#[test]
fn bash_with_a_history_hands_curl_the_request() {
    check(nasty::ALL, |requests| {
        run("bash", &["-o", "history", "-o", "histexpand"], &script("curl", requests), None);
    });
}

#[test]
fn other_shells_hand_curl_the_request() {
    for shell in ["sh", "dash", "zsh"].into_iter().filter(|shell| is_there(shell, &["-c", ":"])) {
        // Not every one knows `$'…'`, in which alone stands what cannot be seen.
        check(nasty::VISIBLE, |requests| run(shell, &[], &script("curl", requests), None));
    }
}

#[test]
fn python_sends_the_request() {
    // In the place of the library, which need not be there: it sends what it was given, and nothing is made of it.
    const REQUESTS: &str = "
import http.client, urllib.parse

class Response:
    status_code, text = 200, ''

def request(method, url, headers, data):
    assert isinstance(data, bytes)
    _, _, host, path = url.split('/', 3)
    connection = http.client.HTTPConnection(host)
    connection.putrequest(method, '/' + path, skip_accept_encoding=True)
    for name, value in {**headers, 'Content-Length': str(len(data))}.items():
        connection.putheader(name, value)
    connection.endheaders(data)
    connection.getresponse().read()
    return Response
";
    let modules = tempfile::tempdir().expect("a folder");
    std::fs::write(modules.path().join("requests.py"), REQUESTS).expect("a file");
    check(nasty::ALL, |requests| run("python3", &[], &script("python", requests), Some(modules.path())));
}

#[test]
fn node_sends_the_request() {
    if !is_there("node", &["--version"]) {
        println!("no Node.js here, so fetch is not tried");
        return;
    }
    check(nasty::BROWSABLE, |requests| {
        // Each in a scope of its own.
        let one = |request| format!("{{\n{}}}\n", script("fetch", std::slice::from_ref(request)));
        run("node", &[], &requests.iter().map(one).collect::<String>(), None);
    });
}

#[test]
fn cmd_hands_curl_the_request() {
    for mode in [cmd::Mode::Batch, cmd::Mode::Prompt] {
        check(nasty::ALL, |requests| {
            let text = script("cmd", requests);
            // A batch file has the line ends of Windows.
            let text = if mode == cmd::Mode::Batch { text.replace('\n', "\r\n") } else { text };
            cmd::run(&text, mode).iter().for_each(cmd::Curl::run);
        });
    }
}

#[test]
fn powershell_sends_the_request() {
    for end in ["\n", "\r\n"] {
        let check = |requests: Vec<Preview>| {
            for request in &requests {
                let text = script("powershell", std::slice::from_ref(request)).replace('\n', end);
                assert_eq!(&powershell::read(&text), request);
            }
            Ok(())
        };
        let config = Config { cases: 50, failure_persistence: None, ..Config::default() };
        TestRunner::new(config)
            .run(&nasty::requests("http://h".to_owned(), 10, nasty::ALL), check)
            .expect("the request");
        check(nasty::long("http://h")).expect("the request");
    }
}
