//! What holds for the request of every call: its path is its own, what is shown at once is what is shown, and an address
//! is one to the letter.

use wxwire::catalog;
use wxwire::operation::Entry;
use wxwire::request::is_base_url;
use wxwire::secret::{Credentials, may_hold};

/// So many calls at most, from all over the catalog.
fn some(most: usize) -> impl Iterator<Item = &'static Entry> {
    catalog::entries().step_by(catalog::entries().count() / most + 1)
}

/// The path with something for each parameter.
fn path(entry: &Entry) -> String {
    let step = |step: &str| if step.starts_with('{') { "x1".to_owned() } else { step.to_owned() };
    entry.path.split('/').map(step).collect::<Vec<_>>().join("/")
}

#[test]
fn a_path_is_its_calls_with_all_its_steps() {
    for entry in some(200) {
        let own = path(entry);
        assert!(entry.is_at(&own), "{}", entry.id);
        if own != "/" {
            for other in [format!("{own}/more"), format!("/proxy{own}"), own[..own.len() - 1].to_owned()] {
                // A step less than a letter is a step less.
                let is_shorter = other.ends_with('/') || entry.path.ends_with('}');
                assert!(is_shorter || !entry.is_at(&other), "{} {other}", entry.id);
            }
        }
        for other in ["/none", "/a/b/c/d/e/f/g"] {
            assert!(!entry.is_at(other) || entry.path.contains('{'), "{} {other}", entry.id);
        }
    }
}

/// What needs no search for secrets is shown as after a search; where one may stand, nothing is shown at once.
#[test]
fn what_is_shown_at_once_is_what_is_shown() {
    let (base, leaky) = ("http://gateway.example", "http://gateway.example/p?access_token=Cnry7Kq2Wz9Xb4Lm");
    let mut plain = 0;
    for entry in some(100) {
        for example in entry.examples() {
            let values = example.values;
            let at_once = entry.plain_preview(&values, &Credentials::new(), base);
            assert_eq!(at_once.is_some(), !may_hold(&values), "{}", entry.id);
            plain += usize::from(at_once.is_some());
            let shown = entry.preview(&values, &Credentials::new(), base);
            assert!(at_once.is_none_or(|at_once| at_once == shown), "{}", entry.id);
            assert_eq!(entry.plain_preview(&values, &Credentials::new(), leaky), None, "{}", entry.id);
            let json = shown.to_json();
            assert_eq!(json["method"], shown.method.as_str());
            assert_eq!(json["url"], shown.url.as_str());
            assert_eq!(json["headers"].as_object().map(serde_json::Map::len), Some(shown.headers.len()));
            assert_eq!(json["body"], shown.body.shown().as_ref());
        }
    }
    assert!(plain > 10, "{plain}");
}

#[test]
fn an_address_has_a_scheme_a_host_and_at_most_a_port_and_a_path() {
    let hosts = ["h", "h.example", "127.0.0.1", "[::1]", "[2001:db8::1]"];
    for host in hosts {
        for scheme in ["http", "https"] {
            for behind in ["", "/", "/a/b", ":1", ":80/", ":65535/a%20b", "/a..b/...", "/%2ea"] {
                let url = format!("{scheme}://{host}{behind}");
                assert!(is_base_url(&url), "{url}");
            }
        }
        for behind in [
            ":",
            ":0",
            ":65536",
            ":+1",
            ":8 0",
            ":x",
            "?a",
            "#a",
            "/?a",
            "/#a",
            "/a b",
            "/\n",
            "/\u{3000}",
            "/..",
            "/.",
            "/a/../b",
            "/a/%2e%2E",
            "/%2e",
            "/.%2e/",
            "\\a",
            "/\"",
            "/<a>",
            "@h",
            ":1:2",
        ] {
            let url = format!("http://{host}{behind}");
            assert!(!is_base_url(&url), "{url}");
        }
        for scheme in ["ftp://", "://", "//", "", "http:/", "HTTPS:"] {
            assert!(!is_base_url(&format!("{scheme}{host}")), "{scheme}{host}");
        }
    }
    for host in ["", "u@h", "u:p@h", "[::1", "::1]", "[]", "[h]", "[::1]x", "[::1]1", "h%41", ":80"] {
        assert!(!is_base_url(&format!("http://{host}")), "{host}");
    }
}
