//! The members that objects of a document have.

use super::form::Form;
use crate::lang::Words;

/// The sorts of objects in a document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sort {
    Document,
    Components,
    Path,
    Operation,
    Parameter,
    Body,
    Media,
    Response,
    Schema,
}

impl Sort {
    /// What stands where one should stand.
    pub(super) fn words(self) -> Words {
        match self {
            Self::Schema => Form::Schema.words(),
            _ => Form::Object.words(),
        }
    }
}

/// What is inside of a member.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holds {
    Nothing,
    One(Sort),
    List(Sort),
    Map(Sort),
}

/// A member that is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) name: &'static str,
    pub(super) form: Form,
    pub(super) holds: Holds,
    /// What it holds is a part of what it stands in.
    pub(super) is_part: bool,
    /// `false` says something there that is read.
    pub(super) may_be_false: bool,
}

/// The members of a sort of objects.
pub(super) fn of(sort: Sort) -> &'static [Member] {
    match sort {
        Sort::Document => &DOCUMENT,
        Sort::Components => &COMPONENTS,
        Sort::Path => &PATH,
        Sort::Operation => &OPERATION,
        Sort::Parameter => &PARAMETER,
        Sort::Body => &BODY,
        Sort::Media => &MEDIA,
        Sort::Response => &RESPONSE,
        Sort::Schema => &SCHEMA,
    }
}

const fn plain(name: &'static str, form: Form) -> Member {
    Member { name, form, holds: Holds::Nothing, is_part: false, may_be_false: false }
}

const fn one(name: &'static str, sort: Sort) -> Member {
    Member { holds: Holds::One(sort), ..plain(name, Form::Any) }
}

const fn list(name: &'static str, sort: Sort) -> Member {
    Member { holds: Holds::List(sort), ..plain(name, Form::List) }
}

const fn map(name: &'static str, sort: Sort) -> Member {
    Member { holds: Holds::Map(sort), ..plain(name, Form::Object) }
}

/// A schema that may be `false`.
const fn more(name: &'static str) -> Member {
    Member { may_be_false: true, ..one(name, Sort::Schema) }
}

/// Schemas that are parts of the one that they stand in.
const fn parts(name: &'static str) -> Member {
    Member { form: Form::Filled, is_part: true, ..list(name, Sort::Schema) }
}

const fn part(name: &'static str) -> Member {
    Member { is_part: true, may_be_false: true, ..one(name, Sort::Schema) }
}

static DOCUMENT: [Member; 10] = [
    plain("openapi", Form::Text),
    plain("info", Form::Object),
    plain("servers", Form::List),
    map("paths", Sort::Path),
    one("components", Sort::Components),
    plain("security", Form::List),
    plain("tags", Form::List),
    plain("externalDocs", Form::Object),
    plain("webhooks", Form::Any),
    plain("jsonSchemaDialect", Form::Text),
];

static COMPONENTS: [Member; 10] = [
    map("schemas", Sort::Schema),
    map("responses", Sort::Response),
    map("parameters", Sort::Parameter),
    map("requestBodies", Sort::Body),
    map("headers", Sort::Parameter),
    map("pathItems", Sort::Path),
    plain("examples", Form::Object),
    plain("securitySchemes", Form::Object),
    plain("links", Form::Object),
    plain("callbacks", Form::Object),
];

static PATH: [Member; 13] = [
    plain("$ref", Form::Text),
    plain("summary", Form::Text),
    plain("description", Form::Text),
    plain("servers", Form::List),
    list("parameters", Sort::Parameter),
    one("get", Sort::Operation),
    one("post", Sort::Operation),
    one("put", Sort::Operation),
    one("patch", Sort::Operation),
    one("delete", Sort::Operation),
    // Calls of these methods are noted as a whole.
    plain("head", Form::Any),
    plain("options", Form::Any),
    plain("trace", Form::Any),
];

static OPERATION: [Member; 12] = [
    plain("operationId", Form::Text),
    plain("summary", Form::Text),
    plain("description", Form::Text),
    plain("tags", Form::Texts),
    plain("externalDocs", Form::Object),
    plain("deprecated", Form::Flag),
    plain("servers", Form::List),
    plain("security", Form::List),
    // Noted as a whole.
    plain("callbacks", Form::Any),
    list("parameters", Sort::Parameter),
    one("requestBody", Sort::Body),
    map("responses", Sort::Response),
];

static PARAMETER: [Member; 14] = [
    plain("$ref", Form::Text),
    plain("name", Form::Text),
    plain("in", Form::Text),
    plain("description", Form::Text),
    plain("required", Form::Flag),
    plain("deprecated", Form::Flag),
    plain("allowEmptyValue", Form::Flag),
    plain("allowReserved", Form::Flag),
    plain("style", Form::Text),
    plain("explode", Form::Flag),
    plain("example", Form::Any),
    plain("examples", Form::Object),
    one("schema", Sort::Schema),
    map("content", Sort::Media),
];

static BODY: [Member; 4] = [
    plain("$ref", Form::Text),
    plain("description", Form::Text),
    plain("required", Form::Flag),
    map("content", Sort::Media),
];

static MEDIA: [Member; 4] = [
    one("schema", Sort::Schema),
    plain("example", Form::Any),
    plain("examples", Form::Object),
    plain("encoding", Form::Object),
];

static RESPONSE: [Member; 6] = [
    plain("$ref", Form::Text),
    plain("summary", Form::Text),
    plain("description", Form::Text),
    map("headers", Sort::Parameter),
    map("content", Sort::Media),
    plain("links", Form::Object),
];

/// What a schema has: keywords that are checked, those that are not, which is noted, and those of no effect.
pub(super) static SCHEMA: [Member; 89] = [
    plain("$ref", Form::Text),
    plain("type", Form::Type),
    plain("enum", Form::Filled),
    plain("const", Form::Any),
    plain("required", Form::Texts),
    map("properties", Sort::Schema),
    more("additionalProperties"),
    one("items", Sort::Schema),
    parts("allOf"),
    parts("oneOf"),
    parts("anyOf"),
    plain("minLength", Form::Count),
    plain("maxLength", Form::Count),
    plain("minBytes", Form::Count),
    plain("maxBytes", Form::Count),
    plain("minItems", Form::Count),
    plain("maxItems", Form::Count),
    plain("minimum", Form::Number),
    plain("maximum", Form::Number),
    plain("exclusiveMinimum", Form::NumberOrFlag),
    plain("exclusiveMaximum", Form::NumberOrFlag),
    plain("uniqueItems", Form::Flag),
    plain("pattern", Form::Text),
    plain("format", Form::Text),
    plain("contentEncoding", Form::Text),
    plain("contentMediaType", Form::Text),
    plain("nullable", Form::Flag),
    plain("readOnly", Form::Flag),
    plain("writeOnly", Form::Flag),
    plain("discriminator", Form::Object),
    plain("title", Form::Text),
    plain("description", Form::Text),
    plain("default", Form::Any),
    plain("example", Form::Any),
    plain("examples", Form::List),
    plain("deprecated", Form::Flag),
    plain("xml", Form::Object),
    plain("externalDocs", Form::Object),
    plain("$schema", Form::Text),
    plain("$id", Form::Text),
    plain("$anchor", Form::Text),
    plain("$dynamicAnchor", Form::Text),
    plain("$recursiveAnchor", Form::Flag),
    plain("$comment", Form::Text),
    plain("$vocabulary", Form::Object),
    map("$defs", Sort::Schema),
    map("definitions", Sort::Schema),
    // Not checked, whatever they hold.
    plain("$dynamicRef", Form::Any),
    plain("$recursiveRef", Form::Any),
    plain("multipleOf", Form::Any),
    plain("minProperties", Form::Any),
    plain("maxProperties", Form::Any),
    plain("not", Form::Any),
    part("if"),
    part("then"),
    part("else"),
    plain("patternProperties", Form::Any),
    plain("propertyNames", Form::Any),
    plain("dependentRequired", Form::Any),
    plain("dependentSchemas", Form::Any),
    plain("dependencies", Form::Any),
    plain("contains", Form::Any),
    plain("minContains", Form::Any),
    plain("maxContains", Form::Any),
    plain("prefixItems", Form::Any),
    plain("additionalItems", Form::Any),
    plain("unevaluatedItems", Form::Any),
    plain("unevaluatedProperties", Form::Any),
    plain("contentSchema", Form::Any),
    // Ours.
    plain("x-credential", Form::Flag),
    plain("x-cut", Form::Flag),
    plain("x-help-zh", Form::Text),
    plain("x-id", Form::Ids),
    plain("x-in", Form::Named(&["body", "query", "path", "header", "filename"])),
    plain("x-join", Form::Text),
    plain("x-layer", Form::Text),
    plain("x-messages", Form::Flag),
    plain("x-moment", Form::Named(&["any", "future"])),
    plain("x-needed", Form::TextOrTexts),
    plain("x-null", Form::Flag),
    plain("x-one-of", Form::Text),
    plain("x-others", Form::Flag),
    plain("x-receiver", Form::Flag),
    plain("x-root", Form::Text),
    plain("x-source", Form::Named(&SOURCES)),
    plain("x-type-source", Form::Named(&SOURCES)),
    plain("x-undocumented", Form::Flag),
    plain("x-unit", Form::Named(&["seconds", "milliseconds"])),
    plain("x-when", Form::Text),
];

const SOURCES: [&str; 3] = ["documented", "observed", "inferred"];
