//! Forms and requests without a body, for readers that take the quoting of Windows apart: what is handed on is the
//! request, whatever a file is called and whatever stands in a credential.

use std::process::Command;

use wxwire::catalog;
use wxwire::export::Format;
use wxwire::operation::Body;
use wxwire::request::Preview;
use wxwire::secret::Credentials;

use crate::{cmd, powershell};

/// What means something to a shell, to curl or to a part of a form.
const EVIL: [&str; 10] = [
    "plain.txt",
    "a b&c|d<e>f^g",
    "\"; filename=\"evil",
    "\" & whoami & \"",
    "%PATH%!x!",
    "'; whoami; '",
    "‘curved’ $(whoami) `n",
    "a\r\nX-Evil: 1",
    "\\\\host\\\"x\\",
    "照片 😀.jpg",
];

/// Requests of every call whose body is no JSON.
fn requests() -> Vec<Preview> {
    let mut all = Vec::new();
    for entry in catalog::typed().filter(|entry| entry.body != Body::Json) {
        for evil in EVIL {
            let mut values: serde_json::Value = serde_json::from_str(&entry.examples()[0].values).expect("JSON");
            if let Some(field) = entry.file_name() {
                values[&field.name] = evil.into();
            }
            let secret = evil.replace(|char: char| char.is_ascii_control(), "");
            let with = |all: Credentials, one: &wxwire::secret::Credential| all.with(one.name, secret.clone());
            let credentials = entry.credentials.iter().fold(Credentials::new(), with);
            let wire = entry.wire(&values.to_string(), &credentials, "http://h.example").expect("a request");
            all.push(wire.reveal().clone());
        }
    }
    assert!(all.len() >= 2 * EVIL.len());
    all
}

fn written(form: &str, request: &Preview) -> String {
    Format::find(form).expect("a form").write(request)
}

/// The arguments that bash hands to curl.
fn by_bash(request: &Preview) -> Vec<String> {
    let script = format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{}", written("curl", request));
    let ended = Command::new("bash").arg("-c").arg(script).output().expect("bash");
    assert!(ended.status.success() && ended.stderr.is_empty(), "{ended:?}");
    let text = String::from_utf8(ended.stdout).expect("UTF-8");
    text.split_terminator('\0').map(str::to_owned).collect()
}

#[test]
fn cmd_and_bash_hand_curl_the_same() {
    for request in requests() {
        // No argument can hold a line break on Windows, nor a file's name one.
        let Some(arguments) = Some(by_bash(&request)).filter(|all| !all.iter().any(|one| one.contains(['\r', '\n'])))
        else {
            continue;
        };
        for mode in [cmd::Mode::Batch, cmd::Mode::Prompt] {
            let curls = cmd::run(&(written("cmd", &request) + "\n"), mode);
            let [curl] = &curls[..] else { panic!("{curls:?}") };
            assert_eq!(curl.said(), arguments, "{}", written("cmd", &request));
        }
    }
}

#[test]
fn powershell_sends_the_same_bytes() {
    for request in requests() {
        let read = powershell::read(&written("powershell", &request));
        assert_eq!((&read.method, &read.url, &read.headers), (&request.method, &request.url, &request.headers));
        assert_eq!(read.body.bytes(), request.body.bytes());
    }
}
