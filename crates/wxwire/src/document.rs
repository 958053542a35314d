//! Operations without a type: read from OpenAPI 3.1 documents, one file per section of a gateway.
//!
//! A document is read as it is, when it is first needed, and kept as long as the program runs: its entries borrow from it.
//! What a plain OpenAPI tool does not know stands in members that begin with `x-`; CONTRIBUTING.md lists them.

mod credentials;
mod entry;
mod facts;
mod gateway;
pub(crate) mod references;
mod schema;
pub(crate) mod shelf;
mod told;
mod written;

use std::collections::BTreeSet;

pub use gateway::is_name;
use written::Written;

use crate::layer::json::{Kind, Tree, Value, kept as borrowed};
use crate::operation::{Entry, GatewayEntry};
use crate::problem::{Code, Problem, Unit};

/// The methods that a path of a document can have.
pub(crate) const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The most operations of a document.
pub(crate) const MAX_OPERATIONS: usize = 10_000;

/// So many problems of a document are kept.
const MAX_LEFT: usize = 1000;

/// A document: the operations of one section of a gateway.
#[derive(Debug)]
pub(crate) struct Document {
    /// Its operations, in its order.
    pub(crate) entries: Vec<Entry>,
    /// What was not taken in, each at its place.
    #[allow(dead_code, reason = "whoever brings a document of his own reads it")]
    pub(crate) left: Vec<Problem>,
}

impl Document {
    /// Reads a document of a gateway.
    ///
    /// # Errors
    /// The one problem that keeps it from being read: it is no JSON, or no OpenAPI 3.1.
    pub(crate) fn read(text: &'static str, gateway: GatewayEntry) -> Result<Self, Problem> {
        let tree: &'static Tree<'static> = Box::leak(Box::new(Tree::parse(text)?));
        Self::of(tree.root(), gateway, BTreeSet::new())
    }

    /// The document of a gateway whose calls have these ids already.
    pub(crate) fn of(
        root: Value<'static>,
        gateway: GatewayEntry,
        mut taken: BTreeSet<&'static str>,
    ) -> Result<Self, Problem> {
        let paths = paths(root)?;
        let (mut entries, mut left) = (Vec::new(), Vec::new());
        for (path, item) in paths.members() {
            for (method, operation) in item.members().filter(|(method, _)| is_method(*method)) {
                if entries.len() >= MAX_OPERATIONS {
                    let many = Problem::new(Code::TooMany).on(operation);
                    return Err(many.measured(MAX_OPERATIONS, MAX_OPERATIONS + 1, Unit::Items));
                }
                let written = Written { root, item, operation };
                match entry::entry(address(borrowed(path)), borrowed(method), written, gateway) {
                    Ok(entry) if taken.insert(entry.id) => entries.push(entry),
                    Ok(entry) => {
                        let id = operation.get("operationId").unwrap_or(operation);
                        left.push(Problem::new(Code::IdTaken).on(id).found(entry.id));
                    }
                    Err(problem) => left.push(problem),
                }
                left.truncate(MAX_LEFT);
            }
        }
        Ok(Self { entries, left })
    }
}

/// The paths of a document of OpenAPI 3.1.
fn paths(root: Value<'static>) -> Result<Value<'static>, Problem> {
    let version = root.get("openapi").map(borrowed).unwrap_or_default();
    if !version.starts_with("3.1") {
        return Err(Problem::new(Code::NotOpenApi).on(root.get("openapi").unwrap_or(root)).found(version));
    }
    let paths = root.get("paths").filter(|paths| paths.kind() == Kind::Object);
    paths.ok_or_else(|| Problem::new(Code::NotOpenApi).on(root).expected("paths"))
}

/// The path of a key of `paths`. OpenAPI has one call of a method at a path; behind a `#`, which no server sees, stands what
/// tells further ones from it.
pub(crate) fn address(key: &str) -> &str {
    key.split_once('#').map_or(key, |(path, _)| path)
}

/// Whether a member of a path is a call.
pub(crate) fn is_method(name: Value<'_>) -> bool {
    METHODS.iter().any(|one| name.is_str(one))
}

#[cfg(test)]
mod tests;
