//! A call whose type is asked.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, schema_for};

use super::{EntryExample, Example, Operation, RulesOf, Told, field_names};
use crate::layer::json::Value;
use crate::problem::Problem;

/// The type of an operation.
pub(crate) struct OfType<O>(PhantomData<fn() -> O>);

impl<O: Operation> OfType<O> {
    pub(crate) const NEW: Self = Self(PhantomData);
}

/// What no data can hold of a type.
pub(crate) const fn rules_of<O: Operation>() -> RulesOf {
    (O::ID, O::check, O::is_its)
}

impl<O: Operation> Told for OfType<O> {
    fn json_schema(&self) -> Cow<'static, str> {
        schema_of::<O>()
    }

    fn reply_json_schema(&self) -> Cow<'static, str> {
        schema_of::<O::Reply>()
    }

    fn examples(&self) -> Vec<EntryExample> {
        let one = |example: Example<O>| {
            let values = serde_json::to_string_pretty(&example.values).expect("a request's types are JSON's");
            EntryExample { name: example.name, title: example.title, values }
        };
        O::examples().into_iter().map(one).collect()
    }

    fn reply(&self) -> Cow<'static, str> {
        O::REPLY.into()
    }

    fn check(&self, values: Value<'_>, problems: &mut Vec<Problem>) {
        O::check(values, problems);
    }

    fn is_its(&self, values: Value<'_>) -> bool {
        O::is_its(values)
    }

    fn indexed(&self) -> Option<Vec<&'static str>> {
        field_names::of::<O>()
    }

    fn reply_indexed(&self) -> Option<Vec<&'static str>> {
        field_names::of::<O::Reply>()
    }
}

fn schema_of<T: JsonSchema>() -> Cow<'static, str> {
    crate::described::text_of(&schema_for!(T)).into()
}
