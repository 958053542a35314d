//! Operations without a type: read from OpenAPI 3.1 documents, one file per section of a gateway.
//!
//! A document is read as it is, when it is first needed, and kept as long as the program runs: its entries borrow from it.
//! What a plain OpenAPI tool does not know stands in members that begin with `x-`; CONTRIBUTING.md lists them.

mod credentials;
mod entry;
mod facts;
mod schema;
pub(crate) mod shelf;
mod written;

use written::Written;

use crate::layer::json::{Kind, Tree};
use crate::operation::{Entry, GatewayEntry};
use crate::problem::{Code, Problem};
use crate::told::kept as borrowed;

/// The methods that a path of a document can have.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

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
        let root = tree.root();
        let version = root.get("openapi").map(borrowed).unwrap_or_default();
        if !version.starts_with("3.1") {
            return Err(Problem::new(Code::NotOpenApi).on(root.get("openapi").unwrap_or(root)).found(version));
        }
        let paths = root.get("paths").filter(|paths| paths.kind() == Kind::Object);
        let paths = paths.ok_or_else(|| Problem::new(Code::NotOpenApi).on(root).expected("paths"))?;
        let (mut entries, mut left) = (Vec::new(), Vec::new());
        for (path, item) in paths.members() {
            for (method, operation) in item.members().filter(|(method, _)| METHODS.iter().any(|one| method.is_str(one)))
            {
                let written = Written { root, item, operation };
                match entry::entry(borrowed(path), borrowed(method), written, gateway) {
                    Ok(entry) => entries.push(entry),
                    Err(problem) => left.push(problem),
                }
            }
        }
        Ok(Self { entries, left })
    }
}

#[cfg(test)]
mod tests;
