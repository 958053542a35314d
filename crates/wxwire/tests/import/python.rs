//! Python.

use wxwire::import::{Form, import};
use wxwire::layer::json::quote;
use wxwire::problem::Code;

use crate::common::{BODY, URL, check, read};

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

/// A text that is put together of parts.
#[test]
fn parts_of_texts() {
    let [one, two] = [&BODY[..21], &BODY[21..]].map(quote);
    check(
        &format!(
            "import requests\nrequests.post('{URL}', headers={{'X-GEWE-TOKEN': 't0ken-s3cret'}}, data=''.join([{one}, {two}]))"
        ),
        Form::Python,
    );
}

#[test]
fn files_are_parts_and_are_wanted() {
    let url = "https://qyapi.weixin.qq.com/cgi-bin/media/upload?access_token=t&type=image";
    for files in [
        "files={'media': open('a.png', 'rb')}",
        "files={'media': ('a.png', open('/tmp/a.png', 'rb'), 'image/png')}",
        "files=[('media', open('a.png', 'rb'))]",
        "data={}, files={'media': file}",
    ] {
        let text =
            format!("import requests\nwith open('a.png', 'rb') as file:\n    r = requests.post('{url}', {files})\n");
        let imported = import(text.as_bytes(), None).expect("a request");
        assert_eq!(imported.form, Form::Python, "{text}");
        assert_eq!(imported.operation.map(|one| one.id), Some("wecom.media_upload"), "{text}");
        let wanted: Vec<_> = imported.problems.iter().map(|one| one.code).collect();
        assert_eq!(wanted, [Code::FileNeeded], "{text}");
    }
}

/// What a person notes behind a value is no part of it.
#[test]
fn a_remark_behind_a_value() {
    let url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=b0913301-02c8-4f07-be0c-37380ea7828b";
    let body = r#"{"msgtype": "text", "text": {"content": "hi # 1"}}"#;
    let text = format!(
        "u = '{url}'  # the robot's, with a quote\nbody = {body} # what is sent\nr = requests.post(u, json=body)  # sent"
    );
    let imported = crate::common::read(&text);
    assert_eq!(imported.operation.map(|entry| entry.id), Some("wecom.webhook_send"));
    crate::common::same(imported.values.as_deref().expect("values"), body);
}

/// A text on the next line is a statement of its own, but between brackets or behind a backslash.
#[test]
fn a_text_on_the_next_line() {
    for (text, content) in [
        ("c = 'one'\n\"\"\"\nold remark\n\"\"\"", "one"),
        ("c = 'one'\n'two'", "one"),
        ("c = 'one'  # said\n'''two'''", "one"),
        ("c = 'one'\n\n'two'", "one"),
        ("c = 'one' \\\n    'two'", "onetwo"),
        ("c = 'one' 'two'", "onetwo"),
        ("c = ('one'\n    'two')", "onetwo"),
        ("c = (\n    'one'  # said\n    'two'\n)\n'three'", "onetwo"),
        ("c = ''.join(['one'\n 'two', 'three'\n])\n'four'", "onetwothree"),
        ("c = str('one'\n 'two')", "onetwo"),
        ("x = 'v'\nc = rf'\\{x}'", r"\\v"),
    ] {
        let call = format!("requests.post('{URL}', json={{'appid': 'a', 'to_wxid': c, 'xml': 'x'}})");
        let program = format!("import requests\n{text}\n{call}\n");
        let values = read(&program).values.unwrap_or_default();
        assert!(values.contains(&format!("\"to_wxid\":\"{content}\"")), "{program}\n{values}");
    }
}

/// The bytes of a text are the text, in UTF-8 alone; a number in a text is written as it stands.
#[test]
fn bytes_of_a_text() {
    let json = "json.dumps({'appid': 'a', 'to_wxid': f'b{n}', 'xml': 'x'}, ensure_ascii=False)";
    for (bytes, is_known) in [
        ("t.encode()", true),
        ("t.encode('utf-8')", true),
        ("t.encode(\"UTF8\")", true),
        ("t.encode('gbk')", false),
        ("t.encode(charset)", false),
        ("t.encode('utf-8', 'ignore')", false),
        (r#"'{"appid":"a","to_wxid":"b3","xml":"x"}'.encode('utf-8')"#, true),
        (r#"'{"appid":"a","to_wxid":"b3","xml":"x"}'.encode('gbk')"#, false),
        (r#"'{"appid":"a","to_wxid":"b3","xml":"x"}'.encode('utf-16-le')"#, false),
    ] {
        let program = format!("import requests\nn = 3\nt = {json}\nrequests.post('{URL}', data={bytes})\n");
        let imported = import(program.as_bytes(), None).expect(&program);
        let values = imported.values.as_deref();
        assert_eq!(values, is_known.then_some(r#"{"appid":"a","to_wxid":"b3","xml":"x"}"#), "{program}\n{imported:?}");
    }
}

/// Bytes are a body, and no text: JSON has none, what is formatted says `b'…'`, and nothing is added to a text.
#[test]
fn bytes_are_no_text() {
    for (content, is_known) in [
        ("t", true),
        ("b'b3'", false),
        ("n", false),
        ("'%s' % n", false),
        ("'%s' % b'b3'", false),
        ("'{}'.format(n)", false),
        ("f'{n}'", false),
        ("'b' + n", false),
        ("'b' + b'3'", false),
        ("b'b' b'3'", false),
        ("b'b' + str('3')", false),
    ] {
        let call = format!("requests.post('{URL}', json={{'appid': 'a', 'to_wxid': {content}, 'xml': 'x'}})");
        let program = format!("import requests\nt = 'b3'\nn = b'b3'\n{call}\n");
        let imported = import(program.as_bytes(), None).expect(&program);
        assert_eq!(imported.values.is_some(), is_known, "{program}\n{imported:?}");
    }
    for body in [
        r#"b'{"appid":"a","to_wxid":"b3","xml":"x"}'"#,
        r#"b'{"appid":"a",' b'"to_wxid":"b3","xml":"x"}'"#,
        r#"b'{"appid":"a",' + b'"to_wxid":"b3","xml":"x"}'"#,
    ] {
        for program in
            [format!("requests.post('{URL}', data={body})"), format!("d = {body}\nrequests.post('{URL}', data=d)")]
        {
            let values = read(&format!("import requests\n{program}\n")).values;
            assert_eq!(values.as_deref(), Some(r#"{"appid":"a","to_wxid":"b3","xml":"x"}"#), "{program}");
        }
    }
}
