//! Tests.

use wxwire::lang::Lang;

use super::*;

/// The form of some values, one element a line and without what only the style sheet reads.
fn drawn(lang: Lang, operation: &str, text: &str) -> String {
    let mut state = State::new(lang, State::entry_of(operation));
    state.text = text.into();
    form(&state, &state.problems()).into_string()
}

/// What a reader sees of it: texts, and what controls hold.
fn read(markup: &str) -> String {
    let mut lines = Vec::new();
    for part in markup.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let attribute =
            |name: &str| tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next());
        let control = tag.starts_with("input") || tag.starts_with("option") && tag.contains("selected");
        if let Some(value) = attribute("value").filter(|_| control) {
            lines.push(format!("  [{value}]"));
        }
        if !text.trim().is_empty() && !tag.starts_with("option") {
            lines.push(text.trim().to_owned());
        }
    }
    lines.join("\n")
}

const LIVING: &str =
    r#"{"userid": "zhangsan", "theme": "", "living_start": 1767225600, "living_duration": null, "own": [1.0]}"#;

#[test]
fn form_in_chinese() {
    insta::assert_snapshot!("form.zh", read(&drawn(Lang::Zh, "wecom.living_create", LIVING)));
}

#[test]
fn form_in_english() {
    insta::assert_snapshot!("form.en", read(&drawn(Lang::En, "wecom.living_create", LIVING)));
}

#[test]
fn row() {
    let form = drawn(Lang::En, "yunzhenji.send_message", r#"{"wxid": "", "target_wxid": "7"}"#);
    let start = form.find("<div class=\"row\"").expect("a row");
    let end = form[start + 1..].find("<div class=\"row\"").map_or(form.len(), |at| at + start + 1);
    insta::assert_snapshot!("row", form[start..end].replace("><", ">\n<"));
}

#[test]
fn values_never_become_markup() {
    let evil = "<script>alert(1)</script>\\\"'&";
    let values = format!(r#"{{"wxid": "{evil}", "{evil}": "{evil}", "messages": [{{"msg_type": "{evil}"}}]}}"#);
    let mut state = State::new(Lang::En, State::entry_of("yunzhenji.send_message"));
    for text in [values.as_str(), evil] {
        state.text = text.into();
        let page = page(&state).into_string();
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("&lt;script&gt;"), "{page}");
    }
}

#[test]
fn what_no_form_can_show_is_said_and_not_lost() {
    let mut deep = "[".repeat(10_000);
    deep.push_str(&"]".repeat(10_000));
    assert!(drawn(Lang::En, "xbot.send_live", &deep).contains("nested deeper"));
    assert!(drawn(Lang::En, "xbot.send_live", "").contains("there is nothing to read"));
    let many = format!(r#"{{"messages": [{}]}}"#, vec!["{}"; 100_000].join(","));
    assert!(drawn(Lang::En, "yunzhenji.send_message", &many).len() < 1_000_000);
    let members = (0..20_000).map(|at| format!("\"k{at}\":1")).collect::<Vec<_>>().join(",");
    assert!(drawn(Lang::En, "yunzhenji.send_message", &format!("{{{members}}}")).len() < 1_000_000);
}

#[test]
fn every_example_of_every_operation_is_drawn_without_errors() {
    for entry in wxwire::catalog::entries() {
        for example in entry.examples() {
            let mut state = State::new(Lang::Zh, entry);
            state.text = example.values;
            let page = page(&state).into_string();
            assert!(!page.contains("class=\"error\""), "{} {}", entry.id, example.name);
        }
    }
}

#[test]
fn text_that_is_no_json_can_be_read_at_once() {
    let mut state = State::new(Lang::En, State::entry_of("gewe.send_app"));
    assert!(!page(&state).into_string().contains("data-action=\"read\""));
    for text in ["curl https://h/ -d '{}'", "{'a': 1}"] {
        state.text = text.into();
        for lang in [Lang::Zh, Lang::En] {
            state.lang = lang;
            assert!(page(&state).into_string().contains("data-action=\"read\""));
        }
    }
}

#[test]
fn ids_hold_no_white_space() {
    assert_eq!(id("field", "/a b%\u{3000}"), "field:/a%20b%25%3000");
}
