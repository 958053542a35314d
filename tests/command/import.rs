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
    for told in ["error[ambiguous]", "-:4:9", "^^^^", "yunzhenji.send_message"] {
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
