//! What types say of themselves: their JSON Schema, and examples made with them.
//!
//! With the feature `derive` the types are asked. Without it, nothing of that is in the program: what they said when it was
//! built is read from data that was loaded. So the page, which does without, is half as large. This is the only file that
//! knows the difference.

use std::borrow::Cow;

use crate::catalog;
use crate::lang::Words;
use crate::layer::json::{Tree, Value};
use crate::operation::{Entry, GatewayEntry};
use crate::told;

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

/// The JSON Schema of a type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct JsonSchemaOf {
    #[cfg_attr(feature = "derive", expect(dead_code, reason = "the type is asked"))]
    name: &'static str,
    #[cfg(feature = "derive")]
    derive: fn() -> schemars::Schema,
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

    use super::{CodeWords, Codes, Cow, JsonSchemaOf};
    use crate::lang::Words;
    use crate::layer::json::quote;

    impl JsonSchemaOf {
        pub(crate) const fn new<T: JsonSchema>(name: &'static str) -> Self {
            Self { name, derive: || schema_for!(T) }
        }

        pub(crate) fn text(&self) -> Cow<'static, str> {
            serde_json::to_string(&(self.derive)()).expect("a schema is JSON").into()
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
}

#[cfg(not(feature = "derive"))]
mod loaded {
    use std::sync::RwLock;

    use super::{CodeWords, Codes, Cow, Entry, GatewayEntry, JsonSchemaOf};
    use crate::catalog;
    use crate::lang::Words;
    use crate::layer::json::{Tree, Value};
    use crate::secret;
    use crate::told::kept;

    /// What was loaded, as long as the program runs: what is derived would be there as long.
    static LOADED: RwLock<Vec<&'static Tree<'static>>> = RwLock::new(Vec::new());

    /// The calls in it.
    static ENTRIES: RwLock<Vec<&'static Entry>> = RwLock::new(Vec::new());

    /// The gateways in it that this program does not have.
    static GATEWAYS: RwLock<Vec<GatewayEntry>> = RwLock::new(Vec::new());

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
        pub(crate) const fn new(name: &'static str, _table: &'static [CodeWords]) -> Self {
            Self { name }
        }

        pub(crate) fn words(&self, code: i64) -> Option<Words> {
            let words = find(self.name, "words")?.get(&code.to_string())?;
            let mut texts = words.items().map(kept);
            Some(Words { zh: texts.next()?, en: texts.next()? })
        }

        /// Only where they are written out is there anything to write.
        pub(crate) fn to_json(self) -> String {
            String::new()
        }
    }

    pub(super) fn keep(tree: &'static Tree<'static>, calls: impl Iterator<Item = Entry>) {
        if let (Ok(mut loaded), Ok(mut entries)) = (LOADED.write(), ENTRIES.write()) {
            loaded.push(tree);
            for call in calls {
                entries.push(Box::leak(Box::new(call)));
            }
        }
    }

    pub(super) fn keep_gateway(gateway: GatewayEntry) {
        let is_known = catalog::gateways().any(|known| known.name == gateway.name);
        if let (false, Ok(mut gateways)) = (is_known, GATEWAYS.write()) {
            gateways.push(gateway);
        }
        secret::forget();
    }

    pub(super) fn gateways() -> Vec<GatewayEntry> {
        GATEWAYS.read().map(|all| all.clone()).unwrap_or_default()
    }

    pub(super) fn entries() -> impl Iterator<Item = &'static Entry> {
        ENTRIES.read().map(|entries| entries.clone()).unwrap_or_default().into_iter()
    }

    pub(super) fn find(name: &str, key: &str) -> Option<Value<'static>> {
        let loaded = LOADED.read().ok()?;
        loaded.iter().find_map(|tree| tree.root().get(name)?.get(key))
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
/// describes; `false` where it is not JSON. Where types are asked, nothing is kept of it.
pub(crate) fn load(file: String, more: impl Fn(&mut Entry, Value<'static>) + 'static) -> bool {
    let Ok(tree) = Tree::parse(file.leak()) else { return false };
    let tree: &'static Tree<'static> = Box::leak(Box::new(tree));
    let gateway = told::gateway(tree.root());
    #[cfg(feature = "derive")]
    catalog::read(tree.root(), more).zip(gateway).for_each(drop);
    #[cfg(not(feature = "derive"))]
    {
        // Its calls are read with it known.
        gateway.into_iter().for_each(loaded::keep_gateway);
        loaded::keep(tree, catalog::read(tree.root(), more));
    }
    true
}

/// What was loaded under a name; nothing where types are asked.
pub(crate) fn find(name: &str, key: &str) -> Option<Value<'static>> {
    #[cfg(feature = "derive")]
    return Some((name, key)).and(None);
    #[cfg(not(feature = "derive"))]
    loaded::find(name, key)
}

/// All calls: those that the program has itself, or those that were loaded.
pub(crate) fn entries<I: Iterator<Item = &'static Entry>>(
    own: impl FnOnce() -> I,
) -> impl Iterator<Item = &'static Entry> {
    #[cfg(feature = "derive")]
    return own();
    #[cfg(not(feature = "derive"))]
    {
        drop(own);
        loaded::entries()
    }
}

/// The gateways beside those of the program: those that were learned, or those that were loaded.
pub(crate) fn gateways(own: impl FnOnce() -> Vec<GatewayEntry>) -> Vec<GatewayEntry> {
    #[cfg(feature = "derive")]
    return own();
    #[cfg(not(feature = "derive"))]
    {
        drop(own);
        loaded::gateways()
    }
}

/// The call of an id, likewise.
pub(crate) fn call(id: &str, own: impl FnOnce() -> Option<&'static Entry>) -> Option<&'static Entry> {
    #[cfg(feature = "derive")]
    return if id.is_empty() { None } else { own() };
    #[cfg(not(feature = "derive"))]
    {
        drop(own);
        loaded::entries().find(|entry| entry.id == id)
    }
}
