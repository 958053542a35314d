//! How verdicts read, and what they must not show.

use super::*;
use crate::credential::Credentials;

const ALL: [Why; 23] = [
    Why::Problems,
    Why::Dns,
    Why::Connect,
    Why::Tls,
    Why::Timeout,
    Why::Reset,
    Why::HttpStatus,
    Why::Contradiction,
    Why::NotProcessed,
    Why::NotJson,
    Why::NoCode,
    Why::Code,
    Why::InnerCode,
    Why::Credentials,
    Why::RateLimited,
    Why::Missing,
    Why::NothingTaken,
    Why::NoId,
    Why::OtherReceiver,
    Why::OtherCall,
    Why::Warning,
    Why::UnknownCode,
    Why::SendFailed,
];

#[test]
fn in_two_languages() {
    for why in ALL {
        let reason = Reason::new(why, "x");
        let (zh, en) = (reason.message(Lang::Zh), reason.message(Lang::En));
        assert!(zh.ends_with("：x") && en.ends_with(": x"), "{zh} {en}");
        // No half-width punctuation between Chinese.
        assert!(!zh.contains([',', ';', ':', '.']), "{zh}");
        assert!(en.is_ascii(), "{en}");
        assert!(!Reason::new(why, "").message(Lang::Zh).ends_with('：'));
    }
}

#[test]
fn secrets_are_masked_wherever_they_come_back() {
    let secret = "s3cret-s3cret";
    let credentials = Credentials::new().with("token", secret);
    let replies = [
        format!(r#"{{"ret":"{secret}","msg_err":"bad token {secret}"}}"#),
        format!(r#"{{"ret":0,"msg_err":"{secret}","data":{{"List":[{{"Ret":0,"NewMsgId":"{secret}"}}]}}}}"#),
        format!(r#"{{"ret":500,"data":{{"detail":"{{\"msg_err\":\"{secret}\"}}"}}}}"#),
        format!(r#"{{"ret":0,"{secret}":1,"{secret}":2}}"#),
    ];
    for reply in replies {
        let received = Received { status: 429, retry_after: Some(secret), body: reply.as_bytes() };
        let verdict = catalog::find("gewe.send_app").expect("in the catalog").verdict(None, received);
        assert!(format!("{verdict:?}").contains(secret));
        let masked = verdict.masked(&credentials);
        for shown in [format!("{masked:?}"), masked.to_json(Lang::Zh).to_string()] {
            assert!(!shown.contains(secret) && shown.contains("•••"), "{shown}");
        }
    }
}
