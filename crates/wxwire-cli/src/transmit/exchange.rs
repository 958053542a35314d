//! One request and what came back, before anybody says what it means.

use std::pin::Pin;
use std::time::{Duration, Instant};

use http::Response;
use serde_json::Value;
use wxwire::operation::Entry;
use wxwire::request::BuildError;
use wxwire::secret::Credentials;
use wxwire::verdict::Verdict;

use super::Sent;
use crate::options::Times;
use crate::wire::{self, Outcome};

/// One request and what came back.
#[derive(Debug)]
pub struct Exchange {
    /// The answer, or how far the request came that got none.
    pub answer: Result<Response<Vec<u8>>, Verdict>,
    request: Value,
    duration: Duration,
}

impl Exchange {
    /// Sends some values once; if `end` comes first, without an answer.
    pub async fn of(
        entry: &Entry,
        values: &str,
        credentials: &Credentials,
        address: &str,
        times: Times,
        end: Pin<&mut impl Future<Output = &'static str>>,
    ) -> Result<Self, BuildError> {
        let request = entry.build(values, credentials, address)?.into_http();
        let start = Instant::now();
        let answer = match wire::send(request, times, end).await {
            Outcome::Answer(answer) => Ok(answer),
            Outcome::Silence(verdict) => Err(verdict),
        };
        let duration = start.elapsed();
        Ok(Self { answer, request: entry.preview(values, credentials, address).to_json(), duration })
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
        let Self { answer, request, duration } = self;
        let answer = answer.ok();
        let status = answer.as_ref().map(|answer| answer.status().as_u16());
        let reply = answer.map(|answer| secrets.mask(&String::from_utf8_lossy(answer.body()))).unwrap_or_default();
        Sent { verdict: verdict.masked(secrets), request, reply, status, duration, fetch: None, notes: vec![] }
    }
}
