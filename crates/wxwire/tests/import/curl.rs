//! curl, as each shell takes it.

use wxwire::import::Form;

use crate::common::{BODY, URL, check, read};

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

/// The command prompt of Windows: variables, and what is piped.
#[test]
fn lines_of_the_command_prompt() {
    let argument = r#"{\"appid\":\"a'b\",\"to_wxid\":\"x\\\"y $z\",\"xml\":\"<a b=\\\"1\\\">\n100% ^ é 😀</a>\"}"#;
    // The number of quotes before each of cmd's own signs is odd, so that they need no carets.
    let escaped = BODY.replace('\\', "\\\\").replace('<', "\\u003c").replace('>', "\\u003e").replace('^', "\\u005e");
    for text in [
        format!(
            "@echo off\r\nchcp 65001\r\nset TOKEN=t0ken-s3cret\r\nset \"BASE=https://h.example/p\"\r\ncurl -X POST %BASE%/api/message/sendapp -H \"X-GEWE-TOKEN: %token%\" -d \"{}\"\r\n",
            argument.replace('%', "%%")
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

#[test]
fn data_of_every_kind() {
    let values = |text: &str| read(text).values.expect("values");
    let url = "http://h/api/message/sendapp";
    // As curl does: a text from a file loses its line breaks, and only JSON is put behind other data without a sign.
    let heredoc = format!("curl {url} -d @- <<'X'\n{{\"appid\":\"one\ntwo\"}}\nX\n");
    assert_eq!(values(&heredoc), r#"{"appid":"onetwo"}"#);
    assert_eq!(values(&format!("curl {url} -d '{{\"appid\":\"x' --json 'y\"}}'")), r#"{"appid":"xy"}"#);
    assert_eq!(values(&format!("curl {url} --json '{{\"appid\":\"x' -d 'y\"}}'")), r#"{"appid":"x&y"}"#);
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

#[test]
fn what_is_piped() {
    let single = BODY.replace('\'', r"'\''");
    for printer in ["printf %s", "printf '%s\\n'", "echo"] {
        check(&format!("{printer} '{single}' | curl {URL} -H 'X-GEWE-TOKEN: t0ken-s3cret' -d @-"), Form::Curl);
    }
}
