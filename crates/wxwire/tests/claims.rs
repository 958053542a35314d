//! What is claimed excludes its rivals: where something could be of another, only what is certain is said.

use wxwire::catalog;
use wxwire::explain::{Explanation, Kind, explain};
use wxwire::import::import;
use wxwire::lang::Lang;
use wxwire::verdict::{Level, Why};

fn explained(text: &str) -> Explanation {
    explain(text.as_bytes(), None).expect("something")
}

/// What a text is told as: its kind, its gateway or kind of callback by title, its operation.
fn told(text: &str) -> (Kind, &'static str, Option<&'static str>) {
    let explanation = explained(text);
    (explanation.kind, explanation.title.en, explanation.operation.map(|entry| entry.id))
}

/// The words at a path: the title of the value, and what it means.
fn words(text: &str, path: &str) -> (String, String) {
    let explanation = explained(text);
    let line = explanation.lines.iter().find(|line| line.path == path).expect(path);
    let title = line.title.as_ref().map(|title| title.get(Lang::En)).unwrap_or_default();
    let meaning = line.meaning.as_ref().map(|meaning| meaning.words(Lang::En)).unwrap_or_default();
    (title.to_owned(), meaning)
}

const WECOM: &str = "WeCom's own API";
const SEVERAL: &str = "a reply in a form that several services have";
const GEWE: &str = "GeWe (personal WeChat)";

#[test]
fn a_reply_with_more_foreign_members_than_own_ones_is_no_calls() {
    for (reply, gateway) in [
        (r#"{"errcode":0,"data":[{"id":1,"title":"x"}]}"#, "Yunzhenji (云真机)"),
        (r#"{"ret":200,"msg":"操作成功"}"#, GEWE),
        (r#"{"ret":200,"msg":"ok","data":{"fileUrl":"u"}}"#, GEWE),
        (r#"{"errcode":0,"errmsg":"ok","livingid":"x","a_userid":"v","b_userid":"i"}"#, SEVERAL),
        (r#"{"errcode":0,"errmsg":"ok"}"#, SEVERAL),
    ] {
        let explanation = explained(reply);
        assert_eq!(told(reply), (Kind::Reply, gateway, None), "{reply}");
        let verdict = explanation.verdict.expect(reply);
        assert_eq!((verdict.level, verdict.settled_by, verdict.ids), (Level::Accepted, None, vec![]), "{reply}");
        let codes = ["/errcode", "/ret", "/msg"];
        let labelled =
            explanation.lines.iter().find(|line| codes.contains(&line.path.as_str()) && line.title.is_some());
        assert!(labelled.is_none(), "{reply}: {labelled:?}");
    }
}

/// Two members that several services answer with claim no gateway; what WeCom alone says with them does.
#[test]
fn a_form_that_several_services_have_is_nobodys_alone() {
    let told = |reply: &str| (explained(reply).title.en, explained(reply).is_shared);
    for reply in [
        r#"{"errcode":0,"errmsg":"ok","task_list":[]}"#,
        r#"{"errcode":40014,"errmsg":"invalid access_token"}"#,
        r#"{"errcode":0,"errmsg":"ok","access_token":"t","expires_in":7200}"#,
    ] {
        assert_eq!(told(reply), (SEVERAL, true), "{reply}");
    }
    for own in [
        r#"{"errcode":81013,"errmsg":"x","invaliduser":"a"}"#,
        r#"{"errcode":40014,"errmsg":"invalid access_token, hint: [1691], from ip: 1.2.3.4"}"#,
        r#"{"errcode":1,"errmsg":"x, more info at https://open.work.weixin.qq.com/devtool/query?e=1"}"#,
    ] {
        assert_eq!(told(own), (WECOM, false), "{own}");
    }
}

/// `ret`, `msg` and `data` are anybody's; the documented words and what its calls alone answer are GeWe's.
#[test]
fn a_ret_alone_is_not_gewes() {
    let told = |reply: &str| (explained(reply).title.en, explained(reply).is_shared);
    for reply in [
        r#"{"ret":200,"msg":"ok","data":{"a":1}}"#,
        r#"{"ret":200,"msg":"ok","data":{"orderNumber":"x"}}"#,
        r#"{"ret":0,"msg":"ok","data":{}}"#,
        r#"{"ret":500,"msg":"error"}"#,
    ] {
        assert_eq!(told(reply), (SEVERAL, true), "{reply}");
    }
    for own in [
        r#"{"ret":200,"msg":"操作成功"}"#,
        r#"{"ret":200,"msg":"操作成功","data":{"a":1}}"#,
        r#"{"ret":0,"msg":"success"}"#,
        r#"{"ret":-1,"msg_err":"offline"}"#,
        r#"{"ret":200,"msg":"ok","data":{"fileUrl":"u"}}"#,
    ] {
        assert!(!told(own).1 && told(own).0 != SEVERAL, "{own}: {:?}", told(own));
    }
}

/// Every reply of the catalog with so many members more that its own are the fewer, unless it names its call.
#[test]
fn every_reply_loses_its_call_among_foreign_members() {
    let mut tried = 0;
    let some = catalog::typed().chain(catalog::entries().step_by(13));
    for entry in some {
        let bare = told(&entry.reply());
        let has_own_rule = entry.reply_rule.is_some();
        if bare.2.is_none() || has_own_rule || entry.reply().contains("\"type\"") {
            continue;
        }
        tried += 1;
        let reply = entry.reply();
        let inner = reply.trim().strip_prefix('{').expect("an object");
        let foreign: String =
            (0..40 + inner.matches(':').count()).map(|at| format!("\"foreign_{at}\": {at}, ")).collect();
        let told = told(&format!("{{{foreign}{inner}"));
        assert_eq!((told.0, told.2), (Kind::Reply, None), "{}", entry.id);
    }
    assert!(tried > 3, "{tried}");
}

#[test]
fn a_label_belongs_to_its_event() {
    let event = |name: &str| {
        let status = format!("<MsgType>event</MsgType><Event>{name}</Event><Status>1</Status>");
        words(&format!("<xml>{status}</xml>"), "!xml/xml/Status")
    };
    assert_eq!(event("living_status_change"), ("The live's state".to_owned(), "Live".to_owned()));
    assert_eq!(event("change_contact"), ("The state".to_owned(), String::new()));
    assert_eq!(event("unheard_of"), (String::new(), String::new()));
}

const PASSIVE: &str = "<xml><ToUserName>zhangsan</ToUserName><FromUserName>ww1234567890abcdef</FromUserName>\
                       <CreateTime>1348831860</CreateTime><MsgType>text</MsgType><Content>hi</Content></xml>";

#[test]
fn callbacks_are_told_apart() {
    assert_eq!((told(PASSIVE).0, told(PASSIVE).1), (Kind::PassiveReply, "passive reply to a WeCom message: a text"));
    assert_eq!(words(PASSIVE, "!xml/xml/FromUserName").0, "The company");
    let suite = "<xml><SuiteId>s</SuiteId><InfoType>suite_ticket</InfoType><TimeStamp>1403610513</TimeStamp></xml>";
    assert_eq!(told(suite).1, "WeCom callback of a third-party app: a new suite_ticket");
    let robot = "<xml><WebhookUrl>http://h/cgi-bin/webhook/send?key=K</WebhookUrl><MsgId>m</MsgId>\
                 <From><UserId>u</UserId></From><MsgType>text</MsgType></xml>";
    assert_eq!(told(robot).1, "WeCom robot callback, XML: a text");
    let app = PASSIVE.replace("</xml>", "<MsgId>1</MsgId><AgentID>1</AgentID></xml>");
    assert_eq!(told(&app).1, "WeCom callback: a text");
    assert_eq!(words(&app, "!xml/xml/FromUserName").0, "The member; `sys` is the system");
    // An Official Account sends and takes the same form.
    for place in ["zhangsan", "ww1234567890abcdef"] {
        for more in ["", "<MsgId>1</MsgId>"] {
            let text = PASSIVE.replace(place, "gh_3968361c54e6").replace("</xml>", &format!("{more}</xml>"));
            assert_eq!(told(&text).0, Kind::Xml, "{text}");
        }
    }
}

/// Every call that a member names, under every other name: it is none of that call's, in import as in explain.
#[test]
fn another_name_is_another_call() {
    let live = catalog::find("xbot.send_live").expect("in the catalog");
    for name in ["WW_USER_TO_OPEN_MSG", "WW_SEND_LIVE_MSG_", "WW_X"] {
        let values = live.examples()[0].values.replace("WW_SEND_LIVE_MSG", name);
        let imported = import(values.as_bytes(), None).expect("values");
        assert_eq!(imported.operation.map(|entry| entry.id), Some("xbot.send"), "{name}");
        assert_eq!(told(&values).2, Some("xbot.send"), "{name}");
    }
    // What a sister product takes, and what xbot sends by itself, has the same form; whoever knows better says so.
    let send = catalog::find("xbot.send");
    for name in ["MT_SEND_TEXTMSG", "x", "WW_RECV_TEXT_MSG"] {
        let values = live.examples()[0].values.replace("WW_SEND_LIVE_MSG", name);
        assert!(import(values.as_bytes(), None).expect("values").operation.is_none(), "{name}");
        let kind = if name.starts_with("WW_RECV_") { Kind::Callback } else { Kind::Json };
        assert_eq!(told(&values).0, kind, "{name}");
        let imported = import(values.as_bytes(), send).expect("values");
        assert!(imported.operation.is_some() && imported.values.is_some(), "{name}");
    }
    let callback = r#"{"type": "WW_LOGIN", "client_id": 1, "user_id": "u", "data": {"a": "b"}}"#;
    assert!(import(callback.as_bytes(), None).expect("values").operation.is_none());
    // And under its own it is that one's, though nothing else in it is right.
    let values = r#"{"type": "WW_SEND_LIVE_MSG", "client_id": "1", "data": {"conversation_id": 5}}"#;
    let imported = import(values.as_bytes(), None).expect("values");
    assert_eq!(imported.operation.map(|entry| entry.id), Some(live.id));
    assert_eq!(told(values), (Kind::Json, "some other JSON", None));
}

#[test]
fn what_is_not_known_is_not_said_of_all_gateways() {
    let explanation = explained(r#"{"msgtype": "x", "some": {"other": "thing"}}"#);
    assert_eq!((explanation.kind, explanation.told_by.en), (Kind::Json, "of no form that is known"));
}

#[test]
fn an_address_that_is_not_trusted_is_no_wrong_credential() {
    let verdict = explained(r#"{"errcode":60020,"errmsg":"not allow to access from your ip"}"#).verdict.expect("one");
    assert!(verdict.level == Level::Refused && verdict.has(Why::Address) && !verdict.has(Why::Credentials));
}

#[test]
fn an_id_that_javascript_rounded_is_named() {
    // As a number and as a text: whoever wrote it may have quoted it after it was rounded.
    for quote in ["", "\""] {
        let is_named = |id: &str| {
            let reply = format!(r#"{{"ret":200,"msg":"","data":{{"newMsgId":{quote}{id}{quote}}}}}"#);
            words(&reply, "/data/newMsgId").1.contains("JavaScript")
        };
        for rounded in ["4736481220943518000", "4736481220943518700", "900719925474099200"] {
            assert!(is_named(rounded), "{rounded}");
        }
        for exact in ["4736481220943518727", "4736481220943518720", "9007199254740900", "1736500000"] {
            assert!(!is_named(exact), "{exact}");
        }
    }
}

#[test]
fn bytes_that_are_a_text_and_a_message_are_said_to_be_both() {
    let explanation = explain(b"\x0a\x04(A0B\x12\x05hello", None).expect("bytes");
    let meaning = |path: &str| {
        let line = explanation.lines.iter().find(|line| line.path == path).expect(path);
        line.meaning.as_ref().map(|meaning| meaning.words(Lang::En))
    };
    assert!(meaning("!protobuf/1").is_some_and(|words| words.contains("message")));
    assert_eq!(meaning("!protobuf/2"), None);
}

#[test]
fn sizes_are_in_units_of_1024() {
    let size = |bytes: u64| words(&format!(r#"{{"length": {bytes}}}"#), "/length").1;
    assert_eq!([size(1023), size(1536), size(3 << 20)], ["", "1.5 KiB", "3.0 MiB"]);
}

/// What some were taken of, by what names those that were not: it is none of the plain successes.
#[test]
fn a_list_of_what_was_not_taken_makes_it_partial() {
    for list in [
        r#""fail_list":["wm1"],"msgid":"m""#,
        r#""invaliduser":"u1|u2""#,
        r#""invalidparty":"1""#,
        r#""invalidtag":"1""#,
        r#""unlicenseduser":"u""#,
        r#""invalid_external_user":["e"]"#,
    ] {
        let reply = format!(r#"{{"errcode":0,"errmsg":"ok",{list}}}"#);
        let verdict = explained(&reply).verdict.expect("a reply");
        assert!(verdict.level == Level::Partial && !verdict.not_taken.is_empty(), "{reply}: {verdict:?}");
        let empty = reply.replace("[\"wm1\"]", "[]").replace("\"u1|u2\"", "\"\"").replace("[\"e\"]", "[]");
        let empty = empty.replace(":\"1\"", ":\"\"").replace(":\"u\"", ":\"\"");
        assert_eq!(explained(&empty).verdict.expect("a reply").level, Level::Accepted, "{empty}");
    }
}
