//! Import: the samples of the documents, and every way of writing a request down.
#![allow(clippy::panic)] // A test that cannot go on says why.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // Unlike the codec, it reads files and the clock.

use std::path::Path;

use wxwire::catalog;
use wxwire::import::{Form, Imported, import};
use wxwire::layer::json::Tree;
use wxwire::problem::Code;

fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/import");
    std::fs::read_to_string(folder.join(name)).expect("a sample")
}

#[track_caller]
fn read(text: &str) -> Imported {
    let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
    assert!(imported.problems.is_empty(), "{text}: {:?}", imported.problems);
    imported
}

/// The same JSON, white space aside; numbers are compared as text.
#[track_caller]
fn same(left: &str, right: &str) {
    let compact = |text: &str| {
        let tree = Tree::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        leaves(tree.root(), String::new())
    };
    assert_eq!(compact(left), compact(right));
}

fn leaves(value: wxwire::layer::json::Value<'_>, path: String) -> Vec<(String, String)> {
    let own = (path.clone(), value.as_str().map_or(value.source().to_owned(), |text| text.into_owned()));
    let mut all = vec![];
    for (key, member) in value.members() {
        all.extend(leaves(member, format!("{path}/{}", key.as_str().expect("a key"))));
    }
    for (at, item) in value.items().enumerate() {
        all.extend(leaves(item, format!("{path}/{at}")));
    }
    if all.is_empty() { vec![own] } else { all }
}

#[track_caller]
fn check_sample(name: &str, expected: &str, operation: &str, repairs: &[&str]) -> Imported {
    let text = sample(name);
    let imported = read(&text);
    assert_eq!(imported.operation.map(|entry| entry.id), Some(operation), "{name}: {:?}", imported.candidates);
    let entry = catalog::find(operation).expect("in the catalog");
    same(imported.values.as_deref().expect("values"), &entry.without_credentials(&sample(expected)));
    let names: Vec<_> = imported.repairs.iter().map(|repair| repair.fix.name()).collect();
    assert_eq!(names, repairs, "{name}");
    for repair in &imported.repairs {
        assert!(text.get(repair.span.clone()).is_some(), "{name}: {repair:?}");
    }
    imported
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
fn samples_of_yunzhenji() {
    for (name, escaped) in [("unescaped", 0), ("escaped_once", 1), ("escaped_twice", 2)] {
        let repairs = [vec!["lines_lost"; 2], vec!["html_escaped"; escaped]].concat();
        let name = format!("yunzhenji_request_{name}.txt");
        let imported = check_sample(&name, "yunzhenji_request.json", "yunzhenji.send_message", &repairs);
        assert_eq!(imported.form, Form::Http);
        assert_eq!(imported.given, ["app_id", "access_token"]);
        assert_eq!(imported.method.as_deref(), Some("POST"));
        assert_eq!(imported.host.as_deref(), Some("oapi-yzj.miaokol.com"));
        assert_eq!(imported.base_url.as_deref(), Some("https://oapi-yzj.miaokol.com"));
        assert_eq!(imported.dropped.iter().filter(|one| one.why.name() == "comment").count(), 9);
        assert_eq!(imported.dropped.len(), 9, "{:?}", imported.dropped);
        let problems =
            catalog::find("yunzhenji.send_message").expect("it").check(imported.values.expect("values").as_bytes());
        let too_many = problems.iter().find(|problem| problem.code == Code::TooMany).expect("six messages");
        assert_eq!((too_many.limit, too_many.actual), (Some(5), Some(6)));
    }
}

#[test]
fn samples_of_the_others() {
    check_sample("youmi_forward.txt", "youmi_forward.json", "youmi.send_public_message", &["comma_for_colon"]);
    let batch = check_sample("youmi_batch.txt", "youmi_batch.json", "youmi.send_public_message", &[]);
    assert_eq!(batch.values.as_deref(), Some(sample("youmi_batch.txt").as_str()), "to the byte");
    let curl = check_sample("youmi_curl.txt", "youmi_curl.json", "youmi.send_public_message", &[]);
    assert_eq!((curl.given.len(), curl.absent.as_slice(), curl.base_url), (0, &["token"][..], None));
    let gewe = check_sample("gewe_sendapp_body.txt", "gewe_sendapp_body.json", "gewe.send_app", &["bare_quote"; 4]);
    assert!(gewe.values.expect("values").contains("640?wx_fmt=png&wxfrom=200]]>"));
    let xbot = check_sample("xbot_curl.txt", "xbot_curl.json", "xbot.send_live", &[]);
    assert_eq!(xbot.base_url, None);
    let wecom = check_sample("wecom_curl.txt", "wecom_body.json", "wecom.living_create", &[]);
    assert_eq!((wecom.given.len(), wecom.absent.as_slice()), (0, &["access_token"][..]));
    assert_eq!(wecom.base_url.as_deref(), Some("http://127.0.0.1"));
    let dropped: Vec<_> = wecom.dropped.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(dropped, ["--location", "-g"]);
    check_sample("wecom_body.txt", "wecom_body.json", "wecom.living_create", &[]);
}

/// The body that every request below carries.
const BODY: &str = r#"{"appid":"a'b","to_wxid":"x\"y $z","xml":"<a b=\"1\">\n100% ^ é 😀</a>"}"#;

/// Every way of writing the request of BODY down.
#[track_caller]
fn check(text: &str, form: Form) -> Imported {
    let imported = read(text);
    assert_eq!(imported.form, form, "{text}");
    assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.send_app"), "{text}");
    same(imported.values.as_deref().expect("values"), BODY);
    assert_eq!(imported.given, ["token"], "{text}");
    assert_eq!(imported.credentials.find("token").expect("a token").reveal(), "t0ken-s3cret", "{text}");
    assert_eq!(imported.method.as_deref().unwrap_or("POST"), "POST", "{text}");
    assert_eq!(imported.base_url.as_deref(), Some("https://h.example/p"), "{text}");
    let shown = format!("{imported:?}{}", imported.to_json(text, wxwire::lang::Lang::En));
    assert!(!shown.contains("s3cret"), "{shown}");
    imported
}

const URL: &str = "https://h.example/p/api/message/sendapp";

#[test]
fn curl_for_bash() {
    let single = BODY.replace('\'', r"'\''");
    let double = BODY.replace('\\', r"\\").replace('"', "\\\"").replace('$', "\\$");
    let ansi = BODY.replace('\\', r"\\").replace('\'', r"\'").replace('😀', r"\ud83d\ude00").replace('é', r"\u00e9");
    for text in [
        format!(
            "curl --location --request POST '{URL}' \\\n--header 'X-GEWE-TOKEN: t0ken-s3cret' \\\n--data-raw '{single}'"
        ),
        format!("curl -sSL -XPOST {URL} -H'X-GEWE-TOKEN: t0ken-s3cret' -d'{single}' | jq ."),
        format!("$ curl '{URL}' -H \"X-GEWE-TOKEN: t0ken-s3cret\" --json \"{double}\""),
        format!("curl '{URL}' \\\r\n -H 'x-gewe-token: t0ken-s3cret' \\\r\n --data-binary $'{ansi}' --compressed\r\n"),
        // The line breaks are lost, and the signs that they were hidden.
        format!("curl --url '{URL}' \\ --header 'X-GEWE-TOKEN: t0ken-s3cret' \\ --data '{single}'"),
        format!("curl '{URL}'\n  -H 'X-GEWE-TOKEN: t0ken-s3cret'\n  --data '{single}'\n"),
        format!("curl --request=POST --url={URL} --header='X-GEWE-TOKEN: t0ken-s3cret' --data='{single}'"),
    ] {
        check(&text, Form::Curl);
    }
}

#[test]
fn curl_for_windows() {
    // Each backslash before a quote is doubled, and the quote escaped, as Microsoft's runtime reads it.
    let mut runtime = String::new();
    let mut slashes = 0;
    for char in BODY.chars() {
        match char {
            '\\' => slashes += 1,
            '"' => {
                runtime.push_str(&"\\".repeat(slashes * 2 + 1));
                runtime.push('"');
                slashes = 0;
                continue;
            }
            char => {
                runtime.push_str(&"\\".repeat(slashes));
                slashes = 0;
                runtime.push(char);
            }
        }
        if char != '\\' {
            slashes = 0;
        }
    }
    let carets: String = runtime
        .chars()
        .map(|char| if "\"\\{}<>^%&|!".contains(char) { format!("^{char}") } else { char.to_string() })
        .collect();
    check(
        &format!("curl ^\"{URL}^\" ^\r\n  -H ^\"X-GEWE-TOKEN: t0ken-s3cret^\" ^\r\n  --data-raw ^\"{carets}^\""),
        Form::Curl,
    );
    let single = BODY.replace('\'', "''");
    check(&format!("curl.exe -X POST '{URL}' `\n  -H 'X-GEWE-TOKEN: t0ken-s3cret' `\n  -d '{single}'"), Form::Curl);
}

#[test]
fn powershell() {
    let double = BODY.replace('`', "``").replace('"', "`\"").replace('$', "`$");
    let single = BODY.replace('\'', "''");
    let here = BODY.replace('$', "`$");
    for text in [
        format!(
            "$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n$session.UserAgent = \"x\"\nInvoke-WebRequest -UseBasicParsing -Uri \"{URL}\" `\n-Method \"POST\" `\n-WebSession $session `\n-Headers @{{\n\"accept\"=\"*/*\"\n  \"X-GEWE-TOKEN\"=\"t0ken-s3cret\"\n}} `\n-ContentType \"application/json\" `\n-Body \"{double}\""
        ),
        format!(
            "$headers = New-Object \"System.Collections.Generic.Dictionary[[String],[String]]\"\n$headers.Add(\"X-GEWE-TOKEN\", \"t0ken-s3cret\")\n\n$body = @\"\n{here}\n\"@\n\n$response = Invoke-RestMethod '{URL}' -Method 'POST' -Headers $headers -Body $body\n$response | ConvertTo-Json"
        ),
        format!(
            "irm -Uri {URL} -Method Post -Headers @{{'X-GEWE-TOKEN' = 't0ken-s3cret'; accept='x'}} -Body ([System.Text.Encoding]::UTF8.GetBytes('{single}'))"
        ),
    ] {
        check(&text, Form::PowerShell);
    }
}

#[test]
fn raw_http() {
    for text in [
        format!(
            "POST /p/api/message/sendapp HTTP/1.1\r\nHost: h.example\r\nX-GEWE-TOKEN: t0ken-s3cret\r\nContent-Length: 5\r\n\r\n{BODY}"
        ),
        format!("POST {URL}\nX-GEWE-TOKEN: t0ken-s3cret\n\n{BODY}\n"),
        format!("Request:\nPOST {URL} HTTP/1.1 X-GEWE-TOKEN: t0ken-s3cret Content-Type: application/json {BODY}"),
    ] {
        let text = text.replace("POST /p", "POST https://h.example/p");
        check(&text, Form::Http);
    }
}

#[test]
fn recorded() {
    let body = wxwire::layer::json::quote(BODY);
    let headers = r#"[{"name": "X-GEWE-TOKEN", "value": "t0ken-s3cret"}, {"name": "User-Agent", "value": "x"}]"#;
    let request =
        format!(r#"{{"method": "POST", "url": "{URL}", "headers": {headers}, "postData": {{"text": {body}}}}}"#);
    check(
        &format!(
            r#"{{"log": {{"entries": [{{"request": {{"method": "GET", "url": "https://x/"}}}}, {{"request": {request}}}]}}}}"#
        ),
        Form::Har,
    );
    check(&request, Form::Har);
    check(
        &format!(
            r#"{{"method": "POST", "url": "{URL}", "headers": {{"X-GEWE-TOKEN": "t0ken-s3cret"}}, "body": {body}}}"#
        ),
        Form::Har,
    );
}

#[test]
fn javascript() {
    let object = r#"{appid: 'a\'b', to_wxid: "x\"y $z", "xml": "<a b=\"1\">\n100% ^ é 😀</a>",}"#;
    let string = wxwire::layer::json::quote(BODY);
    let headers = r#"{"accept": "*/*", "x-gewe-token": "t0ken-s3cret"}"#;
    for text in [
        format!(
            "fetch(\"{URL}\", {{\n  \"headers\": {headers},\n  \"body\": {string},\n  \"method\": \"POST\",\n  \"mode\": \"cors\"\n}});"
        ),
        format!("await fetch('{URL}', {{method: 'POST', headers: {headers}, body: JSON.stringify({object})}})"),
        format!(
            "var myHeaders = new Headers();\nmyHeaders.append(\"X-GEWE-TOKEN\", \"t0ken-s3cret\");\nvar raw = JSON.stringify({object});\nvar requestOptions = {{method: 'POST', headers: myHeaders, body: raw}};\nfetch(\"{URL}\", requestOptions)\n  .then(response => response.text())"
        ),
        format!(
            "const axios = require('axios');\nlet data = JSON.stringify({object});\nlet config = {{ method: 'post', url: '{URL}', headers: {headers}, data : data }};\naxios.request(config).then((r) => {{ console.log(r) }})"
        ),
        format!("axios.post('{URL}', {object}, {{headers: {headers}}})"),
        format!("axios({{method: 'post', url: '{URL}', headers: {headers}, data: {object}}})"),
        format!(
            "var settings = {{\"url\": \"{URL}\", \"method\": \"POST\", \"headers\": {headers}, \"data\": JSON.stringify({object})}};\n$.ajax(settings).done(function (response) {{}});"
        ),
        format!(
            "var xhr = new XMLHttpRequest();\nxhr.open('POST', '{URL}');\nxhr.setRequestHeader('X-GEWE-TOKEN', 't0ken-s3cret');\nxhr.send({string});"
        ),
        format!(
            "async function main() {{\n  const base = '{URL}'; // here\n  const r = await fetch(base, {{method: `POST`, headers: {headers}, body: JSON.stringify({object})}});\n}}"
        ),
    ] {
        check(&text, Form::JavaScript);
    }
}

#[test]
fn python() {
    let dict = r#"{'appid': "a'b", 'to_wxid': "x\"y $z", "xml": "<a b=\"1\">\n100% ^ é 😀</a>",}"#;
    let string = wxwire::layer::json::quote(BODY);
    let lines = BODY.replace('\\', r"\\").replace('\'', r"\'").replace(",\"xml", ",' \\\n  '\"xml");
    let headers = "{\n  'X-GEWE-TOKEN': 't0ken-s3cret',\n  'Content-Type': 'application/json'\n}";
    for text in [
        format!(
            "import requests\nimport json\n\nurl = \"{URL}\"\n\npayload = json.dumps({dict})\nheaders = {headers}\n\nresponse = requests.request(\"POST\", url, headers=headers, data=payload)\n\nprint(response.text)"
        ),
        format!("requests.post('{URL}', json={dict}, headers={headers})"),
        format!(
            "r = requests.post(\n    url='{URL}',\n    headers={headers},  # who\n    data={string}.encode('utf-8'),\n)"
        ),
        format!(
            "import http.client\nconn = http.client.HTTPSConnection(\"h.example\")\npayload = {string}\nheaders = {headers}\nconn.request(\"POST\", \"/p/api/message/sendapp\", payload, headers)\nres = conn.getresponse()"
        ),
        format!("import requests\nrequests.post('{URL}', data='{lines}', headers={headers})"),
        format!("import requests\nbody = r'''{}'''\nrequests.post('{URL}', data=body, headers={headers})", BODY),
        format!(
            "import urllib.request\nreq = urllib.request.Request('{URL}', data=json.dumps({dict}).encode(), headers={headers}, method='POST')"
        ),
    ] {
        check(&text, Form::Python);
    }
    let words = "import requests\nrequests.post('http://h/api/message/sendapp', json={'appid': None, 'x': True})";
    assert_eq!(read(words).values.as_deref(), Some(r#"{"appid": null, "x": true}"#));
}

/// What cannot be imported for sure, with its code and what stands at its place.
#[track_caller]
fn refuse(text: &str, code: Code, place: &str) -> Option<Imported> {
    let (problem, imported) = match import(text.as_bytes(), None) {
        Ok(imported) => {
            assert_eq!(imported.values, None, "{text}");
            (imported.problems.first().cloned().expect("a problem"), Some(imported))
        }
        Err(problem) => (problem, None),
    };
    let found = problem.span.clone().map_or("", |span| &text[span]);
    assert_eq!((problem.code, found), (code, place), "{text}: {problem:?}");
    imported
}

#[test]
fn what_is_not_guessed() {
    refuse("", Code::Empty, "");
    refuse("good morning", Code::NoRequest, "g");
    refuse("curl http://h/api/message/sendapp -d @body.json", Code::FileNeeded, "body.json");
    refuse("curl http://h/x -d '{\"a\": 1", Code::CutOff, "'");
    refuse("curl http://h/x -d '{\"a\": {{n}}}'", Code::Variable, "{{n}}");
    refuse("curl http://h/x -d '{\"a\": 1} 2'", Code::Syntax, "2");
    refuse("{\"a\": 1}}", Code::Syntax, "}");
    refuse("requests.post('http://h/api/message/sendapp', json=body)", Code::Variable, "body");
    refuse("fetch('http://h/x', {method: 'POST', body: JSON.stringify({a: b.c})})", Code::Variable, "b.c");
    refuse(&format!("{{\"a\": {}", "[".repeat(200)), Code::TooDeep, "[");
    let huge = vec![b' '; wxwire::layer::MAX_BYTES + 1];
    let problem = import(&huge, None).expect_err("too large");
    assert_eq!((problem.code, problem.limit), (Code::TooLarge, Some(16 << 20)));
    assert_eq!(import(b"{\"a\": \xff}", None).expect_err("no text").code, Code::NotUtf8);
    let many = format!("[{}]", "{a:1},".repeat(1_000_001));
    let problems = import(many.as_bytes(), None).expect("read").problems;
    assert_eq!((problems[0].code, problems[0].limit), (Code::TooMany, Some(1_000_000)));
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

#[test]
fn data_of_every_kind() {
    let values = |text: &str| read(text).values.expect("values");
    let url = "http://h/api/message/sendapp";
    assert_eq!(values(&format!("curl {url} --json '{{\"appid\":' --json '\"b\"}}'")), r#"{"appid":"b"}"#);
    assert_eq!(values(&format!("curl {url} -d '{{\\\"appid\\\": \\\"b\\\"}}'")), r#"{"appid": "b"}"#);
    assert_eq!(values(&format!("curl {url} -d '\"{{\\\"appid\\\": 1}}\"'")), r#"{"appid": 1}"#);
    assert_eq!(values(&format!("curl “{url}” -d ‘{{“appid”：1，}}’")), r#"{"appid":1}"#);
    assert_eq!(
        values("说明：\n```json\n{\"appid\": \"a\", \"to_wxid\": \"b\", \"xml\": \"\"}\n```\n完"),
        r#"{"appid": "a", "to_wxid": "b", "xml": ""}"#
    );
    // Every digit.
    assert_eq!(values("{\"object_id\": 13895574026529675281.10, }"), "{\"object_id\": 13895574026529675281.10 }");
}

/// None of these may take more than linear time.
#[test]
fn hostile_texts_end_soon() {
    let parts = [
        "\"",
        "'",
        "{",
        "[",
        "{{",
        "}",
        "\\",
        "`",
        "^",
        "r",
        "//",
        "//\n",
        "/*",
        "#",
        "&quot;",
        "\"a\",",
        "\"b\" ",
        "\" }, ",
        "\"}, {\"",
        "\": \"",
        "', '",
        "\",//",
        " // \"a\": ",
        "curl ",
        "curl -d ",
        "fetch(",
        "a=",
        "a=b(",
        "a.b.c.",
        "'a'+",
        ".Add(\"a\",\"b\")",
        "POST /x A: ",
        "“",
        "\u{a0}",
        "token: ",
        "\"a\":1\n",
        "{a:",
        "[{\"a\": \"",
        "\"5\" x\",",
        "@{",
        "$x=",
        "\"\"\"",
        "x.open('a','b');",
        "@'",
        "$a['",
        "$a=\"$a$a\"\n",
        " + 'x'",
        "[char]",
        "set a=%a%%a%\n",
        "%",
        "%a%",
        ".join('a')",
        "A: b C: d ",
    ];
    for prefix in [
        "",
        "{\"a\": \"",
        "{\"a\": [ //",
        "curl http://h -d '",
        "POST /x HTTP/1.1 ",
        "fetch(\"",
        "import requests\nx = ",
        "irm http://h -Body ",
        "$a = 'x'",
        "set a=xx\n",
        "fetch('http://h', {body: 'a'",
    ] {
        for part in parts {
            let command = if prefix.starts_with('$') { "\nirm http://h -Body $a" } else { "\ncurl http://h" };
            let text = format!("{prefix}{}{command}", part.repeat(100_000 / part.len()));
            let start = std::time::Instant::now();
            let imported = import(text.as_bytes(), None);
            let spent = start.elapsed();
            assert!(spent.as_secs() < 5, "{prefix:?} {part:?}: {spent:?}");
            if let Ok(imported) = imported {
                imported.to_json(&text, wxwire::lang::Lang::Zh);
                assert!(start.elapsed().as_secs() < 8, "printing {prefix:?} {part:?}: {:?}", start.elapsed());
            }
        }
    }
}

/// A text that is put together of parts, in the ways of each language.
#[test]
fn parts_of_texts() {
    let header = "@{'X-GEWE-TOKEN' = 't0ken-s3cret'}";
    let [first, rest] = BODY.split_at(21).into();
    let single = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let (one, two, whole) = (single(first), single(rest), single(BODY));
    for text in [
        format!("$b = {one} + {two}\nInvoke-RestMethod {URL} -Method Post -Headers {header} -Body $b"),
        format!("$b = {one}\n$b += {two}\nirm {URL} -Method Post -Headers {header} -Body $b"),
        format!("$b = {one}, {two} -join ''\nirm {URL} -Method Post -Headers {header} -Body $B"),
        format!("irm {URL} -Method Post -Headers {header} -Body (-join ({one}, {two}))"),
        format!("irm {URL} -Method Post -Headers {header} -Body ([string]::Join('', @({one}, {two})))"),
        format!("irm {URL} -Method Post -Headers {header} -Body ([String]::Join('', {one}, {two}))"),
        format!(
            "$h = {header}\n$h['a'] = 'b'\n$b = [System.Text.Encoding]::UTF8.GetBytes({whole})\nirm {URL} -Method Post -Headers $h -Body $b"
        ),
        format!(
            "$json = @'\r\n{BODY}\r\n'@\r\n$p = @{{ Uri = '{URL}'; Method = 'Post'; Headers = {header}\r\n Body = $json }}\r\nInvoke-RestMethod @p\r\n"
        ),
        format!(
            "PS C:\\> $b = @(\n>>   {one}\n>>   {two}\n>> ) -join ''\nPS C:\\> irm {URL} -Method Post -Headers {header} -Body $b"
        ),
        format!(
            "PS C:\\> $base = 'https://h.example/p'\nPS C:\\> $t = \"t0ken-s3cret\"\nPS C:\\> irm \"$base/api/message/sendapp\" -Method Post -Headers @{{'X-GEWE-TOKEN' = \"${{t}}\"}} -Body {whole}"
        ),
    ] {
        check(&text, Form::PowerShell);
    }
    let quoted = |text: &str| wxwire::layer::json::quote(text);
    let (one, two) = (quoted(first), quoted(rest));
    let template = BODY.replace('\\', r"\\").replace('`', "\\`").replace('$', "\\$");
    for body in [
        format!("{one} + {two}"),
        format!("[{one}, {two}].join('')"),
        format!("[\n  {one},\n  {two},\n].join(\"\")"),
        format!("`{template}`"),
    ] {
        let headers = "{'X-GEWE-TOKEN': 't0ken-s3cret'}";
        check(&format!("fetch('{URL}', {{method: 'POST', headers: {headers}, body: {body}}})"), Form::JavaScript);
        check(
            &format!("const body = {body};\nawait fetch('{URL}', {{method: 'POST', headers: {headers}, body}});"),
            Form::JavaScript,
        );
    }
    check(
        &format!(
            "import requests\nrequests.post('{URL}', headers={{'X-GEWE-TOKEN': 't0ken-s3cret'}}, data=''.join([{one}, {two}]))"
        ),
        Form::Python,
    );
    let single = BODY.replace('\'', r"'\''");
    for printer in ["printf %s", "printf '%s\\n'", "echo"] {
        check(&format!("{printer} '{single}' | curl {URL} -H 'X-GEWE-TOKEN: t0ken-s3cret' -d @-"), Form::Curl);
    }
}

/// The command prompt of Windows: variables, and what is piped.
#[test]
fn lines_of_the_command_prompt() {
    let argument = r#"{\"appid\":\"a'b\",\"to_wxid\":\"x\\\"y $z\",\"xml\":\"<a b=\\\"1\\\">\n100% ^ é 😀</a>\"}"#;
    // The number of quotes before each of cmd's own signs is odd, so that they need no carets.
    let escaped = BODY.replace('\\', "\\\\").replace('<', "\\u003c").replace('>', "\\u003e").replace('^', "\\u005e");
    for text in [
        format!(
            "@echo off\r\nchcp 65001\r\nset TOKEN=t0ken-s3cret\r\nset \"BASE=https://h.example/p\"\r\ncurl -X POST %BASE%/api/message/sendapp -H \"X-GEWE-TOKEN: %token%\" -d \"{argument}\"\r\n"
        ),
        format!(
            "C:\\>set \"b1={}\"\nC:\\>set \"b2={}\"\nC:\\>powershell -NoProfile -Command \"$x=[regex]::Unescape($env:b1+$env:b2);$b=[Text.Encoding]::UTF8.GetBytes($x);[Console]::OpenStandardOutput().Write($b,0,$b.Length)\" | curl.exe {URL} -H \"X-GEWE-TOKEN: t0ken-s3cret\" --data-binary @-",
            &escaped[..21],
            &escaped[21..]
        ),
    ] {
        check(&text, Form::Curl);
    }
}

/// What only running it would tell is a problem at its place.
#[test]
fn parts_that_are_not_known() {
    for (text, place) in [
        (format!("irm {URL} -Method Post -Body $body"), "$body"),
        (format!("$b = Get-Content x.json\nirm {URL} -Method Post -Body $b"), "Get-Content x.json"),
        (format!("$b = @{{appid = 'a'}} | ConvertTo-Json\nirm {URL} -Body $b"), "@{appid = 'a'} | ConvertTo-Json"),
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
