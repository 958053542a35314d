//! WeCom has HTTP 200 for everything.

use super::{check, check_words, judge, summary};
use crate::catalog;
use crate::lang::Lang;
use crate::layer::json::Tree;
use crate::verdict::{Level, Received, Why};

const ID: &str = "wecom.living_create";

#[test]
fn a_success_that_is_none() {
    check(
        ID,
        &[
            (r#"{"errcode":0,"errmsg":"ok","livingid":"lv1"}"#, "accepted:"),
            (include_str!("../../../tests/samples/wecom/wecom_living_create_resp.json"), "accepted:"),
            (include_str!("../../../tests/samples/wecom/wecom_living_create_observed_resp.json"), "accepted:"),
            (r#"{"errcode":0,"errmsg":"ok","livingid":""}"#, "accepted: no_id /livingid"),
            (r#"{"errcode":0,"errmsg":"ok","livingid":null}"#, "accepted: no_id /livingid"),
            (r#"{"errcode":0,"errmsg":"ok","livingid":["lv1"]}"#, "accepted: no_id /livingid"),
            (r#"{"errcode":0,"errmsg":"ok"}"#, "accepted: no_id /livingid"),
            (r#"{"errcode":-0,"livingid":"lv1"}"#, "accepted:"),
            (
                r#"{"errcode":0,"errmsg":"ok. Warning: wrong json format. ","livingid":"x"}"#,
                "accepted: warning /errmsg",
            ),
            (
                r#"{"errcode":0,"errmsg":"created. Warning: wrong json format. "}"#,
                "accepted: warning /errmsg, no_id /livingid",
            ),
            // Error bodies keep the fields of a success.
            (r#"{"errcode":42001,"errmsg":"expired","livingid":"lv1"}"#, "refused: credentials /errcode"),
            (r#"{"livingid":"","errcode":92000,"errmsg":"x"}"#, "refused: code /errcode"),
        ],
    );
    assert!(judge(ID, 200, r#"{"errcode":42001,"livingid":"lv1"}"#).ids.is_empty());
}

/// What was not taken is called by its name, and a blank is nobody.
#[test]
fn parts_are_called_by_their_names() {
    let names = |reply: &str| {
        let verdict = judge("wecom.message_send", 200, reply);
        (verdict.level, verdict.not_taken.into_iter().map(|part| part.name).collect::<Vec<_>>())
    };
    let (level, none) = names(r#"{"errcode":0,"errmsg":"ok","invaliduser":" ","msgid":"1"}"#);
    assert_eq!((level, none.len()), (Level::Accepted, 0));
    let (level, one) =
        names(r#"{"errcode":0,"errmsg":"ok","failed_chat_list":[{"chat_id":"wr1","errcode":90500}],"msgid":"1"}"#);
    assert_eq!((level, one), (Level::Partial, vec!["wr1".to_owned()]));
}

#[test]
fn a_code_of_another_type_says_nothing() {
    check(
        ID,
        &[
            ("{}", "unknown: no_code /errcode"),
            (r#"{"errmsg":"ok","livingid":"lv1"}"#, "unknown: no_code /errcode"),
            (r#"{"errcode":"0","errmsg":"ok","livingid":"lv1"}"#, "unknown: no_code /errcode"),
            // Whatever put quotes around a no, it was none before.
            (r#"{"errcode":"40014","errmsg":"x","livingid":"lv1"}"#, "refused: credentials /errcode"),
            (r#"{"errcode":"-1","errmsg":"x"}"#, "refused: code /errcode"),
            (r#"{"errcode":"200","errmsg":"ok","livingid":"lv1"}"#, "unknown: no_code /errcode"),
            (r#"{"errcode":"x","errmsg":"ok","livingid":"lv1"}"#, "unknown: no_code /errcode"),
            (r#"{"errcode":null,"errmsg":"ok","livingid":"lv1"}"#, "unknown: no_code /errcode"),
            (r#"{"errcode":false,"livingid":"lv1"}"#, "unknown: no_code /errcode"),
            (r#"{"errcode":0.0,"livingid":"lv1"}"#, "unknown: no_code /errcode"),
            (r#"{"errcode":0e9,"livingid":"lv1"}"#, "unknown: no_code /errcode"),
            (r#"{"errcode":[0],"livingid":"lv1"}"#, "unknown: no_code /errcode"),
            (r#"{"errcode":{},"livingid":"lv1"}"#, "unknown: no_code /errcode"),
            (r#"{"ERRCODE":0,"livingid":"lv1"}"#, "unknown: no_code /errcode"),
            (r#"{"errcode":40014,"errcode":0,"errmsg":"ok","livingid":"x"}"#, "unknown: no_code /errcode"),
            (r#"{"errcode":0,"errmsg":"ok","errcode":40014}"#, "unknown: credentials /errcode, no_code /errcode"),
            (r#"{"errcode":0,"livingid":"a","livingid":"b"}"#, "unknown: no_code /livingid"),
            (r#"[{"errcode":0,"errmsg":"ok","livingid":"lv1"}]"#, "unknown: no_code"),
            (r#""ok""#, "unknown: no_code"),
            ("null", "unknown: no_code"),
            // Beyond every type, and still not 0.
            (r#"{"errcode":99999999999999999999999,"errmsg":""}"#, "refused: code /errcode"),
            (r#"{"errcode":-99999999999999999999999,"errmsg":""}"#, "refused: code /errcode"),
        ],
    );
    let large = judge(ID, 200, r#"{"errcode":99999999999999999999999}"#);
    assert_eq!(large.code.as_deref(), Some("99999999999999999999999"));
}

/// Every error that was seen or documented, with the code, the class, and the vendor's own text.
#[test]
fn errors_as_they_were_seen() {
    let table = [
        (include_str!("../../../tests/samples/wecom/wecom_err_40013_observed.json"), "40013", Why::Credentials),
        (
            include_str!("../../../tests/samples/wecom/wecom_err_40014_message_send_observed.json"),
            "40014",
            Why::Credentials,
        ),
        (include_str!("../../../tests/samples/wecom/wecom_err_40058_webhook_key_observed.json"), "40058", Why::Code),
        (include_str!("../../../tests/samples/wecom/wecom_err_41001_user_get_observed.txt"), "41001", Why::Credentials),
        (
            include_str!("../../../tests/samples/wecom/wecom_err_42001_getcallbackip_doc.json"),
            "42001",
            Why::Credentials,
        ),
        (include_str!("../../../tests/samples/wecom/wecom_err_45009_webhook_observed.json"), "45009", Why::RateLimited),
        (include_str!("../../../tests/samples/wecom/wecom_err_93000_observed.json"), "93000", Why::Credentials),
    ];
    for (reply, code, why) in table {
        let verdict = judge(ID, 200, reply);
        assert_eq!((verdict.level, verdict.code.as_deref()), (Level::Refused, Some(code)));
        assert!(verdict.has(why), "{reply}");
        assert!(verdict.reasons[0].meaning.is_some(), "{reply}");
        let tree = Tree::parse(reply).expect("JSON");
        let text = tree.root().get("errmsg").and_then(|text| text.as_str().map(std::borrow::Cow::into_owned));
        assert_eq!(verdict.message, text);
    }
}

#[test]
fn codes_by_what_they_are_about() {
    let classes: [(Why, &[i64]); 4] = [
        (
            Why::Credentials,
            &[40001, 40013, 40014, 40091, 41001, 41004, 42001, 42009, 48001, 48002, 50003, 60011, 301_002],
        ),
        (Why::Address, &[60020, 301_042]),
        (Why::RateLimited, &[45009, 45033, 93005]),
        (
            Why::Code,
            &[
                -1, 40003, 40007, 40008, 40032, 40056, 40058, 40074, 41011, 44001, 44004, 45001, 45002, 45007, 45008,
                50001, 50002, 60111, 81013, 82001, 82002, 82003, 92000, 92006, 92007, 92008, 93004, 93006, 93008,
                301_019,
            ],
        ),
    ];
    for (why, codes) in classes {
        for code in codes {
            let verdict = judge(ID, 200, &format!(r#"{{"errcode":{code},"errmsg":"text of the vendor"}}"#));
            let reason = &verdict.reasons[0];
            assert_eq!((verdict.level, reason.why), (Level::Refused, why), "{code}");
            assert!(reason.meaning.is_some_and(|words| words.zh != words.en), "{code}");
        }
    }
}

#[test]
fn a_code_that_is_not_known_keeps_the_vendors_text() {
    let verdict = judge(ID, 200, r#"{"errcode":123456789,"errmsg":"nobody knows this"}"#);
    assert_eq!(summary(&verdict), "refused: code /errcode");
    assert_eq!(verdict.reasons[0].message(Lang::En), "the gateway answered with an error: 123456789");
    assert_eq!(verdict.message.as_deref(), Some("nobody knows this"));
}

#[test]
fn receivers_that_were_left_out() {
    let gateway = catalog::find(ID).expect("in the catalog").gateway;
    let judge = |body: &str| gateway.verdict(Received { status: 200, retry_after: None, body: body.as_bytes() });
    let all = judge(include_str!("../../../tests/samples/wecom/wecom_message_send_resp.json"));
    assert_eq!(
        summary(&all),
        "partial: missing /invaliduser, missing /invalidparty, missing /invalidtag, missing /unlicenseduser"
    );
    let names: Vec<_> = all.not_taken.iter().map(|part| (part.name.as_str(), part.path.as_str())).collect();
    assert_eq!(names[..3], [("userid1", "/invaliduser"), ("userid2", "/invaliduser"), ("1", "/invalidparty")]);
    // Here it is a list.
    let list = judge(include_str!("../../../tests/samples/wecom/wecom_message_update_template_card_resp.json"));
    assert_eq!(
        (summary(&list).as_str(), list.reasons[0].detail.as_str()),
        ("partial: missing /invaliduser", "userid1, userid2")
    );
    let none =
        r#"{"errcode":0,"errmsg":"ok","invaliduser":"","invalidparty":"","invalidtag":[],"unlicenseduser":null}"#;
    assert_eq!(summary(&judge(none)), "accepted:");
    assert_eq!(summary(&judge(r#"{"errcode":0,"errmsg":""}"#)), "accepted:");
    let group_send = judge(r#"{"errcode":0,"errmsg":"ok","fail_list":["wm1"],"msgid":"m"}"#);
    assert_eq!(
        (summary(&group_send).as_str(), group_send.not_taken[0].name.as_str()),
        ("partial: missing /fail_list", "wm1")
    );
    assert_eq!(summary(&judge(r#"{"errcode":81013,"errmsg":"x","invaliduser":"a"}"#)), "refused: code /errcode");
    // Each has a code of its own: a second sending would hand over twice whom the first did.
    let each = r#"{"errcode":0,"errmsg":"ok","customer":[{"external_userid":"wo1","errcode":40096},{"external_userid":"wo2","errcode":0}]}"#;
    let each = judge(each);
    assert_eq!((summary(&each).as_str(), each.not_taken[0].name.as_str()), ("partial: missing /customer", "wo1"));
    let tagged = r#"{"errcode":0,"errmsg":"ok","invalidlist":"a|b","invalidparty":[2]}"#;
    assert_eq!(judge(tagged).not_taken.iter().map(|part| part.name.as_str()).collect::<Vec<_>>(), ["a", "b", "2"]);
}

/// What answers another call says nothing of this one: a gateway between the two may have mixed them up.
#[test]
fn an_answer_to_another_call() {
    const SEND: &str = "wecom.message_send";
    check(
        SEND,
        &[
            (
                r#"{"errcode":0,"errmsg":"ok","access_token":"t","expires_in":7200}"#,
                "unknown: no_id /msgid, other_call",
            ),
            (r#"{"errcode":0,"errmsg":"ok"}"#, "accepted: no_id /msgid"),
            (r#"{"errcode":0,"errmsg":"ok","trace":"t"}"#, "accepted: no_id /msgid"),
            (r#"{"errcode":0,"errmsg":"ok","msgid":"m","x":1,"y":2}"#, "accepted:"),
        ],
    );
    let code = r#"{"ret":200,"msg":"操作成功","data":{"appId":"a","qrData":"q","uuid":"u"}}"#;
    let verdict = super::judge("gewe.message_post_text", 200, code);
    assert_eq!(verdict.level, Level::Unknown);
    assert!(verdict.has(Why::OtherCall));
}

#[test]
fn words_say_what_to_do() {
    check_words(
        ID,
        &[
            (
                r#"{"errcode":42001}"#,
                "the credentials are wrong, expired or not enough: 42001 the access_token has expired; fetch a new one",
            ),
            (
                r#"{"errcode":45009}"#,
                "too many calls; wait before you send again: 45009 too many calls; which limit depends on the call: a robot \
                 has 20 messages a minute, a company 10,000 calls of one API a minute and 150,000 an hour. A limit by the \
                 minute lasts 60 s, by the hour 60 min, by the day to its end, by the month 30 days",
            ),
            (
                r#"{"errcode":"0"}"#,
                r#"the answer holds no result that can be read: "0" is a text, where a success has a number"#,
            ),
            (r#"{"errcode":"x"}"#, r#"the answer holds no result that can be read: "x""#),
            (
                r#"{"errcode":0,"errmsg":"ok","errcode":0}"#,
                "an id is absent, 0 or no longer whole, as where a table rounded it, so the result cannot be looked up: livingid; \
                 the answer holds no result that can be read: the field stands twice; most readers of JSON take the last, some \
                 the first, and some refuse it",
            ),
            (r#"{"errcode":{"a":1}}"#, "the answer holds no result that can be read: {…}"),
        ],
    );
    let live = judge(ID, 200, r#"{"errcode":0,"errmsg":"ok","livingid":"lv1"}"#);
    assert_eq!(live.settled_by.map(|(name, _)| name), Some("living/get_living_info"));
    assert_eq!(judge(ID, 200, r#"{"errcode":0,"errmsg":"ok"}"#).settled_by, None);
}

#[test]
fn statuses_of_http() {
    let check = |status, reply, expected: &str| assert_eq!(summary(&judge(ID, status, reply)), expected, "{status}");
    // An unknown path has an empty body; `http://` a redirect.
    check(404, "", "refused: not_processed");
    check(301, "<html>", "unknown: not_json , http_status");
    check(400, r#"{"errcode":0,"errmsg":"ok","livingid":"x"}"#, "unknown: http_status , contradiction");
    check(400, r#"{"errcode":40058,"errmsg":"x"}"#, "refused: code /errcode");
    check(502, r#"{"errcode":0}"#, "unknown: http_status");
}
