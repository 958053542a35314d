//! `wxwire login`: a code that is shown, asked about until it is confirmed, and a token that the commands that send use.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use tempfile::TempDir;
use wxwire_tests::{Output, Server, Wxwire, answer, example};

use crate::tokens::Mock;

const TOKEN: &str = "b0t-token-0001";
const SEND: &str = "ilink.send_message";

/// A home without a profile.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn run(&self, url: &str, words: &[&str], input: &str) -> Output {
        let home = self.0.path().to_string_lossy();
        Wxwire::new(words).env("HOME", &home).env("WXWIRE_ILINK_BASE_URL", url).input(input.to_owned()).run()
    }

    fn kept(&self) -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(self.0.path().join(".cache/wxwire/tokens")).into_iter().flatten();
        let paths = entries.map(|one| one.expect("a file").path());
        paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect()
    }
}

/// A gateway that tells these states of its code in turn, and then the last for ever.
fn gateway(states: &'static [&'static str]) -> Server {
    let asked = AtomicUsize::new(0);
    Server::start(move |stream, request| {
        let body = if request.contains("/get_bot_qrcode") {
            r#"{"qrcode":"t/1","qrcode_img_content":"https://example.com/q?a=1"}"#.to_owned()
        } else if request.contains("/get_qrcode_status") {
            let number = asked.fetch_add(1, Ordering::SeqCst).min(states.len() - 1);
            match states[number] {
                "confirmed" => format!(
                    r#"{{"status":"confirmed","bot_token":"{TOKEN}","ilink_bot_id":"b@im.bot","baseurl":"https://ilink.example"}}"#
                ),
                status => format!(r#"{{"status":"{status}","redirect_host":"elsewhere.example"}}"#),
            }
        } else {
            match request.contains(&format!("Bearer {TOKEN}")) {
                true => r#"{"ret":0,"message_id":1}"#.to_owned(),
                false => r#"{"ret":-1,"errcode":-14,"errmsg":"session timeout"}"#.to_owned(),
            }
        };
        answer(stream, "200 OK", body.as_bytes());
    })
}

#[test]
fn a_login_is_kept_and_used() {
    let server = gateway(&["wait", "scaned", "scaned_but_redirect", "confirmed"]);
    let home = Home::new();
    let absent = home.run(&server.url, &["send", SEND, "-"], &example(SEND)).exits(10);
    assert!(absent.err.contains("or log in: wxwire login ilink"), "{absent:?}");
    let shown = home.run(&server.url, &["login", "ilink"], "").exits(0);
    assert!(shown.out.contains("https://example.com/q?a=1") && shown.out.contains('█'), "{shown:?}");
    assert!(shown.out.contains("ilink_bot_id  b@im.bot") && shown.err.contains("confirm it on the phone"), "{shown:?}");
    assert!(!format!("{shown:?}").contains(TOKEN), "{shown:?}");
    assert!(
        server.all().iter().any(|one| one.contains("qrcode=t%2F1") && one.to_lowercase().contains("x-wechat-uin: "))
    );
    // What stands in for the gateway here stands in for all of it: neither host that it named is asked.
    home.run(&server.url, &["send", SEND, "-"], &example(SEND)).exits(0);
    // Of another address and another profile it is no login.
    let other = gateway(&["wait"]);
    home.run(&other.url, &["send", SEND, "-"], &example(SEND)).exits(10);
    assert_eq!(other.count(), 0);
    let [kept] = &home.kept()[..] else { panic!("{:?}", home.kept()) };
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(kept.metadata().expect("it is there").permissions().mode() & 0o777, 0o600);
    let text = std::fs::read_to_string(kept).expect("it is there");
    assert!(text.contains(TOKEN) && text.contains("https://ilink.example"), "{text}");
}

/// With a token that has ended, the message is not sent again; it is said what helps.
#[test]
fn a_session_that_has_ended_is_said() {
    let server = gateway(&["confirmed"]);
    let home = Home::new();
    home.run(&server.url, &["login", "ilink"], "").exits(0);
    let [kept] = &home.kept()[..] else { panic!("{:?}", home.kept()) };
    let old = std::fs::read_to_string(kept).expect("it is there").replace(TOKEN, "b0t-token-0000");
    std::fs::write(kept, old).expect("it can be written");
    let before = server.count();
    let ended = home.run(&server.url, &["send", SEND, "-"], &example(SEND)).exits(10);
    assert!(ended.err.contains("log in again: wxwire login ilink") && ended.out.contains("-14"), "{ended:?}");
    assert_eq!(server.count(), before + 1);
}

#[test]
fn a_number_is_asked_for() {
    let server = gateway(&["need_verifycode", "confirmed"]);
    let home = Home::new();
    let shown = home.run(&server.url, &["login", "ilink"], "4711\n").exits(0);
    assert!(shown.err.contains("Type the number"), "{shown:?}");
    assert!(server.last().contains("verify_code=4711"), "{}", server.last());
    let none = home.run(&gateway(&["need_verifycode"]).url, &["login", "ilink"], "").exits(10);
    assert!(none.err.contains("no number was typed"), "{none:?}");
}

#[test]
fn what_ends_without_a_login_keeps_nothing() {
    for (states, words) in [
        (&["wait", "expired"][..], "the code has expired"),
        (&["verify_code_blocked"], "it is blocked"),
        (&["binded_redirect"], "bound already"),
        (&["something new"], "cannot be read"),
    ] {
        let states: &'static [&'static str] = states.to_vec().leak();
        let home = Home::new();
        let ended = home.run(&gateway(states).url, &["login", "ilink"], "").exits(10);
        assert!(ended.err.contains(words), "{ended:?}");
        let json: Value =
            home.run(&gateway(states).url, &["--json", "login", "ilink"], "").exits(10).lines().pop().expect("a line");
        assert_eq!(json["error"]["code"], "credentials");
        assert!(home.kept().is_empty());
    }
    let home = Home::new();
    home.run("http://127.0.0.1:1", &["login", "ilink"], "").exits(40);
    let none = home.run("http://127.0.0.1:1", &["login", "wecom"], "").exits(2);
    assert!(none.err.contains("the gateways that have one: ilink"), "{none:?}");
}

#[test]
fn the_mock_is_logged_in_at_and_sent_to() {
    let mock = Mock::start(&[]);
    let url = format!("{}/ilink", mock.url);
    let home = Home::new();
    let lines = home.run(&url, &["--json", "login", "ilink"], "").exits(0).lines();
    assert!(lines[0]["code"].is_string() && lines[1]["logged_in"]["ilink_bot_id"].is_string(), "{lines:?}");
    for call in [SEND, "ilink.get_updates"] {
        home.run(&url, &["send", call, "-"], &example(call)).exits(0);
    }
    let arrived = mock.arrivals();
    assert_eq!(arrived.iter().filter(|one| *one == "ilink.get_qrcode_status").count(), 3, "{arrived:?}");
    assert_eq!(arrived[arrived.len() - 2..], [SEND, "ilink.get_updates"]);
}

trait Lines {
    fn lines(&self) -> Vec<Value>;
}

impl Lines for Output {
    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }
}
