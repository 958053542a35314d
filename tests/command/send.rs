//! What happened, and the exit status that says so.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use wxwire::operation::{Answers, Entry};
use wxwire_tests::{Server, Wxwire, answer, example};

/// Sends an example to the mock with a fault.
fn check_fault(id: &str, fault: &str, level: &str, exit: i32) {
    let run =
        Wxwire::new(&["send", "--mock", "--fault", fault, "--json", id, "-"]).input(example(id)).run().exits(exit);
    assert_eq!(run.json()["verdict"]["level"], level, "{id} {fault}: {}", run.out);
}

#[test]
fn every_operation_reaches_its_mock() {
    for entry in wxwire_tests::calls() {
        let run = Wxwire::new(&["send", "--mock", entry.id, "-"]).input(example(entry.id)).run().exits(0);
        assert!(["accepted", "queued", "delivered"].iter().any(|level| run.out.contains(level)), "{}", run.out);
    }
}

#[test]
fn every_fault_has_its_level() {
    // A file says nothing of itself, and where no reply is known the status alone decides.
    let says = |entry: &&Entry| entry.answers == Answers::Json && entry.reply_rule.is_none();
    for entry in wxwire_tests::sorts().into_iter().filter(says) {
        check_fault(entry.id, "reset", "unknown", 41);
        check_fault(entry.id, "500", "unknown", 41);
        check_fault(entry.id, "html", "unknown", 41);
        check_fault(entry.id, "truncated", "unknown", 41);
        check_fault(entry.id, "429=7", "refused", 50);
    }
    check_fault("xbot.send_live", "inner_failure", "refused", 42);
    check_fault("gewe.send_app", "inner_failure", "refused", 42);
    check_fault("gewe.send_msg", "fewer_results", "refused", 42);
    check_fault("yunzhenji.send_message", "inner_failure", "refused", 42);
    check_fault("yunzhenji.send_message", "fewer_results", "refused", 42);
    check_fault("yunzhenji.send_message", "delay=20ms", "queued", 0);
    // No task inside a success: taken in, and nothing promised.
    check_fault("youmi.send_public_message", "inner_failure", "accepted", 0);
    check_fault("wecom.living_create", "inner_failure", "accepted", 0);
}

/// Sends an example to a server that answers with this, in a terminal's words or as JSON.
fn answered(id: &str, head: &'static str, reply: &str, more: &[&str]) -> Wxwire {
    let reply = reply.to_owned();
    let server = Server::start(move |stream, _| answer(stream, head, reply.as_bytes()));
    let arguments: Vec<_> = ["send", "--base-url", &server.url].iter().chain(more).copied().chain([id, "-"]).collect();
    let credentials = wxwire::catalog::find(id).expect("in the catalog").gateway;
    let run = Wxwire::new(&arguments).input(example(id));
    credentials.credentials.iter().fold(run, |run, one| run.env(&credentials.variable(one.name), "s3cret-s3cret"))
}

#[test]
fn every_gateway_says_no_in_its_own_way() {
    let table = [
        ("wecom.living_create", r#"{"errcode":45009,"errmsg":"api freq out of limit"}"#, 50),
        ("wecom.living_create", r#"{"errcode":42001,"errmsg":"access_token expired"}"#, 10),
        ("wecom.living_create", r#"{"errcode":92000,"errmsg":"x"}"#, 42),
        ("wecom.living_create", r#"{"errcode":"0","errmsg":"ok","livingid":"lv"}"#, 41),
        ("wecom.living_create", r#"{"errcode":0,"errmsg":"ok","livingid":"lv"}"#, 0),
        ("yunzhenji.send_message", r#"{"errcode":407,"message":"x"}"#, 50),
        ("yunzhenji.send_message", r#"{"errcode":113,"message":"x"}"#, 10),
        ("yunzhenji.send_message", r#"{"errcode":1001,"message":"x"}"#, 42),
        ("yunzhenji.send_message", r#"{"errcode":0,"data":{"0":{"idx":0}}}"#, 41),
        ("yunzhenji.send_message", r#"{"errcode":0,"data":[]}"#, 42),
        ("youmi.send_public_message", r#"{"errmsg":200005,"succeed":false,"errdesc":"x"}"#, 10),
        ("youmi.send_public_message", r#"{"errmsg":200009,"succeed":true,"values":{"taskId":"t"}}"#, 42),
        ("youmi.send_public_message", r#"{"errmsg":0,"succeed":null,"values":{"taskId":"t"}}"#, 41),
        ("gewe.send_app", r#"{"ret":-1,"msg_err":"失败"}"#, 42),
        ("gewe.send_app", r#"{"ret":0,"data":{"BaseResponse":{"ret":-2},"List":[]}}"#, 42),
        ("gewe.send_app", r#"{"ret":0,"msg":"success"}"#, 41),
        ("xbot.send_live", r#"{"data":{"is_svr_fail":true},"type":"WW_SEND_LIVE_MSG"}"#, 42),
        ("xbot.send_live", r#"{"code":500,"msg":"timeout"}"#, 41),
        ("xbot.send_live", "{}", 0),
    ];
    for (id, reply, exit) in table {
        let run = answered(id, "200 OK", reply, &["--json"]).run().exits(exit);
        let level = run.json()["verdict"]["level"].as_str().expect("a level").to_owned();
        let expected = match exit {
            0 => "accepted",
            41 => "unknown",
            _ => "refused",
        };
        assert_eq!(level, expected, "{id} {reply}");
    }
}

#[test]
fn a_limit_says_how_long_to_wait() {
    let head = "429 Too Many Requests\r\nRetry-After: 120";
    let run = answered("gewe.send_app", head, "", &[]).run().exits(50);
    assert!(run.out.contains("429, Retry-After 120"), "{}", run.out);
    let verdict = answered("gewe.send_app", head, "", &["--json"]).run().exits(50).json()["verdict"].take();
    assert_eq!(verdict["retry_after"], 120);
    let head = "503 Service Unavailable\r\nRetry-After: 120";
    let run = answered("gewe.send_app", head, "", &["--lang", "zh"]).run().exits(41);
    assert!(run.out.contains("503, Retry-After 120 服务器出错，请求可能已生效"), "{}", run.out);
    // A secret that comes back in the header is not shown either.
    let head = "429 Too Many Requests\r\nRetry-After: s3cret-s3cret";
    let run = answered("gewe.send_app", head, r#"{"ret":"s3cret-s3cret"}"#, &[]).run().exits(50);
    assert!(run.out.contains("Retry-After •••") && !run.out.contains("s3cret"), "{}", run.out);
}

#[test]
fn in_part_is_not_the_whole() {
    let three = r#"{"appid": "a", "to_wxid_list": [{"content": "1", "msg_type": 1, "to_wxid": "x"},
        {"content": "2", "msg_type": 1, "to_wxid": "y"}, {"content": "3", "msg_type": 1, "to_wxid": "z"}]}"#;
    for (lang, warning) in [("zh", "不要整体重发"), ("en", "do not send the whole again")] {
        let arguments = ["send", "--lang", lang, "--mock", "--fault", "fewer_results", "gewe.send_msg", "-"];
        let run = Wxwire::new(&arguments).input(three).run().exits(43);
        assert!(run.out.contains(warning) && run.out.matches("/NewMsgId").count() == 2, "{}", run.out);
    }
}

#[test]
fn a_callback_settles_what_was_queued() {
    let callback = r#"[{"type": "chatMsgSendFail", "rel_wxid": "168", "data": [{"api_send_svrid": "1,7,a"}]}]"#;
    let verdict = Wxwire::new(&["explain", "--json", "-"]).input(callback).run().exits(0).json()["verdict"].take();
    assert_eq!((&verdict["level"], &verdict["ids"][0]["value"]), (&"failed".into(), &"1,7,a".into()));
    let run = Wxwire::new(&["explain", "--lang", "zh", "-"]).input(callback).run().exits(0);
    assert!(run.out.contains("● 发送失败 (failed)"), "{}", run.out);
}

/// Sends to a server of our own.
fn send(url: &str, more: &[&str]) -> Wxwire {
    let arguments: Vec<_> = ["send", "--json", "--base-url", url].iter().chain(more).copied().collect();
    let arguments: Vec<_> = arguments.into_iter().chain(["gewe.send_msg", "-"]).collect();
    Wxwire::new(&arguments).input(example("gewe.send_msg")).env("WXWIRE_GEWE_TOKEN", "tok")
}

#[test]
fn nobody_listens() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let run = send(&url, &[]).run().exits(40);
    assert_eq!(run.json()["verdict"]["reasons"][0]["code"], "connect");
    let run = send("http://nobody.invalid", &[]).run().exits(40);
    assert_eq!(run.json()["verdict"]["reasons"][0]["code"], "dns");
}

#[test]
fn no_secure_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("https://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        listener.incoming().flatten().for_each(|mut stream| {
            // What is not read would reset the connection before the answer arrives.
            let _ = std::io::Read::read(&mut stream, &mut [0; 4096]);
            answer(stream, "400 Bad Request", b"");
        })
    });
    let run = send(&url, &[]).run().exits(40);
    assert_eq!(run.json()["verdict"]["reasons"][0]["code"], "tls", "{}", run.out);
}

#[test]
fn silence_is_unknown_and_nothing_is_sent_twice() {
    let server = Server::start(|stream, _| {
        std::thread::sleep(Duration::from_secs(2));
        drop(stream);
    });
    let start = Instant::now();
    let run = send(&server.url, &["--timeout", "0.4"]).run().exits(41);
    assert_eq!(run.json()["verdict"]["reasons"][0]["code"], "timeout");
    assert!(start.elapsed() < Duration::from_secs(2));
    assert_eq!(server.count(), 1);

    let server = Server::start(|stream, _| drop(stream));
    send(&server.url, &[]).run().exits(41);
    std::thread::sleep(Duration::from_millis(100));
    assert_eq!(server.count(), 1);
}

/// What is no answer of HTTP's, or breaks off in the middle, is said in words of both languages.
#[test]
fn what_is_no_answer_is_named() {
    for (reply, zh, en) in [
        ("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"ret\":", "回复没有传完", "within the answer"),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"r", "回复没有传完", "within the answer"),
        ("SSH-2.0-OpenSSH_9\r\n", "对方说的不是 HTTP", "does not speak HTTP"),
    ] {
        let server = Server::start(move |mut stream, _| drop(std::io::Write::write_all(&mut stream, reply.as_bytes())));
        for (lang, words) in [("zh", zh), ("en", en)] {
            let run = send(&server.url, &["--lang", lang]).run().exits(41);
            let message = run.json()["verdict"]["reasons"][0]["message"].to_string();
            assert!(message.contains(words), "{reply} {message}");
        }
    }
}

#[test]
fn a_redirect_is_not_followed() {
    let other = Server::start(|stream, _| answer(stream, "200 OK", br#"{"ret":0,"msg":"success"}"#));
    let head = format!("301 Moved Permanently\r\nLocation: {}/x", other.url);
    let server = Server::start(move |stream, _| answer(stream, &head, b"<html>"));
    send(&server.url, &[]).run().exits(41);
    assert_eq!((server.count(), other.count()), (1, 0));
}

#[test]
fn the_wire_is_the_values_to_the_byte() {
    let server = Server::start(|stream, _| answer(stream, "200 OK", br#"{"ret":-1,"msg_err":"x"}"#));
    let run = send(&server.url, &[]).run().exits(42);
    let (head, body) = server
        .last()
        .split_once("\r\n\r\n")
        .map(|(head, body)| (head.to_lowercase(), body.to_owned()))
        .expect("a request");
    assert_eq!(body, example("gewe.send_msg"));
    assert!(head.starts_with("post /api/message/sendmsg http/1.1\r\n"), "{head}");
    assert!(head.contains("x-gewe-token: tok"), "{head}");
    assert_eq!(run.json()["verdict"]["message"], "x");
}

#[test]
fn an_answer_that_is_no_json_is_kept_up_to_4_kb() {
    let page = "<p>网关".repeat(2000);
    let body = page.clone();
    let server = Server::start(move |stream, _| answer(stream, "200 OK", body.as_bytes()));
    let run = send(&server.url, &[]).run().exits(41).json();
    let kept = run["reply"].as_str().expect("text").to_owned();
    assert!(page.starts_with(&kept) && kept.len() > 4080 && kept.len() <= 4096, "{}", kept.len());
}

#[test]
fn an_endless_answer_ends() {
    use std::io::Write;
    let server = Server::start(|mut stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(&[b' '; 65536]).is_ok() {}
    });
    send(&server.url, &["--timeout", "20"]).run().exits(41);
}

#[test]
fn a_dry_run_sends_nothing_and_says_what_it_does_not_prove() {
    let server = Server::start(|stream, _| answer(stream, "200 OK", b"{}"));
    let arguments = ["send", "--dry-run", "--base-url", server.url.as_str(), "gewe.send_msg", "-"];
    let run = Wxwire::new(&arguments).input(example("gewe.send_msg")).run().exits(0);
    assert!(run.out.contains("X-GEWE-TOKEN: •••") && run.err.contains("does not prove"), "{run:?}");
    assert_eq!(server.count(), 0);
}

#[test]
fn what_is_missing_is_named_before_anything_is_sent() {
    let server = Server::start(|stream, _| answer(stream, "200 OK", b"{}"));
    let arguments = ["send", "--base-url", server.url.as_str(), "gewe.send_msg", "-"];
    let run = Wxwire::new(&arguments).input(example("gewe.send_msg")).run().exits(10);
    assert!(run.err.contains("WXWIRE_GEWE_TOKEN"), "{}", run.err);
    let run = Wxwire::new(&arguments).input("{}").run().exits(30);
    assert!(run.out.contains("Nothing was sent"), "{}", run.out);
    let run = Wxwire::new(&["send", "gewe.send_msg", "-"]).input(example("gewe.send_msg")).run().exits(2);
    assert!(run.err.contains("WXWIRE_GEWE_BASE_URL"), "{}", run.err);
    assert_eq!(server.count(), 0);
}

#[test]
fn a_named_profile_counts_alone() {
    let server =
        Server::start(|stream, _| answer(stream, "200 OK", br#"{"ret":0,"data":{"List":[{"Ret":0,"NewMsgId":1}]}}"#));
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = folder.path().join("profiles.toml");
    let text = format!(
        "[shop.gewe]\ntoken = \"shop-token\"\nbase_url = \"{}\"\n[bare.gewe]\nbase_url = \"{0}\"\n",
        server.url
    );
    std::fs::write(&profiles, text).expect("a file");
    let own = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(&profiles, own).expect("permissions");
    let send = |profile: &str| {
        let run = Wxwire::new(&["send", "--profile", profile, "gewe.send_msg", "-"]).input(example("gewe.send_msg"));
        run.env("WXWIRE_PROFILES", &profiles.to_string_lossy()).env("WXWIRE_GEWE_TOKEN", "another").run()
    };
    assert_eq!(send("shop").exits(0).err, "");
    assert!(server.last().to_lowercase().contains("x-gewe-token: shop-token"), "{}", server.last());
    let bare = send("bare").exits(10);
    assert!(!bare.err.contains("another"), "{bare:?}");
    assert_eq!(send("nobody").exits(10).out, "");
}

#[test]
fn what_the_gateway_says_cannot_pass_for_our_own_line() {
    let forged = r#"{"ret": 1, "msg_err": "x\n\u25cf delivered (delivered)\u001b[2J\u202e"}"#;
    let server = Server::start(move |stream, _| answer(stream, "200 OK", forged.as_bytes()));
    let arguments = ["send", "--base-url", server.url.as_str(), "gewe.send_msg", "-"];
    let run = Wxwire::new(&arguments).input(example("gewe.send_msg")).env("WXWIRE_GEWE_TOKEN", "tok").run().exits(42);
    assert!(!run.out.lines().any(|line| line.starts_with("● delivered")), "{}", run.out);
    assert!(!run.out.contains(['\u{1b}', '\u{202e}']), "{}", run.out);
}

#[test]
fn a_fault_wants_a_mock() {
    let run = Wxwire::new(&["send", "--fault", "reset", "--base-url", "http://127.0.0.1:1", "gewe.send_msg", "-"]);
    run.input(example("gewe.send_msg")).run().exits(2);
}

#[test]
fn a_slip_in_a_profile_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = folder.path().join("profiles.toml");
    for (text, named) in
        [("[default.gewe]\ntokn = \"s3cret-s3cret\"", "tokn"), ("[default.geww]\ntoken = \"x\"", "geww")]
    {
        std::fs::write(&profiles, text).expect("a file");
        let run = Wxwire::new(&["send", "--dry-run", "gewe.send_msg", "-"]).input(example("gewe.send_msg"));
        let run = run.env("WXWIRE_PROFILES", &profiles.to_string_lossy()).run().exits(2);
        assert!(run.err.contains(named) && !run.err.contains("s3cret"), "{}", run.err);
    }
}

#[test]
fn a_level_is_said_once() {
    let values = wxwire::catalog::find("gewe.send_app").expect("in the catalog").examples()[0].values.clone();
    for (lang, level) in [("en", "● accepted  the gateway"), ("zh", "● 已接收 (accepted)  网关")] {
        let run = Wxwire::new(&["send", "--mock", "gewe.send_app", "-", "--lang", lang]).input(values.clone()).run();
        assert!(run.exits(0).out.starts_with(level), "{lang}");
    }
}

#[test]
fn a_fault_that_an_operation_cannot_have_is_told_before() {
    for entry in wxwire_tests::sorts() {
        for fault in ["inner_failure", "fewer_results@1"] {
            let values = entry.examples()[0].values.clone();
            let run = Wxwire::new(&["send", "--mock", "--fault", fault, entry.id, "-"]).input(values).run();
            let known = run.exit != 2;
            assert!(known || run.err.contains(fault) && run.out.is_empty(), "{run:?}");
            assert_ne!(run.exit, 41, "{}: {run:?}", entry.id);
        }
    }
    let refused = Wxwire::new(&["send", "--mock", "--fault", "fewer_results", "youmi.send_public_message", "-"]);
    refused.input("{}").run().exits(2);
}

#[test]
fn a_contradiction_is_not_known() {
    let yes = r#"{"errcode":0,"errmsg":"ok","livingid":"L"}"#;
    for status in ["401 Unauthorized", "403 Forbidden", "404 Not Found", "429 Too Many Requests"] {
        let run = answered("wecom.living_create", status, yes, &["--lang", "en"]).run().exits(41);
        assert!(run.out.contains(&status[..3]) && run.out.contains("the body says yes"), "{}", run.out);
    }
    // What HTTP says was not processed was not; what it leaves open is open.
    answered("wecom.living_create", "404 Not Found", "", &[]).run().exits(42);
    answered("wecom.living_create", "499 Nobody", "", &[]).run().exits(41);
    let marked = answered("wecom.living_create", "200 OK", &format!("\u{feff}{yes}"), &["--json"]).run().exits(0);
    assert_eq!(marked.json()["reply"]["livingid"], "L");
}

#[test]
fn of_a_long_answer_a_person_sees_the_beginning() {
    let page = format!("<html>{}", "好".repeat(100_000));
    for (lang, words) in [("en", "the answer has 300006 bytes, these are the first 4095"), ("zh", "回复共 300006 字节")]
    {
        let run = answered("wecom.living_create", "200 OK", &page, &["--lang", lang]).run().exits(41);
        assert!(run.out.len() < 6000 && run.out.contains(words) && !run.out.contains("--json"), "{}", run.out);
    }
    let json = format!(r#"{{"x":"{}"}}"#, "y".repeat(100_000));
    let run = answered("wecom.living_create", "200 OK", &json, &["--lang", "en"]).run().exits(41);
    assert!(run.out.len() < 6000 && run.out.contains("--json has all of it"), "{}", run.out);
    let whole = answered("wecom.living_create", "200 OK", &json, &["--json"]).run().exits(41).json();
    assert_eq!(whole["reply"]["x"].as_str().map(str::len), Some(100_000));
}

#[test]
fn a_plain_address_wants_no_certificates_and_a_secure_one_says_so() {
    let none = |run: Wxwire| run.env("SSL_CERT_DIR", "/nonexistent").env("SSL_CERT_FILE", "/nonexistent/none.pem");
    let server = Server::start(|stream, _| answer(stream, "200 OK", br#"{"ret":-1,"msg_err":"x"}"#));
    none(send(&server.url, &[])).run().exits(42);
    for (lang, words) in [("en", "no root certificates"), ("zh", "没有根证书")] {
        let run = none(send("https://127.0.0.1:1", &["--lang", lang])).run().exits(40);
        let reason = run.json()["verdict"]["reasons"][0].take();
        assert_eq!(reason["code"], "no_certificates", "{reason}");
        assert!(reason["message"].as_str().expect("words").contains(words), "{reason}");
    }
}
