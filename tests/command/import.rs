//! `wxwire import`: values on standard output, everything else beside them.

use wxwire_tests::Wxwire;

const CURL: &str = "curl --location -X POST 'https://h.example/api/message/sendapp' \\\n-H 'X-GEWE-TOKEN: t0ken-s3cret' \\\n\
    -d '{\"appid\": \"a\", to_wxid: \"b\", // who\n\"xml\": \"<appmsg appid=\"\"/>\",}'";

#[test]
fn values_alone_go_to_standard_output() {
    let run = Wxwire::new(&["import", "-"]).input(CURL).run().exits(0);
    assert_eq!(run.out, "{\"appid\": \"a\", \"to_wxid\": \"b\", \n\"xml\": \"<appmsg appid=\\\"\\\"/>\"}\n");
    for told in ["gewe.send_app", "3:20", "to_wxid → \"to_wxid\"", "// who", "--location", "WXWIRE_GEWE_TOKEN"] {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
    assert!(!run.err.contains("s3cret"), "{}", run.err);
    let chinese = Wxwire::new(&["import", "--lang", "zh"]).input(CURL).run().exits(0);
    assert!(chinese.err.contains("字段名加上双引号") && chinese.err.contains("已略去"), "{}", chinese.err);
}

#[test]
fn one_json_document() {
    let run = Wxwire::new(&["import", "--json"]).input(CURL).run().exits(0);
    let found = run.json();
    assert_eq!(found["operation"], "gewe.send_app");
    assert_eq!(found["values"]["xml"], "<appmsg appid=\"\"/>");
    assert_eq!((&found["credentials"][0], &found["base_url"]), (&"token".into(), &"https://h.example".into()));
    let repair = &found["repairs"][0];
    assert_eq!((&repair["line"], &repair["column"]), (&3.into(), &20.into()));
    assert_eq!((&repair["code"], &repair["before"]), (&"unquoted_key".into(), &"to_wxid".into()));
    assert_eq!(found["repairs"].as_array().map(Vec::len), Some(4));
    assert_eq!(found["dropped"].as_array().map(Vec::len), Some(2));
    assert!(!run.out.contains("s3cret"), "{}", run.out);
    // Numbers keep their digits.
    let exact = Wxwire::new(&["import", "--json", "--as", "gewe.send_app"]).input("{a: 12345678901234567890.10}").run();
    assert!(exact.exits(0).out.contains("12345678901234567890.10"));
}

#[test]
fn what_is_doubtful_is_shown_at_its_place() {
    let text = "POST /wechat/sendMessage HTTP/1.1\n\n{\"access_token\": \"s3cret\",\n\"wxid\": \"x\"\", \"a\": \"b\"}";
    let run = Wxwire::new(&["import"]).input(text).run().exits(30);
    assert_eq!(run.out, "");
    for told in ["error[ambiguous]", "-:4:11", "^", "yunzhenji.send_message"] {
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
    let json = Wxwire::new(&["import", "--json"]).input(text).run().exits(30);
    assert!(json.json()["values"].is_null() && !json.out.contains("s3cret"), "{}", json.out);
    assert_eq!(json.json()["problems"][0]["line"], 4);
    for (input, code) in [("", "empty"), ("good morning", "no_request"), ("curl http://h/ -d @x.json", "file_needed")] {
        let run = Wxwire::new(&["import", "--json"]).input(input).run().exits(30);
        assert_eq!(run.json()["problems"][0]["code"], code, "{}", run.out);
        Wxwire::new(&["import"]).input(input).run().exits(30);
    }
    Wxwire::new(&["import", "/no/such/file"]).run().exits(2);
    Wxwire::new(&["import", "--as", "gewe.send_ap"]).run().exits(2);
}

/// What `build` prints, `import` takes back; the mask is no credential.
#[test]
fn builds_come_back() {
    for operation in ["gewe.send_app", "youmi.send_public_message", "wecom.living_create", "yunzhenji.send_message"] {
        let values = Wxwire::new(&["example", operation]).run().exits(0).out;
        for form in ["http", "curl"] {
            let args = ["build", "--as", form, "--base-url", "http://h.example/p", operation, "-"];
            let built = Wxwire::new(&args).input(values.clone()).run().exits(0).out;
            let back = Wxwire::new(&["import"]).input(built.clone()).run().exits(0);
            assert_eq!(back.out.trim(), values.trim(), "{built}");
            let json = Wxwire::new(&["import", "--json"]).input(built).run().exits(0).json();
            assert_eq!(json["operation"], operation);
            let (key, address) =
                if form == "http" { ("host", "h.example") } else { ("base_url", "http://h.example/p") };
            assert_eq!(json[key], address, "{json}");
            assert_eq!(json["credentials"], serde_json::json!([]), "{json}");
            assert_eq!(json["repairs"], serde_json::json!([]), "{json}");
        }
    }
}

/// What is wrong with a text is shown at its place, but nothing of it that may be a secret.
#[test]
fn a_broken_text_shows_no_secret() {
    let har = r#"{"log":{"entries":[{"request":{"method":"POST","url":"http://h/api/message/sendapp","headers":[{"name":"X-GEWE-TOKEN","value":"SEKRET"}],"postData":{"text":"{\"appid\":\"a\" x x}"}}}]}}"#;
    let texts = [
        har,
        "curl http://h/api/message/sendapp -H 'X-GEWE-TOKEN:\nSEKRET' -d '{\"appid\":\"a\" x x}'",
        "curl http://u:SEKRET@h/api/message/sendapp -d '{\"appid\":\"a\" x x}'",
        "curl http://h/api/message/sendapp --oauth2-bearer SEKRET -H 'X-Auth: SEKRET' -d '{\"appid\":\"a\" x x}'",
        "{\"token\":[\"a\",\"SEKRET\"], \"x\": y}",
        "{\"tok\\u0065n\": \"a,SEKRET\", \"x\": y}",
    ];
    for text in texts {
        for more in [&[][..], &["--json"][..]] {
            let run = Wxwire::new(&[&["import", "-"], more].concat()).input(text).run().exits(30);
            assert!(!run.out.contains("SEKRET") && !run.err.contains("SEKRET"), "{text}\n{}{}", run.out, run.err);
        }
    }
}

#[test]
fn what_could_be_read_in_two_ways_is_refused() {
    for text in [
        r#"{"a":"b" "c":"d"}"#,
        r#"{"a":"b","c":"d" "e":"f"}"#,
        r#"["x" "y" "z" "w"]"#,
        r#"requests.post("http://h/api/message/sendapp", json={"appid":"a%s" % x,"to_wxid":"c"})"#,
        r#"fetch("http://h/api/message/sendapp", {body: JSON.stringify({"appid":"a"+x+"b","to_wxid":"c"})})"#,
        r#"{"a": 1, "living_duration":36"#,
    ] {
        let run = Wxwire::new(&["import", "-"]).input(text).run().exits(30);
        assert!(run.out.is_empty(), "{text}: {}", run.out);
    }
}

#[test]
fn what_is_no_operations_and_loses_more_than_comments_does_not_end_well() {
    let foreign = "curl 'https://h.example/a?key=s3cret' -H 'X-Token: s3cret' -d '{\"zz\":1}'";
    let run = Wxwire::new(&["import", "--lang", "en"]).input(foreign).run().exits(30);
    assert_eq!(run.out, "{\"zz\":1}\n");
    assert!(["X-Token", "key", "/a"].iter().all(|name| run.err.contains(name)) && !run.err.contains("s3cret"));
    Wxwire::new(&["import"]).input("{zz: 1, // a comment\n}").run().exits(0);
}

/// A collection with a name that leads out of any folder, and one that is no operation's.
const COLLECTION: &str = r#"{"item":[
{"name":"../../发","request":{"method":"POST","url":"http://h/api/message/sendapp","body":{"mode":"raw","raw":"{\"appid\":\"a\",\"to_wxid\":\"b\",\"xml\":\"c\"}"}}},
{"name":"直播","item":[{"name":"预约","request":{"method":"POST","url":"https://qyapi.weixin.qq.com/cgi-bin/living/create","body":{"mode":"raw","raw":"{\"theme\":\"t\"}"}}}]},
{"name":"other","request":{"method":"POST","url":"http://h/something/else","body":{"mode":"raw","raw":"{\"a\":1}"}}}]}"#;

#[test]
fn one_of_several_requests() {
    let list = Wxwire::new(&["import", "--list"]).input(COLLECTION).run().exits(0);
    let lines: Vec<_> = list.out.lines().collect();
    assert!(lines.len() == 3 && lines[0].contains("gewe.send_app") && lines[1].contains("直播/预约"), "{}", list.out);
    let json = Wxwire::new(&["import", "--list", "--json"]).input(COLLECTION).run().exits(0);
    assert_eq!(json.out.lines().count(), 3, "{}", json.out);
    for pick in ["2", "直播/预约", "预约", "wecom.living_create"] {
        let run = Wxwire::new(&["import", "--pick", pick]).input(COLLECTION).run().exits(0);
        assert_eq!(run.out, "{\"theme\":\"t\"}\n", "{pick}");
    }
    for pick in ["0", "4", "nobody"] {
        Wxwire::new(&["import", "--pick", pick]).input(COLLECTION).run().exits(2);
    }
    let first = Wxwire::new(&["import"]).input(COLLECTION).run().exits(0);
    assert!(first.err.contains("3 pieces") && first.err.contains("--pick"), "{}", first.err);
}

#[test]
fn all_requests_become_files() {
    let folder = std::env::temp_dir().join(format!("wxwire-all-{}", std::process::id()));
    let out = folder.join("a/b");
    let out = out.to_string_lossy();
    let run = Wxwire::new(&["import", "--all", "--out", &out]).input(COLLECTION).run().exits(0);
    let mut names: Vec<_> =
        std::fs::read_dir(&*out).expect("a folder").flatten().map(|file| file.file_name()).collect();
    names.sort();
    assert_eq!(names, ["01-gewe.send_app-发.json", "02-wecom.living_create-直播-预约.json"]);
    assert!(run.err.contains("other") && run.out.lines().count() == 2, "{}{}", run.out, run.err);
    let written = std::fs::read_to_string(folder.join("a/b/02-wecom.living_create-直播-预约.json")).expect("a file");
    assert_eq!(written, "{\"theme\":\"t\"}\n");
    let kept = Wxwire::new(&["import", "--all", "--out", &out]).input(COLLECTION).run().exits(2);
    assert!(kept.err.contains("--replace") && !kept.err.contains("--add"), "{}", kept.err);
    Wxwire::new(&["import", "--all", "--replace", "--out", &out]).input(COLLECTION).run().exits(0);
    Wxwire::new(&["import", "--all"]).input(COLLECTION).run().exits(2);
    std::fs::remove_dir_all(folder).expect("a folder");
}

/// A request goes by the line above it, which may hold its key.
#[test]
fn no_name_in_a_list_shows_a_key() {
    let one = |key: &str| {
        format!(
            "KEY={key}\ncurl 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=$KEY' -d '{{\"msgtype\":\"text\",\"text\":{{\"content\":\"x\"}}}}'\n\n"
        )
    };
    let (first, second) = ("a1b2c3d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d", "0f1e2d3c-5e6f-4a7b-8c9d-0e1f2a3b4c5d");
    for form in [&["import", "--list"][..], &["import", "--list", "--json"]] {
        let run = Wxwire::new(form).input(one(first) + &one(second)).run();
        assert!(run.out.contains("webhook_send") && !run.out.contains("5e6f"), "{}", run.out);
    }
    let run = Wxwire::new(&["import"]).input(one(first)).run().exits(0);
    assert!(run.err.contains("KEY=") && !run.err.contains("5e6f"), "{}", run.err);
}
