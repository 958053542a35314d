//! `wxwire serve`, running for as long as a test needs it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// `wxwire serve --mock` on a port of its own.
#[derive(Debug)]
pub struct Served {
    child: Child,
    port: u16,
}

impl Served {
    /// Serves a page's folder; `more` are further arguments.
    pub fn start(page: &Path, more: &[&str]) -> Self {
        let mut child = Command::new(crate::binary())
            .args(["serve", "--mock", "--port", "0", "--json", "--page"])
            .arg(page)
            .args(more)
            .env_clear()
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let url = lines.find_map(|line| line.ok()?.split_once("http://127.0.0.1:").map(|(_, rest)| rest.to_owned()));
        let port: String = url.expect("an address").chars().take_while(char::is_ascii_digit).collect();
        Self { child, port: port.parse().expect("a port") }
    }

    /// Where the page is.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// The status line and the body of the answer to a raw request, `HOST` in it replaced.
    pub fn ask(&self, request: &str) -> (String, String) {
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
