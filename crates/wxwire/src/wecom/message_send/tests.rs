//! What is wrong with an app's message.

use crate::catalog;
use crate::problem::{Code, Severity};

/// What is wrong with some values: code, severity, path.
fn check(values: &str) -> Vec<(Code, Severity, String)> {
    let problems = catalog::find("wecom.message_send").expect("in the catalog").check(values.as_bytes());
    problems.into_iter().map(|problem| (problem.code, problem.severity, problem.path)).collect()
}

fn one(code: Code, severity: Severity, path: &str) -> Vec<(Code, Severity, String)> {
    vec![(code, severity, path.to_owned())]
}

/// Text to a receiver, or whatever else goes beside it.
fn text(rest: &str) -> String {
    format!(r#"{{"msgtype": "text", "agentid": 1, "text": {{"content": "x"}}, {rest}}}"#)
}

#[test]
fn somebody_is_named_and_not_too_many() {
    let nobody = one(Code::RequiredOneOf, Severity::Error, "");
    assert_eq!(check(&text(r#""safe": 0"#)), nobody);
    assert_eq!(check(&text(r#""touser": "", "toparty": "", "totag": """#)), nobody);
    for (name, most) in [("touser", 1000), ("toparty", 100), ("totag", 100)] {
        let to = |count: usize| check(&text(&format!("\"{name}\": \"{}\"", vec!["1"; count].join("|"))));
        assert_eq!(to(most), []);
        assert_eq!(to(most + 1), one(Code::TooMany, Severity::Error, &format!("/{name}")));
    }
}

/// One sign parts the receivers.
#[test]
fn receivers_are_parted() {
    for ids in ["a,b", "a;b", "a，b", "a、b", "a b", "张三"] {
        let found = check(&text(&format!(r#""touser": "{ids}""#)));
        assert_eq!(found, one(Code::WrongForm, Severity::Warning, "/touser"), "{ids}");
    }
    assert_eq!(check(&text(r#""touser": "a|b.c-1", "toparty": "1|2""#)), []);
}

#[test]
fn all_are_named_once() {
    let both = check(&text(r#""touser": "@all", "totag": "1""#));
    assert_eq!(both, one(Code::Ignored, Severity::Warning, "/totag"));
    let notice = r#"{"touser": "@all", "agentid": 1, "msgtype": "miniprogram_notice",
        "miniprogram_notice": {"appid": "wx1", "title": "会议室预订"}}"#;
    assert_eq!(check(notice), one(Code::WrongForm, Severity::Error, "/touser"));
}

#[test]
fn an_article_leads_somewhere() {
    let news = |article: &str, rest: &str| {
        let article = format!(r#"{{"title": "x"{article}}}"#);
        check(&format!(
            r#"{{"touser": "a", "agentid": 1, "msgtype": "news", "news": {{"articles": [{article}]}}{rest}}}"#
        ))
    };
    assert_eq!(news("", ""), one(Code::RequiredOneOf, Severity::Error, "/news/articles/0"));
    let half = news(r#", "appid": "wx1", "url": "https://example.com""#, "");
    assert_eq!(half, one(Code::Required, Severity::Error, "/news/articles/0/pagepath"));
    assert_eq!(news(r#", "appid": "wx1", "pagepath": "a""#, ""), []);
    let safe = news(r#", "url": "https://example.com""#, r#", "safe": 1"#);
    assert_eq!(safe, one(Code::UnknownValue, Severity::Error, "/safe"));
}

#[test]
fn what_has_no_effect_is_told() {
    let image =
        r#"{"touser": "a", "agentid": 1, "msgtype": "image", "image": {"media_id": "x"}, "enable_id_trans": 1}"#;
    assert_eq!(check(image), one(Code::Ignored, Severity::Warning, "/enable_id_trans"));
    let interval = check(&text(r#""touser": "a", "duplicate_check_interval": 60"#));
    assert_eq!(interval, one(Code::Ignored, Severity::Warning, "/duplicate_check_interval"));
    let checked = text(r#""touser": "a", "enable_duplicate_check": 1, "duplicate_check_interval": 60"#);
    assert_eq!(check(&checked), []);
}

/// The object that `msgtype` names must be there; numbers are no text.
#[test]
fn a_kind_has_its_object() {
    let missing = check(r#"{"touser": "a", "agentid": 1, "msgtype": "file", "text": {"content": "x"}}"#);
    assert!(missing.contains(&(Code::Required, Severity::Error, "/file".into())), "{missing:?}");
    assert!(missing.contains(&(Code::UnknownField, Severity::Warning, "/text".into())), "{missing:?}");
    let quoted = check(r#"{"touser": "a", "agentid": "1", "msgtype": "text", "text": {"content": ""}, "safe": "0"}"#);
    let codes: Vec<_> = quoted.iter().map(|(code, _, path)| (*code, path.as_str())).collect();
    assert_eq!(codes, [(Code::WrongType, "/agentid"), (Code::TooShort, "/text/content"), (Code::WrongType, "/safe")]);
}
