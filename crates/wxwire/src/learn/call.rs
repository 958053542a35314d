//! A call as a source tells it, before it is written as a document.

use std::ops::Range;

use super::field::{Field, Place, Type};
use super::notes::Notes;
use crate::lang::Words;
use crate::secret::is_name;

/// A call.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) title: String,
    pub(super) help: String,
    /// In small letters.
    pub(super) method: String,
    pub(super) server: Option<String>,
    pub(super) path: String,
    /// The address of the page that documents it.
    pub(super) page: Option<String>,
    /// The media type of the body.
    pub(super) media: &'static str,
    /// What travels outside of the body.
    pub(super) parameters: Vec<Field>,
    pub(super) schemes: Vec<Scheme>,
    pub(super) body: Field,
    /// Whole bodies, each with its title.
    pub(super) examples: Vec<(String, String)>,
    pub(super) reply: Field,
    pub(super) reply_example: Option<String>,
    /// The source says that the fields travel in the body, whatever the method.
    pub(super) has_body: bool,
    /// The fixed value that tells it from others at its path: `action=add`.
    pub(super) told: Option<String>,
    /// Where it begins.
    pub(super) span: Range<usize>,
}

impl Default for Call {
    fn default() -> Self {
        Self {
            title: String::new(),
            help: String::new(),
            method: String::new(),
            server: None,
            path: String::new(),
            page: None,
            media: "application/json",
            parameters: vec![],
            schemes: vec![],
            body: Field::object(),
            examples: vec![],
            reply: Field::object(),
            reply_example: None,
            has_body: false,
            told: None,
            span: 0..0,
        }
    }
}

/// How a call says who it is from.
#[derive(Debug)]
pub(super) struct Scheme {
    /// The name of the parameter.
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) is_bearer: bool,
    pub(super) required: bool,
    pub(super) help: String,
}

/// Headers that say nothing of a call: the client writes them.
const OWN_HEADERS: [&str; 9] = [
    "content-type",
    "accept",
    "user-agent",
    "host",
    "connection",
    "content-length",
    "accept-encoding",
    "origin",
    "cookie",
];

impl Call {
    /// Adds a parameter; a header that says what the body is becomes its media type.
    pub(super) fn parameter(&mut self, field: Field, notes: &mut Notes) {
        let name = field.name.to_ascii_lowercase();
        if field.place == Place::Header && is_clients(&name) {
            if name == "content-type" {
                self.takes(&format!("{} {}", field.help, field.example.as_deref().unwrap_or_default()));
            } else {
                notes.left_out(field.span, &field.name, CLIENTS);
            }
            return;
        }
        let same = |one: &&mut Field| one.name == field.name && one.place == field.place;
        match self.parameters.iter_mut().find(same) {
            // What a sample adds: the value.
            Some(known) => known.example = known.example.take().or(field.example),
            None => self.parameters.push(field),
        }
    }

    /// Takes in the address: its server, its path and what stands behind the question mark.
    pub(super) fn address(&mut self, url: &str, span: Range<usize>, notes: &mut Notes) {
        let url = url.trim().trim_matches(['`', '"', '\'', '<', '>']);
        let (url, query) = url.split_once('?').unwrap_or((url, ""));
        let (server, path) = match url.find("://") {
            Some(colon) => {
                let host = colon + "://".len();
                let slash = url[host..].find('/').map_or(url.len(), |slash| host + slash);
                (Some(&url[..slash]), &url[slash..])
            }
            // `{{base}}/a`, `域名/a`, `host.example/a`
            None => match url.find('/').filter(|slash| *slash > 0) {
                Some(slash) => (Some(&url[..slash]), &url[slash..]),
                None => (None, url),
            },
        };
        if let Some(server) = server {
            match is_server(server) {
                true => self.server = self.server.take().or_else(|| Some(server.to_owned())),
                false => notes.left_out(span.clone(), server, NO_SERVER),
            }
        }
        let steps = path.split('/').map(|step| match step.strip_prefix(':') {
            Some(name) if !name.is_empty() => format!("{{{name}}}"),
            _ => step.replace("{{", "{").replace("}}", "}"),
        });
        let path = steps.collect::<Vec<_>>().join("/");
        self.path = if path.starts_with('/') { path } else { format!("/{path}") };
        for pair in query.split('&').filter(|pair| !pair.is_empty()).take(64) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let is_plain = name.chars().all(|char| char.is_ascii_alphanumeric() || "_-.[]".contains(char));
            if is_plain && notes.row(span.clone(), name) {
                self.in_query(name, value, span.clone(), notes);
            }
        }
    }

    /// A parameter that stands in the address. What the table says of it follows it there.
    fn in_query(&mut self, name: &str, value: &str, span: Range<usize>, notes: &mut Notes) {
        if let Some(mut told) = self.body.take(|one| one.name == name).pop() {
            told.place = Place::Query;
            return self.parameter(told, notes);
        }
        if self.parameters.iter().any(|one| one.name == name && one.place == Place::Query) {
            return;
        }
        notes.guessed(span.clone(), name, IN_ADDRESS);
        let example = Some(value).filter(|value| !value.is_empty() && !is_name(name)).map(crate::layer::json::quote);
        let types = vec![Type::String];
        let field = Field { name: name.to_owned(), place: Place::Query, types, example, span, ..Field::default() };
        self.parameter(Field { required: true, is_inferred: true, ..field }, notes);
    }

    /// Takes in what the body is, where a text says so.
    pub(super) fn takes(&mut self, text: &str) {
        let text = text.to_ascii_lowercase();
        if text.contains("multipart/form-data") || text.contains("form-data") {
            self.media = "multipart/form-data";
        } else if text.contains("x-www-form-urlencoded") {
            self.media = "application/x-www-form-urlencoded";
        } else if text.contains("application/json") {
            self.media = "application/json";
        }
    }

    /// Puts every field where it travels, once all is known.
    pub(super) fn settle(&mut self, notes: &mut Notes) {
        if self.method.is_empty() {
            let has_body = !self.body.fields.is_empty();
            self.method = if has_body { "post" } else { "get" }.to_owned();
            notes.guessed(self.span.clone(), &self.method, NO_METHOD);
        }
        if ["get", "delete"].contains(&self.method.as_str()) && !self.has_body {
            for mut field in self.body.take(|_| true) {
                field.place = Place::Query;
                self.parameter(field, notes);
            }
        }
        self.path_parameters(notes);
        if self.body.fields.iter().any(has_file) && self.media == "application/json" {
            self.media = "multipart/form-data";
        }
        let (secrets, rest) = std::mem::take(&mut self.parameters).into_iter().partition(is_credential);
        self.parameters = rest;
        for field in secrets {
            notes.guessed(field.span.clone(), &field.name, CREDENTIAL);
            let said = format!("{} {}", field.help, field.example.as_deref().unwrap_or_default()).to_ascii_lowercase();
            let is_bearer = field.name.eq_ignore_ascii_case("authorization") && said.contains("bearer");
            let Field { name, place, required, help, .. } = field;
            self.schemes.push(Scheme { name, place, is_bearer, required, help });
        }
        for field in self.body.fields.iter().filter(|one| is_body_credential(one)) {
            notes.guessed(field.span.clone(), &field.name, CREDENTIAL);
        }
    }

    /// The path names its parameters; each is required.
    fn path_parameters(&mut self, notes: &mut Notes) {
        let path = self.path.clone();
        let names = path.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name));
        for name in names.filter(|name| !name.is_empty()).take(64) {
            let told = self.body.take(|one| one.name == name).pop();
            let known = self.parameters.iter_mut().find(|one| one.name == name && one.place != Place::Header);
            match (known, told) {
                (Some(known), _) => known.place = Place::Path,
                (None, Some(told)) => self.parameters.push(Field { place: Place::Path, ..told }),
                (None, None) => {
                    notes.guessed(self.span.clone(), name, IN_ADDRESS);
                    let types = vec![Type::String];
                    let field = Field { name: name.to_owned(), place: Place::Path, types, ..Field::default() };
                    self.parameters.push(Field { is_inferred: true, span: self.span.clone(), ..field });
                }
            }
        }
        for one in self.parameters.iter_mut().filter(|one| one.place == Place::Path) {
            one.required = true;
        }
    }
}

/// Whether a header is one that the client writes itself.
pub(super) fn is_clients(name: &str) -> bool {
    OWN_HEADERS.contains(&name.to_ascii_lowercase().as_str())
}

fn is_credential(field: &Field) -> bool {
    let is_text = field.types.is_empty() || field.is(Type::String);
    field.place != Place::Path && is_text && is_name(&field.name)
}

/// A member of the body by whose name secrets go.
pub(super) fn is_body_credential(field: &Field) -> bool {
    is_credential(field) && field.choices.is_empty()
}

fn has_file(field: &Field) -> bool {
    field.is(Type::File)
}

/// Whether an address is one to send to: it has a name of its own, and is not this machine.
fn is_server(server: &str) -> bool {
    let Some((scheme, host)) = server.split_once("://") else { return false };
    let name = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let is_plain = name.chars().all(|char| char.is_ascii_alphanumeric() || ".-".contains(char));
    let label = name.split('.').next().unwrap_or_default();
    let stands_in =
        label.is_empty() || label.chars().all(|char| char == 'x') || name == "localhost" || name.starts_with("127.");
    ["http", "https"].contains(&scheme) && is_plain && name.contains('.') && !stands_in && !name.starts_with("0.")
}

const CLIENTS: Words = Words::new("由客户端自行填写的请求头", "a header that the client writes itself");
const NO_SERVER: Words = Words::new("不是真实的服务器地址", "no address of a server");
const IN_ADDRESS: Words =
    Words::new("写在地址里的参数，视为必填文本", "a parameter in the address: taken for a required text");
const NO_METHOD: Words = Words::new("没有写请求方法", "the method is not said");
const CREDENTIAL: Words =
    Words::new("按名称视为凭据，不保留它的值", "a credential, by its name: none of its values is kept");
