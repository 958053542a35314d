//! The server behind the page: what it answers, and whom.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use wxwire_tests::binary;

/// A server of a folder with one file, on a port of its own.
struct Served {
    child: Child,
    port: u16,
    _page: tempfile::TempDir,
}

impl Served {
    fn start() -> Self {
        let page = tempfile::tempdir().expect("a folder");
        std::fs::write(page.path().join("index.html"), "the page").expect("a file");
        let mut child = Command::new(binary())
            .args(["serve", "--mock", "--port", "0", "--json", "--page"])
            .arg(page.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let url = lines.find_map(|line| line.ok()?.split_once("http://127.0.0.1:").map(|(_, rest)| rest.to_owned()));
        let port = url.expect("an address").chars().take_while(char::is_ascii_digit).collect::<String>();
        Self { child, port: port.parse().expect("a port"), _page: page }
    }

    /// The status line and body of the answer to a request, `HOST` in it replaced.
    fn ask(&self, request: &str) -> (String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        let request = request.replace("HOST", &format!("127.0.0.1:{}", self.port)).replace('\n', "\r\n");
        stream.write_all(request.as_bytes()).expect("the request goes out");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let (head, body) = answer.split_once("\r\n\r\n").expect("head and body");
        (head.lines().next().expect("a status").to_owned(), body.to_owned())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }
}

fn post(headers: &str, body: &str) -> String {
    format!("POST /api/send HTTP/1.1\nConnection: close\nContent-Length: {}\n{headers}\n\n{body}", body.len())
}

#[test]
fn sends_for_its_own_page_only() {
    let served = Served::start();
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
    let served = Served::start();
    let get = |path: &str| served.ask(&format!("GET {path} HTTP/1.1\nHost: HOST\nConnection: close\n\n"));
    assert_eq!(get("/").1, "the page");
    let (_, state) = get("/api/state");
    assert!(state.contains("\"mock\":true") && !state.contains("mock-token"), "{state}");
    for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/./../x", "/nothing"] {
        assert!(get(path).0.contains("404"), "{path}");
    }
}
