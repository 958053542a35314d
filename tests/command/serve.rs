//! The server behind the page: what it answers, and whom.

use wxwire_tests::Served;

/// A server of a folder with one file.
fn served() -> (Served, tempfile::TempDir) {
    let page = tempfile::tempdir().expect("a folder");
    std::fs::write(page.path().join("index.html"), "the page").expect("a file");
    (Served::start(page.path(), &[]), page)
}

fn post(headers: &str, body: &str) -> String {
    format!("POST /api/send HTTP/1.1\nConnection: close\nContent-Length: {}\n{headers}\n\n{body}", body.len())
}

#[test]
fn sends_for_its_own_page_only() {
    let (served, _page) = served();
    let values = wxwire::catalog::find("gewe.send_msg").expect("in the catalog").examples()[0].values.clone();
    let body = format!(r#"{{"operation": "gewe.send_msg", "values": {values}, "lang": "en"}}"#).replace('\n', "");
    let own = "Host: HOST\nOrigin: http://HOST\nX-Wxwire: TOKEN\nContent-Type: application/json";
    let (status, answer) = served.ask(&post(own, &body));
    assert!(status.contains("200") && answer.contains("\"level\":\"accepted\""), "{status} {answer}");
    for strange in [
        "Host: HOST\nOrigin: http://HOST",
        "Host: HOST\nOrigin: http://HOST\nX-Wxwire: 1",
        "Host: HOST\nOrigin: http://HOST\nX-Wxwire: TOKEN0",
        "Host: HOST\nOrigin: http://HOST\nX-Wxwire: TOKEN\nX-Wxwire: TOKEN",
        "Host: HOST\nOrigin: http://evil.example\nX-Wxwire: TOKEN",
        "Host: HOST\nOrigin: null\nX-Wxwire: TOKEN",
        "Host: evil.example\nX-Wxwire: TOKEN",
        "Host: evil.example:80\nOrigin: http://evil.example:80\nX-Wxwire: TOKEN",
    ] {
        let (status, _) = served.ask(&post(strange, &body));
        assert!(status.contains("403"), "{strange}: {status}");
    }
    for wrong in ["", "{}", "[", r#"{"operation": "x.y", "values": {}}"#, r#"{"operation": "gewe.send_msg"}"#] {
        let (status, answer) = served.ask(&post(own, wrong));
        assert!(status.contains("400") && answer.contains("error"), "{wrong}: {status} {answer}");
    }
}

#[test]
fn serves_the_page_and_nothing_above_it() {
    let (served, _page) = served();
    let get = |path: &str| served.ask(&format!("GET {path} HTTP/1.1\nHost: HOST\nConnection: close\n\n"));
    assert_eq!(get("/").1, "the page");
    let (_, state) = served.ask("GET /api/state HTTP/1.1\nHost: HOST\nX-Wxwire: TOKEN\nConnection: close\n\n");
    assert!(state.contains("\"mock\":true") && !state.contains("mock-token"), "{state}");
    for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/./../x", "/nothing"] {
        assert!(get(path).0.contains("404"), "{path}");
    }
}

#[test]
fn files_are_only_read_and_none_that_are_hidden() {
    let (served, page) = served();
    std::fs::create_dir(page.path().join(".git")).expect("a folder");
    for file in [".hidden", ".git/config"] {
        std::fs::write(page.path().join(file), "not the page's").expect("a file");
    }
    let ask = |method: &str, path: &str| {
        served.raw(&format!("{method} {path} HTTP/1.1\nHost: HOST\nContent-Length: 0\nConnection: close\n\n"))
    };
    for path in ["/.hidden", "/.git/config", "/%2ehidden", "/index.html/.hidden"] {
        assert!(ask("GET", path).0.starts_with("http/1.1 404"), "{path}");
    }
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"] {
        let (head, body) = ask(method, "/");
        assert!(head.starts_with("http/1.1 405") && head.contains("allow: get, head"), "{method}: {head}");
        assert!(body.is_empty(), "{method}");
    }
    let (head, body) = ask("HEAD", "/");
    assert!(head.starts_with("http/1.1 200") && body.is_empty(), "{head}");
}

#[test]
fn the_token_of_each_start_guards_what_the_page_asks() {
    let ((one, _first), (other, _second)) = (served(), served());
    assert!(one.token().len() >= 32 && one.token() != other.token(), "{} {}", one.token(), other.token());
    let ask = |header: &str| one.raw(&format!("GET /api/state HTTP/1.1\nHost: HOST\n{header}Connection: close\n\n"));
    for wrong in [String::new(), "X-Wxwire: 1\n".into(), format!("X-Wxwire: {}\n", other.token())] {
        let (head, body) = ask(&wrong);
        let body = String::from_utf8_lossy(&body);
        assert!(head.starts_with("http/1.1 403") && body.contains(r#""code":"token""#), "{wrong}: {head} {body}");
        assert!(head.contains("cache-control: no-store"), "{head}");
    }
    let (head, body) = ask("X-Wxwire: TOKEN\n");
    assert!(head.starts_with("http/1.1 200") && head.contains("cache-control: no-store"), "{head}");
    assert!(!String::from_utf8_lossy(&body).contains(one.token()));
}

#[test]
fn every_answer_says_what_the_page_may_load_and_ask() {
    let (served, _page) = served();
    for path in ["/", "/nothing", "/api/state"] {
        let (head, _) = served.raw(&format!("GET {path} HTTP/1.1\nHost: HOST\nConnection: close\n\n"));
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "referrer-policy: no-referrer",
            "x-content-type-options: nosniff",
        ] {
            assert!(head.contains(part), "{path}: {part}: {head}");
        }
    }
}

#[test]
fn a_file_is_sent_once_and_gzipped_where_that_is_taken() {
    let (served, page) = served();
    std::fs::write(page.path().join("a.js"), "plain").expect("a file");
    std::fs::write(page.path().join("a.js.gz"), "gzipped").expect("a file");
    let get = |headers: &str| {
        let (head, body) = served.raw(&format!("GET /a.js HTTP/1.1\nHost: HOST\n{headers}Connection: close\n\n"));
        (head, String::from_utf8(body).expect("text"))
    };
    for taken in ["gzip", "br, GZIP;q=0.5", "*", "deflate;q=1, gzip"] {
        let (head, body) = get(&format!("Accept-Encoding: {taken}\n"));
        assert!(head.contains("content-encoding: gzip") && head.contains("vary: accept-encoding"), "{taken}: {head}");
        assert!(head.contains("content-type: text/javascript") && body == "gzipped", "{taken}: {head}");
    }
    for not in ["", "Accept-Encoding: br\n", "Accept-Encoding: gzip;q=0\n", "Accept-Encoding: gzip;q=0, *\n"] {
        let (head, body) = get(not);
        assert!(!head.contains("content-encoding") && head.contains("vary: accept-encoding"), "{not}: {head}");
        assert_eq!(body, "plain", "{not}");
    }
    let tag = |head: &str| head.lines().find_map(|line| line.strip_prefix("etag: ")).expect("a tag").to_owned();
    let (plain, zipped) = (tag(&get("").0), tag(&get("Accept-Encoding: gzip\n").0));
    assert!(plain.starts_with('"') && plain != zipped, "{plain} {zipped}");
    for known in [plain.clone(), format!("\"x\", {plain}"), format!("W/{plain}"), "*".to_owned()] {
        let (head, body) = get(&format!("If-None-Match: {known}\n"));
        assert!(head.starts_with("http/1.1 304") && tag(&head) == plain && body.is_empty(), "{known}: {head}");
    }
    assert!(get(&format!("If-None-Match: {zipped}\n")).0.starts_with("http/1.1 200"));
    // What was changed after it was gzipped is sent as it is now.
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(10);
    let file = std::fs::File::options().write(true).open(page.path().join("a.js")).expect("a file");
    file.set_modified(later).expect("a time");
    assert_eq!(get("Accept-Encoding: gzip\n").1, "plain");
}

#[test]
fn calls_that_the_page_was_not_built_with_are_made() {
    let (served, page) = served();
    let get = |path: &str| served.ask(&format!("GET {path} HTTP/1.1\nHost: HOST\nConnection: close\n\n"));
    for (path, holds) in [("calls/wecom.tag.json", "\"values\""), ("calls/wecom.tag.replies.json", "\"reply\"")] {
        let (status, body) = get(&format!("/{path}"));
        assert!(status.contains("200") && body.contains("\"wecom.tag_create\"") && body.contains(holds), "{path}");
    }
    for path in ["/calls/nobody.json", "/calls/wecom.json", "/calls/", "/calls.json"] {
        assert!(get(path).0.contains("404"), "{path}");
    }
    // A list of a page that knows none of the gateways.
    std::fs::write(page.path().join("calls.json"), "[]").expect("a file");
    assert!(get("/calls.json").1.contains("\"wecom.tag_create\""));
    let whole = wxwire::catalog::index_to_json();
    std::fs::write(page.path().join("calls.json"), format!(" {whole}")).expect("a file");
    assert_eq!(get("/calls.json").1, format!(" {whole}"));
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let page = tempfile::tempdir().expect("a folder");
    std::fs::write(page.path().join("index.html"), "the page").expect("a file");
    let page = page.path().to_string_lossy();
    for arguments in [&["mock"][..], &["serve", "--page", &page]] {
        for (lang, word) in [("en", "taken"), ("zh", "占用")] {
            let arguments = [arguments, &["--port", &port, "--lang", lang]].concat();
            let error = wxwire_tests::Wxwire::new(&arguments).run().exits(1).err;
            assert!([&*port, word, "--port"].iter().all(|part| error.contains(part)), "{error}");
        }
    }
}
