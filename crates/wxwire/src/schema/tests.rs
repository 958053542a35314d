//! What holds for every schema of the catalog, and what the walk says about single values.

mod compile;
mod keywords;

use super::{Field, Reach, Schema, Shape};
use crate::catalog;
use crate::lang::Lang;
use crate::layer::json::Tree;
use crate::problem::{Problem, Source};

/// Every object of a schema, with the fields of each variant.
fn field_lists(schema: &Schema) -> Vec<&[Field]> {
    let mut lists = Vec::new();
    for rule in &schema.rules {
        if let Shape::Object(object) = &rule.shape {
            lists.push(object.fields.as_slice());
            lists.extend(object.tag.iter().flat_map(|tag| &tag.variants).map(|variant| variant.fields.as_slice()));
        }
    }
    lists
}

#[test]
fn every_keyword_is_understood() {
    for entry in catalog::entries() {
        assert!(entry.schema().unknown_keywords.is_empty(), "{}: {:?}", entry.id, entry.schema().unknown_keywords);
        assert!(entry.reply_schema().unknown_keywords.is_empty(), "{}", entry.id);
    }
}

#[test]
fn every_field_is_explained_in_both_languages() {
    for (entry, schema) in catalog::entries().flat_map(|entry| [(entry, entry.schema()), (entry, entry.reply_schema())])
    {
        let is_typed = catalog::typed().any(|typed| typed.id == entry.id);
        for field in field_lists(schema).into_iter().flatten().filter(|field| field.credential.is_none()) {
            let rule = schema.rule(field.rule);
            // The tag's own rule is a constant; what it says is explained at the variant.
            if matches!(&rule.shape, Shape::Choice(choices) if choices.len() == 1) || field.name == "content" {
                continue;
            }
            // A document may leave to a name what it says by itself; what it explains, it explains twice.
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| !rule.docs.title(lang).is_empty());
            assert!(zh == en && (zh || !is_typed), "{}: {} zh {zh} en {en}", entry.id, field.name);
        }
    }
}

#[test]
fn no_object_has_more_fields_than_the_walk_can_tell_apart() {
    for entry in catalog::entries() {
        assert!(field_lists(entry.schema()).iter().all(|fields| fields.len() <= 64), "{}", entry.id);
    }
}

/// Checks values of an operation; problems as `code path` or `code path actual/limit unit`.
fn check(id: &str, values: &str, expected: &[&str]) {
    let show = |problem: &Problem| {
        let mut text = format!("{} {}", problem.code.name(), problem.path);
        if let (Some(limit), Some(actual)) = (problem.limit, problem.actual) {
            text.push_str(&format!(" {actual}/{limit} {}", problem.unit.map_or("", |unit| unit.name())));
        }
        text
    };
    let entry = catalog::find(id).expect("in the catalog");
    let found: Vec<_> = entry.check(values.as_bytes()).iter().map(show).collect();
    assert_eq!(found, expected, "{values}");
}

/// Yunzhenji values with these messages.
fn yunzhenji(messages: &str, expected: &[&str]) {
    let values = format!(r#"{{"wxid": "1", "target_wxid": "2", "messages": [{messages}]}}"#);
    check("yunzhenji.send_message", &values, expected);
}

const TEXT: &str = r#"{"msg_type": "text", "content": {"items": [{"type": "text", "text": "x"}]}}"#;

#[test]
fn limits_hold_at_n_and_break_at_n_plus_1() {
    yunzhenji(&[TEXT; 5].join(","), &[]);
    yunzhenji(&[TEXT; 6].join(","), &["too_many /messages 6/5 items"]);
    yunzhenji("", &["too_few /messages 0/1 items"]);
    let voice = |seconds: &str| format!(r#"{{"msg_type": "voice", "content": {{"url": "u", "duration": {seconds}}}}}"#);
    yunzhenji(&voice("60"), &[]);
    yunzhenji(&voice("61"), &["too_big /messages/0/content/duration 61/60 seconds"]);
    yunzhenji(&voice("0"), &["too_small /messages/0/content/duration 0/1 seconds"]);
    yunzhenji(&voice("99999999999999999999"), &["too_big /messages/0/content/duration"]);
    yunzhenji(&voice("1.0"), &["wrong_type /messages/0/content/duration"]);
}

/// WeCom values with one more member.
fn living(member: &str, expected: &[&str]) {
    let values = format!(r#"{{"anchor_userid": "a", "living_start": 4000000000, "living_duration": 1, {member}}}"#);
    check("wecom.living_create", &values, expected);
}

#[test]
fn a_chinese_character_is_one_character() {
    let theme = |count: usize| format!(r#""theme": "{}""#, "题".repeat(count));
    living(&theme(20), &[]);
    living(&theme(21), &["too_long /theme 21/20 characters"]);
    living(r#""theme": "\u9898\u9898""#, &[]);
    living(r#""theme": "\ud83d""#, &["lone_surrogate /theme"]);
    living("\"theme\": \"\\ud83d \u{fffd}\"", &["lone_surrogate /theme"]);
    living(r#""theme": "\ufffd \ud83d\ude00 \\ud83d""#, &[]);
    living(r#""theme": """#, &["too_short /theme 0/1 characters"]);
}

#[test]
fn the_vendor_cuts_so_we_warn() {
    let images = |count: usize| {
        format!(r#""theme": "t", "type": 4, "activity_detail": {{"image_list": [{}]}}"#, vec!["\"m\""; count].join(","))
    };
    living(&images(5), &[]);
    living(&images(6), &["too_many /activity_detail/image_list 6/5 items"]);
    let entry = catalog::find("wecom.living_create").expect("in the catalog");
    let values =
        format!(r#"{{"anchor_userid": "a", "living_start": 4000000000, "living_duration": 1, {}}}"#, images(6));
    assert!(!entry.check(values.as_bytes())[0].is_error());
}

#[test]
fn absent_null_and_empty_are_three_things() {
    living(r#""theme": "t", "description": """#, &[]);
    living(r#""theme": "t", "description": null"#, &["null /description"]);
    living(r#""theme": null"#, &["wrong_type /theme"]);
    living(r#""type": 0"#, &["required /theme"]);
}

#[test]
fn a_fault_does_not_hide_another() {
    let broken =
        r#"{"msg_type": "link", "content": {"cover": 1, "desc": "", "titel": "", "url": ""}, "delayed_time": "1"}"#;
    yunzhenji(
        broken,
        &[
            "required /messages/0/content/title",
            "wrong_type /messages/0/content/cover",
            "unknown_field /messages/0/content/titel",
            "too_short /messages/0/content/url 0/1 characters",
            "wrong_type /messages/0/delayed_time",
        ],
    );
}

#[test]
fn the_tag_picks_the_branch() {
    yunzhenji(r#"{"msg_type": "picture", "content": {}}"#, &["required /messages/0/content/url"]);
    yunzhenji(r#"{"msg_type": "revoke", "content": {}}"#, &["unknown_value /messages/0/msg_type"]);
    yunzhenji(r#"{"content": {}}"#, &["required /messages/0/msg_type"]);
    yunzhenji(r#"{"msg_type": 1, "content": {}}"#, &["wrong_type /messages/0/msg_type"]);
    yunzhenji(r#"{"msg_type": "video", "content": {"any": [1]}}"#, &["undocumented /messages/0/content"]);
    let emoji = r#"{"msg_type": "text", "content": {"items": [{"type": "emoji", "id": 1}]}}"#;
    yunzhenji(emoji, &["undocumented /messages/0/content/items/0/type"]);
}

#[test]
fn two_types_are_one_of_two() {
    let id = |id: &str| TEXT.replacen('{', &format!(r#"{{"api_send_id": {id}, "#), 1);
    yunzhenji(&id("116"), &[]);
    yunzhenji(&id("\"116\""), &[]);
    yunzhenji(&id("[]"), &["wrong_type /messages/0/api_send_id"]);
}

#[test]
fn twice_is_once_too_often() {
    yunzhenji(&TEXT.replacen('{', r#"{"msg_type": "text", "#, 1), &["duplicate_field /messages/0/msg_type"]);
}

#[test]
fn problems_go_on_into_the_xml() {
    let send = |xml: &str, expected: &[&str]| {
        let xml = crate::layer::json::quote(xml);
        check("gewe.send_app", &format!(r#"{{"appid": "a", "to_wxid": "b", "xml": {xml}}}"#), expected);
    };
    send("<appmsg><title>a &amp; b</title><type>5</type></appmsg>", &[]);
    send("<appmsg><url>a?b&c</url></appmsg>", &["xml_syntax /xml!xml/appmsg/url"]);
    send("<msg><appmsg/></msg>", &["xml_root /xml!xml/msg"]);
    send("<!DOCTYPE x><appmsg/>", &["xml_doctype /xml!xml"]);
    send("", &["too_short /xml 0/1 characters"]);
    let entry = catalog::find("gewe.send_app").expect("in the catalog");
    let values = r#"{"appid": "a", "to_wxid": "b", "xml": "<appmsg>\n\t<url>a?b&c</url></appmsg>"}"#;
    let span = entry.check(values.as_bytes())[0].span.clone().expect("a place");
    assert!(values[span.start..].starts_with("&c"), "{}", &values[span.start..]);
}

#[test]
fn credentials_are_no_values_but_belong_on_the_wire() {
    let body = format!(r#"{{"app_id": "x", "wxid": "1", "target_wxid": "2", "messages": [{TEXT}]}}"#);
    check("yunzhenji.send_message", &body, &["credential_in_values /app_id"]);
    let entry = catalog::find("yunzhenji.send_message").expect("in the catalog");
    let found = entry.check_body(body.as_bytes());
    assert_eq!(found.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), ["/access_token"]);
}

#[test]
fn rules_that_a_schema_cannot_state() {
    let youmi = |start: &str| format!(r#"{{{start} "RelationType": 0, "MsgType": "text", "Text": "t"}}"#);
    check("youmi.send_public_message", &youmi(r#""WechatId": "w","#), &["required_one_of "]);
    check("youmi.send_public_message", &youmi(r#""TakeOverKey": "k","#), &[]);
    let video = r#"{"TakeOverKey": "k", "RelationType": 0, "MsgType": "video", "Title": "t", "Tumbnail": ""}"#;
    check("youmi.send_public_message", video, &["required /Url", "unknown_field /Tumbnail"]);
    let card = r#"{"TakeOverKey": "k", "RelationType": 3, "MsgType": "card", "Text": "t"}"#;
    check("youmi.send_public_message", card, &["undocumented /RelationType"]);
    let mention =
        r#"{"appid": "a", "to_wxid_list": [{"at": ["wxid_1"], "content": "hi", "msg_type": 1, "to_wxid": "r"}]}"#;
    check("gewe.send_msg", mention, &["incomplete /to_wxid_list/0/content"]);
    check("gewe.send_msg", &mention.replace("hi", "@nick hi"), &[]);
    living(r#""theme": "t", "type": 4, "description": "d""#, &["ignored /description"]);
    living(r#""theme": "t", "activity_detail": {}"#, &["ignored /activity_detail"]);
}

/// What fields mean to each other, as data: of every pair of two fields, absent, empty, null or with a value.
#[test]
fn fields_count_beside_others() {
    let schema = Schema::compile(
        r#"{"type": "object", "x-one-of": "a | b + c", "properties": {
            "a": {"type": ["string", "null"], "x-when": "k=1|one|"},
            "b": {"type": "string", "x-needed": ["k=2", "a="]},
            "c": {"type": "array", "items": {}},
            "k": {"anyOf": [{"type": "integer"}, {"type": "string"}]}
        }}"#,
        &[],
    );
    let found = |values: &str| {
        let tree = Tree::parse(values).expect("JSON");
        let mut problems = Vec::new();
        schema.walk(tree.root(), Reach::Values, Source::Documented, &mut problems);
        let told = |one: &crate::problem::Problem| format!("{} {} {}", one.code.name(), one.path, one.expected);
        problems.iter().map(told).map(|told| told.trim_end().to_owned()).collect::<Vec<_>>()
    };
    let one_of = "required_one_of  a | b + c";
    assert_eq!(found(r#"{"a": "x"}"#), [] as [&str; 0]);
    assert_eq!(found(r#"{"a": "x", "k": "one"}"#), [] as [&str; 0]);
    assert_eq!(found(r#"{"a": "x", "k": 1}"#), [] as [&str; 0]);
    assert_eq!(found(r#"{"a": "x", "k": ""}"#), [] as [&str; 0]);
    assert_eq!(found(r#"{"a": "x", "b": "y", "k": 3}"#), ["ignored /a k 1 | one"]);
    assert_eq!(found(r#"{"a": "x", "k": 2}"#), ["ignored /a k 1 | one", "required /b"]);
    assert_eq!(found("{}"), ["required /b", one_of]);
    assert_eq!(found(r#"{"a": ""}"#), ["required /b", one_of]);
    assert_eq!(found(r#"{"a": null, "b": "y", "c": [0]}"#), ["null /a"]);
    assert_eq!(found(r#"{"b": "y", "c": []}"#), [one_of]);
    assert_eq!(found(r#"{"b": "y", "c": [0]}"#), [] as [&str; 0]);
}

/// What cannot be meant is told: milliseconds, a delay, what is over, what was left to be filled in, what was escaped twice.
#[test]
fn values_that_cannot_work() {
    let entry = catalog::find("yunzhenji.send_message").expect("in the catalog");
    let told = |time: &str, text: &str, now: Option<i64>| {
        let text = crate::layer::json::quote(text);
        let values = format!(
            r#"{{"wxid": "1", "target_wxid": "2", "messages": [{{"msg_type": "text", "delayed_time": {time},
                "content": {{"items": [{{"type": "text", "text": {text}}}]}}}}]}}"#
        );
        let problems = match now {
            Some(now) => entry.check_at(values.as_bytes(), now),
            None => entry.check(values.as_bytes()),
        };
        assert!(!problems.iter().any(Problem::is_error), "{problems:?}");
        problems.iter().map(|one| one.message(Lang::En)).collect::<Vec<_>>()
    };
    let fine: [&str; 0] = [];
    assert_eq!(told("0", "x", Some(2_000_000_000)), fine);
    assert_eq!(told("1800000000", "x", None), fine);
    assert_eq!(told("1800000000", "x", Some(1_800_000_000)), fine);
    let past = "lies in the past: 2027-01-15 08:00:00 UTC";
    assert_eq!(told("1800000000", "x", Some(1_800_000_001)), [past]);
    assert_eq!(told("300", "x", None), ["should look like 1767225600, is 300"]);
    assert_eq!(told("1741000000000", "x", None), ["should look like 1741000000, is 1741000000000"]);
    assert_eq!(told("0", "{{title}}", None), ["{{title}} looks like a placeholder that was not filled in"]);
    let escaped = r"escaped once more than it should be: \u4f60 stands for 你";
    assert_eq!(told("0", r"\u4f60\u597d", None), [escaped]);
}

#[test]
fn an_object_may_have_any_number_of_fields() {
    let names: Vec<_> = (0..200).map(|at| format!("f{at}")).collect();
    let properties: Vec<_> = names.iter().map(|name| format!(r#""{name}": {{"type": "integer"}}"#)).collect();
    let required: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let (properties, required) = (properties.join(","), required.join(","));
    let text = format!(r#"{{"type": "object", "properties": {{{properties}}}, "required": [{required}]}}"#);
    let schema = Schema::compile(&text, &[]);
    let found = |leave_out: usize, twice: usize| {
        let members = names.iter().enumerate().filter(|(at, _)| *at != leave_out);
        let mut members: Vec<_> = members.map(|(at, name)| format!("\"{name}\": {at}")).collect();
        members.push(format!("\"f{twice}\": 0"));
        let values = format!("{{{}}}", members.join(", "));
        let tree = Tree::parse(&values).expect("JSON");
        let mut problems = Vec::new();
        schema.walk(tree.root(), Reach::Values, Source::Documented, &mut problems);
        problems.iter().map(|problem| format!("{} {}", problem.code.name(), problem.path)).collect::<Vec<_>>()
    };
    for at in [0, 1, 63, 64, 65, 127, 128, 199] {
        let (absent, twice) = (format!("required /f{at}"), format!("duplicate_field /f{at}"));
        assert_eq!(found(at, at), [] as [&str; 0], "once only");
        assert_eq!(found(200, at), [twice.as_str()]);
        assert_eq!(found(at, (at + 1) % 200), [format!("duplicate_field /f{}", (at + 1) % 200), absent]);
    }
}
