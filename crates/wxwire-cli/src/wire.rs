//! One request over a real socket, and what became of it. Nothing is ever sent twice by itself.

mod silence;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use http::{Request, Response, StatusCode};
use tower::util::MapResponseLayer;
use wxwire::layer::MAX_BYTES;
use wxwire::verdict::{Level, Reason, Verdict, Why};

use crate::link::{Link, Trust};
use crate::proxy::Proxy;
use crate::trace;

/// What came back.
#[derive(Debug)]
pub enum Outcome {
    /// An answer, of whatever kind.
    Answer(Response<Vec<u8>>),
    /// None; why, and how far it came, is in the verdict.
    Silence(Verdict),
}

/// No store of certificates is larger: the one of a system has less than a megabyte.
const CERTIFICATES: u64 = 16 << 20;

/// What goes out with every request, beside its own headers.
pub const HEADERS: [(&str, &str); 2] =
    [("User-Agent", concat!("wxwire/", env!("CARGO_PKG_VERSION"))), ("Accept", "*/*")];

/// The proxy that a request to an address goes through. To this machine only one that was typed leads.
pub fn proxy(address: &http::Uri, link: &Link) -> Option<Proxy> {
    let is_meant = link.proxy.is_some() || !address.host().is_some_and(is_local);
    Proxy::of(address, link.proxy.as_ref()).filter(|_| is_meant)
}

/// Sends one request, and waits for the answer until `end` comes, which names what asked for an end.
pub async fn send(
    request: Request<Vec<u8>>,
    link: &Link,
    proxy: Option<&Proxy>,
    end: impl Future<Output = &'static str>,
) -> Outcome {
    let connected = Arc::new(AtomicBool::new(false));
    let host = request.uri().host().unwrap_or_default().to_owned();
    if request.uri().scheme_str() == Some("https")
        && matches!(link.trust, Trust::System)
        && let Some(file) = unreadable_certificates()
    {
        return Outcome::Silence(Verdict::of(Level::NotSent, Reason::new(Why::NoCertificates, file)));
    }
    tokio::select! {
        answer = exchange(request, link, proxy, &connected) => match (answer, proxy) {
            // No gateway answers so: what the proxy does not let through has not left.
            (Ok(answer), Some(proxy)) if answer.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
                let detail = format!("{}: HTTP 407", proxy.shown());
                Outcome::Silence(Verdict::of(Level::NotSent, Reason::new(Why::Proxy, detail)))
            }
            (Ok(answer), _) => Outcome::Answer(answer),
            (Err(error), _) => Outcome::Silence(silence::verdict(&error, &host, proxy)),
        },
        name = end => {
            // Before there is a connection, nothing can have left.
            let level = if connected.load(Ordering::SeqCst) { Level::Unknown } else { Level::NotSent };
            Outcome::Silence(Verdict::of(level, Reason::new(Why::Interrupted, name)))
        }
    }
}

/// The file of certificates that the environment names, where it cannot be read to its end: a pipe would be waited for,
/// and a device may have none.
fn unreadable_certificates() -> Option<String> {
    let file = std::env::var_os("SSL_CERT_FILE").filter(|file| !file.is_empty())?;
    let known = std::fs::metadata(&file).ok()?;
    let is_read = known.is_file() && known.len() <= CERTIFICATES;
    (!is_read).then(|| format!("SSL_CERT_FILE={}", file.to_string_lossy()))
}

/// Whether an address is neither encrypted nor on this machine.
pub fn is_open(address: &str) -> bool {
    let host = address.strip_prefix("http://").map(|rest| rest.split(['/', ':']).next().unwrap_or_default());
    host.is_some_and(|host| !is_local(host) && !host.starts_with('['))
}

/// Whether an address is on this machine.
pub fn is_here(address: &str) -> bool {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest).split('/').next().unwrap_or_default();
    let name = if host.starts_with('[') { host.split(']').next() } else { host.split(':').next() };
    name.is_some_and(is_local)
}

fn is_local(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']').trim_end_matches('.');
    let address = bare.parse::<std::net::IpAddr>().map(|address| address.to_canonical().is_loopback());
    address.unwrap_or_else(|_| bare.eq_ignore_ascii_case("localhost"))
}

async fn exchange(
    request: Request<Vec<u8>>,
    link: &Link,
    proxy: Option<&Proxy>,
    connected: &Arc<AtomicBool>,
) -> reqwest::Result<Response<Vec<u8>>> {
    let request: reqwest::Request = request.try_into()?;
    let connected = Arc::clone(connected);
    let (start, shown) = (Instant::now(), link.shown);
    let watch = MapResponseLayer::new(move |connection| {
        connected.store(true, Ordering::SeqCst);
        if let Some(lang) = shown {
            trace::connected(start.elapsed(), lang);
        }
        connection
    });
    let client = client(request.url(), link, proxy)?.connector_layer(watch).build()?;
    let mut answer = client.execute(request).await?;
    let mut response = Response::builder().status(answer.status()).version(answer.version());
    if let Some(headers) = response.headers_mut() {
        headers.clone_from(answer.headers());
    }
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        body.extend_from_slice(&chunk);
        // One byte too many is enough to know that it is too much.
        if body.len() > MAX_BYTES {
            break;
        }
    }
    Ok(response.body(body).expect("status and headers come from a response"))
}

/// No redirect is followed, nothing is retried, and loopback is reached without a proxy that nobody typed.
fn client(url: &reqwest::Url, link: &Link, proxy: Option<&Proxy>) -> reqwest::Result<reqwest::ClientBuilder> {
    let times = link.times;
    // Fails only when one is installed already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = reqwest::Client::builder()
        .user_agent(HEADERS[0].1)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .pool_max_idle_per_host(0)
        .connect_timeout(times.connect_timeout.min(times.timeout))
        .timeout(times.timeout + Duration::from_millis(1));
    builder = match &link.proxy {
        Some(typed) => builder.no_proxy().proxy(typed.client()?),
        // The URL's own reading of the host: `127.1` and `LOCALHOST` are this machine too.
        None if url.host_str().is_some_and(is_local) => builder.no_proxy(),
        None => builder,
    };
    // To read the system's certificates takes longer than all the rest, and a bare container has none.
    if url.scheme() == "http" && !proxy.is_some_and(Proxy::is_secure) {
        return Ok(builder.tls_certs_only([]));
    }
    Ok(match &link.trust {
        Trust::System => builder,
        Trust::These(certificates) => builder.tls_certs_only(certificates.iter().cloned()),
        Trust::Anyone => builder.tls_danger_accept_invalid_certs(true),
    })
}
