//! Programs in many languages: what each library takes as a request, by a template for each.

mod literal;
mod templates;

use wxwire::catalog;
use wxwire::import::{Imported, import};
use wxwire::lang::Lang;
use wxwire::layer::json::Tree;
use wxwire::operation::{Body, Entry};
use wxwire::request::Payload;
use wxwire::secret::{Credentials, masked};

use crate::common::same;
use templates::{TEMPLATES, Template};

/// Every example of every typed call in the programs of a language: the same operation, values and credentials.
fn every_example(form: &str) {
    let entries: Vec<_> = catalog::typed().filter(|entry| entry.body == Body::Json).collect();
    assert!(entries.len() > 10, "{}", entries.len());
    let templates: Vec<_> = TEMPLATES.iter().filter(|template| template.form == form).collect();
    assert!(!templates.is_empty(), "{form}");
    for entry in entries {
        for example in entry.examples() {
            for template in &templates {
                check(entry, &masked(&example.values), template);
            }
        }
    }
}

#[test]
fn php() {
    every_example("php");
}

#[test]
fn java() {
    every_example("java");
}

#[test]
fn kotlin() {
    every_example("kotlin");
}

#[test]
fn go() {
    every_example("go");
}

#[test]
fn csharp() {
    every_example("csharp");
}

#[test]
fn swift() {
    every_example("swift");
}

#[test]
fn ruby() {
    every_example("ruby");
}

#[test]
fn dart() {
    every_example("dart");
}

#[test]
fn python() {
    every_example("python");
}

#[test]
fn javascript() {
    every_example("javascript");
}

#[track_caller]
fn check(entry: &Entry, values: &str, template: &Template) {
    let mut names: Vec<_> = entry.credentials.iter().map(|one| one.name).collect();
    names.dedup();
    let secret = |name: &str| format!("s3cret-{}", name.replace('_', "-"));
    let credentials = names.iter().fold(Credentials::new(), |all, name| all.with(name, secret(name)));
    let base = entry.gateway.base_url.unwrap_or("http://gateway.example:8080");
    let wire = entry.wire(values, &credentials, base).unwrap_or_else(|error| panic!("{}: {error}", entry.id));
    let request = wire.reveal();
    let Payload::Text(body) = &request.body else { return };
    let text = template.write(&request.method, &request.url, &request.headers, body);
    let name = format!("{} as {}\n{text}", entry.id, template.name);
    let imported = read(&text, &name);
    assert_eq!(imported.form.name(), template.form, "{name}");
    assert_eq!(imported.operation.map(|one| one.id), Some(entry.id), "{name}\n{:?}", imported.candidates);
    let back = imported.values.as_deref().unwrap_or_else(|| panic!("{name}"));
    same(&sorted(back), &sorted(&entry.without_credentials(values)));
    assert_eq!(imported.method.as_deref(), Some(&*request.method), "{name}");
    assert_eq!(imported.given, names, "{name}");
    for name in names {
        assert_eq!(imported.credentials.find(name).map(|one| one.reveal().to_owned()), Some(secret(name)), "{text}");
    }
    let shown = format!("{imported:?}{}", imported.to_json(&text, Lang::En));
    assert!(!shown.contains("s3cret"), "{shown}");
}

#[track_caller]
fn read(text: &str, name: &str) -> Imported {
    let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{name}\n{problem:?}"));
    let errors: Vec<_> = imported.problems.iter().filter(|one| one.is_error()).collect();
    assert!(errors.is_empty(), "{name}\n{errors:?}");
    for problem in &imported.problems {
        assert!(problem.span.as_ref().is_none_or(|span| text.get(span.clone()).is_some()), "{name}");
    }
    imported
}

/// What is put together step by step is followed.
#[test]
fn maps_that_are_filled() {
    for text in [
        "OkHttpClient c;\nJSONObject o = new JSONObject();\no.put(\"appid\", \"a\");\no.put(\"to_wxid\", to);\nString to = \"b\";\no.put(\"xml\", \"c\");\nRequest r = new Request.Builder().url(\"http://h/api/message/sendapp\").post(RequestBody.create(o.toString(), JSON)).build();",
        "RestTemplate t = new RestTemplate();\nMap<String, Object> m = new HashMap<>();\nm.put(\"appid\", \"a\"); m.put(\"to_wxid\", \"b\"); m.put(\"xml\", \"c\");\nHttpEntity<Map<String, Object>> e = new HttpEntity<Map<String, Object>>(m, headers);\nt.postForObject(\"http://h/api/message/sendapp\", e, String.class);",
        "String b = new JSONObject().put(\"appid\", \"a\").put(\"to_wxid\", \"b\").put(\"xml\", \"c\").toString();\nHttpUtil.post(\"http://h/api/message/sendapp\", b);",
        "<?php\n$d = [];\n$d['appid'] = 'a';\n$d['to_wxid'] = 'b';\n$d['xml'] = 'c';\n$ch = curl_init('http://h/api/message/sendapp');\ncurl_setopt($ch, CURLOPT_POSTFIELDS, json_encode($d));\ncurl_exec($ch);",
        "data := map[string]string{}\ndata[\"appid\"] = \"a\"\ndata[\"to_wxid\"] = \"b\"\ndata[\"xml\"] = \"c\"\nb, _ := json.Marshal(data)\nhttp.Post(\"http://h/api/message/sendapp\", \"application/json\", bytes.NewReader(b))",
        "OkHttpClient c;\nMap<String, Object> m = new HashMap<>();\nm.put(\"appid\", \"a\"); m.put(\"to_wxid\", \"b\"); m.put(\"xml\", \"c\");\nRequest r = new Request.Builder().url(\"http://h/api/message/sendapp\").post(RequestBody.create(new Gson().toJson(m), JSON)).build();",
        "OkHttpClient c;\nMap<String, Object> m = new HashMap<>();\nm.put(\"appid\", \"a\"); m.put(\"to_wxid\", \"b\"); m.put(\"xml\", \"c\");\nObjectMapper o = new ObjectMapper();\nString s = o.writeValueAsString(m);\nRequest r = new Request.Builder().url(\"http://h/api/message/sendapp\").post(RequestBody.create(s, JSON)).build();",
        "import okhttp3.MediaType.Companion.toMediaType\nval gson = Gson()\nval s = gson.toJson(mapOf(\"appid\" to \"a\", \"to_wxid\" to \"b\", \"xml\" to \"c\"))\nval r = Request.Builder().url(\"http://h/api/message/sendapp\").post(s.toRequestBody(json)).build()",
        "type Message struct {\n\tAppID  string `json:\"appid\"`\n\tTo     string `json:\"to_wxid\"` // whom\n\tXML    string `json:\"xml\"`\n\tList   []string `json:\"list,omitempty\"`\n\tcache  int\n}\nm := &Message{To: \"b\", AppID: \"a\", XML: \"c\"}\nb, _ := json.Marshal(m)\nhttp.Post(\"http://h/api/message/sendapp\", \"application/json\", bytes.NewReader(b))",
        "require 'net/http'\nd = {}\nd['appid'] = 'a'\nd['to_wxid'] = 'b'\nd['xml'] = 'c'\nNet::HTTP.post(URI('http://h/api/message/sendapp'), d.to_json, {})",
    ] {
        let imported = read(text, text);
        assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.send_app"), "{text}");
        same(
            imported.values.as_deref().unwrap_or_else(|| panic!("{text}")),
            r#"{"appid":"a","to_wxid":"b","xml":"c"}"#,
        );
    }
}

/// Go writes what a struct was not given as well, but where a tag says otherwise; what is not certain is refused.
#[test]
fn structs_of_go() {
    for (fields, given, values) in [
        ("A string `json:\"appid\"`\n\tB int `json:\"b\"`", "A: \"x\"", Some(r#"{"appid":"x","b":0}"#)),
        ("A string `json:\"appid,omitempty\"`\n\tB bool", "A: \"\"", Some(r#"{"B":false}"#)),
        (
            "A string `json:\"appid\" xml:\"a\"`\n\tB *int\n\tC int `json:\"-\"`",
            "C: 1",
            Some(r#"{"appid":"","B":null}"#),
        ),
        (
            "A string `json:\"appid\"`\n\tB []string `json:\",omitempty\"`",
            "B: []string{\"y\"}",
            Some(r#"{"appid":"","B":["y"]}"#),
        ),
        ("A, B string", "A: \"x\"", None),
        ("A string `json:\"appid,string\"`", "A: \"x\"", None),
        ("A string `json:\"appid\"`\n\tB time.Time", "A: \"x\"", None),
        ("A []byte `json:\"appid\"`", "A: []byte(\"x\")", None),
        ("A string `json:\"appid\"`\n\tBase", "A: \"x\"", None),
        ("A string `json:\"a\"`\n\tB string `json:\"a\"`", "A: \"x\"", None),
        ("A string `json:\"appid\"`", "A: f()", None),
        ("A string `json:\"appid\"`", "\"x\"", None),
        ("A string `json:\"appid\"`", "B: \"x\"", None),
    ] {
        for make in ["m := M{GIVEN}", "m := &M{GIVEN}", "m := M{GIVEN}\nm.A = \"z\""] {
            let values = values.filter(|_| !make.contains(".A"));
            let program = format!(
                "package main\n\ntype M struct {{\n\t{fields}\n}}\n\nfunc main() {{\n\t{}\n\tb, _ := json.Marshal(m)\n\thttp.Post(\"http://h/api/message/sendapp\", \"application/json\", bytes.NewReader(b))\n}}",
                make.replace("GIVEN", given)
            );
            let imported = import(program.as_bytes(), None).expect("a request");
            assert_eq!(imported.values.is_some(), values.is_some(), "{program}\n{imported:?}");
            if let (Some(told), Some(values)) = (imported.values, values) {
                same(&told, values);
            }
        }
    }
}

/// Where a body is made of code, the code is named at its place, and nothing is made up.
#[test]
fn code_in_a_body_is_named_at_its_line() {
    for (text, line) in [
        (
            "<?php\n$curl = curl_init('http://h/api/message/sendapp');\ncurl_setopt($curl, CURLOPT_POSTFIELDS, build($x));\ncurl_exec($curl);",
            3,
        ),
        (
            "RequestBody body = RequestBody.create(mediaType, makeJson());\nRequest request = new Request.Builder()\n  .url(\"http://h/api/message/sendapp\")\n  .post(body)\n  .build();",
            1,
        ),
        (
            "package main\nfunc main() {\n\treq, _ := http.NewRequest(\"POST\", \"http://h/api/message/sendapp\", build())\n}",
            3,
        ),
        (
            "var client = new HttpClient();\nvar body = new { appid = \"a\", to_wxid = Next(), xml = \"c\" };\nawait client.PostAsJsonAsync(\"http://h/api/message/sendapp\", body);",
            2,
        ),
        (
            "require 'net/http'\nuri = URI('http://h/api/message/sendapp')\nreq = Net::HTTP::Post.new(uri)\nreq.body = make(1)\n",
            4,
        ),
        (
            "OkHttpClient c;\nJSONObject o = new JSONObject();\nif (x) {\n  o.put(\"appid\", \"a\");\n}\nnew Request.Builder().url(\"http://h/api/message/sendapp\").post(RequestBody.create(o.toString()));",
            4,
        ),
        (
            "OkHttpClient c;\nString o = \"{\\\"appid\\\":1}\";\nif (x) o = \"{}\";\nnew Request.Builder().url(\"http://h/api/message/sendapp\").post(RequestBody.create(o));",
            3,
        ),
    ] {
        let imported = import(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        assert_eq!(imported.values, None, "{text}");
        assert_eq!(imported.operation.map(|entry| entry.id), Some("gewe.send_app"), "{text}");
        let problem = imported.problems.iter().find(|one| one.is_error()).unwrap_or_else(|| panic!("{text}"));
        let span = problem.span.clone().expect("a place");
        assert_eq!(text[..span.start].matches('\n').count() + 1, line, "{text}\n{problem:?}");
    }
}

/// Values with their members in the order of their names: a field outside of the body has no place among the others.
fn sorted(values: &str) -> String {
    let tree = tree(values);
    let mut members: Vec<_> =
        tree.root().members().map(|(key, value)| format!("{}:{}", key.source(), value.source())).collect();
    members.sort();
    format!("{{{}}}", members.join(","))
}

/// Values as a tree of the library's own.
fn tree(text: &str) -> Tree<'_> {
    Tree::parse(text).expect("JSON")
}

/// What an encoder makes a form of is told, and its values are what is meant.
#[test]
fn forms_of_encoders() {
    const URL: &str = "https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token=t0ken-s3cret";
    for text in [
        format!(
            "<?php\n$ch = curl_init('{URL}');\n$data = array('theme' => 'a', 'anchor_userid' => 'b');\ncurl_setopt($ch, CURLOPT_POSTFIELDS, http_build_query($data));\ncurl_exec($ch);\n"
        ),
        format!(
            "var client = new HttpClient();\nvar values = new Dictionary<string, string> {{ {{ \"theme\", \"a\" }}, {{ \"anchor_userid\", \"b\" }} }};\nvar r = await client.PostAsync(\"{URL}\", new FormUrlEncodedContent(values));\n"
        ),
        format!(
            "var client = new HttpClient();\nvar content = new FormUrlEncodedContent(new[]\n{{\n    new KeyValuePair<string, string>(\"theme\", \"a\"),\n    new KeyValuePair<string, string>(\"anchor_userid\", \"b\"),\n}});\nvar r = await client.PostAsync(\"{URL}\", content);\n"
        ),
        format!(
            "import urllib.parse, requests\nrequests.post('{URL}', data=urllib.parse.urlencode({{'theme': 'a', 'anchor_userid': 'b'}}))\n"
        ),
        format!("<?php\nHttp::asForm()->post('{URL}', ['theme' => 'a', 'anchor_userid' => 'b']);\n"),
        format!(
            "Map<String, Object> map = new HashMap<>();\nmap.put(\"theme\", \"a\");\nmap.put(\"anchor_userid\", \"b\");\nHttpUtil.post(\"{URL}\", map);\n"
        ),
        format!("$.post('{URL}', {{theme: 'a', anchor_userid: 'b'}}, function (reply) {{ console.log(reply); }});\n"),
        format!("axios.post('{URL}', qs.stringify({{theme: 'a', anchor_userid: 'b'}}));\n"),
        format!("fetch('{URL}', {{method: 'POST', body: new URLSearchParams({{theme: 'a', anchor_userid: 'b'}})}});\n"),
    ] {
        let imported = import(text.as_bytes(), None).expect("a request");
        same(
            imported.values.as_deref().unwrap_or_else(|| panic!("{text}: {imported:?}")),
            r#"{"theme":"a","anchor_userid":"b"}"#,
        );
        let told: Vec<_> = imported.problems.iter().map(|problem| problem.code.name()).collect();
        assert_eq!(told, ["sent_otherwise"], "{text}");
    }
}

#[test]
fn anonymous_objects() {
    let text = "using var client = new HttpClient();\n\
        var content = new StringContent(JsonSerializer.Serialize(new { anchor_userid = \"b\", theme = \"a\", living_start = 1741000000, \
        more = new { list = new[] { 1, 2 } } }), Encoding.UTF8, \"application/json\");\n\
        var r = await client.PostAsync(\"https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token=t0ken-s3cret\", content);\n";
    let imported = import(text.as_bytes(), None).expect("a request");
    let expected = r#"{"anchor_userid":"b","theme":"a","living_start":1741000000,"more":{"list":[1,2]}}"#;
    same(imported.values.as_deref().expect("values"), expected);
}
