//! How a person writes a fault: read, and written again.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use wxwire::imitation::Twist;

use super::{Fault, FaultError, Kind, When};

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        let number = |number: &str| number.parse().map_err(|_| FaultError::Which(text.to_owned()));
        let (kind, when) = match (text.split_once('@'), text.split_once('/')) {
            (Some((kind, only)), _) => (kind, When::Only(number(only)?)),
            (None, Some((kind, every))) => (kind, When::Every(number(every)?)),
            (None, None) => (text, When::Always),
        };
        let kind = read_kind(kind).ok_or_else(|| FaultError::of(text, kind))?;
        Ok(Self { kind, when })
    }
}

fn read_kind(text: &str) -> Option<Kind> {
    Some(match text.split_once('=') {
        Some(("delay", time)) => Kind::Delay(read_time(time)?),
        Some(("token_calls", calls)) => Kind::TokenCalls(calls.parse().ok()?),
        Some(("token_time", time)) => Kind::TokenTime(read_time(time).filter(|time| time.subsec_nanos() == 0)?),
        Some(("file_time", time)) => Kind::FileTime(read_time(time)?),
        Some(("rate", times)) => Kind::Rate(times.parse().ok()?),
        Some(("callback_late", time)) => Kind::Late(read_time(time)?),
        Some(("429", seconds)) => Kind::RateLimited(Some(seconds.parse().ok()?)),
        Some(_) => return None,
        None => match text {
            "reset" => Kind::Reset,
            "500" => Kind::ServerError,
            "429" => Kind::RateLimited(None),
            "html" => Kind::Html,
            "truncated" => Kind::Truncated,
            "inner_failure" => Kind::Twisted(Twist::InnerFailure),
            "fewer_results" => Kind::Twisted(Twist::FewerResults),
            "rates" => Kind::Rates,
            "callback_forged" => Kind::Forged,
            "callback_repeated" => Kind::Repeated,
            "callback_cut" => Kind::Cut,
            "callback_failed" => Kind::Failed,
            _ => return None,
        },
    })
}

/// As a person writes it.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::Delay(time) => write!(f, "delay={}ms", time.as_millis()),
            Kind::Reset => f.write_str("reset"),
            Kind::ServerError => f.write_str("500"),
            Kind::RateLimited(None) => f.write_str("429"),
            Kind::RateLimited(Some(seconds)) => write!(f, "429={seconds}"),
            Kind::Html => f.write_str("html"),
            Kind::Truncated => f.write_str("truncated"),
            Kind::TokenCalls(calls) => write!(f, "token_calls={calls}"),
            Kind::TokenTime(time) => write!(f, "token_time={}s", time.as_secs()),
            Kind::FileTime(time) => write!(f, "file_time={}ms", time.as_millis()),
            Kind::Rate(times) => write!(f, "rate={times}"),
            Kind::Rates => f.write_str("rates"),
            Kind::Forged => f.write_str("callback_forged"),
            Kind::Repeated => f.write_str("callback_repeated"),
            Kind::Cut => f.write_str("callback_cut"),
            Kind::Late(time) => write!(f, "callback_late={}ms", time.as_millis()),
            Kind::Failed => f.write_str("callback_failed"),
            Kind::Twisted(Twist::FewerResults) => f.write_str("fewer_results"),
            Kind::Twisted(_) => f.write_str("inner_failure"),
        }?;
        match self.when {
            When::Always => Ok(()),
            When::Only(only) => write!(f, "@{only}"),
            When::Every(every) => write!(f, "/{every}"),
        }
    }
}

/// `500ms` or `2s`.
fn read_time(text: &str) -> Option<Duration> {
    match text.strip_suffix("ms") {
        Some(milliseconds) => Some(Duration::from_millis(milliseconds.parse().ok()?)),
        None => Some(Duration::from_secs(text.strip_suffix('s')?.parse().ok()?)),
    }
}
