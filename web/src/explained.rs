//! What was pasted or dropped to be explained, as far as it was read.

use crate::question::Said;

/// What is to be explained. Its bytes are not here: they go from the browser to the reader.
#[derive(Debug, Default)]
pub(crate) struct Explained {
    /// How much was pasted or dropped so far: an answer to what is not the latest is dropped.
    pub(crate) number: u32,
    /// The call that was open then.
    pub(crate) operation: &'static str,
    pub(crate) stage: Stage,
}

/// How far it was read.
#[derive(Debug, Default)]
pub(crate) enum Stage {
    #[default]
    Nothing,
    /// What it is called: a file's name, or a number of characters.
    Reading(String),
    /// Markup of the reader's, in which everything from outside is text.
    Told(String),
    /// The reader did not load; why not.
    Failed(String),
}

impl Explained {
    /// Something was pasted or dropped; an empty name is nothing.
    pub(crate) fn begin(&mut self, name: String, operation: &'static str) {
        (self.number, self.operation) = (self.number.wrapping_add(1), operation);
        self.stage = if name.is_empty() { Stage::Nothing } else { Stage::Reading(name) };
    }

    pub(crate) fn take(&mut self, said: Said) {
        self.stage = match said {
            Ok(markup) => Stage::Told(markup.unwrap_or_default()),
            Err(error) => Stage::Failed(error),
        };
    }
}
