//! In which bytes a body is sent: what is no UTF-8 arrives as something else, and is refused.

use wxwire::import::import;

const URL: &str = "http://h.example/gewe/v2/api/message/postText";

const BODY: &str = r#""{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"C\"}""#;

/// What becomes of a body.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sent {
    /// It arrives as it is.
    Same,
    /// It does as long as it is ASCII.
    Ascii,
    /// It depends on the machine where it is not ASCII.
    Machine,
    /// It does not.
    Other,
}
use Sent::{Ascii, Machine, Other, Same};

/// Programs, in which `B` stands for a body.
const PROGRAMS: &[(&str, Sent)] = &[
    ("HttpPost post = new HttpPost(\"U\");\npost.setEntity(new StringEntity(B, \"UTF-8\"));\n", Same),
    ("HttpPost post = new HttpPost(\"U\");\npost.setEntity(new StringEntity(B, StandardCharsets.UTF_8));\n", Same),
    (
        "HttpPost post = new HttpPost(\"U\");\npost.setEntity(new StringEntity(B, ContentType.APPLICATION_JSON));\n",
        Same,
    ),
    ("HttpPost post = new HttpPost(\"U\");\npost.setEntity(new StringEntity(B));\n", Ascii),
    ("HttpPost post = new HttpPost(\"U\");\npost.setEntity(new StringEntity(B, \"GBK\"));\n", Ascii),
    ("HttpPost post = new HttpPost(\"U\");\npost.setEntity(new StringEntity(B, ContentType.TEXT_PLAIN));\n", Ascii),
    (
        "HttpPost post = new HttpPost(\"U\");\npost.setEntity(new StringEntity(B, ContentType.create(\"application/json\")));\n",
        Ascii,
    ),
    (
        "HttpPost post = new HttpPost(\"U\");\npost.setEntity(new StringEntity(B, ContentType.create(\"application/json\", \"GB2312\")));\n",
        Ascii,
    ),
    (
        "HttpPost post = new HttpPost(\"U\");\npost.setEntity(new StringEntity(B, ContentType.create(\"application/json\", \"utf-8\")));\n",
        Same,
    ),
    (
        "HttpPost post = new HttpPost(\"U\");\nString s = B;\nStringEntity e = new StringEntity(s, Charset.forName(\"GBK\"));\npost.setEntity(e);\n",
        Ascii,
    ),
    (
        "HttpURLConnection c = (HttpURLConnection) new URL(\"U\").openConnection();\nc.setRequestMethod(\"POST\");\nString s = B;\nc.getOutputStream().write(s.getBytes(\"UTF-8\"));\n",
        Same,
    ),
    (
        "HttpURLConnection c = (HttpURLConnection) new URL(\"U\").openConnection();\nc.setRequestMethod(\"POST\");\nString s = B;\nc.getOutputStream().write(s.getBytes());\n",
        Machine,
    ),
    (
        "HttpURLConnection c = (HttpURLConnection) new URL(\"U\").openConnection();\nc.setRequestMethod(\"POST\");\nString s = B;\nbyte[] b = s.getBytes(Charset.forName(\"GBK\"));\nc.getOutputStream().write(b);\n",
        Ascii,
    ),
    (
        "HttpURLConnection c = (HttpURLConnection) new URL(\"U\").openConnection();\nc.setRequestMethod(\"POST\");\nDataOutputStream o = new DataOutputStream(c.getOutputStream());\no.writeBytes(B);\n",
        Ascii,
    ),
    (
        "HttpURLConnection c = (HttpURLConnection) new URL(\"U\").openConnection();\nc.setRequestMethod(\"POST\");\nOutputStreamWriter o = new OutputStreamWriter(c.getOutputStream(), \"GBK\");\no.write(B);\n",
        Ascii,
    ),
    ("HttpRequest.post(\"U\").charset(\"GBK\").body(B).execute();\n", Ascii),
    ("HttpRequest.post(\"U\").charset(CharsetUtil.UTF_8).body(B).execute();\n", Same),
    (
        "OkHttpClient client = new OkHttpClient();\nRequestBody b = RequestBody.create(MediaType.parse(\"application/json; charset=GBK\"), B);\nRequest r = new Request.Builder().url(\"U\").post(b).build();\n",
        Ascii,
    ),
    (
        "OkHttpClient client = new OkHttpClient();\nRequestBody b = RequestBody.create(MediaType.parse(\"application/json; charset=utf-8\"), B);\nRequest r = new Request.Builder().url(\"U\").post(b).build();\n",
        Same,
    ),
    (
        "var client = new HttpClient();\nawait client.PostAsync(\"U\", new StringContent(B, Encoding.UTF8, \"application/json\"));\n",
        Same,
    ),
    ("var client = new HttpClient();\nawait client.PostAsync(\"U\", new StringContent(B, Encoding.ASCII));\n", Ascii),
    (
        "var client = new HttpClient();\nawait client.PostAsync(\"U\", new StringContent(B, Encoding.Default));\n",
        Machine,
    ),
    (
        "var client = new HttpClient();\nawait client.PostAsync(\"U\", new StringContent(B, Encoding.GetEncoding(\"gb2312\")));\n",
        Ascii,
    ),
    ("var client = new HttpClient();\nawait client.PostAsync(\"U\", new StringContent(B, Encoding.Unicode));\n", Other),
    (
        "var client = new HttpClient();\nvar b = Encoding.ASCII.GetBytes(B);\nawait client.PostAsync(\"U\", new ByteArrayContent(b));\n",
        Ascii,
    ),
    (
        "var request = URLRequest(url: URL(string: \"U\")!)\nrequest.httpMethod = \"POST\"\nlet s = B\nrequest.httpBody = s.data(using: .utf8)\n",
        Same,
    ),
    (
        "var request = URLRequest(url: URL(string: \"U\")!)\nrequest.httpMethod = \"POST\"\nlet s = B\nrequest.httpBody = s.data(using: .ascii)\n",
        Ascii,
    ),
    (
        "var request = URLRequest(url: URL(string: \"U\")!)\nrequest.httpMethod = \"POST\"\nlet s = B\nrequest.httpBody = s.data(using: .utf16)\n",
        Other,
    ),
    ("import 'package:http/http.dart' as http;\nhttp.post(Uri.parse('U'), body: B, encoding: latin1);\n", Ascii),
    ("import 'package:http/http.dart' as http;\nhttp.post(Uri.parse('U'), body: utf8.encode(B));\n", Same),
    ("const r = https.request('U', {method: 'POST'});\nr.write(B, 'latin1');\nr.end();\n", Ascii),
    ("const r = https.request('U', {method: 'POST'});\nr.end(B, 'utf8');\n", Same),
    (
        "const s = B;\nconst r = https.request('U', {method: 'POST', headers: {'Content-Length': s.length}});\nr.end(s);\n",
        Ascii,
    ),
    (
        "const s = B;\nconst r = https.request('U', {method: 'POST', headers: {'Content-Length': Buffer.byteLength(s)}});\nr.end(s);\n",
        Same,
    ),
    (
        "const s = Buffer.from(B);\nconst r = https.request('U', {method: 'POST', headers: {'Content-Length': s.length}});\nr.end(s);\n",
        Same,
    ),
    ("fetch('U', {method: 'POST', body: Buffer.from(B, 'ascii')});\n", Ascii),
];

#[test]
fn what_is_no_utf8_is_refused() {
    for (program, sent) in PROGRAMS {
        for (content, is_same) in [("hi", *sent != Other), ("你好", matches!(sent, Same | Machine))] {
            let program = program.replace("\"U\"", &format!("\"{URL}\"")).replace("'U'", &format!("'{URL}'"));
            let body = BODY.replace('C', content);
            let program = ["(B", " B", "= B"].iter().fold(program, |program, place| {
                let ends = [")", ",", ";", "\n"];
                ends.iter().fold(program, |program, end| {
                    program.replace(&format!("{place}{end}"), &format!("{}{body}{end}", &place[..place.len() - 1]))
                })
            });
            let imported = import(program.as_bytes(), None).expect(&program);
            assert_eq!(imported.values.is_some(), is_same, "{program}\n{imported:?}");
            let is_told = imported.problems.iter().any(|one| one.expected == "machine_bytes" && !one.is_error());
            assert_eq!(is_told, *sent == Machine && content != "hi", "{program}\n{imported:?}");
        }
    }
}
