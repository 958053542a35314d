//! What is known of a message by its type, and of the XML around and inside of messages.

use std::borrow::Cow;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::de::{Deserialize, Deserializer, Error};
use serde_json::{Map, Value};

use super::form::Form;
use super::kind::find;
use super::media::{ImageMsg, VideoMsg, VoiceMsg};
use super::{AppMsg, Msg, Part, RecordInfo, Shell, Solitaire};
use crate::described;
use crate::lang::Words;
use crate::layer::xml::Element;
use crate::layer::xml::typed::Other;
use crate::schema::Schema;

fn json_schema_of<T: JsonSchema>(name: &str) -> Cow<'static, str> {
    described::schema(name, || schemars::schema_for!(T))
}

/// The schemas of all that this room knows, by their names, as members of a JSON object.
pub(crate) fn to_json() -> Vec<String> {
    let forms = super::TYPES.iter().map(|kind| &kind.form).chain([&UNKNOWN]);
    let mut all: Vec<_> = forms.map(|form| (format!("appmsg.{}", form.key), form.json_schema())).collect();
    all.dedup_by(|later, first| later.0 == first.0);
    all.extend(msg_json_schemas().map(|(name, schema)| (name.to_owned(), schema)));
    all.push(("recordinfo".to_owned(), json_schema_of::<RecordInfo>("recordinfo")));
    all.push(("solitaire".to_owned(), json_schema_of::<Solitaire>("solitaire")));
    let one = |(name, schema): &(String, Cow<'_, str>)| format!("\"{name}\": {{\"schema\": {schema}}}");
    all.iter().map(one).collect()
}

/// The JSON Schemas of a `<msg>`, as text, by what stands in it.
pub(crate) fn msg_json_schemas() -> impl Iterator<Item = (&'static str, Cow<'static, str>)> {
    [
        ("msg", json_schema_of::<Msg>("msg")),
        ("msg.img", json_schema_of::<ImageMsg>("msg.img")),
        ("msg.videomsg", json_schema_of::<VideoMsg>("msg.videomsg")),
        ("msg.voicemsg", json_schema_of::<VoiceMsg>("msg.voicemsg")),
    ]
    .into_iter()
}

/// A schema, compiled when it is first asked for.
struct Known(OnceLock<Schema>);

impl Known {
    fn schema<T: JsonSchema>(&self, name: &str) -> &Schema {
        let compile = || Schema::compile(&json_schema_of::<T>(name), &[]);
        self.0.get_or_init(compile)
    }
}

/// What is known of an element's inside: of an `<appmsg>` by its type, of the `<msg>` around one or around a picture, a
/// video or voice, and of the XML that stands in a text of one.
pub fn schema_of(element: Element<'_>) -> Option<&'static Schema> {
    static MSG: Known = Known(OnceLock::new());
    static IMAGE: Known = Known(OnceLock::new());
    static VIDEO: Known = Known(OnceLock::new());
    static VOICE: Known = Known(OnceLock::new());
    static RECORD: Known = Known(OnceLock::new());
    static RELAY: Known = Known(OnceLock::new());
    match element.name() {
        "appmsg" => {
            let number = element.child("type").map(Element::text);
            Some(form(number.as_deref().unwrap_or_default()).schema())
        }
        "msg" if element.child("appmsg").is_some() => Some(MSG.schema::<Msg>("msg")),
        "msg" if element.child("img").is_some() => Some(IMAGE.schema::<ImageMsg>("msg.img")),
        "msg" if element.child("videomsg").is_some() => Some(VIDEO.schema::<VideoMsg>("msg.videomsg")),
        "msg" if element.child("voicemsg").is_some() => Some(VOICE.schema::<VoiceMsg>("msg.voicemsg")),
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
