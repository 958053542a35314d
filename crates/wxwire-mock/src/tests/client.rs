//! A mock on a socket, and a client that shows what was really sent.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use http::{Request, Response};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use wxwire::catalog;
use wxwire::operation::{Entry, EntryExample};
use wxwire::secret::{Credential, Credentials, placeholder};

use crate::{Arrival, Options, app, credentials, serve};

/// The calls for what the mock does alike with all of them: those with a type, and of the others one in ten.
pub(super) fn some() -> impl Iterator<Item = &'static Entry> {
    catalog::typed().chain(catalog::entries().filter(|entry| !entry.has_type()).step_by(10))
}

/// A mock that runs as long as this value lives.
pub(super) struct Running {
    pub(super) address: SocketAddr,
    pub(super) arrivals: UnboundedReceiver<Arrival>,
    _runtime: Runtime,
}

impl Running {
    pub(super) fn start(seed: u64, faults: &[&str]) -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a port");
        let address = listener.local_addr().expect("an address");
        let (watcher, arrivals) = unbounded_channel();
        let faults = faults.iter().map(|fault| fault.parse().expect("a fault")).collect();
        let options = Options { seed, faults, watcher: Some(watcher), ..Options::default() };
        runtime.spawn(serve(listener, app(options), std::future::pending()));
        Self { address, arrivals, _runtime: runtime }
    }

    /// The request of an example, with the mock's own credentials.
    pub(super) fn request(&self, entry: &Entry, example: &EntryExample) -> Request<Vec<u8>> {
        let base_url = format!("http://{}/{}", self.address, entry.gateway.name);
        entry
            .build(&example.values, &credentials(&entry.gateway), &base_url)
            .expect("an example can be built")
            .into_http()
    }

    /// The request of any values, unchecked, with the mock's own credentials.
    pub(super) fn unchecked(&self, entry: &Entry, values: &str) -> Request<Vec<u8>> {
        let base_url = format!("http://{}/{}", self.address, entry.gateway.name);
        let template = entry.template(values, &Credentials::new(), &base_url);
        let filled = |text: &str| {
            let fill =
                |text: String, one: &Credential| text.replace(&placeholder(one.name), &format!("mock-{}", one.name));
            entry.credentials.iter().fold(text.to_owned(), fill)
        };
        let mut request = Request::builder().method(template.method.as_str()).uri(filled(&template.url));
        for (name, value) in &template.headers {
            request = request.header(name, filled(value));
        }
        let body = filled(&String::from_utf8_lossy(&template.body.bytes())).into_bytes();
        request.body(body).expect("a request")
    }

    pub(super) fn send(&self, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
        parse(&self.exchange(&wire(request)).expect("an answer"))
    }

    /// Sends bytes as they are, and reads until the mock closes.
    pub(super) fn exchange(&self, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        stream.write_all(bytes)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer)
    }
}

/// A request as it goes over the wire.
pub(super) fn wire(request: &Request<Vec<u8>>) -> Vec<u8> {
    let target = request.uri().path_and_query().expect("a path");
    let length = request.body().len();
    let mut bytes =
        format!("{} {target} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\n", request.method()).into_bytes();
    for (name, value) in request.headers() {
        bytes.extend_from_slice(format!("{name}: ").as_bytes());
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("Content-Length: {length}\r\n\r\n").as_bytes());
    bytes.extend_from_slice(request.body());
    bytes
}

/// Reads an answer, and holds that its length is the one that its head says.
fn parse(bytes: &[u8]) -> Response<Vec<u8>> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("an end of the head");
    let head = std::str::from_utf8(&bytes[..end]).expect("a head in ASCII");
    let body = &bytes[end + 4..];
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a status line");
    let mut response = Response::builder().status(status);
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        response = response.header(name, value);
    }
    let response = response.body(body.to_vec()).expect("a response");
    let length = response.headers().get("content-length").expect("a length");
    assert_eq!(length.to_str().expect("ASCII"), body.len().to_string());
    response
}
