//! One value as it is, by the path that an explanation shows it under.

use std::ops::ControlFlow;

use super::Explanation;
use crate::layer::document::{Document, Held};
use crate::problem::{Code, Problem};
use crate::secret::masked;

/// A value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Got {
    /// As it reads: text, a number as it is written, the very bytes; of an object or a list, its source.
    Value(Vec<u8>),
    /// A credential, or something that holds one.
    Secret,
}

impl Explanation {
    /// The value at a path, of the bytes that were explained.
    ///
    /// # Errors
    /// There is none.
    pub fn get(&self, bytes: &[u8], path: &str) -> Result<Got, Problem> {
        let document = Document::new(bytes, self.guide)?;
        let whole = document.whole_path(path);
        let found = document.visit_until(|leaf| match leaf.path == whole {
            true => ControlFlow::Break(match leaf.value {
                Held::Bytes(bytes) => (bytes.to_vec(), leaf.value.text().into_owned()),
                _ => (leaf.value.text().as_bytes().to_vec(), leaf.value.text().into_owned()),
            }),
            false => ControlFlow::Continue(()),
        });
        let container = || {
            let value = document.tree()?.root().find(path)?;
            Some((value.source().as_bytes().to_vec(), value.source().to_owned()))
        };
        let Some((value, text)) = found.or_else(container) else {
            return Err(Problem::new(Code::NoSuchPath).at(path.to_owned()));
        };
        Ok(if self.hides(&whole, &text) { Got::Secret } else { Got::Value(value) })
    }

    /// Whether what stands at a path is not shown, or something in it is not.
    fn hides(&self, path: &str, text: &str) -> bool {
        let inside = |line: &str| line.strip_prefix(path).is_some_and(|rest| rest.starts_with(['!', '/']));
        let around = |line: &str| path.strip_prefix(line).is_some_and(|rest| rest.starts_with(['!', '/']));
        let mut lines = self.lines.iter();
        let hidden = lines.any(|line| match line.path == path {
            true => line.secret || line.value != text,
            false => line.secret && (inside(&line.path) || around(&line.path)),
        });
        hidden || masked(text) != text
    }
}
