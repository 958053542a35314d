//! What an import gives.

use std::ops::Range;

use super::found::Form;
use super::report::{Dropped, Fix, Repair};
use crate::operation::Entry;
use crate::problem::Problem;
use crate::secret::Credentials;

/// What was found in a text.
#[derive(Debug)]
#[non_exhaustive]
pub struct Imported {
    /// What the text is.
    pub form: Form,
    /// The operation, where one can be told.
    pub operation: Option<&'static Entry>,
    /// The operations that it could be, where several can.
    pub candidates: Vec<&'static Entry>,
    /// The values, as JSON; bytes that needed no repair are as they were. None where they could not be repaired for sure.
    pub values: Option<String>,
    /// The bytes of the source that its body stands in, as far as it stands there.
    pub body: Option<Range<usize>>,
    /// The credentials that have a value.
    pub credentials: Credentials,
    /// Their names.
    pub given: Vec<&'static str>,
    /// The names of the credentials that are still to be given.
    pub absent: Vec<&'static str>,
    /// The method, where the text says one.
    pub method: Option<String>,
    /// Scheme, host and what stands before the vendor's path, where the text says them.
    pub base_url: Option<String>,
    /// The host, where the text says it without a scheme.
    pub host: Option<String>,
    /// What was mended, in the order of the text, each at its place: a body in single quotes has a repair for every quote. For
    /// a person, those with the same fix, before and after are one.
    pub repairs: Vec<Repair>,
    /// What was left out, in the order of the text.
    pub dropped: Vec<Dropped>,
    /// What could not be repaired for sure.
    pub problems: Vec<Problem>,
}

impl Imported {
    /// The same of a text that was in another encoding than UTF-8, which is a repair like others.
    #[must_use]
    pub fn read_from(mut self, encoding: Option<&str>) -> Self {
        if let Some(name) = encoding {
            self.repairs.insert(0, Repair::whole(Fix::Encoding, 0..0, name, "utf-8", 1));
        }
        self
    }
}
