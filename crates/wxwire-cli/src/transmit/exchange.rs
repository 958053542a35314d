//! One request and what came back, before anybody says what it means.

use std::pin::Pin;
use std::time::{Duration, Instant};

use http::Response;
use serde_json::Value;
use wxwire::operation::Entry;
use wxwire::request::BuildError;
use wxwire::secret::{Credentials, Secret};
use wxwire::verdict::Verdict;

use super::{Sent, readable};
use crate::link::Link;
use crate::proxy::Proxy;
use crate::trace::Trace;
use crate::wire::{self, Outcome};

/// One request and what came back.
#[derive(Debug)]
pub struct Exchange {
    /// The answer, or how far the request came that got none.
    pub answer: Result<Response<Vec<u8>>, Verdict>,
    request: Value,
    duration: Duration,
    proxy: Option<Proxy>,
}

impl Exchange {
    /// Sends some values once; if `end` comes first, without an answer.
    pub async fn of(
        entry: &Entry,
        values: &str,
        credentials: &Credentials,
        address: &str,
        link: &Link,
        end: Pin<&mut impl Future<Output = &'static str>>,
    ) -> Result<Self, BuildError> {
        let request = entry.build(values, credentials, address)?.into_http();
        let preview = entry.preview(values, credentials, address);
        let shown = preview.to_json();
        let proxy = wire::proxy(request.uri(), link);
        let trace = link.shown.map(|lang| Trace::request(entry, preview, proxy.as_ref(), credentials, lang));
        let start = Instant::now();
        let answer = match wire::send(request, link, proxy.as_ref(), end).await {
            Outcome::Answer(answer) => Ok(answer.map(readable::body)),
            Outcome::Silence(verdict) => Err(verdict),
        };
        let duration = start.elapsed();
        let exchange = Self { answer, request: shown, duration, proxy };
        if let Some(trace) = trace {
            let secrets = exchange.secrets(credentials);
            match &exchange.answer {
                Ok(answer) => trace.answer(answer, &secrets, duration),
                Err(verdict) => trace.silence(verdict, &secrets, duration),
            }
        }
        Ok(exchange)
    }

    /// The verdict: what an answer means, or that there is none.
    pub fn verdict(&self, judge: impl FnOnce(&Response<Vec<u8>>) -> Verdict) -> Verdict {
        match &self.answer {
            Ok(answer) => judge(answer),
            Err(verdict) => verdict.clone(),
        }
    }

    /// What is told of it, these secrets masked.
    pub fn told(self, verdict: Verdict, secrets: &Credentials) -> Sent {
        let secrets = &self.secrets(secrets);
        let Self { answer, request, duration, .. } = self;
        let answer = answer.ok();
        let status = answer.as_ref().map(|answer| answer.status().as_u16());
        let reply = answer.map(|answer| secrets.mask(&readable::text(answer.body()))).unwrap_or_default();
        Sent { verdict: verdict.masked(secrets), request, reply, status, duration, fetch: None, notes: vec![] }
    }

    /// These secrets, and those of the proxy: whoever is in between may repeat them.
    fn secrets(&self, of_call: &Credentials) -> Credentials {
        const NAMES: [&str; 2] = ["proxy", "proxy_password"];
        let of_proxy = self.proxy.iter().flat_map(Proxy::secrets);
        NAMES.into_iter().zip(of_proxy).fold(of_call.clone(), |mut all, (name, value)| {
            all.insert(name, Secret::new(value));
            all
        })
    }
}
