//! JSON keys and exit statuses.

use serde_json::Value;
use wxwire_tests::Wxwire;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn list() {
    let list = Wxwire::new(&["list", "--json"]).run().exits(0).json();
    let first = &list.as_array().expect("an array")[0];
    assert_eq!(keys(first), ["id", "gateway", "title", "title_zh", "method", "path", "evidence", "section"]);
    let only = Wxwire::new(&["list", "--gateway", "gewe"]).run().exits(0);
    let of_gewe = wxwire::catalog::entries().filter(|entry| entry.gateway.name == "gewe");
    assert_eq!(only.out.lines().filter(|line| line.starts_with("  gewe.")).count(), of_gewe.count());
    Wxwire::new(&["list", "--gateway", "nobody"]).run().exits(2);
}

#[test]
fn check() {
    let run = Wxwire::new(&["check", "wecom.living_create", "-", "--json"])
        .input(r#"{"theme": "题题题题题题题题题题题题题题题题题题题题题"}"#)
        .run();
    let found = run.exits(30).json();
    assert_eq!(keys(&found), ["operation", "problems"]);
    let theme =
        found["problems"].as_array().expect("problems").iter().find(|one| one["path"] == "/theme").expect("theme");
    assert_eq!(
        keys(theme),
        ["path", "code", "severity", "message", "limit", "actual", "unit", "source", "line", "column", "span"]
    );
    assert_eq!(
        (&theme["line"], &theme["column"], &theme["span"]),
        (&1.into(), &11.into(), &serde_json::json!([10, 75]))
    );
    assert_eq!((&theme["limit"], &theme["actual"], &theme["unit"]), (&20.into(), &21.into(), &"characters".into()));
    let example = Wxwire::new(&["example", "wecom.living_create"]).run().exits(0).out;
    let none = Wxwire::new(&["check", "wecom.living_create", "-", "--json"]).input(example).run().exits(0).json();
    assert_eq!(none["problems"], Value::Array(vec![]));
}

#[test]
fn build() {
    let values = Wxwire::new(&["example", "gewe.send_msg"]).run().exits(0).out;
    let run = Wxwire::new(&["build", "gewe.send_msg", "-", "--json"]).input(values.clone()).run().exits(0).json();
    assert_eq!(keys(&run), ["method", "url", "headers", "body"]);
    assert_eq!(run["body"], values);
}

#[test]
fn send() {
    let values = Wxwire::new(&["example", "gewe.send_msg"]).run().exits(0).out;
    let run = Wxwire::new(&["send", "--mock", "gewe.send_msg", "-", "--json"]).input(values).run().exits(0);
    let sent = run.json();
    assert_eq!(keys(&sent), ["request", "status", "duration_ms", "verdict", "reply"]);
    assert!(sent["status"] == 200 && sent["duration_ms"].is_u64());
    assert_eq!(keys(&sent["verdict"])[..3], ["level", "reasons", "ids"]);
    // Every digit, as the gateway wrote it.
    let id = sent["verdict"]["ids"][0]["value"].as_str().expect("text");
    assert!(run.out.contains(&format!("\"NewMsgId\":{id}")), "{}", run.out);
}

#[test]
fn explain() {
    let reply =
        r#"{"data":[{"idx":0,"api_send_svrid":"168xxx,7xxx,1675997660116ABKocO","api_send_id":"116"}],"errcode":0}"#;
    let run = Wxwire::new(&["explain", "-", "--json"]).input(reply).run().exits(0).json();
    assert_eq!(keys(&run), ["kind", "title", "told_by", "gateway", "operation", "layers", "verdict"]);
    assert_eq!((&run["kind"], &run["operation"]), (&"reply".into(), &"yunzhenji.send_message".into()));
    assert_eq!(run["verdict"]["settled_by"], "chatMsgSendFail");
    let told =
        Wxwire::new(&["explain", "-", "--json", "--as", "gewe.send_app"]).input(r#"{"ret":-1,"msg_err":"失败"}"#);
    assert_eq!(told.run().exits(0).json()["verdict"]["level"], "refused");
}

#[test]
fn show_and_help_speak_both_languages() {
    for (lang, word) in [("zh", "必填"), ("en", "required")] {
        let show = Wxwire::new(&["show", "youmi.send_public_message", "--lang", lang]).run().exits(0);
        assert!(show.out.contains(word), "{}", show.out);
    }
    assert!(Wxwire::new(&["--lang", "zh", "--help"]).run().exits(0).out.contains("用法"));
    assert!(Wxwire::new(&["send", "--help"]).run().exits(0).out.contains("Exit status"));
    let chinese = Wxwire::new(&["send", "--help"]).env("LC_ALL", "zh_CN.UTF-8").run().exits(0);
    assert!(chinese.out.contains("退出码"), "{}", chinese.out);
}

#[test]
fn what_does_not_exist_is_named() {
    let wrong = Wxwire::new(&["check", "gewe.send_ap", "-"]).run().exits(2);
    assert!(wrong.err.contains("gewe.send_app"), "{}", wrong.err);
    assert!(Wxwire::new(&["check", "gewe.send_app"]).run().exits(2).err.contains("key=value"));
    assert!(Wxwire::new(&["example", "gewe.send_msg", "nothing"]).run().exits(2).err.contains("mention"));
    assert!(
        Wxwire::new(&["send", "--fault", "nothing", "gewe.send_app", "-"]).run().exits(2).err.contains("truncated")
    );
}

#[test]
fn show_names_the_kinds_of_xml() {
    for (lang, kind) in [("en", "33  A mini program"), ("zh", "33  小程序")] {
        let show = Wxwire::new(&["show", "gewe.send_app", "--lang", lang]).run().exits(0).out;
        assert!(show.lines().any(|line| line.trim() == kind), "{show}");
    }
}

#[test]
fn help_fits_into_80_columns() {
    for (lang, wide) in [("en", 1), ("zh", 2)] {
        let help = Wxwire::new(&["send", "--help", "--lang", lang]).run().exits(0).out;
        let faults = help.rsplit("\n\n").next().expect("the last part");
        for line in faults.lines().skip(1) {
            let columns: usize = line.chars().map(|char| if char.is_ascii() { 1 } else { wide }).sum();
            assert!(columns <= 80, "{columns}: {line}");
            assert!(line.chars().nth(19) == Some(' ') && line.chars().nth(20) != Some(' '), "{line}");
        }
    }
}

#[test]
fn every_help_fits_into_80_columns() {
    let commands = "list show example check build send explain import mock serve completions help";
    for (lang, wide) in [("en", 1), ("zh", 2)] {
        let whole = Wxwire::new(&["help", "--lang", lang]).run().exits(0);
        assert_eq!(whole.out, Wxwire::new(&["--help", "--lang", lang]).run().exits(0).out);
        let bare = Wxwire::new(&[]).env("LC_ALL", lang).run().exits(2);
        assert!(bare.err.contains(whole.out.trim_end()) && bare.out.is_empty(), "{}", bare.err);
        Wxwire::new(&["--lang", lang, "--json"]).run().exits(2).json();
        let mut all = vec![whole.out];
        for name in commands.split(' ') {
            let help = Wxwire::new(&["help", name, "--lang", lang]).run().exits(0);
            assert_eq!(help.out, Wxwire::new(&[name, "--help", "--lang", lang]).run().exits(0).out);
            all.push(help.out);
        }
        for line in all.iter().flat_map(|help| help.lines()) {
            let columns: usize = line.chars().map(|char| if char < '\u{2e80}' { 1 } else { wide }).sum();
            assert!(columns <= 80 && line == line.trim_end(), "{columns}: {line:?}");
        }
    }
    assert!(Wxwire::new(&["help", "nothing"]).run().exits(2).err.contains("completions"));
}

#[test]
fn what_is_wrong_with_a_command_line_is_said_in_the_language() {
    let table: [(&[&str], &str, &str); 6] = [
        (&["chek"], "no such command: chek; did you mean check?", "没有这个命令：chek；是否想写 check？"),
        (&["check", "--bogus"], "unexpected argument --bogus", "未知的参数：--bogus"),
        (&["check"], "missing <OPERATION>", "缺少参数：<操作>"),
        (&["send", "--mock", "--base-url", "u", "x"], "does not go with", "一起使用"),
        (&["send", "--timeout", "x", "o"], "\"x\" is no value for --timeout", "--timeout <秒数> 的值 \"x\" 无效"),
        (&["completions", "dos"], "possible: bash", "可选 bash"),
    ];
    for (arguments, en, zh) in table {
        for (lang, words) in [("en", en), ("zh", zh)] {
            let run = Wxwire::new(&[&["--lang", lang], arguments].concat()).run().exits(2);
            assert!(run.err.contains(words) && run.err.lines().count() == 1 && run.out.is_empty(), "{}", run.err);
        }
    }
}

#[test]
fn other_examples_are_others() {
    let first = Wxwire::new(&["example", "yunzhenji.send_message", "--lang", "en"]).run().exits(0);
    let (_, names) = first.err.trim().split_once("other examples: ").expect("others");
    let others: Vec<_> = names.split(", ").collect();
    let all = wxwire::catalog::find("yunzhenji.send_message").expect("in the catalog").examples();
    assert_eq!(others, all.iter().skip(1).map(|example| example.name).collect::<Vec<_>>());
}
