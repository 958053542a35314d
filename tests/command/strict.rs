//! `--strict`: what only warns refuses too.

use std::time::{SystemTime, UNIX_EPOCH};

use wxwire::operation::Entry;
use wxwire::problem::Severity;
use wxwire_tests::{Output, Wxwire, example};

/// An example of each call with a field more, which warns.
fn with_a_warning(command: &[&str], id: &str) -> Output {
    Wxwire::new(&[command, &[id, "-", "no_such_field=x"]].concat()).input(example(id)).run()
}

/// How many warnings the command finds, which knows what time it is.
fn warnings(entry: &Entry, values: &str) -> usize {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
    let found = entry.check_at(values.as_bytes(), i64::try_from(now).expect("a moment"));
    found.iter().filter(|problem| problem.severity == Severity::Warning).count()
}

#[test]
fn warnings_refuse_and_stay_warnings() {
    for entry in wxwire_tests::sorts() {
        let example = entry.examples()[0].values.replacen('{', "{\"no_such_field\": \"x\", ", 1);
        let warnings = warnings(entry, &example);
        if warnings == 0 {
            continue;
        }
        for command in [&["check"][..], &["build"], &["send", "--mock"]] {
            with_a_warning(command, entry.id).exits(0);
            for (lang, words) in [("en", "--strict: the warnings"), ("zh", "--strict：有警告")] {
                let strict = [command, &["--strict", "--lang", lang]].concat();
                let refused = with_a_warning(&strict, entry.id).exits(30);
                assert!(refused.err.contains(words), "{refused:?}");
                assert!(!refused.out.contains("POST") && !refused.out.contains("GET"), "{refused:?}");
                let json = with_a_warning(&[&strict[..], &["--json"]].concat(), entry.id).exits(30).json();
                assert_eq!(json["problems"][0]["severity"], "warning", "{json}");
                if command[0] == "send" {
                    assert_eq!(
                        (&json["request"], &json["verdict"]["level"]),
                        (&().into(), &"invalid".into()),
                        "{json}"
                    );
                    let message = json["verdict"]["reasons"][0]["message"].as_str().expect("words");
                    assert!(
                        message.ends_with(&format!(" {warnings}")) || message.ends_with(&format!("：{warnings}")),
                        "{json}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_has_no_warning_is_not_refused() {
    for entry in wxwire_tests::sorts() {
        let values = &entry.examples()[0].values;
        let exit = if warnings(entry, values) > 0 { 30 } else { 0 };
        let run = Wxwire::new(&["send", "--mock", "--strict", entry.id, "-"]).input(values.clone()).run().exits(exit);
        assert_eq!(run.err.contains("--strict"), exit == 30, "{run:?}");
    }
    for (lang, words) in [("en", "Refuse warnings"), ("zh", "有警告也拒绝")] {
        for command in ["check", "build", "send"] {
            let help = Wxwire::new(&["help", command, "--lang", lang]).run().exits(0).out;
            assert!(help.contains("--strict") && help.contains(words), "{help}");
        }
    }
}
