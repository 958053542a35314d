//! What an operation's types say of themselves: schema and examples.
//!
//! With the feature `derive` they are asked; without it, they are read out of `catalog.json`, in which the answers are
//! kept, once [`crate::catalog::load`] took it in. A test holds the two alike. The page does without: deriving takes a
//! third of its size.

use std::borrow::Cow;

use crate::lang::Words;

/// An example, its values as indented JSON.
#[derive(Clone, Debug)]
pub struct EntryExample {
    /// Its name among the operation's examples.
    pub name: &'static str,
    /// What it shows.
    pub title: Words,
    /// The values.
    pub values: String,
}

/// Where the answers come from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Description {
    pub(super) schema: fn(&str) -> Cow<'static, str>,
    #[cfg(feature = "derive")]
    pub(super) reply_schema: fn(&str) -> Cow<'static, str>,
    pub(super) examples: fn(&str) -> Vec<EntryExample>,
}

#[cfg(feature = "derive")]
mod derived {
    use super::{Cow, Description, EntryExample};
    use crate::operation::{Example, Operation};

    impl Description {
        pub(in crate::operation) const fn of<O: Operation>() -> Self {
            Self {
                schema: |_| text(&schemars::schema_for!(O)),
                reply_schema: |_| text(&schemars::schema_for!(O::Reply)),
                examples: |_| O::examples().into_iter().map(entry).collect(),
            }
        }
    }

    fn text(schema: &schemars::Schema) -> Cow<'static, str> {
        serde_json::to_string(schema).expect("a schema is JSON").into()
    }

    fn entry<O: Operation>(example: Example<O>) -> EntryExample {
        let values = serde_json::to_string_pretty(&example.values).expect("a request's types are JSON's");
        EntryExample { name: example.name, title: example.title, values }
    }
}

#[cfg(not(feature = "derive"))]
mod kept {
    use super::{Cow, Description, EntryExample, Words};
    use crate::catalog;
    use crate::layer::json::Value;
    use crate::operation::Operation;

    impl Description {
        #[expect(clippy::extra_unused_type_parameters, reason = "the file is asked, not the type")]
        pub(in crate::operation) const fn of<O: Operation>() -> Self {
            Self {
                schema,
                examples: |id| kept(id, "examples").into_iter().flat_map(Value::items).map(example).collect(),
            }
        }
    }

    fn kept(id: &str, key: &str) -> Option<Value<'static>> {
        catalog::kept(id).and_then(|entry| entry.get(key))
    }

    /// Of what is not kept, anything is right.
    fn schema(id: &str) -> Cow<'static, str> {
        kept(id, "schema").map_or("{}", |schema| schema.source()).into()
    }

    fn example(kept: Value<'static>) -> EntryExample {
        let text = |key: &str| match kept.get(key).and_then(Value::as_str) {
            Some(Cow::Borrowed(text)) => text,
            _ => "",
        };
        let values = kept.get("values").and_then(Value::as_str).unwrap_or_default().into_owned();
        EntryExample { name: text("name"), title: Words { zh: text("zh"), en: text("en") }, values }
    }
}
