//! Python.

use wxwire::import::Form;
use wxwire::layer::json::quote;

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
