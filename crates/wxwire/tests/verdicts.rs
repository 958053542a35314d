//! What holds for the verdicts of every gateway: what the vendor says is text or nothing, and a status is explained.

use wxwire::catalog;
use wxwire::lang::Lang;
use wxwire::operation::GatewayEntry;
use wxwire::verdict::{Level, Received, Verdict, Why};

fn verdict(gateway: &GatewayEntry, status: u16, body: &str) -> Verdict {
    gateway.verdict(Received { status, retry_after: None, body: body.as_bytes() })
}

/// A no in the form of every gateway, with what the vendor says of it.
fn refusal(said: &str) -> String {
    format!(
        r#"{{"ret":-9,"errcode":-9,"err_code":-9,"succeed":false,"errmsg":{said},"msg_err":{said},"msg":{said},
            "message":{said},"err_msg":{said},"errdesc":{said}}}"#
    )
}

/// A call and its gateway may look for what was not taken at the same place: it is told once.
#[test]
fn no_place_is_told_twice() {
    for entry in catalog::entries() {
        let pointers: Vec<_> = entry.gateway.not_taken.iter().chain(entry.not_taken).collect();
        let Ok(mut reply) = serde_json::from_str::<serde_json::Value>(&entry.reply()) else { continue };
        for pointer in &pointers {
            put(&mut reply, pointer, serde_json::json!("a|b"));
        }
        let body = reply.to_string();
        let found = entry.verdict(None, Received { status: 200, retry_after: None, body: body.as_bytes() });
        let missing = found.reasons.iter().filter(|reason| reason.why == Why::Missing);
        let mut paths: Vec<_> = missing.map(|reason| reason.path.clone()).collect();
        let mut parts: Vec<_> = found.not_taken.iter().map(|part| (part.path.clone(), part.name.clone())).collect();
        let told = (paths.len(), parts.len());
        paths.sort();
        paths.dedup();
        parts.sort();
        parts.dedup();
        assert_eq!(told, (paths.len(), parts.len()), "{}: {found:?}", entry.id);
        assert!(pointers.is_empty() || !paths.is_empty() || found.level != Level::Partial, "{}", entry.id);
    }
    let entry = catalog::find("wecom.message_send").expect("in the catalog");
    let body = br#"{"errcode":0,"errmsg":"ok","invaliduser":"a|b","msgid":"M1"}"#;
    let found = entry.verdict(None, Received { status: 200, retry_after: None, body });
    assert_eq!((found.level, found.reasons.len()), (Level::Partial, 1));
    let names: Vec<_> = found.not_taken.iter().map(|part| (part.name.as_str(), part.path.as_str())).collect();
    assert_eq!(names, [("a", "/invaliduser"), ("b", "/invaliduser")]);
}

/// Puts a value at a pointer, through objects that are there or are made.
fn put(reply: &mut serde_json::Value, pointer: &str, value: serde_json::Value) {
    let mut here = reply;
    for step in pointer.split('/').skip(1) {
        if !here.is_object() {
            *here = serde_json::json!({});
        }
        here = &mut here[step];
    }
    *here = value;
}

#[test]
fn the_vendors_words_are_a_scalar_or_nothing() {
    for gateway in catalog::gateways() {
        assert_eq!(verdict(&gateway, 200, &refusal("\"said\"")).message.as_deref(), Some("said"), "{}", gateway.name);
        for nothing in ["null", "[\"said\"]", "{\"said\":1}", "\"\""] {
            let found = verdict(&gateway, 200, &refusal(nothing));
            assert_eq!(found.message, None, "{} {nothing}", gateway.name);
        }
    }
}

/// A yes beside a status that says no: which of them is true nobody knows, and what the status means is said.
#[test]
fn a_status_is_explained_beside_a_contradiction() {
    for entry in catalog::entries().step_by(catalog::entries().count() / 40 + 1) {
        let reply = entry.reply();
        let judge = |status| entry.verdict(None, Received { status, retry_after: None, body: reply.as_bytes() });
        if !matches!(judge(200).level, Level::Accepted | Level::Queued) {
            continue;
        }
        for status in 300..500 {
            let found = judge(status);
            assert!(found.level == Level::Unknown && found.has(Why::Contradiction), "{} {status}", entry.id);
            let http = found.reasons.iter().find(|reason| reason.why == Why::HttpStatus).expect("a reason");
            assert_eq!(http.detail, status.to_string());
            assert_eq!(http.meaning.is_some(), matches!(status, 300..400 | 404 | 407), "{status}");
        }
        for status in 500..600 {
            let found = judge(status);
            assert!(found.level == Level::Unknown && found.reasons.len() == 1 && found.ids.is_empty(), "{}", entry.id);
            assert!(found.reasons[0].meaning.is_some());
        }
    }
}

/// How long to wait is told where the header says it in seconds, white space aside, and nowhere else.
#[test]
fn how_long_to_wait_is_told_in_seconds() {
    for gateway in catalog::gateways() {
        for (header, seconds) in [
            (Some("7"), Some(7)),
            (Some(" 120 "), Some(120)),
            (Some("0"), Some(0)),
            (Some("-1"), None),
            (Some("1.5"), None),
            (Some("Fri, 31 Dec 2027 23:59:59 GMT"), None),
            (None, None),
        ] {
            for status in [200, 429, 503] {
                let found = gateway.verdict(Received { status, retry_after: header, body: b"" });
                assert_eq!(found.retry_after, seconds, "{header:?}");
                let json = found.to_json(Lang::En);
                assert_eq!(json.get("retry_after").and_then(|wait| wait.as_u64()), seconds, "{header:?}");
            }
        }
    }
}
