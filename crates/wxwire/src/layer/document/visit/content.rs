//! A content, read: as bytes and, where it is that, as text.

use crate::layer::document::{is_readable, readable};

/// The bytes of a content, the same as text where they are text, and that where a person can read it.
#[derive(Clone, Copy)]
pub(super) struct Content<'c> {
    pub(super) bytes: &'c [u8],
    pub(super) text: Option<&'c str>,
    pub(super) readable: Option<&'c str>,
}

impl<'c> From<&'c str> for Content<'c> {
    fn from(text: &'c str) -> Self {
        Self { bytes: text.as_bytes(), text: Some(text), readable: Some(text).filter(|text| is_readable(text)) }
    }
}

impl<'c> From<&'c [u8]> for Content<'c> {
    fn from(bytes: &'c [u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => Self { bytes, text: None, readable: None },
        }
    }
}

impl<'c> Content<'c> {
    /// Bytes from where control characters tell that something is no text.
    pub(super) fn binary(bytes: &'c [u8]) -> Self {
        let text = readable(bytes);
        Self { bytes, text, readable: text }
    }

    /// What an escaped text stands for; mostly it is the text itself.
    pub(super) fn unescaped(raw: &'c str, read: &'c [u8]) -> Self {
        if raw.len() == read.len() && raw.as_ptr() == read.as_ptr() { raw.into() } else { read.into() }
    }
}
