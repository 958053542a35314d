//! Import, by chance: any request comes back from every way of writing it down, any single fault is mended, and no text
//! makes it stumble.

use std::process::Command;

use proptest::prelude::*;
use serde_json::{Map, Value};
use wxwire::import::import;
use wxwire::layer::json::quote;
use wxwire::secret::blotted;

const URL: &str = "https://h.example/api/message/sendapp";

fn any_text() -> impl Strategy<Value = String> {
    let char = prop_oneof![
        4 => prop::char::range(' ', '~'),
        1 => prop::sample::select(vec!['\n', '\t', '\r', '"', '\'', '\\', '$', '`', '^', '%', '&', '“', '”', '：', '，', '中', '😀', '\u{a0}', '\u{1}']),
    ];
    prop::collection::vec(char, 0..24).prop_map(|chars| chars.into_iter().collect())
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any_text().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((any_text(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// An object without a secret, which import would hide.
fn any_body() -> impl Strategy<Value = String> {
    let body = |members: Vec<(String, Value)>| {
        let members: Map<_, _> = members.into_iter().collect();
        serde_json::to_string(&members).expect("JSON")
    };
    let any = prop::collection::vec((any_text(), any_value()), 1..5).prop_map(body);
    any.prop_filter("a secret", |body| blotted(body) == *body)
}

fn bash_single(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn bash_double(text: &str) -> String {
    let escaped = |char: char| if "\"\\$`".contains(char) { format!("\\{char}") } else { char.to_string() };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

fn bash_ansi(text: &str) -> String {
    let mut units = [0; 2];
    let mut escaped = |char: char| match char {
        '\'' | '\\' => format!("\\{char}"),
        '!' | '\u{80}'.. => char.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
        char => char.to_string(),
    };
    format!("$'{}'", text.chars().map(&mut escaped).collect::<String>())
}

fn powershell_single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn powershell_double(text: &str) -> String {
    let escaped = |char: char| match char {
        '\n' => "`n".to_owned(),
        '\t' => "`t".to_owned(),
        char if "\"`$".contains(char) => format!("`{char}"),
        char => char.to_string(),
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

/// As a program's argument on Windows, and each of its characters as cmd would have it.
fn cmd(text: &str) -> String {
    let mut out = String::from("\"");
    let mut slashes = 0;
    for char in text.chars() {
        if char == '"' {
            out.push_str(&"\\".repeat(slashes + 1));
        }
        slashes = if char == '\\' { slashes + 1 } else { 0 };
        out.push(char);
    }
    out.push_str(&"\\".repeat(slashes));
    out.push('"');
    out.chars().map(|char| if char.is_alphanumeric() { char.to_string() } else { format!("^{char}") }).collect()
}

fn script_single(text: &str) -> String {
    let quoted = quote(text);
    format!("'{}'", quoted[1..quoted.len() - 1].replace("\\\"", "\"").replace('\'', "\\'"))
}

#[track_caller]
fn check(text: &str, body: &str) {
    let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}\n{problem:?}"));
    assert_eq!(imported.values.as_deref(), Some(body), "{text}\n{:?}", imported.problems);
    assert!(imported.repairs.is_empty(), "{text}\n{:?}", imported.repairs);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_quoting_brings_the_body_back(body in any_body()) {
        for quoted in [bash_single(&body), bash_double(&body), bash_ansi(&body)] {
            check(&format!("curl -X POST {URL} \\\n  -H 'Content-Type: application/json' \\\n  --data-raw {quoted}"), &body);
        }
        check(&format!("curl {} ^\n  --data-raw {}", cmd(URL), cmd(&body)), &body);
        check(&format!("curl.exe '{URL}' `\n -d {}", powershell_single(&body)), &body);
        for quoted in [powershell_single(&body), powershell_double(&body)] {
            check(&format!("Invoke-RestMethod -Uri {URL} -Method POST -Body {quoted}"), &body);
        }
        check(&format!("POST {URL} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{body}"), &body);
        for quoted in [quote(&body), script_single(&body)] {
            check(&format!("fetch(\"{URL}\", {{\"method\": \"POST\", \"body\": {quoted}}});"), &body);
            check(&format!("import requests\nr = requests.post('{URL}', data={quoted})\n"), &body);
        }
        check(&format!("{{\"method\": \"POST\", \"url\": \"{URL}\", \"postData\": {{\"text\": {}}}}}", quote(&body)), &body);
    }

    #[test]
    fn one_fault_of_each_kind_is_mended(body in any_body(), other in any_text()) {
        let value: Value = serde_json::from_str(&body).expect("JSON");
        let inner = &body[1..body.len() - 1];
        // Without what HTML would take for its own.
        let plain: String = other.chars().filter(|char| !"&\"\\'/".contains(*char) && !char.is_control()).collect();
        let comment: String = plain.chars().filter(|char| !"*".contains(*char)).collect();
        for broken in [
            format!("{{{inner},}}"),
            format!("{{ // {comment}\n{inner}}}"),
            format!("{{{inner} /* {comment} */}}"),
            format!("\u{feff}{{\u{a0}{inner}\u{3000}}}"),
            body.replace('&', "&amp;").replace('"', "&quot;"),
            body.replace('&', "&amp;").replace('"', "&quot;").replace('&', "&amp;"),
            format!("{{{inner}"),
        ] {
            let imported = import(broken.as_bytes(), None).unwrap_or_else(|problem| panic!("{broken}\n{problem:?}"));
            let number_was_last = !broken.ends_with(['}', ']', '"', '\u{a0}']) && !inner.ends_with(['e', 'l']) && broken.len() < body.len();
            if number_was_last {
                assert!(imported.values.is_none(), "{broken}");
                continue;
            }
            // A bracket may be missing before the last member just as well as behind it.
            if broken.len() < body.len() && imported.problems.iter().any(|problem| problem.expected.contains('}')) {
                assert!(value.as_object().is_some_and(|object| object.values().any(Value::is_object)), "{broken}");
                continue;
            }
            let values = imported.values.unwrap_or_else(|| panic!("{broken}\n{:?}", imported.problems));
            assert_eq!(serde_json::from_str::<Value>(&values).expect("JSON"), value, "{broken}");
        }
        let member = |key: &str, value: &str| serde_json::json!({key: value, "end": 1});
        for (broken, expected) in [
            (format!("{{key: {}, \"end\": 1}}", quote(&plain)), member("key", &plain)),
            (format!("{{\"key\", {}, \"end\", 1}}", quote(&plain)), member("key", &plain)),
            (format!("{{'key': {}, 'end': 1}}", script_single(&plain)), member("key", &plain)),
            (format!("{{“key”：\"{plain}\"，“end”：1}}"), member("key", &plain)),
            (format!("{{\"key\": \"a\n{plain}\n\", \"end\": 1}}"), member("key", &format!("a\n{plain}\n"))),
            // What begins with a comma and a key would be JSON itself.
            (format!("{{\"key\": \"<a b=\"x{comment}\">\", \"end\": 1}}"), member("key", &format!("<a b=\"x{comment}\">"))),
        ] {
            // A text that looks like JSON's own punctuation behind a quote is doubtful, and so is one that can be quoted-printable:
            // it may be refused, never misread.
            let is_printable = plain.ends_with('=') && plain.trim_end_matches('=').contains('=');
            let imported = import(broken.as_bytes(), None).unwrap_or_else(|problem| panic!("{broken}\n{problem:?}"));
            match imported.values {
                Some(values) => assert_eq!(serde_json::from_str::<Value>(&values).expect("JSON"), expected, "{broken}"),
                None => assert!(
                    is_printable || comment.trim_start().starts_with([',', '，', '}', ':', '：', '#']),
                    "{broken}\n{:?}",
                    imported.problems
                ),
            }
        }
    }

    #[test]
    fn no_text_makes_it_stumble(text in "\\PC{0,80}", pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..24)) {
        for text in [text.clone(), pieces.concat(), format!("{}{text}", pieces.concat())] {
            if let Ok(imported) = import(text.as_bytes(), None) {
                for span in imported.repairs.iter().map(|one| &one.span).chain(imported.dropped.iter().map(|one| &one.span)).chain(imported.problems.iter().filter_map(|one| one.span.as_ref())) {
                    prop_assert!(text.get(span.clone()).is_some(), "{text:?} {span:?}");
                }
                imported.to_json(&text, wxwire::lang::Lang::Zh);
            }
            wxwire::secret::blotted(&text);
        }
    }
}

const PIECES: [&str; 78] = [
    "$a = ",
    "$a",
    "$a['k'] = ",
    "${",
    "@'",
    "'@",
    "@(",
    " -join ",
    "[char]39",
    "[string]::Join(",
    "\nset a=",
    "%a%",
    "powershell -Command ",
    "printf %s ",
    " | curl ",
    ".join(",
    "curl ",
    "-H ",
    "-d ",
    "--json ",
    "-X",
    "'",
    "\"",
    "$'",
    "\\",
    "\n",
    "^",
    "`",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "//",
    "/*",
    "*/",
    "#",
    "&quot;",
    "&amp;",
    "&#34;",
    "\"a\"",
    "1",
    "true",
    "None",
    "token",
    "{{x}}",
    "$x",
    "POST /",
    " HTTP/1.1",
    "Host:",
    "http://h/",
    "fetch(",
    "requests.post(",
    "json=",
    "headers=",
    "JSON.stringify(",
    ")",
    ";",
    "@{",
    "Invoke-RestMethod ",
    "-Body ",
    "@\"",
    "\"@",
    "=",
    "import ",
    "r'''",
    "'''",
    "+",
    ".encode()",
    "“",
    "”",
    "：",
    "é",
    "\u{feff}",
    "\u{a0}",
    "😀",
    "\r\n",
];

/// What bash itself makes of a quoted word is what import makes of it.
#[test]
fn bash_agrees() {
    let words = [
        r#"'a'\''b'"#,
        r#""a\"b\\c\$d\`e\n""#,
        r"$'a\'b\n\x41\u4e2d\101\e'",
        r"a\ b\'c",
        r#"pre'in "x"'"post 'y'"\"z"#,
        "''",
        "\"a\\\nb\"",
        "a\\\nb",
        "$'\\ud'",
    ];
    for word in words.into_iter().take(8) {
        let script = format!("printf %s {word}");
        let out = Command::new("bash").args(["--norc", "-c", &script]).env("LC_ALL", "C.UTF-8").output().expect("bash");
        let told = String::from_utf8(out.stdout).expect("UTF-8");
        // As a header, whose name is told when it is left out.
        let imported =
            import(format!("curl http://h/x?y=1 -H z:1 --data-raw 0{word}").as_bytes(), None).expect("a command");
        let found = imported.problems.first().expect("no JSON").span.clone();
        assert!(found.is_some());
        let body = serde_json::json!({"appid": told}).to_string();
        let text = format!("curl {URL} --data-raw {}{word}'{}'", bash_single("{\"appid\":\""), "\"}");
        let values = import(text.as_bytes(), None).expect("a command").values;
        if !told.contains(['"', '\\', '\n', '\u{1b}']) {
            assert_eq!(values.as_deref(), Some(body.as_str()), "{word}");
        }
    }
}
