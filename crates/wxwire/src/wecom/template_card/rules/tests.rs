//! What is wrong with a card.

use super::is_ratio;
use crate::catalog;
use crate::problem::Code;

/// What is wrong with a robot's card: code and path.
fn check(card: &str) -> Vec<(Code, String)> {
    let values = format!(r#"{{"msgtype": "template_card", "template_card": {card}}}"#);
    let problems = catalog::find("wecom.webhook_send").expect("in the catalog").check(values.as_bytes());
    problems.into_iter().map(|problem| (problem.code, problem.path.replace("/template_card", ""))).collect()
}

#[test]
fn a_number_makes_members_necessary() {
    let card = |rest: &str| format!(r#"{{"card_type": "text_notice", "sub_title_text": "x", {rest}}}"#);
    let action = r#""card_action": {"type": 1, "url": "https://example.com"}"#;
    for (rest, path) in [
        (r#""card_action": {"type": 1}"#.to_owned(), "/card_action/url"),
        (r#""card_action": {"type": 2, "url": "https://example.com"}"#.to_owned(), "/card_action/appid"),
        (format!(r#"{action}, "jump_list": [{{"title": "x"}}, {{"type": 2, "title": "x"}}]"#), "/jump_list/1/appid"),
        (
            format!(r#"{action}, "horizontal_content_list": [{{"keyname": "x", "type": 3}}]"#),
            "/horizontal_content_list/0/userid",
        ),
        (format!(r#"{action}, "action_menu": {{"action_list": [{{"text": "x", "key": "y"}}]}}"#), "/task_id"),
    ] {
        assert_eq!(check(&card(&rest)), [(Code::Required, path.to_owned())], "{rest}");
    }
    assert_eq!(check(&card(action)), []);
    let empty = card(r#""card_action": {"type": 1, "url": ""}"#);
    assert_eq!(check(&empty), [(Code::TooShort, "/card_action/url".to_owned())]);
}

#[test]
fn a_notice_shows_something() {
    let action = r#""card_action": {"type": 1, "url": "https://example.com"}"#;
    let nothing = [(Code::RequiredOneOf, String::new())];
    assert_eq!(check(&format!(r#"{{"card_type": "text_notice", {action}}}"#)), nothing);
    let untitled = format!(r#"{{"card_type": "text_notice", "main_title": {{"title": "", "desc": "x"}}, {action}}}"#);
    assert_eq!(check(&untitled), nothing);
    assert_eq!(check(&format!(r#"{{"card_type": "news_notice", {action}}}"#)), nothing);
}

#[test]
fn a_picture_is_not_too_wide() {
    for right in ["1.3", "1.30", "1.5", "2", "2.0", "2.25", "2.250"] {
        assert!(is_ratio(right), "{right}");
    }
    for wrong in ["1", "1.2", "1.29", "2.26", "2.251", "3", "13", "-1.5", "0", ""] {
        assert!(!is_ratio(wrong), "{wrong}");
    }
}
