//! Tokens: fetched with an id and a secret, kept for the runs to come, and renewed when the gateway says so.

mod kept;
mod learned;
mod many;
mod mock;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use tempfile::TempDir;
use wxwire_tests::{Server, Wxwire, answer};

pub use mock::Mock;

/// What must stand in no output.
pub const SECRET: &str = "S3cr3t-of-the-app-0001";

/// Where a profile and a token are kept.
pub struct Home(TempDir);

impl Home {
    /// A home whose one profile has an id and a secret, by the vendor's names, for an address.
    pub fn new(gateway: &str, id: &str, secret: &str, address: &str) -> Self {
        let home = Self(tempfile::tempdir().expect("a folder"));
        home.profile(gateway, &[(id, "ww0001"), (secret, SECRET), ("base_url", address)]);
        home
    }

    /// One of WeCom's.
    pub fn wecom(address: &str) -> Self {
        Self::new("wecom", "corpid", "corpsecret", address)
    }

    /// Writes the profile.
    pub fn profile(&self, gateway: &str, settings: &[(&str, &str)]) {
        use std::os::unix::fs::PermissionsExt;
        let lines: String = settings.iter().map(|(name, value)| format!("{name} = \"{value}\"\n")).collect();
        let path = self.path("profiles.toml");
        std::fs::write(&path, format!("[shop.{gateway}]\n{lines}")).expect("a file");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("permissions");
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A run of `send` with the profile.
    pub fn send(&self, more: &[&str]) -> Wxwire {
        let profile = self.path("profiles.toml");
        let run = Wxwire::new(&[&["send", "--profile", "shop"], more].concat());
        run.env("WXWIRE_PROFILES", &profile.to_string_lossy()).env("HOME", &self.0.path().to_string_lossy())
    }

    /// A run that sends a text.
    pub fn text(&self) -> Wxwire {
        self.send(&TEXT)
    }

    /// The files of tokens, with their names' ends.
    pub fn tokens(&self, end: &str) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.path(".cache/wxwire/tokens")).into_iter().flatten();
        let paths = entries.map(|one| one.expect("a file").path());
        paths.filter(|path| path.extension().is_some_and(|own| own == end)).collect()
    }

    /// The one token that is kept.
    pub fn token(&self) -> PathBuf {
        let [one] = &self.tokens("json")[..] else { panic!("{:?}", self.tokens("json")) };
        one.clone()
    }
}

pub const TEXT: [&str; 5] = ["wecom.message_send", "touser=a", "agentid:=1", "msgtype=text", "text[content]=hello"];

/// A gateway of our own: it gives the tokens `token-1`, `token-2`, … and answers each send as `judge` says, by the number of
/// the token.
pub fn gateway(seconds: u64, judge: impl Fn(usize) -> String + Send + 'static) -> Server {
    let count = AtomicUsize::new(0);
    Server::start(move |stream, request| {
        let body = if request.contains("/cgi-bin/gettoken") {
            let number = count.fetch_add(1, Ordering::SeqCst) + 1;
            format!(r#"{{"errcode":0,"errmsg":"ok","access_token":"t0ken-secret-{number:04}","expires_in":{seconds}}}"#)
        } else {
            let (_, number) = request.split_once("access_token=t0ken-secret-").expect("a token");
            judge(number[..4].parse().expect("a number"))
        };
        answer(stream, "200 OK", body.as_bytes());
    })
}

pub const TAKEN: &str = r#"{"errcode":0,"errmsg":"ok","msgid":"m1"}"#;
pub const EXPIRED: &str = r#"{"errcode":42001,"errmsg":"access_token expired"}"#;

/// How many of the requests so far were for a token, and how many were not.
pub fn counts(server: &Server) -> (usize, usize) {
    let all = server.all();
    let fetches = all.iter().filter(|request| request.contains("gettoken")).count();
    (fetches, all.len() - fetches)
}

#[test]
fn fetched_once_and_used_again() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    let first = home.text().run().exits(0);
    assert!(first.err.contains("access_token: fetched with wecom.gettoken"), "{first:?}");
    for _ in 0..3 {
        let again = home.text().run().exits(0);
        assert!(!again.err.contains("fetched"), "{again:?}");
    }
    assert_eq!(counts(&server), (1, 4));
    assert!(
        server
            .all()
            .iter()
            .all(|request| !request.contains("gettoken") || request.contains("corpid=ww0001&corpsecret="))
    );
}

#[test]
fn renewed_before_its_end() {
    let server = gateway(2, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    home.text().run().exits(0);
    std::thread::sleep(std::time::Duration::from_millis(2100));
    home.text().run().exits(0);
    assert_eq!(counts(&server), (2, 2));
    assert!(server.last().contains("t0ken-secret-0002"));
}

#[test]
fn renewed_once_when_it_is_refused() {
    // The first is good once.
    let used = AtomicUsize::new(0);
    let server = gateway(7200, move |number| {
        let first = number == 1 && used.fetch_add(1, Ordering::SeqCst) > 0;
        if first { EXPIRED.to_owned() } else { TAKEN.to_owned() }
    });
    let home = Home::wecom(&server.url);
    home.text().run().exits(0);
    let renewed = home.text().run().exits(0);
    assert!(renewed.err.contains("fetched") && renewed.out.contains("accepted"), "{renewed:?}");
    assert_eq!(counts(&server), (2, 3));
    home.text().run().exits(0);
    assert_eq!(counts(&server), (2, 4));
}

#[test]
fn what_is_refused_right_after_it_was_fetched_is_not_fetched_again() {
    let server = gateway(7200, |_| EXPIRED.to_owned());
    let home = Home::wecom(&server.url);
    for (number, lang, words) in [(1, "en", "not fetched again"), (2, "zh", "不再重新获取")] {
        let refused = home.text().env("LANG", lang).run().exits(10);
        assert!(refused.err.contains(words) && refused.out.contains("42001"), "{refused:?}");
        assert_eq!(counts(&server), (number, number));
        assert!(home.tokens("json").is_empty(), "it is kept by nobody");
    }
}

/// What does not say that nothing was done is never sent a second time.
#[test]
fn nothing_else_is_sent_again() {
    let answers: [(&str, &str, i32); 7] = [
        ("200 OK", r#"{"errcode":45009,"errmsg":"api freq out of limit"}"#, 50),
        ("200 OK", r#"{"errcode":60020,"errmsg":"not allow to access from your ip"}"#, 42),
        ("200 OK", r#"{"errcode":48001,"errmsg":"api forbidden"}"#, 10),
        ("200 OK", r#"{"errcode":42001"#, 41),
        ("502 Bad Gateway", r#"{"errcode":42001,"errmsg":"access_token expired"}"#, 41),
        ("401 Unauthorized", TAKEN, 41),
        ("200 OK", "<html>42001</html>", 41),
    ];
    for (head, reply, exit) in answers {
        let server = Server::start(move |stream, request| match request.contains("gettoken") {
            true => {
                answer(stream, "200 OK", br#"{"errcode":0,"errmsg":"ok","access_token":"abcdef","expires_in":7200}"#)
            }
            false => answer(stream, head, reply.as_bytes()),
        });
        let home = Home::wecom(&server.url);
        // With a new token, and with one that is kept.
        for number in 1..3 {
            home.text().run().exits(exit);
            assert_eq!(counts(&server), (1, number), "{head} {reply}");
        }
    }
}

#[test]
fn a_fetch_that_fails_sends_nothing() {
    let answers = [
        ("200 OK", r#"{"errcode":40001,"errmsg":"invalid credential"}"#, "refused", 10),
        ("200 OK", r#"{"errcode":40013,"errmsg":"invalid corpid"}"#, "refused", 10),
        ("200 OK", r#"{"errcode":60020,"errmsg":"not allow to access from your ip"}"#, "refused", 10),
        ("200 OK", r#"{"errcode":45009,"errmsg":"api freq out of limit"}"#, "refused", 50),
        ("200 OK", r#"{"errcode":0,"errmsg":"ok"}"#, "unknown", 41),
        ("200 OK", r#"{"errcode":0,"errmsg":"ok","access_token":"a b","expires_in":7200}"#, "unknown", 41),
        ("502 Bad Gateway", "<html>", "unknown", 41),
        ("200 OK", "{", "unknown", 41),
    ];
    for (head, reply, level, exit) in answers {
        let server = Server::start(move |stream, _| answer(stream, head, reply.as_bytes()));
        let home = Home::wecom(&server.url);
        for (lang, words) in [("en", "the message was not sent"), ("zh", "消息没有发送")] {
            let failed = home.text().env("LANG", lang).run().exits(exit);
            assert!(failed.err.contains(words) && failed.err.contains("[shop.wecom] corpsecret"), "{failed:?}");
        }
        let json = home.send(&[&["--json"], &TEXT[..]].concat()).run().exits(exit).json();
        assert_eq!((&json["verdict"]["level"], &json["fetch"]), (&level.into(), &"wecom.gettoken".into()), "{json}");
        assert!(json["request"]["url"].as_str().is_some_and(|url| url.contains("/cgi-bin/gettoken?")), "{json}");
        assert_eq!(counts(&server), (3, 0), "{reply}");
        assert!(home.tokens("json").is_empty());
    }
    let nowhere = Home::wecom("http://127.0.0.1:1");
    let failed = nowhere.send(&[&["--json"], &TEXT[..]].concat()).run().exits(40);
    assert_eq!(failed.json()["verdict"]["level"], "not_sent");
}

#[test]
fn values_that_make_no_request_fetch_nothing() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    home.send(&["wecom.message_send", "touser=a"]).run().exits(30);
    let dry = home.send(&[&["--dry-run"], &TEXT[..]].concat()).run().exits(0);
    assert!(dry.err.contains("access_token: fetched with wecom.gettoken when it is sent"), "{dry:?}");
    assert_eq!(counts(&server), (0, 0));
}

/// A token that stands in the profile counts as it is.
#[test]
fn a_token_that_is_set_is_used_as_it_is() {
    let server = gateway(7200, |_| EXPIRED.to_owned());
    let home = Home::wecom(&server.url);
    let set = [
        ("corpid", "ww0001"),
        ("corpsecret", SECRET),
        ("access_token", "t0ken-secret-0009"),
        ("base_url", &server.url),
    ];
    home.profile("wecom", &set);
    home.text().run().exits(10);
    assert_eq!(counts(&server), (0, 1));
}

#[test]
fn without_a_secret_it_is_said_what_would_do() {
    let home = Home::wecom("http://127.0.0.1:1");
    home.profile("wecom", &[("corpid", "ww0001")]);
    for (lang, words) in [("en", "or it is fetched; for that set"), ("zh", "或者由本程序获取")] {
        let absent = home.text().env("LANG", lang).run().exits(10);
        let names = "[shop.wecom] access_token";
        assert!(absent.err.contains(names) && absent.err.contains(words), "{absent:?}");
        assert!(absent.err.contains("[shop.wecom] corpsecret (wecom.gettoken)"), "{absent:?}");
    }
}

/// Neither the secret nor the token stands in anything that a run prints or names, whatever an answer repeats.
#[test]
fn neither_secret_nor_token_is_shown() {
    let echoes =
        [TAKEN, EXPIRED, r#"{"errcode":40058,"errmsg":"TOKEN S3cr3t-of-the-app-0001"}"#, "<html>TOKEN</html>", "{"];
    for echo in echoes {
        let reply = echo.replace("TOKEN", "t0ken-secret-0001");
        let server = gateway(7200, move |_| reply.clone());
        let home = Home::wecom(&server.url);
        for more in [&[][..], &["--json"], &["--lang", "zh"], &["--dry-run"], &["--dry-run", "--json"]] {
            let run = home.send(&[more, &TEXT[..]].concat()).run();
            hidden(&format!("{run:?}"));
        }
        for end in ["json", "lock", "new"] {
            hidden(&format!("{:?}", home.tokens(end)));
        }
    }
    // A fetch whose refusal repeats everything.
    let reply = format!(
        r#"{{"errcode":40001,"errmsg":"{SECRET}","access_token":"t0ken-secret-0001","x":"t0ken-secret-0001"}}"#
    );
    let server = Server::start(move |stream, _| answer(stream, "200 OK", reply.as_bytes()));
    let home = Home::wecom(&server.url);
    for more in [&[][..], &["--json"]] {
        let run = home.send(&[more, &TEXT[..]].concat()).run().exits(10);
        assert!(run.out.contains("40001"), "{run:?}");
        hidden(&format!("{run:?}"));
    }
}

pub fn hidden(text: &str) {
    assert!(!text.contains("t0ken") && !text.contains("S3cr3t"), "{text}");
}

/// The page's question is sent with a token too.
#[test]
fn serve_fetches_as_well() {
    let server = gateway(7200, |_| TAKEN.to_owned());
    let home = Home::wecom(&server.url);
    let page = home.path("page");
    std::fs::create_dir(&page).expect("a folder");
    std::fs::write(page.join("index.html"), "").expect("a file");
    let (profiles, own) = (home.path("profiles.toml"), home.path(""));
    let environment = [("WXWIRE_PROFILES", &*profiles.to_string_lossy()), ("HOME", &*own.to_string_lossy())]
        .map(|(name, value)| (name, value.to_owned()));
    let environment: Vec<_> = environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let served = wxwire_tests::Served::real(&page, &environment);
    let question = r#"{"operation":"wecom.message_send","profile":"shop","values":{"touser":"a","agentid":1,"msgtype":"text","text":{"content":"x"}}}"#;
    for _ in 0..2 {
        let ask = format!(
            "POST /api/send HTTP/1.1\nHost: HOST\nX-Wxwire: TOKEN\nContent-Length: {}\nConnection: close\n\n{question}",
            question.len()
        );
        let (status, body) = served.ask(&ask);
        let json: Value = serde_json::from_str(&body).unwrap_or_else(|error| panic!("{error}: {status} {body}"));
        assert_eq!(json["verdict"]["level"], "accepted", "{body}");
        hidden(&body);
    }
    assert_eq!(counts(&server), (1, 2));
    // For values that make no request nothing is fetched.
    home.profile("wecom", &[("corpid", "ww0002"), ("corpsecret", SECRET), ("base_url", &server.url)]);
    let wrong = question.replace("\"msgtype\":\"text\",", "");
    let ask = format!(
        "POST /api/send HTTP/1.1\nHost: HOST\nX-Wxwire: TOKEN\nContent-Length: {}\nConnection: close\n\n{wrong}",
        wrong.len()
    );
    let (status, body) = served.ask(&ask);
    assert!(status.contains("400") && body.contains("invalid"), "{status} {body}");
    assert_eq!(counts(&server), (1, 2));
    let (_, state) = served.ask("GET /api/state HTTP/1.1\nHost: HOST\nX-Wxwire: TOKEN\nConnection: close\n\n");
    let state: Value = serde_json::from_str(&state).expect("JSON");
    let set = state["accounts"]["shop"]["wecom"]["credentials"].as_array().expect("a list");
    assert!(set.contains(&"access_token".into()), "{set:?}");
}
