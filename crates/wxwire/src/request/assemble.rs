//! Values to the parts of a request, by the call's table.

use super::payload::{Content, FILE_NAME, Part, Payload};
use super::{Preview, media};
use crate::credential::{Credential, Place};
use crate::layer::base64;
use crate::layer::escape::percent_encode;
use crate::layer::json::{self, Kind, Tree, Value};
use crate::operation::{Body, Entry, step};
use crate::schema::In;

/// What stands in a request for a credential.
pub(super) enum StandIn {
    /// Its value.
    Value(String),
    /// Something for a reader, which is not encoded even in a URL.
    Mark(String),
}

/// Members of the values, by their names.
type Members<'t> = Vec<(String, Value<'t>)>;

impl Entry {
    /// The request for some values, `stand_in` for each credential; credentials come first at every place.
    pub(super) fn assemble(
        &self,
        values: &str,
        base_url: &str,
        stand_in: &dyn Fn(&Credential) -> Option<StandIn>,
    ) -> Preview {
        let values = self.without_credentials(values);
        let tree = Tree::parse(&values).ok().filter(|tree| tree.root().kind() == Kind::Object);
        let members = |place| tree.as_ref().map(|tree| self.members(tree, place)).unwrap_or_default();
        let mut url = format!("{}{}", base_url.trim_end_matches('/'), self.path_of(&members(In::Path)));
        let mut headers = Vec::new();
        let (mut query, mut in_body) = (Vec::new(), Vec::new());
        for (one, stands) in self.credentials.iter().filter_map(|one| Some((one, stand_in(one)?))) {
            let text = match &stands {
                StandIn::Value(text) | StandIn::Mark(text) => text.clone(),
            };
            match one.place {
                Place::Header(name, prefix) => headers.push((name.to_owned(), format!("{prefix}{text}"))),
                Place::Query(name) => query.push(format!("{name}={}", encoded(&stands))),
                Place::Body(name) if self.body == Body::Form => in_body.push((name, encoded(&stands))),
                Place::Body(name) => in_body.push((name, text)),
            }
        }
        for (name, value) in members(In::Query) {
            let values = match self.join(&name) {
                // A comma parts them as it is; whatever else would be none in an address.
                Some(",") => vec![texts(value).iter().map(|text| percent_encode(text)).collect::<Vec<_>>().join(",")],
                Some(join) => vec![percent_encode(&texts(value).join(join))],
                None => texts(value).iter().map(|text| percent_encode(text)).collect(),
            };
            query.extend(values.iter().map(|value| format!("{}={value}", percent_encode(&name))));
        }
        headers.extend(members(In::Header).into_iter().map(|(name, value)| {
            let text = self.join(&name).map_or_else(|| text(value), |join| texts(value).join(join));
            (name, text)
        }));
        let body = match self.body {
            Body::None => Payload::Text(String::new()),
            Body::Json => Payload::Text(self.json_body(&values, &in_body)),
            Body::Form => Payload::Text(form(&in_body, &members(In::Body))),
            Body::Multipart => self.parts(&in_body, &members(In::Body), &members(In::FileName)),
        };
        if let Some(kind) = self.content_type(&body) {
            headers.insert(0, ("Content-Type".to_owned(), kind));
        }
        for (at, pair) in query.iter().enumerate() {
            url.push(if at == 0 && !url.contains('?') { '?' } else { '&' });
            url += pair;
        }
        Preview { method: self.method.to_string(), url, headers, body }
    }

    /// The members of some values that go to a place. Of a name that stands twice, the last counts, as in any JSON.
    fn members<'t>(&self, tree: &'t Tree<'_>, place: In) -> Members<'t> {
        let mut found: Members<'_> = Vec::new();
        for (key, value) in tree.root().members() {
            let Some(name) = key.as_str() else { continue };
            let own = self.field(&name).map_or_else(|| self.rest(), |field| self.place(field));
            if own == place {
                found.retain(|(known, _)| *known != name);
                found.push((name.into_owned(), value));
            }
        }
        found
    }

    /// What stands between the items of a field that travels as one text.
    fn join(&self, name: &str) -> Option<&str> {
        self.schema().rule(self.field(name)?.rule).join.as_deref()
    }

    /// The path with its parameters filled in; a parameter that is absent keeps its braces.
    fn path_of(&self, parameters: &[(String, Value<'_>)]) -> String {
        let value = |own: &str| {
            let (name, value) = parameters.iter().find(|(name, _)| name == own)?;
            Some(self.join(name).map_or_else(|| text(*value), |join| texts(*value).join(join)))
        };
        self.path.split('/').map(|step| step::filled(step, value)).collect::<Vec<_>>().join("/")
    }

    /// The text of the values, without those that have another place and with the credentials that have this one.
    fn json_body(&self, values: &str, credentials: &[(&str, String)]) -> String {
        let in_body = |key: Value<'_>| {
            let field = key.as_str().and_then(|name| self.field(&name));
            field.is_none_or(|field| self.place(field) == In::Body)
        };
        let mut body = match Tree::parse(values) {
            Ok(tree) => json::retain(tree.root(), in_body),
            Err(_) => values.to_owned(),
        };
        // Members are inserted at the front, so the last goes first.
        for (name, text) in credentials.iter().rev() {
            if let Ok(tree) = Tree::parse(&body)
                && tree.root().kind() == Kind::Object
            {
                body = json::insert(tree.root(), None, name, &json::quote(text));
            }
        }
        body
    }

    fn parts(
        &self,
        credentials: &[(&str, String)],
        members: &[(String, Value<'_>)],
        names: &[(String, Value<'_>)],
    ) -> Payload {
        let part = |name: &str, text: String| Part { name: name.to_owned(), content: Content::Text(text) };
        let mut parts: Vec<_> = credentials.iter().map(|(name, text)| part(name, text.clone())).collect();
        for (name, value) in members {
            let media_type = self.field(name).and_then(|field| self.schema().rule(field.rule).file.clone());
            // What is no base64 has a problem already; it is shown as it is.
            let file = media_type.and_then(|media_type| {
                let bytes = base64::decode(&value.as_str()?).ok()?;
                let name = names.first().map_or_else(|| FILE_NAME.to_owned(), |(_, name)| text(*name));
                let media_type = media::of_file(&media_type, &name, &bytes);
                Some(Content::File { name, media_type, has_length: self.gateway.file_length, bytes })
            });
            match file {
                Some(content) => parts.push(Part { name: name.clone(), content }),
                None => parts.extend(texts(*value).into_iter().map(|text| part(name, text))),
            }
        }
        Payload::Multipart(parts)
    }

    fn content_type(&self, body: &Payload) -> Option<String> {
        match self.body {
            Body::None => None,
            Body::Json => Some(self.gateway.content_type.to_owned()),
            Body::Form => Some("application/x-www-form-urlencoded".to_owned()),
            Body::Multipart => body.content_type(),
        }
    }
}

/// What stands for a credential where all is encoded but what is for a reader.
fn encoded(stands: &StandIn) -> String {
    match stands {
        StandIn::Value(text) => percent_encode(text),
        StandIn::Mark(text) => text.clone(),
    }
}

/// Pairs, those of the credentials encoded already.
fn form(credentials: &[(&str, String)], members: &[(String, Value<'_>)]) -> String {
    let own = credentials.iter().map(|(name, text)| format!("{}={text}", percent_encode(name)));
    let others = members.iter().flat_map(|(name, value)| {
        let name = percent_encode(name);
        texts(*value).into_iter().map(move |text| format!("{name}={}", percent_encode(&text)))
    });
    own.chain(others).collect::<Vec<_>>().join("&")
}

/// A value as plain text: a string's content, anything else as it is written.
fn text(value: Value<'_>) -> String {
    value.as_str().map_or_else(|| value.source().to_owned(), |text| text.into_owned())
}

/// The same, of a list one text for each item.
fn texts(value: Value<'_>) -> Vec<String> {
    match value.kind() {
        Kind::Array => value.items().map(text).collect(),
        _ => vec![text(value)],
    }
}
