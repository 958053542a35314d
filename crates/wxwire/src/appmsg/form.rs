//! What a type's messages are made of: the elements of all types, and its own.

use std::borrow::Cow;
use std::fmt::Debug;
use std::sync::OnceLock;

use schemars::{JsonSchema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{Part, Shell};
use crate::derived::derived;
use crate::described;
use crate::lang::Words;
use crate::layer::xml::typed::Other;
use crate::schema::Schema;

/// What a message is made of.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) key: &'static str,
    name: Option<Words>,
    pub(super) own: Option<&'static dyn Elements>,
    /// The docs of `<title>`, where it is more than a heading.
    pub(super) title: Option<&'static str>,
    /// The docs of `<des>`, where it is more than small print.
    pub(super) des: Option<&'static str>,
    /// An element of all types that messages of this one always have.
    pub(super) needs: Option<&'static str>,
    compiled: OnceLock<Schema>,
}

/// The elements that only some types have.
pub(super) trait Elements: Debug + Sync {
    fn read(&self, values: &Value) -> serde_json::Result<Part>;
    fn schema(&self) -> schemars::Schema;
}

/// Elements by their type, which makes a part.
#[derive(Debug)]
pub(super) struct Own<T>(pub(super) fn(T) -> Part);

impl<T: Debug + DeserializeOwned + JsonSchema> Elements for Own<T> {
    fn read(&self, values: &Value) -> serde_json::Result<Part> {
        T::deserialize(values).map(self.0)
    }

    fn schema(&self) -> schemars::Schema {
        schemars::schema_for!(Whole<T>)
    }
}

// All of a message, as its schema describes it. Its name and its words are those of its part: with docs it would have its own.
#[derive(JsonSchema)]
#[schemars(rename = "{T}")]
#[expect(dead_code, reason = "only its schema is asked for")]
struct Whole<T> {
    #[serde(flatten)]
    #[schemars(schema_with = "wordless_shell")]
    shell: Shell,
    #[serde(flatten)]
    part: T,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    other: Other,
}

/// The elements of all types, without words on what they are together: what is flattened first would keep its own.
fn wordless_shell(generator: &mut SchemaGenerator) -> schemars::Schema {
    let mut schema = Shell::json_schema(generator);
    schema.remove("description");
    schema
}

/// No elements but those of all types.
#[derive(JsonSchema)]
struct Nothing {}

impl Form {
    /// The elements that all types have.
    pub(super) const fn plain(key: &'static str, name: Words) -> Self {
        Self { key, name: derived(name), own: None, title: None, des: None, needs: None, compiled: OnceLock::new() }
    }

    pub(super) fn schema(&self) -> &Schema {
        self.compiled.get_or_init(|| Schema::compile(&self.json_schema(), &[]))
    }

    pub(super) fn json_schema(&self) -> Cow<'static, str> {
        described::schema(&format!("appmsg.{}", self.key), || self.derived_schema())
    }

    fn derived_schema(&self) -> schemars::Schema {
        let mut schema = self.own.map_or_else(|| plain_schema(self.name), Elements::schema);
        let docs = [("title", self.title), ("des", self.des)];
        for (name, docs) in docs.into_iter().filter_map(|(name, docs)| Some((name, docs?))) {
            if let Some(field) = schema.pointer_mut(&format!("/properties/{name}")) {
                field["description"] = docs.into();
            }
        }
        if let Some(name) = self.needs {
            if let Some(field) = schema.pointer_mut(&format!("/properties/{name}")) {
                field["x-source"] = "observed".into();
            }
            schema.insert("required".into(), json!([name]));
        }
        schema
    }
}

fn plain_schema(name: Option<Words>) -> schemars::Schema {
    let mut schema = schemars::schema_for!(Whole<Nothing>);
    if let Some(name) = name {
        schema.insert("title".into(), name.en.into());
        schema.insert("description".into(), format!("{}.\n\n{}。", name.en, name.zh).into());
    }
    schema
}
