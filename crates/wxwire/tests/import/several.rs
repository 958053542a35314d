//! Several requests in one text: a collection, a recording, a vendor's page.

use std::path::Path;

use wxwire::import::{Sample, import};
use wxwire::learn::requests;

use crate::common::same;

#[track_caller]
fn samples(text: &str) -> Vec<Sample> {
    requests(text.as_bytes(), None).unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
}

fn operations(samples: &[Sample]) -> Vec<(&str, Option<&str>)> {
    samples.iter().map(|one| (one.name.as_str(), one.imported.operation.map(|entry| entry.id))).collect()
}

const COLLECTION: &str = r#"{"info":{"name":"a"},"item":[
{"name":"直播","item":[{"name":"预约","request":{"method":"POST","header":[{"key":"X-Off","value":"1","disabled":true}],
 "body":{"mode":"raw","raw":"{\r\n  \"anchor_userid\": \"zhangsan\",\r\n  \"theme\": \"{{what}}\", // 标题\r\n  \"living_start\": {{start}},\r\n  \"living_duration\": 3600\r\n}"},
 "url":{"raw":"{{host}}/cgi-bin/living/create?access_token={{token}}"}}}]},
{"name":"发","request":{"method":"POST","auth":{"type":"apikey","apikey":[{"key":"key","value":"X-GEWE-TOKEN"},{"key":"value","value":"t0ken-s3cret"}]},
 "body":{"mode":"raw","raw":"{\"appid\":\"a\",\"to_wxid\":\"b\",\"xml\":\"c\"}"},"url":"http://h.example/api/message/sendapp"}},
{"name":"no request"}],
"variable":[{"key":"start","value":"1741000000"},{"key":"what","value":"周三"},{"key":"host","value":"https://qyapi.weixin.qq.com"},{"key":"token","value":"AAAAs3cret"}]}"#;

#[test]
fn folders_variables_and_credentials_of_a_collection() {
    let samples = samples(COLLECTION);
    assert_eq!(operations(&samples), [("直播/预约", Some("wecom.living_create")), ("发", Some("gewe.send_app"))]);
    let [first, second] = &samples[..] else { panic!("{samples:?}") };
    let expected = r#"{"anchor_userid":"zhangsan","theme":"周三","living_start":1741000000,"living_duration":3600}"#;
    same(first.imported.values.as_deref().expect("values"), expected);
    assert_eq!(first.imported.base_url.as_deref(), Some("https://qyapi.weixin.qq.com"));
    assert_eq!(first.imported.credentials.find("access_token").map(|one| one.reveal()), Some("AAAAs3cret"));
    let dropped: Vec<_> = first.imported.dropped.iter().map(|one| (one.why.name(), one.what.as_str())).collect();
    assert_eq!(dropped, [("unsent", "X-Off"), ("comment", "// 标题")]);
    assert_eq!(second.imported.credentials.find("token").map(|one| one.reveal()), Some("t0ken-s3cret"));
    let shown = format!("{samples:?}");
    assert!(!shown.contains("s3cret"), "{shown}");
    // The first is what an import of the whole gives, and the other is told as left out.
    let whole = import(COLLECTION.as_bytes(), None).expect("a collection");
    assert_eq!(whole.values, first.imported.values);
    assert!(whole.dropped.iter().any(|one| one.why.name() == "rest"), "{:?}", whole.dropped);
}

/// The request's line right before a body says whose it is, in a text that holds several.
#[test]
fn a_line_before_each_body() {
    let host = "https://qyapi.weixin.qq.com/cgi-bin";
    let text = format!(
        "POST {host}/menu/create?access_token=t\n{{\"button\":[]}}\n{{\"errcode\":0,\"errmsg\":\"ok\"}}\n\n\
         POST {host}/tag/create\nContent-Type: application/json\n\n{{\"tagname\":\"a\"}}\n\
         POST {host}/tag/delete\nsomething else\n{{\"tagname\":\"b\"}}\n"
    );
    let samples = samples(&text);
    let found: Vec<_> = samples
        .iter()
        .map(|one| (one.span.start, one.imported.operation.map(|entry| entry.id)))
        .filter(|(_, id)| id.is_some_and(|id| id.starts_with("wecom.menu") || id == "wecom.tag_create"))
        .collect();
    let second = text.find("POST https://qyapi.weixin.qq.com/cgi-bin/tag/create").expect("it is there");
    assert_eq!(found, [(0, Some("wecom.menu_create")), (second, Some("wecom.tag_create"))]);
    assert!(samples.iter().all(|one| one.imported.operation.is_none_or(|entry| entry.id != "wecom.tag_delete")));
}

/// A variable that stands for itself does not grow, and one that nobody knows is warned of.
#[test]
fn variables_end() {
    let text = COLLECTION
        .replace("\"value\":\"周三\"", "\"value\":\"{{what}}{{what}}\"")
        .replace("\"key\":\"start\"", "\"key\":\"other\"");
    let imported = import(text.as_bytes(), None).expect("a collection");
    assert!(imported.values.is_none_or(|values| values.contains("{{what}}{{what}}")));
}

#[test]
fn every_call_of_a_recording() {
    let call = |url: &str, body: &str| {
        format!(
            r#"{{"request":{{"method":"POST","url":"{url}","headers":[],"postData":{{"text":{}}}}}}}"#,
            wxwire::layer::json::quote(body)
        )
    };
    let one = call("https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token=t", r#"{"theme":"a"}"#);
    let two = call("http://h/api/message/sendapp", r#"{"appid":"a"}"#);
    let text = format!(r#"{{"log":{{"entries":[{one},{two}]}}}}"#);
    let samples = samples(&text);
    let expected =
        [("/cgi-bin/living/create", Some("wecom.living_create")), ("/api/message/sendapp", Some("gewe.send_app"))];
    assert_eq!(operations(&samples), expected);
    for sample in &samples {
        assert!(text[sample.span.clone()].starts_with("{\"method\""), "{sample:?}");
    }
}

/// The vendors' own pages, whole: every sample with its operation and its kind.
#[test]
fn every_sample_of_a_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/pages");
    let mut pages = 0;
    for file in std::fs::read_dir(folder).expect("the pages") {
        let path = file.expect("a file").path();
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let samples = samples(&text);
        pages += 1;
        for sample in &samples {
            assert!(sample.span.end <= text.len() && text.is_char_boundary(sample.span.start), "{sample:?}");
            if sample.imported.operation.is_some() {
                assert!(
                    sample.imported.values.is_some() || !sample.imported.problems.is_empty(),
                    "{path:?} {sample:?}"
                );
            }
        }
    }
    assert!(pages > 0);
}

/// Each request of a script, with what it shares with the others.
#[test]
fn requests_of_a_script() {
    let python = "import requests\nheaders = {'X-GEWE-TOKEN': 't0ken-s3cret'}\n\
        requests.post('http://h/v2/api/message/postText', json={'appId': 'a', 'toWxid': 'w', 'content': 'hi'}, headers=headers)\n\
        r = requests.post('http://h/v2/api/message/postImage', json={'appId': 'a', 'toWxid': 'w', 'imgUrl': 'http://x/y'}, headers=headers)\nprint(r)\n";
    let script = "const headers = {'X-GEWE-TOKEN': 't0ken-s3cret'};\n\
        await axios.post('http://h/v2/api/message/postText', {appId: 'a', toWxid: 'w', content: 'hi'}, {headers});\n\
        await fetch('http://h/v2/api/message/postImage', {method: 'POST', headers, body: JSON.stringify({appId: 'a', toWxid: 'w', imgUrl: 'http://x/y'})});\n";
    for text in [python, script] {
        let samples = samples(text);
        let told: Vec<_> = operations(&samples).into_iter().map(|(_, id)| id).collect();
        assert_eq!(told, [Some("gewe.message_post_text"), Some("gewe.message_post_image")], "{text}");
        for one in &samples {
            assert_eq!(one.imported.given, ["token"], "{one:?}");
            assert!(one.imported.values.is_some() && text[one.span.clone()].contains("/v2/api/"), "{one:?}");
        }
        assert_ne!(samples[0].span, samples[1].span);
    }
}

/// Each request of a program that puts them together call by call, whatever ends one: that it is sent, or that another begins.
#[test]
fn requests_of_a_program() {
    const BODY: &str = r#"{"appId":"a","toWxid":"w","content":"NAME"}"#;
    const URL: &str = "http://h/v2/api/message/postText";
    let body = |name: &str| BODY.replace("NAME", name);
    let curl = format!("$NAME = curl_init('{URL}');\ncurl_setopt($NAME, CURLOPT_POSTFIELDS, '{BODY}');\n");
    let guzzle =
        "$client->post('v2/api/message/postText', ['json' => ['appId'=>'a', 'toWxid'=>'w', 'content'=>'NAME']]);\n";
    let go = format!("NAME, _ := http.NewRequest(\"POST\", \"{URL}\", strings.NewReader(`{BODY}`))\n");
    let java = format!(
        "Request NAME = new Request.Builder().url(\"{URL}\").post(RequestBody.create(json, {})).build();\nclient.newCall(NAME).execute();\n",
        wxwire::layer::json::quote(BODY)
    );
    let programs = [
        ("<?php\n", format!("{curl}curl_exec($NAME);\n")),
        ("<?php\n", curl),
        ("<?php\n", guzzle.replace("'v2", "'/v2")),
        ("<?php\n$client = new GuzzleHttp\\Client(['base_uri' => 'http://h']);\n", guzzle.replace("'v2", "'/v2")),
        ("import \"net/http\"\n", format!("{go}http.DefaultClient.Do(NAME)\n")),
        ("import \"net/http\"\n", go),
        ("OkHttpClient client = new OkHttpClient();\n", java),
    ];
    for (before, request) in programs {
        let all = ["one", "two", "three"].map(|name| request.replace("NAME", name));
        let text = format!("{before}{}", all.concat());
        let found = samples(&text);
        assert_eq!(found.len(), 3, "{text}\n{found:?}");
        for (one, name) in found.iter().zip(["one", "two", "three"]) {
            assert_eq!(one.imported.operation.map(|entry| entry.id), Some("gewe.message_post_text"), "{text}");
            same(one.imported.values.as_deref().expect(&text), &body(name));
            assert!(text[one.span.clone()].contains(name) && text[one.span.clone()].lines().count() < 5, "{one:?}");
        }
        // Taken alone, the first says that there is more.
        let first = import(text.as_bytes(), None).expect("a program");
        same(first.values.as_deref().expect(&text), &body("one"));
        assert!(first.dropped.iter().any(|one| one.what.contains(URL) || one.what.contains("/v2/api/")), "{first:?}");
    }
}

/// A command and a program that sends the same, as documentation shows both.
#[test]
fn a_command_before_a_program() {
    let text = "curl 'http://h/v2/api/message/postText' -d '{\"appId\":\"a\",\"toWxid\":\"w\",\"content\":\"x\"}'\n\n\
        OkHttpClient client = new OkHttpClient();\n\
        RequestBody body = RequestBody.create(json, \"{\\\"appId\\\":\\\"a\\\",\\\"toWxid\\\":\\\"w\\\",\\\"content\\\":\\\"y\\\"}\");\n\
        Request request = new Request.Builder().url(\"http://h/v2/api/message/postText\").post(body).build();\n\
        client.newCall(request).execute();\n\
        $r = curl.exe http://h/v2/api/message/revokeMsg -d '{}'\n";
    let told: Vec<_> = samples(text).iter().map(|one| text[..one.span.start].lines().count() + 1).collect();
    assert_eq!(told, [1, 4, 7]);
}

/// What a shell keeps in a variable is a command of its own.
#[test]
fn commands_that_are_assigned() {
    let text = "$a = curl.exe http://h/v2/api/message/revokeMsg -d '{}'\n$b = curl.exe http://h/v2/api/message/postText -d '{}'\n";
    assert_eq!(operations(&samples(text)).len(), 2);
}

#[test]
fn a_collection_is_called_one() {
    assert_eq!(import(COLLECTION.as_bytes(), None).expect("a collection").form.name(), "postman");
}

/// A terminal's transcript: commands behind prompts, one of them right behind what the one before printed.
#[test]
fn a_transcript_of_a_terminal() {
    let text = "me@host ~ % curl -X POST 'http://127.0.0.1:2531/v2/api/message/postText' \\\n-d '{\n\"appId\": \"it'\\''s\", \"toWxid\": \"w\",\n\"content\": \"x\"}'\n\
                {\"ret\":200,\"msg\":\"ok\"}%   me@host ~ % curl http://127.0.0.1:2531/v2/api/login/getLoginQrCode -d '{\"appId\":\"a\",\"regionId\":\"320000\"}'\n\
                {\"ret\":500,\"msg\":\"no\"}\n$ ls\n";
    let all = samples(text);
    let told: Vec<_> = all.iter().map(|one| one.imported.operation.map(|entry| entry.id)).collect();
    assert_eq!(told, [Some("gewe.message_post_text"), None, Some("gewe.login_get_login_qr_code"), None]);
    same(all[0].imported.values.as_deref().expect("values"), r#"{"appId":"it's","toWxid":"w","content":"x"}"#);
    assert!(all[1].imported.values.is_none() && all[3].imported.values.is_none());
}

/// What stands on every block of code is no name of one.
#[test]
fn a_name_says_something_of_the_code() {
    let block = |key: &str| {
        format!(
            "bash\ncurl -X POST \\\n'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={key}' \\\n-d '{{\n\"msgtype\": \"text\",\n\"text\": {{\n\"content\": \"x\"\n}}\n}}'\n"
        )
    };
    let text = format!("发送文本消息\n{}}}'\n发送第二条\n复制代码\n{}", block("k1-s3cret"), block("k2-s3cret"));
    let names: Vec<_> = samples(&text).into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["发送文本消息", "发送第二条"]);
}

/// Postman keeps a body for each way to write one; the one that was chosen is sent, and what is switched off is named.
#[test]
fn the_body_that_was_chosen_is_sent() {
    let chosen = |mode: &str| {
        let collection = format!(
            r#"{{"info":{{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}},"item":[{{"name":"a","request":{{"method":"POST","url":"http://h.example/gewe/v2/api/message/postText","body":{{"mode":"{mode}","raw":"{{\"appId\":\"a\",\"toWxid\":\"b\",\"content\":\"raw\"}}","urlencoded":[{{"key":"appId","value":"a"}},{{"key":"toWxid","value":"b"}},{{"key":"content","value":"form"}},{{"key":"ats","value":"y","disabled":true}}]}}}}}}]}}"#
        );
        let imported = wxwire::import::import(collection.as_bytes(), None).expect("a collection");
        let dropped = imported.dropped.iter().any(|one| one.what == "ats");
        (imported.values.unwrap_or_default(), dropped)
    };
    let (raw, _) = chosen("raw");
    assert!(raw.contains("raw"), "{raw}");
    let (form, dropped) = chosen("urlencoded");
    assert!(form.contains("form") && !form.contains("ats") && dropped, "{form}");
}
