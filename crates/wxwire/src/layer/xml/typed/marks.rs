//! Types that say how a value stands in XML. In JSON they are what they hold.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Text that is written as a CDATA section.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[schemars(inline)]
pub struct CData(pub String);

impl From<&str> for CData {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for CData {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// XML inside an element's text, written as a CDATA section. The type's one field is the inner root.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[schemars(inline, extend("x-layer" = "xml"))]
pub struct Embedded<T>(pub T);

/// What no field stands for, in order, as it stood: elements, text, comments; an attribute as `@name="value"`.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[schemars(inline)]
pub struct Other(pub Vec<String>);

impl Other {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
