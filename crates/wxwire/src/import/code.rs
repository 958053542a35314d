//! Expressions of programming languages: one reader that goes by a table.
//!
//! A language is a row of facts: its strings with their escapes, its comments, how texts are joined, its maps and lists, and
//! what a call looks like. Nothing is run: what is not a literal, a join of literals or a known name stays code.

mod arguments;
mod asked;
mod block;
mod built;
mod charset;
mod collection;
mod compute;
mod convert;
mod escape;
mod expr;
mod expression;
mod format;
mod heredoc;
mod indent;
mod join;
mod json;
mod language;
mod languages;
mod literal;
mod name;
mod objects;
mod payload;
mod reader;
mod scope;
mod space;
mod string;
#[cfg(test)]
mod tests;
mod types;
mod whole;

pub(crate) use asked::{is_encoder, is_other_form};
pub(crate) use block::is_block;
pub(crate) use built::{BUILDERS, MAPS};
pub(crate) use charset::{Charset, charset_among, charset_of};
pub(crate) use expr::{Arguments, Expr, OBJECT, SPREAD};
pub(crate) use format::takes;
pub(crate) use join::{add, is_bytes, is_plain_number, sum};
pub(crate) use json::{json, quoted};
pub(crate) use language::Language;
pub(crate) use languages::{JAVASCRIPT, POWERSHELL, PROGRAMS, PYTHON};
pub(crate) use name::{in_hole, names_in_hole, summands, variable};
pub(crate) use payload::{bytes, is_program, payload};
pub(crate) use reader::Reader;
pub(crate) use scope::Scope;
pub(crate) use whole::is_whole;
