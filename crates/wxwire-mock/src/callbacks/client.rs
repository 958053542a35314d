//! One callback over a socket: sent whole and answered, or cut in the middle.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use http::{Request, Uri, header};
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use wxwire::operation::Delivery;

use super::Result as Outcome;

/// The most of an answer that is read.
const MAX_BYTES: usize = 1 << 20;

/// An answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
}

/// Sends a callback, and waits so long for the answer.
pub(super) async fn send(url: &Uri, delivery: &Delivery, within: Duration) -> Result<Answer, Outcome> {
    tokio::time::timeout(within, exchange(url, delivery)).await.unwrap_or(Err(Outcome::TimedOut))
}

/// Sends half of a callback.
pub(super) async fn cut(url: &Uri, delivery: &Delivery) -> Result<Answer, Outcome> {
    let mut stream = connect(url).await?;
    let (body, kind) = (&delivery.body, delivery.content_type);
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
        target(url, delivery),
        host(url),
        body.len()
    );
    // The other side may have closed it already.
    let _ = stream.write_all(&[head.as_bytes(), &body[..body.len() / 2]].concat()).await;
    let _ = stream.shutdown().await;
    Err(Outcome::Cut)
}

async fn exchange(url: &Uri, delivery: &Delivery) -> Result<Answer, Outcome> {
    let broken = |_| Outcome::Broken;
    let method = if delivery.body.is_empty() { "GET" } else { "POST" };
    let request = Request::builder().method(method).uri(target(url, delivery)).header(header::HOST, host(url));
    let request = request.header(header::CONTENT_TYPE, delivery.content_type).header(header::CONNECTION, "close");
    let request = request.body(Body::from(delivery.body.clone())).map_err(|_| Outcome::Broken)?;
    let (mut sender, connection) = handshake(TokioIo::new(connect(url).await?)).await.map_err(broken)?;
    let driver = tokio::spawn(connection);
    let response = sender.send_request(request).await.map_err(broken)?;
    let status = response.status().as_u16();
    let body = to_bytes(Body::new(response.into_body()), MAX_BYTES).await.map_err(|_| Outcome::Broken)?;
    driver.abort();
    Ok(Answer { status, body: body.to_vec() })
}

async fn connect(url: &Uri) -> Result<TcpStream, Outcome> {
    let host = url.host().unwrap_or_default().trim_matches(['[', ']']);
    TcpStream::connect((host, url.port_u16().unwrap_or(80))).await.map_err(|_| Outcome::NoConnection)
}

fn host(url: &Uri) -> String {
    url.authority()
        .map_or_else(String::new, |authority| authority.as_str().rsplit('@').next().unwrap_or_default().to_owned())
}

/// Path and query, with what the gateway adds.
fn target(url: &Uri, delivery: &Delivery) -> String {
    let path = url.path_and_query().map_or("/", |path| path.as_str());
    match (delivery.query.as_str(), path.contains('?')) {
        ("", _) => path.to_owned(),
        (query, true) => format!("{path}&{query}"),
        (query, false) => format!("{path}?{query}"),
    }
}
