//! What is shown of an exchange as it goes, on standard error: the request, the connection, the answer, and when. No secret
//! of ours stands in it, and none that an answer brings.

use std::time::Duration;

use http::{HeaderMap, Response};
use wxwire::catalog;
use wxwire::export::as_http;
use wxwire::lang::{Lang, Words};
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;
use wxwire::request::Preview;
use wxwire::secret::{Credentials, Secret};
use wxwire::verdict::Verdict;

use crate::proxy::Proxy;
use crate::terminal::{self, Colour};
use crate::{transmit, wire};

/// So many bytes are shown of a body.
const SHOWN: usize = 64 << 10;

/// The name of what a login is asked about by, among the secrets of its calls: whoever has it gets the token.
pub const TICKET: &str = "ticket";

/// An exchange that is shown.
#[derive(Debug)]
pub struct Trace<'e> {
    entry: &'e Entry,
    lang: Lang,
}

impl<'e> Trace<'e> {
    /// Shows a request that goes out now, its credentials hidden.
    pub fn request(
        entry: &'e Entry,
        mut request: Preview,
        proxy: Option<&Proxy>,
        secrets: &Credentials,
        lang: Lang,
    ) -> Self {
        remark(&format!("{} → {}", entry.id, request.url.split('?').next().unwrap_or_default()));
        if let Some(proxy) = proxy {
            remark(&format!("{} {}", Words::new("代理", "proxy").get(lang), proxy.shown()));
        }
        let own = wire::HEADERS.map(|(name, value)| (name.to_owned(), value.to_owned()));
        request.headers.splice(0..0, own);
        let text = on_the_wire(&request, proxy);
        // It is a value and no credential, so it stands in the preview.
        let text = if secrets.find(TICKET).is_some() { secrets.mask(&text) } else { text };
        show(">", &text, lang);
        Self { entry, lang }
    }

    /// Shows the answer, these secrets masked, and those that it brings.
    pub fn answer(&self, answer: &Response<Vec<u8>>, secrets: &Credentials, after: Duration) {
        let mut secrets = secrets.clone();
        if let Ok(tree) = Tree::read(answer.body()) {
            for yields in self.entry.yields {
                let brought = tree.root().find(yields.pointer).and_then(|value| value.as_str());
                let name = format!("brought {}", yields.credential);
                brought.into_iter().for_each(|value| secrets.insert(&name, Secret::new(value)));
            }
        }
        let login = catalog::login(&self.entry.gateway).filter(|way| way.begin().id == self.entry.id);
        if let Some(code) = login.and_then(|way| way.code(answer.body())) {
            secrets.insert(TICKET, Secret::new(code.ticket));
        }
        let text = format!("{}\n{}", head(answer), transmit::text(answer.body()));
        show("<", &secrets.mask(&text), self.lang);
        remark(&format!("{} {}", Words::new("用时", "answered after").get(self.lang), time(after, self.lang)));
    }

    /// Shows that no answer came.
    pub fn silence(&self, verdict: &Verdict, secrets: &Credentials, after: Duration) {
        let why = verdict.reasons.first().map(|reason| reason.message(self.lang)).unwrap_or_default();
        remark(&format!("{} · {}", secrets.mask(&why), time(after, self.lang)));
    }
}

/// Shows that there is a connection.
pub fn connected(after: Duration, lang: Lang) {
    remark(&format!("{} {}", Words::new("已连接，用时", "connected after").get(lang), time(after, lang)));
}

/// A request as it stands on the wire: a proxy that is to send a plain one on is told the whole address, and who asks.
fn on_the_wire(request: &Preview, proxy: Option<&Proxy>) -> String {
    let mut request = request.clone();
    let whole = proxy.is_some_and(Proxy::reads_requests) && request.url.starts_with("http://");
    if whole && proxy.is_some_and(Proxy::has_user) {
        request.headers.push(("Proxy-Authorization".to_owned(), "Basic •••".to_owned()));
    }
    let mut text = as_http(&request);
    if whole {
        text = text.replacen(" /", &format!(" {}/", host(&request.url)), 1);
    }
    // What has no body has no length.
    if request.method == "GET" { text.replacen("\nContent-Length: 0\n", "\n", 1) } else { text }
}

/// Scheme and host of an address.
fn host(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    url[start..].find('/').map_or(url, |end| &url[..start + end])
}

fn time(after: Duration, lang: Lang) -> String {
    let unit = Words::new("毫秒", "ms").get(lang);
    format!("{:.1} {unit}", after.as_secs_f64() * 1000.0)
}

/// Status and headers, as text.
fn head(answer: &Response<Vec<u8>>) -> String {
    let status = answer.status();
    let reason = status.canonical_reason().unwrap_or_default();
    let first = format!("{:?} {} {reason}", answer.version(), status.as_u16());
    first.trim_end().to_owned() + "\n" + &lines(answer.headers())
}

fn lines(headers: &HeaderMap) -> String {
    headers.iter().map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes()))).collect()
}

/// Prints the lines of a message, each behind a mark; of a long body the beginning.
fn show(mark: &str, text: &str, lang: Lang) {
    let end = (0..=SHOWN.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    let mark = Colour::Dim.paint(mark);
    let lines = terminal::harmless(&text[..end]);
    let lines: Vec<_> = lines.lines().map(|line| format!("{mark} {line}").trim_end().to_owned()).collect();
    terminal::warn(&lines.join("\n"));
    if end < text.len() {
        let rest = text.len() - end;
        remark(&match lang {
            Lang::Zh => format!("……另有 {rest} 字节"),
            Lang::En => format!("… {rest} more bytes"),
        });
    }
}

fn remark(text: &str) {
    terminal::warn(&format!("{} {}", Colour::Dim.paint("*"), terminal::one_line(text)));
}
