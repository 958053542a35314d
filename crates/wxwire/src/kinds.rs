//! Kinds of one form, as data: of callbacks, or of the XML in messages. A file in `callbacks/` says of each what it is and which
//! fields it has, and is read when the first is asked for.
//!
//! Such a file has `kinds` by their keys, each with `zh`, `en`, the names of its `fields` and, where they are not the file's,
//! its `source`, its `page` and its `own` fields. A field is its help in both languages, or a JSON Schema with it, in which
//! `is` stands for values with names; an empty one is one that the vendor's document does not explain. `common` names the
//! fields, and `titles` what stands before the titles, of all kinds whose keys begin with a word.

use std::sync::{OnceLock, RwLock};

use crate::derived::derived;
use crate::described;
use crate::lang::Words;
use crate::layer::json::{Tree, Value, kept, quote};
use crate::problem::Source;
use crate::schema::Schema;

/// The kinds of one form.
#[derive(Debug)]
pub(crate) struct Kinds {
    name: &'static str,
    text: Option<&'static str>,
    file: OnceLock<Option<Value<'static>>>,
    known: RwLock<Vec<&'static Kind>>,
}

/// One kind.
#[derive(Debug)]
pub struct Kind {
    /// Its key.
    pub key: &'static str,
    /// What it is.
    pub title: Words,
    /// Where it is known from.
    pub source: Source,
    /// Its fields; none where they are those of its form.
    pub schema: Option<Schema>,
}

impl Kinds {
    /// The kinds of a file, by its text. Where types are not asked, they are what was loaded under this name.
    pub(crate) const fn new(name: &'static str, text: &'static str) -> Self {
        Self { name, text: derived(text), file: OnceLock::new(), known: RwLock::new(Vec::new()) }
    }

    /// The kind of a key, as much of it as is known: of `event change_contact x`, that of `event change_contact`, or else of
    /// `event`.
    pub(crate) fn find(&self, key: &str) -> Option<&'static Kind> {
        if let Some(kind) = self.known(key) {
            return Some(kind);
        }
        let file = self.file()?;
        let mut key = key;
        loop {
            if let Some(one) = file.get("kinds")?.get(key) {
                return Some(self.kind(file, key, one));
            }
            key = key.rsplit_once(' ')?.0;
        }
    }

    /// The keys of all kinds.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> {
        let kinds = self.file().and_then(|file| file.get("kinds"));
        kinds.into_iter().flat_map(Value::members).map(|(key, _)| kept(key))
    }

    /// The file, as a member of what is written for those who do not ask types.
    pub(crate) fn to_json(&self) -> String {
        format!("{}: {{\"kinds\": {}}}", quote(self.name), self.text.map_or("{}", str::trim_end))
    }

    fn file(&self) -> Option<Value<'static>> {
        match self.text {
            // A test reads every file.
            Some(text) => *self.file.get_or_init(|| {
                let tree = Tree::parse(text).ok()?;
                Some(Box::leak::<'static>(Box::new(tree)).root())
            }),
            None => described::find(self.name, "kinds"),
        }
    }

    /// A kind, read once: there are no more than the file has.
    fn kind(&self, file: Value<'static>, key: &str, one: Value<'static>) -> &'static Kind {
        if let Some(kind) = self.known(key) {
            return kind;
        }
        let kind: &'static Kind = Box::leak(Box::new(Kind {
            key: key.to_owned().leak(),
            title: title(file, key, one),
            source: one
                .get("source")
                .or(file.get("source"))
                .and_then(|name| Source::named(kept(name)))
                .unwrap_or_default(),
            schema: schema(file, key, one).map(|text| Schema::compile(&text, &[])),
        }));
        if let Ok(mut all) = self.known.write() {
            let first = all.iter().find(|other| other.key == key).copied();
            return first.unwrap_or_else(|| {
                all.push(kind);
                kind
            });
        }
        kind
    }

    /// A kind that was read before.
    fn known(&self, key: &str) -> Option<&'static Kind> {
        self.known.read().ok()?.iter().find(|kind| kind.key == key).copied()
    }
}

/// What a kind is called, behind what all of its family are.
fn title(file: Value<'static>, key: &str, one: Value<'static>) -> Words {
    let family = file.get("titles").and_then(|titles| titles.get(family(key)));
    let text = |lang: &str, joint: &str| {
        let own = one.get(lang).map_or("", kept);
        let Some(family) = family.and_then(|family| family.get(lang)) else { return own };
        format!("{}{joint}{own}", kept(family)).leak()
    };
    Words { zh: text("zh", "："), en: text("en", ": ") }
}

/// The first word of a key.
fn family(key: &str) -> &str {
    key.split(' ').next().unwrap_or_default()
}

/// The JSON Schema of a kind's fields; none where the file has no fields.
fn schema(file: Value<'static>, key: &str, one: Value<'static>) -> Option<String> {
    let fields = file.get("fields")?;
    let own = one.get("own");
    let common = file.get("common").and_then(|common| common.get(family(key)));
    let names = [common, one.get("fields")].into_iter().flatten().flat_map(|names| kept(names).split(' '));
    let field = |name: &str| own.and_then(|own| own.get(name)).or_else(|| fields.get(name));
    let members: Vec<_> =
        names.filter_map(|name| Some(format!("{}: {}", quote(name), expanded(field(name)?)))).collect();
    Some(format!("{{\"type\": \"object\", \"properties\": {{{}}}}}", members.join(", ")))
}

/// A field as JSON Schema.
fn expanded(field: Value<'_>) -> String {
    if field.is_str("") {
        return r#"{"x-undocumented": true, "description": "Not documented. · 文档未说明。"}"#.to_owned();
    }
    if field.as_str().is_some() {
        return format!("{{\"description\": {}}}", field.source());
    }
    let members = field.members().map(|(key, value)| {
        let inside = || value.members().map(|(name, inner)| format!("{}: {}", name.source(), expanded(inner)));
        match key.as_str().as_deref() {
            Some("properties") => {
                format!("\"type\": \"object\", \"properties\": {{{}}}", inside().collect::<Vec<_>>().join(", "))
            }
            Some("items") => format!("\"type\": \"array\", \"items\": {}", expanded(value)),
            Some("is") => {
                let choice = |(value, help): (Value<'_>, Value<'_>)| {
                    let number = value.inner().parse::<i64>().is_ok();
                    let value = if number { value.inner() } else { value.source() };
                    format!("{{\"const\": {value}, \"description\": {}}}", help.source())
                };
                format!("\"oneOf\": [{}]", value.members().map(choice).collect::<Vec<_>>().join(", "))
            }
            _ => format!("{}: {}", key.source(), value.source()),
        }
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    const FILE: &str = r#"{"source": "documented", "titles": {"event": {"zh": "家", "en": "family"}}, "common": {"event": "Who"}, "fields": {
        "Who": "The member. · 成员。", "What": {"is": {"1": "One. · 一。"}}, "In": {"properties": {"A": ""}}
    }, "kinds": {
        "event": {"zh": "未知", "en": "unknown"},
        "event a": {"zh": "甲", "en": "a", "fields": "What In", "source": "observed"},
        "event a b": {"zh": "乙", "en": "b", "fields": "What", "own": {"What": "Another. · 另一个。"}}
    }}"#;

    #[test]
    fn a_kind_is_found_by_as_much_of_its_key_as_is_known() {
        let kinds = Kinds::new("test", FILE);
        for (key, found) in [
            ("event a", Some("event a")),
            ("event a x", Some("event a")),
            ("event a b c", Some("event a b")),
            ("event x", Some("event")),
            ("other", None),
            ("", None),
        ] {
            assert_eq!(kinds.find(key).map(|kind| kind.key), found, "{key}");
        }
        let (a, b) = (kinds.find("event a").expect("one"), kinds.find("event a b").expect("one"));
        assert_eq!((a.source, b.source, a.title.en), (Source::Observed, Source::Documented, "family: a"));
        let has = |kind: &Kind, name| kind.schema.as_ref().is_some_and(|schema| schema.has(name));
        assert!(has(a, "Who") && has(a, "In") && has(b, "Who") && !has(b, "In"));
        let own =
            |kind: &Kind| kind.schema.as_ref().expect("one").rules().any(|rule| rule.docs.title(Lang::En) == "Another");
        assert!(own(b) && !own(a));
        assert!(std::ptr::eq(a, kinds.find("event a").expect("the same")));
    }
}
