//! Types that say how a value stands in XML. In JSON they are what they hold.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Text. Most of it is the same in every message, such as `0`, and need not be copied.
pub type Str = Cow<'static, str>;

/// Text that is written as a CDATA section.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[schemars(inline)]
pub struct CData(pub Str);

impl From<&'static str> for CData {
    fn from(text: &'static str) -> Self {
        Self(text.into())
    }
}

impl From<String> for CData {
    fn from(text: String) -> Self {
        Self(text.into())
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

/// Types that are elements: each has, beside its own fields, one for all that no other stands for.
macro_rules! elements {
    ($(
        $(#[$attribute:meta])*
        pub struct $name:ident {
            $($(#[$of_field:meta])* pub $field:ident: $type:ty,)*
        }
    )+) => {$(
        #[derive(Clone, Debug, Default, serde::Deserialize, Eq, schemars::JsonSchema, PartialEq, serde::Serialize)]
        $(#[$attribute])*
        pub struct $name {
            $($(#[$of_field])* pub $field: $type,)*
            /// What has no field here. Elements, text, and attributes as `@name="value"`, as they stood.
            ///
            /// 其余内容。没有对应字段的元素、文本和属性（写作 `@name="value"`），原样保留。
            #[serde(
                rename = "$other",
                default,
                skip_serializing_if = "crate::layer::xml::typed::Other::is_empty"
            )]
            pub other: crate::layer::xml::typed::Other,
        }
    )+};
}
pub(crate) use elements;
