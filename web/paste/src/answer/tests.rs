//! What is drawn, and what never is.

use wxwire::layer::json::Tree;

use super::*;

fn drawn(text: &str, lang: Lang) -> String {
    markup(&Pasted { bytes: text.as_bytes(), read_as: "", open: None }, lang).into_string()
}

#[test]
fn every_reply_of_a_type_is_told_in_both_languages() {
    for entry in wxwire::catalog::typed()
        .filter(|entry| entry.gateway.recognises(Tree::parse(&entry.reply()).expect("JSON").root()))
    {
        for (lang, word) in [(Lang::Zh, "回复"), (Lang::En, "reply")] {
            let drawn = drawn(&entry.reply(), lang);
            assert!(drawn.contains("data-kind=\"reply\"") && drawn.contains(word), "{}: {drawn}", entry.id);
            assert!(drawn.contains("class=\"judged\" data-level=\""), "{}: {drawn}", entry.id);
        }
    }
}

#[test]
fn what_comes_from_outside_never_becomes_markup() {
    let evil = "<script>alert(1)</script>\"'&";
    let quoted = wxwire::layer::json::quote(evil);
    for text in [evil.to_owned(), format!("{{{quoted}: {quoted}, \"errcode\": 1, \"errmsg\": {quoted}}}")] {
        let drawn = drawn(&text, Lang::En);
        assert!(!drawn.contains("<script") && drawn.contains("&lt;script"), "{drawn}");
    }
}

#[test]
fn secrets_are_masked() {
    let drawn = drawn(r#"{"errcode": 0, "access_token": "CANARY-abcdef", "x": "CANARY-abcdef"}"#, Lang::Zh);
    assert!(!drawn.contains("CANARY") && drawn.contains("•••"), "{drawn}");
}

#[test]
fn what_is_drawn_is_bounded_and_the_rest_is_counted() {
    let many = format!("[{}]", vec!["1"; 10_000].join(","));
    let long = format!("[\"{}\"]", "你".repeat(1_000_000));
    for (text, said) in [(many, "9700 more are not listed"), (long, "3000000 bytes")] {
        let drawn = drawn(&text, Lang::En);
        assert!(drawn.len() < 200_000 && drawn.contains(said), "{said}: {} {}", drawn.len(), &drawn[..500]);
    }
}

#[test]
fn what_cannot_be_read_says_so() {
    assert!(drawn("", Lang::Zh).contains("无法读取"));
    assert!(drawn("{\"a\": ", Lang::En).contains("Inside"));
}

/// What is drawn where a call is open.
fn drawn_at(text: &str, open: &str) -> String {
    let open = wxwire::catalog::find(open);
    markup(&Pasted { bytes: text.as_bytes(), read_as: "", open }, Lang::En).into_string()
}

/// The calls that can be taken, with their values.
fn takes(drawn: &str) -> Vec<(String, String)> {
    let plain =
        |text: &str| text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let take = |part: &str| {
        let (id, rest) = part.split_once("\" data-value=\"")?;
        Some((id.to_owned(), plain(rest.split_once('"')?.0)))
    };
    drawn.split("data-action=\"take\" data-path=\"").skip(1).filter_map(take).collect()
}

#[test]
fn what_a_call_was_exported_as_goes_back_into_its_form() {
    for gateway in wxwire::catalog::gateways() {
        let own = wxwire::catalog::typed().filter(|entry| entry.gateway.name == gateway.name);
        let Some(entry) = own.into_iter().find(|entry| entry.replies_to.is_none() && !entry.examples().is_empty())
        else {
            continue;
        };
        let values = entry.examples().swap_remove(0).values;
        for form in wxwire::export::FORMATS {
            let none = wxwire::secret::Credentials::new();
            let text = form.hidden(entry, &values, &none, entry.base_url().unwrap_or("https://h.example"));
            let taken = takes(&drawn_at(&text, entry.id));
            assert!(!taken.is_empty(), "{} {}: {text}", entry.id, form.name);
            let (id, taken) = &taken[0];
            assert_eq!(id, entry.id, "{}: {text}", form.name);
            assert_eq!(members(taken), members(&values), "{} {}: {text}", entry.id, form.name);
        }
    }
}

/// The values of a call, in whatever order they stand.
fn members(values: &str) -> std::collections::BTreeMap<String, String> {
    let tree = Tree::parse(values).expect("JSON");
    let laid_out = |value| wxwire::layer::json::laid_out(value, "");
    tree.root().members().map(|(name, value)| (laid_out(name), laid_out(value))).collect()
}

#[test]
fn what_was_mended_and_left_out_is_named_and_no_secret_goes_along() {
    let text = "$ curl 'https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token=CANARY1234567890abcdef&x=1' \
                -H 'X-Other: 1' -d \"{'anchor_userid': 'a', theme: 't',}\"";
    let drawn = drawn_at(text, "wecom.message_send");
    assert_eq!(takes(&drawn)[0].0, "wecom.living_create");
    assert!(!drawn.contains("CANARY"), "{drawn}");
    for told in ["data-fix=\"quotes\"", "data-fix=\"trailing_comma\"", "data-dropped=\"header\"", "access_token"] {
        assert!(drawn.contains(told), "{told} in {drawn}");
    }
}

#[test]
fn what_cannot_be_mended_for_sure_is_refused_at_its_place() {
    let drawn = drawn_at("{\"anchor_userid\": \"a\",\n \"theme: \"t\"}", "wecom.living_create");
    assert!(takes(&drawn).is_empty(), "{drawn}");
    assert!(drawn.contains("2:8") && drawn.contains("expected a double quote"), "{drawn}");
}

#[test]
fn a_call_is_offered_once() {
    let body = r#"{"appId": "wx_a", "toWxid": "x@chatroom", "content": "hi" // words
        }"#;
    let page = format!(
        "# page\n```bash\n$ curl 'http://api.geweapi.com/gewe/v2/api/message/postText' -d '{body}'\n```\nreply\n\
         ```json\n{{\"ret\":200,\"msg\":\"操作成功\"}}\n```\n"
    );
    assert_eq!(takes(&drawn_at(&page, "gewe.send_app")).len(), 1);
}

#[test]
fn no_part_of_a_secret_is_in_an_excerpt() {
    for text in [
        "POST https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=CANARY00-aaaa-bbbb-cccc-CANARY000000 {\"a\": x}",
        "curl 'https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token=CANARY00aaaabbbbccccddddCANARY' -d '{\"a: CANARY}'",
    ] {
        let drawn = drawn_at(text, "wecom.living_create");
        assert!(
            drawn.contains("class=\"excerpt\"") && !drawn.contains("00-aaaa") && !drawn.contains("aaaabbbb"),
            "{drawn}"
        );
        assert!(!drawn.contains("CANARY0"), "{drawn}");
    }
}

#[test]
fn a_reply_is_not_offered_and_what_was_received_goes_on_where_the_open_call_takes_it() {
    let reply = r#"{"errcode": 0, "errmsg": "ok", "msgid": "m"}"#;
    assert!(takes(&drawn_at(reply, "wecom.message_send")).is_empty());
    let xml = "<msg><appmsg appid=\"\" sdkver=\"0\"><title>t</title><type>5</type><url>https://h/</url></appmsg></msg>";
    let taken = takes(&drawn_at(xml, "gewe.message_forward_url"));
    assert!(
        taken.iter().any(|(id, values)| id == "gewe.message_forward_url" && values.contains("appmsg")),
        "{taken:?}"
    );
    assert!(takes(&drawn_at(xml, "wecom.message_send")).is_empty());
}

#[test]
fn many_calls_are_bounded_and_the_rest_is_counted() {
    let one = r#"{"touser":"a","msgtype":"text","agentid":1,"text":{"content":"hello"}}"#;
    let log: String = (0..150).map(|at| format!("{at} sent {one}\n")).collect();
    let drawn = drawn_at(&log, "wecom.message_send");
    assert_eq!(takes(&drawn).len(), 100);
    assert!(drawn.contains("150 requests") && drawn.contains("+ 50 more"), "{}", &drawn[..2000]);
    assert!(drawn.len() < 1_500_000, "{}", drawn.len());
}
