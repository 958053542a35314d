//! Sends a text as a WeCom group robot, over a plain socket, and says what really happened.
//!
//! ```text
//! WXWIRE_WECOM_KEY=… cargo run -p wxwire --example send -- http://127.0.0.1:PORT/wecom 下班了
//! ```
//!
//! The socket speaks no TLS: it is for a mock on this machine, such as `wxwire mock`.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "the program does what the codec leaves to it")]

use std::io::{self, Read, Write};
use std::net::TcpStream;

use wxwire::http::{Request, Response};
use wxwire::lang::Lang;
use wxwire::operation::Call;
use wxwire::secret::Credentials;
use wxwire::verdict::{Level, Reason, Verdict, Why};
use wxwire::wecom::{Text, WEBHOOK_KEY, WebhookSend};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [base_url, content] = &arguments[..] else { return Err("send BASE_URL TEXT".into()) };
    let credentials = Credentials::new().with(WEBHOOK_KEY, std::env::var("WXWIRE_WECOM_KEY")?);
    let message = WebhookSend::Text { text: Text { content: content.clone(), ..Text::default() } };

    // Checked here: with an error in the values, a credential that is absent or an address that is none, nothing is sent.
    let request = message.request(&credentials, base_url)?;
    println!("{request:?}");
    let verdict = match send(&request.into_http()) {
        Ok(response) => message.verdict(&response),
        Err(verdict) => verdict,
    };
    let verdict = verdict.masked(&credentials);
    println!("{}", verdict.level);
    for reason in &verdict.reasons {
        println!("  {}", reason.message(Lang::En));
    }
    Ok(())
}

/// The answer, or how far the request came without one.
fn send(request: &Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Verdict> {
    let host = request.uri().authority().map(ToString::to_string).unwrap_or_default();
    let mut stream = TcpStream::connect(&host)
        .map_err(|error| Verdict::of(Level::NotSent, Reason::new(Why::Connect, error.to_string())))?;
    // From here on, some of it may have arrived: it is not to be sent again without a look.
    exchange(&mut stream, &host, request)
        .map_err(|error| Verdict::of(Level::Unknown, Reason::new(Why::Reset, error.to_string())))
}

fn exchange(stream: &mut TcpStream, host: &str, request: &Request<Vec<u8>>) -> io::Result<Response<Vec<u8>>> {
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    let mut bytes = format!("{} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n", request.method());
    for (name, value) in request.headers() {
        bytes += &format!("{name}: {}\r\n", value.to_str().map_err(io::Error::other)?);
    }
    bytes += &format!("Content-Length: {}\r\n\r\n", request.body().len());
    stream.write_all(&[bytes.as_bytes(), request.body()].concat())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
    let status = answer.get(9..12).and_then(|digits| std::str::from_utf8(digits).ok()).unwrap_or_default();
    Response::builder().status(status).body(answer[end + 4..].to_vec()).map_err(io::Error::other)
}
