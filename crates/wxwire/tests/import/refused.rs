//! What only running it would tell, and what is no request at all: a problem at its place.

use wxwire::import::import;
use wxwire::problem::Code;

use crate::common::{URL, read, refuse};

#[test]
fn what_is_not_guessed() {
    refuse("", Code::Empty, "");
    refuse("good morning", Code::NoRequest, "g");
    refuse("curl http://h/api/message/sendapp -d @body.json", Code::FileNeeded, "body.json");
    refuse("curl http://h/x -d '{\"a\": 1", Code::CutOff, "'");
    refuse("curl http://h/x -d '{\"a\": {{n}}}'", Code::Variable, "{{n}}");
    refuse("curl http://h/x -d '{\"a\": 1} 2'", Code::Syntax, "2");
    refuse("{\"a\": 1}}}", Code::Syntax, "}");
    refuse("requests.post('http://h/api/message/sendapp', json=body)", Code::Variable, "body");
    refuse("fetch('http://h/x', {method: 'POST', body: JSON.stringify({a: b.c})})", Code::Variable, "b.c");
    refuse(&format!("{{\"a\": {}", "[".repeat(200)), Code::TooDeep, "[");
    let huge = vec![b' '; wxwire::layer::MAX_BYTES + 1];
    let problem = import(&huge, None).expect_err("too large");
    assert_eq!((problem.code, problem.limit), (Code::TooLarge, Some(32 << 20)));
    assert_eq!(import(b"{\"a\": \xff}", None).expect_err("no text").code, Code::NotUtf8);
    let many = format!("[{}]", "{a:1},".repeat(1_000_001));
    let problems = import(many.as_bytes(), None).expect("read").problems;
    assert_eq!((problems[0].code, problems[0].limit), (Code::TooMany, Some(1_000_000)));
}

/// The values of a text, or the code of its first problem.
fn outcome(text: &str) -> String {
    match wxwire::import::import(text.as_bytes(), None) {
        Ok(found) => match (&found.values, found.problems.first()) {
            (_, Some(problem)) => problem.code.name().to_owned(),
            (values, None) => values.clone().unwrap_or_default(),
        },
        Err(problem) => problem.code.name().to_owned(),
    }
}

#[test]
fn what_a_shell_would_replace_is_no_value() {
    let url = "http://h/api/message/sendmsg -H \"X-GEWE-TOKEN: $TOKEN\"";
    assert_eq!(outcome(&format!("curl {url} -d \"{{\\\"content\\\": \\\"$MSG\\\"}}\"")), "variable");
    assert_eq!(outcome(&format!("curl {url} -d '{{\"content\":\"'\"${{MSG}}\"'\"}}'")), "variable");
    assert_eq!(outcome(&format!("curl {url} -d '{{\"content\":\"$5\"}}'")), r#"{"content":"$5"}"#);
    assert_eq!(outcome(&format!("curl {url} -d \"{{\\\"content\\\": \\\"\\$5 \\`\\\"}}\"")), r#"{"content": "$5 `"}"#);
    let by_number = "Invoke-WebRequest -Uri 'http://h/api/message/sendmsg' -Method POST -Body \"{`\"content`\":`\"$([char]20320)$([char]22909)$([char]55357)$([char]56832)`\"}\"";
    assert_eq!(outcome(by_number), "{\"content\":\"你好😀\"}");
}

#[test]
fn variables_are_credentials_to_come() {
    for value in ["{{token}}", "$TOKEN", "${TOKEN}", "%TOKEN%", "$env:TOKEN", "<token>", "•••", "", " "] {
        let imported = read(&format!(
            "curl 'http://h/v2/ChatMess/doSendPublicMes' -H 'Authorization: Bearer {value}' -d '{{\"MsgType\":\"text\"}}'"
        ));
        assert_eq!((imported.given.len(), imported.absent.as_slice()), (0, &["token"][..]), "{value}");
    }
    let found = read(
        "curl 'http://h/cgi-bin/living/create?debug=1&access_token=a%2Fb#x' -H 'Cookie: c=s3cret' -A me -u a:s3cret -d '{}'",
    );
    assert_eq!(found.credentials.find("access_token").expect("it").reveal(), "a/b");
    let mut dropped: Vec<_> = found.dropped.iter().map(|one| (one.why.name(), one.what.as_str())).collect();
    dropped.sort();
    assert_eq!(dropped, [("header", "Cookie"), ("option", "-A"), ("parameter", "debug"), ("user_info", "-u")]);
    assert!(!format!("{found:?}").contains("s3cret"));
}

/// What only running it would tell is a problem at its place.
#[test]
fn parts_that_are_not_known() {
    for (text, place) in [
        (format!("irm {URL} -Method Post -Body $body"), "$body"),
        (format!("$b = Get-Content x.json\nirm {URL} -Method Post -Body $b"), "Get-Content x.json"),
        (format!("$b = @{{a = $x}} | ConvertTo-Json\nirm {URL} -Body $b"), "@{a = $x} | ConvertTo-Json"),
        (format!("$b = '{{\"a\":' + $x + '}}'\nirm {URL} -Method Post -Body $b"), "'{\"a\":' + $x + '}'"),
        (format!("$b = '{{}}'.Replace('a', 'b')\nirm {URL} -Method Post -Body $b"), "'{}'.Replace('a', 'b')"),
        (format!("irm {URL} -Method Post -Body ('{{0}}' -f $x)"), "('{0}' -f $x)"),
        (format!("irm @p -Method Post -Uri {URL}"), "@p"),
        (format!("fetch('{URL}', {{method: 'POST', body: ['{{', x, '}}'].join('')}})"), "['{', x, '}'].join('')"),
        (format!("printf '%d' '{{}}' | curl {URL} -d @-"), "-"),
        (format!("set a=1\ntype x.json | curl {URL} -d @-"), "-"),
    ] {
        let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        let [problem] = &imported.problems[..] else { panic!("{text}: {imported:?}") };
        let span = problem.span.clone().expect("a place");
        assert_eq!(text.get(span), Some(place), "{text}");
        assert_eq!(imported.values, None, "{text}");
    }
}
