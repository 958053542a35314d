//! The request that a program puts together: what its calls and members say of it.
//!
//! `says` has what the table of names has for a call or a member, `verb` calls that are named after a method, `arguments` what
//! the arguments of a call are, `headers` headers in all the ways that there are, `finish` the request when all is said of it.

mod arguments;
mod finish;
mod headers;
mod says;
mod verb;

use crate::import::code::{Charset, Language};
use crate::import::found::{Form, Found};
use crate::import::text::Text;

/// The most headers and parameters of a request.
const MAX_PARTS: usize = 10_000;

/// A request so far.
pub(super) struct Draft {
    pub(super) language: &'static Language,
    found: Found,
    /// The address that others are added to.
    base: Option<Text>,
    /// How many of its headers go with whatever is sent there.
    shared: usize,
    /// An address that an object was made of.
    mentioned: Option<Text>,
    /// What stands where a body should, and is not followed.
    unknown: Option<Text>,
    /// The character set that what it is written by was told, and where.
    charset: Option<(Charset, Text)>,
    /// Something says its method, be it known or not.
    has_method: bool,
    /// The library takes a body from options of some names alone.
    pub(super) has_options: bool,
    /// What nothing says the method of is sent with GET, which throws where there is a body.
    pub(super) is_get: bool,
    /// What stands in options and is not sent.
    unsent: Option<Text>,
    /// What sends it makes a form of a map that no encoder was given.
    pub(super) makes_forms: bool,
    /// Another was sent before it.
    is_further: bool,
    /// Nothing more is said of it.
    pub(super) ends: Option<Ends>,
}

/// What ends a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Ends {
    /// It was sent.
    Sent,
    /// What was read last is of the next.
    Another,
}

impl Draft {
    pub(super) fn new(language: &'static Language) -> Self {
        let found = Found::new(language.form);
        Self {
            language,
            found,
            base: None,
            shared: 0,
            mentioned: None,
            unknown: None,
            charset: None,
            has_method: false,
            has_options: false,
            is_get: language.form == Form::Swift,
            unsent: None,
            makes_forms: false,
            is_further: false,
            ends: None,
        }
    }

    /// The next, which may be sent by what this one was sent by.
    pub(super) fn further(&self) -> Self {
        let mut next = Self {
            base: self.base.clone(),
            shared: self.shared,
            has_options: self.has_options,
            is_get: self.is_get,
            is_further: true,
            ..Self::new(self.language)
        };
        next.found.headers.extend_from_slice(&self.found.headers[..self.shared]);
        next
    }

    pub(super) fn has_address(&self) -> bool {
        self.found.url.is_some() || self.base.is_some() || self.mentioned.is_some()
    }

    pub(super) fn mention(&mut self, url: Text) {
        if self.mentioned.is_none() && is_url(url.as_str()) {
            self.mentioned = Some(url);
        }
    }
}

/// Whether a text is an address, not a path of a file.
fn is_url(text: &str) -> bool {
    let has_scheme = text.starts_with("http://") || text.starts_with("https://");
    let is_named = text.starts_with(['$', '{']) && text.contains('/') && !text.contains('"');
    (has_scheme || is_named) && !text.contains(char::is_whitespace)
}

/// An address behind another.
pub(super) fn joined(base: &Text, own: &Text) -> Text {
    let mut url = base.slice(0..base.as_str().trim_end_matches('/').len());
    if !own.as_str().starts_with('/') && !own.is_empty() {
        url.push_char('/', own, 0..0);
    }
    url.push(own, 0..own.len());
    url
}
