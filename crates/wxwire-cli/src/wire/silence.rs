//! What is known of a request that got no answer: how far it came, and why no further.

use std::error::Error;

use rustls::CertificateError;
use wxwire::lang::Words;
use wxwire::verdict::{Level, Reason, Verdict, Why};

use crate::proxy::Proxy;
use crate::system;

/// How far a request to a host came. Whatever is not known to have stayed here may have arrived.
pub fn verdict(error: &reqwest::Error, host: &str, proxy: Option<&Proxy>) -> Verdict {
    let why = match () {
        () if error.is_builder() && mentions(error, "no ca certificates") => Why::NoCertificates,
        () if error.is_builder() => Why::Connect,
        () if error.is_connect() && is_tls(error) => Why::Tls,
        () if error.is_connect() && proxy.is_some() => Why::Proxy,
        () if error.is_connect() && mentions(error, "dns error") => Why::Dns,
        () if error.is_connect() => Why::Connect,
        () if error.is_timeout() => Why::Timeout,
        () => Why::Reset,
    };
    let level = match why {
        Why::Dns | Why::Tls | Why::NoCertificates | Why::Connect | Why::Proxy => Level::NotSent,
        _ => Level::Unknown,
    };
    let meaning = meaning(error);
    let own = match why {
        // The reason itself says all of it.
        Why::Timeout => String::new(),
        Why::Dns => host.to_owned(),
        _ if meaning.is_some() => String::new(),
        _ => innermost(error),
    };
    let by = proxy.map(Proxy::shown).unwrap_or_default();
    let mut reason = Reason::new(why, format!("{by} {own}").trim());
    reason.meaning = meaning.filter(|_| !matches!(why, Why::Timeout | Why::Dns));
    Verdict::of(level, reason)
}

/// What went wrong, in the words of both languages, where there are some.
fn meaning(error: &reqwest::Error) -> Option<Words> {
    let system = causes(error).last()?.downcast_ref::<std::io::Error>().filter(|one| one.raw_os_error().is_some());
    if let Some(words) = system.and_then(|system| system::words(system.kind())) {
        return Some(words);
    }
    if let Some(words) = causes(error).find_map(tls).and_then(certificate) {
        return Some(words);
    }
    if error.is_timeout() {
        return Some(Words::new("超时", "timed out"));
    }
    let (_, zh, en) = KNOWN.into_iter().find(|(said, ..)| mentions(error, said))?;
    Some(Words::new(zh, en))
}

/// What the client says, in its words, and what that is called.
const KNOWN: [(&str, &str, &str); 8] = [
    ("dns error", "找不到主机名", "a host's name was not found"),
    (
        "proxy authorization required",
        "代理要求用户名和密码（HTTP 407）",
        "the proxy wants a user and a password (HTTP 407)",
    ),
    ("tunnel error: unsuccessful", "代理拒绝建立通道", "the proxy refuses to build a tunnel"),
    ("unexpected eof during chunk", "回复没有传完，连接就断开了", "the connection ended within the answer"),
    ("end of file before message length", "回复没有传完，连接就断开了", "the connection ended within the answer"),
    ("invalid http", "对方说的不是 HTTP", "what answers there does not speak HTTP"),
    (
        "received corrupt message",
        "对方说的不是 TLS，地址可能应为 http",
        "what answers there does not speak TLS; the address may want http",
    ),
    ("connection closed before message completed", "没有收到完整的回复", "no whole answer came"),
];

/// What is wrong with a certificate, and what helps.
fn certificate(error: &rustls::Error) -> Option<Words> {
    let rustls::Error::InvalidCertificate(wrong) = error else { return None };
    let (zh, en) = match wrong {
        // Of a root of the same name, another key: nobody knows this one either.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => (
            "证书的签发者不受信任；自有的根证书用 --cacert 指出",
            "nobody who is trusted issued its certificate; name a root of your own with --cacert",
        ),
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            ("证书已过期", "its certificate has expired")
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            ("证书尚未生效，请检查本机时间", "its certificate is not valid yet; look at this machine's clock")
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            ("证书不是这个主机的", "its certificate is another host's")
        }
        CertificateError::Other(other) if format!("{other:?}").contains("CaUsedAsEndEntity") => (
            "服务器用的是 CA 证书本身；请用它签发服务器证书，或重新生成一个不带 CA:TRUE 的",
            "it shows a certificate for issuing others; issue one of its own with that, or make one without CA:TRUE",
        ),
        CertificateError::Revoked => ("证书已吊销", "its certificate is revoked"),
        _ => return None,
    };
    Some(Words::new(zh, en))
}

/// Whether TLS failed.
fn is_tls(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| tls(cause).is_some())
}

/// The error of TLS; it comes wrapped in those of input and output, once or twice.
fn tls<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e rustls::Error> {
    let inner = || tls(error.downcast_ref::<std::io::Error>()?.get_ref()?);
    error.downcast_ref::<rustls::Error>().or_else(inner)
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
