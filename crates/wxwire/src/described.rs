//! What types say of themselves: their JSON Schema, and examples made with them.
//!
//! With the feature `derive` the types are asked. Without it, nothing of that is in the program: what they said when it was
//! built is read from data that was loaded. So the page, which does without, is half as large. This is the only file that
//! knows the difference.

use std::borrow::Cow;

use crate::lang::Words;

/// An example, its values as indented JSON.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct EntryExample {
    /// Its name among the operation's examples.
    pub name: &'static str,
    /// What it shows.
    pub title: Words,
    /// The values.
    pub values: String,
}

/// Which of the things that a type is: each has a schema of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Part {
    /// The values of a call, or what a callback or a message is made of.
    Schema,
    /// The reply to a call.
    Reply,
}

/// The JSON Schema of a type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JsonSchemaOf {
    #[cfg_attr(feature = "derive", expect(dead_code, reason = "the type is asked"))]
    name: &'static str,
    #[cfg_attr(feature = "derive", expect(dead_code, reason = "the type is asked"))]
    part: Part,
    #[cfg(feature = "derive")]
    derive: fn() -> schemars::Schema,
}

/// The examples of an operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ExamplesOf {
    #[cfg_attr(feature = "derive", expect(dead_code, reason = "the type is asked"))]
    name: &'static str,
    #[cfg(feature = "derive")]
    make: fn() -> Vec<EntryExample>,
}

/// A code of a vendor's, and what it means in Chinese and in English.
pub(crate) type CodeWords = (i64, &'static str, &'static str);

/// What the codes of a gateway mean.
#[derive(Clone, Copy, Debug)]
pub struct Codes {
    name: &'static str,
    #[cfg(feature = "derive")]
    table: &'static [CodeWords],
}

#[cfg(feature = "derive")]
mod asked {
    use schemars::{JsonSchema, schema_for};

    use super::{CodeWords, Codes, Cow, EntryExample, ExamplesOf, JsonSchemaOf, Part};
    use crate::lang::Words;
    use crate::layer::json::quote;
    use crate::operation::{Example, Operation};

    impl JsonSchemaOf {
        pub(crate) const fn new<T: JsonSchema>(name: &'static str, part: Part) -> Self {
            Self { name, part, derive: || schema_for!(T) }
        }

        pub(crate) fn text(&self) -> Cow<'static, str> {
            serde_json::to_string(&(self.derive)()).expect("a schema is JSON").into()
        }
    }

    impl ExamplesOf {
        pub(crate) const fn new<O: Operation>() -> Self {
            Self { name: O::ID, make: || O::examples().into_iter().map(entry).collect() }
        }

        pub(crate) fn all(&self) -> Vec<EntryExample> {
            (self.make)()
        }
    }

    impl Codes {
        pub(crate) const fn new(name: &'static str, table: &'static [CodeWords]) -> Self {
            Self { name, table }
        }

        pub(crate) fn words(&self, code: i64) -> Option<Words> {
            let at = self.table.binary_search_by_key(&code, |(own, ..)| *own).ok()?;
            let (_, zh, en) = self.table[at];
            Some(Words::new(zh, en))
        }

        /// The table as data: from each code to its words.
        pub(crate) fn to_json(self) -> String {
            let row = |(code, zh, en): &CodeWords| format!("\"{code}\": [{}, {}]", quote(zh), quote(en));
            format!(
                "\"{}\": {{\"words\": {{{}}}}}",
                self.name,
                self.table.iter().map(row).collect::<Vec<_>>().join(",\n")
            )
        }
    }

    fn entry<O: Operation>(example: Example<O>) -> EntryExample {
        let values = serde_json::to_string_pretty(&example.values).expect("a request's types are JSON's");
        EntryExample { name: example.name, title: example.title, values }
    }
}

#[cfg(not(feature = "derive"))]
mod loaded {
    use std::sync::RwLock;

    use super::{CodeWords, Codes, Cow, EntryExample, ExamplesOf, JsonSchemaOf, Part};
    use crate::lang::Words;
    use crate::layer::json::{Tree, Value};
    use crate::operation::Operation;

    /// What was loaded, as long as the program runs: what is derived would be there as long.
    static LOADED: RwLock<Vec<&'static Tree<'static>>> = RwLock::new(Vec::new());

    impl JsonSchemaOf {
        #[expect(clippy::extra_unused_type_parameters, reason = "the data is asked, not the type")]
        pub(crate) const fn new<T>(name: &'static str, part: Part) -> Self {
            Self { name, part }
        }

        /// Of what is not loaded, anything is right.
        pub(crate) fn text(&self) -> Cow<'static, str> {
            let key = match self.part {
                Part::Schema => "schema",
                Part::Reply => "reply",
            };
            find(self.name, key).map_or("{}", Value::source).into()
        }
    }

    impl ExamplesOf {
        pub(crate) const fn new<O: Operation>() -> Self {
            Self { name: O::ID }
        }

        pub(crate) fn all(&self) -> Vec<EntryExample> {
            find(self.name, "examples").into_iter().flat_map(Value::items).map(example).collect()
        }
    }

    impl Codes {
        pub(crate) const fn new(name: &'static str, _table: &'static [CodeWords]) -> Self {
            Self { name }
        }

        pub(crate) fn words(&self, code: i64) -> Option<Words> {
            let words = find(self.name, "words")?.get(&code.to_string())?;
            let mut texts = words.items().map(borrowed);
            Some(Words { zh: texts.next()?, en: texts.next()? })
        }

        /// Only where they are written out is there anything to write.
        pub(crate) fn to_json(self) -> String {
            String::new()
        }
    }

    /// A text without escapes, as all that is written here are.
    fn borrowed(value: Value<'static>) -> &'static str {
        match value.as_str() {
            Some(Cow::Borrowed(text)) => text,
            _ => "",
        }
    }

    pub(super) fn load(file: String) -> bool {
        let Ok(tree) = Tree::parse(file.leak()) else { return false };
        if let Ok(mut loaded) = LOADED.write() {
            loaded.push(Box::leak(Box::new(tree)));
        }
        true
    }

    pub(super) fn find(name: &str, key: &str) -> Option<Value<'static>> {
        let loaded = LOADED.read().ok()?;
        loaded.iter().find_map(|tree| tree.root().get(name)?.get(key))
    }

    fn example(kept: Value<'static>) -> EntryExample {
        let text = |key: &str| kept.get(key).map_or("", borrowed);
        let values = kept.get("values").and_then(Value::as_str).unwrap_or_default().into_owned();
        EntryExample { name: text("name"), title: Words { zh: text("zh"), en: text("en") }, values }
    }
}

/// The text of a schema: as `derive` makes it of types, or what was loaded under a name.
pub(crate) fn schema(name: &str, derive: impl FnOnce() -> String) -> Cow<'static, str> {
    #[cfg(feature = "derive")]
    return if name.is_empty() { "{}".into() } else { derive().into() };
    #[cfg(not(feature = "derive"))]
    {
        drop(derive);
        loaded::find(name, "schema").map_or("{}", |schema| schema.source()).into()
    }
}

/// What is only there where types are asked: a program that does without holds nothing of it.
pub(crate) const fn derived<T: Copy>(it: T) -> Option<T> {
    if cfg!(feature = "derive") { Some(it) } else { None }
}

/// Takes in what types said of themselves, as `to_json` of the catalog writes it, before anything is asked of what it
/// describes; `false` where it is not JSON. Where types are asked, it does nothing.
pub(crate) fn load(file: String) -> bool {
    #[cfg(feature = "derive")]
    return !file.is_empty();
    #[cfg(not(feature = "derive"))]
    loaded::load(file)
}
