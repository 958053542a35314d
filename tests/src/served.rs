//! `wxwire serve`, running for as long as a test needs it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// `wxwire serve` on a port of its own.
#[derive(Debug)]
pub struct Served {
    child: Child,
    port: u16,
    token: String,
}

impl Served {
    /// Serves a page's folder; `more` are further arguments.
    pub fn start(page: &Path, more: &[&str]) -> Self {
        Self::spawn(page, &[&["--mock"], more].concat(), &[])
    }

    /// Serves a page's folder and sends for real, with this environment.
    pub fn real(page: &Path, environment: &[(&str, &str)]) -> Self {
        Self::spawn(page, &[], environment)
    }

    fn spawn(page: &Path, more: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut child = Command::new(crate::binary())
            .args(["serve", "--port", "0", "--json", "--page"])
            .arg(page)
            .args(more)
            .env_clear()
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let url = lines.find_map(|line| line.ok()?.split_once("http://127.0.0.1:").map(|(_, rest)| rest.to_owned()));
        let url = url.expect("an address");
        let port: String = url.chars().take_while(char::is_ascii_digit).collect();
        let token =
            url.split_once("/?token=").map(|(_, rest)| rest.chars().take_while(char::is_ascii_hexdigit).collect());
        Self { child, port: port.parse().expect("a port"), token: token.unwrap_or_default() }
    }

    /// What a request must know to be answered.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The address that it printed, at which a person opens the page.
    pub fn printed(&self) -> String {
        format!("{}?token={}", self.url(), self.token)
    }

    /// Where the page is.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The status line and the body of the answer to a raw request, `HOST` and `TOKEN` in it replaced.
    pub fn ask(&self, request: &str) -> (String, String) {
        let (head, body) = self.raw(request);
        (head.lines().next().expect("a status").to_owned(), String::from_utf8(body).expect("text"))
    }

    /// The head, its names in small letters, and the body of the answer to a raw request, replaced likewise.
    pub fn raw(&self, request: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        let request = request.replace("HOST", &format!("127.0.0.1:{}", self.port)).replace("TOKEN", &self.token);
        stream.write_all(request.replace('\n', "\r\n").as_bytes()).expect("the request goes out");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("head and body");
        (String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase(), answer.split_off(end + 4))
    }
}

impl Served {
    /// Ends it before its time.
    pub fn end(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.end();
    }
}
