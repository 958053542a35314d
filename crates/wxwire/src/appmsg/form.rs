//! What a type's messages are made of: the elements of all types, and its own.

use std::borrow::Cow;
use std::fmt::Debug;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error};
use serde_json::{Map, Value, json};

use super::kind::find;
use super::{AppMsg, Msg, Part, RecordInfo, Shell, Solitaire};
use crate::described;
use crate::lang::Words;
use crate::layer::xml::Element;
use crate::layer::xml::typed::Other;
use crate::schema::Schema;

/// What a message is made of.
#[derive(Debug)]
pub(super) struct Form {
    key: &'static str,
    name: Words,
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
        let mut schema = schemars::schema_for!(Whole<T>);
        // The words of the part, not of all that is around it.
        let part = schemars::schema_for!(T);
        for keyword in ["title", "description"] {
            schema.insert(keyword.into(), part.get(keyword).cloned().unwrap_or_default());
        }
        schema
    }
}

/// All of a message, as its schema describes it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is asked for")]
struct Whole<T> {
    #[serde(flatten)]
    shell: Shell,
    #[serde(flatten)]
    part: T,
    /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
    ///
    /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
    #[serde(rename = "$other", default, skip_serializing_if = "Other::is_empty")]
    other: Other,
}

/// No elements but those of all types.
#[derive(JsonSchema)]
struct Nothing {}

impl Form {
    /// The elements that all types have.
    pub(super) const fn plain(key: &'static str, name: Words) -> Self {
        Self { key, name, own: None, title: None, des: None, needs: None, compiled: OnceLock::new() }
    }

    pub(super) fn schema(&self) -> &Schema {
        self.compiled.get_or_init(|| Schema::compile(&self.json_schema(), &[]))
    }

    pub(super) fn json_schema(&self) -> Cow<'static, str> {
        described::schema(&format!("appmsg.{}", self.key), || self.derived_schema())
    }

    fn derived_schema(&self) -> String {
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
        serde_json::to_string(&schema).expect("a schema is JSON")
    }
}

fn plain_schema(name: Words) -> schemars::Schema {
    let mut schema = schemars::schema_for!(Whole<Nothing>);
    schema.insert("title".into(), name.en.into());
    schema.insert("description".into(), format!("{}.\n\n{}。", name.en, name.zh).into());
    schema
}

fn json_schema_of<T: JsonSchema>(name: &str) -> Cow<'static, str> {
    described::schema(name, || serde_json::to_string(&schemars::schema_for!(T)).expect("a schema is JSON"))
}

/// The schemas of all that this room knows, by their names, as members of a JSON object.
pub(crate) fn to_json() -> Vec<String> {
    let forms = super::TYPES.iter().map(|kind| &kind.form).chain([&UNKNOWN]);
    let mut all: Vec<_> = forms.map(|form| (format!("appmsg.{}", form.key), form.json_schema())).collect();
    all.dedup_by(|later, first| later.0 == first.0);
    all.push(("msg".to_owned(), json_schema_of::<Msg>("msg")));
    all.push(("recordinfo".to_owned(), json_schema_of::<RecordInfo>("recordinfo")));
    all.push(("solitaire".to_owned(), json_schema_of::<Solitaire>("solitaire")));
    let one = |(name, schema): &(String, Cow<'_, str>)| format!("\"{name}\": {{\"schema\": {schema}}}");
    all.iter().map(one).collect()
}

/// A schema, compiled when it is first asked for.
struct Known(OnceLock<Schema>);

impl Known {
    fn schema<T: JsonSchema>(&self, name: &str) -> &Schema {
        let compile = || Schema::compile(&json_schema_of::<T>(name), &[]);
        self.0.get_or_init(compile)
    }
}

/// What is known of an element's inside: of an `<appmsg>` by its type, of the `<msg>` around one, and of the XML that
/// stands in a text of one.
pub fn schema_of(element: Element<'_>) -> Option<&'static Schema> {
    static MSG: Known = Known(OnceLock::new());
    static RECORD: Known = Known(OnceLock::new());
    static RELAY: Known = Known(OnceLock::new());
    match element.name() {
        "appmsg" => {
            let number = element.child("type").map(Element::text);
            Some(form(number.as_deref().unwrap_or_default()).schema())
        }
        "msg" if element.child("appmsg").is_some() => Some(MSG.schema::<Msg>("msg")),
        "recordinfo" => Some(RECORD.schema::<RecordInfo>("recordinfo")),
        "solitaire" => Some(RELAY.schema::<Solitaire>("solitaire")),
        _ => None,
    }
}

/// What a message of any other type is made of.
static UNKNOWN: Form =
    Form::plain("plain", Words::new("未知其专有元素的类型", "A type of which no own elements are known"));

/// The JSON Schema of a message whose type is not known, as text.
pub(crate) fn unknown_json_schema() -> Cow<'static, str> {
    UNKNOWN.json_schema()
}

/// The form of the type of a number; of any other, what all types have.
fn form(number: &str) -> &'static Form {
    number.trim().parse().ok().and_then(find).map_or(&UNKNOWN, |kind| &kind.form)
}

/// By its `type`, as it is read from XML.
impl<'de> Deserialize<'de> for AppMsg {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut values = Map::deserialize(deserializer)?;
        let other = values.shift_remove("$other").map(Other::deserialize).transpose().map_err(D::Error::custom)?;
        let values = Value::Object(values);
        let form = form(values.get("type").and_then(Value::as_str).unwrap_or_default());
        let part = form.own.map_or(Ok(Part::None), |own| own.read(&values)).map_err(D::Error::custom)?;
        let shell = Shell::deserialize(values).map_err(D::Error::custom)?;
        Ok(Self { shell, part, other: other.unwrap_or_default() })
    }
}
