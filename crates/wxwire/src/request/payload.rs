//! What a request carries, as it goes on the wire and as it may be shown.

use std::borrow::Cow;

use crate::layer::any::find;

/// What a request carries.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Payload {
    /// A text: JSON or a form; empty where there is no body.
    Text(String),
    /// The parts of a `multipart/form-data` body.
    Multipart(Vec<Part>),
}

/// One part of a `multipart/form-data` body.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its content.
    pub content: Content,
}

/// What a part holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Content {
    /// A text.
    Text(String),
    /// A file.
    File {
        /// What it is called.
        name: String,
        /// Its media type; empty where nothing says it.
        media_type: String,
        /// Its length stands beside its name.
        has_length: bool,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

/// What a file is called where nobody says so.
pub(crate) const FILE_NAME: &str = "file";

impl Payload {
    /// Whether there is nothing to carry.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Multipart(_) => None,
        }
    }

    /// The bytes on the wire.
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Text(text) => text.as_bytes().into(),
            Self::Multipart(parts) => write(parts, &boundary(parts), |_, bytes| bytes.into()).into(),
        }
    }

    /// What is shown of it: a text as it is; of a file, how long it is.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => text.into(),
            Self::Multipart(parts) => {
                let length = |_: &str, bytes: &[u8]| format!("<{} bytes>", bytes.len()).into_bytes().into();
                String::from_utf8_lossy(&write(parts, &boundary(parts), length)).into_owned().into()
            }
        }
    }

    /// The content type of parts, with what stands between them.
    pub(crate) fn content_type(&self) -> Option<String> {
        match self {
            Self::Text(_) => None,
            Self::Multipart(parts) => Some(format!("multipart/form-data; boundary={}", boundary(parts))),
        }
    }
}

impl Default for Payload {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl From<String> for Payload {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A line that stands in no part: the first of its kind, so that the same parts make the same bytes.
fn boundary(parts: &[Part]) -> String {
    let held = |boundary: &str| {
        parts.iter().any(|part| match &part.content {
            Content::Text(text) => text.contains(boundary),
            Content::File { bytes, .. } => find(bytes, boundary.as_bytes()).is_some(),
        })
    };
    let mut names = (0_u32..).map(|number| format!("wxwire-part-{number}"));
    names.find(|name| !held(name)).expect("parts are finite")
}

fn write<'p>(parts: &'p [Part], boundary: &str, file: impl Fn(&str, &'p [u8]) -> Cow<'p, [u8]>) -> Vec<u8> {
    let mut out = Vec::new();
    for part in parts {
        let name = escaped(&part.name);
        out.extend(format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"").bytes());
        match &part.content {
            Content::Text(text) => out.extend(format!("\r\n\r\n{text}").bytes()),
            Content::File { name, media_type, has_length, bytes } => {
                out.extend(format!("; filename=\"{}\"", escaped(name)).bytes());
                if *has_length {
                    out.extend(format!("; filelength={}", bytes.len()).bytes());
                }
                if !media_type.is_empty() {
                    out.extend(format!("\r\nContent-Type: {media_type}").bytes());
                }
                out.extend(b"\r\n\r\n");
                out.extend_from_slice(&file(name, bytes));
            }
        }
        out.extend(b"\r\n");
    }
    out.extend(format!("--{boundary}--\r\n").bytes());
    out
}

/// A name between quotes, as browsers write it: nothing in it can end it or begin another line.
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
