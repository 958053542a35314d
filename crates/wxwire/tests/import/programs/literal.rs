//! Values as the literals of a language.

use wxwire::layer::json::{Kind, Value, quote};

/// How a language writes values.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    pub(crate) quote: fn(&str) -> String,
    pub(crate) map: (&'static str, &'static str),
    pub(crate) pair: (&'static str, &'static str, &'static str),
    pub(crate) list: (&'static str, &'static str),
    pub(crate) null: &'static str,
    /// A map without members.
    pub(crate) empty: &'static str,
}

impl Style {
    pub(crate) fn write(&self, value: Value<'_>) -> String {
        match value.kind() {
            Kind::Object if value.members().next().is_none() => self.empty.to_owned(),
            Kind::Object => {
                let (open, middle, close) = self.pair;
                let pair = |(key, value): (Value<'_>, Value<'_>)| {
                    let key = (self.quote)(&key.as_str().expect("a key"));
                    format!("{open}{key}{middle}{}{close}", self.write(value))
                };
                format!("{}{}{}", self.map.0, value.members().map(pair).collect::<Vec<_>>().join(", "), self.map.1)
            }
            Kind::Array => {
                let items: Vec<_> = value.items().map(|item| self.write(item)).collect();
                format!("{}{}{}", self.list.0, items.join(", "), self.list.1)
            }
            Kind::String => (self.quote)(&value.as_str().expect("a text")),
            Kind::Null => self.null.to_owned(),
            _ => value.source().to_owned(),
        }
    }
}

pub(crate) fn double(text: &str) -> String {
    quote(text)
}

/// Between double quotes, where a `$` begins code.
pub(crate) fn dollar(text: &str) -> String {
    quote(text).replace('$', "\\$")
}

pub(crate) fn single(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// Between single quotes, as JavaScript, Python and Dart have them.
pub(crate) fn single_escaped(text: &str) -> String {
    let inner = quote(text).replace("\\\"", "\"").replace('\'', "\\'").replace('$', "\\$");
    format!("'{}'", &inner[1..inner.len() - 1])
}

/// Without escapes where the text allows it.
pub(crate) fn raw(text: &str) -> String {
    if text.contains('`') || text.contains('\r') { quote(text) } else { format!("`{text}`") }
}

pub(crate) fn verbatim(text: &str) -> String {
    format!("@\"{}\"", text.replace('"', "\"\""))
}

pub(crate) fn hash(text: &str) -> String {
    if text.contains('\n') || text.contains("\"#") { quote(text) } else { format!("#\"{text}\"#") }
}

/// Ruby's, in which `#{` begins code.
pub(crate) fn ruby(text: &str) -> String {
    quote(text).replace('#', "\\#")
}
