//! The envelope around every message: what is sent, the client that sends it, and the type, which names the message.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Map;

use super::{IsSync, Xbot, answers_its_type};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation};
use crate::problem::Source;
use crate::verdict::Judge;

/// A message that an envelope can hold. Each is an operation, by its envelope.
pub trait Message: DeserializeOwned + JsonSchema + Serialize + 'static {
    /// Its type on the wire.
    const TYPE: &'static str;
    /// [`Operation::ID`].
    const ID: &'static str;
    /// [`Operation::TITLE`].
    const TITLE: Words;
    /// [`Operation::PAGE`].
    const PAGE: &'static str;
    /// [`Operation::REPLY`].
    const REPLY: &'static str;
    /// [`Operation::EVIDENCE`].
    const EVIDENCE: Source = Source::Documented;

    /// An example, with its title.
    fn example() -> (Words, Self);
}

/// A message in its envelope.
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(bound = "M: Message")]
#[schemars(transform = described_by::<M>)]
pub struct Envelope<M: Message> {
    /// The message. · 消息内容。
    // The envelope is documented, whatever is known of the message.
    #[schemars(extend("x-type-source" = "documented"))]
    pub data: M,
    /// The client. The number that xbot gave to the WeCom client that sends.
    ///
    /// 客户端编号。由 xbot 分配给发送消息的企微客户端。
    #[schemars(extend("x-type-source" = "documented"))]
    pub client_id: i64,
    /// The message type. · 消息类型。
    #[serde(rename = "type")]
    #[schemars(extend("x-type-source" = "documented"))]
    pub kind: TypeOf<M>,
    /// Whether to wait for the result. Not in the documents; one client always sends it.
    ///
    /// 是否等待结果。文档中没有，有客户端总是带上。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-source" = "observed"))]
    pub is_sync: Option<IsSync>,
}

impl<M: Message> Envelope<M> {
    /// A message that a client sends, without waiting for the result.
    pub fn new(client_id: i64, data: M) -> Self {
        Self { data, client_id, kind: TypeOf(PhantomData), is_sync: None }
    }
}

/// The one value of a message's `type`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct TypeOf<M>(PhantomData<fn() -> M>);

impl<M: Message> Serialize for TypeOf<M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(M::TYPE)
    }
}

impl<'de, M: Message> Deserialize<'de> for TypeOf<M> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Cow::<str>::deserialize(deserializer)? {
            name if name == M::TYPE => Ok(Self(PhantomData)),
            name => Err(D::Error::custom(format!("the type should be {}, is {name}", M::TYPE))),
        }
    }
}

impl<M: Message> JsonSchema for TypeOf<M> {
    fn schema_name() -> Cow<'static, str> {
        format!("TypeOf{}", M::schema_name()).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({"type": "string", "const": M::TYPE})
    }

    fn inline_schema() -> bool {
        true
    }
}

/// The reply to a message. What it holds is documented for few types.
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(bound = "M: Message")]
#[schemars(description = "The reply.\n\n回复。")]
#[non_exhaustive]
pub struct EnvelopeReply<M: Message> {
    /// What came of it. · 结果。
    pub data: Map<String, serde_json::Value>,
    /// The type of the request. · 请求的类型。
    #[serde(rename = "type")]
    #[schemars(with = "TypeOf<M>")]
    pub kind: String,
    #[serde(skip)]
    message: PhantomData<fn() -> M>,
}

impl<M: Message> Operation for Envelope<M> {
    type Gateway = Xbot;
    type Reply = EnvelopeReply<M>;

    const ID: &str = M::ID;
    const TITLE: Words = M::TITLE;
    const PATH: &str = "/";
    const PAGE: &str = M::PAGE;
    const REPLY: &str = M::REPLY;
    const EVIDENCE: Source = M::EVIDENCE;

    fn examples() -> Vec<Example<Self>> {
        let (title, message) = M::example();
        vec![Example::new("one", title, Self::new(1, message))]
    }

    fn judge(reply: Value<'_>, sent: Option<Value<'_>>, judge: &mut Judge) {
        answers_its_type(reply, sent, judge);
    }
}

/// The help of an envelope is that of the message in it.
fn described_by<M: Message>(schema: &mut Schema) {
    if let Some(words) = schemars::schema_for!(M).remove("description") {
        schema.insert("description".into(), words);
    }
}
