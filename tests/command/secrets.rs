//! A secret never shows.

use wxwire_tests::{Output, Server, Wxwire, answer, example};

const SECRET: &str = "S3cr3t-of-mine";

fn check(output: &Output) {
    assert!(!output.out.contains(SECRET), "{}", output.out);
    assert!(!output.err.contains(SECRET), "{}", output.err);
}

/// A run that knows a secret for every gateway.
fn run(arguments: &[&str], input: &str) -> Output {
    let mut run = Wxwire::new(arguments).input(input);
    for gateway in wxwire::catalog::gateways() {
        for credential in gateway.credentials {
            run = run.env(&gateway.variable(credential.name), SECRET);
        }
    }
    run.run()
}

#[test]
fn not_in_requests_answers_or_errors() {
    // A server that gives back all that it got.
    let echo = Server::start(|stream, request| {
        let text = serde_json::to_string(request).expect("text is JSON");
        answer(
            stream,
            "200 OK",
            format!(r#"{{"ret": 1, "errcode": 1, "errmsg": {text}, "message": {text}, "msg_err": {text}}}"#).as_bytes(),
        );
    });
    let page = Server::start(|stream, request| answer(stream, "502 Bad Gateway", request.as_bytes()));
    for entry in wxwire_tests::sorts() {
        let values = example(entry.id);
        for json in [&["--json"][..], &[]] {
            for url in [echo.url.as_str(), page.url.as_str(), "http://nobody.invalid", "http://127.0.0.1:1", "nonsense"]
            {
                let arguments = [&["send", "--base-url", url], json, &[entry.id, "-"]].concat();
                check(&run(&arguments, &values));
            }
            for command in [&["build"][..], &["build", "--as", "curl"], &["send", "--dry-run"], &["send", "--mock"]] {
                let arguments = [
                    command,
                    &["--base-url", "http://h"][..usize::from(!command.contains(&"--mock")) * 2],
                    json,
                    &[entry.id, "-"],
                ]
                .concat();
                check(&run(&arguments, &values));
            }
        }
    }
    assert!(echo.count() > 0 && echo.all().iter().any(|one| one.contains(SECRET)), "the secret was on the wire");
}

/// However much is shown, in whatever colours, through whatever proxy: in no output and in no file.
#[test]
fn not_in_any_manner() {
    const PASSWORD: &str = "Pr0xy-passw0rd";
    let echo = Server::start(|stream, request| {
        let text = serde_json::to_string(request).expect("text is JSON");
        let head = format!("200 OK\r\nX-Echo: {}", request.lines().next().unwrap_or_default());
        answer(stream, &head, format!(r#"{{"ret": 1, "errcode": 1, "errmsg": {text}, "message": {text}}}"#).as_bytes());
    });
    let with_user = |url: &str| url.replace("http://", &format!("http://user:{PASSWORD}@"));
    let (proxy, closed) = (with_user(&echo.url), with_user("http://127.0.0.1:1"));
    let home = tempfile::tempdir().expect("a folder");
    let ways: [&[&str]; 6] = [
        &["--base-url", &echo.url],
        &["--base-url", "http://nobody.invalid", "--proxy", &proxy],
        &["--base-url", "https://nobody.invalid", "--proxy", &proxy],
        &["--base-url", "http://nobody.invalid", "--proxy", &closed],
        &["--base-url", "https://127.0.0.1:1", "--insecure"],
        &["--base-url", "http://nobody.invalid", "--dry-run"],
    ];
    let manners: [&[&str]; 4] =
        [&["-v"], &["-v", "--color", "always"], &["-v", "--json", "--lang", "zh"], &["--color", "always", "-q"]];
    for entry in wxwire_tests::sorts() {
        for arguments in
            ways.iter().flat_map(|way| manners.map(|manner| [&["send"], *way, manner, &[entry.id, "-"]].concat()))
        {
            let mut run =
                Wxwire::new(&arguments).input(example(entry.id)).env("HOME", home.path().to_str().expect("UTF-8"));
            for credential in entry.gateway.credentials {
                run = run.env(&entry.gateway.variable(credential.name), SECRET);
            }
            let output = run.run();
            for text in [&output.out, &output.err] {
                // A colour in the middle hides nothing.
                let plain: String =
                    text.split("\u{1b}[").map(|part| part.split_once('m').map_or(part, |(_, rest)| rest)).collect();
                for secret in [SECRET, PASSWORD, "UHIweHktcGFzc3cwcmQ", "dXNlcjpQcjB4eS1wYXNzdzByZA"] {
                    assert!(!text.contains(secret) && !plain.contains(secret), "{arguments:?}: {text}");
                }
            }
        }
    }
    assert!(echo.all().iter().any(|one| one.contains(SECRET)), "the secret was on the wire");
    assert!(echo.all().iter().any(|one| one.contains("dXNlcjpQcjB4eS1wYXNzdzByZA")), "so was the password");
    let mut folders = vec![home.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).expect("a folder").map(|one| one.expect("an entry").path()) {
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    let bytes = String::from_utf8_lossy(&std::fs::read(&path).expect("a file")).into_owned();
                    assert!(!bytes.contains(SECRET) && !bytes.contains(PASSWORD), "{}", path.display());
                }
            }
        }
    }
}

#[test]
fn not_when_it_stands_in_the_values() {
    let values = format!("{{\n \"access_token\": \"{SECRET}\",\n \"wxid\": 1,\n \"messages\": []}}");
    for broken in [values.clone(), values.replace("1,", ","), values.replace('"', "'"), format!("{values}{values}")] {
        for command in [&["check"][..], &["check", "--json"], &["send", "--mock"], &["build"]] {
            check(&run(&[command, &["yunzhenji.send_message", "-"]].concat(), &broken));
        }
    }
    let good = r#"{"access_token": "S3cr3t-of-mine", "wxid": "1", "target_wxid": "2", "messages": [{"msg_type": "picture", "content": {"url": "u"}}]}"#;
    for command in [&["check"][..], &["build"], &["build", "--json"], &["send", "--mock", "--json"]] {
        let output = run(&[command, &["yunzhenji.send_message", "-"]].concat(), good);
        check(&output.exits(0));
    }
    // Another gateway's credential has no more business among its values, in whatever case.
    for name in ["access_token", "Access_Token"] {
        let living = format!(
            r#"{{"anchor_userid": "a", "theme": "t", "living_start": 4000000000, "living_duration": 1, "{name}": "{SECRET}" x}}"#
        );
        check(&run(&["check", "wecom.living_create", "-"], &living));
    }
    check(&run(&["check", "yunzhenji.send_message", &format!("access_token:={SECRET}")], ""));
    let body = run(
        &["build", "wecom.living_create", "-", &format!("access_token={SECRET}")],
        r#"{"anchor_userid": "a", "theme": "t", "living_start": 4000000000, "living_duration": 1}"#,
    );
    check(&body.exits(0));
}

#[test]
fn not_as_a_gateway_may_spell_it() {
    let secret = "abc/def+S3cr3t==";
    for echo in [r"abc\/def+S3cr3t==", "abc%2Fdef%2BS3cr3t%3D%3D", secret] {
        let reply = format!(r#"{{"errcode": 40014, "errmsg": "invalid {echo}"}}"#);
        let server = Server::start(move |stream, _| answer(stream, "200 OK", reply.as_bytes()));
        let values = example("wecom.living_create");
        for json in [&["--json"][..], &[]] {
            let arguments =
                [&["send", "--base-url", server.url.as_str()], json, &["wecom.living_create", "-"]].concat();
            let sent =
                Wxwire::new(&arguments).input(values.clone()).env("WXWIRE_WECOM_ACCESS_TOKEN", secret).run().exits(10);
            assert!(!sent.out.contains("S3cr3t") && !sent.err.contains("S3cr3t"), "{sent:?}");
        }
    }
}

#[test]
fn not_in_a_broken_profile() {
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = folder.path().join("profiles.toml");
    for text in
        [format!("[a.gewe]\ntoken = \"{SECRET}"), format!("[a.gewe]\ntoken = {SECRET}"), format!("a = \"{SECRET}\"")]
    {
        std::fs::write(&profiles, text).expect("a file");
        let values = example("gewe.send_msg");
        let run = Wxwire::new(&["send", "--profile", "a", "gewe.send_msg", "-"]).input(values);
        check(&run.env("WXWIRE_PROFILES", &profiles.to_string_lossy()).run().exits(2));
    }
}

#[test]
fn not_in_what_was_copied() {
    let got = format!(
        "got.post('http://h.example/api/message/sendapp', {{headers: {{'X-GEWE-TOKEN': '{SECRET}'}}, json: {{'appid': 'a', 'to_wxid': 'b', 'xml': 'c'}}}})"
    );
    let bare = format!(r#"{{"headers":{{"X-GEWE-TOKEN":"{SECRET}"}},"json":{{"appid":"a"}}}}"#);
    let har = format!(
        r#"{{"log":{{"entries":[{{"request":{{"method":"GET","url":"https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=ww1&corpsecret={SECRET}"}}}},{{"request":{{"method":"POST","url":"https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token={SECRET}","headers":[{{"name":"Cookie","value":"{SECRET}"}}]}}}}]}}}}"#
    );
    let webhook = format!("POST https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={SECRET} 200");
    let curl = format!(
        "curl -u me:{SECRET} --user-agent agent/1 -H 'Authorization: Bearer {SECRET}' http://h.example/p -d 'a=1'"
    );
    for text in [got, bare, har, webhook, curl] {
        for command in [&["import"][..], &["import", "--json"], &["explain"], &["explain", "--json"]] {
            check(&run(&[command, &["-"]].concat(), &text));
        }
    }
}

/// What is wrong is told with what stands there, and a slip in a command with the word that was typed.
#[test]
fn not_in_what_is_quoted() {
    let card = ["msgtype=textcard", "agentid:=1", "textcard[title]=t", "textcard[description]=d"];
    let url = format!("textcard[url]=wx.com/a?token={SECRET}");
    let address = format!("https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token={SECRET}");
    let set = format!("/errcode=access_token={SECRET} x");
    for manner in [&[][..], &["--json"], &["--lang", "zh"]] {
        for words in [
            &[&["check", "wecom.message_send", "touser=a"][..], &card, &[&url]].concat()[..],
            &["check", "wecom.message_send", "touser=a", &format!("msgtype=token={SECRET}")],
            &["check", "wecom.webhook_send", "msgtype=image", &format!("image[base64]=token={SECRET}")],
            &["check", &address],
            &["check", "wecom.message_send", &address],
            &["send", "--base-url", &address, "wecom.message_send", "touser=a"],
            &[&address],
            &["list", "--gateway", &address],
            &["explain", "--set", &set],
            &["explain", "--get", &format!("/access_token={SECRET}")],
        ] {
            let output = Wxwire::new(&[words, manner].concat()).input(r#"{"errcode":0,"errmsg":"ok"}"#).run();
            check(&output);
        }
    }
}

/// The account's own is known wherever it stands, and goes out as it was written.
#[test]
fn not_in_the_text_of_a_message() {
    let server = Server::start(|stream, _| answer(stream, "200 OK", br#"{"ret": 200, "msg": "ok"}"#));
    let text = format!("content=the new one is {SECRET}");
    for manner in [&["-v"][..], &["--json"], &["-v", "--json"], &["--dry-run"]] {
        let to = ["send", "--base-url", &server.url, "gewe.message_post_text", "appId=wx_a", "toWxid=a", &text];
        check(&run(&[&to[..], manner].concat(), ""));
    }
    assert!(server.last().contains(&format!("is {SECRET}")), "{}", server.last());
}

#[test]
fn not_in_an_address_that_is_none() {
    let values = example("gewe.send_msg");
    let url = format!("http://h.example?access_token={SECRET}");
    for command in [&["send"][..], &["send", "--json"], &["build"], &["build", "--as", "curl"]] {
        let run = run(&[command, &["--base-url", &url, "gewe.send_msg", "-"]].concat(), &values).exits(2);
        check(&run);
        assert!([&run.out, &run.err].iter().any(|text| text.contains("h.example?•••")), "{run:?}");
    }
}

#[test]
fn not_with_a_blank_before_it() {
    let echo = Server::start(|stream, request| {
        // A server reads a header without the blanks around it.
        let token = request.split_whitespace().find(|word| word.contains(SECRET)).unwrap_or_default();
        answer(stream, "200 OK", format!(r#"{{"ret": 1, "msg": "wrong[{token}]"}}"#).as_bytes());
    });
    let values = example("gewe.send_msg");
    let send = Wxwire::new(&["send", "--json", "--base-url", &echo.url, "gewe.send_msg", "-"]).input(values);
    check(&send.env("WXWIRE_GEWE_TOKEN", &format!(" {SECRET}")).run());
    assert!(echo.last().contains(SECRET), "the secret was on the wire");
}

#[test]
fn and_only_secrets() {
    let values = example("xbot.send_live");
    let output = run(&["check", "xbot.send_live", "-"], &values.replacen(r#""desc""#, r#"desc""#, 1)).exits(30);
    assert!(!output.out.contains("**"), "{}", output.out);
    let explained = run(&["explain", "-"], &values).exits(0).out;
    assert!(explained.contains("token") && !explained.contains("•••"), "{explained}");
    let form =
        "curl 'https://qyapi.weixin.qq.com/cgi-bin/living/create?access_token=S3cr3t-of-mine' -d 'theme=a' -d 'type=3'";
    let output = run(&["import", "-"], form).exits(0);
    assert!(output.err.contains("'theme=a'"), "{}", output.err);
    check(&output);
    let list = r#"{"a": [1], "errmsg": "invalid access_token", "invaliduser":[] "#;
    let output = run(&["check", "wecom.living_create", "-"], list).exits(30);
    assert!(output.out.contains(r#""invalid access_token", "invaliduser":[]"#), "{}", output.out);
}
