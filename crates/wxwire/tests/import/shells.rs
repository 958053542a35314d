//! What stands around a command in a shell, and what the shell would do otherwise than it seems.

use wxwire::import::{Form, import};
use wxwire::problem::{Code, Problem};

use crate::common::{BODY, URL, check, read, same};

const HEADER: &str = "X-GEWE-TOKEN: t0ken-s3cret";

#[test]
fn documents_that_a_command_is_fed() {
    let quoted = BODY.replace('\'', "'\\''");
    let hidden = BODY.replace('\\', "\\\\").replace('$', "\\$");
    let indented = BODY.replace('\n', "\n\t");
    for text in [
        format!("curl {URL} -H '{HEADER}' -d @- <<'EOF'\n{BODY}\nEOF\necho done"),
        format!("curl -d @- <<\"EOF\" -H '{HEADER}' {URL} > out.json\n{BODY}\nEOF\n"),
        format!("curl {URL} -H '{HEADER}' -d @- <<EOF\n{hidden}\nEOF"),
        format!("curl {URL} -H '{HEADER}' --data-binary @- <<-'END'\n\t{indented}\n\tEND\n"),
        format!("curl {URL} -H '{HEADER}' -d @- <<< '{quoted}'"),
        format!("curl {URL} -H '{HEADER}' --json @- <<<'{quoted}'; ls"),
        format!("cat <<'EOF' | curl {URL} -H '{HEADER}' -d @-\n{BODY}\nEOF\nls"),
        format!("r=$(curl -s {URL} -H '{HEADER}' -d '{quoted}')\necho $r"),
        format!("r=`curl -s -H '{HEADER}' -d '{quoted}' {URL}`"),
        format!("kubectl exec -it pod -- curl {URL} -H '{HEADER}' -d '{quoted}'"),
        format!("RUN curl {URL} -H '{HEADER}' -d '{quoted}'"),
        format!("1. curl {URL} -H '{HEADER}' -d '{quoted}'"),
        format!("image: curlimages/curl\ncommand:\n  - |\n    curl {URL} -H '{HEADER}' -d '{quoted}'"),
        format!("curl '{URL}' -H '{HEADER}' -d '{quoted}'| jq ."),
        format!("curl '{URL}' -H '{HEADER}' -d '{quoted}' \\\n> 'out.json'"),
    ] {
        check(&text, Form::Curl);
    }
    let posh = BODY.replace('\'', "''");
    check(&format!("curl `\n  {URL} `\n  -H '{HEADER}' `\n  -d '{posh}'"), Form::Curl);
    for text in [
        format!("http POST {URL} '{HEADER}' <<'EOF'\n{BODY}\nEOF"),
        format!("printf '{}'| http POST {URL} '{HEADER}'", quoted.replace('%', "%%").replace('\\', "\\\\")),
    ] {
        // What a format makes of its signs is not followed.
        if !text.contains("%%") {
            check(&text, Form::Httpie);
        }
    }
}

/// A variable in a document is no value, and a document without its end is cut off.
#[test]
fn documents_that_are_not_known() {
    let text = format!("curl {URL} -d @- <<EOF\n{{\"appid\":\"$APP\",\"to_wxid\":\"b\",\"xml\":\"c\"}}\nEOF");
    let imported = import(text.as_bytes(), None).expect("a request");
    let problem = imported.problems.first().expect("a variable");
    assert_eq!((problem.code, &text[problem.span.clone().expect("a place")]), (Code::Variable, "$APP"));
    let text = format!("curl {URL} -d @- <<'EOF'\n{{\"appid\":\"a\"");
    let imported = import(text.as_bytes(), None).expect("a request");
    assert!(imported.problems.iter().any(|problem| problem.code == Code::CutOff), "{:?}", imported.problems);
    assert_eq!(imported.values, None);
}

#[test]
fn hash_tables_become_json() {
    let expected =
        r#"{"anchor_userid":"zhangsan","theme":"周三例会","living_start":1741000000,"living_duration":3600}"#;
    let table = "@{\n  anchor_userid   = \"zhangsan\"\n  theme           = \"周三例会\"\n  living_start    = 1741000000\n  living_duration = 3600\n}";
    let url = "https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token=AAAABBBBCCCC";
    for text in [
        format!("$body = {table} | ConvertTo-Json\nInvoke-RestMethod -Method Post -Uri \"{url}\" -Body $body"),
        format!(
            "$body = {table}\nInvoke-RestMethod -Method Post -Uri \"{url}\" -Body ($body | ConvertTo-Json -Depth 5)"
        ),
        format!("$body = {table}\nirm \"{url}\" -Method Post -Body (ConvertTo-Json $body -Depth 5 -Compress)"),
        format!("$json = ConvertTo-Json -InputObject {table}\niwr '{url}' -Method Post -Body $json"),
        format!(
            "$b = [ordered]{table} | ConvertTo-Json\nirm '{url}' -Method Post -Body ([Text.Encoding]::UTF8.GetBytes($b))"
        ),
    ] {
        let imported = read(&text);
        assert_eq!(imported.operation.map(|entry| entry.id), Some("wecom.living_create"), "{text}");
        same(imported.values.as_deref().expect("values"), expected);
        assert_eq!(imported.given, ["access_token"], "{text}");
    }
}

#[test]
fn names_with_brackets_lead_inside() {
    let text = format!(
        "http POST {URL} text[content]=hi 'at[]=a' at[]=b 'list[0][id]:=1' 'list[0][n]=x' list[1][id]:=2 plain]=y"
    );
    let imported = import(text.as_bytes(), None).expect("a request");
    let expected = r#"{"text":{"content":"hi"},"at":["a","b"],"list":[{"id":1,"n":"x"},{"id":2}],"plain]":"y"}"#;
    same(imported.values.as_deref().expect("values"), expected);
}

/// What browsers write that copy for other shells.
#[test]
fn copies_of_browsers() {
    let old = format!(
        "curl \"{URL}\" -H \"{HEADER}\" --data-raw \"^{{^\\^\"appid^\\^\":^\\^\"a^\\^\",^\\^\"to_wxid^\\^\":^\\^\"b^\\^\",^\\^\"xml^\\^\":^\\^\"c^\\^\"^}}\""
    );
    same(read(&old).values.as_deref().expect("values"), r#"{"appid":"a","to_wxid":"b","xml":"c"}"#);
    let firefox = format!(
        "curl '{URL}' -H '{HEADER}' --data-raw $'{{\"appid\":\"a\\xb7\\u4f60\",\"to_wxid\":\"b\",\"xml\":\"c\"}}'"
    );
    same(read(&firefox).values.as_deref().expect("values"), r#"{"appid":"a·你","to_wxid":"b","xml":"c"}"#);
}

/// The only problem, which does not refuse, and what stands at its place.
#[track_caller]
fn warning(text: &str) -> (Problem, String) {
    let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    assert!(imported.values.is_some(), "{text}: {:?}", imported.problems);
    let [problem] = &imported.problems[..] else { panic!("{text}: {:?}", imported.problems) };
    assert!(problem.code == Code::SentOtherwise && !problem.is_error(), "{text}: {problem:?}");
    (problem.clone(), text[problem.span.clone().expect("a place")].to_owned())
}

#[test]
fn what_would_be_sent_otherwise_is_said() {
    let url = "https://qyapi.weixin.qq.com/cgi-bin/living/create";
    let body = r#"{"anchor_userid":"a","theme":"t","living_start":1741000000,"living_duration":3600}"#;
    let form = "anchor_userid=a&theme=t&living_start=1741000000&living_duration=3600";
    let dict = "{'anchor_userid': 'a', 'theme': 't', 'living_start': 1741000000, 'living_duration': 3600}";
    for (text, why, place) in [
        (format!("curl {url} -d '{form}'"), "form", form),
        (format!("import requests\nrequests.post('{url}', data={dict})"), "form", dict),
        (format!("import requests\nd = {dict}\nrequests.post('{url}', data=d)"), "form", "d"),
        (format!("$.ajax({{url: '{url}', type: 'POST', data: {dict}}})"), "form", dict),
        (format!("var r = await http.post(Uri.parse('{url}'), body: {dict});"), "form", dict),
        (format!("HTTParty.post('{url}', body: {dict})"), "form", dict),
        (format!("curl {url}?access_token=t&debug=1 -d '{body}'"), "ampersand", "&"),
        (format!("C:\\Users\\me>curl \"{url}\" -d '{body}'"), "cmd_quotes", "'"),
    ] {
        let (problem, found) = warning(&text);
        assert_eq!((problem.expected.as_str(), found.as_str()), (why, place), "{text}");
    }
    let values = import(format!("curl {url} -d '{form}'").as_bytes(), None).expect("a request").values;
    same(&values.expect("values"), body);
    let copied = format!(
        "curl ^\"{url}^\" --data-raw ^\"^{{^\\^\"anchor_userid^\\^\":^\\^\"a^\\^\",^\\^\"theme^\\^\":^\\^\"x^\\^\\ny^\\^\",^\\^\"living_start^\\^\":1741000000,^\\^\"living_duration^\\^\":3600^}}^\""
    );
    assert_eq!(warning(&copied).0.expected, "backslashes");
    // JSON is sent as it is.
    for text in [
        format!("curl {url} -d '{body}'"),
        format!("import requests\nrequests.post('{url}', json={dict})"),
        format!("import requests, json\nrequests.post('{url}', data=json.dumps({dict}))"),
        format!("curl '{url}?a=1&b=2' -d '{body}'"),
        format!("curl {url} -d '{body}' & echo"),
    ] {
        let imported = import(text.as_bytes(), None).expect("a request");
        assert!(imported.problems.is_empty(), "{text}: {:?}", imported.problems);
    }
}

/// Java prints maps so that commas in a text cannot be told from those between: that is said, and nothing is guessed.
#[test]
fn a_map_that_java_printed_is_ambiguous() {
    for text in [
        "2024-03-01 10:00:00.123  INFO 1 --- [exec-1] c.x.Service : 参数: {appid=wx_a, list=[{to_wxid=b, content=你好, 世界, at=[]}]}",
        "{appid=a, to_wxid=b, xml=c}",
    ] {
        let imported = import(text.as_bytes(), None).expect("a text");
        assert_eq!(imported.values, None, "{text}");
        let problem = imported.problems.first().expect("a problem");
        assert_eq!((problem.code, problem.expected.as_str()), (Code::Ambiguous, "java_map"), "{text}");
        assert_eq!(&text[problem.span.clone().expect("a place")], "{", "{text}");
    }
}

#[test]
fn a_line_with_a_request_and_its_reply() {
    for text in [
        format!("2026-01-01 10:00:00 INFO request {BODY} reply {{\"ret\":0,\"msg\":\"ok\"}}"),
        format!("请求参数: {BODY} 返回: {{\"ret\":200}} 耗时 3ms"),
    ] {
        let imported = read(&text);
        same(imported.values.as_deref().expect("values"), BODY);
        assert!(imported.dropped.iter().any(|one| one.why.name() == "rest"), "{text}: {:?}", imported.dropped);
    }
}

/// What a shell writes before further lines is copied with them.
#[test]
fn prompts_within_a_command() {
    let body = BODY.replace(",\"", ",\n\"").replace('\'', "'\\''");
    assert!(body.contains('\n'));
    let lines = format!("curl {URL} \\\n-H '{HEADER}' \\\n-d '{{\n{}'", &body[1..]);
    for prompt in ["> ", ">> "] {
        let prompted = lines.replace('\n', &format!("\n{prompt}"));
        check(&format!("user@host:~$ {prompted}\nuser@host:~$ ls"), Form::Curl);
    }
    // A message that quotes somebody is no command that goes on.
    let quoting =
        "curl http://h/v2/api/message/postText -d '{\"appId\":\"a\",\"toWxid\":\"w\",\"content\":\"x\n> y\n> z\"}'";
    let values = read(quoting).values.expect("values");
    same(&values, r#"{"appId":"a","toWxid":"w","content":"x\n> y\n> z"}"#);
}

/// What a shell makes several words of is not what is sent.
#[test]
fn braces_are_expanded() {
    for text in [
        r#"curl http://api.geweapi.com/gewe/v2/api/message/postText -d {\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"c\"}"#,
        r#"curl http://api.geweapi.com/gewe/v2/api/message/postText -d '{"appId":"a","toWxid":"b","content":"'{1..9}'"}'"#,
    ] {
        let imported = import(text.as_bytes(), None).expect("a command");
        let is_refused = imported.problems.iter().any(|problem| problem.code == Code::Variable && problem.is_error());
        assert!(is_refused, "{text}: {:?}", imported.problems);
    }
}

/// A sign before a command is a root's prompt, or makes a remark of it where the command that counts has none.
#[test]
fn a_command_in_a_remark_is_none() {
    let body = |content: &str| format!(r#"{{"appId":"a","toWxid":"b","content":"{content}"}}"#);
    let curl = |content: &str| format!("curl http://h/gewe/v2/api/message/postText -d '{}'", body(content));
    for (text, content) in [
        (format!("# {}\n{}\n", curl("old"), curl("new")), "new"),
        (format!("#{}\n  # {}\n  {}\n", curl("old"), curl("older"), curl("new")), "new"),
        (format!("{}\n# {}\n", curl("new"), curl("old")), "new"),
        (format!("# {}\n# {}\n", curl("first"), curl("second")), "first"),
        (format!("# {}\n", curl("only")), "only"),
        (format!("# {}\ncurl 7.81.0 (x86_64) libcurl/7.81.0\n# {}\n", curl("first"), curl("second")), "first"),
    ] {
        let imported = import(text.as_bytes(), None).expect("a command");
        assert_eq!(imported.values.as_deref(), Some(body(content).as_str()), "{text}");
    }
}
