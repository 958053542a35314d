//! One request over a real socket, and what became of it. Nothing is ever sent twice by itself.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use http::{Request, Response};
use tower::util::MapResponseLayer;
use wxwire::layer::MAX_BYTES;
use wxwire::verdict::{Level, Reason, Verdict, Why};

use crate::options::Times;

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

/// Sends one request, and waits for the answer until `end` comes, which names what asked for an end.
pub async fn send(request: Request<Vec<u8>>, times: Times, end: impl Future<Output = &'static str>) -> Outcome {
    let connected = Arc::new(AtomicBool::new(false));
    if request.uri().scheme_str() == Some("https")
        && let Some(file) = unreadable_certificates()
    {
        return Outcome::Silence(Verdict::of(Level::NotSent, Reason::new(Why::NoCertificates, file)));
    }
    tokio::select! {
        answer = exchange(request, times, &connected) => match answer {
            Ok(answer) => Outcome::Answer(answer),
            Err(error) => Outcome::Silence(silence(&error)),
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
    times: Times,
    connected: &Arc<AtomicBool>,
) -> reqwest::Result<Response<Vec<u8>>> {
    let request: reqwest::Request = request.try_into()?;
    let connected = Arc::clone(connected);
    let watch = MapResponseLayer::new(move |connection| {
        connected.store(true, Ordering::SeqCst);
        connection
    });
    let client = client(request.url(), times).connector_layer(watch).build()?;
    let mut answer = client.execute(request).await?;
    let mut response = Response::builder().status(answer.status());
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

/// No redirect is followed, nothing is retried, and loopback is reached without a proxy.
fn client(url: &reqwest::Url, times: Times) -> reqwest::ClientBuilder {
    // Fails only when one is installed already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = reqwest::Client::builder()
        .user_agent(concat!("wxwire/", env!("CARGO_PKG_VERSION")))
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .pool_max_idle_per_host(0)
        .connect_timeout(times.connect_timeout.min(times.timeout))
        .timeout(times.timeout + Duration::from_millis(1));
    // The URL's own reading of the host: `127.1` and `LOCALHOST` are this machine too.
    let local = url.host_str().is_some_and(is_local);
    if local {
        builder = builder.no_proxy();
    }
    // To read the system's certificates takes longer than all the rest, and a bare container has none.
    if url.scheme() == "http" && (local || !has_secure_proxy()) {
        builder = builder.tls_certs_only([]);
    }
    builder
}

/// Whether a proxy that the environment names may be reached over https.
fn has_secure_proxy() -> bool {
    let names = ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];
    names
        .iter()
        .filter_map(std::env::var_os)
        .any(|proxy| proxy.to_string_lossy().to_ascii_lowercase().starts_with("https:"))
}

/// How far a request came that got no answer. Whatever is not known to have stayed here may have arrived.
fn silence(error: &reqwest::Error) -> Verdict {
    let why = match () {
        () if error.is_builder() && mentions(error, "no ca certificates") => Why::NoCertificates,
        () if error.is_builder() => Why::Connect,
        () if error.is_connect() && mentions(error, "dns error") => Why::Dns,
        () if error.is_connect() && is_tls(error) => Why::Tls,
        () if error.is_connect() => Why::Connect,
        () if error.is_timeout() => Why::Timeout,
        () => Why::Reset,
    };
    let level = match why {
        Why::Dns | Why::Tls | Why::NoCertificates | Why::Connect => Level::NotSent,
        _ => Level::Unknown,
    };
    Verdict::of(level, Reason::new(why, innermost(error)))
}

/// Whether TLS failed; its errors come wrapped in those of input and output, once or twice.
fn is_tls(error: &reqwest::Error) -> bool {
    fn holds(error: &(dyn Error + 'static)) -> bool {
        let inner = || error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        error.is::<rustls::Error>() || inner().is_some_and(|inner| holds(inner))
    }
    causes(error).any(holds)
}

fn mentions(error: &reqwest::Error, word: &str) -> bool {
    causes(error).any(|cause| cause.to_string().to_lowercase().contains(word))
}

/// The last cause; the outer ones repeat the URL, in which a credential may stand.
fn innermost(error: &reqwest::Error) -> String {
    causes(error).last().map(|cause| cause.to_string()).unwrap_or_default()
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}
