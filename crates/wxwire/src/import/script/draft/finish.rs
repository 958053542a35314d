//! The request when all is said of it.

use super::{Draft, joined};
use crate::import::code::Charset;
use crate::import::found::Found;
use crate::import::report::Why;
use crate::import::script::unsent::UNSENT;
use crate::problem::Code;

impl Draft {
    /// The request, if there is an address, or something that is sent again to the one of before.
    pub(in crate::import::script) fn finish(self) -> Option<Found> {
        let is_get = self.is_get && self.found.method.is_none() && !self.has_method;
        let Self { mut found, base, mentioned, unknown, charset, unsent, is_further, .. } = self;
        let is_sent = found.body.is_some() || unknown.is_some();
        if is_further && found.url.is_none() && !is_sent {
            return None;
        }
        let own = found.url.take().or_else(|| if base.is_some() { None } else { mentioned });
        found.url = match (base, own) {
            (Some(base), Some(own)) if !own.as_str().contains("://") => Some(joined(&base, &own)),
            (base, own) => own.or(base),
        };
        if found.url.is_none() && !is_further {
            return None;
        }
        if let Some(unknown) = unknown.filter(|_| found.body.is_none() && found.problems.is_empty()) {
            found.refuse(Code::Variable, &unknown);
        }
        let body = found.body.as_ref().map(|(body, _)| body.clone());
        match (charset, &body) {
            (Some((Charset::Ascii, place)), Some(body)) if !body.as_str().is_ascii() => {
                found.refuse_sent("bytes", &place);
            }
            (Some((Charset::Other, place)), Some(_)) => found.refuse_sent("bytes", &place),
            (Some((Charset::Machine, place)), Some(body)) if !body.as_str().is_ascii() => {
                found.warn("machine_bytes", place.place());
            }
            _ => {}
        }
        match (unsent, body) {
            (Some(unsent), None) if found.problems.is_empty() => found.refuse_sent("other_option", &unsent),
            (Some(unsent), Some(_)) => found.drop(Why::Unsent, &unsent),
            (None, Some(body)) if is_get => found.refuse_sent(UNSENT, &body),
            _ => {}
        }
        Some(found)
    }
}
