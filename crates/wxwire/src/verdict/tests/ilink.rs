//! iLink's -2 means what its words say, and a success promises nothing.

use super::{check, check_words, judge};
use crate::verdict::{Level, Why};

const ID: &str = "ilink.send_message";

#[test]
fn what_was_taken_in_has_an_id() {
    check(
        ID,
        &[
            (r#"{"ret":0,"errmsg":"","message_id":7446051849283761025}"#, "accepted:"),
            (r#"{"ret":0,"errcode":0,"message_id":1}"#, "accepted:"),
            (r#"{"ret":0,"errcode":null,"message_id":1}"#, "accepted:"),
            (r#"{"ret":0}"#, "accepted: no_id /message_id"),
            (r#"{"ret":0,"message_id":0}"#, "accepted: no_id /message_id"),
        ],
    );
    let id = &judge(ID, 200, r#"{"ret":0,"message_id":18446744073709551615}"#).ids[0];
    assert_eq!(id.value, "18446744073709551615");
}

#[test]
fn one_number_has_several_meanings() {
    let words = [
        ("prepare failed", Why::Code, "only the user's next message"),
        ("unknown error", Why::Code, "only the user's next message"),
        ("Prepare Failed: 3", Why::Code, "only the user's next message"),
        ("rate limited", Why::RateLimited, ""),
        ("freq limit", Why::RateLimited, ""),
        ("", Why::Code, "its errmsg tells"),
        ("something else", Why::Code, "its errmsg tells"),
    ];
    for (words, why, meaning) in words {
        let verdict = judge(ID, 200, &format!(r#"{{"ret":-2,"errmsg":"{words}"}}"#));
        let reason = &verdict.reasons[0];
        assert_eq!((verdict.level, reason.why, reason.path.as_str()), (Level::Refused, why, "/ret"), "{words}");
        assert!(reason.meaning.map_or("", |words| words.en).contains(meaning), "{words}: {reason:?}");
        assert_eq!(verdict.code.as_deref(), Some("-2"));
    }
}

#[test]
fn a_code_beside_ret_counts() {
    check(
        ID,
        &[
            (r#"{"ret":-1,"errcode":-14,"errmsg":"session timeout"}"#, "refused: code /ret, credentials /errcode"),
            (r#"{"ret":0,"errcode":-12,"message_id":1}"#, "refused: rate_limited /errcode"),
            (r#"{"ret":-14}"#, "refused: credentials /ret"),
            (r#"{"ret":7}"#, "refused: code /ret"),
        ],
    );
    check_words(
        ID,
        &[(
            r#"{"ret":0,"errcode":-14}"#,
            "the credentials are wrong, expired or not enough: -14 the session has ended, log in again",
        )],
    );
}

#[test]
fn without_a_code_nobody_knows() {
    check(
        ID,
        &[
            ("{}", "unknown: no_code /ret"),
            (r#"{"message_id":1}"#, "unknown: no_code /ret"),
            (r#"{"ret":"0","message_id":1}"#, "unknown: no_code /ret"),
            (r#"{"ret":0,"ret":-2,"message_id":1}"#, "unknown: code /ret, no_code /ret"),
        ],
    );
    // The replies to these are documented without one.
    check("ilink.get_bot_qrcode", &[(r#"{"qrcode":"a","qrcode_img_content":"b"}"#, "accepted: status_only")]);
}
