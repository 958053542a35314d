//! What types say of themselves: their JSON Schema, and examples made with them.
//!
//! With the feature `derive` the types are asked. Without it, nothing of that is in the program: what they said when it was
//! built is read from data that was loaded. So the page, which does without, is half as large. This file and
//! `derived.rs`, for what stands below it, are the only ones that know the difference.

use std::borrow::Cow;

use crate::layer::json::{Tree, Value};

/// The JSON Schema of a type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JsonSchemaOf {
    #[cfg_attr(feature = "derive", expect(dead_code, reason = "the type is asked"))]
    name: &'static str,
    #[cfg(feature = "derive")]
    derive: fn() -> schemars::Schema,
}

/// What the codes of a gateway mean: a file of lines, each with a code, its words in Chinese and in English.
#[derive(Clone, Copy, Debug)]
pub struct Codes {
    name: &'static str,
    #[cfg(feature = "derive")]
    table: &'static str,
}

#[cfg(feature = "derive")]
mod asked {
    use schemars::{JsonSchema, schema_for};

    use memchr::memmem;

    use super::{Codes, Cow, JsonSchemaOf, text_of};
    use crate::lang::Words;
    use crate::layer::json::quote;

    impl JsonSchemaOf {
        pub(crate) const fn new<T: JsonSchema>(name: &'static str) -> Self {
            Self { name, derive: || schema_for!(T) }
        }

        pub(crate) fn text(&self) -> Cow<'static, str> {
            text_of(&(self.derive)()).into()
        }
    }

    impl Codes {
        pub(crate) const fn new(name: &'static str, table: &'static str) -> Self {
            Self { name, table }
        }

        pub(crate) fn words(&self, code: i64) -> Option<Words> {
            let start = format!("{code}\t");
            let at = match self.table.starts_with(&start) {
                true => 0,
                false => memmem::find(self.table.as_bytes(), format!("\n{start}").as_bytes())? + 1,
            };
            let line = self.table[at + start.len()..].lines().next()?;
            let (zh, en) = line.split_once('\t')?;
            Some(Words::new(zh, en))
        }

        /// The table as data: from each code to its words.
        pub(crate) fn to_json(self) -> String {
            let row = |line: &str| {
                let (code, words) = line.split_once('\t')?;
                let (zh, en) = words.split_once('\t')?;
                Some(format!("\"{code}\": [{}, {}]", quote(zh), quote(en)))
            };
            let rows: Vec<_> = self.table.lines().filter_map(row).collect();
            format!("\"{}\": {{\"words\": {{{}}}}}", self.name, rows.join(",\n"))
        }
    }
}

#[cfg(not(feature = "derive"))]
mod loaded {
    use std::sync::RwLock;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::{Codes, Cow, JsonSchemaOf};
    use crate::lang::Words;
    use crate::layer::json::{Tree, Value, kept};

    /// What was loaded, as long as the program runs: what is derived would be there as long.
    static LOADED: RwLock<Vec<&'static Tree<'static>>> = RwLock::new(Vec::new());

    impl JsonSchemaOf {
        #[expect(clippy::extra_unused_type_parameters, reason = "the data is asked, not the type")]
        pub(crate) const fn new<T>(name: &'static str) -> Self {
            Self { name }
        }

        /// Of what is not loaded, anything is right.
        pub(crate) fn text(&self) -> Cow<'static, str> {
            find(self.name, "schema").map_or("{}", Value::source).into()
        }
    }

    impl Codes {
        pub(crate) const fn new(name: &'static str, _table: &'static str) -> Self {
            Self { name }
        }

        pub(crate) fn words(&self, code: i64) -> Option<Words> {
            let Some(table) = find(self.name, "words") else {
                LACKING.store(true, Ordering::Relaxed);
                return None;
            };
            let words = table.get(&code.to_string())?;
            let mut texts = words.items().map(kept);
            Some(Words { zh: texts.next()?, en: texts.next()? })
        }

        /// Only where they are written out is there anything to write.
        pub(crate) fn to_json(self) -> String {
            String::new()
        }
    }

    /// Whether a code was asked for while its table was not there.
    static LACKING: AtomicBool = AtomicBool::new(false);

    pub(super) fn lacks_codes() -> bool {
        LACKING.swap(false, Ordering::Relaxed)
    }

    pub(super) fn keep(tree: &'static Tree<'static>) {
        if let Ok(mut loaded) = LOADED.write() {
            loaded.push(tree);
        }
    }

    pub(super) fn find(name: &str, key: &str) -> Option<Value<'static>> {
        let loaded = LOADED.read().ok()?;
        loaded.iter().find_map(|tree| tree.root().get(name)?.get(key))
    }
}

/// The text of a schema: as `derive` makes it of types, or what was loaded under a name.
pub(crate) fn schema(name: &str, derive: impl FnOnce() -> schemars::Schema) -> Cow<'static, str> {
    #[cfg(feature = "derive")]
    return if name.is_empty() { "{}".into() } else { text_of(&derive()).into() };
    #[cfg(not(feature = "derive"))]
    {
        drop(derive);
        loaded::find(name, "schema").map_or("{}", |schema| schema.source()).into()
    }
}

/// A schema as text, its keywords as they were set: in the order of its own writer it takes three times as long.
#[cfg_attr(not(feature = "derive"), allow(dead_code, reason = "types are not asked"))]
pub(crate) fn text_of(schema: &schemars::Schema) -> String {
    serde_json::to_string(schema.as_value()).unwrap_or_default()
}

/// What was loaded under a name; nothing where types are asked.
pub(crate) fn find(name: &str, key: &str) -> Option<Value<'static>> {
    #[cfg(feature = "derive")]
    return Some((name, key)).and(None);
    #[cfg(not(feature = "derive"))]
    loaded::find(name, key)
}

/// Whether a code was asked for, since this was asked last, whose table was not loaded: with it, more could have been said.
pub(crate) fn lacks_codes() -> bool {
    #[cfg(feature = "derive")]
    return false;
    #[cfg(not(feature = "derive"))]
    loaded::lacks_codes()
}

/// Keeps what types said of themselves, before anything is asked of what it describes. Whether it did: where types are asked,
/// there is no need.
pub(crate) fn keep(tree: &'static Tree<'static>) -> bool {
    #[cfg(not(feature = "derive"))]
    loaded::keep(tree);
    #[cfg(feature = "derive")]
    let _ = tree;
    cfg!(not(feature = "derive"))
}

/// What the program has of its own where types are asked; else what was loaded.
pub(crate) fn own_or_loaded<T, Own: Iterator<Item = T>, Loaded: Iterator<Item = T>>(
    own: impl FnOnce() -> Own,
    loaded: impl FnOnce() -> Loaded,
) -> impl Iterator<Item = T> {
    #[cfg(feature = "derive")]
    {
        drop(loaded);
        own()
    }
    #[cfg(not(feature = "derive"))]
    {
        drop(own);
        loaded()
    }
}
