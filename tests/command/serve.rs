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
    let own = "Host: HOST\nOrigin: http://HOST\nX-Wxwire: 1\nContent-Type: application/json";
    let (status, answer) = served.ask(&post(own, &body));
    assert!(status.contains("200") && answer.contains("\"level\":\"accepted\""), "{status} {answer}");
    for strange in [
        "Host: HOST\nOrigin: http://HOST",
        "Host: HOST\nOrigin: http://evil.example\nX-Wxwire: 1",
        "Host: HOST\nOrigin: null\nX-Wxwire: 1",
        "Host: evil.example\nX-Wxwire: 1",
        "Host: evil.example:80\nOrigin: http://evil.example:80\nX-Wxwire: 1",
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
    let (_, state) = get("/api/state");
    assert!(state.contains("\"mock\":true") && !state.contains("mock-token"), "{state}");
    for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/./../x", "/nothing"] {
        assert!(get(path).0.contains("404"), "{path}");
    }
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
