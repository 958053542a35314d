//! How the command speaks: in the person's language, within the width of a terminal, in colours where they are wanted; and
//! with `--json` in one document that has a code.

use unicode_width::UnicodeWidthStr;
use wxwire_tests::{Output, Wxwire, example};

/// All commands, as the command itself names them.
fn commands() -> Vec<String> {
    let run = Wxwire::new(&["help", "nobody", "--lang", "en"]).run().exits(2);
    let (_, names) = run.err.trim().split_once("possible: ").expect("the names");
    names.split(", ").map(str::to_owned).collect()
}

/// Three English words in a row, which no sentence in Chinese has, but between backquotes and in what is typed.
fn english(text: &str) -> Option<String> {
    // So does what is to be typed into a shell.
    let is_prose = |line: &&str| !line.contains("wxwire completions");
    let text = text.lines().filter(is_prose).collect::<Vec<_>>().join("\n");
    let prose = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|char| char.is_ascii_alphabetic());
    let words: Vec<_> = prose.split([' ', '\n']).collect();
    words.windows(3).find(|three| three.iter().all(is_word)).map(|three| three.join(" "))
}

/// Half-width punctuation right behind a Chinese character, as no Chinese sentence has it.
fn half_width(text: &str) -> Option<String> {
    let chars: Vec<_> = text.chars().collect();
    let is_chinese = |char: char| ('\u{4e00}'..='\u{9fff}').contains(&char);
    let wrong = |three: &&[char]| is_chinese(three[0]) && ":,;?!".contains(three[1]) && three[2].is_whitespace();
    chars.windows(3).find(wrong).map(|three| three.iter().collect())
}

#[test]
fn every_help_is_narrow_and_in_its_language() {
    let commands = commands();
    assert!(commands.len() > 15, "{commands:?}");
    for lang in ["en", "zh"] {
        let mut all = vec![Wxwire::new(&["--help", "--lang", lang]).run().exits(0).out];
        for name in &commands {
            let help = Wxwire::new(&["help", name, "--lang", lang]).run().exits(0).out;
            if name != "help" {
                assert_eq!(help, Wxwire::new(&[name, "--help", "--lang", lang]).run().exits(0).out);
            }
            all.push(help);
        }
        for help in &all {
            for line in help.lines() {
                assert!(line.width() <= 80 && line == line.trim_end(), "{}: {line:?}", line.width());
            }
            if lang == "zh" {
                for word in
                    ["Usage", "Options", "Arguments", "Commands", "[OPTIONS]", "possible values", "default:", "Print"]
                {
                    assert!(!help.contains(word), "{word}: {help}");
                }
                assert_eq!(english(help), None, "{help}");
                for value in help.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
                    let is_name = value.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'|');
                    assert!(!is_name || value == "URL", "<{value}>: {help}");
                }
                assert_eq!(half_width(help), None, "{help}");
            }
            // A column of options is one column: each text begins where the others do.
            let starts: Vec<_> = help
                .lines()
                .filter(|line| line.trim_start().starts_with('-'))
                .filter_map(|line| {
                    let name = line.trim_start();
                    let gap = name.find("  ")?;
                    let text = name[gap..].trim_start();
                    Some(line[..line.len() - text.len()].width())
                })
                .collect();
            assert!(starts.iter().all(|start| *start == starts[0]), "{starts:?}: {help}");
        }
    }
}

/// Wrong usages of every kind, with the code of each.
const WRONG: [(&[&str], &str); 34] = [
    (&[], "usage"),
    (&["chek"], "usage"),
    (&["--bogus"], "usage"),
    (&["help", "nobody"], "usage"),
    (&["list", "nobody"], "usage"),
    (&["list", "--gateway", "nobody"], "usage"),
    (&["list", "--gateway", "/nonexistent.json"], "file"),
    (&["list", "--lang"], "usage"),
    (&["list", "--color", "blue"], "usage"),
    (&["show"], "usage"),
    (&["show", "gewe.sendapp"], "no_such_operation"),
    (&["example", "gewe.send_app", "nobody"], "usage"),
    (&["check", "gewe.send_app", "/nonexistent"], "file"),
    (&["check", "gewe.send_app", "xml=@/nonexistent"], "usage"),
    (&["check", "gewe.send_app", "a[=1"], "usage"),
    (&["build", "--as", "basic", "gewe.send_app"], "usage"),
    (&["send", "--timeout", "x", "gewe.send_app"], "usage"),
    (&["send", "--timeout", "-1", "gewe.send_app"], "usage"),
    (&["send", "--mock", "--fault", "nope", "gewe.send_app", "a=1"], "usage"),
    (&["send", "--fault", "reset", "gewe.send_app", "a=1"], "usage"),
    (&["send", "--mock", "--insecure", "gewe.send_app", "a=1"], "usage"),
    (&["send", "--proxy", "ftp://x", "gewe.send_app", "a=1"], "usage"),
    (&["send", "--cacert", "/nonexistent", "gewe.send_app", "a=1"], "file"),
    (&["explain", "/nonexistent"], "file"),
    (&["import", "/nonexistent"], "file"),
    (&["learn", "/nonexistent"], "file"),
    (&["login", "gewe"], "usage"),
    (&["listen", "nobody"], "usage"),
    (&["listen", "--host", "x", "gewe"], "usage"),
    (&["mock", "--port", "x"], "usage"),
    (&["mock", "--port", "99999"], "usage"),
    (&["mock", "--fault", "429=x"], "usage"),
    (&["serve", "--page", "/nonexistent"], "usage"),
    (&["completions", "dos"], "usage"),
];

#[test]
fn every_mistake_is_json_with_a_code_and_one_sentence_in_each_language() {
    for (arguments, code) in WRONG {
        let mut said = Vec::new();
        for lang in ["en", "zh"] {
            let arguments = [&["--lang", lang][..], arguments].concat();
            let plain = Wxwire::new(&arguments).run();
            assert!(plain.exit != 0 && plain.out.is_empty(), "{arguments:?}: {plain:?}");
            let json = Wxwire::new(&[&arguments[..], &["--json"]].concat()).run();
            assert_eq!(json.exit, plain.exit, "{arguments:?}");
            let error = json.json()["error"].take();
            assert_eq!(error["code"], code, "{arguments:?}: {error}");
            let message = error["message"].as_str().expect("words").to_owned();
            assert!(!message.is_empty() && json.out.lines().count() == 1, "{arguments:?}: {}", json.out);
            if lang == "zh" {
                // What no argument leads to is the help, which is looked at above.
                assert_eq!(english(&message), None, "{arguments:?}: {message}");
                assert_eq!(half_width(&message), None, "{arguments:?}: {message}");
                assert!(message.chars().any(|char| char > '\u{4e00}'), "{arguments:?}: {message}");
            }
            said.push(message);
        }
        assert_ne!(said[0], said[1], "{arguments:?}");
    }
}

#[test]
fn what_is_wrong_with_a_value_is_said() {
    for (arguments, en, zh) in [
        (&["mock", "--port", "x"][..], "a whole number", "应为整数"),
        (&["mock", "--port", "99999"], "from 0 to 65535", "应在 0 到 65535 之间"),
        (&["mock", "--seed", "99999999999999999999"], "too large", "数字太大"),
        (
            &["mock", "--fault", "nope"],
            "no such fault: nope; known: delay=2s, reset",
            "没有这种故障：nope；可用 delay=2s、reset",
        ),
        (&["mock", "--fault", "429=x"], "as in 429=7", "参数不对：429=x；写法如 429=7"),
        (&["mock", "--fault", "delay"], "as in delay=2s", "写法如 delay=2s"),
        (&["mock", "--fault", "reset=1"], "as in reset", "写法如 reset"),
        (&["mock", "--fault", "reset@0"], "a whole number from 1", "从 1 开始的整数"),
        (&["listen", "--host", "x", "gewe"], "an IP address", "应为 IP 地址"),
        (&["snd"], "did you mean send?", "是否想写 send？"),
        (&["check", "gewe.send_app", "/nonexistent"], "No such file", "没有这个文件或目录"),
        (&["check", "gewe.send_app", "{\"appid\": 1}"], "with - in their place", "写作 -"),
        (&["explain", "<xml>"], "with - in their place", "写作 -"),
        (&["login", "gewe"], "ilink", "ilink"),
    ] {
        for (lang, words) in [("en", en), ("zh", zh)] {
            let run = Wxwire::new(&[&["--lang", lang], arguments].concat()).run().exits(2);
            assert!(run.err.contains(words), "{}", run.err);
        }
    }
}

/// A run with a standard output and a standard error that are no terminals.
fn coloured(arguments: &[&str], variables: &[(&str, &str)]) -> (bool, bool) {
    let run = variables.iter().fold(Wxwire::new(arguments), |run, (name, value)| run.env(name, value)).run();
    (run.out.contains('\u{1b}'), run.err.contains('\u{1b}'))
}

#[test]
fn colours_come_where_they_are_wanted() {
    for (arguments, out, err) in [
        (&["list", "gewe"][..], true, false),
        (&["show", "gewe.send_app"], true, false),
        (&["help", "send"], true, false),
        (&["check", "gewe.send_app", "a=1"], true, false),
        (&["import", "/dev/null"], false, true),
        (&["send", "-v", "--mock", "gewe.send_app", "a=1"], false, true),
    ] {
        let with = |more: &[&str], variables: &[(&str, &str)]| coloured(&[arguments, more].concat(), variables);
        assert_eq!(with(&[], &[]), (false, false), "{arguments:?}");
        let wanted = with(&["--color", "always"], &[("NO_COLOR", "1")]);
        assert_eq!(wanted, (out, err), "{arguments:?}");
        assert_eq!(with(&[], &[("CLICOLOR_FORCE", "1")]), wanted, "{arguments:?}");
        assert_eq!(with(&[], &[("CLICOLOR_FORCE", "0")]), (false, false), "{arguments:?}");
        assert_eq!(with(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), (false, false), "{arguments:?}");
        assert_eq!(with(&["--color=never"], &[("CLICOLOR_FORCE", "1")]), (false, false), "{arguments:?}");
        assert!(!with(&["--color=always", "--json"], &[]).0, "{arguments:?}");
    }
}

#[test]
fn quiet_leaves_out_notes_and_nothing_else() {
    let run = |more: &[&str], arguments: &[&str]| {
        Wxwire::new(&[arguments, more].concat()).input(example("gewe.send_app")).run()
    };
    for arguments in [
        &["example", "wecom.message_send"][..],
        &["list", "gewe"],
        &[
            "send",
            "--mock",
            "wecom.living_create",
            "anchor_userid=a",
            "theme=t",
            "living_start:=4000000000",
            "living_duration:=1",
        ],
        &["send", "--dry-run", "--base-url", "https://h", "gewe.send_app", "-"],
    ] {
        let (loud, quiet) = (run(&[], arguments), run(&["-q"], arguments));
        assert_eq!((quiet.exit, quiet.out.is_empty()), (loud.exit, false), "{arguments:?}");
        assert!(quiet.err.is_empty() && loud.err.len() >= quiet.err.len(), "{arguments:?}: {}", quiet.err);
    }
    // What went wrong is no note.
    for arguments in
        [&["check", "gewe.send_app", "a=1"][..], &["send", "--mock", "gewe.send_app", "a=1"], &["import", "/dev/null"]]
    {
        let (loud, quiet) = (run(&[], arguments), run(&["--quiet"], arguments));
        assert_eq!(quiet.exit, loud.exit);
        let said = |run: &Output| run.err.lines().chain(run.out.lines()).filter(|line| line.contains("error")).count();
        assert!(said(&quiet) > 0 && said(&quiet) == said(&loud), "{arguments:?}: {quiet:?}");
    }
}

#[test]
fn a_fetch_that_nobody_answered_blames_no_credentials() {
    let run = |url: &str, lang: &str| {
        let run = Wxwire::new(&["send", "--lang", lang, "--base-url", url, "wecom.message_send", "-"]);
        let run = run.env("WXWIRE_WECOM_CORPID", "ww1").env("WXWIRE_WECOM_CORPSECRET", "s3cret-s3cret");
        run.input(example("wecom.message_send")).run()
    };
    for (lang, words) in [("en", "connection refused"), ("zh", "连接被拒绝")] {
        let nobody = run("http://127.0.0.1:1", lang).exits(40);
        assert!(!nobody.err.contains("CORPID") && nobody.out.contains(words), "{nobody:?}");
    }
    let server = wxwire_tests::Server::start(|stream, _| {
        wxwire_tests::answer(stream, "200 OK", br#"{"errcode":40001,"errmsg":"invalid credential"}"#);
    });
    assert!(run(&server.url, "en").exits(10).err.contains("look at WXWIRE_WECOM_CORPID"));
}

#[test]
fn what_answers_a_callback_has_no_address() {
    let mut answers = 0;
    for entry in wxwire::catalog::entries().filter(|entry| entry.replies_to.is_some()) {
        let shown = Wxwire::new(&["show", entry.id]).run().exits(0).out;
        assert!(!shown.contains("BASE_URL"), "{shown}");
        answers += 1;
    }
    assert!(answers > 0);
    assert!(Wxwire::new(&["show", "wecom.message_send"]).run().exits(0).out.contains("WXWIRE_WECOM_BASE_URL"));
}

#[test]
fn times_have_local_time_beside_them() {
    let callback =
        r#"{"TypeName":"AddMsg","Appid":"wx_x","Wxid":"wxid_a","Data":{"CreateTime":1700000000,"MsgType":1}}"#;
    for (lang, words) in [("en", "(here 2023-11-15 06:13:20 +08:00)"), ("zh", "（当地 2023-11-15 06:13:20 +08:00）")]
    {
        let there =
            Wxwire::new(&["explain", "--lang", lang, "-"]).input(callback).env("TZ", "CST-8").run().exits(0).out;
        assert!(
            there.contains(&format!(
                "2023-11-14 22:13:20 UTC{}",
                if lang == "en" { format!(" {words}") } else { words.into() }
            )),
            "{there}"
        );
    }
    let here = Wxwire::new(&["explain", "-"]).input(callback).run().exits(0).out;
    assert!(here.contains("22:13:20 UTC") && !here.contains("(here"), "{here}");
}

#[test]
fn manual_pages_are_written_for_every_command_in_both_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("UTF-8");
    let run = Wxwire::new(&["man", "--json", path]).run().exits(0);
    let written = run.json()["written"].as_array().expect("a list").len();
    let commands = commands();
    assert_eq!(written, 2 * (commands.len() + 1));
    for (part, headings) in [("man1", ["NAME", "SYNOPSIS", "OPTIONS"]), ("zh_CN/man1", ["名称", "用法", "选项"])]
    {
        for name in commands.iter().map(|name| format!("wxwire-{name}.1")).chain(["wxwire.1".to_owned()]) {
            let page = std::fs::read_to_string(folder.path().join(part).join(&name)).expect("a page");
            for heading in headings {
                assert!(page.contains(&format!(".SH {heading}\n")), "{name}: {page}");
            }
            if part.starts_with("zh") {
                let prose: String =
                    page.lines().filter(|line| !line.starts_with(['.', '\\'])).collect::<Vec<_>>().join("\n");
                assert_eq!(english(&prose.replace("\\-", "-")), None, "{name}");
            }
        }
    }
    Wxwire::new(&["man", "/proc/nowhere"]).run().exits(2);
}
