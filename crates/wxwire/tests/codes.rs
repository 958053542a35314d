//! Error codes in texts: told to each gateway that knows them, and to none that does not.

use wxwire::catalog;
use wxwire::explain::{Explanation, Kind, explain, is_code};

fn explained(text: &str) -> Explanation {
    explain(text.as_bytes(), None).expect("something")
}

/// The gateways that a text's code belongs to, and the code.
fn told(text: &str) -> Vec<(&'static str, i64)> {
    let one = explained(text);
    assert_eq!(one.kind == Kind::Code, !one.codes.is_empty(), "{text}");
    one.codes.iter().map(|one| (one.gateway.name, one.code)).collect()
}

#[test]
fn a_code_is_told_however_a_program_writes_it() {
    for text in [
        "45009",
        " 45009\n",
        "errcode: 45009",
        "errcode=45009, errmsg=api freq out of limit",
        "java.lang.RuntimeException: {errcode=45009, errmsg=api freq out of limit}",
        "WorkwxClientError { Code: 45009, Msg: \"x\" }",
        "错误代码：45009, 错误信息：x",
        "ErrCode\":45009 and more",
        "2026/01/01 send failed: err_code 45009",
    ] {
        assert_eq!(told(text), [("wecom", 45009)], "{text}");
    }
    assert!(is_code("45009") && is_code("-1") && is_code("errcode: 60020") && is_code("99999"));
    assert!(!is_code("errcode: 99999") && !is_code("reply.json") && !is_code("") && !is_code("45009\n1"));
}

/// Each in the order of the text, and nothing is said of a call: which of them came of which is not known.
#[test]
fn several_codes_are_each_told() {
    let text = "first errcode=60020, then err_code: 45009\nerrcode 60020 again, code=40014, errcode: 99999";
    assert_eq!(told(text), [("wecom", 60020), ("wecom", 45009), ("wecom", 40014)]);
    assert!(explained(text).verdict.is_none());
    assert!(explained("errcode=45009").verdict.is_some());
    // A list of them all is bounded.
    let list: String = (40_000..41_000).map(|code| format!("errcode {code}\n")).collect();
    assert!((10..200).contains(&told(&list).len()));
}

#[test]
fn what_no_table_has_is_just_a_number() {
    for text in ["99999", "0", "errcode: 99999", "code 405", "exit code 101", "http 40014x", "1234567890123"] {
        assert!(told(text).is_empty(), "{text}");
    }
    assert_eq!(explained("99999").title.en, "just a number");
}

#[test]
fn a_code_of_several_gateways_lists_them() {
    let mut several = 0;
    for code in (-1..1200).chain(10_000..10_020).chain(40_000..40_100) {
        let known: Vec<_> = catalog::codes(code).map(|(gateway, words)| (gateway.name, code, words)).collect();
        let one = explained(&code.to_string());
        let told: Vec<_> = one.codes.iter().map(|one| (one.gateway.name, one.code, one.words)).collect();
        assert_eq!(told, known, "{code}");
        several += usize::from(!told.is_empty());
    }
    assert!(several > 80, "{several}");
}

/// The codes that are met most say what to do, in both languages.
#[test]
fn the_codes_that_are_met_most_say_what_to_do() {
    let words = |code| catalog::codes(code).find(|(gateway, _)| gateway.name == "wecom").expect("known").1;
    for (code, zh, en) in [
        (60020, "与凭据无关", "credentials are not at fault"),
        (40014, "已过期", "expired"),
        (45009, "每分钟 20 条", "20 messages a minute"),
        (41001, "URL 参数", "into the query"),
    ] {
        let words = words(code);
        assert!(words.zh.contains(zh) && words.en.contains(en), "{code} {words:?}");
    }
}

/// Every line of every table: a code, in order, and its words in both languages.
#[test]
fn every_code_is_said_in_both_languages() {
    for (gateway, table) in [
        ("ilink", include_str!("../codes/ilink.tsv")),
        ("wecom", include_str!("../codes/wecom.tsv")),
        ("youmi", include_str!("../codes/youmi.tsv")),
        ("yunzhenji", include_str!("../codes/yunzhenji.tsv")),
    ] {
        let mut last = i64::MIN;
        for line in table.lines() {
            let parts: Vec<_> = line.split('\t').collect();
            assert_eq!(parts.len(), 3, "{gateway}: {line}");
            let (code, zh, en) = (parts[0].parse().expect(line), parts[1], parts[2]);
            assert!(code > last, "{gateway}: {line}");
            last = code;
            let is_han = |char: char| matches!(char, '\u{3400}'..='\u{9fff}');
            assert!(zh.contains(is_han) && !en.is_empty() && !en.contains(is_han), "{gateway}: {line}");
            let (_, words) = catalog::codes(code).find(|(own, _)| own.name == gateway).expect(line);
            assert_eq!((words.zh, words.en), (zh, en));
        }
    }
}

/// A reply with a code of any table says in words what it means.
#[test]
fn a_reply_says_what_its_code_means() {
    for code in [40001, 40004, 41048, 60020, 84061, 95018, 301_002] {
        let verdict = explained(&format!(r#"{{"errcode":{code},"errmsg":"x"}}"#)).verdict.expect("one");
        let (_, words) = catalog::codes(code).next().expect("known");
        assert_eq!(verdict.reasons[0].meaning, Some(words), "{code}");
    }
}

/// Talk about a code, and one beside a success, say of no call that it was refused.
#[test]
fn a_code_that_is_spoken_of_refuses_nothing() {
    for text in [
        "错误码 45009 是什么意思",
        "错误码 45009 和 40014 有什么区别",
        "昨天的 errcode 81013 问题已修复",
        "不会再出现 errcode: 40014 了",
        "群发完成：成功 98 失败 2，errcode 84061",
        "sent 3 ok, errcode 81013 for 1",
    ] {
        assert!(explained(text).verdict.is_none(), "{text}");
    }
    // A word elsewhere, in a name, or denied, is none.
    for text in [
        "发送失败，errcode: 81013",
        "service started successfully ok\n发送失败，errcode: 81013",
        "发送不成功，errcode: 81013",
        "send success=false errcode: 81013",
        "okhttp3.RealCall errcode: 81013 at onSuccess",
        "errcode: 81013 不会重试，解决办法见文档",
    ] {
        assert!(explained(text).verdict.is_some(), "{text}");
    }
}
