//! A payload that shows how an operation is used.

use crate::lang::Words;

/// A payload that shows how an operation is used.
#[derive(Clone, Debug)]
pub struct Example<T> {
    /// Its name among the operation's examples.
    pub name: &'static str,
    /// What it shows.
    pub title: Words,
    /// The values.
    pub values: T,
}

impl<T> Example<T> {
    /// An example.
    pub fn new(name: &'static str, title: Words, values: T) -> Self {
        Self { name, title, values }
    }
}

/// An example, its values as indented JSON.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct EntryExample {
    /// Its name among the operation's examples.
    pub name: &'static str,
    /// What it shows.
    pub title: Words,
    /// The values.
    pub values: String,
}
