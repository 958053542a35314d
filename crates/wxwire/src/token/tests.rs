//! Which call fetches a token, what its answer brings, and when another is due.

use http::Response;

use super::{Fetch, Token};
use crate::catalog;
use crate::imitation::Mock;
use crate::layer::json::Tree;
use crate::operation::{Entry, GatewayEntry};
use crate::secret::{Credentials, Secret};
use crate::verdict::{Level, Why};

const NOW: u64 = 1_767_225_600;

fn find(id: &str) -> &'static Entry {
    catalog::find(id).expect("a call")
}

fn account(names: &[&str]) -> Credentials {
    names.iter().fold(Credentials::new(), |all, name| all.with(name, format!("my-{name}")))
}

fn way(id: &str, names: &[&str]) -> Option<&'static str> {
    Fetch::of(find(id), &account(names)).map(|fetch| fetch.entry.id)
}

#[test]
fn the_way_is_the_one_whose_credentials_are_there() {
    assert_eq!(way("wecom.message_send", &["corpid", "corpsecret"]), Some("wecom.gettoken"));
    assert_eq!(way("yunzhenji.send_message", &["app_id", "app_secret"]), Some("yunzhenji.oauth_token"));
    assert_eq!(way("youmi.send_public_message", &["client_id", "client_secret"]), Some("youmi.connect_token"));
    // Other calls bring WeCom's token too, but want more than credentials.
    let all = ["corpid", "corpsecret", "suite_access_token", "permanent_code", "provider_access_token"];
    assert_eq!(way("wecom.message_send", &all), Some("wecom.gettoken"));
    assert_eq!(way("wecom.message_send", &all[2..]), None);
    // Half of it is nothing, a token that is there is enough, and a webhook has no token.
    for names in [&["corpid"][..], &["corpsecret"], &[], &["corpid", "corpsecret", "access_token"]] {
        assert_eq!(way("wecom.message_send", names), None, "{names:?}");
    }
    assert_eq!(way("wecom.webhook_send", &["corpid", "corpsecret"]), None);
    assert_eq!(way("wecom.gettoken", &["corpid", "corpsecret"]), None);
    assert_eq!(way("gewe.send_app", &["corpid", "corpsecret"]), None);
}

/// Every way of every gateway: what it asks can be built, and what the imitation answers brings a token.
#[test]
fn every_way_asks_and_reads() {
    let of = |gateway: GatewayEntry| {
        let names = catalog::credentials(&gateway).into_iter().map(|one| one.name);
        names.flat_map(move |name| Fetch::ways(&gateway, name)).collect::<Vec<_>>()
    };
    let all: Vec<_> = catalog::gateways().flat_map(of).collect();
    assert!(all.len() >= 3, "{}", all.len());
    for fetch in all {
        let names: Vec<_> = fetch.asks().map(|one| one.name).collect();
        let own = account(&names);
        assert!(fetch.can(&own));
        let request = fetch.entry.build(&fetch.values, &own, "http://h").expect(fetch.entry.id);
        assert_eq!(request.reveal().method(), fetch.entry.method);
        let tree = Tree::parse(&fetch.values).expect("JSON");
        let answer = fetch.entry.answer(tree.root(), &mut Mock::new(1)).expect("an answer");
        let token = fetch.read(&Response::new(&*answer.body), NOW).expect(fetch.entry.id);
        assert_eq!(fetch.find(&answer.body).as_ref(), Some(&token.value));
        assert_eq!((token.fetched, token.ends), (NOW, Some(NOW + 7200)), "{}", fetch.entry.id);
        // Cut anywhere, it brings none.
        for end in 0..answer.body.len() {
            let refused = fetch.read(&Response::new(&answer.body[..end]), NOW).expect_err("cut");
            assert!(matches!(refused.level, Level::Unknown | Level::Refused), "{refused:?}");
        }
    }
}

fn gettoken(answer: &str) -> Result<Token, crate::verdict::Verdict> {
    let account = account(&["corpid", "corpsecret"]);
    let fetch = Fetch::of(find("wecom.message_send"), &account).expect("gettoken");
    fetch.read(&Response::new(answer), NOW)
}

#[test]
fn what_is_no_token_is_none() {
    for token in
        ["\"\"", "null", "5", "[]", r#""a b""#, r#""a\r\nX: y""#, "\"令牌\"", &format!("\"{}\"", "x".repeat(8193))]
    {
        let none = gettoken(&format!(r#"{{"errcode":0,"errmsg":"ok","access_token":{token},"expires_in":7200}}"#));
        let verdict = none.expect_err(token);
        assert_eq!((verdict.level, verdict.has(Why::NoToken)), (Level::Unknown, true), "{token}: {verdict:?}");
    }
    assert!(gettoken(r#"{"errcode":0,"errmsg":"ok"}"#).expect_err("none").has(Why::NoToken));
    let refused = gettoken(r#"{"errcode":40013,"errmsg":"invalid corpid","access_token":"x"}"#).expect_err("refused");
    assert_eq!((refused.level, refused.code.as_deref()), (Level::Refused, Some("40013")));
    let fetch = Fetch::of(find("wecom.message_send"), &account(&["corpid", "corpsecret"])).expect("gettoken");
    assert_eq!(fetch.find(br#"{"errcode":40013,"access_token":"hidden"}"#), Some(Secret::new("hidden")));
}

#[test]
fn a_token_is_good_until_shortly_before_its_end() {
    let ends = |seconds: &str| {
        let token = gettoken(&format!(r#"{{"errcode":0,"errmsg":"ok","access_token":"abc","expires_in":{seconds}}}"#));
        let token = token.expect("a token");
        let good: Vec<_> = (0..20_000).filter(|after| token.is_good(NOW + after)).collect();
        assert!(!token.is_good(NOW - 1), "of the future");
        good.last().map(|last| (good.len() as u64 == last + 1, *last))
    };
    assert_eq!(ends("7200"), Some((true, 7200 - 60 - 1)));
    assert_eq!(ends("\"7200\""), Some((true, 7200 - 60 - 1)));
    assert_eq!(ends("100"), Some((true, 89)));
    assert_eq!(ends("2"), Some((true, 1)));
    assert_eq!(ends("1"), Some((true, 0)));
    assert_eq!(ends("0"), None);
    assert_eq!(ends("-5"), None);
    // Where it does not say, the gateway's refusal is the end.
    assert_eq!(ends("null"), Some((true, 19_999)));
    assert_eq!(ends("99999999999999999999999"), Some((true, 19_999)));
}

#[test]
fn a_kept_token_comes_back_whole_or_not_at_all() {
    for ends in [None, Some(NOW + 7200), Some(0)] {
        let token = Token { value: Secret::new("a\"b\\c"), fetched: NOW, ends, base_url: None };
        let text = token.to_text();
        assert_eq!(Token::of_text(text.as_bytes()).as_ref(), Some(&token), "{text}");
        for end in 0..text.trim_end().len() {
            assert_eq!(Token::of_text(&text.as_bytes()[..end]), None, "{end}");
        }
        for at in 0..text.len() {
            for byte in [0, b'"', b'{', b'9', 0xff] {
                let mut broken = text.clone().into_bytes();
                broken[at] = byte;
                let read = Token::of_text(&broken);
                assert!(read.is_none_or(|read| super::is_token(read.value.reveal())));
            }
        }
    }
    for text in
        ["", "[]", "{}", "null", r#"{"token":"","fetched":1,"ends":2}"#, r#"{"token":"a","fetched":-1,"ends":2}"#]
    {
        assert_eq!(Token::of_text(text.as_bytes()), None, "{text}");
    }
    assert!(
        !format!("{:?}", Token { value: Secret::new("s3cret"), fetched: 0, ends: None, base_url: None })
            .contains("s3cret")
    );
}

#[test]
fn only_a_refusal_for_the_token_alone_wants_another() {
    let wants = |id: &str, status: u16, body: &str| {
        let answer = Response::builder().status(status).body(body.to_owned()).expect("an answer");
        let entry = find(id);
        entry.wants_another_token(&entry.verdict(None, &answer))
    };
    let wecom =
        |status, code: i64| wants("wecom.message_send", status, &format!(r#"{{"errcode":{code},"errmsg":"m"}}"#));
    for code in [40014, 40082, 42001, 42009, 42021] {
        assert!(wecom(200, code), "{code}");
        // What a server that failed has done is not known.
        assert!(!wecom(500, code), "{code}");
    }
    for code in [0, -1, 40001, 40013, 41001, 42003, 42007, 45009, 48001, 60020, 60011, 81013, 93000] {
        assert!(!wecom(200, code), "{code}");
    }
    for (code, yes) in [(110, true), (111, true), (101, false), (112, false), (113, false), (114, false), (407, false)]
    {
        let body = format!(r#"{{"errcode":{code},"message":"m"}}"#);
        assert_eq!(wants("yunzhenji.send_message", 200, &body), yes, "{code}");
    }
    let youmi = |code: i64| format!(r#"{{"requestId":"r","errmsg":{code},"succeed":false,"errdesc":""}}"#);
    assert!(wants("youmi.send_public_message", 200, &youmi(10003)));
    assert!(!wants("youmi.send_public_message", 200, &youmi(200_001)));
    // HTTP's own word counts for any gateway, but not where the body says something else.
    assert!(wants("youmi.send_public_message", 401, ""));
    assert!(wants("gewe.send_app", 401, ""));
    assert!(!wants("youmi.send_public_message", 403, ""));
    assert!(!wants("youmi.send_public_message", 429, ""));
    assert!(!wants("wecom.message_send", 401, r#"{"errcode":0,"errmsg":"ok"}"#));
    assert!(!wants("wecom.message_send", 200, r#"{"errcode":42001"#));
}
