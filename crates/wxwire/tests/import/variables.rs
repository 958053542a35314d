//! Variables of shells' scripts, and the documents that they put in.

use wxwire::import::import;
use wxwire::learn::requests;
use wxwire::problem::Code;

const URL: &str = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send";
const BODY: &str = r#"{"msgtype":"text","text":{"content":"hi"}}"#;

#[test]
fn what_is_set_once_is_put_in() {
    let escaped = BODY.replace('"', "\\\"");
    let with_name = BODY.replace("hi", "$MSG");
    for script in [
        format!("BODY='{BODY}'\ncurl {URL} -d \"$BODY\"\n"),
        format!("URL={URL}\nBODY=\"{escaped}\"\ncurl \"$URL\" -d \"${{BODY}}\"\n"),
        format!("export BODY='{BODY}'; curl {URL} -d \"$BODY\"\n"),
        format!("set -e; BODY='{BODY}'\ncurl {URL} -d \"$BODY\"\n"),
        format!("set -a; BODY='{BODY}'; set +a\ncurl {URL} -d \"$BODY\"\n"),
        format!("#!/bin/bash\nset -euo pipefail; A=b; MSG=hi\ncurl {URL} -d \"{}\"\n", with_name.replace('"', "\\\"")),
        format!("MSG=hi\nBODY=\"{}\"\ncurl {URL} -d \"$BODY\"\n", with_name.replace('"', "\\\"")),
        format!("MSG=hi\ncurl {URL} -d '{}'\"$MSG\"'\"}}}}'\n", BODY.split("hi").next().unwrap_or_default()),
        format!("BODY=$(cat <<EOF\n{BODY}\nEOF\n)\ncurl {URL} -d \"$BODY\"\n"),
        format!("MSG=hi\ncurl {URL} -d \"$(cat <<EOF\n{with_name}\nEOF\n)\"\n"),
        format!("curl {URL} -d \"$(cat <<'EOF'\n{BODY}\nEOF\n)\"\n"),
        format!("MSG=hi\nbody() {{\n  cat <<EOF\n{with_name}\nEOF\n}}\ncurl {URL} -d \"$(body)\"\n"),
        format!("MSG=hi\nif true; then\n  curl {URL} -d \"{}\"\nfi\n", with_name.replace('"', "\\\"")),
        format!("echo \"it's\nall\"\n# it's\nBODY='{BODY}'\ncurl {URL} -d \"$BODY\"\n"),
        format!("BODY='{BODY}'\nhttp POST {URL} --raw \"$BODY\"\n"),
        format!("BODY='{BODY}'\nwget --post-data=\"$BODY\" {URL}\n"),
    ] {
        let imported = import(script.as_bytes(), None).expect(&script);
        assert_eq!(imported.values.as_deref(), Some(BODY), "{script}\n{:?}", imported.problems);
        assert_eq!(imported.operation.map(|entry| entry.id), Some("wecom.webhook_send"), "{script}");
        assert!(!imported.problems.iter().any(|one| one.is_error()), "{script}\n{:?}", imported.problems);
    }
    let script = format!("BODY='{BODY}'\ncurl {URL} -d $BODY\n");
    assert_eq!(import(script.as_bytes(), None).expect("a command").values.as_deref(), Some(BODY));
    // Each of several is told with what was set before all of them.
    let script = format!("BODY='{BODY}'\ncurl {URL} -d \"$BODY\"\ncurl {URL} -d \"$BODY\"\n");
    let values = requests(script.as_bytes(), None).expect("two").into_iter().map(|one| one.imported.values);
    assert_eq!(values.collect::<Vec<_>>(), [Some(BODY.to_owned()), Some(BODY.to_owned())]);
}

/// A percent sign in a file of the command prompt is two, be it in a value.
#[test]
fn percent_signs_of_batch_files() {
    for (file, text) in [
        ("@echo off\nset MSG=a100%%\n", "a100%"),
        ("@echo off\nset MSG=a\n", "a"),
        ("set A=50%%\nset MSG=%A% b\n", "50% b"),
    ] {
        let body = BODY.replace("hi", "%MSG%").replace('"', "\\\"");
        let script = format!("{file}curl {URL} ^\n -d \"{body}\"\n");
        let imported = import(script.as_bytes(), None).expect(&script);
        assert_eq!(imported.values, Some(BODY.replace("hi", text)), "{script}\n{:?}", imported.problems);
    }
}

#[test]
fn what_is_not_certain_stays_a_variable() {
    for before in [
        "if [ \"$1\" ]; then\nBODY=X\nfi",
        "for i in 1 2; do\nBODY=X\ndone",
        "f() {\nBODY=X\n}",
        "true && BODY=X",
        "echo a | BODY=X",
        "BODY=X env",
        "BODY=X\nBODY=X",
        "BODY=X\nread BODY",
        "BODY=X\nunset BODY",
        "BODY=X\nBODY+=a",
        "BODY=X\neval \"$1\"",
        "BODY=~/a",
        "BODY=$(cat a.json)",
        "# BODY=X",
        "cat <<EOF\nBODY=X\nEOF",
        "echo 'a\nBODY=X'",
        "",
    ] {
        let script = format!("{}\ncurl {URL} -d \"$BODY\"\nBODY2=1\n", before.replace('X', &format!("'{BODY}'")));
        let problems = match import(script.as_bytes(), None) {
            Ok(imported) => imported.problems,
            Err(problem) => vec![problem],
        };
        assert!(problems.iter().any(|one| one.is_error()), "{script}");
    }
}

/// Without quotes a shell parts a value into words, and looks for files of its name.
#[test]
fn what_is_parted_into_words_stays_a_variable() {
    for text in ["a b", "a\tb", "*", "a?", "[ab]"] {
        let script = format!("BODY='{}'\ncurl {URL} -d $BODY\n", BODY.replace("hi", text));
        let problems = import(script.as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
        assert!(problems.iter().any(|one| one.code == Code::Variable), "{script}\n{problems:?}");
    }
}

/// Before a shell sees them, make takes its own signs away.
#[test]
fn recipes_of_make() {
    let script = |text: &str| {
        format!("V = 1\n\n.PHONY: send\nsend: all\n\t@echo x\n\tcurl {URL} \\\n\t  -d '{}'\n", BODY.replace("hi", text))
    };
    for text in ["$(V)", "${V}", "costs $$5", "$V"] {
        let script = script(text);
        let problems =
            import(script.as_bytes(), None).map_or_else(|problem| vec![problem], |imported| imported.problems);
        assert!(problems.iter().any(|one| one.code == Code::Variable), "{script}\n{problems:?}");
    }
    let plain = script("hi");
    assert_eq!(import(plain.as_bytes(), None).expect("a command").values.as_deref(), Some(BODY));
}

/// Jenkins puts its own values into a text in double quotes before a shell sees it, be it between a shell's single quotes.
#[test]
fn steps_of_jenkins() {
    let body = |text: &str| BODY.replace("hi", text);
    for (open, close) in
        [("sh \"\"\"", "\"\"\""), ("sh(script: \"\"\"\n  ", "\n\"\"\", returnStdout: true)"), ("bat(\"\"\"", "\"\"\")")]
    {
        let step = |text: &str| {
            format!("node {{\n  def s = \"\"\"a\"\"\"\n  {open}curl {URL} -d '{}'{close}\n}}\n", body(text))
        };
        let script = step("build ${BUILD_NUMBER}");
        let problems = import(script.as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
        assert!(problems.iter().any(|one| one.code == Code::Variable), "{script}\n{problems:?}");
        let plain = step("hi");
        assert_eq!(import(plain.as_bytes(), None).expect("a command").values.as_deref(), Some(BODY), "{plain}");
    }
    // In single quotes, and in no step, it is the shell's.
    for script in [
        format!("node {{\n  sh \'\'\'curl {URL} -d '{}' \'\'\'\n}}\n", body("$5")),
        format!("x = \"\"\"a\"\"\"\ncurl {URL} -d '{}'\n", body("$5")),
    ] {
        let values = import(script.as_bytes(), None).expect("a command").values;
        assert_eq!(values.as_deref(), Some(&*body("$5")), "{script}");
    }
}

/// A session, as a terminal shows it: commands behind their prompts, and what they printed.
#[test]
fn what_is_set_behind_a_prompt() {
    for prompt in ["$ ", "# ", "root@web:/opt# ", "➜ ~ $ "] {
        let session = |set: &str| {
            format!(
                "{prompt}cd /tmp\n{prompt}ls\nTO=a.txt\nb 'c\n{set}\n{prompt}curl {URL} -d \"$BODY\"\n{{\"errcode\":0}}\n"
            )
        };
        let text = session(&format!("{prompt}BODY='{BODY}'"));
        assert_eq!(import(text.as_bytes(), None).expect("a command").values.as_deref(), Some(BODY), "{text}");
        // What was printed sets nothing.
        let text = session(&format!("BODY='{BODY}'"));
        let problems = import(text.as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
        assert!(problems.iter().any(|one| one.code == Code::Variable), "{text}\n{problems:?}");
    }
}

/// A command and another text that holds JSON: what the command sends is told as it sends it.
#[test]
fn what_a_command_sends_is_not_told_without_it() {
    let body = BODY.replace('"', "\\\"");
    let script = format!(
        "FROM alpine\nRUN curl -d \"{}\" {URL}\nCMD [\"sh\", \"-c\", \"echo '{body}'\"]\n",
        body.replace("hi", "${BUILD_NO}")
    );
    let samples = requests(script.as_bytes(), None).expect("samples");
    let is_told = |text: &str| {
        samples.iter().any(|one| one.imported.values.as_deref().is_some_and(|values| values.contains(text)))
    };
    assert!(
        samples.len() > 1 && !is_told("BUILD_NO"),
        "{:?}",
        samples.iter().map(|one| &one.imported.values).collect::<Vec<_>>()
    );
}

/// Ways to set a name, or to read what it holds in another way, that are not followed.
#[test]
fn what_may_set_it_otherwise_leaves_it_a_variable() {
    for (before, name) in [
        ("BODY='X'\n((BODY++))\n", "BODY"),
        ("BODY='X'\n((BODY+=1))\n", "BODY"),
        ("BODY='X'\ndeclare -n R=BODY\nR=8\n", "BODY"),
        ("BODY='X'\nexec {BODY}>/dev/null\n", "BODY"),
        ("BODY='X'\ncoproc BODY { cat; }\n", "BODY"),
        ("IFS=-\nBODY='X'\n", "BODY"),
        ("RANDOM='X'\n", "RANDOM"),
        ("UID='X'\n", "UID"),
        ("BODY='X'\nbash\n", "BODY"),
        ("BODY='X'\nexec zsh\n", "BODY"),
        ("BODY='X'\nsu - bob\n", "BODY"),
        ("BODY='X'\nsudo -i\n", "BODY"),
        ("BODY='X'\ntmux a\n", "BODY"),
        ("BODY='X'\ncd /x; . bin/activate\n", "BODY"),
        ("$ BODY='X'\n$ . ./env.sh\n$ ", "BODY"),
    ] {
        let script = format!("{}curl {URL} -d \"${name}\"\n", before.replace('X', BODY));
        let problems = import(script.as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
        assert!(problems.iter().any(|one| one.is_error()), "{script}");
    }
    let script = format!("BODY='{BODY}'\nsudo ls\ncurl {URL} -d \"$BODY\"\n");
    assert_eq!(import(script.as_bytes(), None).expect("a command").values.as_deref(), Some(BODY));
}

/// The sign of a batch file's variable is one, whatever follows it.
#[test]
fn a_percent_sign_of_a_variable_is_one() {
    for (sign, behind) in
        [("%percent%", "a0"), ("%percent:~0,1%", "a!"), ("%percent%", " 你"), ("%%", "0"), ("%%", " a")]
    {
        let text = format!(
            "set \"percent=%%\"\ncurl.exe \"http://h/gewe/v2/api/message/postText\" -d \"{{\\\"appId\\\":\\\"a\\\",\\\"toWxid\\\":\\\"b\\\",\\\"content\\\":\\\"5{sign}{behind}\\\"}}\"\n"
        );
        let content = format!(r#"{{"appId":"a","toWxid":"b","content":"5%{behind}"}}"#);
        let imported = import(text.as_bytes(), None).expect(&text);
        assert_eq!(imported.values.as_deref(), Some(content.as_str()), "{text}");
    }
}

/// What runs a workflow puts a value there before the shell sees it, whatever the quotes are. Other blanks are a person's to fill.
#[test]
fn an_expression_of_a_workflow_is_a_variable() {
    let told = |content: &str, quotes: [&str; 2]| {
        let body = BODY.replace("hi", content).replace('"', quotes[1]);
        let script =
            format!("jobs:\n  a:\n    steps:\n      - run: |\n          curl {URL} -d {0}{body}{0}\n", quotes[0]);
        let imported = import(script.as_bytes(), None).expect("a request");
        let codes: Vec<_> = imported.problems.iter().map(|one| (one.code, one.is_error())).collect();
        (imported.values.is_some(), codes)
    };
    for expression in [
        "${{ github.ref }}",
        "${{github.event.inputs[0] || github.ref}}",
        "${{ toJSON(needs) }}",
        "${{ steps.a.outputs.b }}",
    ] {
        assert_eq!(told(expression, ["'", "\""]), (false, vec![(Code::Variable, true)]), "{expression}");
    }
    assert!(!told("${{ github.ref }}", ["\"", "\\\""]).0);
    assert_eq!(told("{{ ref }}", ["'", "\""]), (true, vec![(Code::Variable, false)]));
}
