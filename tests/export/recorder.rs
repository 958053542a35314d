//! A server on loopback that keeps what arrives, to the byte.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use wxwire::request::Preview;

/// Requests as they came, by the number that their path begins with.
#[derive(Debug)]
pub struct Recorder {
    /// Scheme and host.
    pub url: String,
    arrived: Arc<Mutex<BTreeMap<usize, Vec<Arrival>>>>,
}

/// One request, as it came.
#[derive(Clone, Debug)]
struct Arrival {
    line: String,
    head: String,
    body: Vec<u8>,
}

impl Recorder {
    /// Starts one.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let arrived = Arc::new(Mutex::new(BTreeMap::<usize, Vec<Arrival>>::new()));
        let kept = Arc::clone(&arrived);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                if let Some((number, arrival)) = read(&mut stream) {
                    kept.lock().expect("no test panics while it holds this").entry(number).or_default().push(arrival);
                }
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
        });
        Self { url, arrived }
    }

    /// Forgets what came, having compared it: each request once, and nothing else. The first difference, if any.
    pub fn compare(&self, sent: &[Preview]) -> Result<(), String> {
        let arrived = std::mem::take(&mut *self.arrived.lock().expect("no test panics while it holds this"));
        for (number, request) in sent.iter().enumerate() {
            let [arrival] = arrived.get(&number).map(Vec::as_slice).unwrap_or_default() else {
                return Err(format!("{} times: {request:?}", arrived.get(&number).map_or(0, Vec::len)));
            };
            let target = request.url.strip_prefix(&self.url).expect("requests go here");
            same("line", &format!("{} {target} HTTP/1.1", request.method), &arrival.line)?;
            for (name, value) in &request.headers {
                let found = arrival.head.lines().find_map(|line| line.split_once(':').filter(|(own, _)| is(own, name)));
                same(name, value, found.ok_or(format!("no {name}: {}", arrival.head))?.1.trim_matches([' ', '\t']))?;
            }
            if *request.body.bytes() != *arrival.body {
                return Err(format!("{:?}\n{:?}", request.body, String::from_utf8_lossy(&arrival.body)));
            }
        }
        if arrived.len() == sent.len() { Ok(()) } else { Err(format!("{} arrived, of {}", arrived.len(), sent.len())) }
    }
}

fn is(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn same(what: &str, sent: &str, arrived: &str) -> Result<(), String> {
    if sent == arrived { Ok(()) } else { Err(format!("{what}\n  sent    {sent:?}\n  arrived {arrived:?}")) }
}

fn read(stream: &mut TcpStream) -> Option<(usize, Arrival)> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 65_536];
    let mut is_asked = false;
    loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let (line, head) = std::str::from_utf8(&bytes[..end]).ok()?.split_once("\r\n")?;
            let header =
                |name: &str| head.lines().find_map(|line| line.split_once(": ").filter(|(own, _)| is(own, name)));
            let length = header("content-length").map_or(0, |(_, value)| value.parse().expect("a number"));
            if bytes.len() >= end + 4 + length {
                let number = line.split('/').nth(1)?.parse().ok()?;
                let (line, head) = (line.to_owned(), head.to_owned());
                return Some((number, Arrival { line, head, body: bytes.split_off(end + 4) }));
            }
            if header("expect").is_some() && !is_asked {
                is_asked = true;
                stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").ok()?;
            }
        }
        match stream.read(&mut buffer) {
            Ok(count @ 1..) => bytes.extend_from_slice(&buffer[..count]),
            _ => return None,
        }
    }
}
