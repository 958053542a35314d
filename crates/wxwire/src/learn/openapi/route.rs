//! A key of `paths`: the path itself, and what tells one of several calls there from the others.

use super::Learner;
use crate::layer::escape::percent_decode;
use crate::layer::json::{Value, quote};
use crate::learn::twins::{self, Fixed};
use crate::secret;

/// The most parameters of a query that a key may fix.
const MOST: usize = 32;

/// A key of `paths`.
pub(super) struct Route<'k> {
    pub(super) path: &'k str,
    /// What stands behind a question mark. OpenAPI forbids it and many write it: the one value that each parameter has.
    pub(super) query: Vec<(String, String)>,
    /// What stands behind a `#`.
    fragment: &'k str,
}

impl<'k> Route<'k> {
    pub(super) fn of(key: &'k str) -> Self {
        let (address, fragment) = key.split_once('#').unwrap_or((key, ""));
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let pairs = query.split('&').filter_map(|pair| pair.split_once('=')).take(MOST);
        let pairs = pairs.map(|(name, value)| (percent_decode(name), percent_decode(value)));
        // A variable is no value, and a secret none to keep.
        let is_fixed = |(name, value): &(String, String)| {
            !name.is_empty() && !value.is_empty() && !value.contains(['{', '}']) && !secret::is_name(name)
        };
        Self { path, query: pairs.filter(is_fixed).collect(), fragment }
    }

    /// The key as the catalog reads it.
    pub(super) fn key(&self) -> String {
        let pairs = self.query.iter().map(|(name, value)| format!("{name}={value}"));
        let told: Vec<_> = pairs.chain(Some(self.fragment.to_owned()).filter(|own| !own.is_empty())).collect();
        match told.is_empty() {
            true => self.path.to_owned(),
            false => format!("{}#{}", self.path, told.join("&")),
        }
    }
}

impl<'t> Learner<'t> {
    /// What a call has fixed.
    pub(super) fn fixed(&self, route: &Route<'_>, call: Value<'t>) -> Fixed {
        let mut fixed = twins::fixed(call, &|value| self.led(value));
        fixed.extend(route.query.iter().map(|(name, value)| (name.clone(), quote(value))));
        fixed
    }
}
