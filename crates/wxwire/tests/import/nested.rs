//! Commands within texts that other programs read first.

use wxwire::import::import;
use wxwire::layer::json::quote;
use wxwire::problem::Code;

use crate::common::{read, same};

const URL: &str = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send";
const BODY: &str = r#"{"msgtype":"text","text":{"content":"it's 你好"}}"#;

/// A text between a shell's single quotes.
fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', r#"'"'"'"#))
}

/// The same between double quotes.
fn double(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "\\$").replace('`', "\\`");
    format!("\"{escaped}\"")
}

/// Every quoting that a shell and YAML have, around a command in every quoting of its own, brings the body back.
#[test]
fn a_command_is_read_as_its_shell_reads_it() {
    let mut tried = 0;
    for own in [single(BODY), double(BODY)] {
        let command = format!("curl {URL} -H 'Content-Type: application/json' -d {own}");
        for quoted in [single(&command), double(&command)] {
            for line in [
                format!("bash -c {quoted}"),
                format!("$ sudo sh -lc {quoted}"),
                format!("docker exec app /bin/sh -c {quoted}"),
                format!("su - bob -c {quoted}"),
                format!("ssh root@10.0.0.1 {quoted}"),
                format!("watch -n 5 {quoted}"),
                format!("eval {quoted}"),
                format!("ExecStart=/bin/sh -c {quoted}"),
                format!("bash -c {}", single(&format!("bash -c {quoted}"))),
            ] {
                let found = read(&line);
                assert_eq!(found.operation.map(|one| one.id), Some("wecom.webhook_send"), "{line}");
                same(found.values.as_deref().expect(&line), BODY);
                tried += 1;
            }
        }
        for scalar in [quote(&command), format!("'{}'", command.replace('\'', "''"))] {
            for line in [format!("steps:\n  - run: {scalar}\n    shell: bash\n"), format!("script:\n  - {scalar}\n")] {
                same(read(&line).values.as_deref().expect(&line), BODY);
                tried += 1;
            }
        }
    }
    assert!(tried > 40, "{tried}");
}

/// A block of YAML behind `>` is one line, wherever it is broken at a blank.
#[test]
fn a_folded_block_is_one_line() {
    let body = r#"{"msgtype": "text", "text": {"content": "a b it's c"}}"#;
    let command = format!("curl -s {URL} -H 'X: y' -d {}", double(body));
    for sign in [">", ">-", ">+"] {
        for (indent, next) in [("    ", "    shell: bash\n"), ("          ", "x: 1\n"), ("      ", "")] {
            let text = format!("jobs:\n  - name: x\n    run: {sign}\n{}{next}", "");
            let broken: String = command.split(' ').map(|word| format!("      {indent}{word}\n")).collect();
            let text = text.replace(&format!("{sign}\n"), &format!("{sign}\n{broken}"));
            let found = read(&text);
            same(found.values.as_deref().expect(&text), body);
            assert!(found.repairs.is_empty(), "{text}\n{:?}", found.repairs);
        }
    }
}

#[test]
fn what_the_outer_shell_puts_in_is_a_variable() {
    let body = r#"{"msgtype":"text","text":{"content":"$X"}}"#;
    let command = format!("curl {URL} -d {}", single(body));
    for line in [
        format!("X=1\nbash -c \"{}\"", command.replace('"', "\\\"")),
        format!("bash -c {}", single(&format!("curl {URL} -d \"{}\"", body.replace('"', "\\\"")))),
        format!("ssh host \"{}\"", command.replace('"', "\\\"")),
    ] {
        let problems = import(line.as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
        assert!(problems.iter().any(|one| one.code == Code::Variable), "{line}\n{problems:?}");
    }
    // Read twice, once by each shell: the inner one finds no quotes.
    for line in [format!("ssh host {command}"), format!("watch {command}")] {
        let problems = import(line.as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
        assert!(problems.iter().any(|one| one.is_error()), "{line}");
    }
    // YAML's own escapes.
    let problems = import(format!("- run: \"curl {URL} -d '{{\\\"msgtype\\\":\\\"\\x41\\\"}}'\"").as_bytes(), None);
    assert!(problems.map_or(true, |found| found.problems.iter().any(|one| one.is_error())));
}

fn is_variable(text: &str) -> bool {
    let problems = import(text.as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
    problems.iter().any(|one| one.code == Code::Variable)
}

/// In a file that the command prompt runs, its signs are no text.
#[test]
fn signs_of_a_batch_file() {
    let body = |text: &str| BODY.replace("it's 你好", text).replace('"', "\\\"");
    for head in
        ["@echo off\n", "setlocal EnableDelayedExpansion\nset X=1\n", "set /a X=1+1\n", "@echo off\nset /p X=name\n"]
    {
        for text in ["%Y%", "%~1", "!X!", "a %X_1% b", "50% off 20% x", "100% sure"] {
            let script = format!("{head}curl {URL} -d \"{}\"\n", body(text));
            assert!(is_variable(&script), "{script}");
        }
        for (text, sent) in [("sure", "sure"), ("a!", "a!"), ("50%% off", "50% off")] {
            let script = format!("{head}curl {URL} -d \"{}\"\n", body(text));
            assert!(read(&script).values.is_some_and(|values| values.contains(sent)), "{script}");
        }
    }
    assert!(is_variable(&format!("for %%i in (a b) do curl {URL} -d \"{}\"", body("%%i"))));
    // In any other shell it is text.
    let script = format!("curl {URL} -d \"{}\"\n", body("50%% %Y%"));
    assert!(read(&script).values.is_some_and(|values| values.contains("50%% %Y%")), "{script}");
}

/// In a crontab a percent sign ends the command, and one behind a backslash is one.
#[test]
fn lines_of_a_crontab() {
    let line = |text: &str| format!("0 9 * * 1-5 curl {URL} -d '{}'\n", BODY.replace("it's 你好", text));
    assert!(read(&line("80\\%")).values.is_some_and(|values| values.contains("\"80%\"")));
    assert!(read(&line("hi")).values.is_some_and(|values| values.contains("hi")));
    let problems = import(line("80%").as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
    assert!(problems.iter().any(|one| one.is_error()), "{problems:?}");
}

/// What find, xargs and parallel put their own words for.
#[test]
fn words_that_are_replaced() {
    let body = |text: &str| BODY.replace("it's 你好", text);
    for (head, mark) in [
        ("xargs -I{} ", "{}"),
        ("xargs -i ", "{}"),
        ("xargs --replace=ID ", "ID"),
        ("xargs -n1 -I@ ", "@"),
        ("cat ids | xargs -n1 -I % ", "%"),
        ("find . -name '*.json' -exec ", "{}"),
        ("parallel ", "{}"),
    ] {
        let script = format!("{head}curl {URL} -d '{}'", body(&format!("to {mark}")));
        assert!(is_variable(&script), "{script}");
        let script = format!("{head}curl {URL} -d '{}'", body("hi"));
        same(read(&script).values.as_deref().expect(&script), &body("hi"));
    }
    assert!(is_variable(&format!("xargs -I@ sh -c \"curl {URL} -d '{}'\"", body("to @").replace('"', "\\\""))));
    let plain = format!("curl {URL} -d '{}'", body("to {}"));
    same(read(&plain).values.as_deref().expect(&plain), &body("to {}"));
}

/// Groovy reads the text of a step before the shell does.
#[test]
fn steps_of_jenkins_are_read_as_groovy_reads_them() {
    let body = r#"{"msgtype":"text","text":{"content":"a\nb \"c\""}}"#;
    let command = format!("curl {URL} -d {}", single(body));
    let groovy = |text: &str, quote: &str| {
        let text = text.replace('\\', "\\\\").replace('$', "\\$");
        text.replace(quote, &format!("\\{quote}"))
    };
    for (open, close, quote) in [
        ("sh '", "'", "'"),
        ("sh \"", "\"", "\""),
        ("sh('''", "''')", "'"),
        ("sh \"\"\"\n    ", "\n  \"\"\"", "\""),
        ("sh(script: '", "', returnStdout: true)", "'"),
    ] {
        let step = format!("node {{\n  {open}{}{close}\n}}\n", groovy(&command, quote));
        same(read(&step).values.as_deref().expect(&step), body);
    }
    // What Groovy takes away is missed by the shell.
    let double = format!("curl {URL} -d {}", double(BODY));
    let step = format!("node {{\n  sh \"\"\"{double}\"\"\"\n}}\n");
    let problems = import(step.as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
    assert!(problems.iter().any(|one| one.is_error()), "{step}");
}

/// A command that is a cell of a table, or the text of a statement.
#[test]
fn a_command_in_doubled_quotes() {
    let command = format!("curl '{URL}' -d {}", single(BODY));
    for text in [
        format!("id,command,n\n1,\"{}\",2\n", command.replace('"', "\"\"")),
        format!("INSERT INTO jobs (id, command) VALUES (1, '{}');", command.replace('\'', "''")),
        format!("({command})"),
        format!("x=$({command})"),
    ] {
        same(read(&text).values.as_deref().expect(&text), BODY);
    }
}

/// In a scalar without quotes a comment ends the command.
#[test]
fn a_comment_of_yaml() {
    let text = format!("- run: curl {URL} -d '{}'\n", BODY.replace("it's", "a #b # c"));
    let problems = import(text.as_bytes(), None).map_or_else(|problem| vec![problem], |found| found.problems);
    assert!(problems.iter().any(|one| one.is_error()), "{text}");
    let text = format!("- run: curl {URL} -d {} # remark\n", single(BODY));
    same(read(&text).values.as_deref().expect(&text), BODY);
}
