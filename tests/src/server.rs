//! A server of our own on loopback, which does what no gateway should.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// Answers every connection in the same way, and counts them.
#[derive(Debug)]
pub struct Server {
    /// Scheme and host.
    pub url: String,
    count: Arc<AtomicUsize>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts one; `serve` gets each connection after its request was read, and the text of the request.
    pub fn start(serve: impl Fn(TcpStream, &str) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let (count, requests) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
        let (counted, kept) = (Arc::clone(&count), Arc::clone(&requests));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let mut stream = stream;
                let request = read(&mut stream);
                counted.fetch_add(1, Ordering::SeqCst);
                kept.lock().expect("no test panics while it holds this").push(request.clone());
                serve(stream, &request);
            }
        });
        Self { url, count, requests }
    }

    /// How many requests came.
    pub fn count(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }

    /// All requests, as they came.
    pub fn all(&self) -> Vec<String> {
        self.requests.lock().expect("no test panics while it holds this").clone()
    }

    /// The last request, as it came.
    pub fn last(&self) -> String {
        self.requests.lock().expect("no test panics while it holds this").last().cloned().unwrap_or_default()
    }
}

/// Writes an HTTP answer.
pub fn answer(mut stream: TcpStream, head: &str, body: &[u8]) {
    let head = format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    let _ = stream.write_all(&[head.as_bytes(), body].concat());
}

/// Reads one request with a Content-Length.
fn read(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length =
                head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return text;
            }
        }
        match stream.read(&mut buffer) {
            Ok(count @ 1..) => bytes.extend_from_slice(&buffer[..count]),
            _ => return text,
        }
    }
}
