//! `wxwire mock` beside the command, and what arrived there.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::Value;
use wxwire_tests::{Wxwire, binary};

use super::{Home, TEXT};

/// A mock for as long as this lives.
pub struct Mock {
    child: Child,
    /// Scheme, host and port.
    pub url: String,
    lines: Receiver<Value>,
}

impl Mock {
    pub fn start(faults: &[&str]) -> Self {
        let faults = faults.iter().flat_map(|fault| ["--fault", fault]);
        let mut child = Command::new(binary())
            .args(["mock", "--port", "0", "--json"])
            .args(faults)
            .env_clear()
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
        let out = BufReader::new(child.stdout.take().expect("piped"));
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                let _ = sender.send(serde_json::from_str(&line).expect("JSON"));
            }
        });
        let first: Value = lines.recv_timeout(Duration::from_secs(60)).expect("its first line");
        let url = first["gateways"]["wecom"]["base_url"].as_str().expect("an address").to_owned();
        let url = url.strip_suffix("/wecom").expect("a gateway").to_owned();
        Self { child, url, lines }
    }

    /// What arrived since it was asked last: the operation, or the code of the refusal.
    pub fn arrivals(&self) -> Vec<String> {
        let name = |line: Value| {
            let name = line["operation"].as_str().or(line["refusal"]["code"].as_str());
            name.unwrap_or_else(|| panic!("{line}")).to_owned()
        };
        std::iter::from_fn(|| self.lines.recv_timeout(Duration::from_millis(300)).ok()).map(name).collect()
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The credentials that the mock takes, by the vendors' names.
const ACCOUNTS: [(&str, &str, &str, &str); 3] = [
    ("wecom", "corpid", "corpsecret", "wecom.message_send"),
    ("yunzhenji", "app_id", "app_secret", "yunzhenji.send_message"),
    ("youmi", "client_id", "client_secret", "youmi.send_public_message"),
];

#[test]
fn every_gateway_with_a_call_for_tokens_is_sent_to_with_id_and_secret() {
    let mock = Mock::start(&["token_calls=2"]);
    for (gateway, id, secret, call) in ACCOUNTS {
        let address = format!("{}/{gateway}", mock.url);
        let home = Home::wecom(&address);
        let (own, its) = (format!("mock-{id}"), format!("mock-{secret}"));
        home.profile(gateway, &[(id, &own), (secret, &its), ("base_url", &address)]);
        for _ in 0..5 {
            home.send(&[call, "-"]).input(wxwire_tests::example(call)).run().exits(0);
        }
        let arrived = mock.arrivals();
        let count = |name: &str| arrived.iter().filter(|one| one.as_str() == name).count();
        let fetches = arrived.iter().filter(|one| one.contains("token") && *one != "expired_credential").count();
        assert_eq!((fetches, count(call), count("expired_credential")), (3, 5, 2), "{arrived:?}");
    }
}

/// The mock that `send` starts gives tokens too; its faults befall the call, and not the fetch before it.
#[test]
fn the_mock_of_send_gives_tokens() {
    for (_, _, _, call) in ACCOUNTS {
        let send = |fault: &[&str]| {
            Wxwire::new(&[&["send", "--mock", "--json", call, "-"], fault].concat())
                .input(wxwire_tests::example(call))
                .run()
        };
        let taken = send(&[]).exits(0);
        assert!(taken.err.contains("fetched") && taken.json()["fetch"].is_null(), "{taken:?}");
        assert_eq!(send(&["--fault", "500@1"]).exits(41).json()["fetch"], Value::Null);
        let refused = send(&["--fault", "token_calls=0"]).exits(10);
        assert!(refused.err.contains("not fetched again"), "{refused:?}");
    }
    let other = Wxwire::new(&["send", "--mock", "--fault", "token_calls=1", "gewe.send_app", "-"]);
    other.input(wxwire_tests::example("gewe.send_app")).run().exits(2);
    // A mock that ends with the command leaves nothing behind.
    let home = Home::wecom("http://127.0.0.1:1");
    let own = home.path("");
    Wxwire::new(&[&["send", "--mock"], &TEXT[..]].concat()).env("HOME", &own.to_string_lossy()).run().exits(0);
    assert!(!home.path(".cache").exists());
}
