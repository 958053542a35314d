//! A secret is hidden however often its text is escaped, and what only looks like one is not.

use wxwire::layer::json;
use wxwire::secret::{MASK, is_name, masked};

const CANARY: &str = "Cnry7Kq2Wz9Xb4Lm";
const BESIDE: &str = "plain-words-beside";

/// A way to escape a text, by its name.
type Way = (&'static str, fn(&str) -> String);

fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn entities(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn in_json(text: &str) -> String {
    format!("{{\"t\":{}}}", json::quote(text))
}

/// A bracket that nobody closes ends with the text, whatever its last character is.
#[test]
fn what_is_not_closed_is_hidden_to_its_end() {
    for text in ["access_token={中文", "access_token=[é", "access_token={中", "access_token={", "token=[\u{1f600}"]
    {
        let shown = masked(text);
        assert!(!shown.contains(['中', 'é', '\u{1f600}']), "{text}: {shown}");
    }
}

#[test]
fn a_secret_is_hidden_at_every_depth_of_escapes() {
    let texts = [
        format!("https://h.example/{BESIDE}?access_token={CANARY}&a=1"),
        format!("https://h.example/{BESIDE}?a=1&access_token={CANARY}"),
        format!(r#"{{"access_token":"{CANARY}","x":"{BESIDE}"}}"#),
        format!(r#"{{"x":"{BESIDE}","access_token" : "{CANARY}"}}"#),
    ];
    let ways: [Way; 3] = [("percent", percent), ("entities", entities), ("json", in_json)];
    for text in &texts {
        for (first, one) in ways {
            let mut deep = text.clone();
            for depth in 1..=4 {
                deep = one(&deep);
                let shown = masked(&deep);
                assert!(!shown.contains(CANARY) && shown.contains(BESIDE), "{first} {depth}\n{deep}\n{shown}");
                assert_eq!(shown.matches(MASK).count(), 1, "{first} {depth}: {shown}");
                // Only the secret is replaced, and every other byte stays.
                assert_eq!(shown.replace(MASK, CANARY), deep, "{first} {depth}");
                // No address holds HTML.
                for (second, other) in
                    ways.into_iter().filter(|(name, _)| *name != first && (*name, first) != ("percent", "entities"))
                {
                    let deeper = other(&deep);
                    let shown = masked(&deeper);
                    assert!(!shown.contains(CANARY) && shown.contains(BESIDE), "{second} {first} {depth}\n{shown}");
                }
            }
        }
    }
}

/// A name that ends in a secret's is one where a new word begins there, and none inside of a word.
#[test]
fn a_name_ends_in_a_secrets_where_a_word_begins() {
    for ending in ["secret", "password", "cookie"] {
        let upper = format!("{}{}", ending[..1].to_ascii_uppercase(), &ending[1..]);
        for name in [format!("zq_{ending}"), format!("zq-{ending}"), format!("zq{upper}"), format!("zq_{upper}")] {
            assert!(is_name(&name), "{name}");
            let text = format!(r#"{{"{name}":"{CANARY}"}}"#);
            assert_eq!(masked(&text), text.replace(CANARY, MASK), "{name}");
        }
        for name in [format!("zq{ending}"), format!("ZQ{upper}"), format!("Z{upper}"), format!("{ending}zq")] {
            assert!(!is_name(&name), "{name}");
            let text = format!(r#"{{"{name}":"{CANARY}"}}"#);
            assert_eq!(masked(&text), text, "{name}");
        }
    }
}

/// The options of a command are read up to the end of its lines, whatever goes on to the next.
#[test]
fn a_command_goes_on_where_its_line_does() {
    for end in ["\\", "^", "`"] {
        let text = format!("curl https://h.example/{BESIDE} {end}\n  -u name:{CANARY} {end}\n  -d x");
        assert!(!masked(&text).contains(CANARY), "{text}");
    }
    let over = format!("curl https://h.example/\nsort -u {BESIDE}");
    assert_eq!(masked(&over), over);
}

/// The key of a webhook is one in its own address, not behind it.
#[test]
fn a_key_is_a_secret_in_its_own_address() {
    let address = "https://qyapi.example/cgi-bin/webhook/send";
    let inside = format!("POST {address}?key={CANARY} {BESIDE}");
    assert_eq!(masked(&inside), inside.replace(CANARY, MASK));
    for between in [" ", "\n", "\" ", " <", "|"] {
        let behind = format!("{address}{between}key={CANARY}");
        assert_eq!(masked(&behind), behind, "{between:?}");
    }
}

/// However many backslashes there are, and however they are written, the text is read once.
#[test]
fn many_backslashes_take_no_longer_than_as_many_letters() {
    for one in ["%5C", "\\", "%255C", "%5C%255C", "\\&quot;", "%25", "&amp;"] {
        let text = format!("{}\"access_token\":\"{CANARY}\"", one.repeat(200_000));
        assert!(!masked(&text).contains(CANARY), "{one}");
    }
}
