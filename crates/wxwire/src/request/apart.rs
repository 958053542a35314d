//! The parts of a request to values and credentials, by the call's table: what `assemble` does, backwards.

use http::{Request, header};

use super::multipart;
use super::payload::Content;
use super::table::with_members;
use crate::layer::base64;
use crate::layer::escape::percent_decode;
use crate::layer::json::{Tree, quote};
use crate::operation::{Body, Entry};
use crate::problem::{Code, Problem};
use crate::schema::In;
use crate::secret::{Credentials, Place, Secret, masked_values};

/// A request taken apart.
#[derive(Debug)]
#[non_exhaustive]
pub struct Apart {
    /// The values, as JSON: what has another place first, then the body as it stands.
    pub values: String,
    /// The credentials that it carries.
    pub credentials: Credentials,
    /// The parts that the call does not know, each by its place and name.
    pub foreign: Vec<(In, String)>,
}

/// Headers that say how a request travels, and nothing of the call.
const TRAVEL: [&str; 10] = [
    "accept",
    "accept-encoding",
    "accept-language",
    "connection",
    "content-length",
    "content-type",
    "expect",
    "host",
    "transfer-encoding",
    "user-agent",
];

impl Entry {
    /// Takes a request of this call apart.
    ///
    /// # Errors
    /// Where path or body are not of this call's form.
    pub fn apart(&self, request: &Request<impl AsRef<[u8]>>) -> Result<Apart, Problem> {
        if self.in_path(request.uri().path()).is_none() {
            return Err(Problem::new(Code::NoSuchPath).expected(self.path).found(&masked_values(request.uri().path())));
        }
        let kind = request.headers().get(header::CONTENT_TYPE).map(|value| String::from_utf8_lossy(value.as_bytes()));
        self.outside(request).body(request.body().as_ref(), &kind.unwrap_or_default())
    }

    /// Takes path, query and headers of a request apart, and leaves its body alone.
    pub fn without_body<B>(&self, request: &Request<B>) -> Apart {
        self.outside(request).close("{}".to_owned())
    }

    /// Whether a path is this call's.
    pub fn is_at(&self, path: &str) -> bool {
        let steps = |path: &str| path.trim_end_matches('/').matches('/').count();
        steps(path) == steps(self.path) && self.in_path(path).is_some()
    }

    fn outside<B>(&self, request: &Request<B>) -> Parts<'_> {
        let mut parts = Parts { entry: self, members: vec![], credentials: Credentials::new(), foreign: vec![] };
        for (name, text) in self.in_path(request.uri().path()).unwrap_or_default() {
            parts.take(In::Path, name, &text);
        }
        for pair in request.uri().query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, text) = pair.split_once('=').unwrap_or((pair, ""));
            parts.take(In::Query, &percent_decode(name), &percent_decode(text));
        }
        for (name, value) in request.headers() {
            let known = |name: &str| {
                self.credential_at(In::Header, name).is_some() || self.field_at(In::Header, name).is_some()
            };
            if known(name.as_str()) || !TRAVEL.contains(&name.as_str()) {
                parts.take(In::Header, name.as_str(), &String::from_utf8_lossy(value.as_bytes()));
            }
        }
        parts
    }
}

struct Parts<'e> {
    entry: &'e Entry,
    /// Members of the values, as JSON.
    members: Vec<(String, String)>,
    credentials: Credentials,
    foreign: Vec<(In, String)>,
}

impl Parts<'_> {
    /// Takes a named text of the request for what the table says it is.
    fn take(&mut self, place: In, name: &str, text: &str) {
        let entry = self.entry;
        if let Some(one) = entry.credential_at(place, name) {
            let value = match one.place {
                // Without its prefix it is no credential that any gateway takes.
                Place::Header(_, prefix) => text.strip_prefix(prefix).unwrap_or_default(),
                _ => text,
            };
            self.credentials.insert(one.name, Secret::new(value));
        } else if let Some(field) = entry.field_at(place, name) {
            entry.gather(&mut self.members, field, text);
        } else {
            self.foreign.push((place, name.to_owned()));
        }
    }

    fn body(mut self, body: &[u8], content_type: &str) -> Result<Apart, Problem> {
        let mut rest = "{}".to_owned();
        match self.entry.body {
            Body::None => {}
            Body::Json => {
                let tree = Tree::read(body)?;
                for (key, value) in tree.root().members() {
                    if let Some(one) = key.as_str().and_then(|name| self.entry.credential_at(In::Body, &name)) {
                        let text = value.as_str().unwrap_or(value.source().into());
                        self.credentials.insert(one.name, Secret::new(text));
                    }
                }
                rest = self.entry.without_credentials(tree.text());
            }
            Body::Form => {
                let text = std::str::from_utf8(body).map_err(|_| Problem::new(Code::NotUtf8))?;
                for pair in text.trim().split('&').filter(|pair| !pair.is_empty()) {
                    let (name, text) = pair.split_once('=').unwrap_or((pair, ""));
                    let read = |text: &str| percent_decode(text);
                    self.take(In::Body, &read(name), &read(text));
                }
            }
            Body::Multipart => {
                for part in multipart::read(body, content_type)? {
                    match part.content {
                        Content::Text(text) => self.take(In::Body, &part.name, &text),
                        Content::File { name, bytes, .. } => self.file(&part.name, &name, &bytes),
                    }
                }
            }
        }
        Ok(self.close(rest))
    }

    /// What was taken, with the members that stood elsewhere before the others.
    fn close(self, rest: String) -> Apart {
        Apart { values: with_members(rest, &self.members), credentials: self.credentials, foreign: self.foreign }
    }

    /// A file part: its bytes, and its name where the call has a field for that.
    fn file(&mut self, name: &str, file_name: &str, bytes: &[u8]) {
        if self.entry.field_at(In::Body, name).is_none() {
            self.foreign.push((In::Body, name.to_owned()));
            return;
        }
        let named = self.entry.fields().find(|field| self.entry.place(field) == In::FileName);
        if let Some(field) = named.filter(|_| file_name != super::payload::FILE_NAME) {
            self.members.push((field.name.clone(), quote(file_name)));
        }
        self.members.push((name.to_owned(), quote(&base64::encode(bytes))));
    }
}
