//! Rules that no schema states.

use crate::catalog;
use crate::problem::Code;

#[track_caller]
fn said(id: &str, from: &str, to: &str) -> Vec<(String, Code, bool)> {
    let entry = catalog::find(id).expect("in the catalog");
    let example = entry.examples()[0].values.clone();
    let changed = example.replacen(from, to, 1);
    assert_ne!(changed, example, "{from}");
    entry.check(changed.as_bytes()).into_iter().map(|one| (one.path.clone(), one.code, one.is_error())).collect()
}

#[test]
fn an_activation_names_an_account_and_says_something() {
    const ID: &str = "youmi.chat_mess_activation_conversation";
    let account = |to: &str| said(ID, "\"ad_wechat_id\": 1001", to);
    assert_eq!(account("\"ad_original_nober\": \"wxid_a\""), []);
    let nobody = (String::new(), Code::RequiredOneOf, true);
    for none in ["\"ad_original_nober\": \"\"", "\"ad_wechat_id\": null"] {
        assert!(account(none).contains(&nobody), "{none}");
    }
    let words = |kind: &str| {
        said(
            ID,
            "\"content\": \"您好\",\n  \"activationType\": 1",
            &format!("\"content\": \"\",\n  \"activationType\": {kind}"),
        )
    };
    for kind in ["1", "2"] {
        assert_eq!(words(kind), [("/content".to_owned(), Code::TooShort, true)], "{kind}");
    }
    for kind in ["0", "3"] {
        assert_eq!(words(kind), [], "{kind}");
    }
}

#[test]
fn a_rapid_text_comes_first() {
    const ID: &str = "yunzhenji.rapid_send_message";
    let text = r#"{"msg_type": "text", "content": {"items": [{"type": "text", "text": "a"}]}}"#;
    assert_eq!(
        said(ID, "\"messages\": [", &format!("\"messages\": [{text}, ")),
        [("/messages/1/msg_type".to_owned(), Code::Ignored, false)]
    );
    let picture = r#"{"msg_type": "picture", "content": {"url": "u"}}, "#;
    let many = |count: usize| said(ID, "\"messages\": [", &format!("\"messages\": [{}", picture.repeat(count)));
    let late = |at: usize| (format!("/messages/{at}/msg_type"), Code::Ignored, false);
    assert_eq!(many(7), [late(7)]);
    assert!(many(8).contains(&("/messages".to_owned(), Code::TooMany, true)));
    assert!(said(ID, "\"picture\"", "\"voice\"").iter().any(|(path, ..)| path == "/messages/1/msg_type"));
}
