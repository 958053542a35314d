//! Messages, and how a bot is logged in.

use crate::catalog;
use crate::explain::explain;
use crate::lang::Lang;
use crate::layer::json::Tree;
use crate::login::{Asks, State};
use crate::operation::Operation;
use crate::problem::Code;

use super::{Ilink, LOGIN, SendMessage};

const MESSAGE: &str = r#"{"message_id": 7446051849283761024, "from_user_id": "u@im.wechat", "to_user_id": "b@im.bot",
    "create_time_ms": 1788000000000, "message_type": 1, "message_state": 2, "context_token": "AARz",
    "item_list": [{"type": KIND, "text_item": {"text": "你好"}}]}"#;

/// Each example with one text of its values made another: the path and code of what is said of it, and whether it refuses.
#[track_caller]
fn said(name: &str, from: &str, to: &str) -> Vec<(String, Code, bool)> {
    let entry = catalog::find(SendMessage::ID).expect("it is there");
    let example = entry.examples().into_iter().find(|one| one.name == name).expect("an example").values;
    let changed = example.replacen(from, to, 1);
    assert_ne!(changed, example, "{from}");
    entry.check(changed.as_bytes()).into_iter().map(|one| (one.path.clone(), one.code, one.is_error())).collect()
}

#[test]
fn what_was_seen_to_fail_warns() {
    let item = |rest: &str| format!("/msg/item_list/0{rest}");
    for (name, from, to, path, code) in [
        ("text", "\"text_item\"", "\"image_item\"", item("/text_item"), Code::Required),
        ("text", "\"type\": 1", "\"type\": 11", item("/tool_call_start_item"), Code::Required),
        (
            "image",
            "\"encrypt_type\": 1",
            "\"encrypt_type\": 0",
            item("/image_item/media/encrypt_type"),
            Code::UnknownValue,
        ),
        (
            "image",
            "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "MDEyMzQ1Njc4OWFiY2RlZg==",
            item("/image_item/media/aes_key"),
            Code::WrongForm,
        ),
        (
            "video",
            "\"encrypt_type\"",
            "\"full_url\": \"https://x\", \"encrypt_type\"",
            item("/video_item/media/full_url"),
            Code::UnknownField,
        ),
    ] {
        let found = said(name, from, to);
        assert!(found.contains(&(path, code, false)), "{name} {to}: {found:?}");
    }
    let voice = said(
        "text",
        "\"type\": 1,",
        "\"type\": 3, \"voice_item\": {\"media\": {\"encrypt_query_param\": \"a\", \"aes_key\": \"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\", \"encrypt_type\": 1}},",
    );
    assert!(voice.contains(&(item("/type"), Code::Ignored, false)), "{voice:?}");
    let two = said("text", "\"item_list\": [", "\"item_list\": [{\"type\": 1, \"text_item\": {\"text\": \"a\"}}, ");
    assert_eq!(two, [("/msg/item_list".to_owned(), Code::TooMany, false)]);
}

/// A part without its number is none; what a file needs is concluded from the document, so it warns.
#[test]
fn what_a_part_needs_is_missed() {
    let missing = |name: &str, from: &str, path: &str, is_error: bool| {
        let found = said(name, from, &from.replacen('"', "\"x_", 1));
        assert!(found.contains(&(format!("/msg/item_list/0{path}"), Code::Required, is_error)), "{name}: {found:?}");
    };
    missing("text", "\"type\"", "/type", true);
    missing("image", "\"media\"", "/image_item/media", false);
    missing("file", "\"file_name\"", "/file_item/file_name", false);
    for member in ["encrypt_query_param", "aes_key", "encrypt_type"] {
        missing("video", &format!("\"{member}\""), &format!("/video_item/media/{member}"), false);
    }
}

/// What the vendor documents refuses: the name of the bot's program is counted in bytes.
#[test]
fn the_agent_is_counted_in_bytes() {
    let agent = |text: &str| format!("\"bot_agent\": \"{text}\", \"channel_version\"");
    assert_eq!(said("text", "\"channel_version\"", &agent(&"a".repeat(256))), []);
    let found = said("text", "\"channel_version\"", &agent(&"好".repeat(86)));
    assert_eq!(found, [("/base_info/bot_agent".to_owned(), Code::TooLong, true)]);
}

#[test]
fn a_message_is_told_by_its_first_part() {
    let titles = [
        ("1", "iLink text"),
        ("2", "iLink picture"),
        ("3", "iLink voice"),
        ("4", "iLink file"),
        ("5", "iLink video"),
        ("11", "iLink call of a tool"),
        ("12", "iLink call of a tool"),
        ("99", "iLink message of a kind that is not known"),
        ("\"1\"", "iLink message of a kind that is not known"),
    ];
    for (kind, title) in titles {
        let told = explain(MESSAGE.replace("KIND", kind).as_bytes(), None).expect("a message");
        assert_eq!(told.title.get(Lang::En), title, "{kind}");
    }
    let updates = catalog::find("ilink.get_updates").expect("it is there").reply();
    assert_eq!(
        explain(updates.as_bytes(), None).expect("a reply").operation.map(|one| one.id),
        Some("ilink.get_updates")
    );
}

#[test]
fn the_calls_of_a_login_are_there_and_take_its_values() {
    let (begin, ask) = (LOGIN.begin(), LOGIN.ask());
    assert_eq!((begin.gateway.name, catalog::login(&ask.gateway).map(|one| one.gateway)), ("ilink", Some("ilink")));
    assert_eq!(begin.check(LOGIN.values(Asks::Code, 7).as_bytes()), []);
    for number in [None, Some("1234")] {
        let values = LOGIN.values(Asks::State { ticket: "a\"b", number }, u32::MAX);
        assert_eq!(ask.check(values.as_bytes()), [], "{values}");
        let tree = Tree::parse(&values).expect("JSON");
        assert!(tree.root().get("qrcode").is_some_and(|ticket| ticket.is_str("a\"b")), "{values}");
        // 4294967295
        assert!(tree.root().get("X-WECHAT-UIN").is_some_and(|uin| uin.is_str("NDI5NDk2NzI5NQ==")), "{values}");
    }
    assert!(ask.yields.iter().any(|one| one.credential == LOGIN.credential && one.pointer == LOGIN.token));
    let _: &dyn crate::operation::Incoming = &Ilink;
}

#[test]
fn every_documented_state_is_read() {
    let state =
        |status: &str| LOGIN.state(format!(r#"{{"status":"{status}","redirect_host":"h.example"}}"#).as_bytes());
    let schema: serde_json::Value = serde_json::from_str(&LOGIN.ask().reply_json_schema()).expect("JSON");
    let all = schema["properties"]["status"]["oneOf"].as_array().expect("the states");
    assert_eq!(all.len(), 8);
    for status in all {
        assert!(state(status["const"].as_str().expect("a text")).is_some(), "{status}");
    }
    assert_eq!(state("scaned_but_redirect"), Some(State::Moved("h.example".into())));
    assert_eq!(LOGIN.state(br#"{"status":"scaned_but_redirect"}"#), None);
    for other in ["", "WAIT", "scanned"] {
        assert_eq!(state(other), None, "{other}");
    }
}

#[test]
fn a_login_brings_a_token_that_is_kept_as_text() {
    let answer =
        r#"{"status":"confirmed","bot_token":"tok:1","baseurl":"https://h.example","ilink_bot_id":"b@im.bot"}"#;
    let came = LOGIN.logged_in(answer.as_bytes(), 1_767_225_600).expect("a token");
    assert_eq!(came.names, [("ilink_bot_id", "b@im.bot".to_owned())]);
    assert_eq!((came.token.value.reveal(), came.token.base_url.as_deref()), ("tok:1", Some("https://h.example")));
    assert!(came.token.ends.is_none() && came.token.is_good(1_900_000_000));
    assert_eq!(crate::token::Token::of_text(came.token.to_text().as_bytes()), Some(came.token.clone()));
    assert!(!format!("{came:?}").contains("tok:1"));
    let text = came.token.to_text();
    assert_eq!(crate::token::Token::of_text(text.replace("https://", "x ").as_bytes()), None);
    // What is no address is none, and what is no token is nothing.
    let odd = answer.replace("https://h.example", "h.example");
    assert_eq!(LOGIN.logged_in(odd.as_bytes(), 0).expect("a token").token.base_url, None);
    for none in ["", "a b", "a\\nb", "ä"] {
        assert_eq!(LOGIN.logged_in(answer.replace("tok:1", none).as_bytes(), 0), None, "{none}");
    }
}
