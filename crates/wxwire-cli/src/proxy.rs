//! Proxies: the one that was typed, or the one that the environment names for an address.

use http::Uri;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use wxwire::lang::{Lang, Words};
use wxwire::layer::base64;

use crate::exit::Failure;
use crate::text::Text;

/// What is typed to name a proxy.
const OPTION: &str = "--proxy";

/// The proxy that a request goes through. Who may use it is shown nowhere.
#[derive(Clone, Debug)]
pub struct Proxy {
    /// What names it: an option, or a variable of the environment.
    name: &'static str,
    target: Intercept,
}

/// A proxy that was typed: every request goes through it, wherever it goes.
#[derive(Clone)]
pub struct Typed(String);

impl Typed {
    /// Reads what was typed. It may hold a password, so no error repeats it.
    pub fn read(typed: &str) -> Result<Self, Failure> {
        let is_one = is_proxy(typed) && reqwest::Proxy::all(typed).is_ok();
        if is_one { Ok(Self(typed.to_owned())) } else { Err(Failure::usage(no_proxy(OPTION))) }
    }

    /// As the client takes it.
    pub fn client(&self) -> reqwest::Result<reqwest::Proxy> {
        reqwest::Proxy::all(&self.0)
    }
}

/// Without the password that it may hold.
impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(OPTION)
    }
}

impl Proxy {
    /// The proxy that a request to an address goes through.
    pub fn of(address: &Uri, typed: Option<&Typed>) -> Option<Self> {
        if let Some(Typed(typed)) = typed {
            let target = Matcher::builder().all(typed.as_str()).build().intercept(address)?;
            return Some(Self { name: OPTION, target });
        }
        let target = Matcher::from_env().intercept(address)?;
        let own = variable(address).filter(|(_, value)| is_proxy(value)).map(|(name, _)| name);
        Some(Self { name: own.or_else(|| set(["ALL_PROXY", "all_proxy"]).map(|(name, _)| name))?, target })
    }

    /// Whether it is itself reached over TLS.
    pub fn is_secure(&self) -> bool {
        self.target.uri().scheme_str() == Some("https")
    }

    /// Whether it reads plain requests and sends them on, as it is no SOCKS proxy.
    pub fn reads_requests(&self) -> bool {
        self.target.uri().scheme_str().is_some_and(|scheme| scheme.starts_with("http"))
    }

    /// Whether somebody is named who uses it.
    pub fn has_user(&self) -> bool {
        self.target.basic_auth().is_some() || self.target.raw_auth().is_some()
    }

    /// What names it, and where it is.
    pub fn shown(&self) -> String {
        let uri = self.target.uri();
        let user = if self.has_user() { "•••@" } else { "" };
        let scheme = uri.scheme_str().unwrap_or("http");
        format!("{}={scheme}://{user}{}", self.name, uri.authority().map_or("", |one| one.as_str()))
    }

    /// What of it is a secret: what stands before the host.
    pub fn secrets(&self) -> Vec<String> {
        let header = self.target.basic_auth().and_then(|value| value.to_str().ok());
        let pair = header.and_then(|value| base64::decode(value.strip_prefix("Basic ")?).ok());
        let pair = pair.map(|pair| String::from_utf8_lossy(&pair).into_owned());
        let own = pair.as_deref().and_then(|pair| pair.split_once(':')).map(|(_, password)| password.to_owned());
        let raw = self.target.raw_auth().map(|(_, password)| password.to_owned());
        pair.into_iter().chain(own).chain(raw).collect()
    }
}

/// Remarks on variables that should name a proxy, and do not: requests go as if they were not set.
pub fn remarks() -> Vec<Text> {
    let pairs = [["HTTP_PROXY", "http_proxy"], ["HTTPS_PROXY", "https_proxy"], ["ALL_PROXY", "all_proxy"]];
    let wrong = pairs.into_iter().filter_map(set).filter(|(_, value)| !value.is_empty() && !is_proxy(value));
    wrong.map(|(name, _)| no_proxy(name)).collect()
}

/// The variable for the scheme of an address, with its value. That in capitals counts first.
fn variable(address: &Uri) -> Option<(&'static str, String)> {
    match address.scheme_str()? {
        "https" => set(["HTTPS_PROXY", "https_proxy"]),
        _ => set(["HTTP_PROXY", "http_proxy"]),
    }
}

fn set(names: [&'static str; 2]) -> Option<(&'static str, String)> {
    names.into_iter().find_map(|name| Some((name, std::env::var(name).ok()?)))
}

/// Whether a text is the address of a proxy.
fn is_proxy(text: &str) -> bool {
    let any = Uri::from_static("http://host/");
    Matcher::builder().all(text).build().intercept(&any).is_some()
}

fn no_proxy(name: &str) -> Text {
    let words = Words::new(
        "不是代理地址；应为 http、https、socks4、socks4a、socks5 或 socks5h，如 http://127.0.0.1:3128",
        "it is no proxy's address; that is http, https, socks4, socks4a, socks5 or socks5h, as http://127.0.0.1:3128",
    );
    Text::of(|lang| match lang {
        Lang::Zh => format!("{name}：{}", words.get(lang)),
        Lang::En => format!("{name}: {}", words.get(lang)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_uses_it_is_not_shown() {
        let address = Uri::from_static("https://h/");
        for (typed, shown) in [
            ("http://me:s3cret@p:3128", "--proxy=http://•••@p:3128"),
            ("socks5h://me:s3cret@[::1]:1080/", "--proxy=socks5h://•••@[::1]:1080"),
            ("p:1", "--proxy=http://p:1"),
        ] {
            let typed = Typed::read(typed).expect("a proxy");
            let proxy = Proxy::of(&address, Some(&typed)).expect("a proxy");
            assert_eq!(proxy.shown(), shown);
            assert!(!format!("{typed:?} {proxy:?}").contains("s3cret"));
        }
        for wrong in ["", "ftp://s3cret", "http://", "s3cret s3cret", "http://me:s3cret@"] {
            let failure = Typed::read(wrong).expect_err(wrong);
            assert!(!failure.message(Lang::En).contains("s3cret"), "{wrong}");
        }
    }
}
