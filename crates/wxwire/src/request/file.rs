//! The fields of a call that hold a file and its name.

use crate::operation::Entry;
use crate::schema::{Field, In, Rule};

impl Entry {
    /// The rule of the field of this name, if it holds a file: base64 in the values, on the wire the bytes themselves.
    pub fn file(&self, name: &str) -> Option<&Rule> {
        let rule = self.schema().rule(self.field(name)?.rule);
        rule.file.as_ref().map(|_| rule)
    }

    /// The field that says what the file is called.
    pub fn file_name(&self) -> Option<&Field> {
        self.fields().find(|field| self.place(field) == In::FileName)
    }
}
