//! What the members of a document hold.

use std::borrow::Cow;

use super::meant as near;
use super::members;
use crate::lang::Words;
use crate::layer::json::{Kind, Value, quote};
use crate::learn::types;
use crate::schema::IdSort;

/// What a member holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    Any,
    Text,
    Flag,
    /// A whole number, at least 0.
    Count,
    Number,
    /// A number; in OpenAPI 3.0, a flag.
    NumberOrFlag,
    Object,
    List,
    /// A list that is not empty.
    Filled,
    Texts,
    TextOrTexts,
    /// A schema: which it is, is looked at there.
    Schema,
    /// The name of a type, or several.
    Type,
    /// One of some names.
    Named(&'static [&'static str]),
    /// Sorts of ids, with blanks between.
    Ids,
}

/// The names of types.
const TYPES: [&str; 7] = ["string", "integer", "number", "boolean", "object", "array", "null"];

impl Form {
    /// Whether a value has this form.
    pub(super) fn fits(self, value: Value<'_>) -> bool {
        let kind = value.kind();
        let is_text = |value: Value<'_>| value.kind() == Kind::String;
        let texts = || kind == Kind::Array && value.items().all(is_text);
        let is_type = |value: Value<'_>| TYPES.iter().any(|own| value.is_str(own));
        match self {
            Self::Any => true,
            Self::Text => kind == Kind::String,
            Self::Flag => kind == Kind::Bool,
            Self::Count => value.as_i64().is_some_and(|count| count >= 0),
            Self::Number => kind == Kind::Number,
            Self::NumberOrFlag => matches!(kind, Kind::Number | Kind::Bool),
            Self::Object => kind == Kind::Object,
            Self::List => kind == Kind::Array,
            Self::Filled => kind == Kind::Array && value.items().next().is_some(),
            Self::Texts => texts(),
            Self::TextOrTexts => kind == Kind::String || texts(),
            Self::Schema => matches!(kind, Kind::Object | Kind::Bool),
            Self::Type if kind == Kind::Array => value.items().next().is_some() && value.items().all(is_type),
            Self::Type => is_type(value),
            Self::Named(names) => names.iter().any(|name| value.is_str(name)),
            Self::Ids => {
                let is_sort = |name: &str| IdSort::ALL.into_iter().any(|sort| sort.name() == name);
                value.as_str().is_some_and(|names| names.split(' ').all(is_sort))
            }
        }
    }

    /// What it should be.
    pub(super) fn words(self) -> Words {
        match self {
            Self::Any => Words::new("", ""),
            Self::Text => Words::new("应为字符串；略去", "it should be a text; left out"),
            Self::Flag => Words::new("应为 true 或 false；略去", "it should be true or false; left out"),
            Self::Count => Words::new("应为不小于 0 的整数；略去", "it should be a whole number, at least 0; left out"),
            Self::Number => Words::new("应为数字；略去", "it should be a number; left out"),
            Self::NumberOrFlag => Words::new(
                "应为数字（3.0 中为 true 或 false）；略去",
                "it should be a number, in 3.0 true or false; left out",
            ),
            Self::Object => Words::new("应为对象；略去", "it should be an object; left out"),
            Self::List => Words::new("应为列表；略去", "it should be a list; left out"),
            Self::Filled => Words::new("应为非空列表；略去", "it should be a list that is not empty; left out"),
            Self::Texts => Words::new("应为字符串列表；略去", "it should be a list of texts; left out"),
            Self::TextOrTexts => {
                Words::new("应为字符串或字符串列表；略去", "it should be a text or a list of texts; left out")
            }
            Self::Schema => Words::new("应为一个 schema；略去", "it should be a schema; left out"),
            Self::Type => Words::new("没有这种类型；不检查类型", "no such type; the type is not checked"),
            Self::Named(_) | Self::Ids => Words::new("没有这个取值；略去", "no such value; left out"),
        }
    }
}

/// What a keyword of a schema holds, as JSON: as it is written, or as it is meant where that is plain; none where it cannot hold
/// that.
pub(in crate::learn::openapi) fn said<'t>(keyword: &str, value: Value<'t>) -> Option<Cow<'t, str>> {
    match members::SCHEMA.iter().find(|own| own.name == keyword) {
        Some(own) if !own.form.fits(value) => mended(own.form, value).map(Cow::Owned),
        _ => Some(value.source().into()),
    }
}

/// A number, also where it stands in a text or has a fraction of nothing.
pub(in crate::learn::openapi) fn number(value: Value<'_>) -> Option<i64> {
    let text = value.as_str().unwrap_or(value.source().into());
    let text = text.trim();
    let whole = text.split_once('.').filter(|(_, rest)| !rest.is_empty() && rest.bytes().all(|digit| digit == b'0'));
    let is_one = matches!(value.kind(), Kind::Number | Kind::String);
    is_one.then(|| whole.map_or(text, |(whole, _)| whole).parse().ok())?
}

/// The type that a word stands for, also one of another language.
pub(in crate::learn::openapi) fn type_name(value: Value<'_>) -> Option<&'static str> {
    let word = value.as_str()?;
    let own = TYPES.into_iter().find(|own| *own == word);
    own.or_else(|| match types::read(&word)?.types[..] {
        [one] => Some(one.name()),
        _ => None,
    })
}

/// What is meant where it is plain, and taken so.
pub(super) fn mended(form: Form, value: Value<'_>) -> Option<String> {
    match form {
        Form::Count => number(value).filter(|count| *count >= 0).map(|count| count.to_string()),
        Form::Number if value.kind() == Kind::String => number(value).map(|number| number.to_string()),
        Form::Type => type_name(value).map(quote),
        _ => None,
    }
}

/// What is meant perhaps.
pub(super) fn meant(form: Form, value: Value<'_>) -> Option<&'static str> {
    let word = value.as_str()?;
    match form {
        Form::Type => near(&word, TYPES.into_iter()),
        Form::Named(names) => near(&word, names.iter().copied()),
        _ => None,
    }
}
