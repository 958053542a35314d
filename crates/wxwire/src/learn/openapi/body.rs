//! The body of a call: the one of its media types that can be built.

use super::{Learner, audit};
use crate::lang::Words;
use crate::layer::json::{Kind, Object, Tree, Value, insert};

/// A body as the catalog reads it.
pub(super) struct Body<'t> {
    /// The request body, as JSON.
    pub(super) json: String,
    /// What the source says of it.
    pub(super) media: Value<'t>,
    /// It has parts, some of which may be files.
    pub(super) is_multipart: bool,
}

/// What can be built, as it is called here.
fn known(kind: &str) -> Option<(u8, &'static str)> {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match &*kind {
        "application/json" => Some((0, "application/json")),
        "text/json" | "*/*" | "application/*" => Some((1, "application/json")),
        kind if kind.ends_with("+json") => Some((1, "application/json")),
        "application/x-www-form-urlencoded" => Some((2, "application/x-www-form-urlencoded")),
        "multipart/form-data" => Some((3, "multipart/form-data")),
        _ => None,
    }
}

impl<'t> Learner<'t> {
    /// The body; none where there is nothing in it, and why where it cannot be built.
    pub(super) fn body(&mut self, written: Value<'t>) -> Result<Option<Body<'t>>, Words> {
        let body = self.reached(written)?;
        let content = body.get("content").into_iter().flat_map(Value::members);
        let kinds: Vec<_> =
            content.map(|(kind, media)| (kind, media, known(&kind.as_str().unwrap_or_default()))).collect();
        let Some((kind, media, Some((rank, name)))) = kinds
            .iter()
            .copied()
            .filter(|(.., known)| known.is_some())
            .min_by_key(|(.., known)| known.map(|(rank, _)| rank))
        else {
            return if kinds.is_empty() { Ok(None) } else { Err(KIND) };
        };
        let schema = media.get("schema");
        let led = schema.map(|schema| self.reached(schema)).transpose()?;
        if led.is_some_and(|schema| !self.may_be_object(schema)) {
            return Err(Words::new("内容不是对象", "its body is no object"));
        }
        if kinds.len() > 1 || rank == 1 {
            let words = Words::new("内容以此格式发送", "the body is sent in this form");
            self.notes.guessed(kind, name, words);
        }
        let is_multipart = name.starts_with("multipart");
        let mut one = Object::new();
        if let Some(schema) = schema {
            let mut written = self.body_schema(schema);
            if let Some(encoding) = media.get("encoding").filter(|_| is_multipart) {
                written = self.encoded(schema, written, encoding);
            }
            one = one.json("schema", &written);
        }
        if let Some(examples) = media.get("examples") {
            one = one.json("examples", examples.source());
        } else if let Some(example) = self.example_of(media)
            && !is_multipart
        {
            let value = Object::new().json("value", example.source()).end();
            one = one.json("examples", &Object::new().json("example", &value).end());
        }
        let required = body.get("required").map_or("true", Value::source);
        let json =
            Object::new().json("required", required).json("content", &Object::new().json(name, &one.end()).end());
        Ok(Some(Body { json: json.end(), media, is_multipart }))
    }

    /// A schema of which the values are members: one of which nothing is said takes any.
    fn body_schema(&mut self, schema: Value<'t>) -> String {
        let led = self.led(schema);
        let says = |key: &str| led.is_some_and(|led| led.get(key).is_some());
        if self.is_ours || ["properties", "allOf", "oneOf", "anyOf", "additionalProperties"].iter().any(|key| says(key))
        {
            return self.schema(schema);
        }
        "{\"type\":\"object\",\"additionalProperties\":true}".to_owned()
    }

    /// The schema of a form with what its parts are: of a file its media type; of a text none is sent, which is said.
    fn encoded(&mut self, schema: Value<'t>, written: String, encoding: Value<'t>) -> String {
        let said = |part: Value<'t>| part.get("contentType").filter(|kind| kind.kind() == Kind::String);
        let parts: Vec<_> = encoding.members().filter_map(|(name, part)| Some((name.as_str()?, said(part)?))).collect();
        if parts.is_empty() {
            return written;
        }
        // A type of its own is written out: other calls may take it in another form.
        let is_reference = Tree::parse(&written).is_ok_and(|tree| tree.root().get("$ref").is_some());
        let mut written = if is_reference { self.led(schema).map_or(written, |led| self.schema(led)) } else { written };
        for (name, kind) in parts {
            let Ok(tree) = Tree::parse(&written) else { return written };
            let part = tree.root().get("properties").and_then(|all| all.get(&name));
            let is_file = part.is_some_and(|part| part.get("contentEncoding").is_some_and(|one| one.is_str("base64")));
            match part.filter(|_| is_file) {
                Some(part) if part.get("contentMediaType").is_none() => {
                    written = insert(part, None, "contentMediaType", kind.source());
                }
                Some(_) => {}
                None => self.notes.left_out(kind, &format!("{name} {}", kind.source()), PART),
            }
        }
        written
    }

    fn may_be_object(&self, schema: Value<'t>) -> bool {
        let is_object = |kind: Value<'t>| audit::type_name(kind) == Some("object");
        let kind = schema.get("type").filter(|kind| audit::said("type", *kind).is_some());
        kind.is_none_or(|kind| is_object(kind) || kind.items().any(is_object)) && schema.get("enum").is_none()
    }
}

const PART: Words = Words::new("这一部分以文本发送，不带媒体类型", "this part is sent as text, without a media type");
const KIND: Words = Words::new("不能编写这种格式的内容", "a body of a form that cannot be built");
