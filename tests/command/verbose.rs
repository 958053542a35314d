//! What `-v` shows of an exchange: what was on the wire, without its secrets, and nothing on standard output.

use wxwire_tests::{Server, Wxwire, answer, example};

const SECRET: &str = "S3cr3t-of-mine";

/// Lines behind a mark, without it.
fn lines(err: &str, mark: char) -> Vec<String> {
    let lines = err.lines().filter(|line| line.starts_with(mark));
    lines.map(|line| line.trim_start_matches(mark).trim_start_matches(' ').to_owned()).collect()
}

/// The head of a message in lower case, its lines in an order of their own behind the first.
fn head(lines: &[String]) -> Vec<String> {
    let mut head: Vec<_> = lines.iter().take_while(|line| !line.is_empty()).map(|line| line.to_lowercase()).collect();
    head[1..].sort();
    head
}

#[test]
fn it_is_what_was_on_the_wire() {
    let head_of_answer = "200 OK\r\nX-Trace: abc\r\nSet-Cookie: sid=S3cr3t-of-theirs";
    let server = Server::start(move |stream, _| answer(stream, head_of_answer, br#"{"ret":1,"errcode":1}"#));
    let base = server.url.clone();
    for entry in wxwire_tests::sorts() {
        let send = |more: &[&str]| {
            let arguments = [&["send", "--base-url", &*base], more, &[entry.id, "-"]].concat();
            let mut run = Wxwire::new(&arguments).input(example(entry.id));
            for credential in entry.credentials {
                let value = if credential.secret { SECRET } else { "no-secret" };
                run = run.env(&entry.gateway.variable(credential.name), value);
            }
            run.run()
        };
        let quiet = send(&["--json"]);
        let shown = send(&["--json", "-v"]);
        assert_eq!(shown.exit, quiet.exit, "{}", entry.id);
        let verdict = |run: &wxwire_tests::Output| run.json()["verdict"].to_string();
        assert_eq!(verdict(&shown), verdict(&quiet), "{}", entry.id);
        assert!(!shown.err.contains(SECRET) && !shown.err.contains("S3cr3t-of-theirs"), "{}", shown.err);
        assert!(!quiet.err.contains("HTTP/1.1"), "{}", quiet.err);

        let wire = server.last().replace(SECRET, "•••").replace("\r\n", "\n");
        let wire: Vec<_> = wire.lines().map(str::to_owned).collect();
        let (sent, came) = (lines(&shown.err, '>'), lines(&shown.err, '<'));
        // The boundary between the parts of a body is drawn anew for each.
        let plain = |head: Vec<String>| {
            let is_meant = |line: &String| !line.contains("boundary=") && !line.starts_with("content-length");
            head.into_iter().filter(is_meant).collect::<Vec<_>>()
        };
        assert_eq!(plain(head(&sent)), plain(head(&wire)), "{}", entry.id);
        assert_eq!(came.first().map(String::as_str), Some("HTTP/1.1 200 OK"), "{}", shown.err);
        assert!(came.iter().any(|line| line == "x-trace: abc"), "{came:?}");
        assert_eq!(came.last().map(String::as_str), Some(r#"{"ret":1,"errcode":1}"#), "{came:?}");
        assert!(lines(&shown.err, '*').iter().filter(|line| line.ends_with(" ms")).count() == 2, "{}", shown.err);
    }
}

#[test]
fn a_proxy_is_told_the_whole_address_and_that_is_shown() {
    let proxy = Server::start(|stream, _| answer(stream, "200 OK", br#"{"ret":1}"#));
    let with_user = proxy.url.replace("http://", "http://me:S3cr3t-of-mine@");
    let run =
        Wxwire::new(&["send", "-v", "--proxy", &with_user, "--base-url", "http://h.invalid/x", "gewe.send_msg", "-"]);
    let run = run.input(example("gewe.send_msg")).env("WXWIRE_GEWE_TOKEN", "tok-tok-tok").run().exits(42);
    let wire = proxy.last();
    let wire: Vec<_> = wire.lines().map(|line| line.replace("tok-tok-tok", "•••")).collect();
    let basic = |line: String| {
        if line.starts_with("proxy-authorization") { "proxy-authorization: basic •••".into() } else { line }
    };
    let wire: Vec<_> = head(&wire).into_iter().map(basic).collect();
    assert_eq!(head(&lines(&run.err, '>')), wire, "{}", run.err);
    assert!(run.err.contains("http://•••@127.0.0.1") && !run.err.contains(SECRET), "{}", run.err);
}

#[test]
fn the_call_for_a_token_is_shown_and_the_token_is_not() {
    let token = "t0ken-that-was-fetched";
    let server = Server::start(move |stream, request| {
        let fetched = format!(r#"{{"errcode":0,"errmsg":"ok","access_token":"{token}","expires_in":7200}}"#);
        let body = if request.starts_with("GET ") { fetched } else { r#"{"errcode":0,"msgid":"m"}"#.to_owned() };
        answer(stream, "200 OK", body.as_bytes());
    });
    let home = tempfile::tempdir().expect("a folder");
    let run = Wxwire::new(&["send", "-v", "--base-url", &server.url, "wecom.message_send", "-"]);
    let run = run.input(example("wecom.message_send")).env("HOME", home.path().to_str().expect("UTF-8"));
    let run = run.env("WXWIRE_WECOM_CORPID", "ww1").env("WXWIRE_WECOM_CORPSECRET", SECRET).run().exits(0);
    assert!(server.all().iter().any(|request| request.contains(token)), "it was sent with it");
    assert_eq!(run.err.matches("* wecom.").count(), 2, "{}", run.err);
    for secret in [token, SECRET] {
        assert!(!run.err.contains(secret) && !run.out.contains(secret), "{run:?}");
    }
}

#[test]
fn what_never_left_is_shown_with_why() {
    for (lang, words) in [("en", "connection refused"), ("zh", "连接被拒绝")] {
        let run =
            Wxwire::new(&["send", "-v", "--lang", lang, "--base-url", "http://127.0.0.1:1", "gewe.send_msg", "-"]);
        let run = run.input(example("gewe.send_msg")).env("WXWIRE_GEWE_TOKEN", "tok-tok-tok").run().exits(40);
        let last = lines(&run.err, '*').pop().expect("a remark");
        assert!(last.contains(words) && lines(&run.err, '<').is_empty(), "{}", run.err);
    }
}

#[test]
fn what_a_login_goes_by_is_not_shown() {
    let (ticket, token) = ("t1cket/of-a-login", "b0t-token-of-a-login");
    let server = Server::start(move |stream, request| {
        let body = match request.contains("/get_bot_qrcode") {
            true => format!(r#"{{"qrcode":"{ticket}","qrcode_img_content":"https://example.com/q"}}"#),
            false => format!(r#"{{"status":"confirmed","bot_token":"{token}","ilink_bot_id":"b@im.bot"}}"#),
        };
        answer(stream, "200 OK", body.as_bytes());
    });
    let home = tempfile::tempdir().expect("a folder");
    for manner in [&["-v"][..], &["-v", "--json"], &["-v", "--color", "always"]] {
        let run = Wxwire::new(&[&["login"], manner, &["--base-url", &server.url, "ilink"]].concat());
        let run = run.env("HOME", home.path().to_str().expect("UTF-8")).run().exits(0);
        assert!(run.err.contains("qrcode=•••") && run.err.matches("HTTP/1.1 200 OK").count() == 2, "{}", run.err);
        for secret in [ticket, "t1cket%2Fof-a-login", token] {
            assert!(!run.err.contains(secret) && !run.out.contains(secret), "{secret}: {run:?}");
        }
    }
    let asked = server.last();
    assert!(asked.contains("t1cket"), "it was asked by its ticket: {asked}");
}
