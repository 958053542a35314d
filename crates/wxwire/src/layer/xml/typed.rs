//! Types as XML: a field is an element of its name, `@name` is an attribute, a list is the same element several times,
//! and `$other` is all that no field stands for.
//!
//! `write` takes any type whose values are text. `read` goes by a type's schema and makes JSON of an
//! element, out of which the type is then read: so an element that does not have the form of its field is told in time,
//! and becomes a part of `$other` instead of a fault.

mod marks;
mod read;
mod write;

pub(crate) use marks::elements;
pub use marks::{CData, Embedded, Other, Str};
pub(crate) use read::read;
pub(crate) use write::write;
